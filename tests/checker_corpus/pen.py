"""Who writes: one style, one seed, one day of checking. The kinds of claim write their sentences with a pen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.oracle import FIRST, LAST, Facts

STYLES = ("plain", "press release", "statement", "status paper", "monitor", "summary record", "e-mail")

TREATY = {
    "press release": ("the Anti-Personnel Mine Ban Convention", "the Ottawa Convention", "the Mine Ban Convention"),
    "statement": ("the Convention", "this Convention", "our Convention", "the Anti-Personnel Mine Ban Convention"),
    "status paper": ("the Convention", "the Anti-Personnel Mine Ban Convention"),
    "monitor": ("the Mine Ban Treaty", "the 1997 Mine Ban Treaty", "the Ottawa Treaty"),
    "summary record": ("the Convention", "the Anti-Personnel Mine Ban Convention"),
    "e-mail": ("the APMBC", "the Convention", "the Ottawa Convention", "the AP Mine Ban Convention"),
    "plain": (
        "the Anti-Personnel Mine Ban Convention",
        "the Ottawa Convention",
        "the Mine Ban Treaty",
        "the Convention",
        "the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines "
        "and on Their Destruction",
    ),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a sentence speaks of, how the text gives it, and the day it is checked for.

    `lead` and `tail` are what stands before or after the sentence ("As of 21 August 2018, "); both are empty where the
    paper or `--as-of` gives the day. `paper` is the day to be written at the head of the paper.
    """

    day: date
    as_of: date
    lead: str = ""
    tail: str = ""
    paper: date | None = None

    @property
    def is_past(self) -> bool:
        """Whether the sentence itself gives a day."""
        return bool(self.lead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sentence with its claim marked, before it is put into a paper of the pen's style.

    `block` is what follows the sentence as it is (a table, a list). `is_free` says that other clauses may be added.
    """

    body: str
    verdict: Verdict
    as_of: date
    paper: date | None = None
    block: str = ""
    is_free: bool = True
    is_framed: bool = True


@dataclass(frozen=True, slots=True)
class Pen:
    """What a kind needs to write one sentence."""

    facts: Facts
    rnd: Random
    style: str
    days: tuple[date, ...]
    """The days for which texts are checked."""

    def treaty(self) -> str:
        """The Convention, as this style calls it."""
        return self.rnd.choice(TREATY[self.style])

    def spin(self, template: str, **slots: object) -> str:
        """A template with its choices made and its slots filled; `{T}` is the treaty, `{had}` fits nothing else."""
        return wording.spin(self.rnd, template, T=self.treaty(), **slots)

    def number(self, given: int) -> str:
        """A number."""
        return wording.number(self.rnd, given)

    def day(self, given: date) -> str:
        """A day."""
        return wording.day(self.rnd, given)

    def name(self, iso3: str, on: date) -> str:
        """A State."""
        return wording.name(self.rnd, iso3, on, short=self.style not in ("e-mail", "plain"))

    def names(self, states: list[str] | tuple[str, ...], on: date) -> str:
        """A list of States."""
        return wording.listed(self.rnd, [self.name(each, on) for each in states])

    def checked(self, after: date) -> date:
        """A day of checking that is not before another. The last one is always possible."""
        return self.rnd.choice([each for each in self.days if each >= after] or [LAST])

    def checked_between(self, first: date, last: date) -> date:
        """A day of checking between two that have one."""
        return self.rnd.choice([each for each in self.days if first <= each <= last])

    def moment(self, first: date = date(1999, 6, 1), last: date = LAST) -> Moment:
        """A day between two, given in one of the three ways."""
        way = self.rnd.choices(("sentence", "as_of", "paper"), (62, 24, 14))[0]
        checked = [each for each in self.days if first <= each <= last]
        if way == "as_of" and checked:
            chosen = self.rnd.choice(checked)
            return Moment(chosen, chosen)
        if way == "paper" and checked and self.rnd.random() < 0.5:
            chosen = self.rnd.choice(checked)
            return Moment(chosen, chosen, paper=chosen)
        found = self.between(first, last)
        if way == "paper":
            return Moment(found, self.checked(found), paper=found)
        said = self.day(found)
        lead = self.rnd.choice(("As of {}, ", "As of {}, ", "As at {}, ", "By {}, ", "On {}, ")).format(said)
        tail = self.rnd.choice((" as of {}", " as at {}", " by {}", " on {}")).format(said)
        if found.month == 12 and found.day == 31:
            lead, tail = f"At the end of {found.year}, ", f" at the end of {found.year}"
        return Moment(found, self.checked(found), lead, tail)

    def between(self, first: date, last: date) -> date:
        """A random day, now and then the end of a year."""
        first, last = max(first, FIRST), min(last, LAST)
        found = first + timedelta(self.rnd.randrange((last - first).days + 1))
        end = date(found.year, 12, 31)
        return end if self.rnd.random() < 0.08 and first <= end <= last else found
