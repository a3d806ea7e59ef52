"""What every record has around its fact: key, version, clocks, source. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind

F_co = TypeVar("F_co", covariant=True)

SHIPPED = "accede-data"
"""Recorder of the facts that come with the programme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Generic[F_co]):
    """One version of a record: the fact as it was recorded, and how we know.

    `key` is stable over versions; `locator` says where in the source the passage stands.
    """

    key: str
    version: int
    recorded_at: datetime
    recorded_by: str
    reason: str
    source: str
    locator: str
    classification: Classification
    fact: F_co


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or record that evidence is taken from. `via` names the copy or data set through which it reached us."""

    title: str
    kind: SourceKind
    grade: SourceGrade
    symbol: str = ""
    publisher: str = ""
    treaty: str = ""
    occasion: str = ""
    issued: PartialDate | None = None
    information_as_of: PartialDate | None = None
    language: str = ""
    url: str = ""
    via: str = ""
    kept_sha256: str = ""
    note: str = ""

    @property
    def speaks_until(self) -> date | None:
        """The last day this source can tell of: its information date, else its day of issue, else unknown."""
        for given in (self.information_as_of, self.issued):
            if given is not None:
                return given.latest
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """From where an answer looks: what held by `as_of`, as recorded by `known_on`, from these sources alone (None: all).

    A `public` view folds over releases instead of records; `readers` are the classifications it shows what is released of
    (a member of the working group reads what is for States Parties too). An `accepted` view folds over what a second person
    accepted. `classes` leaves out what is classed otherwise (None: nothing).

    `also_released` are versions (kind, key and number) that count as released though they are not: to look at what would be
    seen before it is.
    """

    as_of: date
    known_on: datetime
    sources: frozenset[str] | None = None
    public: bool = False
    classes: frozenset[Classification] | None = None
    accepted: bool = False
    readers: frozenset[Classification] = frozenset({Classification.PUBLIC})
    also_released: frozenset[tuple[str, str, int]] = frozenset()
