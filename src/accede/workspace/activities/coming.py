"""Who comes to a meeting: invited, registered, took part, took the floor; each from a list, a State a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext
from django.views.decorators.http import require_safe

from accede.evidence.values import Attendance
from accede.outreach.done.invite import invite, register_delegations, states_in, took_floor
from accede.outreach.done.record_done import own_source
from accede.outreach.done.threads import invitations
from accede.overview.ahead import meetings_ahead
from accede.overview.occasions import key_of, meetings
from accede.overview.occasions import occasion as occasion_held
from accede.overview.register import Register
from accede.overview.standings import by_name, outside, standings
from accede.publishing import wording
from accede.publishing.told import state_told
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.asking import Asking, register_of
from accede.workspace.facts.dates import understood
from accede.workspace.screens import render, see_other

MOST = 30
"""Meetings that are offered, the newest first."""
LISTS = {
    "invited": gettext_noop("Invited"),
    "registered": gettext_noop("Registered"),
    "spoke": gettext_noop("Took the floor"),
}
"""The lists that are taken here; the list of participants is taken in by bulk entry."""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting."""

    words: str
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings to choose from."""

    title: str
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class ComingLine:
    """A State outside: its way to the meeting."""

    name: str
    address: str
    invited: str
    registered: str
    took_part: str
    spoke: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A list that can be given."""

    key: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ComingPage:
    """Everything the template prints; `text` is what was pasted and refused."""

    title: str
    opening: str
    lines: tuple[ComingLine, ...]
    choices: tuple[Choice, ...]
    text: str
    on: str
    refusal: str
    participants: str
    back: str


@require_safe
def coming(request: Asking) -> HttpResponse:
    """The meetings, those ahead first."""
    register = register_of(request.actor)
    held = [*meetings_ahead(register), *reversed(meetings(register).held)][:MOST]
    page = MeetingsPage(gettext("Who comes to a meeting"), tuple(_meeting_line(each) for each in held))
    return render(request, "activities/meetings.html", page)


def coming_to(request: Asking, key: str) -> HttpResponse:
    """A meeting; POST takes a list: which, the States, and the day. Raises UnknownName for a meeting that is not held."""
    register = register_of(request.actor)
    meeting = occasion_held(register, key)
    if request.method != "POST":
        return _shown(request, register, meeting)
    which, text, day = (request.POST.get(name, "") for name in ("which", "states", "on"))
    try:
        number = _taken(request, register, meeting, which, text, day)
    except (NotAllowed, Refused, UnknownName) as error:
        told = f"{error.where}: {error.told}" if error.where else error.told
        return _shown(request, register, meeting, which=which, text=text, day=day, refusal=told, status=409)
    said = ngettext("%(number)s State is new on the list.", "%(number)s States are new on the list.", number)
    messages.success(request, said % {"number": number})
    return see_other(reverse("workspace:coming-to", args=[meeting.key]))


def _taken(request: Asking, register: Register, meeting: Evidence[Occasion], which: str, text: str, day: str) -> int:
    if which not in LISTS:
        raise UnknownName("there is no such list", where=which, remedy="Choose one of the lists")
    named = states_in(text)
    on = understood(day) if day.strip() else PartialDate.on_day(datetime.now(UTC).date())
    treaty = register.treaty.key
    match which:
        case "invited":
            return invite(request.actor, treaty, key_of(meeting), named, on)
        case "registered":
            return register_delegations(request.actor, treaty, key_of(meeting), named, on)
    return took_floor(request.actor, treaty, key_of(meeting), named, source=own_source(request.actor))


def _shown(
    request: Asking,
    register: Register,
    meeting: Evidence[Occasion],
    *,
    which: str = "invited",
    text: str = "",
    day: str = "",
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    lines = tuple(_lines(request, register, meeting))
    told = [
        f"{gettext(LISTS['invited'])}: {sum(bool(each.invited) for each in lines)}",
        f"{gettext(LISTS['registered'])}: {sum(bool(each.registered) for each in lines)}",
        f"{gettext('Took part')}: {sum(bool(each.took_part) for each in lines)}",
        f"{gettext(LISTS['spoke'])}: {sum(bool(each.spoke) for each in lines)}",
    ]
    out = ngettext("Of %(number)s State outside: %(told)s.", "Of %(number)s States outside: %(told)s.", len(lines))
    page = ComingPage(
        title=_called(meeting.fact) or meeting.key,
        opening=out % {"number": len(lines), "told": " · ".join(told)},
        lines=lines,
        choices=tuple(Choice(key, gettext(words), key == which) for key, words in LISTS.items()),
        text=text,
        on=day,
        refusal=refusal,
        participants=reverse("workspace:intake-paste", args=["participants"]),
        back=reverse("workspace:coming"),
    )
    return render(request, "activities/coming.html", page, status=status)


def _lines(request: Asking, register: Register, meeting: Evidence[Occasion]) -> Iterator[ComingLine]:
    """The States that were outside when it began, or are now where it is still to come."""
    occasion, began = key_of(meeting), meeting.fact.starts.counts_from if meeting.fact.starts else date.max
    out = outside(standings(register, on=min(began, register.view.as_of)))
    way = invitations(request.actor, register.treaty.key, occasion)
    there: dict[str, list[Evidence[Attendance]]] = {}
    for each in register.attendance:
        if each.fact.occasion == occasion:
            there.setdefault(each.fact.state, []).append(each)
    for iso3 in by_name(out):
        told = way.get(iso3)
        yield ComingLine(
            name=state_told(iso3),
            address=reverse("workspace:state", args=[iso3]),
            invited=_on(told.fact.invited if told else None),
            registered=_on(told.fact.registered if told else None),
            took_part=_took_part(there.get(iso3, [])),
            spoke=gettext("yes") if any(each.fact.spoke for each in there.get(iso3, [])) else "",
        )


def _took_part(records: list[Evidence[Attendance]]) -> str:
    """Yes where a record says so, what else is recorded, "" for no record."""
    claims = {each.fact.claim for each in records}
    if claims & {ParticipationClaim.TOOK_PART, ParticipationClaim.LAST}:
        return gettext("yes")
    return ""


def _on(day: PartialDate | None) -> str:
    return wording.when(day) if day else ""


def _meeting_line(held: Evidence[Occasion]) -> MeetingLine:
    fact = held.fact
    detail = [wording.when(fact.starts) if fact.starts else "", wording.held(fact.city)]
    return MeetingLine(
        _called(fact) or held.key,
        " · ".join(part for part in detail if part),
        reverse("workspace:coming-to", args=[held.key]),
    )


def _called(fact: Occasion) -> str:
    return wording.held(fact.title or fact.name)
