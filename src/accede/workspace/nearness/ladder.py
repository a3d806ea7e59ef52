"""The ladder: every State outside with its rungs, those on most rungs first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.nearness import ladder as ladders
from accede.outreach.nearness.rules import OnRung, RungStanding
from accede.publishing import sentences, wording
from accede.workspace.asking import Asking
from accede.workspace.nearness.asked import Switch, asked, held
from accede.workspace.nearness.words import age_told, day_or_today, rung_told
from accede.workspace.screens import render

SIGNS = {RungStanding.REACHED: "●", RungStanding.LOST: "⊘", RungStanding.NOT_REACHED: "·"}
"""Shapes that differ without colour."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A State on a rung: a sign, and since when and how old; "" where nothing is on record."""

    sign: str
    told: str
    standing: str


@dataclass(frozen=True, slots=True)
class Row:
    """A State: its name, its score, its cells."""

    name: str
    address: str
    score: int
    nearest: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class LadderPage:
    """Everything the template prints."""

    title: str
    opening: str
    on: str
    rungs: tuple[Switch, ...]
    numbers: tuple[Switch, ...]
    rows: tuple[Row, ...]
    query: str


def ladder(request: Asking) -> HttpResponse:
    """The States outside on a day."""
    wanted = asked(request)
    register, promises = held(request, wanted.on)
    found = ladders.ladders(register, promises, without=wanted.without)
    rungs = wanted.rungs
    page = LadderPage(
        title=gettext("Nearness"),
        opening=_opening(found, register.view.as_of),
        on=day_or_today(wanted.on, register),
        rungs=rungs,
        numbers=tuple(each for each in rungs if each.is_on),
        rows=tuple(
            Row(
                name=sentences.name(each.iso3),
                address=reverse("workspace:nearness-of", args=[each.iso3]) + wanted.query,
                score=each.score,
                nearest=rung_told(each.nearest) if each.nearest else gettext("nothing on record"),
                cells=tuple(_cells(each.rungs)),
            )
            for each in found
        ),
        query=wanted.query,
    )
    return render(request, "nearness/ladder.html", page)


def _opening(found: tuple[ladders.Ladder, ...], as_of: object) -> str:
    if not found or not any(each.score for each in found):
        return gettext("Of no State outside is a rung reached by what is on record.")
    most = [each for each in found if each.score == found[0].score]
    told = ngettext(
        "%(states)s stands on most rungs: %(number)s.", "%(states)s stand on most rungs: %(number)s.", len(most)
    )
    return told % {
        "states": wording.listed([sentences.name(each.iso3) for each in most[:4]]),
        "number": found[0].score,
    }


def _cells(rungs: tuple[OnRung, ...]) -> Iterator[Cell]:
    for each in rungs:
        told = [gettext(each.standing.label)]
        if each.by:
            told += [wording.when(each.by.on), age_told(each.age_years)]
        is_on_record = each.standing is not RungStanding.NOT_REACHED
        yield Cell(SIGNS[each.standing], wording.parted(told) if is_on_record else "", each.standing.value)
