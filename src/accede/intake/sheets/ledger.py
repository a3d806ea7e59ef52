"""What a secretariat keeps in its own sheets: statements, reports and activities, a row each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from accede.activities.values import Activity
from accede.evidence.values import Code, Report, Statement
from accede.intake.findings import DocumentKind, Proposal
from accede.intake.prose.circumstances import codes_of
from accede.intake.sheets.head import ACTIVITY, Column, Head
from accede.intake.sheets.reading import NOTHING, Sheet
from accede.intake.status_paper.citations import SAID_AT_AN_OCCASION, channel_of
from accede.intake.status_paper.overview_entries import kind_of as whose_words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.statements import TextKind

KIND = DocumentKind.SECRETARIAT_TABLE
KINDS: tuple[tuple[ActivityKind, re.Pattern[str]], ...] = (
    (ActivityKind.REPLY, re.compile(r"repl(?:y|ies)|answer|response", re.IGNORECASE)),
    (ActivityKind.LETTER_ROUND, re.compile(r"letters?|notes? verbales?|correspondence", re.IGNORECASE)),
    (ActivityKind.BILATERAL, re.compile(r"bi-?lateral.*", re.IGNORECASE)),
    (ActivityKind.WORKING_GROUP, re.compile(r".*\bgroup\b.*", re.IGNORECASE)),
    (ActivityKind.VISIT, re.compile(r"(?:country )?(?:visit|mission).*", re.IGNORECASE)),
    (ActivityKind.APPEAL, re.compile(r"appeal.*|statement in .*", re.IGNORECASE)),
    (ActivityKind.PRESS_RELEASE, re.compile(r"press.*", re.IGNORECASE)),
    (ActivityKind.WORKSHOP, re.compile(r"workshop|seminar|webinar|round ?table", re.IGNORECASE)),
    (ActivityKind.DEMARCHE, re.compile(r"d[ée]marches?", re.IGNORECASE)),
    (ActivityKind.BRIEFING, re.compile(r"briefings?", re.IGNORECASE)),
    (ActivityKind.WORK_PLAN, re.compile(r"work plan|concept note", re.IGNORECASE)),
    (ActivityKind.NOTIFICATION, re.compile(r"notification", re.IGNORECASE)),
    (ActivityKind.MEETING, re.compile(r"(?:.* )?meetings?|consultations?", re.IGNORECASE)),
)
NOT_SUBMITTED = re.compile(r"no|not (?:yet )?submitted|not received|none received|outstanding|overdue", re.IGNORECASE)
TEXT_KINDS = {
    "quotation": TextKind.QUOTATION,
    "quote": TextKind.QUOTATION,
    "reported": TextKind.REPORTED,
    "summary": TextKind.SUMMARY,
}


def is_one(head: Head) -> bool:
    """Whether the table has what a statement, a report or an activity needs."""
    return _reader(head) is not None


def read(sheet: Sheet) -> Iterator[Proposal]:
    """What the rows hold."""
    reader = _reader(sheet.head)
    assert reader is not None
    places: dict[str, int] = {}
    for where, cells in sheet.body():
        fact = reader(sheet, where, cells)
        if isinstance(fact, Statement):
            places[fact.state] = places.get(fact.state, 0) + 1
            fact = _placed(fact, places[fact.state])
        if fact is not None:
            yield sheet.proposal(fact, where, cells)


def _placed(fact: Statement, place: int) -> Statement:
    return replace(fact, place=place)


Row = Sequence[str]
Reader = Callable[[Sheet, str, Row], "Statement | Report | Activity | None"]


def _reader(head: Head) -> Reader | None:
    has = head.columns
    if has.keys() >= ACTIVITY:
        return _activity
    if Column.TEXT in has and (Column.CITATION in has or Column.DATE in has or Column.MEETING in has):
        return _statement
    if Column.SUBMITTED in has or Column.COVERS in has:
        return report_of
    if Column.KIND in has and Column.DATE in has:
        return _activity
    return None


def _statement(sheet: Sheet, where: str, cells: Row) -> Statement | None:
    state = sheet.state(cells, where)
    text = sheet.head.cell(cells, Column.TEXT)
    if not state or text in NOTHING:
        return None
    told = sheet.head.cell(cells, Column.CITATION)
    meeting, date = sheet.head.cell(cells, Column.MEETING), sheet.head.cell(cells, Column.DATE)
    citation = told or ", ".join(one for one in (meeting, date) if one)
    said = sheet.date(date, where)
    occasion = sheet.occasions.named(f"{meeting} {told}", said)
    said = said or sheet.occasions.days(occasion)
    if said is None:
        sheet.puzzled(where, text, InvalidDate("the statement has no date", remedy="Give the day it was said"))
        return None
    kind = sheet.head.cell(cells, Column.TEXT_KIND).lower()
    text_kind = TEXT_KINDS.get(kind) or whose_words(text, is_summary=False)
    channel = channel_of(citation)
    is_ours = text_kind is TextKind.SUMMARY
    return Statement(
        treaty=sheet.treaty,
        state=state,
        occasion=occasion if channel in SAID_AT_AN_OCCASION else "",
        said=said,
        citation=citation,
        channel=channel,
        text_kind=text_kind,
        text="" if is_ours else text,
        summary=text if is_ours else "",
        codes=tuple(Code(kind=kind, code=code, trigger=trigger) for kind, code, trigger in codes_of(text)),
    )


def report_of(
    sheet: Sheet, where: str, cells: Row, *, duty: ReportDuty = ReportDuty.VOLUNTARY, covers: PartialDate | None = None
) -> Report | None:
    """The report of a row; `duty` and year covered where the row does not tell them. None, and noted, where there is none."""
    state = sheet.state(cells, where)
    given = sheet.head.cell(cells, Column.SUBMITTED)
    is_missing = bool(NOT_SUBMITTED.fullmatch(given.strip()))
    submitted = None if is_missing else sheet.date(given, where)
    covers = sheet.date(sheet.head.cell(cells, Column.COVERS), where) or covers
    if not state or (submitted is None and covers is None):
        return None
    if submitted is None and not is_missing and Column.SUBMITTED in sheet.head.columns:
        if given.strip() in NOTHING:  # not yet, never, or not known: the table does not say
            unknown = InvalidDate("it does not say whether the report was submitted", remedy="Give its day, or “no”")
            sheet.puzzled(where, " | ".join(filter(None, cells)), unknown)
        return None
    told = " ".join(sheet.head.cell(cells, one) for one in (Column.KIND, Column.NOTE, Column.CAPACITY)).lower()
    duty = next(
        (one for one in (ReportDuty.INITIAL, ReportDuty.ANNUAL, ReportDuty.VOLUNTARY) if one.value in told), duty
    )
    return Report(
        treaty=sheet.treaty,
        state=state,
        report_state=ReportState.NOT_SUBMITTED if is_missing else ReportState.SUBMITTED,
        duty=duty,
        submitted=submitted,
        covers=covers,
    )


def _activity(sheet: Sheet, where: str, cells: Row) -> Activity | None:
    told = sheet.head.cell(cells, Column.KIND)
    kind = next((one for one, words in KINDS if words.fullmatch(told.strip())), None)
    on: PartialDate | None = sheet.date(sheet.head.cell(cells, Column.DATE), where)
    if kind is None:
        sheet.puzzled(where, told)
        return None
    if on is None:
        return None
    towards = sheet.head.cell(cells, Column.TOWARDS)
    names = [one for one in towards.replace(" and ", ", ").split(", ") if one and one not in NOTHING]
    states = [state for name in names for state in sheet.named(name, where)] if towards else sheet.states(cells, where)
    by = sheet.head.cell(cells, Column.BY)
    named = sheet.ground.names.spot(by)
    is_state = len(named) == 1 and named[0][1] - named[0][0] == len(by)
    return Activity(
        treaty=sheet.treaty,
        kind=kind,
        on=on,
        by=states[0] if kind is ActivityKind.REPLY and states else named[0][2] if is_state else by,
        towards=() if kind is ActivityKind.REPLY else tuple(dict.fromkeys(states)),
        title=sheet.head.cell(cells, Column.TITLE),
        places=(place,) if (place := sheet.head.cell(cells, Column.PLACE)) not in NOTHING else (),
        summary=sheet.head.cell(cells, Column.NOTE) or sheet.head.cell(cells, Column.TEXT),
    )
