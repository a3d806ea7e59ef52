"""What the tables of a draft say: the columns of a vote, the marks of attendance, the overview of States. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from accede.reporting.checker import headed
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds import attendance, ballot_lists, headings, lists, sources
from accede.reporting.checker.kinds.attendance import AttendanceClaim, Took
from accede.reporting.checker.passages import PlacedTable, row_texts
from accede.reporting.checker.reading.meetings import meetings
from accede.reporting.checker.rolls import Among, asked_in
from accede.reporting.checker.scope import When
from accede.reporting.checker.values import Claim, ClaimKind, Spot
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.occasions import OccasionKind

COLUMNS = (
    (Ballot.IN_FAVOUR, re.compile(r"in favou?r|for\b|yes", re.IGNORECASE)),
    (Ballot.NOT_PRESENT, re.compile(r"not present|absent", re.IGNORECASE)),
    (Ballot.AGAINST, re.compile(r"against|no\b", re.IGNORECASE)),
    (Ballot.ABSTAINED, re.compile(r"abst", re.IGNORECASE)),
)
OUTSIDE = re.compile(r"\b(?:[Ss]tates? not (?:yet )?[Pp]art|[Nn]on-[Pp]art|outside)\b|\bnot [Pp]arty\b")
TOOK_PART = ("√", "✓", "✔", "☑", "x", "X", "yes", "Yes")
DID_NOT = ("", "-", "–", "—", "no", "No")
NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
NOT_RECORDED = re.compile(r"\W*(?:not recorded|not known|unknown|no record|n/r|\?|-|–|—)", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixClaim(Claim):
    """A row of marks: the meetings a State took part in, and those it did not."""

    iso3: str
    took: tuple[AttendanceClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceClaim(Claim):
    """A matrix that is said to begin with one meeting, and its columns."""

    since: str
    columns: tuple[str, ...]


def find_in_table(placed: PlacedTable, context: Context) -> Iterator[Claim]:
    """Everything a table says by its form."""
    yield from headings.find_in_table(placed)
    yield from headed.over_table(placed, context)
    yield from sources.find_in_table(placed)
    match placed.table.kind:
        case "votes":
            yield from _votes(placed, context)
        case "matrix":
            yield from _matrix(placed, context)
        case "overview":
            yield from _overview(placed, context)


def _votes(placed: PlacedTable, context: Context) -> Iterator[Claim]:
    text = " ".join(filter(None, (placed.caption, placed.before if not placed.caption else "")))
    sentence = context.analysed(text)
    asked = asked_in(sentence, context, 0, len(sentence.outline))
    if asked is None:
        return
    among = Among.OUTSIDE if OUTSIDE.search(text) else Among.ANY
    heads = row_texts(placed.table.header[0]) if placed.table.header else []
    for column, head in enumerate(heads):
        ballot = next((ballot for ballot, words in COLUMNS if words.match(head)), None)
        names = [
            (at, cells[column].strip())
            for at, row in enumerate(placed.table.rows, len(placed.table.header))
            if column < len(cells := row_texts(row))
        ]
        states = [(at, iso3) for at, name in names if name.strip(" -–—") and (iso3 := _state(name, context))]
        if ballot is None or not states:
            continue
        passage = placed.passages.get((0, column))
        spots = (Spot(passage, 0, len(head)),) if passage is not None else ()
        is_named = len(states) == sum(bool(name.strip(" -–—")) for _, name in names)
        yield ballot_lists.of_column(
            tuple(iso3 for _, iso3 in states),
            ballot,
            asked,
            among if is_named else Among.ANY,
            context.paper.day,
            where=f"{placed.where}, {head}",
            text=head,
            spots=spots,
        )


def _matrix(placed: PlacedTable, context: Context) -> Iterator[Claim]:
    columns = _columns(placed)
    caption = context.analysed(placed.caption)
    if SINCE.search(placed.caption) and caption.meetings and caption.meetings[0].key and any(columns):
        passage = placed.passages.get((0, 0))
        yield SinceClaim(
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
        iso3 = _state(cells[0], context) if cells else None
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


def _overview(placed: PlacedTable, context: Context) -> Iterator[Claim]:
    heading = context.analysed(" ".join((*placed.section[-1:], placed.caption)))
    ours = context.is_ours(heading, 0, len(heading.outline))
    states: list[str] = []
    is_whole = True
    for at, row in enumerate(placed.table.rows, len(placed.table.header)):
        cells = row_texts(row)
        iso3 = _state(cells[0], context) if len(cells) >= 3 else None
        if iso3 is None:
            is_whole = False
            continue
        states.append(iso3)
        text = cells[-1].strip()
        claim = _last(iso3, text, placed, cells[0].strip(), context.paper.day)
        if claim is not None:
            passage = placed.passages.get((at, len(cells) - 1))
            yield attendance_at(claim, (Spot(passage, 0, len(text)),) if passage is not None else (), ours)
    if is_whole and states and context.paper.is_given:
        day = context.paper.day
        yield lists.of_table(
            tuple(states),
            When(day, day),
            where=placed.where,
            text=placed.section[-1] if placed.section else placed.caption,
            is_ours=ours,
        )


def attendance_at(claim: AttendanceClaim, spots: tuple[Spot, ...], ours: bool | None) -> AttendanceClaim:
    """The claim of a cell with its place."""
    return replace(claim, spots=spots, is_ours=ours)


def _last(iso3: str, text: str, placed: PlacedTable, name: str, on: date) -> AttendanceClaim | None:
    where = f"{placed.where}, {name}, last participation"
    if NEVER.search(text):
        return attendance.claim_of_cell(iso3, "", where=where, text=text, on=on)
    if NOT_RECORDED.match(text):
        return None
    for meeting in meetings(text):
        key = meeting.key
        year = YEAR.search(text)
        if not key and meeting.kind is OccasionKind.IM and year:
            key = f"IM{year[0]}"
        if key:
            return attendance.claim_of_cell(iso3, key, where=where, text=text, on=on)
    return None


def _columns(placed: PlacedTable) -> list[str]:
    """The key of each column's meeting, "" where it names none."""
    header = [row_texts(row) for row in placed.table.header]
    if not header:
        return []
    years = header[0] if len(header) > 1 else []
    keys = []
    for column, name in enumerate(header[-1]):
        year = YEAR.search(years[column]) if column < len(years) else YEAR.search(name)
        found = next(meetings(_compact(name)), None)
        key = found.key if found else ""
        if not key and year and re.match(r"\W*IM\b|\W*intersessional", name, re.IGNORECASE):
            key = f"IM{year[0]}"
        keys.append(key)
    return keys


def _compact(name: str) -> str:
    """ "3 rd RevCon" as "3rd RevCon"."""
    return re.sub(r"(?<=\d) (?=(?:st|nd|rd|th)\b)", "", name)


def _state(name: str, context: Context) -> str | None:
    return context.names.states.known(name.strip())
