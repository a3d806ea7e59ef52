"""Plan a round: what the letters are about, and to whom they go, each State with its reason; change the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.activities.values import Activity
from accede.outreach.contacts.queries import addressees
from accede.outreach.models import Contact
from accede.outreach.rounds.addressing import Addressed, addressed
from accede.outreach.rounds.collisions import open_letters
from accede.outreach.rounds.drafts import change_round
from accede.outreach.rounds.held import IN_WORK, letters_by_round, round_held, rounds
from accede.outreach.rounds.plan import on_record, plan_round
from accede.overview.load import on_day
from accede.overview.register import Register
from accede.publishing import wording
from accede.publishing.told import told
from accede.records.values import Evidence
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import Addressees, Post
from accede.workspace.asking import Asking, number_in, register_of
from accede.workspace.rounds.round_form import RoundForm, day_in
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class StateLine:
    """A State that can be written to: why, to whom, in which language, and whether another letter is open to it."""

    iso3: str
    name: str
    is_chosen: bool
    reasons: tuple[str, ...]
    contact: str
    language: str
    open_letter: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The form of a round and the States; `doubled` are letters on record that the round would double."""

    title: str
    form: RoundForm
    states: tuple[StateLine, ...]
    languages: tuple[tuple[str, str], ...]
    doubled: tuple[str, ...]
    asks_beside: bool
    version: int
    back: str
    refusal: str

    @property
    def chosen(self) -> str:
        """How many are chosen, told."""
        number = sum(each.is_chosen for each in self.states)
        return ngettext("%(number)s State is chosen", "%(number)s States are chosen", number) % {"number": number}


def plan(request: Asking) -> HttpResponse:
    """The form of a new round: shown, asked again with another question, or done."""
    register = register_of(request.actor)
    is_asked = request.method == "POST"
    is_shown_again = "show" in request.POST
    sent = request.POST
    form = form_of(register, request)
    refusal = ""
    if is_asked and not is_shown_again and form.is_valid():
        chosen = {iso3: sent.get(f"language-{iso3}", "en") for iso3 in sent.getlist("state")}
        try:
            key = plan_round(
                request.actor,
                form.planned(),
                chosen,
                beside=tuple(chosen) if sent.get("beside") else (),
                is_told_apart=form.is_told_apart,
            )
        except (Refused, UnknownName) as error:
            refusal = error.told
        else:
            number = len(chosen)
            words = ngettext("%(number)s letter is drafted.", "%(number)s letters are drafted.", number)
            messages.success(request, words % {"number": number})
            return see_other(reverse("workspace:round", args=[key]))
    question = _question(sent.get("addressees", ""))
    picked = frozenset(sent.getlist("state")) if is_asked and not is_shown_again else None
    lines = tuple(_lines(request, register, form, question, picked, sent))
    page = PlanPage(
        title=gettext("Plan a round of letters"),
        form=form,
        states=lines,
        languages=languages(),
        doubled=tuple(_told(each) for each in on_record(request.actor, register.treaty.key, year_of(form))),
        asks_beside=any(line.open_letter for line in lines),
        version=0,
        back=reverse("workspace:rounds"),
        refusal=refusal,
    )
    return render(request, "rounds/plan.html", page, status=409 if refusal else 200)


def replan(request: Asking, key: str) -> HttpResponse:
    """Change the plan of a round; who was slower sees what is held by now, with what was typed."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    held = round_held(key)
    form = RoundForm(register_of(request.actor), request.POST or None, held=held.fact)
    refusal, back = "", reverse("workspace:round", args=[key])
    if request.method == "POST" and form.is_valid():
        expected = number_in(request.POST.get("expected_version", ""))
        try:
            change_round(request.actor, key, form.planned(), expected_version=expected)
        except Refused as error:
            refusal = error.told
        else:
            messages.success(request, gettext("The plan is changed. Letters that are cleared stay as they were read."))
            return see_other(back)
    page = PlanPage(gettext("Plan of the round"), form, (), (), (), False, held.version, back, refusal)
    return render(request, "rounds/plan.html", page, status=409 if refusal else 200)


def languages() -> tuple[tuple[str, str], ...]:
    """The six, by key and name."""
    return tuple((str(each), gettext(each.label)) for each in Language)


def contact_told(contact: Contact | None) -> str:
    """Where a letter goes: the post, and whether by mail; empty where nobody is held."""
    if contact is None:
        return ""
    post = gettext(Post(contact.post).label)
    return post if contact.email else gettext("%(post)s, no address for mail") % {"post": post}


def _lines(
    request: Asking,
    register: Register,
    form: RoundForm,
    question: Addressees,
    picked: frozenset[str] | None,
    sent: QueryDict,
) -> Iterator[StateLine]:
    """The States outside on the day of the annex; those that the question finds are chosen, but for those with an open letter."""
    try:
        found = addressed(on_day(register, day_in(str(form["as_of"].value()))), question)
    except Refused:  # before the treaty, as the form says
        found = addressed(register, question)
    names = [each.iso3 for each in found]
    contacts, before = addressees(names), _languages_before(request)
    opened = open_letters(register.treaty.key, names)
    for each in found:
        contact = next(iter(contacts[each.iso3]), None)
        language = sent.get(f"language-{each.iso3}") or (contact.language if contact else before.get(each.iso3, "en"))
        is_open = each.iso3 in opened
        yield StateLine(
            iso3=each.iso3,
            name=wording.name(each.iso3),
            is_chosen=each.iso3 in picked if picked is not None else each.is_asked_for and not is_open,
            reasons=tuple(reasons(each)),
            contact=contact_told(contact),
            language=language,
            open_letter=gettext(opened[each.iso3].fact.step.label) if is_open else "",
        )


def reasons(found: Addressed) -> Iterator[str]:
    """What the register holds of a State that speaks for a letter: its last word, its last vote."""
    if found.said_on is None:
        yield gettext("no statement is held")
    else:
        yield gettext("last statement: %(day)s") % {"day": wording.when(found.said_on)}
    if found.confirmed_on is not None and found.confirmed_on != found.said_on:
        yield gettext("confirmed: %(day)s") % {"day": wording.when(found.confirmed_on)}
    if found.ballot is not None and found.voted is not None:
        said = {"ballot": gettext(found.ballot.label), "day": wording.when(found.voted)}
        yield gettext("vote of %(day)s: %(ballot)s") % said


def form_of(
    register: Register, request: Asking, *, without: Collection[str] = (), is_partial: bool = False
) -> RoundForm:
    """The form as it was sent; unchecked where it is only to be shown with another question."""
    if request.method == "POST" and "show" not in request.POST:
        form = RoundForm(register, request.POST, without=without, is_partial=is_partial)
    else:
        form = RoundForm(register, initial=_typed(request.POST), without=without, is_partial=is_partial)
    return form


def _typed(sent: QueryDict) -> dict[str, Any]:
    """What was typed before the question was asked again."""
    many = ("invites", "plan_actions")
    return {name: sent.getlist(name) if name in many else sent[name] for name in sent}


def _question(text: str) -> Addressees:
    return Addressees(text) if text in {each.value for each in Addressees} else Addressees.OUTSIDE


def year_of(form: RoundForm) -> int:
    """The year of which letters may be on record."""
    return day_in(str(form["on"].value())).year


def _told(activity: Evidence[Activity]) -> str:
    return f"{wording.when(activity.fact.on)}: {told(activity)}"


def _languages_before(request: Asking) -> dict[str, str]:
    """The language in which each State was written to last."""
    held = letters_by_round(settings.ACCEDE_TREATY)
    found: dict[str, str] = {}
    for each in reversed(rounds(request.actor, settings.ACCEDE_TREATY)):
        found |= {iso3: letter.fact.language for iso3, letter in held.get(each.key, {}).items()}
    return found
