"""Enter a round of an earlier presidency: to whom its letters went, when, and when who answered; from lines that are pasted.

Nobody cleared these letters here, so that what is told of them, and each reply, waits for review as everything that is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import ActivityVersion
from accede.activities.values import Activity
from accede.outreach.rounds.held import IN_WORK, letters_of, round_held
from accede.outreach.rounds.plan import plan_round
from accede.outreach.rounds.told import tell_round
from accede.records.write import Write, writing
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import AccedeError, InvalidDate, Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate, read_date
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names

PARTED = re.compile(r"\t|;")
NOTHING = ("", "-", "–", "—", "n/a", "no", "none")


@dataclass(frozen=True, slots=True)
class Line:
    """A letter as somebody keeps it in a sheet: the State, the day it went (None: that of the round), the day of the answer."""

    iso3: str
    sent: PartialDate | None
    replied: PartialDate | None
    language: str


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A line that is not understood, with its number from 1."""

    number: int
    text: str
    error: AccedeError


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was pasted, read."""

    lines: tuple[Line, ...]
    puzzles: tuple[Puzzle, ...]


def read_sheet(text: str) -> Sheet:
    """Lines of State, day sent, day of the reply and language, parted by tabs or semicolons; all but the State may be missing.

    Names and dates as people write them; a first line of headings is left out. What is not understood is told, and never guessed.
    """
    lines: dict[str, Line] = {}
    puzzles: list[Puzzle] = []
    for number, row in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        cells = [cell.strip().strip('"') for cell in PARTED.split(row)]
        if not any(cells) or (number == 1 and cells[0].casefold() in ("state", "states", "country", "iso3", "key")):
            continue
        try:
            line = _line(cells)
            if line.iso3 in lines:
                raise Refused("the State is named twice", remedy="Leave one of the lines out")
            lines[line.iso3] = line
        except AccedeError as error:
            puzzles.append(Puzzle(number, row.strip()[:200], error))
    return Sheet(tuple(lines.values()), tuple(puzzles))


def enter_afterwards(actor: Actor, round_: Round, lines: Iterable[Line], *, is_told_apart: bool = False) -> str:
    """Record a round that was, its letters as sent or answered, the replies, and what is told; returns the key of the round.

    Raises as `plan_round` does, and Refused for an answer that came before its letter went.
    """
    given = list(lines)
    actor.must(Verb.RECORD, Classification.PUBLIC, where=round_.title)
    for each in given:
        sent = each.sent or round_.on
        if each.replied is not None and each.replied.counts_from < (sent.earliest or sent.counts_from):
            raise Refused(
                f"the answer of {each.replied.wording()} came before the letter went ({sent.wording()})",
                where=each.iso3,
                remedy="Correct one of the days",
            )
    with transaction.atomic():
        planned = replace(round_, is_entered_afterwards=True)
        languages = {each.iso3: each.language for each in given}
        # What waits in time collides with nothing that went long ago.
        key = plan_round(actor, planned, languages, beside=tuple(languages), is_told_apart=is_told_apart)
        with writing(actor.name, "move a letter", reason="entered afterwards") as write:
            held, told = letters_of(key), round_held(key).fact
            for each in given:
                _gone(write, told, held[each.iso3].key, held[each.iso3].fact, each)
        tell_round(actor, key)
    return key


def reply_key(treaty: str, iso3: str, on: PartialDate) -> str:
    """The key of a State's reply ("apmbc/reply/CHN/2018-05-06")."""
    return f"{treaty}/reply/{iso3}/{on.edtf.replace('/', '..')}"


def _gone(write: Write, round_: Round, key: str, letter: Letter, line: Line) -> None:
    sent = replace(letter, step=LetterStep.SENT, step_on=line.sent or round_.on)
    write.record(key, sent, source="", classification=IN_WORK)
    if line.replied is None:
        return
    reply = reply_key(round_.treaty, line.iso3, line.replied)
    answered = replace(sent, step=LetterStep.REPLIED, step_on=line.replied, reply=reply)
    write.record(key, answered, source="", classification=IN_WORK)
    if not ActivityVersion.objects.filter(key=reply).exists():
        fact = Activity(
            treaty=round_.treaty,
            kind=ActivityKind.REPLY,
            on=line.replied,
            by=line.iso3,
            presidency=round_.presidency,
            reply_to=round_.activity,
        )
        write.record(reply, fact, source="")


def _line(cells: list[str]) -> Line:
    cells = [*cells, "", "", ""]
    names = shipped_names()
    iso3 = cells[0] if cells[0] in names.states else names.find(cells[0])
    language = cells[3].casefold() or str(Language.ENGLISH)
    by_name: Mapping[str, str] = {each.label.casefold(): str(each) for each in Language}
    language = by_name.get(language, language)
    if language not in {str(each) for each in Language}:
        raise UnknownName(f"“{cells[3]}” is none of the six languages", remedy="Write it as en, fr, es, ru, zh or ar")
    return Line(iso3, _date(cells[1]), _date(cells[2]), language)


def _date(text: str) -> PartialDate | None:
    if text.casefold() in NOTHING:
        return None
    try:
        return PartialDate.parse(text)
    except InvalidDate:
        return read_date(text)


__all__ = ["Line", "Puzzle", "Sheet", "enter_afterwards", "read_sheet", "reply_key"]
