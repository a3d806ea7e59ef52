"""Tables of our own data package, and of the shipped register: a column a field of the fact, under the same names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Confirmation, Practice, Report, Statement
from accede.intake.findings import DocumentKind, NotUnderstood, Part, Proposal
from accede.records.columns import fact_from_text
from accede.register.values import Occasion, StatusClaim, TreatyAction
from accede.vocabulary.errors import AccedeError, Unreadable

KIND = DocumentKind.SECRETARIAT_TABLE
FACTS: tuple[type[Any], ...] = (
    Statement,
    Confirmation,
    Practice,
    Attendance,
    Report,
    Activity,
    TreatyAction,
    StatusClaim,
    Occasion,
)
LEFT_OUT = ("ballots", "codes")


def fact_of(names: Sequence[str]) -> type[Any] | None:
    """The kind of fact whose fields the columns are; None for another table."""
    given = set(names)
    if "key" not in given or "treaty" not in given:
        return None
    for fact in FACTS:
        fields = {one.name for one in dataclasses.fields(fact)} - set(LEFT_OUT)
        if fields <= given:
            return fact
    return None


def read(fact: type[Any], rows: Sequence[Sequence[str]], where: str) -> Iterator[Proposal | NotUnderstood]:
    """The facts of the rows under the first; a row that holds none is not understood."""
    names = list(rows[0])
    for number, cells in enumerate(rows[1:], 2):
        row = dict(zip(names, cells, strict=False))
        place = f"{where}, row {number}"
        try:
            found = fact_from_text(fact, row)
        except (AccedeError, ValueError, TypeError) as error:
            wrong = error if isinstance(error, AccedeError) else Unreadable(str(error), remedy="Correct the cell")
            yield NotUnderstood(where=place, text=" | ".join(filter(None, cells)), part=Part.TABLE, error=wrong)
            continue
        yield Proposal(fact=found, locator=row.get("locator") or place, passage=" | ".join(filter(None, cells)))
