"""A matrix of attendance: the marks of each State, and the meeting with which it is said to begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds import attendance
from accede.reporting.checker.kinds.attendance import AttendanceClaim, Took
from accede.reporting.checker.passages import PlacedTable, row_texts
from accede.reporting.checker.reading.meetings import YEAR, meetings
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, Verdict, agrees, cannot_tell, contradicts

NEEDS = attendance.NEEDS

TOOK_PART = ("√", "✓", "✔", "☑", "x", "X", "yes", "Yes")
DID_NOT = ("", "-", "–", "—", "no", "No")
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
A_YEAR = re.compile(rf"\b{YEAR}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixClaim(Claim):
    """A row of marks: the meetings a State took part in, and those it did not."""

    iso3: str
    took: tuple[AttendanceClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginningClaim(Claim):
    """A matrix that is said to begin with one meeting, and its columns."""

    since: str
    columns: tuple[str, ...]


def find_in_table(placed: PlacedTable, context: Context) -> Iterator[MatrixClaim | BeginningClaim]:
    """The rows of a matrix, and what its caption says of its columns."""
    columns = _columns(placed)
    caption = context.analysed(placed.caption)
    if SINCE.search(placed.caption) and caption.meetings and caption.meetings[0].key and any(columns):
        passage = placed.passages.get((0, 0))
        yield BeginningClaim(
            kind=ClaimKind.ATTENDANCE,
            where=placed.where,
            text=placed.caption,
            stated=f"since {caption.meetings[0].key}",
            spots=(Spot(passage - 1, 0, len(placed.caption)),) if passage else (),
            since=caption.meetings[0].key,
            columns=tuple(filter(None, columns)),
        )
    ours = context.is_ours(caption, 0, 0)
    for at, row in enumerate(placed.table.rows, len(placed.table.header)):
        cells = row_texts(row)
        iso3 = context.names.states.known(cells[0].strip()) if cells else None
        if iso3 is None:
            continue
        marks = []
        for column, key in enumerate(columns):
            mark = cells[column].strip() if column < len(cells) else ""
            if key and column and mark in (*TOOK_PART, *DID_NOT):
                took = Took.PART if mark in TOOK_PART else Took.NO_PART
                marks.append(
                    AttendanceClaim(
                        kind=ClaimKind.ATTENDANCE,
                        where=placed.where,
                        text=mark,
                        stated=f"{took.label}: {key}",
                        iso3=iso3,
                        took=took,
                        meeting=key,
                        on=context.paper.day,
                        is_ours=ours,
                    )
                )
        passage = placed.passages.get((at, 0))
        took_part = [one.meeting for one in marks if one.took is Took.PART]
        yield MatrixClaim(
            kind=ClaimKind.ATTENDANCE,
            where=f"{placed.where}, {cells[0].strip()}",
            text=cells[0].strip(),
            stated=f"{iso3} took part in {', '.join(took_part) or 'none'}",
            spots=(Spot(passage, 0, len(cells[0])),) if passage is not None else (),
            iso3=iso3,
            took=tuple(marks),
        )


def judge(claim: MatrixClaim | BeginningClaim, answers: Answers) -> Judgement:
    """Whether each mark is right; whether the columns begin with the meeting named."""
    return _marks(claim, answers) if isinstance(claim, MatrixClaim) else _beginning(claim, answers)


def _marks(claim: MatrixClaim, answers: Answers) -> Judgement:
    outcomes = [(one, attendance.judge(one, answers)) for one in claim.took]
    keys = tuple(key for _, judgement in outcomes for key in judgement.evidence)
    wrong = [(one, judgement) for one, judgement in outcomes if judgement.verdict is Verdict.CONTRADICTS]
    if wrong:
        return contradicts(
            f"{len(wrong)} marks differ",
            " ".join(judgement.why for _, judgement in wrong[:4]),
            tuple(key for _, one in wrong for key in one.evidence)[:8],
        )
    unclear = [one.meeting for one, judgement in outcomes if judgement.verdict is Verdict.CANNOT_TELL]
    if unclear:
        return cannot_tell(
            f"Not recorded, or disputed: {', '.join(unclear[:6])}.",
            f"{len(outcomes) - len(unclear)} of {len(outcomes)} marks agree",
            keys[:8],
        )
    return agrees(f"all {len(outcomes)} marks", "", keys[:8])


def _beginning(claim: BeginningClaim, answers: Answers) -> Judgement:
    place = answers.held_meetings.place
    if claim.since not in place:
        return cannot_tell(f"The register holds no meeting {claim.since}.")
    before = [key for key in claim.columns if key in place and place[key] < place[claim.since]]
    if not before:
        return agrees(f"all columns are {claim.since} or later")
    days = answers.days_of(before[0])
    told = f" ({days.wording()})" if days else ""
    return cannot_tell(
        f"{', '.join(before)}{told} was held before {claim.since}; say since which day the table counts.",
        "",
        (before[0],),
    )


def _columns(placed: PlacedTable) -> list[str]:
    """The key of each column's meeting, "" where it names none."""
    header = [row_texts(row) for row in placed.table.header]
    if not header:
        return []
    years = header[0] if len(header) > 1 else []
    keys = []
    for column, name in enumerate(header[-1]):
        year = A_YEAR.search(years[column]) if column < len(years) else A_YEAR.search(name)
        found = next(meetings(_compact(name)), None)
        key = found.key if found else ""
        if not key and year and re.match(r"\W*IM\b|\W*intersessional", name, re.IGNORECASE):
            key = f"IM{year[0]}"
        keys.append(key)
    return keys


def _compact(name: str) -> str:
    """ "3 rd RevCon" as "3rd RevCon"."""
    return re.sub(r"(?<=\d) (?=(?:st|nd|rd|th)\b)", "", name)
