"""The public register in memory: loaded once for each standpoint, and folded for any day.

The facts do not depend on the day asked for, only what is answered from them does. So a process loads them once, with a number
of queries that does not grow with the States, and answers every address from them; after a release, those that it is about.
"""

from __future__ import annotations

import tomllib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from threading import Lock
from typing import Any, TypeVar, cast

from django.conf import settings

from accede.overview.corrections import corrections_in
from accede.overview.known import Known, read_anew
from accede.overview.load import EVERY_KIND, load, on_day
from accede.publishing.register import PublicRegister
from accede.publishing.standpoint import Standpoint, changes_by_kind
from accede.records.current import current
from accede.records.models import SourceVersion, Version
from accede.records.values import Evidence, Source, View
from accede.register.models import TreatyVersion
from accede.register.treaty_file import read_treaty
from accede.register.values import TreatyText
from accede.reporting.models import EditionVersion

MOST = 3
"""How many registers are held: today's, and those of two earlier instants that somebody asks the API for."""


MOST_DAYS = 16
"""How many days, each with what was folded for it already."""

MOST_PARTS = 40 * MOST
"""How much is held of what they are made of: the records of a kind, which most of them share."""

T = TypeVar("T")

_held: OrderedDict[tuple[object, ...], PublicRegister] = OrderedDict()
_days: OrderedDict[tuple[object, ...], PublicRegister] = OrderedDict()
_parts: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_loading = Lock()


def register_of(standpoint: Standpoint, as_of: date | None = None, treaty: str = "") -> PublicRegister:
    """The public register of a treaty (default: the site's) on a day. Raises Refused for a day before the treaty.

    Raises UnknownName for a treaty the register does not hold.
    """
    asked, day = treaty or settings.ACCEDE_TREATY, as_of or standpoint.today
    key = (asked, *standpoint.key)
    with _loading:
        if (*key, day) in _days:
            _days.move_to_end((*key, day))
            return _days[*key, day]
        held = _held.get(key)
        if held is None:
            held = loaded(standpoint.view(), asked, _known_at(standpoint))
            _held[key] = held
            while len(_held) > MOST:
                _held.popitem(last=False)
        _held.move_to_end(key)
        of_day = cast(PublicRegister, on_day(held, day))
        _days[*key, day] = of_day
        while len(_days) > MOST_DAYS:
            _days.popitem(last=False)
        return of_day


def loaded(view: View, treaty: str = "", known: Known = read_anew) -> PublicRegister:
    """What the site shows of a treaty (default: the site's) in a public view; `known` is what needs not be read for it.

    Raises Refused for a day before the treaty, UnknownName for a treaty the register does not hold.
    """
    treaty = treaty or settings.ACCEDE_TREATY
    register = load(view, treaty, *EVERY_KIND, known=known)
    texts = sorted(current(TreatyVersion, view), key=lambda each: each.key)
    register = replace(register, sources={**register.sources, **_named_in(texts, view, register.sources)})
    return PublicRegister(
        **{field.name: getattr(register, field.name) for field in fields(register) if field.init},
        treaties=tuple(read_treaty(each.fact.definition, f"{each.key}.toml") for each in texts),
        editions=tuple(current(EditionVersion, view, treaty=treaty)),
        corrections=corrections_in(view, treaty, known),
    )


def _known_at(standpoint: Standpoint) -> Known:
    """What was read of each kind of record, at this or another standpoint between which nothing public of it changed.

    So after a release a process reads the kinds that the release is about, and no others.
    """
    marks = changes_by_kind(standpoint)

    def known(model: type[Version], question: Hashable, read: Callable[[], T]) -> T:
        key = (model, question, marks.get(model.record_kind()))
        if key not in _parts:
            _parts[key] = read()
            while len(_parts) > MOST_PARTS:
                _parts.popitem(last=False)
        _parts.move_to_end(key)
        held: T = _parts[key]
        return held

    return known


def _named_in(texts: Iterable[Evidence[TreatyText]], view: View, held: Mapping[str, Source]) -> dict[str, Source]:
    """The sources that the treaties' files name, beside those that are held."""
    named = {key for each in texts for key in _sources_in(tomllib.loads(each.fact.definition))}
    further = sorted(named - held.keys())
    return {each.key: each.fact for each in current(SourceVersion, view, key__in=further)} if further else {}


def _sources_in(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "source" and isinstance(value, str):
                yield value
            else:
                yield from _sources_in(value)
    elif isinstance(part, list):
        for value in part:
            yield from _sources_in(value)


def forget() -> None:
    """Load again at the next call, for tests that undo what they wrote."""
    _held.clear()
    _days.clear()
    _parts.clear()
