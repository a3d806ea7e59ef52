"""Tampering is refused by the database or found by verify."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from accede.evidence.record import add
from accede.evidence.seals import damaged_ballots
from accede.evidence.values import Check, RollCall
from accede.records import guard, kept, witness
from accede.records.lock import head
from accede.records.values import Source
from accede.records.verify import verify
from accede.records.write import writing
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import Damaged, Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade, SourceKind

pytestmark = pytest.mark.django_db

LOOKED = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"))
VOTE = RollCall(
    treaty="apmbc",
    body=Body.PLENARY,
    session=81,
    symbol="A/RES/81/1",
    voted=PartialDate.parse("2026-12-01"),
    ballots=(("BHR", Ballot.IN_FAVOUR), ("CUB", Ballot.ABSTAINED)),
)
CHECKS, BALLOTS, CHAIN = "evidence_checkversion", "evidence_ballot", "records_auditentry"


@pytest.fixture(autouse=True)
def recorded():
    for number in (1, 2):
        with writing("amina", "record") as write:
            add(write, f"check/{number}", replace(LOOKED, note=str(number)), source="s")
            add(write, f"vote/{number}", VOTE, source="s")


def sql(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def behind_the_guard(*statements):
    """As somebody does who may drop triggers, and puts them back."""
    guard.take_down()
    sql(*statements)
    guard.put_up()


def problems():
    return " ".join(verify(further=(damaged_ballots,)).problems)


def test_an_untouched_register_is_whole():
    assert problems() == ""


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {CHECKS} SET note = 'x'",
        f"DELETE FROM {CHECKS}",
        f"UPDATE {BALLOTS} SET ballot = 'against'",
        f"DELETE FROM {BALLOTS}",
        f"UPDATE {CHAIN} SET actor = 'x'",
        f"DELETE FROM {CHAIN} WHERE number = 1",
        f"UPDATE {CHECKS} SET id = id",
    ],
)
def test_the_database_refuses_to_change_or_delete(statement):
    with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic():
        sql(statement)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no TRUNCATE")
@pytest.mark.parametrize("table", [CHECKS, BALLOTS, CHAIN])
def test_the_database_refuses_to_truncate(table):
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic():
        sql(f"TRUNCATE {table} CASCADE")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL knows no REPLACE")
def test_the_database_refuses_to_replace():
    with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic():
        sql(f"INSERT OR REPLACE INTO {CHECKS} SELECT * FROM {CHECKS} LIMIT 1")


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (f"UPDATE {CHECKS} SET note = 'x' WHERE key = 'check/1'", "was changed after it was recorded"),
        (f"DELETE FROM {CHECKS} WHERE key = 'check/1'", "recorded 2 rows, 1 are there"),
        (f"DELETE FROM {CHECKS}", "recorded 2 rows, 1 are there"),
        (f"UPDATE {BALLOTS} SET ballot = 'against' WHERE state = 'CUB'", "ballots were changed"),
        (f"DELETE FROM {BALLOTS} WHERE state = 'CUB'", "ballots were changed"),
        (f"DELETE FROM {BALLOTS}", "ballots are gone"),
        (f"UPDATE {CHAIN} SET actor = 'x' WHERE actor = 'amina'", "was changed"),
        (f"DELETE FROM {CHAIN} WHERE number = 1", "lacks entry 1"),
    ],
)
def test_what_was_changed_behind_the_guard_is_found(statement, finding):
    behind_the_guard(statement)
    assert finding in problems()


def test_a_row_inserted_from_outside_is_found():
    columns = ", ".join(
        f'"{name}"' for name in ("recorded_at", "recorded_by", "reason", "digest", "version", "source", "locator")
    )
    more = ", ".join(f'"{name}"' for name in ("classification", "treaty", "state", "checked", "question", "note"))
    for number, entry in enumerate(("entry", "entry + 1000"), 1):
        sql(
            f"INSERT INTO {CHECKS} (id, key, entry, {columns}, {more})"
            f" SELECT id + {number} * 1000, key || '{entry}', {entry}, {columns}, {more} FROM {CHECKS} WHERE key = 'check/1'"
        )
    found = problems()
    assert "recorded 2 rows, 3 are there" in found
    assert "which does not exist" in found


@pytest.mark.usefixtures("witnessed")
def test_the_cut_end_of_the_chain_is_found(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), writing("amina", "record") as write:
        add(write, "check/3", LOOKED, source="s")
    behind_the_guard(f"DELETE FROM {CHECKS} WHERE key = 'check/3'", f"DELETE FROM {CHAIN} WHERE number = {write.entry}")
    assert "its end was cut off" in problems()


def test_a_dropped_trigger_is_found_and_put_back():
    name = f"{CHECKS}_no_update"
    sql(f'DROP TRIGGER "{name}" ON {CHECKS}' if connection.vendor == "postgresql" else f'DROP TRIGGER "{name}"')
    assert name in problems()
    guard.put_up()
    assert problems() == ""


DROPS_ROWS = (
    (
        "CREATE FUNCTION drops_rows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
        f"CREATE TRIGGER drops_rows BEFORE INSERT ON {CHECKS} FOR EACH ROW EXECUTE FUNCTION drops_rows()",
    )
    if connection.vendor == "postgresql"
    else (f"CREATE TRIGGER drops_rows BEFORE INSERT ON {CHECKS} BEGIN SELECT RAISE(IGNORE); END",)
)


def test_a_trigger_that_is_not_ours_is_found():
    sql(*DROPS_ROWS)
    assert "drops_rows is not of Accede" in problems()


def test_a_write_of_which_rows_are_dropped_fails():
    sql(*DROPS_ROWS)
    with pytest.raises(Damaged, match="took 0 of 1 rows"), transaction.atomic(), writing("amina", "record") as write:
        add(write, "check/3", LOOKED, source="s")


def test_a_table_that_is_gone_is_found():
    sql(f"DROP TABLE {CHECKS} CASCADE" if connection.vendor == "postgresql" else f"DROP TABLE {CHECKS}")
    assert problems() == f"The table {CHECKS} is gone. Restore the last backup."


@pytest.mark.parametrize("content", [None, b"", b"\xff\x00 garbage\n"])
@pytest.mark.usefixtures("witnessed")
def test_a_witness_that_is_gone_or_unreadable_is_found(content):
    witness.path().unlink()
    if content is not None:
        witness.path().write_bytes(content)
    found = problems()
    assert ("gone or unreadable" in found) == (connection.vendor == "sqlite")


@pytest.mark.usefixtures("witnessed")
def test_an_entry_that_was_expected_may_be_there_or_not(django_capture_on_commit_callbacks):
    witness.expect(head().number + 1, "0" * 64)
    assert problems() == ""
    with writing("amina", "record") as write:
        add(write, "check/3", LOOKED, source="s")
    assert problems() == ""


@pytest.mark.usefixtures("witnessed")
def test_a_restore_that_leads_back_is_no_damage_once_it_is_expected():
    witness.reach(head().number + 5, "0" * 64)
    assert "was cut off" in problems()
    witness.expect(head().number, head().hash)
    assert problems() == ""


def test_a_kept_copy_that_is_gone_is_found():
    source = Source(
        title="t", kind=SourceKind.STATEMENT, grade=SourceGrade.OFFICIAL, kept_sha256=kept.keep("sources", b"words")
    )
    with writing("amina", "record") as write:
        add(write, "a-source", source, source="")
    assert problems() == ""
    file = next(file for file in kept.files() if file.name == source.kept_sha256)
    file.unlink()
    assert f"a-source: its kept copy sources/{source.kept_sha256} is gone" in problems()
    elsewhere = file.with_name("elsewhere")
    elsewhere.write_bytes(b"words")
    file.symlink_to(elsewhere)
    assert "is no file of its own" in problems()
    file.unlink()
    elsewhere.unlink()


@pytest.mark.parametrize("character", ["\u2028", "\x07", "\u202e"])
def test_what_no_paper_can_print_is_refused(character):
    with pytest.raises(Refused, match=f"U\\+{ord(character):04X}"), writing("amina", "record") as write:
        add(write, "check/3", replace(LOOKED, note=f"a{character}b"), source="s")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a PostgreSQL trigger's text is its function's")
def test_a_trigger_that_does_nothing_is_found():
    name = f"{CHECKS}_no_update"
    sql(f'DROP TRIGGER "{name}"', f'CREATE TRIGGER "{name}" BEFORE UPDATE ON {CHECKS} BEGIN SELECT 1; END')
    assert name in problems()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite cannot switch a trigger off")
def test_a_trigger_switched_off_is_found():
    sql(f'ALTER TABLE {CHECKS} DISABLE TRIGGER "{CHECKS}_no_update"')
    assert f"{CHECKS}_no_update" in problems()
