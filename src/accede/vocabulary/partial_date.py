"""A date as precise as its source gave it, never filled up to 1 January.

The profile of EDTF is in `date_parts`; the wording in six languages in `date_wording`; the reading of dates as papers
write them in `date_reading`. Why the edtf library is not used here: docs/decisions/0002-partial-dates.md.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypedDict

from accede.vocabulary.date_parts import Part, Precision, Shape, shape
from accede.vocabulary.date_reading import read_shape
from accede.vocabulary.date_wording import word
from accede.vocabulary.label import Labelled

__all__ = ["DateJson", "PartialDate", "Precision", "Timing", "read_date"]


class Timing(Labelled):
    """Whether what a partial date dates has happened by a day."""

    HAPPENED = "happened", "has happened"
    UNCERTAIN = "uncertain", "may have happened"
    NOT_YET = "not_yet", "not yet"


class DateJson(TypedDict):
    """A partial date in JSON; the bounds are ISO days, null where the date is open."""

    edtf: str
    earliest: str | None
    latest: str | None


@lru_cache(maxsize=8192)  # a page prints the same few hundred dates again and again
def _worded(edtf: str, language: str) -> str:
    return word(shape(edtf), language)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, year, decade, interval, set, or open interval; make one with `parse` or `on_day`.

    `edtf` is its canonical text and its identity; `earliest` and `latest` are its first and last day, None where it is
    open. Partial dates have a total order: by earliest day (open first), then finer first, then latest day.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The date of an EDTF text of our profile. Raises InvalidDate with a sentence that names what cannot be."""
        return _parsed(text)

    @classmethod
    def on_day(cls, day: date) -> "PartialDate":
        """The date of one known day."""
        return _parsed(f"{day.year:04}-{day.month:02}-{day.day:02}")

    def __str__(self) -> str:
        return self.edtf

    def to_json(self) -> DateJson:
        """The shape of the command-line contract."""
        return {
            "edtf": self.edtf,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
        }

    @property
    def counts_from(self) -> date:
        """The first day by which it has surely happened: its latest day; of an open end, its start's latest day."""
        if self.latest is not None:
            return self.latest
        start = _parsed(self.edtf.partition("/")[0]).latest
        assert start is not None
        return start

    def timing(self, as_of: date, *, clipped_by: date | None = None) -> Timing:
        """Whether it has happened by the end of `as_of` (DESIGN section 4, which date counts).

        `clipped_by` is the day of the source: "in 2018" in a paper of 21 August 2018 has happened by then. A source
        older than the date speaks of what was to come, and clips nothing.
        """
        sure = self.counts_from
        if clipped_by is not None and clipped_by < sure and (self.earliest is None or self.earliest <= clipped_by):
            sure = clipped_by
        if as_of >= sure:
            return Timing.HAPPENED
        if self.earliest is None or as_of >= self.earliest:
            return Timing.UNCERTAIN
        return Timing.NOT_YET

    def narrowed_by(self, other: "PartialDate") -> "PartialDate":
        """The other date where it lies within this one (the days of an occasion within "2017"), else this one."""
        starts_within = self.earliest is None or (other.earliest is not None and other.earliest >= self.earliest)
        ends_within = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        same_bounds = (self.earliest, self.latest) == (other.earliest, other.latest)
        return other if starts_within and ends_within and not same_bounds else self

    def wording(self, language: str = "en") -> str:
        """As a paper in this language (ISO 639-1 key of the six) writes it; `read_date` reads it back."""
        return _worded(self.edtf, language)

    @property
    def _key(self) -> tuple[bool, date, Precision, date, str]:
        return (
            self.earliest is not None,
            self.earliest or date.min,
            self.precision,
            self.latest or date.max,
            self.edtf,
        )

    def __lt__(self, other: "PartialDate") -> bool:
        return self._key < other._key

    def __le__(self, other: "PartialDate") -> bool:
        return self._key <= other._key

    def __gt__(self, other: "PartialDate") -> bool:
        return self._key > other._key

    def __ge__(self, other: "PartialDate") -> bool:
        return self._key >= other._key


def read_date(text: str, language: str = "en") -> PartialDate:
    """The date that a paper in this language wrote: "25-27 March 2007", "since the 1980s", "20.08.2014".

    Raises InvalidDate: what is not understood is never guessed, and a day that cannot be is named.
    """
    return _made(read_shape(text, language))


@lru_cache(maxsize=65536)
def _parsed(text: str) -> PartialDate:
    return _made(shape(text))


def _made(found: Shape) -> PartialDate:
    first, last = found.parts[0], found.parts[-1]
    if found.precision is Precision.SET:
        members = [member for member in found.parts if isinstance(member, Part)]
        return PartialDate(found.edtf, members[0].earliest, max(member.latest for member in members), found.precision)
    return PartialDate(found.edtf, first.earliest if first else None, last.latest if last else None, found.precision)
