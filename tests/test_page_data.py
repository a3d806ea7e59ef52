"""The pages of the data and of the open API."""

import re

import pytest
from django.template import engines
from django.test import Client

from accede.publishing.pages.data import columns
from accede.publishing.tables import TABLES
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


def test_each_table_is_listed_with_its_rows_and_its_columns(site):
    page = site.get("/data/").content.decode()
    for name, table in TABLES.items():
        assert f'id="{name}"' in page
        assert table.title in page
    assert page.count('<code dir="ltr">') == sum(len(columns(table)) for table in TABLES.values())


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
