"""A sentence with everything in it that a claim can be made of, and its outline, in which each of these is one sign.

In the outline "As of 1 June 2018 the Convention had 164 States Parties" reads "⟦D0⟧ ⟦T0⟧ had ⟦N0⟧ States Parties", so
that a pattern of a few words knows the sentence whoever, whatever and whenever it is about. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from accede.reporting.checker.reading.assembly import UnTerm, un_terms
from accede.reporting.checker.reading.bent_names import HARAKAT
from accede.reporting.checker.reading.days import Day, days
from accede.reporting.checker.reading.foreign_meetings import foreign_meetings
from accede.reporting.checker.reading.foreign_ordinals import ordinals
from accede.reporting.checker.reading.meetings import Meeting, meetings
from accede.reporting.checker.reading.numbers import ORDINAL, ordinal
from accede.reporting.checker.reading.quantities import Quantity, quantities, shares
from accede.reporting.checker.reading.treaties import Named
from accede.reporting.checker.reading.vocabulary import Names

BLANK = "\u25a0"
"""Stands for what was understood already, so that nothing else is found in it."""
ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.-]+@[\w.-]+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:org|com|int|net|info)\b\S*",
    re.IGNORECASE,
)
ORDINALS = re.compile(rf"\b{ORDINAL}\b(?!-)", re.IGNORECASE)
SIGN = re.compile(r"⟦([A-Z])(\d+)⟧")
_BRACKETS = r"(?:\s?\((?:[^()⟦⟧]|⟦[DMNOTBUR]\d+⟧){0,80}\))?"
_AND = r"(?:and|or|as well as|along with|together with|plus|&|et|y|e|ainsi que|así como|и|а также|و|和|及|以及)"
_STATE = rf"(?:the )?⟦S\d+⟧{_BRACKETS}"
_ARTICLE = r"(?:(?:la|le|les|el|los|las) |l['’]|لل?)?"
LISTED = re.compile(
    rf"{_STATE}(?:(?:\s*[,;、،/]\s*(?:{_AND}\s+)?|\s+{_AND}\s+|\s*[和及]\s*|\s+و\s?)(?:both )?{_ARTICLE}{_STATE})*"
)
ENDED = re.compile(rf"^(?P<list>[^;]*\b(?:and|or|et|y|e)\s+{_STATE})\s*;")
STATE_SIGN = re.compile(rf"⟦S(\d+)⟧({_BRACKETS})")


@dataclass(frozen=True, slots=True)
class Listed:
    """A State of a list, where it stands in the text, and the outline of what stands in brackets after it."""

    iso3: str
    start: int
    end: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    letter: str
    value: Any


@dataclass
class Sentence:
    """One sentence of a passage.

    `at` is where it begins in the passage. The lists hold what its outline's signs stand for: `treaties` T, `meetings` M,
    `terms` U (of the General Assembly), `days` D, `lists` L (of States; a single State is a list of one), `ordinals` O,
    `shares` P, `numbers` N.
    """

    text: str
    language: str = "en"
    at: int = 0
    paragraph: str = ""
    treaties: list[Named] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    terms: list[UnTerm] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    lists: list[tuple[Listed, ...]] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    shares: list[Quantity] = field(default_factory=list)
    numbers: list[Quantity] = field(default_factory=list)
    outline: str = ""
    _origin: list[tuple[int, int]] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the outline stands in the text, white space at its ends left out."""
        if start >= end:
            return 0, 0
        first, last = self._origin[start][0], self._origin[end - 1][1]
        while first < last and (self.text[first].isspace() or self.text[first] in ",;:)"):
            first += 1
        while last > first and (self.text[last - 1].isspace() or self.text[last - 1] in ",;:("):
            last -= 1
        return first, last

    def place(self, at: int) -> int:
        """Where in the outline a place of the text stands."""
        return next((place for place, (start, _) in enumerate(self._origin) if start >= at), len(self.outline))

    def words(self, start: int, end: int) -> str:
        """The words of the text that a stretch of the outline stands for."""
        first, last = self.span(start, end)
        return self.text[first:last]

    def signs(self, letter: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, int]]:
        """The signs of one letter in a stretch of the outline: (start, end, index)."""
        stop = len(self.outline) if end is None else end
        return [
            (match.start(), match.end(), int(match[2]))
            for match in SIGN.finditer(self.outline, start, stop)
            if match[1] == letter
        ]

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The clauses of the outline, as (start, end)."""
        bounds = [0, *(match.end() for match in _CLAUSE.finditer(self.outline)), len(self.outline)]
        return list(pairwise(bounds))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause in which a place of the outline lies."""
        return next(((start, end) for start, end in self.clauses if start <= at < end), self.clauses[-1])

    def states(self) -> tuple[str, ...]:
        """All States it names, each once."""
        return tuple(dict.fromkeys(one.iso3 for listed in self.lists for one in listed))


_CLAUSE = re.compile(
    r"[;:](?=\s)|\s[—–-]{1,2}\s|—|,?\s+(?:but|while|whereas|although|though|whilst|mais|tandis que|pero|"
    r"mientras que|но|а)\b"
)


def analysed(
    text: str, names: Names, *, language: str = "en", at: int = 0, paragraph: str = "", paper_day: date | None = None
) -> Sentence:
    """A sentence and what stands in it."""
    sentence = Sentence(text=text, language=language, at=at, paragraph=paragraph or text)
    parts: list[_Part] = []
    left = ADDRESS.sub(lambda match: " " * len(match[0]), text)
    left = left.replace("\u00a0", " ").replace("\u202f", " ").replace("\n", " ").replace("\t", " ")

    def take(letter: str, found: Sequence[tuple[int, int, Any]], into: list[Any]) -> None:
        nonlocal left
        for start, end, value in found:
            parts.append(_Part(start, end, letter, len(into)))
            into.append(value)
            left = left[:start] + BLANK * (end - start) + left[end:]

    named = list(meetings(left)) or list(foreign_meetings(left, language))
    take("M", [(one.start, one.end, one) for one in named], sentence.meetings)
    take("U", [(one.start, one.end, one) for one in un_terms(left)], sentence.terms)
    take("T", [(one.start, one.end, one) for one in names.treaties.found(left)], sentence.treaties)
    states: list[str] = []
    if language == "en":
        take("D", [(one.start, one.end, one) for one in days(left, language, paper_day)], sentence.days)
        take("S", names.spot(left, language), states)
    else:
        take("S", names.spot(left, language), states)
        take("D", [(one.start, one.end, one) for one in days(left, language, paper_day)], sentence.days)
    _give_years(sentence)
    take("P", [(one.start, one.end, one.quantity) for one in shares(left, language)], sentence.shares)
    if language == "en":
        take("O", [(one.start(), one.end(), ordinal(one[0])) for one in ORDINALS.finditer(left)], sentence.ordinals)
    else:
        take("O", list(ordinals(left, language)), sentence.ordinals)
    take("N", [(one.start, one.end, one.quantity) for one in quantities(left, language)], sentence.numbers)
    _outline(sentence, left, sorted(parts, key=lambda part: part.start))
    if language == "ar":
        _without_vowel_signs(sentence)
    _gather(sentence, states)
    return sentence


def _give_years(sentence: Sentence) -> None:
    """Gives a day without a year the year of the one told before it ("In 2004, ... ratified on 17 December")."""
    in_order = sorted(range(len(sentence.days)), key=lambda at: sentence.days[at].start)
    year: int | None = None
    for at in in_order:
        day = sentence.days[at]
        if day.year_is_told:
            year = day.last.year if not day.wrong and day.first.year == day.last.year else None
        elif year is not None and not day.wrong:
            with suppress(ValueError):
                first, last = day.first.replace(year=year), day.last.replace(year=year)
                sentence.days[at] = replace(day, first=first, last=last, year_is_told=True)


def _outline(sentence: Sentence, left: str, parts: Sequence[_Part]) -> None:
    """Writes the outline: each part as its sign, the rest as it stands."""
    pieces: list[str] = []
    at = 0
    for part in parts:
        pieces.append(left[at : part.start])
        sentence._origin += [(place, place + 1) for place in range(at, part.start)]
        sign = f"⟦{part.letter}{part.value}⟧"
        pieces.append(sign)
        sentence._origin += [(part.start, part.end)] * len(sign)
        at = part.end
    pieces.append(left[at:])
    sentence._origin += [(place, place + 1) for place in range(at, len(left))]
    sentence.outline = "".join(pieces)


def _without_vowel_signs(sentence: Sentence) -> None:
    """Leaves the signs of vowels out of an Arabic outline: some write them, most do not."""
    kept = [at for at, letter in enumerate(sentence.outline) if letter not in HARAKAT]
    sentence._origin = [sentence._origin[at] for at in kept]
    sentence.outline = "".join(sentence.outline[at] for at in kept)


def _gather(sentence: Sentence, states: Sequence[str]) -> None:
    """Puts States that stand together into lists. Two with nothing but a comma between them are no list ("Unlike A, B")."""
    old, origin = sentence.outline, sentence._origin
    pieces: list[str] = []
    kept: list[tuple[int, int]] = []
    at = 0

    def put(start: int, end: int) -> None:
        members = tuple(
            Listed(states[int(match[1])], *_place(origin, match.start(), match.end(1) + 1), remark=match[2])
            for match in STATE_SIGN.finditer(old, start, end)
        )
        sign = f"⟦L{len(sentence.lists)}⟧"
        sentence.lists.append(members)
        pieces.append(sign)
        kept.extend([(origin[start][0], origin[end - 1][1])] * len(sign))

    for match in _runs(old):
        pieces.append(old[at : match.start()])
        kept.extend(origin[at : match.start()])
        singles = list(re.finditer(_STATE, match[0]))
        if len(singles) == 2 and _is_loose(old, match, singles):
            for number, single in enumerate(singles):
                put(match.start() + single.start(), match.start() + single.end())
                if number == 0:
                    between = (match.start() + single.end(), match.start() + singles[1].start())
                    pieces.append(old[slice(*between)])
                    kept.extend(origin[slice(*between)])
        else:
            put(match.start(), match.end())
        at = match.end()
    pieces.append(old[at:])
    kept.extend(origin[at:])
    sentence.outline, sentence._origin = "".join(pieces), kept


def _runs(outline: str) -> Iterator[re.Match[str]]:
    """The lists of an outline. A semicolon behind a list that has its "and" begins another ("A and B; C and D")."""
    at = 0
    while match := LISTED.search(outline, at):
        ended = ENDED.search(match[0])
        if ended:
            match = LISTED.match(outline, match.start(), match.start() + ended.end("list")) or match
        yield match
        at = match.end()


def _is_loose(outline: str, match: re.Match[str], singles: Sequence[re.Match[str]]) -> bool:
    joint = match[0][singles[0].end() : singles[1].start()]
    if joint.strip() == ";":
        return True
    return joint.strip() == "," and not re.search(r"[:(–—-]\s*(?:the )?$", outline[: match.start()])


def _place(origin: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    return origin[start][0], origin[end - 1][1]
