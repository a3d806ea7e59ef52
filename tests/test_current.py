"""What is current: as recorded, as released, from these sources alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accede.accounts.actor import operator
from accede.evidence.models import CheckVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Check
from accede.records.current import choices, current
from accede.records.lock import head
from accede.records.models import EventKind
from accede.records.values import View
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from judging import judge

pytestmark = pytest.mark.django_db

FIRST = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"), note="first")
SECOND = replace(FIRST, note="second")
TICK = timedelta(microseconds=1)


def seen(*, known_on=None, public=False, sources=None, **filters):
    view = View(
        as_of=date(2026, 11, 23),
        known_on=known_on or datetime.now(UTC) + timedelta(hours=1),
        public=public,
        sources=sources,
    )
    return [evidence.fact.note for evidence in current(CheckVersion, view, **filters)]


def recorded_at():
    return head().at


def test_the_newest_version_is_current():
    record(operator("amina"), "check/1", FIRST, source="s")
    supersede(operator("ben"), "check/1", SECOND, expected_version=1, reason="b", source="s")
    assert seen() == ["second"]


def test_the_old_version_is_current_as_known_before_the_correction():
    record(operator("amina"), "check/1", FIRST, source="s")
    first = recorded_at()
    supersede(operator("ben"), "check/1", SECOND, expected_version=1, reason="b", source="s")
    assert seen(known_on=first) == ["first"]
    assert seen(known_on=recorded_at() - TICK) == ["first"]
    assert seen(known_on=recorded_at()) == ["second"]
    assert seen(known_on=first - TICK) == []


def test_a_retracted_record_is_gone_from_then_on():
    record(operator("amina"), "check/1", FIRST, source="s")
    before = recorded_at()
    judge("ben", EventKind.RETRACTION, CheckVersion, "check/1", reason="wrong State")
    assert seen() == []
    assert seen(known_on=before) == ["first"]


def test_a_retracted_record_comes_back_by_a_new_version():
    record(operator("amina"), "check/1", FIRST, source="s")
    judge("ben", EventKind.RETRACTION, CheckVersion, "check/1", reason="wrong State")
    supersede(operator("ben"), "check/1", SECOND, expected_version=1, reason="right after all", source="s")
    assert seen() == ["second"]


def test_nothing_is_public_before_its_release():
    record(operator("amina"), "check/1", FIRST, source="s")
    assert seen(public=True) == []
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    assert seen(public=True) == ["first"]
    assert seen(public=True, known_on=recorded_at() - TICK) == []


def test_a_correction_is_not_public_before_its_own_release():
    record(operator("amina"), "check/1", FIRST, source="s")
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    supersede(operator("ben"), "check/1", SECOND, expected_version=1, reason="b", source="s")
    assert seen(public=True) == ["first"]
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    assert seen(public=True) == ["second"]


def test_an_embargo_ends_at_its_instant():
    record(operator("amina"), "check/1", FIRST, source="s")
    ends = datetime.now(UTC) + timedelta(days=2)
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1", effective_at=ends)
    assert seen(public=True, known_on=ends - TICK) == []
    assert seen(public=True, known_on=ends) == ["first"]


def test_what_is_withdrawn_from_release_is_no_longer_public_until_released_again():
    record(operator("amina"), "check/1", FIRST, source="s")
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    judge("ben", EventKind.WITHDRAWAL, CheckVersion, "check/1", reason="too early")
    assert seen(public=True) == []
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    assert seen(public=True) == ["first"]


@pytest.mark.parametrize("restricted", [c for c in Classification if c is not Classification.PUBLIC])
def test_a_restricted_version_is_never_public_though_released(restricted):
    record(operator("amina"), "check/1", FIRST, source="s", classification=restricted)
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    assert seen(public=True) == []
    assert seen() == ["first"]


def test_answers_can_be_taken_from_some_sources_alone():
    record(operator("amina"), "check/1", FIRST, source="a")
    record(operator("amina"), "check/2", SECOND, source="b")
    assert seen(sources=frozenset({"b"})) == ["second"]


def test_conditions_are_met_by_the_current_version():
    record(operator("amina"), "check/1", FIRST, source="s")
    supersede(operator("ben"), "check/1", replace(FIRST, state="TON"), expected_version=1, reason="b", source="s")
    assert seen(state="BHR") == []
    assert seen(state="TON") == ["first"]


def test_the_newest_choice_between_contradictions_stands():
    record(operator("amina"), "check/1", FIRST, source="a")
    record(operator("amina"), "check/1~b", SECOND, source="b")
    judge("ben", EventKind.CHOICE, CheckVersion, "check/1", reason="nearer", other="topic")
    judge("ben", EventKind.CHOICE, CheckVersion, "check/1~b", reason="newer", other="topic")
    view = View(as_of=date(2026, 11, 23), known_on=datetime.now(UTC) + timedelta(hours=1))
    assert choices(view) == {"topic": "check/1~b"}


def test_a_choice_of_what_is_not_released_changes_no_public_answer():
    record(operator("amina"), "check/1", FIRST, source="a")
    record(operator("amina"), "check/1~b", SECOND, source="b")
    judge("ben", EventKind.RELEASE, CheckVersion, "check/1")
    judge("ben", EventKind.CHOICE, CheckVersion, "check/1", reason="nearer", other="topic")
    judge("ben", EventKind.CHOICE, CheckVersion, "check/1~b", reason="newer", other="topic")
    view = View(as_of=date(2026, 11, 23), known_on=datetime.now(UTC) + timedelta(hours=1))
    assert choices(view) == {"topic": "check/1~b"}
    assert choices(replace(view, public=True)) == {"topic": "check/1"}


def test_judgements_that_need_a_reason_ask_for_it():
    record(operator("amina"), "check/1", FIRST, source="a")
    with pytest.raises(Refused, match="reason"):
        judge("ben", EventKind.RETRACTION, CheckVersion, "check/1")
    with pytest.raises(UnknownName):
        judge("ben", EventKind.RELEASE, CheckVersion, "check/none")


def test_a_view_can_leave_out_what_is_classed_otherwise():
    record(operator("amina"), "check/1", FIRST, source="s")
    supersede(
        operator("ben"),
        "check/1",
        SECOND,
        expected_version=1,
        reason="b",
        source="s",
        classification=Classification.PRESIDENCY,
    )
    now = View(as_of=date(2026, 11, 23), known_on=datetime.now(UTC) + timedelta(hours=1))
    for_print = replace(now, classes=frozenset({Classification.PUBLIC}))
    assert [one.fact.note for one in current(CheckVersion, now)] == ["second"]
    assert current(CheckVersion, for_print) == []
