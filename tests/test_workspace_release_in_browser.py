"""From accepted to public as a publisher does it: what would be seen, the release, an embargo that ends by itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from test_pages_in_browser import complaints_of_axe

pytestmark = [pytest.mark.browser, pytest.mark.storage]

ACCEPTED = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Report
from accede.records.reference import Reference
from accede.records.review import accept
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
key = "apmbc/CUB/report/{year}-03-01"
fact = Report(treaty="apmbc", state="CUB", duty=ReportDuty.VOLUNTARY, report_state=ReportState.SUBMITTED,
    submitted=PartialDate.parse("{year}-03-01"))
record(operator("ana"), key, fact, source="18msp-statement")
accept(operator("ben"), [Reference("report", key, 1)])
"""
MOST = 30
"""Seconds within which what is to be seen is there."""


@pytest.fixture
def tab(desk_of):
    tab = desk_of("publisher", viewport={"width": 1280, "height": 900}).new_page()
    tab.set_default_timeout(MOST * 1000)
    return tab


def is_sound(tab, *, dark=False):
    """Whether axe finds nothing, and nothing stands beside the smallest screen."""
    assert complaints_of_axe(tab, dark=dark) == []
    return True


def reads(tab, path, words):
    """Whether a page of the public site says it."""
    return words in tab.request.get(path).text()


def test_what_is_accepted_is_looked_at_released_and_public(tab, workplace):
    workplace.python(ACCEPTED.format(year=2017))
    tab.goto("/workspace/release/")
    assert not reads(tab, "/states/CUB/", "1 March 2017")
    assert is_sound(tab)
    tab.get_by_role("checkbox").check()
    tab.keyboard.press("Control+Enter")
    tab.wait_for_url("**/release/look/**")
    assert tab.locator(".opening").inner_text() == "Everybody would see 1 record that was not public."
    changing = tab.get_by_role("link", name="Cuba", exact=True)
    changing.wait_for()  # the pages that change come by themselves
    assert is_sound(tab, dark=True)
    changing.click()
    assert "1 March 2017" in tab.locator("main").inner_text()
    assert tab.locator("aside.preview").inner_text().startswith("Preview, not public.")
    assert is_sound(tab)
    tab.get_by_role("link", name="Votes", exact=True).first.click()
    assert re.search(r"/release/preview/[0-9a-f]{16}/votes/$", tab.url)
    assert not reads(tab, "/states/CUB/", "1 March 2017")
    tab.go_back()
    tab.go_back()
    tab.wait_for_url("**/release/look/**")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_url("**/workspace/release/")
    assert "1 record is released." in tab.locator(".messages").inner_text()
    assert reads(tab, "/states/CUB/", "1 March 2017")


def put_under_embargo(tab, seconds):
    """The end of an embargo so many seconds ahead; None where deciding took longer, and it was refused."""
    tab.goto("/workspace/release/")
    tab.locator('input[value*="2016-03-01"]').check()
    tab.get_by_label("Under embargo until").check()
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=seconds)
    tab.locator('input[name="at"]').fill(until.isoformat()[:19])
    tab.get_by_role("button", name="What would be seen?").click()
    decide = tab.get_by_role("button", name="Put 1 record under embargo")
    tab.locator("h1").wait_for()
    if decide.count():
        decide.click()
        tab.locator("h1").wait_for()
    return until if tab.locator(".messages").count() else None


def test_an_embargo_ends_by_itself(tab, workplace):
    workplace.python(ACCEPTED.format(year=2016))
    until = next(found for seconds in (5, 20, 60) if (found := put_under_embargo(tab, seconds)))
    assert "is under embargo until" in tab.locator(".messages").inner_text()
    assert not reads(tab, "/states/CUB/", "1 March 2016") or datetime.now(UTC) >= until
    while not reads(tab, "/states/CUB/", "1 March 2016"):
        assert datetime.now(UTC) < until + timedelta(seconds=MOST), "it has ended, and nothing is there"
        tab.wait_for_timeout(200)
    assert datetime.now(UTC) >= until
    tab.reload()
    assert "Nothing is under embargo." in tab.locator("main").inner_text()
