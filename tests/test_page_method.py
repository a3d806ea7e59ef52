"""The page that says how the figures are made."""

import pytest
from django.template import engines
from django.test import Client

from test_pages import Misspelt, text

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def page():
    return text(Client().get("/on/2018-08-21/method/"))


def test_it_opens_with_figures_that_add_up(page):
    assert "The figures of 21 August 2018 are computed from" in page
    assert "164 States that have joined and 33 outside make 197." in page


def test_each_standing_is_counted_and_explained(page):
    assert "Have joined 164" in page
    assert "Of these: signatories 1" in page
    assert "Of these: withdrew 0" in page


def test_the_rules_are_those_of_the_treaty(page):
    assert "By Article 17" in page
    assert "By Article 20, a withdrawal takes effect 6 months after the depositary has received it." in page
    assert "It does not take effect before the end of an armed conflict" in page
    assert "entered into force 1 March 1999" in page


def test_kinds_of_absence_are_told_apart(page):
    for word in (
        "no official information",
        "has never taken part",
        "not recorded",
        "not a member then",
        "declined to say",
    ):
        assert word in page


def test_sources_are_counted_by_grade(page):
    assert "Sources by how near they stand to the fact" in page
    assert "depositary" in page
