"""The page of something that was done: what is recorded, the brief for it, notes for file, promises, what followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy

from accede.activities.threads import Note, Promise
from accede.activities.values import Activity
from accede.outreach.done.promise import record_promise
from accede.outreach.done.threads import notes_of, promises
from accede.overview.register import Register
from accede.publishing import wording
from accede.publishing.told import state_told
from accede.records.reviewing import Stage
from accede.records.values import Evidence
from accede.vocabulary.activities import ActivityKind, NoteKind, PromiseStanding
from accede.vocabulary.capital import capital
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.activities.form import WHO, dress
from accede.workspace.activities.held import KIND, activity_held, stages_of
from accede.workspace.activities.listing import DoneLine, Way, lines
from accede.workspace.activities.notes import NONE_REFUSED, NoteForm, NoteLine, Refusal, note_line, rewritten
from accede.workspace.activities.promises import PromiseLine, promise_line
from accede.workspace.activities.told import line_of
from accede.workspace.asking import Asking
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.offered import offered, states
from accede.workspace.facts.words import KeyField, WordsField
from accede.workspace.records.told import Field, fields_of
from accede.workspace.screens import render, see_other

BRIEFED = (
    ActivityKind.BILATERAL,
    ActivityKind.VISIT,
    ActivityKind.CALL,
    ActivityKind.DEMARCHE,
    ActivityKind.BRIEFING,
    ActivityKind.MEETING,
    ActivityKind.WORKSHOP,
)
"""Kinds for which a brief is made of each State."""
LEFT_OUT = frozenset({"treaty", "kind", "on"})
"""Fields that the title says."""


@dataclass(frozen=True, slots=True)
class Briefed:
    """A State that is met: its page, and its brief in each format."""

    name: str
    address: str
    word: str
    pdf: str


@dataclass(frozen=True, slots=True)
class DonePage:
    """Everything the template prints; `refused` are the new words of a note that were refused."""

    title: str
    opening: str
    key: str
    fields: tuple[Field, ...]
    ways: tuple[Way, ...]
    briefed: tuple[Briefed, ...]
    notes: tuple[NoteLine, ...]
    note_form: NoteForm
    promises: tuple[PromiseLine, ...]
    promise_form: PromiseForm
    before: tuple[DoneLine, ...]
    after: tuple[DoneLine, ...]
    refused: Refusal


class PromiseForm(forms.Form):
    """A new promise."""

    template_name = "workspace/facts/form.html"
    by = KeyField(
        label=gettext_lazy("Who promised"), help_text=gettext_lazy("The key of a State (KGZ), President, ISU.")
    )
    what = WordsField(label=gettext_lazy("What"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2_000)
    state = forms.ChoiceField(label=gettext_lazy("Which State it concerns"), required=False)
    due = DateField(label=gettext_lazy("By when"), required=False)

    def __init__(self, met: tuple[str, ...], data: Mapping[str, Any] | None = None) -> None:
        first = met[0] if len(met) == 1 else ""
        super().__init__(data, initial={"state": first, "by": first}, label_suffix="", prefix="promise")
        by, state = self.fields["by"], self.fields["state"]
        assert isinstance(by, KeyField)
        assert isinstance(state, forms.ChoiceField)
        by.offer({**{iso3: state_told(iso3) for iso3 in met}, **dict.fromkeys(WHO, "")})
        state.choices = [("", "—"), *states()]
        dress(self)


def activity(request: Asking, key: str) -> HttpResponse:
    """The page; POST with `do=note`, `do=rewrite` or `do=promise` writes something down. Raises UnknownName."""
    register, held = activity_held(request, key)
    if request.method != "POST":
        return _shown(request, register, held)
    match request.POST.get("do", ""):
        case "note":
            return _note(request, register, held)
        case "rewrite":
            return _rewrite(request, register, held)
        case "promise":
            return _promise(request, register, held)
    return see_other(_address(held))


def _note(request: Asking, register: Register, held: Evidence[Activity]) -> HttpResponse:
    form = NoteForm(offered(request.actor), _first(held), request.POST)
    status = form.kept(request, Note(treaty=held.fact.treaty, kind=NoteKind.FILE, text="", activity=held.key))
    if status != 303:
        return _shown(request, register, held, note=form, status=status)
    return see_other(f"{_address(held)}#notes")


def _rewrite(request: Asking, register: Register, held: Evidence[Activity]) -> HttpResponse:
    refused = rewritten(request, notes_of(request.actor, held.key))
    if refused is not None:
        return _shown(request, register, held, refused=refused, status=409)
    return see_other(f"{_address(held)}#notes")


def _promise(request: Asking, register: Register, held: Evidence[Activity]) -> HttpResponse:
    form = PromiseForm(_met(held), request.POST)
    if not form.is_valid():
        return _shown(request, register, held, promise=form, status=400)
    told = form.cleaned_data
    try:
        promised = Promise(
            treaty=held.fact.treaty,
            by=told["by"],
            state=told["state"],
            what=told["what"],
            promised=_day_of(held),
            standing=PromiseStanding.OPEN,
            due=told["due"],
            made_in=held.key,
        )
        record_promise(request.actor, promised)
    except (NotAllowed, Refused, UnknownName) as error:
        form.add_error(None, error.told)
        return _shown(request, register, held, promise=form, status=409)
    messages.success(request, gettext("The promise is kept in mind until it is settled."))
    return see_other(f"{_address(held)}#promises")


def _shown(
    request: Asking,
    register: Register,
    held: Evidence[Activity],
    *,
    note: NoteForm | None = None,
    promise: PromiseForm | None = None,
    refused: Refusal = NONE_REFUSED,
    status: int = 200,
) -> HttpResponse:
    fact, actor = held.fact, request.actor
    stage = stages_of([held])[held.key]
    followed = [each for each in register.activities if each.key == fact.follows]
    following = [each for each in register.activities if each.fact.follows == held.key]
    page = DonePage(
        title=capital(line_of(held)),
        opening=_opening(held, stage),
        key=held.key,
        fields=tuple(_fields(register, fact)),
        ways=tuple(_ways(held)),
        briefed=tuple(_briefed(held)) if fact.kind in BRIEFED else (),
        notes=tuple(note_line(each) for each in notes_of(actor, held.key)),
        note_form=note or NoteForm(offered(actor), _first(held)),
        promises=tuple(promise_line(each) for each in promises(actor, fact.treaty, made_in=held.key)),
        promise_form=promise or PromiseForm(_met(held)),
        before=tuple(lines(followed)),
        after=tuple(lines(following)),
        refused=refused,
    )
    return render(request, "activities/one.html", page, status=status)


def _fields(register: Register, fact: Activity) -> Iterator[Field]:
    """What is recorded, with the actions of plans by their names."""
    names = {
        action.key: f"{plan.name}, Action #{action.number}" for plan in register.treaty.plans for action in plan.actions
    }
    for field in fields_of(fact):
        if field.name == "plan_actions":
            yield replace(field, value="\n".join(names.get(key, key) for key in fact.plan_actions))
        elif field.name not in LEFT_OUT and (field.name != "towards_all_outside" or fact.towards_all_outside):
            yield field


def _opening(held: Evidence[Activity], stage: Stage) -> str:
    told = {"who": held.recorded_by, "day": wording.day(held.recorded_at.date()), "stage": gettext(stage.label)}
    return gettext("Recorded by %(who)s on %(day)s: %(stage)s.") % told


def _ways(held: Evidence[Activity]) -> Iterator[Way]:
    fact = held.fact
    if fact.kind is ActivityKind.PRESS_RELEASE:
        yield Way(gettext("Draft of the release"), "", reverse("workspace:press-draft", args=[held.key]))
    if fact.kind is ActivityKind.WORKING_GROUP:
        yield Way(gettext("Members and offers"), "", reverse("workspace:working-group"))
    yield Way(gettext("Correct"), "", reverse("workspace:correct", args=[KIND, held.key]))
    yield Way(gettext("Record and history"), "", reverse("workspace:record", args=[KIND, held.key]))
    told = {"follows": held.key} | ({"state": fact.towards[0]} if len(fact.towards) == 1 else {})
    kind = "call" if fact.kind is ActivityKind.PRESS_RELEASE else "bilateral"
    yield Way(gettext("Record a follow-up"), "", f"{reverse('workspace:activity-new', args=[kind])}?{urlencode(told)}")


def _briefed(held: Evidence[Activity]) -> Iterator[Briefed]:
    """The States that are met, each with a brief as of the day of the meeting, or of today where that is still to come."""
    day = held.fact.on.earliest
    query = f"?{urlencode({'on': day.isoformat()})}" if day else ""
    for iso3 in held.fact.towards:
        word, pdf = (reverse("workspace:activity-brief", args=[suffix, iso3]) + query for suffix in ("docx", "pdf"))
        yield Briefed(state_told(iso3), reverse("workspace:state-thread", args=[iso3]), word, pdf)


def _first(held: Evidence[Activity]) -> NoteKind:
    """What is noted of it most often."""
    return NoteKind.DECISION if held.fact.kind is ActivityKind.WORKING_GROUP else NoteKind.FILE


def _met(held: Evidence[Activity]) -> tuple[str, ...]:
    return held.fact.towards or ((held.fact.about_state,) if held.fact.about_state else ())


def _day_of(held: Evidence[Activity]) -> PartialDate:
    return held.fact.on


def _address(held: Evidence[Activity]) -> str:
    return reverse("workspace:activity", args=[held.key])
