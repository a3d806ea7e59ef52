"""A double that is merged: what speaks of it goes on as if it spoke of the record that stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Report
from accede.overview.load import load
from accede.overview.practices import practices
from accede.overview.statements import said_days
from accede.records.current import fact_of, judgements
from accede.records.merge import merge
from accede.records.models import SourceVersion
from accede.records.reference import Reference, newest
from accede.records.values import View
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState

pytestmark = pytest.mark.usefixtures("register")

ANA = operator("ana")


def now():
    return View(as_of=date(2026, 11, 23), known_on=datetime.now(UTC))


def copied(kind, key, *, under):
    """A double of a record."""
    row = newest(kind, key)
    with writing("ana", "record") as write:
        write.record(under, fact_of(row), source=row.source)
    return Reference(kind, under, 1)


def test_what_is_from_a_double_of_a_source_is_from_the_source_that_stays():
    double = copied("source", "18msp-statement", under="18msp-statement-2")
    fact = Report(
        treaty="apmbc",
        state="CUB",
        duty=ReportDuty.VOLUNTARY,
        report_state=ReportState.SUBMITTED,
        submitted=PartialDate.parse("2020-11-01"),
    )
    record(ANA, "apmbc/CUB/report/2020-11-01", fact, source=double.key)
    other = copied("source", "18msp-statement", under="18msp-statement-3")
    merge(ANA, double, into=other.key, reason="the same paper")
    merge(ANA, other, into="18msp-statement", reason="the same paper")
    register = load(now(), "apmbc", "reports")
    (report,) = [each for each in register.reports if each.key == "apmbc/CUB/report/2020-11-01"]
    assert report.source == "18msp-statement"
    assert double.key not in register.sources
    assert judgements(now())[1] == {
        ("source", double.key): "18msp-statement",
        ("source", other.key): "18msp-statement",
    }
    assert SourceVersion.objects.filter(key=double.key).exists()


def test_a_claim_made_in_a_double_of_a_statement_keeps_its_days():
    before = load(now(), "apmbc", "statements", "practices", "occasions")
    claim = next(each for each in before.practices if each.fact.statement)
    double = copied("statement", claim.fact.statement, under=f"{claim.fact.statement}~again")
    fact = replace(claim.fact, statement=double.key)
    record(ANA, f"{claim.key}~again", fact, source=claim.source)
    merge(ANA, double, into=claim.fact.statement, reason="the same words")
    register = load(now(), "apmbc", "statements", "practices", "occasions")
    days = said_days(register)
    assert days[double.key] == days[claim.fact.statement]
    assert len(practices(register)) == len(practices(before))


def test_a_meeting_of_which_records_speak_is_not_merged_away():
    copied("occasion", "16MSP", under="sixteenth")
    with pytest.raises(Refused, match="other records speak of it by this key"):
        merge(
            ANA, Reference("occasion", "16MSP", newest("occasion", "16MSP").version), into="sixteenth", reason="twice"
        )
    merge(ANA, Reference("occasion", "sixteenth", 1), into="16MSP", reason="twice")
