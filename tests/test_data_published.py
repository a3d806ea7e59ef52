"""The files of data in a publication: the same bytes as the live site gives at the same address."""

import re

import pytest
from django.test import Client

from accede.publishing.site import further
from accede.publishing.standpoint import standpoint

pytestmark = pytest.mark.usefixtures("register")

KINDS = ("data", "feeds en", "API")


@pytest.fixture
def published():
    """Every file of these kinds by its path."""
    return {
        file.path: file for group in further.groups(standpoint(), {}) if group.about in KINDS for file in group.files()
    }


PATHS = [
    "data/status.csv",
    "data/reports.xlsx",
    "data/states.json",
    "data/states.schema.json",
    "data/datapackage.json",
    "data/catalog.jsonld",
    "data/accede-apmbc.zip",
    "calendar.ics",
    "feeds/all.atom",
    "feeds/MAR.atom",
    "api/v1/index.json",
    "api/v1/openapi.json",
    "api/v1/states.json",
    "api/v1/states/MAR.json",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_file_is_what_the_site_answers(published, path):
    assert published[path].make() == Client().get(f"/{path}").content
    assert not published[path].is_page


def test_every_state_has_a_feed(published):
    assert len([path for path in published if path.startswith("feeds/")]) > 198


def test_every_file_that_the_data_page_leads_to_is_there(published):
    links = re.findall(r'href="/((?:data|feeds|calendar)[^"?]*[.][a-z]+)"', Client().get("/data/").content.decode())
    assert len(links) > 50
    assert set(links) <= set(published)


def test_pages_for_frames_are_not_in_the_sitemap(settings):
    settings.ACCEDE_ADDRESS = "https://register.example"
    told = further.sitemap(standpoint()).decode()
    assert "https://register.example/data/</loc>" in told
    assert "/embed/" not in told
