"""Whom to approach next: each State with its reasons in sentences, the most reasons first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from accede.workspace.nearness.words import EvidenceLine, Told, day_or_today, score_told
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
    """The States that there is a reason to approach."""
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
            reasons=tuple(_lines(each.reasons, told)),
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


def _lines(reasons: Iterable[Found], told: Told) -> Iterator[ReasonLine]:
    """Each with its evidence; what several rest on is told with the first of them."""
    seen = {""}
    for each in reasons:
        yield ReasonLine(_words(each), told.line(each.key, each.on) if each.key not in seen else None)
        seen.add(each.key)


def _words(found: Found) -> str:
    said = {
        "day": when(found.on) if found.on else gettext("day not held"),
        "rung": _rung(found),
        "what": found.other if found.reason is Reason.PROMISED else in_english(found.other),
    }
    if found.reason is Reason.NEIGHBOUR_JOINED:
        said["state"] = sentences.name(found.other)
    return _sentence(found) % said


def _sentence(found: Found) -> str:
    """With places for the day, the rung, what it is about."""
    match found.reason:
        case Reason.LEAVING:
            return (
                gettext("Its withdrawal is notified and takes effect: %(day)s.")
                if found.other
                else gettext("It took a step towards leaving: %(day)s.")
            )
        case Reason.CONDITION_MET:
            return gettext("What it waited for has come about: %(what)s.")
        case Reason.DAY_PASSED:
            return (
                gettext("The time that it gave has passed (%(day)s): %(what)s.")
                if found.other
                else gettext("The day that it named has passed: %(day)s.")
            )
        case Reason.SLIPPED:
            return (
                gettext("It moved away lately (%(day)s): no longer “%(rung)s”.")
                if found.rung
                else gettext("It left the treaty: %(day)s.")
            )
        case Reason.NOT_MET:
            return (
                gettext("The last meeting with it on record: %(day)s.")
                if found.on
                else gettext("No meeting, visit or démarche with it is on record.")
            )
        case _:
            return _OTHERS[found.reason]()


_OTHERS: Mapping[Reason, Callable[[], str]] = {
    Reason.PROMISED: lambda: gettext("It promised something by %(day)s: %(what)s."),
    Reason.NEAR: lambda: gettext("It stands near (%(day)s): %(rung)s."),
    Reason.CAME_NEARER: lambda: gettext("It came nearer lately (%(day)s): %(rung)s."),
    Reason.REPLIED: lambda: gettext("It replied to a letter: %(day)s."),
    Reason.NEIGHBOUR_JOINED: lambda: gettext("A neighbour joined (%(day)s): %(state)s."),
}


def _rung(found: Found) -> str:
    return gettext(found.rung.label) if found.rung else ""
