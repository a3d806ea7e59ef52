"""Writing: one transaction, one sealed audit entry, or nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Check
from accede.records.lock import head, next_instant
from accede.records.models import AuditEntry
from accede.records.write import writing
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate

pytestmark = pytest.mark.django_db

LOOKED = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"))


def test_a_record_leaves_one_audit_entry_with_who_and_what():
    before = AuditEntry.objects.count()
    record(operator("amina"), "check/1", LOOKED, source="s")
    entry = head()
    assert AuditEntry.objects.count() == before + 1
    assert (entry.actor, entry.verb, entry.rows) == ("amina", "record", 1)


def test_a_write_that_records_nothing_leaves_no_entry():
    before = AuditEntry.objects.count()
    with writing("amina", "record"):
        pass
    assert AuditEntry.objects.count() == before


def test_a_write_that_fails_leaves_nothing():
    before = head()
    with pytest.raises(Refused):
        _record_and_correct_without_a_reason()
    assert head() == before


def _record_and_correct_without_a_reason():
    with writing("amina", "record") as write:
        write.record("check/1", LOOKED, source="s")
        write.record("check/1", LOOKED, source="s")


def test_entries_are_chained():
    record(operator("amina"), "check/1", LOOKED, source="s")
    first = head()
    record(operator("amina"), "check/2", LOOKED, source="s")
    assert head().previous == first.hash
    assert head().number == first.number + 1


def test_a_key_is_recorded_once():
    record(operator("amina"), "check/1", LOOKED, source="s")
    with pytest.raises(Refused, match="exists"):
        record(operator("amina"), "check/1", LOOKED, source="s")


def test_a_correction_is_the_next_version_and_says_why():
    record(operator("amina"), "check/1", LOOKED, source="s")
    supersede(
        operator("ben"), "check/1", replace(LOOKED, note="all questions"), expected_version=1, reason="note", source="s"
    )
    with pytest.raises(Refused, match="reason"):
        supersede(operator("ben"), "check/1", LOOKED, expected_version=2, reason=" ", source="s")


def test_the_second_of_two_editors_is_told_of_the_first():
    record(operator("amina"), "check/1", LOOKED, source="s")
    supersede(operator("ben"), "check/1", LOOKED, expected_version=1, reason="b", source="s")
    with pytest.raises(Refused, match="version 2 was recorded by ben"):
        supersede(operator("carla"), "check/1", LOOKED, expected_version=1, reason="c", source="s")


def test_what_is_not_held_cannot_be_corrected():
    with pytest.raises(UnknownName, match="Record it instead"):
        supersede(operator("ben"), "check/none", LOOKED, expected_version=1, reason="b", source="s")


def test_instants_never_go_back_though_the_clock_does():
    ahead = AuditEntry(at=datetime.now(UTC) + timedelta(days=1))
    assert next_instant(ahead) == ahead.at + timedelta(microseconds=1)
