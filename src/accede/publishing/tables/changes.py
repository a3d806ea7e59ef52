"""What happened, one row a change, from the treaty's adoption to the day asked for. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

from accede.overview.ballot_history import BallotChange
from accede.overview.changes import Changes, StandingChange, changes
from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Day, Row, known_day, says
from accede.publishing.tables.table import Table
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate


class ChangeKind(Labelled):
    """What kind of thing happened; the first six are those of a State's standing."""

    SIGNED = "signed", "signed"
    DEPOSITED = "deposited", "deposited its instrument"
    IN_FORCE = "in_force", "in force for it"
    WITHDRAWAL_NOTIFIED = "withdrawal_notified", "notified its withdrawal"
    WITHDRAWAL_IN_EFFECT = "withdrawal_in_effect", "its withdrawal took effect"
    STEP = "step", "took a step without legal effect"
    STATEMENT = "statement", "made a statement"
    PRACTICE = "practice", "a claim about a practice"
    BALLOT = "ballot", "is recorded otherwise than in the vote before"
    ATTENDANCE = "attendance", "took part in a meeting"
    REPORT = "report", "submitted a report"
    ACTIVITY = "activity", "something was done to bring States in"


class ChangeRow(Row, frozen=True, kw_only=True):
    """Something that happened."""

    key: Annotated[str, says("Stable key of the change: what happened and the record that tells of it.")]
    treaty: Annotated[str, says("Key of the treaty.")]
    on: Annotated[Day | None, says("When; null where only the meeting is known, not its days.")]
    what: Annotated[ChangeKind, says("What happened.")]
    state: Annotated[str | None, says("ISO 3166-1 alpha-3 key of the State; null for an activity.")]
    state_name: Annotated[str | None, says("Its short name in the language asked for.")]
    before: Annotated[str | None, says("Standing or ballot before, where that changed.")]
    after: Annotated[str | None, says("Standing or ballot after, where that changed.")]
    record: Annotated[str, says("Key of the record that tells of it.")]
    source: Annotated[str | None, says("Key of its source in the table `sources`; null where that is not public.")]


def rows(register: PublicRegister) -> Iterator[ChangeRow]:
    """The changes in the order of days."""
    start = register.treaty.dates.begins_on
    if start is None:
        return
    first, last = start - timedelta(days=1), register.view.as_of
    found = changes(register, first.isoformat(), last.isoformat())
    yield from sorted(_rows(register, found), key=_order)


def _rows(register: PublicRegister, found: Changes) -> Iterator[ChangeRow]:
    make = _Maker(register)
    for standing in found.standing:
        yield make.of_standing(standing)
    for statement in found.statements:
        yield make(ChangeKind.STATEMENT, statement.said_on, statement.iso3, statement.evidence, statement.source)
    for practice in found.practices:
        yield make(ChangeKind.PRACTICE, practice.claimed, practice.iso3, practice.evidence, practice.source)
    for ballot in found.votes:
        yield make.of_ballot(ballot)
    for part in found.attendance:
        yield make(ChangeKind.ATTENDANCE, make.began(part.occasion), part.iso3, part.evidence, part.source)
    for report in found.reports:
        yield make(ChangeKind.REPORT, report.submitted, report.iso3, report.evidence, report.source)
    for activity in found.activities:
        yield make(ChangeKind.ACTIVITY, activity.on, "", activity.evidence, activity.source)


class _Maker:
    """Makes rows; it knows the days of meetings and the sources of roll calls."""

    def __init__(self, register: PublicRegister) -> None:
        self.register = register
        prefix = f"{register.treaty.key}/"
        self._began = {each.key.removeprefix(prefix): each.fact.starts for each in register.occasions}
        self._told_by = {each.key: each.source for each in register.roll_calls}

    def __call__(
        self,
        what: ChangeKind,
        on: PartialDate | None,
        iso3: str,
        record: str,
        source: str,
        before: str | None = None,
        after: str | None = None,
        about: str = "",
    ) -> ChangeRow:
        return ChangeRow(
            key=f"{what}/{record}{about}",
            treaty=self.register.treaty.key,
            on=known_day(on) if on else None,
            what=what,
            state=iso3 or None,
            state_name=state_name(iso3) if iso3 else None,
            before=before,
            after=after,
            record=record,
            source=source if source in self.register.sources else None,
        )

    def began(self, occasion: str) -> PartialDate | None:
        return self._began.get(occasion)

    def of_standing(self, change: StandingChange) -> ChangeRow:
        return self(
            ChangeKind(str(change.what)),
            change.on,
            change.iso3,
            change.evidence,
            change.source,
            before=str(change.before) if change.before else None,
            after=str(change.after),
        )

    def of_ballot(self, change: BallotChange) -> ChangeRow:
        record = change.evidence[1]
        return self(
            ChangeKind.BALLOT,
            change.on,
            change.iso3,
            record,
            self._told_by[record],
            before=str(change.before),
            after=str(change.after),
            about=f"/{change.iso3}",
        )


def _order(row: ChangeRow) -> tuple[str, str]:
    counts_from = row.on and (row.on.latest or row.on.earliest)
    return (counts_from.isoformat() if counts_from else ""), row.key


TABLE = Table(
    name="changes",
    title="Changes",
    description=(
        "What happened since the treaty was adopted, one row a change: standing, statements, claims, ballots that differ "
        "from the vote before, attendance, reports, activities."
    ),
    row=ChangeRow,
    rows=rows,
    dated="on",
)
