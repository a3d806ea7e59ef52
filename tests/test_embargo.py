"""An embargo: nobody outside learns before its end that there is something, nor ever what was taken out of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accede.accounts.actor import operator
from accede.evidence.models import ReportVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Report
from accede.overview.corrections import corrections_in
from accede.publishing.standpoint import standpoint
from accede.records.current import current
from accede.records.models import EventKind
from accede.records.reference import Reference
from accede.records.release import release, to_release, withdraw
from accede.records.retract import retract
from accede.records.review import accept
from accede.records.reviewing import Stage, stages
from accede.records.values import Source, View
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

ANA, BEN = operator("ana"), operator("ben")
KEY = "apmbc/CUB/report/2026-03-01"
FIRST, SECOND = Reference("report", KEY, 1), Reference("report", KEY, 2)
FACT = Report(
    treaty="apmbc",
    state="CUB",
    duty=ReportDuty.VOLUNTARY,
    report_state=ReportState.SUBMITTED,
    submitted=PartialDate.parse("2026-03-01"),
)


def ahead(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def accepted(key: str = KEY, source: str = "18msp-statement", **around) -> Reference:
    record(ANA, key, FACT, source=source, **around)
    accept(BEN, [Reference("report", key, 1)])
    return Reference("report", key, 1)


def corrected(reason: str = "misread") -> Reference:
    fact = replace(FACT, submitted=PartialDate.parse("2026-03-02"))
    supersede(ANA, KEY, fact, expected_version=1, reason=reason, source="18msp-statement")
    accept(BEN, [SECOND])
    return SECOND


def test_what_is_taken_out_of_an_embargo_moves_nothing_then_or_later():
    before, until = standpoint().key, ahead(2)
    release(BEN, [accepted()], at=until)
    withdraw(BEN, [FIRST], reason="not yet")
    assert standpoint().key == before
    assert standpoint(until + timedelta(days=1)).key == before


def test_what_is_retracted_under_embargo_moves_nothing():
    before, until = standpoint().key, ahead(2)
    release(BEN, [accepted()], at=until)
    retract(BEN, FIRST, reason="another State's")
    assert standpoint(until + timedelta(days=1)).key == before


def test_an_embargo_that_is_ended_early_moves_nothing_at_its_old_end():
    until = ahead(2)
    release(BEN, [accepted()], at=until)
    before = standpoint()
    release(BEN, [FIRST])
    now = standpoint()
    assert now.known_on > before.known_on
    assert standpoint(until + timedelta(days=1)).key == now.key


def test_a_correction_taken_out_of_an_embargo_is_told_nowhere():
    release(BEN, [accepted()])
    until = ahead(2)
    release(BEN, [corrected("a reason for us")], at=until)
    withdraw(BEN, [SECOND], reason="not yet")
    later = View(as_of=date.max, known_on=until + timedelta(days=1), public=True)
    assert [each.version for each in current(ReportVersion, later, key=KEY)] == [1]
    assert corrections_in(later, "apmbc") == ()


def test_withdrawing_a_correction_that_is_still_under_embargo_moves_nothing():
    release(BEN, [accepted()])
    before = standpoint().key
    release(BEN, [corrected()], at=ahead(2))
    withdraw(BEN, [SECOND], reason="not yet")
    assert standpoint().key == before


def test_facts_of_one_source_go_under_the_same_embargo_one_after_another():
    source = Source(title="A letter", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    with writing("ana", "record") as write:
        write.record("a-letter", source, source="")
    until, letter = ahead(2), Reference("source", "a-letter", 1)
    release(BEN, [accepted(source="a-letter")], at=until)
    other = accepted(f"{KEY}~2", "a-letter")
    assert set(to_release(BEN, [other], at=until)) == {other}
    assert set(to_release(BEN, [other], at=until - timedelta(days=1))) == {other, letter}
    release(BEN, [other], at=until + timedelta(days=1))
    assert stages([letter])[letter].effective_at == until


def test_a_source_that_is_being_corrected_holds_nothing_back():
    source = Source(title="A letter", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    with writing("ana", "record") as write:
        write.record("a-letter", source, source="")
    release(BEN, [accepted(source="a-letter")])
    other = accepted(f"{KEY}~2", "a-letter")
    with writing("ana", "supersede") as write:
        write.record("a-letter", replace(source, title="The letter"), source="", reason="its title")
    assert release(BEN, [other]) == 1


def test_a_view_shows_beside_what_is_released_what_it_is_told_to():
    release(BEN, [accepted()])
    second = corrected()
    now = View(as_of=date.max, known_on=datetime.now(UTC), public=True)
    beside = replace(now, also_released=frozenset({("report", KEY, 2)}))
    assert [each.version for each in current(ReportVersion, now, key=KEY)] == [1]
    assert [each.version for each in current(ReportVersion, beside, key=KEY)] == [second.version]
    assert corrections_in(now, "apmbc") == ()
    assert [each.reason for each in corrections_in(beside, "apmbc")] == ["misread"]


@pytest.mark.parametrize("restricted", [each for each in Classification if each is not Classification.PUBLIC])
def test_what_is_for_fewer_is_not_shown_beside(restricted):
    one = accepted(classification=restricted)
    beside = View(
        as_of=date.max,
        known_on=datetime.now(UTC),
        public=True,
        also_released=frozenset({(one.kind, one.key, one.version)}),
    )
    assert current(ReportVersion, beside, key=KEY) == []


def test_what_was_retracted_is_not_shown_beside():
    one = accepted()
    judge("ben", EventKind.RETRACTION, ReportVersion, KEY, reason="never so")
    also = frozenset({(one.kind, one.key, one.version)})
    assert (
        current(
            ReportVersion, View(as_of=date.max, known_on=datetime.now(UTC), public=True, also_released=also), key=KEY
        )
        == []
    )
    with pytest.raises(Refused):
        to_release(BEN, [one])
    assert stages([one])[one].stage is Stage.RETRACTED
