"""The occasions of a treaty in the order of their days. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.overview.register import Register
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate, Timing


@dataclass(frozen=True, slots=True)
class Meetings:
    """The treaty's meetings held by a day, in order; `place` is a meeting's place among them."""

    held: tuple[Evidence[Occasion], ...]
    place: Mapping[str, int]

    def __contains__(self, key: object) -> bool:
        return key in self.place

    def kind(self, key: str) -> OccasionKind:
        """The kind of a meeting held."""
        return self.held[self.place[key]].fact.kind


def meetings(register: Register, *, on: date | None = None) -> Meetings:
    """The treaty's own meetings that have begun by the day (default: the view's), by their days.

    A meeting of which only the year is held stands before those of that year whose days are held.
    """
    return register.once((meetings, on), lambda: _meetings(register, on or register.view.as_of))


def _meetings(register: Register, on: date) -> Meetings:
    kinds = register.treaty.meeting_kinds
    held = [
        (each.fact.starts, key_of(each), each)
        for each in register.occasions
        if each.fact.kind in kinds
        and each.fact.treaty == register.treaty.key
        and each.fact.starts is not None
        and each.fact.starts.timing(on) is Timing.HAPPENED
    ]
    ordered = tuple(each for _, _, each in sorted(held, key=lambda found: found[:2]))
    return Meetings(ordered, {key_of(each): place for place, each in enumerate(ordered)})


def occasion(register: Register, key: str) -> Evidence[Occasion]:
    """An occasion by its key. Raises UnknownName."""
    found = register.once_of(register.occasions, occasion, lambda: _by_key(register.occasions)).get(key)
    if found is not None:
        return found
    raise UnknownName(f"the register holds no occasion {key!r}", remedy="Give its key, as 16MSP, 3RC or IM2018")


def _by_key(occasions: Iterable[Evidence[Occasion]]) -> dict[str, Evidence[Occasion]]:
    """The occasions by the keys that they are asked for with; the first of two with one name counts."""
    found: dict[str, Evidence[Occasion]] = {}
    for each in occasions:
        found.setdefault(each.key, each)
        found.setdefault(key_of(each), each)
    return found


def key_of(held: Evidence[Occasion]) -> str:
    """The short key by which evidence names an occasion."""
    return held.key.removeprefix(f"{held.fact.treaty}/")


def days_of(held: Occasion) -> PartialDate | None:
    """All days of an occasion; None where its first or last day is not held."""
    if held.starts is None or held.ends is None:
        return None
    if held.starts == held.ends:
        return held.starts
    return PartialDate.parse(f"{held.starts}/{held.ends}")
