"""The register as a data package: a CSV table a kind, the treaties' files, and datapackage.json with every SHA-256.

The tables have the form of the shipped register (`accede/data`): dates as EDTF texts, several values parted by "|". Only
what is public and released by the instant goes in, so that a package can be given to anybody; the same instant gives the
same bytes. What a site publishes are answers of a day, in another package: `accede.publishing.data.package`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from accede.activities.models import ActivityVersion
from accede.evidence.models import (
    AttendanceVersion,
    CheckVersion,
    ConfirmationVersion,
    PracticeVersion,
    ReportVersion,
    RollCallVersion,
    StatementVersion,
)
from accede.evidence.queries import roll_calls
from accede.evidence.values import Code
from accede.records.columns import Column, columns_of
from accede.records.current import current
from accede.records.models import SourceVersion, Version
from accede.records.snapshot import snapshot
from accede.records.values import Evidence, View
from accede.records.whole import written_whole
from accede.register.models import (
    NameVersion,
    OccasionVersion,
    StateVersion,
    StatusClaimVersion,
    TreatyActionVersion,
    TreatyVersion,
)
from accede.reporting.models import EditionVersion
from accede.vocabulary.errors import Refused

DESCRIPTION = "datapackage.json"
PROFILE = "data-package"
NAME = "accede-register"

TABLES: tuple[tuple[str, type[Version]], ...] = (
    ("sources", SourceVersion),
    ("states", StateVersion),
    ("state_names", NameVersion),
    ("occasions", OccasionVersion),
    ("treaty_actions", TreatyActionVersion),
    ("status_claims", StatusClaimVersion),
    ("roll_calls", RollCallVersion),
    ("attendance", AttendanceVersion),
    ("reports", ReportVersion),
    ("practices", PracticeVersion),
    ("statements", StatementVersion),
    ("confirmations", ConfirmationVersion),
    ("checks", CheckVersion),
    ("activities", ActivityVersion),
    ("editions", EditionVersion),
)
"""Names of the tables to what they are read from; treaties are files of their own."""

AROUND = ("version", "recorded_at", "source", "locator")
"""What every row has behind its fact. Who recorded it stays inside."""

_NEXT = ".datapackage.next"
"""Where a package is written, within its folder, until it is whole."""

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package as its description gives it."""

    path: str
    rows: int
    bytes: int
    sha256: str
    fields: tuple[tuple[str, str], ...] = ()


def export(folder: Path, *, known_on: datetime, progress: Progress = lambda table, rows: None) -> tuple[Resource, ...]:
    """Write the package into a folder that is not there, empty, or holds an earlier package, which it replaces.

    Raises Refused for any other folder.
    """
    before = _earlier(folder)
    folder.mkdir(parents=True, exist_ok=True)
    next_one = folder / _NEXT
    shutil.rmtree(next_one, ignore_errors=True)  # what one that was killed left
    try:
        resources = _written(next_one, known_on, progress)
    except BaseException:
        shutil.rmtree(next_one, ignore_errors=True)
        raise
    # From here on no description says of the files what is not so: it goes first, and comes last.
    (folder / DESCRIPTION).unlink(missing_ok=True)
    for path in (*(resource.path for resource in resources), DESCRIPTION):
        (folder / path).parent.mkdir(exist_ok=True)
        (next_one / path).replace(folder / path)
    for path in before - {resource.path for resource in resources}:
        (folder / path).unlink(missing_ok=True)
    shutil.rmtree(next_one, ignore_errors=True)
    return resources


def _written(folder: Path, known_on: datetime, progress: Progress) -> tuple[Resource, ...]:
    """Write a whole package into a new folder."""
    view = View(as_of=date.max, known_on=known_on, public=True)
    resources = []
    with snapshot():
        for path, content, rows, fields in _files(view):
            progress(path, rows)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            with written_whole(folder / path) as file:
                file.write(content)
            resources.append(Resource(path, rows, len(content), hashlib.sha256(content).hexdigest(), fields))
    with written_whole(folder / DESCRIPTION) as file:
        file.write(_description(resources, known_on))
    return tuple(resources)


def _earlier(folder: Path) -> set[str]:
    """The files of the package that is there. Raises Refused where something else is."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    if (folder / _NEXT).is_dir() and not (folder / DESCRIPTION).exists():
        return set()  # one that was killed before it was whole
    try:
        description = msgspec.json.decode((folder / DESCRIPTION).read_bytes())
        if description["name"] == NAME:
            inside = folder.resolve()
            paths = {str(resource["path"]) for resource in description["resources"]}
            return {path for path in paths if (folder / path).resolve().is_relative_to(inside)}
    except (OSError, msgspec.DecodeError, KeyError, TypeError):
        pass
    raise Refused(
        "something else is there already", where=str(folder), remedy="Name a folder that is empty or not there yet"
    )


def _files(view: View) -> Iterator[tuple[str, bytes, int, tuple[tuple[str, str], ...]]]:
    """Path, content, rows and fields of each file."""
    for treaty in sorted(current(TreatyVersion, view), key=lambda held: held.key):
        yield f"treaties/{treaty.key}.toml", treaty.fact.definition.encode(), 1, ()
    for name, model in TABLES:
        held: list[Evidence[Any]] = [*roll_calls(view)] if model is RollCallVersion else current(model, view)
        held.sort(key=lambda each: each.key)
        columns = [column for column in columns_of(model.fact) if column.name != "codes"]
        fields = (("key", "string"), *map(_field, columns), *((name, "string") for name in AROUND))
        yield (f"{name}.csv", *_table(fields, (_row(each, columns) for each in held)))
        if model is RollCallVersion:
            fields = (("roll_call", "string"), ("state", "string"), ("ballot", "string"))
            cast = ((each.key, state, str(ballot)) for each in held for state, ballot in each.fact.ballots)
            yield ("ballots.csv", *_table(fields, cast))
        if model is StatementVersion:
            of_code = columns_of(Code)
            fields = (("statement", "string"), *map(_field, of_code))
            codes = ((each.key, *_cells(code, of_code)) for each in held for code in each.fact.codes)
            yield ("statement_codes.csv", *_table(fields, codes))


def _table(
    fields: tuple[tuple[str, str], ...], rows: Iterable[Sequence[str]]
) -> tuple[bytes, int, tuple[tuple[str, str], ...]]:
    text, count = io.StringIO(), 0
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, _ in fields])
    for row in rows:
        writer.writerow(row)
        count += 1
    return text.getvalue().encode(), count, fields


def _row(held: Evidence[Any], columns: Sequence[Column]) -> list[str]:
    recorded = held.recorded_at.astimezone(UTC).isoformat()
    return [held.key, *_cells(held.fact, columns), str(held.version), recorded, held.source, held.locator]


def _cells(fact: Any, columns: Sequence[Column]) -> list[str]:
    return [_cell(getattr(fact, column.name)) for column in columns]


def _cell(value: Any) -> str:
    """The text that `records.columns.fact_from_text` reads back."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return "|".join(map(str, value))
    return str(value)


def _field(column: Column) -> tuple[str, str]:
    return column.name, {int: "integer", bool: "boolean"}.get(column.holds, "string")


def _description(resources: Sequence[Resource], known_on: datetime) -> bytes:
    """Frictionless Data's description of a package (specs.frictionlessdata.io/data-package)."""
    described = [
        {
            "name": resource.path.rsplit(".", 1)[0].replace("/", "-").replace("_", "-"),
            "path": resource.path,
            "format": resource.path.rsplit(".", 1)[1],
            "encoding": "utf-8",
            "bytes": resource.bytes,
            "hash": f"sha256:{resource.sha256}",
        }
        | ({"schema": _schema(resource)} if resource.fields else {})
        for resource in resources
    ]
    instant = known_on.astimezone(UTC).isoformat()
    description = {
        "profile": PROFILE,
        "name": NAME,
        "title": "Register of treaty universalization",
        "description": f"What the register had recorded and released by {instant}. Dates are EDTF texts.",
        "created": instant,
        "resources": described,
    }
    return msgspec.json.format(msgspec.json.encode(description), indent=2) + b"\n"


def _schema(resource: Resource) -> dict[str, Any]:
    key = [name for name, _ in resource.fields][:1] if resource.fields[0][0] == "key" else []
    fields = [{"name": name, "type": kind} for name, kind in resource.fields]
    return {"fields": fields, "missingValues": [""]} | ({"primaryKey": key} if key else {})
