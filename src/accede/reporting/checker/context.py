"""What a sentence takes from around it: the treaty meant by "the Convention", the day of the paper, the vote spoken of. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from accede.intake.status_paper.footnotes import information_as_of
from accede.paper.tree import Document, text_of
from accede.reporting.checker.passages import Passage
from accede.reporting.checker.reading.days import Day, days, leading_day
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.treaties import OTHER
from accede.reporting.checker.reading.vocabulary import Names
from accede.reporting.checker.values import Spot
from accede.vocabulary.errors import InvalidDate

ENTRY = re.compile(r"^\W*(?:(?:19|20)\d\d|[^:]{0,40}(?:19|20)\d\d):")
HEAD_PASSAGES = 8
"""Where a paper's own date may stand."""
LONGEST_MEETING = 12
"""Days; a paper may be dated with those of its meeting."""


@dataclass(frozen=True, slots=True)
class PaperDay:
    """The day a paper speaks of. `is_given` is False where nobody said so and today is taken."""

    day: date
    is_given: bool


@dataclass(slots=True)
class Context:
    """What is known beside a sentence while a draft is read, passage by passage.

    `main_treaty` is the one that a paper is about, None where that is not clear. `earlier` are the sentences of the same
    paragraph that came before, and what leads a list.
    """

    names: Names
    treaty: str
    paper: PaperDay
    main_treaty: str | None
    passage: Passage
    lead_day: Day | None = None
    earlier: list[Sentence] = field(default_factory=list)
    headings: list[Sentence] = field(default_factory=list)

    def treaty_of(self, sentence: Sentence, start: int, end: int, *, sign: int | None = None) -> str | None:
        """The key of the treaty that a stretch of the outline speaks of; None where it is not clear.

        `sign` is the index of the sign that is its object, where it has one.
        """
        if sign is not None and sentence.treaties[sign].key:
            return sentence.treaties[sign].key
        inside = [sentence.treaties[index].key for _, _, index in sentence.signs("T", start, end)]
        before = [sentence.treaties[index].key for _, _, index in sentence.signs("T", 0, start)]
        after = [sentence.treaties[index].key for _, _, index in sentence.signs("T", end)]
        keyed = list(dict.fromkeys(filter(None, inside)))
        if len(keyed) == 1:
            return keyed[0]
        if len(keyed) > 1:
            return None
        if named := [key for key in before if key]:
            # "The CCM has 103 States Parties, the Convention 164": the last one named before.
            return named[-1] if len(set(named)) == 1 or not inside else None
        if not inside and not before and (named := list(dict.fromkeys(key for key in after if key))):
            return named[0] if len(named) == 1 else None
        for sentence_before in reversed(self.earlier):
            told = list(dict.fromkeys(one.key for one in sentence_before.treaties if one.key))
            if told:
                return (
                    told[0]
                    if len(told) == 1
                    else self.treaty
                    if self.treaty in told and self.main_treaty == self.treaty
                    else None
                )
        for heading in reversed(self.headings):
            told = list(dict.fromkeys(one.key for one in heading.treaties if one.key))
            if len(told) == 1:
                return told[0]
        return self.main_treaty

    def is_ours(self, sentence: Sentence, start: int, end: int, *, sign: int | None = None) -> bool | None:
        """Whether it speaks of the treaty asked about; None where it is not clear."""
        key = self.treaty_of(sentence, start, end, sign=sign)
        return None if key is None else key == self.treaty

    def spot(self, sentence: Sentence, start: int, end: int) -> Spot:
        """The place of a stretch of the outline in the draft."""
        first, last = sentence.span(start, end)
        return Spot(self.passage.number, sentence.at + first, sentence.at + last)


def paper_day(document: Document, passages: Sequence[Passage], as_of: date, *, is_asked: bool) -> PaperDay:
    """The day of a paper: what it says of its information, its own date, else `as_of`."""
    try:
        told = information_as_of(document)
    except InvalidDate:
        told = None
    if told is not None and told.latest is not None:
        return PaperDay(told.latest, True)
    for found in days(document.masthead.dated):
        if found.is_one_day and not found.wrong:
            return PaperDay(found.first, True)
    for passage in passages[:HEAD_PASSAGES]:
        found_day = leading_day(passage.text)
        is_short = (
            found_day is not None and not found_day.wrong and (found_day.last - found_day.first).days < LONGEST_MEETING
        )
        if found_day and is_short and not ENTRY.match(passage.text):
            return PaperDay(found_day.last, True)
    return PaperDay(as_of, is_asked)


def main_treaty(document: Document, passages: Sequence[Passage], names: Names) -> str | None:
    """The treaty that a paper is about: the one it names most, its title above all; the one asked about where it names none."""
    named: Counter[str] = Counter()
    for passage in passages:
        weight = 5 if passage.role == "title" else 1
        for one in names.treaties.found(passage.text):
            if one.key and one.key != OTHER:
                named[one.key] += weight
        for key in names.treaties.addressed(passage.text):
            named[key] += 1
    if not named:
        return names.treaty
    most = max(named.values())
    first = [key for key, times in named.items() if times == most]
    if len(first) == 1 or names.treaty not in first:
        return first[0] if len(first) == 1 else None
    titled = [one.key for one in names.treaties.found(text_of(document.title)) if one.key]
    return titled[0] if titled else names.treaty
