"""What an answer is folded from: the evidence of one treaty as it is current in a view. Pure."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Check, Confirmation, Practice, Report, RollCall, Statement
from accede.records.values import Evidence, Source, View
from accede.register.contradictions import Topic, topics
from accede.register.treaty import TreatyDefinition
from accede.register.values import Occasion, State, StatusClaim, TreatyAction
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate, Timing
from accede.vocabulary.sources import SourceGrade

F = TypeVar("F")
A = TypeVar("A")

MOST_FOLDED = 200
"""How many answers of folds a register keeps: a site holds it for many requests, and each may ask for a day of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Current evidence by kind; a kind that an answer does not need is empty.

    States, occasions, treaty actions and lists come from all sources, whatever the view selects: who stands outside is
    known from the whole register. The answers select the other kinds by `of_sources`. `choices` is what people chose
    between contradictions, topic to key; `merged` gives of a double's kind and key the key it goes on under.
    `status_claims` are lists of this treaty, `other_claims` of others. Sources and occasions are those of the treaty and of
    none, and what the evidence names beside. `lasting` keeps what is the same on every day (`once_of`).
    """

    treaty: TreatyDefinition
    view: View
    sources: Mapping[str, Source] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[tuple[str, str], str] = field(default_factory=dict)
    states: tuple[Evidence[State], ...] = ()
    occasions: tuple[Evidence[Occasion], ...] = ()
    actions: tuple[Evidence[TreatyAction], ...] = ()
    status_claims: tuple[Evidence[StatusClaim], ...] = ()
    other_claims: tuple[Evidence[StatusClaim], ...] = ()
    statements: tuple[Evidence[Statement], ...] = ()
    confirmations: tuple[Evidence[Confirmation], ...] = ()
    checks: tuple[Evidence[Check], ...] = ()
    practices: tuple[Evidence[Practice], ...] = ()
    roll_calls: tuple[Evidence[RollCall], ...] = ()
    attendance: tuple[Evidence[Attendance], ...] = ()
    reports: tuple[Evidence[Report], ...] = ()
    activities: tuple[Evidence[Activity], ...] = ()
    lasting: dict[Hashable, tuple[object, Any]] = field(default_factory=dict, repr=False, compare=False)
    _folded: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of_sources(self, evidence: Iterable[Evidence[F]]) -> tuple[Evidence[F], ...]:
        """The evidence from the sources the view selects."""
        chosen = self.view.sources
        return tuple(evidence) if chosen is None else tuple(each for each in evidence if each.source in chosen)

    def topics(self, evidence: Iterable[Evidence[F]]) -> tuple[Topic[F], ...]:
        """The evidence by topic: what counts, and what contradicts it."""
        return topics(evidence, self.grades(), self.choices)

    def counting(self, evidence: Iterable[Evidence[F]]) -> tuple[Evidence[F], ...]:
        """One record a topic: the one that counts."""
        return tuple(topic.counts for topic in self.topics(evidence))

    def once(self, question: Hashable, fold: Callable[[], A]) -> A:
        """The answer of a fold over this register, worked out the first time that `question` is asked.

        For what many answers share, as the standings: a register does not change, and another one (`replace`) begins anew.
        """
        try:
            kept: A = self._folded[question]
        except KeyError:
            answer = fold()
            for oldest in list(self._folded)[: max(len(self._folded) - MOST_FOLDED, 0)]:
                self._folded.pop(oldest, None)
            self._folded[question] = answer
            return answer
        return kept

    def once_of(self, part: object, question: Hashable, fold: Callable[[], A]) -> A:
        """The answer of a fold over one part of the register (its sources, its occasions), whatever the day.

        It is worked out once for all registers that are made of this one (`replace`) with the same part.
        """
        kept = self.lasting.get(question)
        if kept is None or kept[0] is not part:
            kept = self.lasting[question] = (part, fold())
        answer: A = kept[1]
        return answer

    def grades(self) -> Mapping[str, SourceGrade]:
        """How near each source is to the facts."""
        held = self.sources
        return self.once_of(held, "grades", lambda: {key: source.grade for key, source in held.items()})

    def speaks_until(self, source: str) -> date | None:
        """The last day a source can tell of; None where its date is not held."""
        held = self.sources.get(source)
        return held.speaks_until if held else None

    def timing(self, given: PartialDate, source: str, *, on: date | None = None) -> Timing:
        """Whether what this date dates has happened by `on` (default: the view's day), as its source tells it."""
        return given.timing(on or self.view.as_of, clipped_by=self.speaks_until(source))

    def has_happened(self, given: PartialDate | None, source: str, *, on: date | None = None) -> bool:
        """Whether it has surely happened by then; what has no date has not."""
        return given is not None and self.timing(given, source, on=on) is Timing.HAPPENED

    def is_between(self, given: PartialDate | None, source: str, after: date, until: date) -> bool:
        """Whether it happened after the one day and by the other."""
        return self.has_happened(given, source, on=until) and not self.has_happened(given, source, on=after)

    def state(self, iso3: str) -> Evidence[State]:
        """A State by its key. Raises UnknownName."""
        held = self.once_of(self.states, "states", lambda: {each.fact.iso3: each for each in self.states})
        if iso3 in held:
            return held[iso3]
        raise UnknownName(f"the register holds no State {iso3!r}", remedy="Give its ISO 3166-1 alpha-3 key, as ARM")
