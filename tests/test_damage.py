"""Bytes of the database are not what they were: each command says so, none has a fault."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing

import pytest

PAGE = 4096


@pytest.fixture
def file(program):
    """The file of a SQLite register, with everything in it."""
    with closing(sqlite3.connect(program.home / "accede.sqlite3")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return program.home / "accede.sqlite3"


def write_at(file, where, content):
    with file.open("r+b") as opened:
        opened.seek(where)
        opened.write(content)


def root_of(file, name):
    """The first byte of the page at which a table or an index begins."""
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()
    return (page - 1) * PAGE


def test_a_page_of_other_bytes_is_damage_for_verify_and_a_sentence_for_the_others(program, file, tmp_path):
    write_at(file, root_of(file, "evidence_statementversion"), random.Random(7).randbytes(PAGE))
    found = program("verify")
    assert (found.code, found.err) == (1, "")
    assert "evidence_statementversion cannot be read: the database is damaged" in found.out
    for command in (("state", "MAR"), ("backup", str(tmp_path / "register.backup"))):
        told = program(*command)
        assert told.code == 2
        assert "accede verify" in told.sentence
    assert not (tmp_path / "register.backup").exists()
    assert not (program.home / "logs" / "faults.log").exists()


def test_a_value_that_is_none_of_its_kind_is_damage(program, file):
    with closing(sqlite3.connect(file)) as connection:
        (instant,) = connection.execute("SELECT max(recorded_at) FROM register_nameversion").fetchone()
    write_at(file, file.read_bytes().rindex(instant.encode()), b"9999-99")
    found = program("verify", "--json")
    assert (found.code, found.err) == (1, "")
    assert "cannot be read: the database is damaged" in " ".join(json.loads(found.out)["problems"])


def test_an_index_that_is_not_of_its_table_is_damage(program, file):
    with closing(sqlite3.connect(file)) as connection:
        (index,) = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'evidence_statementversion' AND sql <> ''"
        ).fetchall()[0]
    write_at(file, root_of(file, index) + PAGE - 40, b"\x01" * 8)
    assert program("verify").code == 1


def test_a_file_that_is_cut_off_or_is_no_database_is_damage(program, file):
    whole = file.read_bytes()
    for content in (whole[: len(whole) // 3], b"\0" * 100 + whole[100:], b"x" * len(whole)):
        file.write_bytes(content)
        found = program("verify")
        assert (found.code, found.err) == (1, "")
        assert "The register is damaged" in found.out


def test_a_set_up_that_did_not_come_to_its_end_is_told_as_such(nowhere):
    assert nowhere("setup", "--empty").code == 0
    with closing(sqlite3.connect(nowhere.home / "accede.sqlite3")) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (trigger,) in triggers:
            connection.execute(f'DROP TRIGGER "{trigger}"')
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE '%version'").fetchall():
            connection.execute(f'DELETE FROM "{table}"')
        connection.execute("DELETE FROM records_event")
        connection.execute("DELETE FROM records_auditentry")
        connection.commit()
    shutil.rmtree(nowhere.home / "logs")
    found = nowhere("verify")
    assert found.code == 2
    assert "did not come to its end" in found.sentence


def test_a_kept_file_that_was_damaged_is_made_good_by_a_backup(program, tmp_path):
    backup = str(tmp_path / "register.backup")
    name = program.python("from accede.records import kept; print(kept.keep('sources', b'a paper'))")
    assert program("backup", backup).code == 0
    for damage in (b"a paxer", b"a pap", None):
        kept = program.home / "sources" / name
        kept.write_bytes(damage) if damage else kept.unlink()
        restored = program("restore", backup, "--replace")
        assert restored.code == 0, restored.err
        assert kept.read_bytes() == b"a paper"
    assert program("verify").code == 0
