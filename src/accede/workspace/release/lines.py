"""Records as lines of work: which State, what it says, for whom, from which source, and what holds it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from accede.publishing.told import kind_told, state_of, state_told, told
from accede.records.evidence import evidence_of
from accede.records.models import Event, EventKind, SourceVersion, Version
from accede.records.reference import Reference
from accede.records.release import held_back, is_for_fewer
from accede.records.releasing import newer_than
from accede.records.reviewing import Waiting
from accede.records.values import Evidence
from accede.vocabulary.sources import Classification
from accede.workspace.records.told import kinds
from accede.workspace.release.chosen import value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A version as a list shows it; `value` names it in a tick box.

    `reason` is why it was corrected, of a version of which an earlier one was released, and becomes public with it;
    `held_back` says why it cannot be released, `remark` what else there is to know.
    """

    value: str
    kind: str
    name: str
    words: str
    readers: str
    address: str
    recorded_by: str
    reason: str = ""
    held_back: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class OfState:
    """What is about one State; `name` is empty for what is about none."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OfSource:
    """What was taken from one source, by State; `number` how many of it can be released."""

    key: str
    title: str
    states: tuple[OfState, ...]
    number: int


def lines_of(waits: Iterable[Waiting]) -> dict[Reference, Line]:
    """A line for each, with what holds it back and what becomes public with it."""
    rows = {one.reference: one.row for one in waits}
    held, newer, corrections = held_back(rows), newer_than(rows), _corrections(rows)
    found = {}
    for reference, each in evidence_of(rows).items():
        is_correction = reference in corrections
        remark = gettext("A later version waits for review.") if reference in newer else ""
        found[reference] = line_of(
            reference,
            each,
            reason=each.reason if is_correction else "",
            held_back=_held_back(held[reference], rows[reference]) if reference in held else "",
            remark=remark,
        )
    return found


def line_of(reference: Reference, each: Evidence[Any], **further: str) -> Line:
    """The line of one version."""
    iso3 = state_of(each.fact)
    return Line(
        value=value_of(reference),
        kind=kind_told(reference.kind),
        name=state_told(iso3) if iso3 else "",
        words=told(each),
        readers=gettext(each.classification.label),
        address=_address_of(reference),
        recorded_by=each.recorded_by,
        **further,
    )


def _address_of(reference: Reference) -> str:
    """The page of a record; that of the papers for an edition."""
    if reference.kind in kinds():
        return reverse("workspace:record", args=[reference.kind, reference.key])
    return reverse("workspace:papers")


def by_source(waits: Iterable[Waiting], lines: Mapping[Reference, Line]) -> tuple[OfSource, ...]:
    """Lines by source, those of the newest source first, and by State; sources themselves stand with what is theirs."""
    groups: dict[str, list[Line]] = {}
    for one in waits:
        is_source = one.reference.kind == SourceVersion.record_kind()
        groups.setdefault(one.reference.key if is_source else one.row.source, []).append(lines[one.reference])
    titles = titles_of(groups)
    return tuple(
        OfSource(key, titles.get(key, key), by_state(held), sum(not line.held_back for line in held))
        for key, held in reversed(groups.items())
    )


def by_state(lines: Iterable[Line]) -> tuple[OfState, ...]:
    """Lines by State in the order of their names, what is about none first."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.name, []).append(line)
    names = sorted(groups, key=lambda name: (bool(name), name.casefold()))
    return tuple(OfState(name, tuple(groups[name])) for name in names)


def titles_of(keys: Iterable[str]) -> dict[str, str]:
    """The newest title of each source by its key; one query."""
    rows = SourceVersion.objects.filter(key__in=set(keys)).order_by("version").values_list("key", "title")
    return dict(rows)


def _corrections(references: Iterable[Reference]) -> frozenset[Reference]:
    """Those of which an earlier version was released at some time; one query."""
    wanted = {(each.kind, each.key): each for each in references if each.version > 1}
    if not wanted:
        return frozenset()
    events = Event.objects.filter(happening=EventKind.RELEASE, key__in={key for _, key in wanted})
    released = events.values_list("record", "key", "version")
    return frozenset(
        wanted[kind, key]
        for kind, key, version in released
        if (kind, key) in wanted and version < wanted[kind, key].version
    )


def _held_back(source: Waiting, row: Version) -> str:
    if is_for_fewer(source.row, row):
        readers = gettext(Classification(source.row.classification).label)
        return gettext("Held back: its source is for %(readers)s only.") % {"readers": readers}
    return gettext("Held back: its source is %(stage)s.") % {"stage": gettext(source.standing.stage.label)}
