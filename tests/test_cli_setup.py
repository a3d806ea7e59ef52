"""Setting up is safe to repeat, upgrades, and never overrides what a user recorded."""

import pytest

pytestmark = pytest.mark.storage

CORRECTION = """
from dataclasses import replace
from datetime import UTC, date, datetime
from accede.evidence.models import PracticeVersion
from accede.evidence.supersede import supersede
from accede.records.current import current
from accede.records.values import View
held = current(PracticeVersion, View(as_of=date.max, known_on=datetime.now(UTC)), key={key!r})[0]
supersede("ana", held.key, replace(held.fact, summary="Corrected."), expected_version=1, reason="misread", source=held.source)
"""
KEY = "apmbc/ARE/practice/production/1"


def test_a_second_time_changes_nothing(program):
    before = program.head
    again = program.json("setup")
    assert again["loaded"] == {}
    assert again["unchanged"] > 4000
    assert again["differences"] == []
    assert program.head == before


def test_what_a_user_corrected_stays_and_is_no_difference_while_the_shipped_fact_is_the_same(program):
    program.python(CORRECTION.format(key=KEY))
    before = program.head
    assert program.json("setup")["differences"] == []
    assert program.head == before


def test_an_empty_register_has_states_and_treaties_and_no_evidence(nowhere):
    loaded = nowhere.json("setup", "--empty")["loaded"]
    assert loaded["state"] > 197
    assert loaded["treaty"] == 10
    assert "practice" not in loaded
    assert nowhere("verify").code == 0
    done = nowhere("status")
    assert done.code == 2
    assert "accede setup" in done.sentence


def test_evidence_can_be_loaded_after_an_empty_start(nowhere):
    nowhere("setup", "--empty")
    nowhere("setup")
    assert nowhere.json("status", "--as-of", "2018-08-21")["counts"]["joined"] == 164
    assert nowhere("verify").code == 0


def test_a_register_of_a_newer_version_is_left_alone(program):
    program.python(
        "from django.db import connection as c\n"
        "c.cursor().execute(\"INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999', '2099-01-01')\")"
    )
    done = program("setup")
    assert done.code == 2
    assert "newer version" in done.sentence


def test_the_home_is_closed_to_others(nowhere):
    nowhere("setup", "--empty")
    assert nowhere.home.stat().st_mode & 0o077 == 0
