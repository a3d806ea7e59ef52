"""Votes: the matrices of both bodies, one page a roll call, and who changed how it votes."""

import re

import pytest
from django.test import Client

from accede.overview.ballot_history import held_votes
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
from test_pages import strict_templates
from test_pages import text as words

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

THEN = "/on/2018-08-21"


def text(page):
    """The page's words, as a reader sees them."""
    return re.sub(r" (?=[,:;.)])|(?<=\() ", "", words(page))


@pytest.fixture
def site():
    return Client()


def rows(page):
    """The lines of the table of totals: word and numbers."""
    table = page.content.decode().partition('<table class="totals">')[2].partition("</table>")[0]
    return [re.sub(r"<[^>]+>", " ", row).split() for row in re.findall(r"<tr>(.*?)</tr>", table)[1:]]


def test_votes_open_with_the_last_plenary_vote(site):
    page = text(site.get(f"{THEN}/votes/"))
    assert "The last plenary vote, of 4 December 2017 on A/RES/72/53: 167 in favour, 0 against and 17 abstained" in page
    assert "Of the 33 States outside: " in page
    assert "The last plenary vote, of 2 December 2024 on A/RES/79/34: 173 in favour, 1 against and 14" in text(
        site.get("/votes/")
    )


def test_both_bodies_have_a_matrix_whose_cells_lead_to_their_roll_call(site):
    page = site.get(f"{THEN}/votes/").content.decode()
    assert 'id="votes-plenary"' in page
    assert 'id="votes-first-committee"' in page
    assert f'<a href="{THEN}/votes/plenary-72/" aria-label="Morocco, 4 December 2017: in favour">●</a>' in page
    assert f'<a href="{THEN}/votes/first-committee-72/"' in page


def test_before_the_first_vote_the_page_says_what_would_stand_there(site):
    assert "The first roll call would stand here." in text(site.get("/on/1997-10-01/votes/"))


def test_a_roll_call_gives_what_is_counted_beside_what_is_stated(site):
    assert rows(site.get(f"{THEN}/votes/plenary-72/")) == [
        ["in", "favour", "167", "16", "167"],
        ["against", "0", "0", "0"],
        ["abstained", "17", "16", "17"],
        ["not", "recorded", "9", "1", "not", "given"],
        ["not", "a", "member", "then", "4", "0", "not", "given"],
    ]


def test_the_first_committee_is_counted_among_those_outside(site):
    page = site.get(f"{THEN}/votes/first-committee-72/")
    counted = {row[0]: row for row in rows(page)}
    assert counted["in"][3] == "14"
    assert counted["against"][2] == "0"
    assert counted["abstained"][2] == "16"
    assert "not present 3 3 3" in " ".join(" ".join(row) for row in rows(page))
    assert "The record does not list every Member" in text(page)


def test_every_member_is_in_one_group(site):
    page = site.get(f"{THEN}/votes/plenary-72/").content.decode()
    groups = re.findall(r'<ul class="names">(.*?)</ul>', page, re.DOTALL)
    named = [iso3 for group in groups for iso3 in re.findall(r"/states/(\w{3})/", group)]
    assert len(named) == len(set(named)) == 197
    assert [group.count("<li>") for group in groups] == [167, 17, 9, 4]


def test_who_voted_otherwise_than_the_last_time_is_named(site):
    page = text(site.get("/votes/plenary-78/"))
    assert "abstained (2022) → to against: Russian Federation" in page
    assert "Russian Federation (abstained in 2022)" in page


def test_a_roll_call_leads_to_the_one_before_the_next_and_the_other_body(site):
    page = site.get("/votes/plenary-72/").content.decode()
    for other in ("plenary-71", "plenary-73", "first-committee-72"):
        assert f'href="/votes/{other}/"' in page
    assert f'href="{THEN}/votes/plenary-73/"' not in site.get(f"{THEN}/votes/plenary-72/").content.decode()


def test_a_vote_that_is_still_to_come_has_no_page(site):
    assert site.get(f"{THEN}/votes/plenary-73/").status_code == 404
    assert site.get("/votes/plenary-7/").status_code == 404


def test_totals_alone_are_called_so(site):
    assert "The source states totals alone: 154 in favour" in text(site.get("/votes/first-committee-80/"))


def test_sources_of_a_roll_call_that_differ_are_both_shown(site):
    page = text(site.get("/votes/plenary-65/"))
    assert "What sources say against each other Saudi Arabia: in favour 1; abstained 2" in page


def test_a_changed_vote_is_found_across_a_vote_that_is_not_recorded(register):
    votes = held_votes(register_of(standpoint()))
    changes = [change for vote in votes for change in vote.changes()]
    assert any(change.session - change.session_before > 1 for change in changes)
    assert all(change.before is not change.after for change in changes)


def test_changes_are_listed_newest_first_and_can_be_narrowed(site):
    page = text(site.get("/votes/changes/"))
    assert page.index("4 December 2023, UNGA plenary") < page.index("5 December 2016, UNGA plenary")
    russia = text(site.get("/votes/changes/?state=RUS"))
    assert "Russian Federation: abstained (2022) → to against" in russia
    assert "State: Russian Federation" in russia
    assert "No change fits" in text(site.get("/votes/changes/?state=RUS&now=in_favour"))


def test_later_changes_are_not_there(site):
    assert "2023" not in text(site.get(f"{THEN}/votes/changes/"))


def test_every_roll_call_held_by_a_day_is_published():
    keys = [of["key"] for of in PAGES["rollcall"].every(register_of(standpoint()))]
    assert "plenary-72" in keys
    assert len(keys) == len(set(keys))


def test_totals_without_ballots_are_not_counted_as_nobody(site):
    page = text(site.get("/votes/"))
    assert "0 in favour, 0 against and 0 abstained" not in page
    assert "154 in favour" in page
