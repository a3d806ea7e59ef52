"""How many States did something within a time: joined, signed, left. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accede.register.rules import Bounds
from accede.register.standing import Effect
from accede.reporting.checker.timeline import Measure, Timeline
from accede.vocabulary.treaty_actions import ACCEDING, RATIFYING, TreatyActionKind


@dataclass(frozen=True, slots=True)
class Flow:
    """How many did it for certain, and how many may have; the keys of their actions in order."""

    least: int
    most: int
    keys: tuple[str, ...]


def flow(measure: Measure, first: date, last: date, timeline: Timeline) -> Flow:
    """What happened from one day to another, both included, by one way of counting."""
    sure: list[tuple[date, str]] = []
    perhaps = 0
    for iso3 in timeline.states:
        for effect in timeline.effects_of(iso3):
            bounds = _counted(effect, measure)
            if bounds is None or bounds.latest < first or bounds.earliest > last:
                continue
            if first <= bounds.earliest and bounds.latest <= last:
                sure.append((bounds.latest, effect.key))
            else:
                perhaps += 1
    return Flow(len(sure), len(sure) + perhaps, tuple(key for _, key in sorted(sure)))


def _counted(effect: Effect, measure: Measure) -> Bounds | None:
    """When an action counts for a measure; None where it does not."""
    kind = effect.kind
    match measure:
        case Measure.SIGNED:
            return effect.done if kind is TreatyActionKind.SIGNATURE else None
        case Measure.WITHDRAWN:
            return effect.effective if kind is TreatyActionKind.WITHDRAWAL else None
        case Measure.LEAVING:
            return (effect.done or effect.effective) if kind is TreatyActionKind.WITHDRAWAL else None
        case Measure.IN_FORCE:
            return effect.effective if kind.expresses_consent else None
        case Measure.ACCEDED:
            return effect.done if kind in ACCEDING else None
        case Measure.RATIFIED:
            return effect.done if kind in RATIFYING else None
        case Measure.JOINED:
            return effect.done if kind.expresses_consent else None
        case _:
            return None
