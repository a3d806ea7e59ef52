"""The States, those outside first in the person's thoughts: when each was last heard, confirmed, looked for."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from accede.overview.gaps import gaps, is_old
from accede.overview.standings import standings
from accede.publishing import sentences, wording
from accede.publishing.regions import region, regions
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import render

GROUPS = ("outside", "joined", "all")


@dataclass(frozen=True, slots=True)
class Row:
    """One State of the list; days in words, "" where nothing is held."""

    iso3: str
    name: str
    standing: str
    region: str
    said: str
    confirmed: str
    checked: str
    is_old: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A choice of which States are listed."""

    key: str
    word: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class StatesPage:
    """What the list shows."""

    title: str
    opening: str
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    asked: str


def states(request: Asking) -> HttpResponse:
    """The States of a group, narrowed by the words asked for."""
    chosen = request.GET.get("who", "")
    who = chosen if chosen in GROUPS else GROUPS[0]
    asked = request.GET.get("q", "").strip()[:100]
    register = register_of(request.actor)
    held = standings(register)
    found = gaps(register, who="outside" if who == "outside" else "all")
    words = regions()
    of_region = {each.fact.iso3: words[region(each.fact)] for each in register.states}
    rows = [
        Row(
            iso3=gap.iso3,
            name=sentences.name(gap.iso3),
            standing=gettext(held[gap.iso3].standing.label),
            region=of_region[gap.iso3],
            said=_day(gap.said_on),
            confirmed=_day(gap.confirmed_on),
            checked=_day(gap.checked_on),
            is_old=not held[gap.iso3].standing.has_joined and is_old(gap, register.view.as_of),
        )
        for gap in found.states
        if who != "joined" or held[gap.iso3].standing.has_joined
    ]
    kept = tuple(row for row in rows if asked.casefold() in f"{row.name} {row.iso3}".casefold())
    named = {"outside": gettext("outside"), "joined": gettext("joined"), "all": gettext("all")}
    groups = tuple(Group(key, named[key], key == who) for key in GROUPS)
    old = sum(row.is_old for row in kept)
    opening = ngettext("%(number)s State", "%(number)s States", len(kept)) % {"number": len(kept)}
    if old == len(kept) and old > 1:
        opening = wording.parted(
            (opening, gettext("of all of them we know nothing, or only what is older than five years"))
        )
    elif old:
        told = ngettext(
            "of %(number)s we know nothing, or only what is older than five years",
            "of %(number)s we know nothing, or only what is older than five years",
            old,
        )
        opening = wording.parted((opening, told % {"number": old}))
    return render(request, "states/several.html", StatesPage(gettext("States"), f"{opening}.", kept, groups, asked))


def _day(on: PartialDate | None) -> str:
    return wording.when(on) if on is not None else ""
