"""Who waits for whom: what States say that joining depends on, and how each condition stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from accede.overview.conditions import Condition, ConditionStanding, conditions
from accede.overview.standings import outside, standings
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.codes import code_words
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.statements import address_of
from accede.publishing.wording import day, listed, named, when


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition as the table shows it. `waits_for` are key, name and whether it has joined."""

    iso3: str
    name: str
    label: str
    target: str
    by: str
    waits_for: tuple[tuple[str, str, bool], ...]
    standing: ConditionStanding
    stands: str
    said: str
    citation: str
    statement: str
    source: str


@dataclass(frozen=True, slots=True)
class AwaitedState:
    """A State that others wait for, whether it has joined, and those others (key and name)."""

    iso3: str
    name: str
    has_joined: bool
    by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ConditionsPage:
    """Everything the template prints."""

    title: str
    opening: str
    rows: tuple[ConditionRow, ...]
    awaited: tuple[AwaitedState, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> ConditionsPage:
    """The conditions of the States outside on a day."""
    found = conditions(asked.register)
    cite = Citing(asked.register, asked.register.statements)
    return ConditionsPage(
        title=gettext("Conditions"),
        opening=_opening(asked, found),
        rows=tuple(_row(asked, condition, cite) for condition in found),
        awaited=_awaited(asked, found),
        sources=cite.listed(),
    )


def _opening(asked: Asked, found: tuple[Condition, ...]) -> str:
    all_outside, waiting = len(outside(standings(asked.register))), len({each.iso3 for each in found})
    said = {"number": waiting, "all": all_outside, "day": day(asked.as_of)}
    if not found:
        return gettext("None of %(all)s States outside has named a condition that is held, as of %(day)s.") % said
    number = Counter(condition.standing for condition in found)
    parts = [_PARTS[standing](number[standing]) for standing in ConditionStanding if number[standing]]
    return ngettext(
        "%(number)s of %(all)s States outside says that joining, or a step towards it, depends on something: %(parts)s, "
        "as of %(day)s.",
        "%(number)s of %(all)s States outside say that joining, or a step towards it, depends on something: %(parts)s, "
        "as of %(day)s.",
        waiting,
    ) % {**said, "parts": listed(parts)}


_PARTS = {
    ConditionStanding.OPEN: lambda number: (
        ngettext("%(number)s condition is open", "%(number)s conditions are open", number) % {"number": number}
    ),
    ConditionStanding.MET: lambda number: (
        ngettext("%(number)s is met", "%(number)s are met", number) % {"number": number}
    ),
    ConditionStanding.EXPIRED: lambda number: (
        ngettext("%(number)s has expired", "%(number)s have expired", number) % {"number": number}
    ),
}


def _row(asked: Asked, condition: Condition, cite: Citing) -> ConditionRow:
    record = condition.said.evidence
    stands = standings(asked.register)
    return ConditionRow(
        iso3=condition.iso3,
        name=sentences.name(condition.iso3),
        label=code_words(condition.code),
        target=condition.code.target,
        by=when(condition.code.expires) if condition.code.expires else "",
        waits_for=tuple((iso3, sentences.name(iso3), stands[iso3].standing.has_joined) for iso3 in condition.waits_for),
        standing=condition.standing,
        stands=gettext(condition.standing.label),
        said=when(condition.said.said_on),
        citation=record.fact.citation,
        statement=address_of(asked, record.key),
        source=cite.number(record.source, record.key),
    )


def _awaited(asked: Asked, found: Iterable[Condition]) -> tuple[AwaitedState, ...]:
    waiting: dict[str, dict[str, None]] = {}
    for condition in found:
        for iso3 in condition.waits_for:
            waiting.setdefault(iso3, {})[condition.iso3] = None
    stands = standings(asked.register)
    return tuple(
        AwaitedState(
            iso3,
            sentences.name(iso3),
            stands[iso3].standing.has_joined,
            named(waiting[iso3]),
        )
        for iso3 in stands
        if iso3 in waiting
    )


PAGE = PageKind(name="conditions", route="conditions/", make=make)
