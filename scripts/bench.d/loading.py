"""Every recorded vote of the General Assembly (917,380 ballots) through the project's own verb, against other loads of the same
rows into a table with the same keys. All read the same file.

    python loading.py reading|ours|plain|copied|sqlite_utils|pandas FILE DATABASE

loads once, and prints seconds and peak memory as JSON. The last two need the packages of `peers`.
"""

from __future__ import annotations

import csv
import gc
import gzip
import json
import sqlite3
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import process

Ballots = list[tuple[str, str]]

CAST = {"Y": "in_favour", "N": "against", "A": "abstained", "NV": "not_recorded"}


def roll_calls(file: Path) -> Iterator[tuple[tuple[str, str, str, str], Ballots]]:
    """(number, symbol, day, session) of each vote with its ballots."""
    with gzip.open(file, "rt", encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        for (number, symbol, day, session), cast in groupby(rows, key=lambda row: (row[0], row[1], row[2], row[3])):
            yield (number, symbol, day, session), [(row[6], CAST[row[7]]) for row in cast]


def reading(file: Path, database: str) -> float:
    """What reading the file alone takes: it is in both of the others. Returns seconds, as they do."""
    begun = time.perf_counter()
    for _ in roll_calls(file):
        pass
    return time.perf_counter() - begun


def ours(file: Path, database: str) -> float:
    """The project's verb, in one audited transaction, in a process that starts as the program does."""
    gc.disable()
    from accede.cli.register import start_django

    start_django("accede.config.core")
    from accede.evidence.models import RollCallVersion
    from accede.evidence.record import add
    from accede.evidence.values import RollCall
    from accede.records.write import writing
    from accede.vocabulary.ballots import Ballot, Body
    from accede.vocabulary.partial_date import PartialDate

    begun = time.perf_counter()
    cast = {str(ballot): ballot for ballot in Ballot}
    with writing("bench", "import") as write:
        write.expect_many(RollCallVersion)
        for (number, symbol, day, session), ballots in roll_calls(file):
            fact = RollCall(
                treaty="unga",
                body=Body.PLENARY,
                session=int(session) if session.isdigit() else 0,
                symbol=symbol,
                voted=PartialDate.parse(day),
                ballots=tuple([(state, cast[ballot]) for state, ballot in ballots]),
            )
            add(write, f"unga/plenary/{number}", fact, source="unga-voting-data")
    return time.perf_counter() - begun


def plain(file: Path, database: str) -> float:
    """The ordinary fast way, `executemany`: one transaction, the same keys; no history, no seal."""
    return _plain_postgresql(file, database) if database.startswith("postgresql:") else _plain_sqlite(file, database)


def copied(file: Path, database: str) -> float:
    """The same on PostgreSQL by COPY, which is what the project's verb uses there."""
    import psycopg

    with psycopg.connect(database) as connection:
        _make_tables(connection)
        begun = time.perf_counter()
        numbers: list[tuple[int, str]] = []
        cursor = connection.cursor()
        with cursor.copy("COPY plain_ballot FROM STDIN") as copy:
            for ballot in _ballots(file, numbers):
                copy.write_row(ballot)
        with cursor.copy("COPY plain_roll_call FROM STDIN") as copy:
            for call in numbers:
                copy.write_row(call)
        connection.commit()
        return time.perf_counter() - begun


def sqlite_utils(file: Path, database: str) -> float:
    """sqlite-utils, rows as dictionaries, in its own batches and transactions."""
    from sqlite_utils import Database

    held = Database(_plain_database(database, isolation_level=""))
    begun = time.perf_counter()
    numbers: list[tuple[int, str]] = []
    rows = _ballots(file, numbers)
    held.conn.execute("PRAGMA foreign_keys=OFF")  # it writes batch by batch, the ballots first
    held["plain_ballot"].insert_all(
        {"roll_call_id": number, "state": state, "ballot": ballot} for number, state, ballot in rows
    )
    held["plain_roll_call"].insert_all({"id": number, "key": key} for number, key in numbers)
    return time.perf_counter() - begun


def pandas(file: Path, database: str) -> float:
    """pandas: the whole file as a frame, then `to_sql` in one transaction."""
    import pandas as pd

    connection = _plain_database(database, isolation_level="")
    begun = time.perf_counter()
    frame = pd.read_csv(file, usecols=["undl_id", "iso3", "vote"], dtype=str, keep_default_na=False)
    calls, keys = pd.factorize(frame["undl_id"])
    ballots = pd.DataFrame({"roll_call_id": calls + 1, "state": frame["iso3"], "ballot": frame["vote"].map(CAST)})
    numbers = pd.DataFrame({"id": range(1, len(keys) + 1), "key": keys})
    numbers.to_sql("plain_roll_call", connection, if_exists="append", index=False)
    ballots.to_sql("plain_ballot", connection, if_exists="append", index=False)
    connection.commit()
    return time.perf_counter() - begun


def _plain_database(database: str, isolation_level: str | None = None) -> sqlite3.Connection:
    """A new SQLite file with the same keys as our own table of ballots, as safe against a power cut as ours."""
    Path(database).unlink(missing_ok=True)
    connection = sqlite3.connect(database, isolation_level=isolation_level)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    for statement in PLAIN_TABLES:
        connection.execute(statement)
    return connection


def _plain_sqlite(file: Path, database: str) -> float:
    connection = _plain_database(database)
    begun = time.perf_counter()
    numbers: list[tuple[int, str]] = []
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO plain_ballot VALUES (?, ?, ?)", _ballots(file, numbers))
    connection.executemany("INSERT INTO plain_roll_call VALUES (?, ?)", numbers)
    connection.execute("COMMIT")
    return time.perf_counter() - begun


def _plain_postgresql(file: Path, database: str) -> float:
    import psycopg

    with psycopg.connect(database) as connection:
        _make_tables(connection)
        begun = time.perf_counter()
        numbers: list[tuple[int, str]] = []
        cursor = connection.cursor()
        cursor.executemany("INSERT INTO plain_ballot VALUES (%s, %s, %s)", _ballots(file, numbers))
        cursor.executemany("INSERT INTO plain_roll_call VALUES (%s, %s)", numbers)
        connection.commit()
        return time.perf_counter() - begun


def _make_tables(connection: Any) -> None:
    connection.execute("DROP TABLE IF EXISTS plain_ballot, plain_roll_call")
    for statement in PLAIN_TABLES:
        connection.execute(statement)
    connection.commit()


def _ballots(file: Path, numbers: list[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    for number, (call, cast) in enumerate(roll_calls(file), 1):
        numbers.append((number, call[0]))
        for state, ballot in cast:
            yield number, state, ballot


PLAIN_TABLES = (
    "CREATE TABLE plain_roll_call (id bigint NOT NULL PRIMARY KEY, key text NOT NULL)",
    "CREATE TABLE plain_ballot (roll_call_id bigint NOT NULL REFERENCES plain_roll_call (id)"
    " DEFERRABLE INITIALLY DEFERRED, state varchar(3) NOT NULL, ballot varchar(13) NOT NULL, PRIMARY KEY (roll_call_id, state))",
    "CREATE INDEX plain_ballot_state ON plain_ballot (state)",
)
"""The keys of our own table of ballots."""


if __name__ == "__main__":
    loads = {"reading": reading, "ours": ours, "plain": plain, "copied": copied}
    loads |= {"sqlite_utils": sqlite_utils, "pandas": pandas}
    taken = loads[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
    sys.stdout.write(json.dumps({"seconds": taken, "memory": process.peak_memory()}) + "\n")
