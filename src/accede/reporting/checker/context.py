"""What a sentence takes from around it: the treaty meant by "the Convention", the day of the paper, the vote spoken of. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from accede.intake.status_paper.footnotes import information_as_of
from accede.paper.tree import Document
from accede.reporting.checker.passages import Passage
from accede.reporting.checker.reading.days import Day, Lead, days, leading_day
from accede.reporting.checker.reading.meetings import Meeting
from accede.reporting.checker.reading.openings import is_mail_head
from accede.reporting.checker.reading.sentence import Listed, Sentence, analysed
from accede.reporting.checker.reading.treaties import OTHER
from accede.reporting.checker.reading.vocabulary import Names
from accede.reporting.checker.values import Spot
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.occasions import OccasionKind

OBJECT = re.compile(r"(?: (?!⟦)[\w'’-]+){0,4} ?(?:,? ?⟦D\d+⟧,? ?)?(?:(?: (?!⟦)[\w'’-]+){0,2} )?⟦T(?P<t>\d+)⟧")
"""A treaty that stands so near behind that it is spoken of."""
LEADING = re.compile(r"\W*(?:With|Having|At|Counting|Numbering|Boasting|Now with|Today with)\b")
"""Begins what is said of the subject to come."""
OF_ANOTHER_MATTER = re.compile(
    r"⟦T\d+⟧ (?:on|against|concerning|regarding|relating to|banning|prohibiting|outlawing|limiting) "
    r"(?!(?:which|whom|that|this|it|its|their|the|a|an|all|any|each|behalf|board|time|paper|anti|land|mines?)\b)[a-z]"
)
"""A treaty told by its matter, which is not mines."""
TREATIES = re.compile(r"treat|trat", re.IGNORECASE)
CONVENTIONS = re.compile(r"conven|конвенц|公约|اتفاقية", re.IGNORECASE)
BOTH = ("apmbc",)
"""Called by both nouns: the Ottawa Convention is the Mine Ban Treaty."""
CALLED_TREATIES = ("att", "tpnw")
HOLDING_NONE: dict[OccasionKind, tuple[str, ...]] = {
    OccasionKind.MSP: ("att", "cwc", "crpd", "ccw", "ccw-apii", "ccw-pv"),
    OccasionKind.RC: ("att", "crpd", "tpnw"),
    OccasionKind.IM: ("att", "cwc", "crpd", "tpnw", "ccw", "ccw-apii", "ccw-pv"),
    OccasionKind.SC: ("att", "ccm", "cwc", "bwc", "crpd", "tpnw", "ccw", "ccw-apii", "ccw-pv"),
    OccasionKind.SIGNING: ("att", "cwc", "bwc", "crpd", "ccw", "ccw-apii", "ccw-pv"),
}
"""Treaties whose meetings are called otherwise."""
YEARS_BETWEEN = {OccasionKind.MSP: 1, OccasionKind.RC: 4}
"""At least so many years lie between two meetings of a kind."""
FOREIGN_SHARE = 3
"""How often another treaty must be named, at least, for a paper to be about it."""
ENTRY = re.compile(r"^\W*(?:(?:19|20)\d\d|[^:]{0,40}(?:19|20)\d\d):")
DATED = re.compile(
    r"\W*(?:date|dated|last updated?|updated|as of|status as of|status on|issued|published|posted)\W{0,4}\s*(?P<day>[^.;]{0,40})$",
    re.IGNORECASE,
)
"""A line that is the paper's date."""
MAILED = re.compile(r"\b(?:Date|Sent)\W{0,3}:\W{0,3}(?P<day>[^;]{0,40})", re.IGNORECASE)
"""The day of a mail, among the lines at its head."""
INFORMED = re.compile(r"\b(?:information|data|figures|status) as (?:of|at) (?P<day>[^.;()\n]{0,40})", re.IGNORECASE)
"""The day up to which a paper knows, which is not the day it was written."""
HEAD_PASSAGES = 8
"""Where a paper's own date may stand."""
LONGEST_MEETING = 12
"""Days; a paper may be dated with those of its meeting."""


@dataclass(frozen=True, slots=True)
class PaperDay:
    """The day a paper speaks of. `is_given` is False where nobody said so and today is taken."""

    day: date
    is_given: bool

    @property
    def told(self) -> date | None:
        """The day; None where nobody said so."""
        return self.day if self.is_given else None


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
    leads_list: bool = False
    """Whether a list stands right below the passage."""

    @property
    def said_on(self) -> date:
        """The day on which a passage says what it says: the one that its paragraph begins with, else the paper's."""
        return self.lead_day.last if self.lead_day and not self.lead_day.wrong else self.paper.day

    def analysed(self, text: str) -> Sentence:
        """What stands in a text that is no sentence of the passage: a heading, a caption."""
        return analysed(text, self.names, paper_day=self.paper.told)

    def treaty_of(self, sentence: Sentence, start: int, end: int, *, sign: int | None = None) -> str | None:
        """The key of the treaty that a stretch of the outline speaks of; None where it is not clear.

        `sign` is the index of the sign that is its object, where it has one.
        """
        if sign is not None:
            return sentence.treaties[sign].key or self._generic(sentence, sign)
        inside = [index for _, _, index in sentence.signs("T", start, end)]
        keyed = list(dict.fromkeys(filter(None, (sentence.treaties[index].key for index in inside))))
        if keyed:
            return keyed[0] if len(keyed) == 1 else None
        if inside:
            return self._generic(sentence, inside[0])
        after = OBJECT.match(sentence.outline, end, max(end, sentence.clause(max(start, end - 1))[1]))
        if after:
            return self.treaty_of(sentence, start, end, sign=int(after["t"]))
        first, _ = sentence.clause(start)
        if before := sentence.signs("T", first, start):
            return self.treaty_of(sentence, start, end, sign=before[-1][2])
        if named := {sentence.treaties[index].key for _, _, index in sentence.signs("T", 0, first)} - {""}:
            return self.treaty if named == {self.treaty} else None
        if follow := [index for _, _, index in sentence.signs("T", end, sentence.clause(start)[1])]:
            keys = {sentence.treaties[index].key for index in follow} - {""}
            if not keys or LEADING.match(sentence.outline[first:start]):
                return self.treaty_of(sentence, start, end, sign=follow[0])
            return self.treaty if keys == {self.treaty} else None
        met = [sentence.meetings[index] for _, _, index in sentence.signs("M", start, end)]
        return self._of_earlier("", sentence, met)

    def _generic(self, sentence: Sentence, sign: int) -> str | None:
        """The treaty that "the Convention" means: the last one named that is called so; none where it tells its matter."""
        if OF_ANOTHER_MATTER.match(sentence.outline, sentence.outline.index(f"⟦T{sign}⟧")):
            return None
        noun = _noun(sentence.text[sentence.treaties[sign].start : sentence.treaties[sign].end])
        here = [one for one in sentence.treaties[:sign] if one.key]
        if here:
            named = here[-1]
            if _may_be_called(named.key, noun, sentence.text[named.start : named.end]):
                return named.key
        return self._of_earlier(noun, sentence)

    def _of_earlier(self, noun: str, asking: Sentence, met: Sequence[Meeting] = ()) -> str | None:
        """The treaty that the sentences before speak of, else the headings, else the paper.

        `met` are the meetings spoken of: a treaty that cannot have held them is not meant, nor one that was adopted after
        the days told.
        """
        latest = max((day.last for day in asking.days if _is_of_an_event(day)), default=date.max)
        for sentence in reversed(self.earlier):
            told = [
                one
                for one in sentence.treaties
                if one.key
                and _may_be_called(one.key, noun, sentence.text[one.start : one.end])
                and all(self._may_have_held(one.key, meeting) for meeting in met)
                and latest >= self.names.treaties.adopted_on(one.key)
            ]
            keys = {one.key for one in told}
            if self.treaty in keys:
                return self.treaty
            if keys:
                return keys.pop() if len(keys) == 1 and noun else None
        for heading in reversed(self.headings):
            keys = {one.key for one in heading.treaties if one.key}
            if len(keys) == 1:
                return keys.pop()
        return self.main_treaty

    def _may_have_held(self, key: str, meeting: Meeting) -> bool:
        """Whether a treaty can have held a meeting by the day of the paper, at the pace at which such meetings follow."""
        if key in HOLDING_NONE.get(meeting.kind, ()):
            return False
        years = YEARS_BETWEEN.get(meeting.kind, 0) * (meeting.number or 0)
        return self.names.treaties.adopted_on(key).year + years <= self.paper.day.year

    def is_ours(self, sentence: Sentence, start: int, end: int, *, sign: int | None = None) -> bool | None:
        """Whether it speaks of the treaty asked about; None where it is not clear."""
        key = self.treaty_of(sentence, start, end, sign=sign)
        return None if key is None else key == self.treaty

    def spot(self, sentence: Sentence, start: int, end: int) -> Spot:
        """The place of a stretch of the outline in the draft."""
        first, last = sentence.span(start, end)
        return Spot(self.passage.number, sentence.at + first, sentence.at + last)

    def spots(self, sentence: Sentence, start: int, end: int, state: Listed | None) -> tuple[Spot, ...]:
        """The places of a claim: that of its State first, where it is one of several of whom a stretch is said."""
        whole = self.spot(sentence, start, end)
        if state is None:
            return (whole,)
        return replace(whole, start=sentence.at + state.start, end=sentence.at + state.end), whole


def paper_day(document: Document, passages: Sequence[Passage], as_of: date, *, is_asked: bool) -> PaperDay:
    """The day of a paper: what it says of its information, its own date, else `as_of`."""
    try:
        told = information_as_of(document)
    except InvalidDate:
        told = None
    if told is not None and told.latest is not None:
        return PaperDay(told.latest, True)
    if informed := _informed_on(passages[:HEAD_PASSAGES]):
        return PaperDay(informed, True)
    for passage in passages[:HEAD_PASSAGES]:
        for line in passage.text.splitlines():
            match = (MAILED.search if is_mail_head(line) else DATED.match)(line)
            for found in days(match["day"]) if match else ():
                if found.is_one_day and not found.wrong:
                    return PaperDay(found.first, True)
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


def _informed_on(passages: Sequence[Passage]) -> date | None:
    """The day up to which a paper says at its head that it knows."""
    matches = (INFORMED.search(passage.text[:200]) for passage in passages)
    told = (found for match in matches if match for found in days(match["day"]))
    return next((found.first for found in told if found.is_one_day and not found.wrong), None)


def main_treaty(document: Document, passages: Sequence[Passage], names: Names) -> str | None:
    """The treaty that a paper is about: the one it names most, its title above all; the one asked about where it names none."""
    named: Counter[str] = Counter()
    for passage in passages:
        weight = FOREIGN_SHARE if passage.role == "title" else 1
        for one in names.treaties.found(passage.text):
            if one.key and one.key != OTHER:
                named[one.key] += weight
        for key in names.treaties.addressed(passage.text):
            named[key] += 1
    others = {key: times for key, times in named.items() if key != names.treaty}
    most = max(others.values(), default=0)
    ours = named[names.treaty]
    if most < (FOREIGN_SHARE if ours else FOREIGN_SHARE - 1) or most <= 2 * ours:
        return names.treaty
    first = [key for key, times in others.items() if times == most]
    return first[0] if len(first) == 1 else None


def _is_of_an_event(day: Day) -> bool:
    return not day.wrong and day.year_is_told and day.lead not in (Lead.SINCE, Lead.AFTER, Lead.BEFORE)


def _noun(text: str) -> str:
    """Whether a text says "treaty" or "convention"; "" for neither."""
    return "treaty" if TREATIES.search(text) else "convention" if CONVENTIONS.search(text) else ""


def _may_be_called(key: str, noun: str, name: str) -> bool:
    """Whether a treaty that was named so can be called "the Convention", or "the Treaty", later."""
    if not noun or key in BOTH:
        return True
    own = _noun(name) or ("treaty" if key in CALLED_TREATIES else "convention")
    return own == noun
