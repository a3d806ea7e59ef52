"""What other sites may show within their pages."""

import pytest
from django.test import Client

from accede.publishing.pages import PAGES
from test_pages import text

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def site():
    return Client()


def may_frame(site, path):
    """Who may show the page in a frame."""
    policy = site.get(path)["Content-Security-Policy"]
    return policy.partition("frame-ancestors ")[2]


@pytest.mark.parametrize("path", ["/embed/map/", "/embed/states/", "/on/2018-08-21/embed/map/"])
def test_every_site_may_show_them_and_they_run_nothing(site, path):
    assert may_frame(site, path) == "*"
    assert "default-src 'none'" in site.get(path)["Content-Security-Policy"]
    body = site.get(path).content.decode()
    assert "<script" not in body
    assert "<nav" not in body


def test_no_site_may_show_any_other_page(site):
    paths = [f"/{kind.route}" for kind in PAGES.values() if "<" not in kind.route and not kind.may_be_framed]
    assert len(paths) > 10
    for path in (*paths, "/data/status.json", "/nothing/"):
        assert may_frame(site, path) == "'none'", path


def test_they_open_with_the_headline_and_name_their_source(site):
    page = text(site.get("/on/2018-08-21/embed/states/"))
    assert "164 States have joined; 33 remain outside, as of 21 August 2018." in page
    assert "Source: Accede, Anti-Personnel Mine Ban Convention , 21 August 2018." in page
    assert site.get("/on/2018-08-21/embed/states/").content.decode().count('<th scope="row">') == 33


def test_another_day_can_be_asked_for(site):
    answer = site.get("/embed/map/", {"as_of": "2018-08-21"})
    assert (answer.status_code, answer["Location"]) == (302, "/on/2018-08-21/embed/map/")


def test_links_open_beside_the_page_that_shows_it(site):
    assert '<base target="_blank">' in site.get("/embed/map/").content.decode()
