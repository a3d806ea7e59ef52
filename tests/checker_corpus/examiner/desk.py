"""The examiner's desk: random days, States, treaty names and figures in words, and the paragraph around a sentence.

Written apart from the corpus' own wording and from the checker: only the oracle, which says what is true, is shared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from accede.vocabulary.state_names import shipped_names
from checker_corpus.case import CLOSE, OPEN, Verdict
from checker_corpus.oracle import LAST, Facts

T = TypeVar("T")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PLAIN_NAMES = {
    "BOL": "Bolivia", "CIV": "Côte d'Ivoire", "COD": "the DRC", "CZE": "Czechia", "FSM": "Micronesia", "GBR": "the UK",
    "IRN": "Iran", "KOR": "South Korea", "LAO": "Laos", "MDA": "Moldova", "PRK": "North Korea", "RUS": "Russia",
    "SYR": "Syria", "TUR": "Turkey", "TZA": "Tanzania", "USA": "the US", "VEN": "Venezuela", "VNM": "Vietnam",
}  # fmt: skip
LONG_NAMES = {"GBR": "the United Kingdom", "USA": "the United States", "LAO": "Lao PDR", "KOR": "the Republic of Korea"}
TREATY = (
    "the Convention", "the Convention", "the Convention", "the Mine Ban Convention", "the Ottawa Convention",
    "the Ottawa Treaty", "the Mine Ban Treaty", "the Anti-Personnel Mine Ban Convention", "the APMBC", "the MBT",
    "the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel "
    "Mines and on"
    " Their Destruction", "the treaty banning anti-personnel mines", "the 1997 Mine Ban Treaty",
)  # fmt: skip
DATE_LINES = (
    "Geneva, {d}", "{d}", "New York, {d}", "Information as of {d}", "Status as at {d}", "Date: {d}", "Oslo, {d}",
    "(As of {d})", "Brussels – {d}", "For immediate release: {d}",
)  # fmt: skip
BEFORE = (
    "Excellencies, distinguished delegates.", "Clearance work goes on in many affected countries.",
    "Mines go on killing long after the fighting stops.", "I thank the interpreters for their patience.",
    "Our group has followed this question closely.", "The exhibition in the lobby ran for 21 days.",
    "Norway paid for the translation of the brochure.", "Casualties fell by 12 per cent in the districts we visited.",
    "The seminar brought together 45 experts.", "Dear colleague, here is what you asked for on the telephone.",
    "The norm against these weapons is strong.", "The number of survivors in need of care is still high.",
    "Canada and Switzerland shared the cost of the workshop.", "The agenda item was taken up on the second day.",
)  # fmt: skip
AFTER = (
    "More work is needed.", "The figures will be updated before the next meeting.", "That is a good result.",
    "Much remains to be done on victim assistance.", "We shall come back to this in our next bulletin.",
    "A longer note follows by mail.", "The secretariat has distributed 300 copies of the map.",
    "Donors pledged support for 14 projects.", "Civil society has asked all governments to do more.",
    "Japan and Australia spoke after us.", "The debate lasted three hours.", "We count on every delegation.",
    "Those of you with questions may write to the team.", "Stockpile destruction is another matter.",
)  # fmt: skip
CLAIM = f"{OPEN}{{}}{CLOSE}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as a writer tells it: before the clause, behind it, and the day that the register is asked for."""

    day: date
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class Made:
    """A text with its claim between the marks, the verdict that is right, and the day for which it is checked."""

    text: str
    verdict: Verdict
    as_of: date


def figure_in_words(number: int) -> str:
    """Up to 999: "one hundred and sixty-four"."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    rest = f" and {figure_in_words(number % 100)}" if number % 100 else ""
    return f"{UNITS[number // 100]} hundred{rest}"


def ordinal(number: int) -> str:
    """In digits: 162nd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def capital(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


class Desk:
    """What a writer of one sentence works with. `as_of` days are few, so that the register is folded a few "
    "times only."""

    def __init__(self, facts: Facts, rnd: Random, days: Sequence[date]) -> None:
        self.facts, self.rnd, self.days = facts, rnd, days
        self.names = shipped_names()

    def pick(self, options: Sequence[T]) -> T:
        """One of them."""
        return self.rnd.choice(options)

    def chance(self, share: float) -> bool:
        """Whether something happens that does in this share of cases."""
        return self.rnd.random() < share

    # Days

    def paper_day(self, first: date = date(1999, 9, 1), last: date = LAST) -> date | None:
        """One of the days of checking on which every standing is known and none changes."""
        return self._of([day for day in self.days if first <= day <= last and self.is_calm(day)])

    def later(self, day: date) -> date:
        """A day of checking on or after a day."""
        return self.pick([each for each in self.days if each >= day] or [LAST])

    def is_calm(self, first: date, last: date | None = None) -> bool:
        """Whether nothing changes from the day before the first to the day after the last, and nothing is open."""
        before, after = first - timedelta(1), (last or first) + timedelta(1)
        return not self.facts.is_uncertain(first) and self.facts.turned(before) == self.facts.turned(after)

    def words(self, day: date) -> str:
        """A day as people write it."""
        month = MONTHS[day.month - 1]
        return self.pick((f"{day.day} {month} {day.year}",) * 4 + (f"{month} {day.day}, {day.year}",))

    def moment(self, first: date = date(1999, 9, 1), last: date = LAST) -> Moment | None:
        """A random day, month, end of year or meeting, told in words."""
        way = self.pick(("day", "day", "day", "month", "year", "month end", "meeting"))
        day = first + timedelta(self.rnd.randrange((last - first).days))
        if way == "day" and self.is_calm(day):
            told = self.words(day)
            front, back = self.pick(
                (("as of", "as of"), ("as at", "as at"), ("by", "by"), ("on", "on"), ("as of", "as of"))
            )
            return Moment(day, f"{front} {told}", f"{back} {told}")
        month = f"{MONTHS[day.month - 1]} {day.year}"
        month_end = (day.replace(day=1) + timedelta(32)).replace(day=1) - timedelta(1)
        if way == "month" and month_end <= last and self.is_calm(day.replace(day=1), month_end):
            word = self.pick(("in", "as of", "by"))
            return Moment(month_end, f"{word} {month}", f"{word} {month}")
        if way == "month end" and month_end <= last and self.is_calm(month_end):
            word = self.pick(("by the end of", "at the end of"))
            return Moment(month_end, f"{word} {month}", f"{word} {month}")
        year_end = date(day.year, 12, 31)
        if way == "year" and year_end <= last and self.is_calm(year_end):
            word = self.pick(("by the end of", "at the end of", "at the close of"))
            return Moment(year_end, f"{word} {day.year}", f"{word} {day.year}")
        if way == "meeting":
            held = self.pick(list(self.facts.big_meetings.values()))
            if held.starts is None or held.ends is None or held.starts.earliest is None or held.ends.latest is None:
                return None
            if (
                first <= held.starts.earliest
                and held.ends.latest <= last
                and self.is_calm(held.starts.earliest, held.ends.latest)
            ):
                name = f"the {held.title}"
                word = self.pick(("at the time of", "when States met for", "by the time of"))
                return Moment(held.ends.latest, f"{word} {name}", f"at the time of {name}")
        return None

    # Words

    def n(self, number: int) -> str:
        """A figure in digits, at times in words."""
        return figure_in_words(number) if self.chance(0.25) else str(number)

    def treaty(self) -> str:
        """One of the treaty's usual names."""
        return self.pick(TREATY)

    def state(self, iso3: str, on: date | None = None) -> str:
        """A State as a sentence names it: short, formal or as the press does."""
        on = on or LAST
        ways = [self.names.in_sentence(iso3, on=on)] * 4 + [self.names.formal(iso3, on=on)]
        if iso3 in PLAIN_NAMES:
            ways += [PLAIN_NAMES[iso3]] * 3
        if iso3 in LONG_NAMES:
            ways += [LONG_NAMES[iso3]] * 3
        return self.pick(ways)

    def states(self, keys: Sequence[str], on: date | None = None, last: str = "and") -> str:
        """Several in a row, in a random order or that of tables."""
        return listed([self._brief(iso3, on) for iso3 in keys], last)

    def brief(self, iso3: str, on: date | None = None) -> str:
        """A State as a list names it."""
        return self._brief(iso3, on)

    def _brief(self, iso3: str, on: date | None) -> str:
        if iso3 in PLAIN_NAMES and self.chance(0.4):
            return PLAIN_NAMES[iso3]
        return self.pick((self.names.short(iso3, on=on or LAST), self.names.in_sentence(iso3, on=on or LAST)))

    def say(self, template: str, **slots: str) -> str:
        """A sentence with a capital at its beginning."""
        return capital(template.format(treaty=self.treaty(), **slots))

    # The text around

    def around(self, sentence: str, *, paper_on: date | None = None) -> str:
        """The sentence, marked as the claim unless a part is, alone or in a paragraph, below a date line or not."""
        marked = sentence if OPEN in sentence else CLAIM.format(sentence)
        if self.chance(0.35) and "\n" not in sentence:
            way = self.pick(("before", "after", "both"))
            before = f"{self.pick(BEFORE)} " if way != "after" else ""
            after = f" {self.pick(AFTER)}" if way != "before" else ""
            marked = f"{before}{marked}{after}"
        if paper_on:
            line = self.pick(DATE_LINES).format(d=self.words(paper_on))
            marked = f"{line}\n\n{marked}"
        if self.chance(0.15):
            marked = (
                f"# {self.pick(('Statement', 'Note for the file', 'Weekly bulletin', 'Universalization'))}\n\n{marked}"
            )
        return marked

    def counted(
        self,
        templates: Sequence[str],
        slots: Callable[[date], dict[str, str] | None],
        *,
        verdict: Verdict,
        first: date = date(1999, 9, 1),
        last: date = LAST,
    ) -> Made | None:
        """A clause about a day, the day told in it, in the paper or by the question alone.

        `slots` gives the figures of a day, or None. Clauses hold {had}, {were}, {remained}, {did} where the tense shows.
        """
        way = self.pick(("sentence", "sentence", "line", "asked"))
        if way == "sentence":
            moment = self.moment(first, last)
            found = slots(moment.day) if moment else None
            if moment is None or found is None:
                return None
            clause = self.pick(templates).format(treaty=self.treaty(), **found, **PAST)
            placed = self.chance(0.5) and "," not in moment.back and not moment.back.startswith("in ")
            text = f"{capital(clause)} {moment.back}." if placed else f"{capital(moment.front)}, {clause}."
            return Made(self.around(text), verdict, self.later(moment.day))
        day = self.paper_day(first, last)
        found = slots(day) if day else None
        if day is None or found is None:
            return None
        clause = self.pick(templates).format(treaty=self.treaty(), **found, **PRESENT)
        lead = self.pick(("", "", "", "so far, ", "today, ", "to date, ", "at present, ", "currently, "))
        text = capital(f"{lead}{clause}.")
        return Made(self.around(text, paper_on=day if way == "line" else None), verdict, day)

    def _of(self, options: Sequence[T]) -> T | None:
        return self.pick(options) if options else None


PAST = {
    "had": "had",
    "has": "had",
    "were": "were",
    "was": "was",
    "remained": "remained",
    "did": "did",
    "stood": "stood",
}
PRESENT = {
    "had": "have",
    "has": "has",
    "were": "are",
    "was": "is",
    "remained": "remain",
    "did": "do",
    "stood": "stands",
}
