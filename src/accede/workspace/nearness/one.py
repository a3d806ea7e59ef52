"""One State on the ladder: each rung with the evidence that reaches it, its age, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.nearness import ladder as ladders
from accede.outreach.nearness.approach import last_met
from accede.outreach.nearness.rules import OnRung
from accede.overview.circumstances import circumstances
from accede.overview.register import Register
from accede.publishing import sentences, wording
from accede.vocabulary.capital import capital
from accede.workspace.asking import Asking
from accede.workspace.nearness.asked import asked, held
from accede.workspace.nearness.words import EvidenceLine, Told, age_told, rung_told, score_told
from accede.workspace.screens import render

MOST = 5
"""So much of what speaks against a rung is shown, the newest first."""


@dataclass(frozen=True, slots=True)
class RungLine:
    """A rung: how the State stands on it, by what, what else reaches it, by what it was lost, what speaks against it."""

    number: int
    word: str
    standing: str
    stage: str
    by: EvidenceLine | None
    age: str
    also: int
    undone_by: EvidenceLine | None
    against: tuple[EvidenceLine, ...]
    more_against: int


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason the State gives for staying outside, and the last statement that gives it."""

    word: str
    line: EvidenceLine


@dataclass(frozen=True, slots=True)
class NearnessPage:
    """Everything the template prints; the nearest rung first."""

    title: str
    opening: str
    how: str
    met: EvidenceLine | None
    rungs: tuple[RungLine, ...]
    reasons: tuple[ReasonLine, ...]
    state: str
    back: str


def one(request: Asking, iso3: str) -> HttpResponse:
    """The State on a day. Raises UnknownName."""
    wanted = asked(request)
    register, promises = held(request, wanted.on)
    found = ladders.ladder(register, iso3, promises, without=wanted.without)
    told, name = Told(register, promises), sentences.name(found.iso3)
    met = last_met(register).get(found.iso3)
    nearest = gettext(found.nearest.label) if found.nearest else ""
    opening = gettext("%(state)s: %(score)s.") % {"state": name, "score": score_told(found.score, len(found.rungs))}
    page = NearnessPage(
        title=gettext("%(state)s on the ladder") % {"state": name},
        opening=f"{opening} {gettext('The nearest: %(rung)s.') % {'rung': nearest}}" if nearest else opening,
        how=gettext("The score is the number of rungs reached; each counts one, and none is reached by silence."),
        met=told.line(met.key, met.fact.on) if met else None,
        rungs=tuple(reversed([_line(at, each, told) for at, each in enumerate(found.rungs, 1)])),
        reasons=_reasons(register, found.iso3, told),
        state=reverse("workspace:state", args=[found.iso3]),
        back=reverse("workspace:nearness") + wanted.query,
    )
    return render(request, "nearness/one.html", page)


def _line(number: int, each: OnRung, told: Told) -> RungLine:
    return RungLine(
        number=number,
        word=rung_told(each.rung),
        standing=each.standing.value,
        stage=gettext(each.standing.label),
        by=told.trace(each.by) if each.by else None,
        age=age_told(each.age_years),
        also=len(each.also),
        undone_by=_undone(each, told),
        against=tuple(told.trace(one) for one in each.against[:MOST]),
        more_against=max(len(each.against) - MOST, 0),
    )


def _undone(each: OnRung, told: Told) -> EvidenceLine | None:
    """By what it was lost; a day that has passed is told as such."""
    if each.undone_by is None:
        return None
    if each.undone_by is not each.by:
        return told.trace(each.undone_by)
    until = each.undone_by.until
    passed = gettext("The day that was given has passed: %(day)s.") % {"day": wording.when(until)} if until else ""
    return EvidenceLine(passed, "", each.undone_by.key, "")


def _reasons(register: Register, iso3: str, told: Told) -> tuple[ReasonLine, ...]:
    return tuple(
        ReasonLine(
            capital(gettext(each.circumstance.label)),
            told.line(each.statements[0].evidence.key, each.statements[0].said_on),
        )
        for each in circumstances(register)
        if each.iso3 == iso3
    )
