"""Whom to approach next: each State with its reasons in sentences, the most reasons first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.nearness.approach import Found, Reason, approaches
from accede.publishing import sentences
from accede.publishing.wording import held as in_english
from accede.publishing.wording import when
from accede.workspace.asking import Asking
from accede.workspace.nearness.asked import Switch, asked, held
from accede.workspace.nearness.words import EvidenceLine, Told, day_or_today, rung_told, score_told
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason in a sentence, and what it rests on; None where it rests on nothing being recorded."""

    words: str
    evidence: EvidenceLine | None


@dataclass(frozen=True, slots=True)
class ApproachLine:
    """A State: how many kinds of reason there are, how it stands, and each reason."""

    name: str
    iso3: str
    address: str
    kinds: int
    score: str
    reasons: tuple[ReasonLine, ...]


@dataclass(frozen=True, slots=True)
class NextPage:
    """Everything the template prints."""

    title: str
    opening: str
    on: str
    rungs: tuple[Switch, ...]
    reasons: tuple[Switch, ...]
    states: tuple[ApproachLine, ...]
    query: str


def next_ones(request: Asking) -> HttpResponse:
    """The States outside that there is a reason to approach."""
    wanted = asked(request)
    register, promises = held(request, wanted.on)
    told = Told(register, promises)
    found = approaches(register, promises, without=wanted.without, leaving_out=wanted.leaving_out)
    lines = tuple(
        ApproachLine(
            name=sentences.name(each.iso3),
            iso3=each.iso3,
            address=reverse("workspace:nearness-of", args=[each.iso3]) + wanted.query,
            kinds=len({one.reason for one in each.reasons}),
            score=score_told(each.ladder.score, len(each.ladder.rungs)),
            reasons=tuple(_line(one, told) for one in each.reasons),
        )
        for each in found
    )
    opening = ngettext(
        "There is a reason on record to approach %(number)s State.",
        "There are reasons on record to approach %(number)s States.",
        len(lines),
    )
    page = NextPage(
        title=gettext("Whom to approach next"),
        opening=opening % {"number": len(lines)},
        on=day_or_today(wanted.on, register),
        rungs=wanted.rungs,
        reasons=wanted.reasons,
        states=lines,
        query=wanted.query,
    )
    return render(request, "nearness/next.html", page)


def _line(found: Found, told: Told) -> ReasonLine:
    return ReasonLine(_words(found), told.line(found.key, found.on) if found.key else None)


def _words(found: Found) -> str:
    day = when(found.on) if found.on else ""
    match found.reason:
        case Reason.CONDITION_MET:
            return gettext("What it waited for has come about: %(what)s.") % {"what": in_english(found.other)}
        case Reason.DAY_PASSED if found.other:
            said = {"what": in_english(found.other), "day": day}
            return gettext("The time that it gave has passed (%(day)s): %(what)s.") % said
        case Reason.DAY_PASSED:
            return gettext("The day that it named has passed: %(day)s.") % {"day": day}
        case Reason.PROMISED:
            return gettext("It promised something by %(day)s: %(what)s.") % {"day": day, "what": found.other}
        case Reason.NEAR:
            return gettext("It stands near: %(rung)s.") % {"rung": _rung(found)}
        case Reason.CAME_NEARER:
            return gettext("It came nearer lately (%(day)s): %(rung)s.") % {"rung": _rung(found), "day": day}
        case Reason.SLIPPED:
            return gettext("It moved away lately (%(day)s): no longer “%(rung)s”.") % {"rung": _rung(found), "day": day}
        case Reason.REPLIED:
            return gettext("It replied to a letter: %(day)s.") % {"day": day}
        case Reason.NEIGHBOUR_JOINED:
            return gettext("A neighbour joined (%(day)s): %(state)s.") % {
                "day": day,
                "state": sentences.name(found.other),
            }
        case Reason.NOT_MET if found.on:
            return gettext("The last meeting with it on record is of %(day)s.") % {"day": day}
        case Reason.NOT_MET:
            return gettext("No meeting, visit or démarche with it is on record.")


def _rung(found: Found) -> str:
    return rung_told(found.rung) if found.rung else ""
