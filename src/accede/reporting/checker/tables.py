"""What the tables of a draft say: the columns of a vote, the marks of attendance, the overview of States. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from accede.reporting.checker import headed
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds import attendance, ballot_lists, headings, lists, matrices, sources
from accede.reporting.checker.kinds.attendance import AttendanceClaim
from accede.reporting.checker.passages import PlacedTable, row_texts
from accede.reporting.checker.reading.meetings import YEAR, meetings
from accede.reporting.checker.rolls import Among, asked_in
from accede.reporting.checker.scope import When
from accede.reporting.checker.values import Claim, Spot
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.occasions import OccasionKind

COLUMNS = (
    (Ballot.IN_FAVOUR, re.compile(r"in favou?r|for\b|yes", re.IGNORECASE)),
    (Ballot.NOT_PRESENT, re.compile(r"not present|absent", re.IGNORECASE)),
    (Ballot.AGAINST, re.compile(r"against|no\b", re.IGNORECASE)),
    (Ballot.ABSTAINED, re.compile(r"abst", re.IGNORECASE)),
)
OUTSIDE = re.compile(r"\b(?:[Ss]tates? not (?:yet )?[Pp]art|[Nn]on-[Pp]art|outside)\b|\bnot [Pp]arty\b")
NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
NOT_RECORDED = re.compile(r"\W*(?:not recorded|not known|unknown|no record|n/r|\?|-|–|—)", re.IGNORECASE)


def find_in_table(placed: PlacedTable, context: Context) -> Iterator[Claim]:
    """Everything a table says by its form."""
    yield from headings.find_in_table(placed)
    yield from headed.over_table(placed, context)
    yield from sources.find_in_table(placed)
    match placed.table.kind:
        case "votes":
            yield from _votes(placed, context)
        case "matrix":
            yield from matrices.find_in_table(placed, context)
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
            yield replace(claim, spots=(Spot(passage, 0, len(text)),) if passage is not None else (), is_ours=ours)
    if is_whole and states and context.paper.is_given:
        day = context.paper.day
        yield lists.of_table(
            tuple(states),
            When(day, day),
            where=placed.where,
            text=placed.section[-1] if placed.section else placed.caption,
            is_ours=ours,
        )


def _last(iso3: str, text: str, placed: PlacedTable, name: str, on: date) -> AttendanceClaim | None:
    where = f"{placed.where}, {name}, last participation"
    if NEVER.search(text):
        return attendance.claim_of_cell(iso3, "", where=where, text=text, on=on)
    if NOT_RECORDED.match(text):
        return None
    for meeting in meetings(text):
        key = meeting.key
        year = re.search(rf"\b{YEAR}\b", text)
        if not key and meeting.kind is OccasionKind.IM and year:
            key = f"IM{year[0]}"
        if key:
            return attendance.claim_of_cell(iso3, key, where=where, text=text, on=on)
    return None


def _state(name: str, context: Context) -> str | None:
    return context.names.states.known(name.strip())
