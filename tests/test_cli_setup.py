"""Setting up is safe to repeat, upgrades, and never overrides what a user recorded."""

import json
import sqlite3
from contextlib import closing

import pytest

from program import CLUSTER, Program

pytestmark = pytest.mark.storage

CORRECTION = """
from dataclasses import replace
from datetime import UTC, date, datetime
from accede.accounts.actor import operator
from accede.evidence.models import PracticeVersion
from accede.evidence.supersede import supersede
from accede.records.current import current
from accede.records.values import View
held = current(PracticeVersion, View(as_of=date.max, known_on=datetime.now(UTC)), key={key!r})[0]
fact = replace(held.fact, summary="Corrected.")
supersede(operator("ana"), held.key, fact, expected_version=1, reason="misread", source=held.source)
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


def test_several_at_once_wait_for_each_other(nowhere):
    together = [nowhere.begin("setup", "--json") for _ in range(3)]
    said = [one.communicate() for one in together]
    assert [one.returncode for one in together] == [0, 0, 0], said
    loaded = sorted(len(json.loads(out)["loaded"]) for out, _ in said)
    assert loaded[:2] == [0, 0]
    assert loaded[2] > 10
    assert nowhere("verify").code == 0


def test_kinds_are_called_as_people_call_them(nowhere):
    said = nowhere("setup").out
    for words in ("roll calls with 5", "list entries", "names of States", "treaty actions"):
        assert words in said
    assert "rollcall" not in said


@pytest.mark.skipif(bool(CLUSTER), reason="a file of SQLite")
def test_the_database_of_another_program_is_left_alone(nowhere):
    nowhere.home.mkdir()
    database = nowhere.home / "accede.sqlite3"
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TABLE shop_orders (id INTEGER)")
    done = nowhere("setup")
    assert done.code == 2
    assert "shop_orders" in done.sentence
    with closing(sqlite3.connect(database)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("shop_orders",)]


def test_a_home_that_is_a_file_is_called_a_file(tmp_path):
    (tmp_path / "home").write_text("a letter")
    for command in ("setup", "status", "verify"):
        done = Program(tmp_path / "home")(command)
        assert done.code == 2
        assert "it is a file, not a folder" in done.sentence
