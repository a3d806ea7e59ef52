"""The cover of an Article 7 report: State, day, year covered, and whether it is voluntary."""

from __future__ import annotations

import pytest

from accede.evidence.values import Report
from accede.intake.findings import DocumentKind
from accede.vocabulary.reports import ReportDuty
from reader_cast import facts, sample, written


def cover(
    tmp_path, state="Mongolia", day="28 April 2031", period="Covering calendar year 2030", title="Voluntary report"
):
    text = f"Reporting formats for Article 7 of the Mine Ban Convention\n\n{title}\n\nSTATE: {state}\n\n"
    return written(tmp_path, f"{text}DATE OF SUBMISSION: {day}\n\n{period}\n")


def report(found) -> Report:
    (one,) = facts(found, Report)
    return one


def test_a_voluntary_report():
    found = sample("article_7_cover.txt")
    one = report(found)
    assert found.kind is DocumentKind.ARTICLE_7_REPORT
    assert (one.state, one.submitted.edtf, one.covers.edtf, one.duty) == (
        "MNG", "2031-04-28", "2030", ReportDuty.VOLUNTARY,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "duty"),
    [("Initial report", ReportDuty.INITIAL), ("Annual report", ReportDuty.ANNUAL), ("", ReportDuty.ANNUAL)],
)
def test_why_it_was_made(tmp_path, title, duty):
    assert report(cover(tmp_path, title=title)).duty is duty


@pytest.mark.parametrize(
    ("period", "covers"),
    [
        ("Reporting for time period from 1 January 2030 to 31 December 2030", "2030"),
        ("Reporting for time period from 1 July 2029 to 31 December 2030", "2029-07-01/2030-12-31"),
        ("Covering calendar year 2030", "2030"),
        ("Reporting year: 2029", "2029"),
    ],
)
def test_what_it_covers(tmp_path, period, covers):
    assert report(cover(tmp_path, period=period)).covers.edtf == covers


@pytest.mark.parametrize(
    ("day", "read"),
    [
        ("28 April 2031", "2031-04-28"),
        ("28/04/2031", "2031-04-28"),
        ("04/28/2031", "2031-04-28"),
        ("4.4.2031", "2031-04-04"),
    ],
)
def test_the_day_of_submission(tmp_path, day, read):
    assert report(cover(tmp_path, day=day)).submitted.edtf == read


@pytest.mark.parametrize("day", ["31 February 2031", "03/04/2031", "31/31/2031", "30/02/2031", "today"])
def test_a_day_that_cannot_be_or_may_be_two_is_not_understood(tmp_path, day):
    found = cover(tmp_path, day=day)
    assert report(found).submitted is None
    assert "the day of submission is none, or may be two" in str(found.refusal(name="report.txt"))


def test_a_time_that_ends_before_it_begins_is_not_understood(tmp_path):
    found = cover(tmp_path, period="Reporting for time period from 31 December 2030 to 1 January 2030")
    assert report(found).covers is None
    assert found.refusal(name="report.txt") is not None


@pytest.mark.parametrize("state", ["Atlantis", "MongoliaNepal", "Korea"])
def test_a_state_that_is_none_or_several_is_refused(tmp_path, state):
    found = cover(tmp_path, state=state)
    assert found.proposals == ()
    assert state in str(found.refusal(name="report.txt"))


def test_the_forms_behind_the_cover_are_said_not_to_be_read(tmp_path):
    forms = "\n\n".join(f"Form B. Stockpile of {number} mines in store {number}." for number in range(200))
    found = cover(tmp_path, period=f"Covering calendar year 2030\n\n{forms}")
    assert any("store 199" in one.text for one in found.not_understood)
    assert found.refusal(name="report.txt") is None


def test_a_cover_cut_off_is_said_to_be(tmp_path):
    found = cover(tmp_path, period="Covering calendar year 2030\n\n[text ends here]")
    assert "cut off" in str(found.refusal(name="report.txt"))
