"""Votes in a table: a row a State with its ballot, as the UN Digital Library gives them, or a column a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from accede.evidence.values import RollCall
from accede.intake.findings import Certainty, DocumentKind, Proposal
from accede.intake.sheets.head import Column, Head
from accede.intake.sheets.reading import NOTHING, Sheet
from accede.intake.status_paper.occasions import session_of
from accede.vocabulary.ballots import BEFORE_SESSIONS, Ballot, Body
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.partial_date import PartialDate

KIND = DocumentKind.VOTE_RECORD
BALLOTS: tuple[tuple[Ballot, re.Pattern[str]], ...] = (
    (Ballot.IN_FAVOUR, re.compile(r"y|yes|in favou?r|for|\+|oui|pour|s[ií]|a favor", re.IGNORECASE)),
    (Ballot.AGAINST, re.compile(r"n|no|against|non|contre|en contra", re.IGNORECASE)),
    (Ballot.ABSTAINED, re.compile(r"a|abst\.?|abstain(?:ed|ing)?|abstentions?|abstenci[oó]n", re.IGNORECASE)),
    (Ballot.NOT_PRESENT, re.compile(r"absent|not present", re.IGNORECASE)),
    # The United Nations' records do not tell absent from present and not voting.
    (Ballot.NOT_RECORDED, re.compile(r"x|nv|non-?voting|not voting|not recorded|no vote", re.IGNORECASE)),
    (Ballot.NOT_A_MEMBER, re.compile(r"not a member.*", re.IGNORECASE)),
)
SYMBOL = re.compile(
    r"\b(?:A/)?RES/(?P<session>\d{1,3})/(?P<number>\d{1,3}\w?)\b"
    r"|^(?P<session2>\d{2})/(?P<number2>\d{1,3}[A-Z]?)$"
)
DRAFT = re.compile(r"\bA/C\.1/(?P<session>\d{1,3})/(?P<draft>L\.\d{1,3}(?:/Rev\.\d)?)\b")
COMMITTEE = re.compile(r"\bFirst Committee\b|\bA/C\.1/", re.IGNORECASE)
PLENARY = re.compile(r"\bplenary\b|\bRES/|\bGeneral Assembly\b", re.IGNORECASE)
MOST_FIGURES = 5
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_one(head: Head) -> bool:
    """Whether the table has a column of ballots, or columns named by resolutions."""
    return Column.VOTE in head.columns or any(SYMBOL.search(name) for _, name in head.unknown)


@dataclass(slots=True)
class _Vote:
    """One vote as it is put together from the rows."""

    call: RollCall
    where: str
    ballots: dict[str, Ballot] = field(default_factory=dict)


def read(sheet: Sheet) -> Iterator[Proposal]:
    """The roll calls of the table."""
    if Column.VOTE not in sheet.head.columns:
        yield from _columns(sheet)
        return
    votes: dict[tuple[str, ...], _Vote | None] = {}
    for where, cells in sheet.body():
        told = tuple(
            sheet.head.cell(cells, one)
            for one in (Column.SYMBOL, Column.DRAFT, Column.BODY, Column.SESSION, Column.DATE)
        )
        if told not in votes:
            votes[told] = _vote(sheet, cells, where)
        vote = votes[told]
        states = sheet.states(cells, where)
        text = sheet.head.cell(cells, Column.VOTE)
        ballot = ballot_of(text)
        if vote is None or not states:
            continue
        if ballot is None:
            sheet.puzzled(where, f"{sheet.head.cell(cells, Column.STATE)}: {text}")
            continue
        for state in states:
            _cast(vote, state, ballot, sheet, where)
    yield from (_proposal(vote) for vote in votes.values() if vote is not None)


def ballot_of(text: str) -> Ballot | None:
    """The ballot that a cell shows; an empty one is not recorded. None where it shows something else."""
    if text.strip() in NOTHING:
        return Ballot.NOT_RECORDED
    return next((ballot for ballot, words in BALLOTS if words.fullmatch(text.strip())), None)


def _columns(sheet: Sheet) -> Iterator[Proposal]:
    """A column a vote, named by its resolution."""
    for at, name in sheet.head.unknown:
        if not SYMBOL.search(name):
            continue
        call = roll_call(sheet.treaty, name)
        if call is None:
            continue
        vote = _Vote(call, f"{sheet.where}, column {name}")
        for where, cells in sheet.body():
            state = sheet.state(cells, where)
            text = cells[at] if at < len(cells) else ""
            ballot = ballot_of(text)
            if state and ballot is not None:
                _cast(vote, state, ballot, sheet, where)
            elif state:
                sheet.puzzled(where, f"{name}: {text}")
        yield _proposal(vote)


def _cast(vote: _Vote, state: str, ballot: Ballot, sheet: Sheet, where: str) -> None:
    before = vote.ballots.get(state)
    if before is not None and before is not ballot:
        wrong = Unreadable(f"{state} has two ballots in one vote", remedy="Correct one of them")
        sheet.puzzled(where, f"{state}: {before.label}, {ballot.label}", wrong)
        return
    vote.ballots[state] = ballot


def _proposal(vote: _Vote) -> Proposal:
    ballots = tuple(sorted(vote.ballots.items()))
    return Proposal(
        fact=replace(vote.call, ballots=ballots),
        locator=vote.where,
        passage=" ".join(filter(None, (vote.call.symbol, vote.call.draft, vote.call.title))) or vote.where,
        certainty=Certainty.READ,
    )


def _vote(sheet: Sheet, cells: Sequence[str], where: str) -> _Vote | None:
    """The vote of a row; None, and noted, where body or session are not told, or where it is about something else."""
    title = sheet.head.cell(cells, Column.TITLE)
    if title and next(sheet.treaties.named(title), None) is None and not _is_of_mines(title):
        sheet.puzzled(
            where, title, Unreadable("the vote is on another matter", remedy="Keep the rows of the resolution")
        )
        return None
    told = " ".join(
        sheet.head.cell(cells, one) for one in (Column.SYMBOL, Column.DRAFT, Column.BODY, Column.SESSION, Column.DATE)
    )
    call = roll_call(
        sheet.treaty,
        f"{told} {sheet.around}",
        day=sheet.date(sheet.head.cell(cells, Column.DATE), where),
        session=sheet.head.cell(cells, Column.SESSION),
        body=sheet.head.cell(cells, Column.BODY),
    )
    if call is None:
        unknown = Unreadable(
            "it does not say in which body and session the vote was",
            remedy="Give the symbol of the resolution or draft in a column or in the title",
        )
        sheet.puzzled(where, told or sheet.around, unknown)
        return None
    return _Vote(
        replace(
            call,
            title=title,
            stated_in_favour=total(sheet, cells, Column.FAVOUR),
            stated_against=total(sheet, cells, Column.AGAINST),
            stated_abstained=total(sheet, cells, Column.ABSTAINED),
        ),
        sheet.where,
    )


def total(sheet: Sheet, cells: Sequence[str], column: Column) -> int | None:
    """The number in a column of totals; None where there is none."""
    text = sheet.head.cell(cells, column)
    return int(text) if text.isdecimal() and len(text) < MOST_FIGURES else None


def _is_of_mines(title: str) -> bool:
    return bool(re.search(r"\banti-?personnel (?:land)?mines\b", title, re.IGNORECASE))


def roll_call(
    treaty: str, text: str, *, day: PartialDate | None = None, session: str = "", body: str = ""
) -> RollCall | None:
    """The roll call that a text names by its symbol, or by body and year; None where it names none."""
    symbol, draft = SYMBOL.search(text.strip()), DRAFT.search(text)
    if body:
        found: Body | None = Body.FIRST_COMMITTEE if COMMITTEE.search(body) else Body.PLENARY
    elif symbol:
        found = Body.PLENARY
    elif COMMITTEE.search(text):
        found = Body.FIRST_COMMITTEE
    else:
        found = Body.PLENARY if PLENARY.search(text) else None
    number = _session(symbol, draft, session, text, day)
    if found is None or number is None:
        return None
    year = YEAR.search(text)
    voted = day or PartialDate.parse(year[0] if year else str(number + BEFORE_SESSIONS))
    return RollCall(
        treaty=treaty,
        body=found,
        session=number,
        symbol=f"A/RES/{number}/{symbol['number'] or symbol['number2']}" if symbol and found is Body.PLENARY else "",
        voted=voted,
        draft=f"A/C.1/{number}/{draft['draft']}" if draft else "",
    )


def _session(
    symbol: re.Match[str] | None, draft: re.Match[str] | None, session: str, text: str, day: PartialDate | None
) -> int | None:
    if symbol:
        return int(symbol["session"] or symbol["session2"])
    if draft:
        return int(draft["session"])
    if match := re.match(r"\d{1,3}", session):
        return int(match[0])
    if match := re.search(r"\b(?P<n>\d{2})(?:st|nd|rd|th) session\b", text):
        return int(match["n"])
    year = YEAR.search(text)
    return session_of(day or (PartialDate.parse(year[0]) if year else None))
