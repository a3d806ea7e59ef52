"""Where a State stands towards a treaty on a day, folded from its treaty actions (DESIGN section 4). Pure.

A partial date counts from its latest day; between its bounds the standing is uncertain, and `why` tells what is possible.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from accede.records.values import Evidence
from accede.register.rules import Bounds, entry_into_force, months_after, withdrawal_effective
from accede.register.treaty import TreatyDefinition
from accede.register.values import TreatyAction
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import TreatyActionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A treaty action with legal effect, and the days on which it takes hold.

    `done` is when it was signed, deposited or received (None: not recorded); `effective` when it is in force or in
    effect (None: not by a rule we hold); `is_stated` says that the source states that day and no rule computed it.
    """

    key: str
    kind: TreatyActionKind
    done: Bounds | None
    effective: Bounds | None
    is_stated: bool = False

    @property
    def takes_hold(self) -> Bounds | None:
        """When the standing changes by it: a withdrawal when in effect, the others when done."""
        if self.kind is TreatyActionKind.WITHDRAWAL:
            return self.effective
        return self.done or self.effective


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOn:
    """The standing of one State on one day, as it counts, with everything else it may be.

    `since` is the day from which it counts so (None: from the beginning); for a State in force it may lie before the
    deposit by which we see it. `withdrawal` is one notified and not yet in effect. `evidence` are the keys it rests on.
    """

    standing: Standing
    since: date | None = None
    has_signed: bool = False
    possible: tuple[Standing, ...] = ()
    why: str = ""
    withdrawal: Effect | None = None
    effects: tuple[Effect, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def is_uncertain(self) -> bool:
        """Whether the dates we hold allow more than one standing."""
        return len(self.possible) > 1


def effects(
    actions: Iterable[Evidence[TreatyAction]],
    treaty: TreatyDefinition,
    known_until: Mapping[str, date] | None = None,
) -> tuple[Effect, ...]:
    """The actions that have legal effect, with their days by the treaty's rules.

    `known_until` gives the last day a source can tell of, by its key. Announcements, decisions and suspensions have no
    effect, nor has an action that is announced or decided and neither deposited nor stated to be in effect.
    """
    clip = known_until or {}
    found = (_effect(each, treaty, clip.get(each.source)) for each in actions)
    return tuple(effect for effect in found if effect is not None)


def standing(
    actions: Iterable[Evidence[TreatyAction]],
    on: date,
    treaty: TreatyDefinition,
    known_until: Mapping[str, date] | None = None,
) -> StandingOn:
    """Where a State stands on a day, from its actions about this treaty (one a topic: the ones that count)."""
    return standing_by(effects(actions, treaty, known_until), on, treaty)


def standing_by(held: tuple[Effect, ...], on: date, treaty: TreatyDefinition) -> StandingOn:
    """Where a State stands on a day, from what its actions effect: for who asks about many days."""
    latest = [_Day(effect, _latest(effect.takes_hold), _latest(effect.effective)) for effect in held]
    counted, since = _walk(latest, on)
    possible = _possible(held, on, treaty)
    pending = next((effect for effect in held if _is_pending(effect, on, treaty)), None)
    return StandingOn(
        standing=counted,
        since=since,
        has_signed=any(day.effect.kind is TreatyActionKind.SIGNATURE and day.holds <= on for day in latest),
        possible=possible,
        why=_why(held, on, counted, possible, pending, treaty),
        withdrawal=pending,
        effects=held,
        evidence=tuple(effect.key for effect in held if _may_have_begun(effect, on)),
    )


@dataclass(frozen=True, slots=True)
class _Day:
    """An effect on the days it takes in one course of events that the dates allow."""

    effect: Effect
    holds: date
    effective: date


def _effect(action: Evidence[TreatyAction], treaty: TreatyDefinition, clip: date | None) -> Effect | None:
    fact = action.fact
    is_withdrawal = fact.kind is TreatyActionKind.WITHDRAWAL
    if not (is_withdrawal or fact.kind.expresses_consent or fact.kind is TreatyActionKind.SIGNATURE):
        return None
    if fact.deposited is None and fact.effective is None:
        return None
    done = Bounds.of(fact.deposited, clip) if fact.deposited else None
    if fact.kind is TreatyActionKind.SIGNATURE:
        return Effect(key=action.key, kind=fact.kind, done=done, effective=None) if done else None
    if fact.effective:
        # A stated day may lie ahead of the source (a withdrawal "takes effect on"): the source clips nothing.
        effective = Bounds.of(fact.effective)
        if is_withdrawal and done is not None:  # nobody withdraws before the notification is received
            effective = Bounds(max(effective.earliest, done.earliest), max(effective.latest, done.latest))
        return Effect(key=action.key, kind=fact.kind, done=done, effective=effective, is_stated=True)
    assert done is not None
    rule = withdrawal_effective if is_withdrawal else entry_into_force
    first, last = rule(done.earliest, treaty), rule(done.latest, treaty)
    return Effect(key=action.key, kind=fact.kind, done=done, effective=Bounds(first, last) if first and last else None)


def _walk(days: Sequence[_Day], on: date) -> tuple[Standing, date | None]:
    """The standing on a day in one course of events, and since when.

    A second consent of a State that has joined (another source's word for it, an acceptance after a ratification)
    changes nothing.
    """
    order = list(TreatyActionKind)
    signed: date | None = None
    joined: _Day | None = None
    left: date | None = None
    for day in sorted(days, key=lambda day: (day.holds, order.index(day.effect.kind), day.effective)):
        if day.holds > on:
            break
        if day.effect.kind is TreatyActionKind.SIGNATURE:
            signed = signed or day.holds
        elif day.effect.kind is TreatyActionKind.WITHDRAWAL:
            joined, left = None, day.holds
        elif joined is None:
            joined, left = day, None
    if joined is not None:
        is_in_force = joined.effective <= on
        return (Standing.IN_FORCE, joined.effective) if is_in_force else (Standing.JOINED_NOT_IN_FORCE, joined.holds)
    if left is not None:
        return Standing.WITHDRAWN, left
    return (Standing.SIGNATORY, signed) if signed else (Standing.NON_SIGNATORY, None)


def _possible(held: Sequence[Effect], on: date, treaty: TreatyDefinition) -> tuple[Standing, ...]:
    """Every standing that some course of events within the bounds leads to, in the order of standings."""
    courses = product(*(_courses(effect, on, treaty) for effect in held))
    found = {_walk(course, on)[0] for course in courses}
    return tuple(member for member in Standing if member in found)


def _courses(effect: Effect, on: date, treaty: TreatyDefinition) -> list[_Day]:
    """The days an effect may take, as far as they make a difference on the day asked for."""
    if effect.kind is TreatyActionKind.WITHDRAWAL or effect.done is None:
        return [_Day(effect, day, day) for day in _telling_days(effect.effective, on)]
    days = _telling_days(effect.done, on)
    if effect.effective is None or effect.is_stated or effect.kind is TreatyActionKind.SIGNATURE:
        return [_Day(effect, done, day) for done in days for day in _telling_days(effect.effective, on)]
    return [_Day(effect, done, entry_into_force(done, treaty) or date.max) for done in days]


def _telling_days(bounds: Bounds | None, on: date) -> list[date]:
    """The first and the last day, and between them the day asked for."""
    if bounds is None:
        return [date.max]
    return sorted({bounds.earliest, min(max(bounds.earliest, on), bounds.latest), bounds.latest})


def _latest(bounds: Bounds | None) -> date:
    return bounds.latest if bounds else date.max


def _may_have_begun(effect: Effect, on: date) -> bool:
    first = effect.done or effect.effective
    return first is not None and first.earliest <= on


def _is_pending(effect: Effect, on: date, treaty: TreatyDefinition) -> bool:
    """Whether a withdrawal is notified and not in effect. An unrecorded day of receipt is bounded by the rule."""
    if effect.kind is not TreatyActionKind.WITHDRAWAL or _latest(effect.effective) <= on:
        return False
    rule = treaty.withdrawal
    if effect.done is not None:
        return effect.done.latest <= on
    if effect.effective is None or rule is None or rule.kind != "months_after":
        return False
    return months_after(effect.effective.latest, -rule.months) <= on


def _why(
    held: Sequence[Effect],
    on: date,
    counted: Standing,
    possible: Sequence[Standing],
    pending: Effect | None,
    treaty: TreatyDefinition,
) -> str:
    """What a reader must know beside the standing: what else is possible and by which dates, what is under way."""
    sentences = []
    if len(possible) > 1:
        dates = ", ".join(_was_done(effect) for effect in held if _is_open(effect, on))
        names = [member.label.removeprefix("has ") for member in possible]
        either = f"{'; '.join(names[:-1])} or {names[-1]}"
        sentences.append(
            f"{dates[0].upper()}{dates[1:]}, so that its standing may be {either}; "
            f"it is counted as {counted.label.removeprefix('has ')}."
        )
    if pending is not None:
        sentences.append(f"Notified its withdrawal: {_told(pending)}.{_held_back(pending, treaty)}")
    for effect in held:
        if effect.kind is TreatyActionKind.WITHDRAWAL and not effect.is_stated and _latest(effect.effective) <= on:
            sentences.append(
                f"The day its withdrawal took effect is computed and not stated: {_told(effect)}."
                f"{_held_back(effect, treaty)}"
            )
        if effect.is_stated and effect.kind.expresses_consent and effect.done and effect.effective:
            is_seen = effect.effective.latest < effect.done.earliest and effect.done.latest <= on
            if is_seen:
                sentences.append(
                    f"In force since {_words(effect.effective)}, seen only from the deposit of its "
                    f"{effect.kind.label} on {_words(effect.done)}."
                )
    return " ".join(sentences)


def _is_open(effect: Effect, on: date) -> bool:
    return any(
        bounds is not None and not bounds.is_known and bounds.earliest <= on and _may_have_begun(effect, on)
        for bounds in (effect.done, effect.effective)
    )


def _told(effect: Effect) -> str:
    """What an action did and when, as a clause."""
    match effect.kind:
        case TreatyActionKind.WITHDRAWAL:
            done, takes = "received", "in effect"
        case TreatyActionKind.SIGNATURE:
            done, takes = "made", ""
        case _:
            done, takes = "deposited", "in force"
    clause = f"{effect.kind.label} {done} {_when(effect.done)}"
    return f"{clause}, {takes} {_when(effect.effective).replace('on ', 'from ', 1)}" if effect.effective else clause


def _was_done(effect: Effect) -> str:
    """The same as part of a sentence: "its accession was deposited on a day between ..."."""
    match effect.kind:
        case TreatyActionKind.WITHDRAWAL:
            done, takes = "received", "takes effect"
        case TreatyActionKind.SIGNATURE:
            done, takes = "made", ""
        case _:
            done, takes = "deposited", "is in force"
    clause = f"its {effect.kind.label} was {done} {_when(effect.done)}"
    if effect.effective is None:
        return clause
    return f"{clause} and {takes} {_when(effect.effective).replace('on ', 'from ', 1)}"


def _when(bounds: Bounds | None) -> str:
    if bounds is None:
        return "on a day not recorded"
    return f"on {_words(bounds)}" if bounds.is_known else f"on a day {_words(bounds)}"


def _held_back(effect: Effect, treaty: TreatyDefinition) -> str:
    rule = treaty.withdrawal
    if effect.is_stated or rule is None or rule.held_back_by != "armed_conflict":
        return ""
    return (
        f" By Article {rule.article} it does not take effect before the end of an armed conflict in which the State "
        "is then engaged."
    )


def _words(bounds: Bounds) -> str:
    return bounds.partial().wording()


def as_partial(bounds: Bounds | None) -> PartialDate | None:
    """Bounds as a date for people and JSON."""
    return bounds.partial() if bounds else None
