"""The working group: its members, its meetings, who offers to approach whom, and who is best placed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.activities.threads import Membership, Offer
from accede.outreach.done.best_placed import Reason, best_placed
from accede.outreach.done.embassies import embassies
from accede.outreach.done.group import join_group, leave_group
from accede.outreach.done.offer import make_offer, settle_offer
from accede.outreach.done.threads import members, memberships, offers
from accede.overview.register import Register
from accede.overview.standings import by_name, outside, standings
from accede.publishing import wording
from accede.publishing.told import state_told
from accede.records.values import Evidence
from accede.vocabulary.activities import ActivityKind, OfferStanding
from accede.vocabulary.capital import capital
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.activities.form import dress
from accede.workspace.activities.listing import DoneLine, lines
from accede.workspace.activities.told import actor_told
from accede.workspace.asking import Asking, number_in, register_of
from accede.workspace.facts.dates import DateField, understood
from accede.workspace.facts.offered import states
from accede.workspace.facts.several import state_of
from accede.workspace.facts.words import KeyField, WordsField
from accede.workspace.screens import render, see_other

MOST = 12
"""Suggestions that are shown."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member, since when, in which role; `version` is the one that it leaves by."""

    key: str
    name: str
    detail: str
    version: int
    has_left: bool


@dataclass(frozen=True, slots=True)
class OfferLine:
    """Who approaches whom, and how that stands."""

    key: str
    words: str
    detail: str
    standing: str
    is_open: bool
    version: int


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A member, and why."""

    iso3: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateChoice:
    """A State that is to be approached."""

    iso3: str
    name: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """Everything the template prints; `state` is the one for which suggestions are asked."""

    title: str
    opening: str
    members: tuple[MemberLine, ...]
    left: tuple[MemberLine, ...]
    member_form: MemberForm
    meetings: tuple[DoneLine, ...]
    new_meeting: str
    choices: tuple[StateChoice, ...]
    state: str
    state_name: str
    suggestions: tuple[SuggestionLine, ...]
    is_of_all: bool
    offers: tuple[OfferLine, ...]
    offer_form: OfferForm
    refusal: str


class MemberForm(forms.Form):
    """Who comes in."""

    template_name = "workspace/facts/form.html"
    member = KeyField(
        label=gettext_lazy("State or organization"),
        help_text=gettext_lazy("A State by name or key, or an organization."),
    )
    since = DateField(label=gettext_lazy("Since"), required=False)
    role = WordsField(
        label=gettext_lazy("Role"), required=False, max_length=200, help_text=gettext_lazy("As: coordinator.")
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, label_suffix="", prefix="member")
        member = self.fields["member"]
        assert isinstance(member, KeyField)
        member.offer(dict(states()))
        dress(self)


class OfferForm(forms.Form):
    """Who offers to approach whom."""

    template_name = "workspace/facts/form.html"
    by = forms.ChoiceField(label=gettext_lazy("Who offers"))
    state = forms.ChoiceField(label=gettext_lazy("To approach which State"))
    offered = DateField(label=gettext_lazy("Offered on"), help_text=gettext_lazy("Empty: today."), required=False)
    offered_at = forms.ChoiceField(label=gettext_lazy("At which meeting"), required=False)
    note = WordsField(label=gettext_lazy("Note"), required=False, max_length=2_000)

    def __init__(
        self,
        members: list[str],
        register: Register,
        meetings: Mapping[str, str],
        data: Mapping[str, Any] | None = None,
        *,
        state: str = "",
    ) -> None:
        super().__init__(data, initial={"state": state}, label_suffix="", prefix="offer")
        choices = {
            "by": [(name, actor_told(name)) for name in members],
            "state": [("", "—"), *((iso3, state_told(iso3)) for iso3 in by_name(outside(standings(register))))],
            "offered_at": [("", "—"), *meetings.items()],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered
        dress(self)


def working_group(request: Asking) -> HttpResponse:
    """The page; `?state=` asks who is best placed to approach it; POST with `do=` changes something."""
    if request.method != "POST":
        return _shown(request)
    match request.POST.get("do", ""):
        case "join":
            return _join(request)
        case "leave":
            return _leave(request)
        case "offer":
            return _offer(request)
        case "settle":
            return _settle(request)
    return see_other(reverse("workspace:working-group"))


def _join(request: Asking) -> HttpResponse:
    form = MemberForm(request.POST)
    if not form.is_valid():
        return _shown(request, member=form, status=400)
    told = form.cleaned_data
    fact = Membership(
        treaty=register_of(request.actor).treaty.key,
        member=_member(told["member"]),
        since=told["since"],
        role=told["role"],
    )
    try:
        join_group(request.actor, fact)
    except (NotAllowed, Refused) as error:
        form.add_error("member", error.told)
        return _shown(request, member=form, status=409)
    messages.success(request, gettext("The member is in."))
    return see_other(reverse("workspace:working-group"))


def _leave(request: Asking) -> HttpResponse:
    text = request.POST.get("until", "").strip()
    try:
        until = understood(text) if text else PartialDate.on_day(datetime.now(UTC).date())
        version = number_in(request.POST.get("version", ""))
        leave_group(request.actor, request.POST.get("key", ""), until, expected_version=version)
    except (NotAllowed, Refused) as error:
        return _shown(request, refusal=error.told, status=409)
    messages.success(request, gettext("It has left; what it offered and did stays."))
    return see_other(reverse("workspace:working-group"))


def _offer(request: Asking) -> HttpResponse:
    form = _offer_form(request, register_of(request.actor), request.POST)
    if not form.is_valid():
        return _shown(request, offer=form, status=400)
    told = form.cleaned_data
    fact = Offer(
        treaty=register_of(request.actor).treaty.key,
        by=told["by"],
        state=told["state"],
        offered=told["offered"] or PartialDate.on_day(datetime.now(UTC).date()),
        standing=OfferStanding.OFFERED,
        offered_at=told["offered_at"],
        note=told["note"],
    )
    try:
        make_offer(request.actor, fact)
    except (NotAllowed, Refused) as error:
        form.add_error(None, error.told)
        return _shown(request, offer=form, status=409)
    messages.success(request, gettext("The offer is kept."))
    return see_other(f"{reverse('workspace:working-group')}#offers")


def _settle(request: Asking) -> HttpResponse:
    asked = request.POST.get("standing", "")
    if asked not in {each.value for each in OfferStanding}:
        raise UnknownName("an offer cannot stand so", where=asked, remedy="Say whether it is done or taken back")
    settle_offer(
        request.actor,
        request.POST.get("key", ""),
        OfferStanding(asked),
        expected_version=number_in(request.POST.get("version", "")),
    )
    messages.success(request, gettext("It is settled."))
    return see_other(f"{reverse('workspace:working-group')}#offers")


def _shown(
    request: Asking,
    *,
    member: MemberForm | None = None,
    offer: OfferForm | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    actor, register = request.actor, register_of(request.actor)
    treaty = register.treaty.key
    now_in = {each.key for each in members(actor, treaty)}
    held = [_member_line(each, each.key not in now_in) for each in memberships(actor, treaty)]
    inside = tuple(each for each in held if not each.has_left)
    out = by_name(outside(standings(register)))
    asked = request.GET.get("state", "")
    state = asked if asked in out else ""
    met = [each for each in register.activities if each.fact.kind is ActivityKind.WORKING_GROUP]
    met.sort(key=lambda each: (each.fact.on.counts_from, each.key), reverse=True)
    told = ngettext("%(number)s member takes part.", "%(number)s members take part.", len(inside))
    page = GroupPage(
        title=gettext("Working group"),
        opening=told % {"number": len(inside)},
        members=inside,
        left=tuple(each for each in held if each.has_left),
        member_form=member or MemberForm(),
        meetings=tuple(lines(met[:10])),
        new_meeting=reverse("workspace:activity-new", args=["working-group"]),
        choices=tuple(StateChoice(iso3, state_told(iso3), iso3 == state) for iso3 in out),
        state=state,
        state_name=state_told(state) if state else "",
        suggestions=tuple(_suggestions(request, register, state)) if state else (),
        is_of_all=not _states_among(request, treaty),
        offers=tuple(offer_line(each) for each in reversed(offers(actor, treaty))),
        offer_form=offer or _offer_form(request, register, state=state),
        refusal=refusal,
    )
    return render(request, "activities/group.html", page, status=status)


def _suggestions(request: Asking, register: Register, state: str) -> Iterator[SuggestionLine]:
    """Of the members that are States; of all that have joined, where the group has none."""
    treaty = register.treaty.key
    offered = {each.fact.by: each.fact.standing for each in offers(request.actor, treaty, state=state)}
    found = best_placed(
        register,
        state,
        _states_among(request, treaty) or None,
        embassies=embassies(request.actor, state),
        offered=offered,
    )
    for each in found[:MOST]:
        yield SuggestionLine(each.member, state_told(each.member), tuple(_reason(one) for one in each.reasons))


def _states_among(request: Asking, treaty: str) -> list[str]:
    known = dict(states())
    return [each.fact.member for each in members(request.actor, treaty) if each.fact.member in known]


def _reason(reason: Reason) -> str:
    told = gettext(reason.kind.label)
    return f"{told} ({wording.held(reason.detail)})" if reason.detail else told


def _offer_form(
    request: Asking, register: Register, data: Mapping[str, Any] | None = None, *, state: str = ""
) -> OfferForm:
    inside = [each.fact.member for each in members(request.actor, register.treaty.key)]
    met = {
        each.key: wording.when(each.fact.on)
        for each in register.activities
        if each.fact.kind is ActivityKind.WORKING_GROUP
    }
    return OfferForm(inside, register, met, data, state=state)


def _member(text: str) -> str:
    """A State by its key where the text names one, else the organization."""
    try:
        return state_of(text)
    except forms.ValidationError:
        return " ".join(text.split())


def _member_line(held: Evidence[Membership], has_left: bool) -> MemberLine:
    fact = held.fact
    told = [wording.held(fact.role)] if fact.role else []
    if fact.since:
        told.append(gettext("since %(day)s") % {"day": wording.when(fact.since)})
    if fact.until:
        told.append(gettext("until %(day)s") % {"day": wording.when(fact.until)})
    return MemberLine(held.key, actor_told(fact.member), " · ".join(told), held.version, has_left)


def offer_line(held: Evidence[Offer]) -> OfferLine:
    """An offer in words."""
    fact = held.fact
    told = {"who": actor_told(fact.by), "state": state_told(fact.state)}
    detail = [wording.when(fact.offered), wording.held(fact.note)]
    return OfferLine(
        key=held.key,
        words=capital(gettext("%(who)s approaches: %(state)s") % told),
        detail=" · ".join(part for part in detail if part),
        standing=gettext(fact.standing.label),
        is_open=fact.standing is OfferStanding.OFFERED,
        version=held.version,
    )
