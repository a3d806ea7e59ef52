"""Transparency reports: the voluntary ones of States outside by year, and what is held of the obligatory ones."""

import pytest
from django.test import Client

from accede.records.models import SourceVersion
from test_page_votes import text
from test_pages import strict_templates

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

THEN = "/on/2018-08-21/reports/"


@pytest.fixture
def site():
    return Client()


def test_reports_open_with_how_many_outside_reported(site):
    assert "4 of 33 States outside are recorded as having submitted a voluntary report, as of 21 August 2018." in text(
        site.get(THEN)
    )


def test_a_year_is_told_as_submitted_or_as_not_recorded(site):
    row = text(site.get(THEN)).partition("Morocco ●")[2].partition("State of Palestine")[0]
    assert row.split()[-1] == "7"
    assert row.count("● submitted") == 6
    assert row.count("not recorded") == 6


def test_a_report_is_told_with_its_source(site):
    page = site.get(THEN)
    assert "Voluntary report submitted, 20 March 2017, covers 2016 2" in text(page)
    assert '<a class="source" href="#source-2">2</a>' in page.content.decode()
    assert 'id="source-2"' in page.content.decode()


def test_those_that_joined_since_stand_after_those_outside(site):
    page = text(site.get(THEN))
    assert page.index("Morocco not a signatory") < page.index("State of Palestine State Party")


def test_obligatory_reports_not_submitted_by_the_day_of_a_source_are_listed(site):
    assert "Covering 2014: not submitted by the day of the source 81" in text(site.get(THEN))
    assert "Covering 2014" not in text(site.get("/on/2015-06-01/reports/"))


def test_before_the_first_report_the_page_says_what_would_stand_there(site):
    page = text(site.get("/on/1998-08-21/reports/"))
    assert "No voluntary report is recorded by this day." in page
    assert "No record of an obligatory report is held by this day." in page


def test_a_note_names_no_source_by_its_key(site):
    page = text(site.get("/reports/"))
    assert not any(key in page for key in SourceVersion.objects.values_list("key", flat=True) if "-" in key)
