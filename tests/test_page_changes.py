"""What changed between two days or two meetings."""

import pytest
from django.test import Client

from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

DAY = "/on/2018-08-21/changes/"


@pytest.fixture
def site():
    return Client()


def test_without_a_choice_it_is_since_the_last_meeting(site):
    page = text(site.get(DAY))
    assert "From 21 December 2017 to 21 August 2018, 1 State joined, none left and 3 statements were made." in page
    assert "State of Palestine : deposited its instrument (accession)" in page
    assert "Sri Lanka : the Convention entered into force for it" in page


def test_days_and_meetings_can_be_given_as_people_write_them(site):
    by_keys = text(site.get("/changes/?from=16MSP&to=4RC"))
    assert "From 21 December 2017 to 29 November 2019" in by_keys
    for query in ("from=16 msp&to=4rc", "from=2017-12-21&to=2019-11-29", "from=21 December 2017&to=29 November 2019"):
        assert "From 21 December 2017 to 29 November 2019" in text(site.get(f"/changes/?{query}"))


def test_withdrawals_are_told_when_notified_and_when_in_effect(site):
    page = text(site.get("/changes/?from=2025-01-01&to=2026-06-30"))
    assert "5 left" in page
    assert "Estonia : its withdrawal took effect" in page
    assert "notified its withdrawal" in page


def test_who_voted_otherwise_is_named_with_both_votes(site):
    page = text(site.get("/changes/?from=2023-01-01&to=2024-12-31"))
    assert "the time before (UNGA plenary, session 79)" in page


def test_a_summary_is_marked_and_leads_to_its_statement(site):
    page = site.get(DAY)
    assert "Our summary, not the State’s words: Morocco calls accession" in text(page)
    assert 'href="/on/2018-08-21/statements/#apmbc_MAR_statement_2"' in page.content.decode()


def test_each_number_of_a_source_is_listed(site):
    page = site.get(DAY).content.decode()
    assert 'href="#source-1"' in page
    assert 'id="source-1"' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=yesterday", "“yesterday” is neither a day, as 2018-08-21, nor a meeting, as 16MSP, and was left out."),
        ("from=2020-01-01&to=2019-01-01", "The later day was given first; the two are exchanged."),
        ("from=2018-01-01&to=2999-01-01", "1 January 2999 lies ahead; the page goes up to today."),
        ("from=1900-01-01&to=1998-01-01", "was adopted on 18 September 1997; the page begins there."),
        ("from=1900-01-01&to=1901-01-01", "From 18 September 1997 to 18 September 1997"),
        ("from=2999-01-01", "lies ahead"),
        ("from=0001-01-01", "“0001-01-01” is neither a day"),
    ],
)
def test_what_cannot_be_answered_is_said_and_the_page_still_answers(site, query, said):
    assert said in text(site.get(f"/changes/?{query}"))


def test_a_time_without_changes_says_what_would_stand_there(site):
    page = text(site.get("/changes/?from=2018-08-20&to=2018-08-20"))
    assert "Nothing is recorded that changed from 20 August 2018 to 20 August 2018." in page


def test_a_long_time_shows_the_last_of_each_kind_and_says_how_many_there_are(site):
    page = site.get("/changes/?from=1997-09-18&to=2018-08-21")
    assert "The last 20 of 164 are shown" in text(page)
    assert len(page.content) < 80_000


def test_votes_and_meetings_lead_to_their_pages_where_there_is_one(site):
    page = site.get("/on/2018-08-21/changes/?from=15MSP&to=16MSP").content.decode()
    assert 'href="/on/2018-08-21/votes/plenary-72/"' in page
    assert 'href="/on/2018-08-21/meetings/16MSP/"' in page
    later = site.get("/on/2018-08-21/changes/?from=17MSP&to=19MSP").content.decode()
    assert "19MSP" in later
    assert "/meetings/19MSP/" not in later
    assert "/votes/plenary-" not in later


def test_a_statement_is_linked_where_the_page_of_the_day_holds_it(site):
    later = site.get("/on/2010-12-03/changes/", {"from": "2010-12-04", "to": "2018-08-21"}).content.decode()
    assert 'id="statements"' in later
    assert "/statements/#" not in later
    held = site.get("/changes/", {"from": "2010-12-04", "to": "2018-08-21"}).content.decode()
    assert 'href="/statements/#' in held
