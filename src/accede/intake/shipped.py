"""Load the register that comes with the programme (`accede/data`): plain tables, every row with its source.

An upgrade adds versions where the shipped fact changed and people have let the record be. What they did to it stands: a
correction, a retraction, a merge, a withdrawal from release; the difference is listed. So is what is no longer shipped.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from accede.activities.values import Activity
from accede.evidence import values as evidence
from accede.evidence.record import add, ballots_digest
from accede.records.columns import columns_of, fact_from_text
from accede.records.manifest import installed_version
from accede.records.models import MODEL_OF_FACT, Event, EventKind, Version
from accede.records.values import SHIPPED, Source
from accede.records.write import Write, writing
from accede.register import values as register
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import AccedeError, Damaged
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import StateName

Progress = Callable[[str, int], None]

GROUND: tuple[tuple[str, type], ...] = (
    ("states.csv", register.State),
    ("state_names.csv", StateName),
    ("occasions.csv", register.Occasion),
)
"""What even an empty register holds, beside the treaties and the sources of these."""

EVIDENCE: tuple[tuple[str, type], ...] = (
    ("treaty_actions.csv", register.TreatyAction),
    ("status_claims.csv", register.StatusClaim),
    ("roll_calls.csv", evidence.RollCall),
    ("attendance.csv", evidence.Attendance),
    ("reports.csv", evidence.Report),
    ("practices.csv", evidence.Practice),
    ("statements.csv", evidence.Statement),
    ("confirmations.csv", evidence.Confirmation),
    ("activities.csv", Activity),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A shipped fact that is not loaded because people recorded another version, or took the record back.

    `field` is a column, or "standing": what became of the record ("retracted", "held") against what is shipped of it.
    """

    key: str
    field: str
    shipped: Any
    held: Any


@dataclass
class Loaded:
    """What a load did: records added by kind, records that were there, differences with what users recorded."""

    loaded: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    differences: list[Difference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """A shipped record."""

    key: str
    fact: Any
    source: str
    locator: str
    classification: Classification


def load(
    *, empty: bool = False, progress: Progress = lambda kind, count: None, folder: Traversable | None = None
) -> Loaded:
    """Load the shipped register, or only its ground (treaties, States, occasions and their sources), in one transaction.

    Raises Damaged where a shipped table cannot be read; then nothing is changed.
    """
    folder = folder or resources.files("accede.data")
    release = tomllib.loads((folder / "release.toml").read_text(encoding="utf-8"))
    kinds = [treaty_rows(folder), *(rows_of(folder, name, fact) for name, fact in GROUND)]
    if not empty:
        kinds += [rows_of(folder, name, fact) for name, fact in EVIDENCE]
    tables = [list(rows) for rows in kinds]
    used = {row.source for rows in tables for row in rows}
    sources = [row for row in rows_of(folder, "sources.csv", Source) if not empty or row.key in used]
    done = Loaded()
    reason = f"data release {release['number']}, by Accede {installed_version()}"
    with writing(SHIPPED, "load", reason=reason) as write:
        for rows in [sources, *tables]:
            if rows:
                _load_kind(write, rows, release["released_at"], done, is_whole=not empty)
                progress(MODEL_OF_FACT[type(rows[0].fact)].record_kind(), len(rows))
    return done


def rows_of(folder: Traversable, name: str, fact: type[Any]) -> Iterator[Row]:
    """The records of one shipped table, with the rows of the tables that belong to it."""
    further = _FURTHER[fact](folder) if fact in _FURTHER else {}
    seen: set[str] = set()
    for number, cells in enumerate(_table(folder, name), 2):
        try:
            key = _KEY[fact](cells) if fact in _KEY else cells["key"]
            read: Any = replace(fact_from_text(fact, cells), **further.get(key, {}))
            classification = Classification(cells.get("classification") or Classification.PUBLIC)
        except (AccedeError, ValueError, KeyError, TypeError) as error:
            raise Damaged(f"the row cannot be read ({error})", where=f"data/{name}, line {number}") from error
        if key in seen:
            raise Damaged(f"the key {key} stands there twice", where=f"data/{name}, line {number}")
        seen.add(key)
        yield Row(key, read, cells.get("source", ""), cells.get("locator", ""), classification)


def treaty_rows(folder: Traversable) -> Iterator[Row]:
    """The treaties' files."""
    for file in sorted((folder / "treaties").iterdir(), key=lambda file: file.name):
        text = file.read_text(encoding="utf-8")
        definition = tomllib.loads(text)
        fact = register.TreatyText(name=definition["names"]["en"]["short"], definition=text)
        yield Row(definition["key"], fact, definition.get("source", ""), "", Classification.PUBLIC)


def _load_kind(write: Write, rows: list[Row], released_at: datetime, done: Loaded, *, is_whole: bool) -> None:
    """Load the rows of one kind; `is_whole` says that they are all that is shipped of it."""
    model = MODEL_OF_FACT[type(rows[0].fact)]
    write.expect_many(model)
    newest, shipped = _held(model)
    taken_back = _taken_back(model)
    added = 0
    for row in rows:
        now = _stored(row)
        before = shipped.get(row.key)
        if before is not None and before == now:
            done.unchanged += 1
        elif row.key in newest and newest[row.key]["recorded_by"] != SHIPPED:
            held = newest[row.key]
            done.differences += [
                Difference(row.key, name, now[name], held[name]) for name in now if now[name] != held[name]
            ]
        elif row.key in taken_back:
            done.differences.append(Difference(row.key, "standing", "released", taken_back[row.key]))
        else:
            around = {"source": row.source, "locator": row.locator, "classification": row.classification}
            version = newest[row.key]["version"] + 1 if row.key in newest else 1
            add(write, row.key, row.fact, **around, by=SHIPPED, at=released_at)
            write.happen(EventKind.RELEASE, model, row.key, version, by=SHIPPED, at=released_at)
            added += 1
    if is_whole:
        gone = set(shipped) - {row.key for row in rows} - set(taken_back)
        held_on = sorted(key for key in gone if newest[key]["recorded_by"] == SHIPPED)
        done.differences += [Difference(key, "standing", "no longer shipped", "held") for key in held_on]
    if added:
        done.loaded[model.record_kind()] = added


_TAKING_BACK = {
    EventKind.RETRACTION: "retracted",
    EventKind.MERGE: "merged into another record",
    EventKind.WITHDRAWAL: "withdrawn from release",
}
"""What people do to a record that a new version of it would undo."""


def _taken_back(model: type[Version]) -> dict[str, str]:
    """What became of the newest shipped versions that people took back, by key."""
    events = Event.objects.filter(record=model.record_kind(), happening__in=[*_TAKING_BACK, EventKind.RELEASE]).exclude(
        recorded_by=SHIPPED
    )
    found: dict[str, str] = {}
    for happening, key in events.order_by("id").values_list("happening", "key"):
        kind = EventKind(happening)
        if kind in _TAKING_BACK:
            found[key] = _TAKING_BACK[kind]
        elif found.get(key) == _TAKING_BACK[EventKind.WITHDRAWAL]:
            del found[key]  # released again
    return found


def _held(model: type[Version]) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """The newest version of each key, and what was shipped last for it."""
    names = _compared(model)
    newest: dict[str, dict[str, Any]] = {}
    shipped: dict[str, dict[str, Any]] = {}
    for row in model.objects.order_by("key", "version").values("key", "version", "recorded_by", *names):  # type: ignore[attr-defined]
        newest[row["key"]] = row
        if row["recorded_by"] == SHIPPED:
            shipped[row["key"]] = {name: row[name] for name in names}
    return newest, shipped


def _stored(row: Row) -> dict[str, Any]:
    kind: type = type(row.fact)
    stored: dict[str, Any] = {c.name: c.store(getattr(row.fact, c.name)) for c in columns_of(kind)}
    if isinstance(row.fact, evidence.RollCall):
        stored["ballots_digest"] = ballots_digest(
            tuple(sorted((state, str(ballot)) for state, ballot in row.fact.ballots))
        )
    return stored | {"source": row.source, "locator": row.locator, "classification": str(row.classification)}


def _compared(model: type[Version]) -> list[str]:
    sealed = ["ballots_digest"] if model.fact is evidence.RollCall else []
    return [*(column.name for column in columns_of(model.fact)), *sealed, "source", "locator", "classification"]


def _table(folder: Traversable, name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8"), newline=""), strict=True)


def _codes(folder: Traversable) -> dict[str, dict[str, Any]]:
    codes: dict[str, list[evidence.Code]] = {}
    for cells in _table(folder, "statement_codes.csv"):
        codes.setdefault(cells["statement"], []).append(fact_from_text(evidence.Code, cells))
    return {key: {"codes": tuple(found)} for key, found in codes.items()}


def _citations(folder: Traversable) -> dict[str, dict[str, Any]]:
    """The long citations as the paper prints them, kept there in parts that a space joins."""
    parts: dict[str, list[str]] = {}
    for cells in _table(folder, "citations.csv"):
        parts.setdefault(cells["of"], []).append(cells["words"])
    return {key: {"citation": " ".join(found)} for key, found in parts.items()}


def _of_statements(folder: Traversable) -> dict[str, dict[str, Any]]:
    codes, citations = _codes(folder), _citations(folder)
    return {key: codes.get(key, {}) | citations.get(key, {}) for key in codes.keys() | citations.keys()}


def _ballots(folder: Traversable) -> Mapping[str, Mapping[str, Any]]:
    cast: dict[str, list[tuple[str, Ballot]]] = {}
    for cells in _table(folder, "ballots.csv"):
        cast.setdefault(cells["roll_call"], []).append((cells["state"], Ballot(cells["ballot"])))
    return {key: {"ballots": tuple(sorted(found))} for key, found in cast.items()}


_KEY: dict[type, Callable[[Mapping[str, str]], str]] = {
    register.State: lambda cells: cells["iso3"],
    StateName: lambda cells: "/".join(
        part for part in (cells["state"], cells["language"], cells["form"], cells["text"], cells["since"]) if part
    ),
}
"""Records whose key is made of their columns."""

_FURTHER: dict[type, Callable[[Traversable], Mapping[str, Mapping[str, Any]]]] = {
    evidence.Statement: _of_statements,
    evidence.Confirmation: _citations,
    evidence.RollCall: _ballots,
}
"""Tables whose rows belong to the rows of another."""
