"""How many States stood where on any day, and when a number was right, folded once from all treaty actions. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from accede.overview.register import Register
from accede.overview.standings import known_until
from accede.records.values import Evidence
from accede.register.contradictions import Topic
from accede.register.rules import Bounds
from accede.register.standing import Effect, StandingOn, effects, standing_by
from accede.register.universe import is_in_universe, is_un_member
from accede.register.values import State, TreatyAction
from accede.vocabulary.label import Labelled
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import ACCEDING, TreatyActionKind

ONE_DAY = timedelta(days=1)
FIRST_DAY = date(1990, 1, 1)
"""Before any treaty that Accede ships was open for this way of joining; nothing is asked of earlier days."""


class Measure(Labelled):
    """What is counted."""

    JOINED = "joined", "States that have joined"
    IN_FORCE = "in_force", "States for which it is in force"
    NOT_IN_FORCE = "not_in_force", "States that have joined, not yet in force"
    OUTSIDE = "outside", "States outside"
    OUTSIDE_BY_FORCE = "outside_by_force", "States for which it is not in force"
    SIGNATORY = "signatory", "signatories that have not joined"
    NON_SIGNATORY = "non_signatory", "States that neither joined nor signed"
    SIGNED = "signed", "States that signed"
    WITHDRAWN = "withdrawn", "States whose withdrawal is in effect"
    LEAVING = "leaving", "States that notified a withdrawal"
    RATIFIED = "ratified", "States that joined by ratification, acceptance or approval"
    ACCEDED = "acceded", "States that joined by accession or succession"
    UNIVERSE = "universe", "States that may join"
    UN_JOINED = "un_joined", "UN Members that have joined"
    UN_OUTSIDE = "un_outside", "UN Members outside"
    UN_MEMBERS = "un_members", "UN Members"


@dataclass(frozen=True, slots=True)
class Value:
    """A count as it counts, and the least and the most it may be by the dates we hold."""

    counted: int
    least: int
    most: int

    @property
    def is_certain(self) -> bool:
        """Whether the dates allow no other."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; no `last` where it is still so."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class _Step:
    day: date
    values: dict[Measure, Value]


class Timeline:
    """The standings of all States over time.

    `treaty` is the definition the standings follow. What is asked of a day before the first event is answered with it.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self.treaty = register.treaty
        self.states: dict[str, State] = {each.fact.iso3: each.fact for each in register.states}
        self.topics: dict[str, Topic[TreatyAction]] = {}
        by_state: dict[str, list[Evidence[TreatyAction]]] = {}
        for topic in register.topics(register.actions):
            self.topics[topic.counts.key] = topic
            by_state.setdefault(topic.counts.fact.state, []).append(topic.counts)
        self._actions = by_state
        clip = known_until(register)
        self._effects = {iso3: effects(held, self.treaty, clip) for iso3, held in by_state.items()}
        self._cache: dict[tuple[str, date], StandingOn] = {}

    def effects_of(self, iso3: str) -> tuple[Effect, ...]:
        """What a State did with legal effect."""
        return self._effects.get(iso3, ())

    def actions_of(self, iso3: str) -> Sequence[Evidence[TreatyAction]]:
        """All actions of a State that count, steps without legal effect among them."""
        return self._actions.get(iso3, ())

    def standing(self, iso3: str, on: date) -> StandingOn | None:
        """Where a State stands on a day; None where it is not one of those that may join then."""
        state = self.states.get(iso3)
        if state is None or not is_in_universe(state, on):
            return None
        return self._standing(iso3, on)

    def value(self, measure: Measure, on: date) -> Value:
        """A count on a day."""
        return self._steps[self._at(on)].values[measure]

    def values(self, measure: Measure, first: date, last: date) -> list[Value]:
        """Every value that a count had from one day to another, in order, each once."""
        steps = self._steps[self._at(first) : self._at(last) + 1]
        return list(dict.fromkeys(step.values[measure] for step in steps))

    def periods(self, measure: Measure, number: int) -> list[Period]:
        """When a count was this number."""
        found: list[Period] = []
        for at, step in enumerate(self._steps):
            if step.values[measure].counted != number:
                continue
            last = self._steps[at + 1].day - ONE_DAY if at + 1 < len(self._steps) else None
            if found and found[-1].last == step.day - ONE_DAY:
                found[-1] = Period(found[-1].first, last)
            else:
                found.append(Period(step.day, last))
        return found

    def took_hold(self, measure: Measure, after: date, until: date) -> list[str]:
        """The keys of the actions by which a count changed after one day and by another, in order."""
        found = [
            (day, effect.key)
            for held in self._effects.values()
            for effect in held
            for day in _moves(effect, measure)
            if after < day <= until
        ]
        return [key for _, key in sorted(found)]

    @cached_property
    def joined_in_order(self) -> list[tuple[date, date, str, str]]:
        """The first consent of each State that is deposited: its earliest and latest day, the State, the key."""
        found = []
        for iso3, held in self._effects.items():
            consents = [
                (effect.done.latest, effect.done.earliest, effect.key)
                for effect in held
                if effect.kind.expresses_consent and effect.done
            ]
            if consents:
                latest, earliest, key = min(consents)
                found.append((earliest, latest, iso3, key))
        return sorted(found)

    def _standing(self, iso3: str, on: date) -> StandingOn:
        key = (iso3, on)
        if key not in self._cache:
            self._cache[key] = standing_by(self.effects_of(iso3), on, self.treaty)
        return self._cache[key]

    def _at(self, on: date) -> int:
        return max(0, bisect_right(self._days, on) - 1)

    @cached_property
    def _days(self) -> list[date]:
        return [step.day for step in self._steps]

    @cached_property
    def _steps(self) -> list[_Step]:
        turns: dict[date, set[str]] = {FIRST_DAY: set(self.states)}
        for iso3, state in self.states.items():
            if state.kind == "former":
                continue
            for day in _turning_days(self._effects.get(iso3, ()), state):
                if day > FIRST_DAY:
                    turns.setdefault(day, set()).add(iso3)
        marks: dict[str, tuple[frozenset[Measure], frozenset[Measure], frozenset[Measure]]] = {}
        counted = dict.fromkeys(Measure, 0)
        least, most = dict(counted), dict(counted)
        steps = []
        for day in sorted(turns):
            for iso3 in turns[day]:
                before, now = marks.get(iso3), self._marks(iso3, day)
                marks[iso3] = now
                for number, totals in enumerate((counted, least, most)):
                    for measure in before[number] if before else ():
                        totals[measure] -= 1
                    for measure in now[number]:
                        totals[measure] += 1
            steps.append(_Step(day, {m: Value(counted[m], least[m], most[m]) for m in Measure}))
        return steps

    def _marks(self, iso3: str, day: date) -> tuple[frozenset[Measure], frozenset[Measure], frozenset[Measure]]:
        """What a State counts in on a day: as it counts, surely, and perhaps."""
        state = self.states[iso3]
        if not is_in_universe(state, day):
            return frozenset(), frozenset(), frozenset()
        held = self._effects.get(iso3, ())
        found = self._standing(iso3, day)
        more: set[Measure] = {Measure.UNIVERSE}
        is_member = is_un_member(state, day)
        if is_member:
            more.add(Measure.UN_MEMBERS)
        if found.has_signed:
            more.add(Measure.SIGNED)
        sure, perhaps = set(more), set(more)
        leaving = [effect for effect in held if effect.kind is TreatyActionKind.WITHDRAWAL]
        if leaving:
            notified = self._notified(leaving[-1])
            if notified.latest <= day:
                more.add(Measure.LEAVING)
                sure.add(Measure.LEAVING)
            if notified.earliest <= day:
                perhaps.add(Measure.LEAVING)
        by = {_way(effect.kind) for effect in held if effect.kind.expresses_consent}
        way = by.pop() if len(by) == 1 else None
        possible = [_measures(one, is_member, way) for one in found.possible or (found.standing,)]
        return (
            frozenset(more | _measures(found.standing, is_member, way)),
            frozenset(sure | set.intersection(*possible)),
            frozenset(perhaps | set.union(*possible)),
        )

    def _notified(self, effect: Effect) -> Bounds:
        """When a withdrawal was notified; where that is not recorded, any day until it took effect."""
        if effect.done is not None:
            return effect.done
        last = effect.effective.latest if effect.effective else date.max
        return Bounds(max(FIRST_DAY, last - timedelta(days=400)) if last != date.max else FIRST_DAY, last)


def _way(kind: TreatyActionKind) -> Measure:
    return Measure.ACCEDED if kind in ACCEDING else Measure.RATIFIED


def _measures(found: Standing, is_un: bool, way: Measure | None) -> set[Measure]:
    marks = {
        Standing.IN_FORCE: {Measure.JOINED, Measure.IN_FORCE},
        Standing.JOINED_NOT_IN_FORCE: {Measure.JOINED, Measure.NOT_IN_FORCE, Measure.OUTSIDE_BY_FORCE},
        Standing.SIGNATORY: {Measure.OUTSIDE, Measure.OUTSIDE_BY_FORCE, Measure.SIGNATORY},
        Standing.NON_SIGNATORY: {Measure.OUTSIDE, Measure.OUTSIDE_BY_FORCE, Measure.NON_SIGNATORY},
        Standing.WITHDRAWN: {Measure.OUTSIDE, Measure.OUTSIDE_BY_FORCE, Measure.WITHDRAWN},
    }[found]
    if way is not None and found.has_joined:
        marks.add(way)
    if is_un:
        marks.add(Measure.UN_JOINED if found.has_joined else Measure.UN_OUTSIDE)
    return marks


def _turning_days(held: Iterable[Effect], state: State) -> Iterator[date]:
    """Every day on which the standing of a State can become another."""
    for effect in held:
        for bounds in (effect.done, effect.effective):
            if bounds is not None:
                yield from (bounds.earliest, bounds.latest)
        if effect.kind is TreatyActionKind.WITHDRAWAL and effect.done is None and effect.effective:
            yield max(FIRST_DAY, effect.effective.latest - timedelta(days=400))
    if state.since:
        yield state.since.counts_from
    if state.until:
        yield state.until.counts_from + ONE_DAY
    if state.un_member_since:
        yield state.un_member_since.counts_from


def _moves(effect: Effect, measure: Measure) -> Iterator[date]:
    """The days on which an action moves a count."""
    match measure:
        case Measure.SIGNED:
            bounds = effect.done if effect.kind is TreatyActionKind.SIGNATURE else None
        case Measure.IN_FORCE | Measure.OUTSIDE_BY_FORCE | Measure.NOT_IN_FORCE:
            bounds = effect.effective
        case Measure.LEAVING:
            bounds = effect.done if effect.kind is TreatyActionKind.WITHDRAWAL else None
        case Measure.WITHDRAWN:
            bounds = effect.effective if effect.kind is TreatyActionKind.WITHDRAWAL else None
        case _:
            bounds = None if effect.kind is TreatyActionKind.SIGNATURE else effect.takes_hold
    if bounds is not None:
        yield bounds.latest
