"""Attendance, and the meetings: who outside took part, who did not, and of whom it is not recorded."""

import re

import pytest
from django.test import Client

from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
from test_page_votes import text
from test_pages import strict_templates

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

THEN = "/on/2018-08-21"


@pytest.fixture
def site():
    return Client()


def columns(page):
    """The meetings at the head of the matrix."""
    head = page.content.decode().partition('id="attendance"')[2].partition("</thead>")[0]
    return re.findall(r'href="[^"]+/meetings/[^"]+">([^<]+)</a>', head)


def group(page, name):
    """The States of a group on the page of a meeting."""
    part = page.content.decode().partition(f'<h3 id="{name}">')[2].partition("<h3")[0].partition("<h2")[0]
    return re.findall(r"/states/(\w{3})/", part)


def test_attendance_opens_with_how_many_took_part(site):
    assert (
        "Of 33 States outside, 30 are recorded as taking part in a meeting of the Convention, and 3 never have, "
        "as of 21 August 2018."
    ) in text(site.get(f"{THEN}/attendance/"))


def test_the_last_twenty_meetings_are_shown_or_those_since_one_that_is_chosen(site):
    shown = columns(site.get(f"{THEN}/attendance/"))
    assert len(shown) == 20
    assert shown[-1] == "IM2018"
    assert columns(site.get(f"{THEN}/attendance/?since=15MSP")) == ["15MSP", "IM2017", "16MSP", "IM2018"]
    assert columns(site.get(f"{THEN}/attendance/?since=sc-june-2008"))[0] == "SC June 2008"


def test_what_is_no_meeting_held_is_left_out_and_said(site):
    page = site.get(f"{THEN}/attendance/?since=19MSP")
    assert len(columns(page)) == 20
    assert "“19MSP” is none of the choices here" in text(page)


def test_a_cell_leads_to_its_meeting_and_says_what_is_recorded(site):
    page = site.get(f"{THEN}/attendance/").content.decode()
    assert f'<a href="{THEN}/meetings/16MSP/" aria-label="Morocco, 16MSP: took part">●</a>' in page
    assert 'aria-label="Armenia, 16MSP: did not take part">○</a>' in page
    assert 'aria-label="Armenia, SC May 2013: not recorded">▪</a>' in page


def test_last_participation_and_never_have_their_source(site):
    page = site.get(f"{THEN}/attendance/")
    assert "Morocco 16MSP" in text(page)
    assert "has never taken part" in text(page)
    assert 'id="source-1"' in page.content.decode()


def test_which_meetings_count_is_said(site):
    assert "these count: Meeting of the States Parties and Review Conference." in text(site.get(f"{THEN}/attendance/"))


def test_sources_that_differ_on_attendance_are_both_shown(site):
    page = text(site.get(f"{THEN}/attendance/"))
    assert "Bahrain: took part (10MSP)" in page
    assert "took part last (2RC)" in page


def test_before_the_first_meeting_the_page_says_what_would_stand_there(site):
    assert "The first one would stand here" in text(site.get("/on/1997-10-01/attendance/"))
    assert "The first meeting would stand here." in text(site.get("/on/1997-10-01/meetings/"))


def test_meetings_are_listed_newest_first_with_those_to_come(site):
    page = text(site.get("/meetings/"))
    assert page.index("21MSP 20-24 November 2023") < page.index("16MSP 18-21 December 2017")
    assert "To come 23MSP, Twenty-Third Meeting of the States Parties: 2026" in page
    assert "17MSP" not in text(site.get(f"{THEN}/meetings/")).partition("Held")[2].partition("Sources")[0]


def test_a_meeting_tells_its_days_place_and_presidency(site):
    page = text(site.get(f"{THEN}/meetings/16MSP/"))
    assert "Days 18-21 December 2017" in page
    assert "Place Vienna, Austria" in page
    assert "Presidency Austria (Thomas Hajnoczi)" in page
    assert "counts for when a State last took part" in page


def test_a_meeting_tells_three_kinds_of_attendance_apart(site):
    page = site.get(f"{THEN}/meetings/16MSP/")
    assert "13 are recorded as taking part and 20 as not taking part, as of" in text(page)
    assert "it is not recorded who took part" in text(site.get(f"{THEN}/meetings/SC-May-2013/"))
    assert "MAR" in group(page, "took-part")
    assert "ARM" in group(page, "did-not")
    assert len(group(site.get(f"{THEN}/meetings/SC-May-2013/"), "not-recorded")) == 33


def test_what_was_said_at_a_meeting_stands_there_with_its_citation(site):
    page = text(site.get(f"{THEN}/meetings/IM2018/"))
    said = page.partition("What was said there")[2]
    assert "Morocco Our summary, not the State’s words" in said


def test_a_meeting_leads_to_the_one_before_and_the_next_and_to_what_changed(site):
    page = site.get(f"{THEN}/meetings/16MSP/").content.decode()
    assert f'href="{THEN}/meetings/IM2017/"' in page
    assert f'href="{THEN}/meetings/IM2018/"' in page
    assert f'href="{THEN}/changes/?from=15MSP&amp;to=16MSP"' in page


def test_a_meeting_that_is_still_to_come_has_no_page(site):
    assert site.get(f"{THEN}/meetings/17MSP/").status_code == 404
    assert site.get("/meetings/17MSP/").status_code == 200


def test_every_meeting_held_is_published():
    keys = [of["key"] for of in PAGES["meeting"].every(register_of(standpoint()))]
    assert "SC June 2008" in keys
    assert "23MSP" not in keys


def test_a_note_names_a_source_by_its_title(site):
    page = text(site.get("/meetings/19MSP/"))
    assert "Held virtually (“Republic of Korea: mine ban policy”)." in page
    assert "monitor-kor-2022" not in page
