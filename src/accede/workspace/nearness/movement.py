"""What moved between two days, both ways; and who leaves, with what the treaty says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.nearness import movement as moves
from accede.outreach.tasks.due import withdrawal_told
from accede.outreach.tasks.withdrawals import Watch, watch
from accede.overview.changes import StandingChange
from accede.overview.register import Register
from accede.publishing import sentences, wording
from accede.register.rules import months_after
from accede.register.treaty import WithdrawalRule
from accede.workspace.asking import Asking
from accede.workspace.nearness.asked import asked, day_in, held
from accede.workspace.nearness.words import EvidenceLine, Told, days_told
from accede.workspace.screens import render

MONTHS = 24
"""How far back one looks unless one says otherwise."""


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A State that moved: by what, and the evidence."""

    name: str
    address: str
    what: str
    evidence: EvidenceLine


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """A State that leaves or has left: when, and what may hold it back."""

    name: str
    address: str
    when: str
    stage: str
    told: str


@dataclass(frozen=True, slots=True)
class MovementPage:
    """Everything the template prints. `rule` says what the treaty has on withdrawal, "" where no rule is held."""

    title: str
    opening: str
    after: str
    until: str
    towards: tuple[MovedLine, ...]
    away: tuple[MovedLine, ...]
    leaving: tuple[LeavingLine, ...]
    rule: str
    query: str


def movement(request: Asking) -> HttpResponse:
    """What moved after one day and up to another (default: two years up to today). Raises Refused, Unreadable."""
    wanted = asked(request)
    until = day_in(request, "until") or wanted.on
    register, promises = held(request, until)
    begins = register.treaty.dates.begins_on
    usual = months_after(register.view.as_of, -MONTHS)
    after = day_in(request, "after") or (max(usual, begins) if begins else usual)
    found = moves.movement(register, after, promises, without=wanted.without)
    told, left = Told(register, promises), watch(register)
    towards = (*_standings(found.towards, told), *_moved(found.gained, told))
    away = (*_standings(found.away, told), *_moved(found.lost, told, is_lost=True))
    page = MovementPage(
        title=gettext("Movement"),
        opening=_opening(len(towards), len(away)),
        after=after.isoformat(),
        until=register.view.as_of.isoformat(),
        towards=towards,
        away=away,
        leaving=_leaving(left, register, told),
        rule=_rule(left.rule),
        query=wanted.query,
    )
    return render(request, "nearness/movement.html", page)


def _opening(towards: int, away: int) -> str:
    near = ngettext(
        "%(number)s step towards the treaty is on record", "%(number)s steps towards the treaty are on record", towards
    )
    far = ngettext("%(number)s step away from it", "%(number)s steps away from it", away)
    return wording.sentence([wording.parted([near % {"number": towards}, far % {"number": away}])])


def _standings(changes: Iterable[StandingChange], told: Told) -> Iterable[MovedLine]:
    for each in changes:
        yield MovedLine(
            sentences.name(each.iso3),
            reverse("workspace:state", args=[each.iso3]),
            gettext(each.what.label),
            told.line(each.evidence, each.on),
        )


def _moved(moved: Iterable[moves.Moved], told: Told, *, is_lost: bool = False) -> Iterable[MovedLine]:
    for each in moved:
        rung = gettext(each.rung.label)
        yield MovedLine(
            sentences.name(each.iso3),
            reverse("workspace:nearness-of", args=[each.iso3]),
            gettext("no longer “%(rung)s”") % {"rung": rung} if is_lost else rung,
            told.trace(each.by),
        )


def _leaving(found: Watch, register: Register, told: Told) -> tuple[LeavingLine, ...]:
    lines = []
    for each in found.leaving:
        day = wording.when(each.takes_effect) if each.takes_effect else gettext("day not held")
        left = f"{day}, {days_told(each.days_left)}" if each.days_left is not None else day
        stage = gettext("in effect") if each.is_in_effect else gettext("notified")
        lines.append(
            LeavingLine(
                sentences.name(each.iso3),
                reverse("workspace:state", args=[each.iso3]),
                left,
                stage,
                withdrawal_told(each, found.rule),
            )
        )
    for step in found.announced:
        lines.append(
            LeavingLine(
                sentences.name(step.iso3),
                reverse("workspace:state", args=[step.iso3]),
                wording.when(step.on),
                gettext(step.kind.label),
                told.line(step.key).words,
            )
        )
    return tuple(lines)


def _rule(rule: WithdrawalRule | None) -> str:
    if rule is None:
        return ""
    months = ngettext("%(number)s month", "%(number)s months", rule.months) % {"number": rule.months}
    days = ngettext("%(number)s day", "%(number)s days", rule.days) % {"number": rule.days}
    told = gettext(
        "Article %(article)s: a withdrawal takes effect %(period)s after the depositary has received it."
    ) % {
        "article": rule.article,
        "period": months if rule.months else days,
    }
    if rule.reasons_required:
        told += " " + gettext("It has to give reasons.")
    if rule.held_back_by == "armed_conflict":
        told += " " + gettext(
            "It does not take effect before the end of an armed conflict in which the State is engaged."
        )
    return told
