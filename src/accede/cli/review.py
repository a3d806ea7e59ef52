"""accede review: what waits for a second person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text, table
from accede.cli.register import FULL, actor, open_register
from accede.publishing.wording import counted

if TYPE_CHECKING:
    from accede.records.reviewing import Waiting

JSON = (
    'With --json: {"waiting":[{"kind", "key", "version", "state", "says", "source", "classification", "recorded_by", '
    '"recorded_at", "is_own"}]}'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A version that waits for review; `is_own` where the one who asks recorded it, and so cannot accept it."""

    kind: str
    key: str
    version: int
    state: str
    says: str
    source: str
    classification: str
    recorded_by: str
    recorded_at: datetime
    is_own: bool


@click.command(name="review", epilog=JSON)
@json_option
def command(as_json: bool) -> None:
    """List what waits for review, the oldest first. Who recorded something cannot accept it: accede accept."""
    open_register(FULL)
    from accede.records.reviewing import Stage, waiting

    pending = list(_pending(waiting(Stage.PENDING)))
    print_json({"waiting": pending}) if as_json else print_text(_listed(pending))


def _pending(waits: Sequence[Waiting]) -> Iterator[Pending]:
    from accede.publishing.told import state_of, told
    from accede.records.evidence import evidence_of

    evidence, name = evidence_of(one.reference for one in waits), actor().name
    for one in waits:
        each = evidence[one.reference]
        yield Pending(
            kind=one.reference.kind,
            key=each.key,
            version=each.version,
            state=state_of(each.fact),
            says=told(each),
            source=each.source,
            classification=str(each.classification),
            recorded_by=each.recorded_by,
            recorded_at=each.recorded_at,
            is_own=each.recorded_by == name,
        )


def _listed(pending: Sequence[Pending]) -> Iterator[str]:
    if not pending:
        yield "Nothing waits for review."
        return
    yield f"{counted(len(pending), 'record waits', 'records wait')} for review."
    yield ""
    rows = [
        (
            each.kind,
            each.key,
            each.source,
            f"{each.recorded_by} (you)" if each.is_own else each.recorded_by,
            each.says[:60],
        )
        for each in pending
    ]
    yield from table(("Kind", "Key", "Source", "Recorded by", "Says"), rows)
