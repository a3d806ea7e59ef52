"""The pages of the data and of the open API."""

import html
import json
import re

import pytest
from django.template import engines
from django.test import Client

from accede.publishing import answers
from accede.publishing.tables import TABLES, columns
from test_pages import Misspelt, text

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def site():
    return Client()


def test_it_opens_with_how_much_there_is(site):
    assert re.search(rf"{len(TABLES)} tables with \d+.\d+ rows are free to use", text(site.get("/data/")))


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_listed_and_has_a_page_with_its_columns(site, name):
    assert f'<a href="/data/{name}/">{TABLES[name].title}</a>' in site.get("/data/").content.decode()
    page = site.get(f"/data/{name}/").content.decode()
    assert page.count('<code dir="ltr">') == len(columns(TABLES[name]))


def test_a_table_that_there_is_not_has_no_page(site):
    assert site.get("/data/nothing/").status_code == 404


def test_the_licence_is_named(site):
    assert "Creative Commons Attribution 4.0" in text(site.get("/data/"))


def test_every_example_of_the_api_is_answered(site):
    page = site.get("/api/").content.decode()
    examples = re.findall(r'<a href="(/api/v1/[^"]*)">', page)
    assert len(examples) > 8
    for address in examples:
        assert site.get(address.replace("&amp;", "&")).status_code == 200, address


def test_the_api_page_says_what_can_be_asked(site):
    page = text(site.get("/api/"))
    for name in ("as_of", "known_on", "changed_since", "fields", "language", "limit"):
        assert name in page


def test_each_table_can_be_taken_along(site):
    links = re.findall(r'href="(/data/[a-z_]+[.](?:csv|xlsx|json))"', site.get("/data/").content.decode())
    assert [each for each in links if "datapackage" not in each] == [
        f"/data/{name}.{suffix}" for name in TABLES for suffix in ("csv", "xlsx", "json")
    ]


def test_the_data_set_is_described_for_search_engines(site):
    (told,) = re.findall(r'<script type="application/ld[+]json">(.*?)</script>', site.get("/data/").content.decode())
    dataset = json.loads(told)
    assert (dataset["@type"], dataset["license"]) == ("Dataset", "https://creativecommons.org/licenses/by/4.0/")
    assert dataset["temporalCoverage"].startswith("1997-09-18/")
    for each in dataset["distribution"]:
        assert site.get(f"/data/{each['contentUrl']}").status_code == 200


@pytest.fixture
def made_again():
    """Pages that depend on a setting are made in the test, and not kept after it."""
    answers.forget()
    yield
    answers.forget()


@pytest.mark.usefixtures("made_again")
def test_what_can_be_shown_elsewhere_has_markup_to_copy(site, settings):
    settings.ACCEDE_ADDRESS = "https://register.example"
    for name in ("map", "states"):
        assert f'src="https://register.example/embed/{name}/"' in html.unescape(site.get("/data/").content.decode())
