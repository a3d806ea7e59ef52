"""The form of something that was done: the fields of its kind, who took part, a note for file, who may see it."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext, gettext_lazy

from accede.activities.values import Activity
from accede.outreach.done.record_done import APART
from accede.overview.ahead import meetings_not_over
from accede.overview.occasions import meetings
from accede.overview.register import Register
from accede.publishing import wording
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.sources import Classification
from accede.workspace.activities.kinds import ALWAYS, DoneKind
from accede.workspace.activities.told import line_of
from accede.workspace.facts.fields import form_field
from accede.workspace.facts.offered import Offered
from accede.workspace.facts.several import LinesField
from accede.workspace.facts.words import KeyField, WordsField

FIELD = "workspace/facts/field.html"
LONGEST_NOTE = 20_000
MOST_FOLLOWED = 60
"""Activities that another may follow up, the newest first."""
WHO = ("President", "President-designate", "ISU", "Special Envoy", "ICRC", "ICBL")
_FIELDS = {field.name: field for field in dataclasses.fields(Activity)}
_HINTS = typing.get_type_hints(Activity)
_HELP = {
    "by": gettext_lazy("President, ISU, an envoy by function, an organization, or the key of a State (CAN)."),
    "on_behalf_of": gettext_lazy("Empty where nobody asked for it."),
    "summary": gettext_lazy(
        "What the public may read: what was talked about, in a sentence of ours. Functions, never names of persons."
    ),
    "towards": gettext_lazy("One a line, by name or key."),
    "title": gettext_lazy("As it was called."),
    "place": gettext_lazy("A city or a venue."),
    "actor_name": gettext_lazy("Of an armed group its name; of a State nothing, or which of its forces."),
    "alleged_by": gettext_lazy("Who reported it: an organization, a State, a newspaper."),
}
_LABEL = {
    ("bilateral", "towards"): gettext_lazy("Which States were met"),
    ("call", "towards"): gettext_lazy("Which States were called"),
    ("appeal", "towards"): gettext_lazy("To which States"),
    ("visit", "towards"): gettext_lazy("Which States were visited"),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The fields as a template prints them; `opens` says whether those behind the line must be seen."""

    errors: tuple[str, ...]
    first: tuple[BoundField, ...]
    further: tuple[BoundField, ...]
    opens: bool


class DoneForm(forms.Form):
    """What was done. Where it is valid, `fact` is the activity."""

    fact: Activity

    def __init__(
        self,
        kind: DoneKind,
        register: Register,
        offered: Offered,
        data: Mapping[str, Any] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        begins = {"by": kind.by, "presidency": _presiding(register), "classification": Classification.PUBLIC.value}
        begins["note_classification"] = Classification.PRESIDENCY.value
        super().__init__(data, initial={**begins, **(initial or {})}, label_suffix="")
        self.kind, self.register = kind, register
        self.behind: list[str] = []
        for name in (*kind.fields, *kind.further, *ALWAYS):
            if name not in self.fields:
                self.fields[name] = self._field(name, register, offered)
        self.behind = [*kind.further, *ALWAYS, "source", "locator"]
        self._add_others(offered)
        dress(self)

    def lines(self) -> Lines:
        """The fields, printed."""
        further = tuple(self[name] for name in self.behind if name in self.fields)
        first = tuple(self[name] for name in self.fields if name not in self.behind)
        errors = tuple(str(one) for one in self.non_field_errors())
        opens = any(field.errors for field in further) or bool(self.initial.get("follows"))
        return Lines(errors, first, further, opens)

    def clean(self) -> dict[str, Any]:
        """Make the activity."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            given = {name: cleaned[name] for name in (*self.kind.fields, *self.kind.further, *ALWAYS)}
            given["plan_actions"] = tuple(given["plan_actions"])
            self.fact = Activity(treaty=self.register.treaty.key, kind=self.kind.kind, **given)
        return cleaned

    def refuse(self, error: AccedeError) -> None:
        """Show why a use case refused what was typed."""
        self.add_error(None, error.told)

    def around(self) -> dict[str, Any]:
        """What the use case takes beside the activity."""
        told = {name: self.cleaned_data[name] for name in ("source", "locator", "classification", "note")}
        told["participants"] = self.cleaned_data.get("participants", ())
        told["together"] = self.cleaned_data.get("together", False)
        told["note_classification"] = self.cleaned_data["note_classification"]
        return told

    def _field(self, name: str, register: Register, offered: Offered) -> forms.Field:
        field = form_field(Activity, _FIELDS[name], _HINTS[name])
        if name == "plan_actions":
            field = _plan_actions(register)
        elif name == "follows":
            field = _follows(register)
        elif name == "by":
            field = KeyField(label=field.label)
            field.offer(dict.fromkeys(WHO, ""))
        elif isinstance(field, KeyField):
            field.offer(offered.occasions)
        field.required = field.required or name in self.kind.needed
        field.help_text = _HELP.get(name, field.help_text)
        field.label = _LABEL.get((self.kind.key, name), field.label)
        return field

    def _add_others(self, offered: Offered) -> None:
        """Fields that are none of the activity's."""
        kind = self.kind.kind
        if kind in APART:
            self.fields["together"] = forms.BooleanField(
                label=gettext_lazy("They were met together, in one meeting"), required=False
            )
        if self.kind.participants:
            private = gettext_lazy("One a line: States, organizations, functions; never names. Kept as a note.")
            shown = gettext_lazy("One a line: States, organizations, functions; never names. It may become public.")
            help_text = private if kind.is_confidential else shown
            self.fields["participants"] = LinesField(
                label=gettext_lazy("Who took part"), help_text=help_text, required=False
            )
        self.fields["note"] = WordsField(
            label=gettext_lazy("Note for file"),
            help_text=gettext_lazy(
                "For those who work here; in no paper and on no public page. Functions, never names."
            ),
            widget=forms.Textarea(attrs={"rows": 5}),
            max_length=LONGEST_NOTE,
            required=False,
        )
        self.fields["note_classification"] = note_classification(offered)
        self.fields["classification"] = forms.TypedChoiceField(
            label=gettext_lazy("Who may see that it was done"),
            coerce=Classification,
            choices=[(one.value, gettext(one.label)) for one in offered.classifications],
        )
        self.fields["source"] = source = KeyField(
            label=gettext_lazy("Source"),
            must_be_held=True,
            required=False,
            help_text=gettext_lazy("Empty where there is no document: the presidency’s own record is the source then."),
        )
        source.offer(offered.sources)
        self.fields["locator"] = WordsField(label=gettext_lazy("Place in the source"), max_length=2_000, required=False)


def dress(form: forms.Form) -> None:
    """Print each field as the others of the workspace are."""
    for field in form.fields.values():
        field.template_name = FIELD  # type: ignore[attr-defined]  # not in the stubs


def note_classification(offered: Offered) -> forms.TypedChoiceField:
    """Who may read a note: never everybody."""
    order = (Classification.PRESIDENCY, Classification.ISU)
    may = [one for one in order if one in offered.classifications]
    return forms.TypedChoiceField(
        label=gettext_lazy("Who may read it"),
        coerce=Classification,
        choices=[(one.value, gettext(one.label)) for one in may],
        initial=Classification.PRESIDENCY.value,
    )


def _plan_actions(register: Register) -> forms.Field:
    """The actions of all plans that are held, the newest plan first."""
    choices = [
        (action.key, f"{plan.name}, Action #{action.number}")
        for plan in reversed(register.treaty.plans)
        for action in plan.actions
    ]
    return forms.MultipleChoiceField(
        label=gettext_lazy("Actions of a plan"),
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Of a plan that is not listed the register does not hold the actions."),
    )


def _follows(register: Register) -> forms.Field:
    held = sorted(register.activities, key=lambda each: (each.fact.on.counts_from, each.key), reverse=True)
    choices = [(each.key, line_of(each)) for each in held[:MOST_FOLLOWED]]
    return forms.ChoiceField(
        label=gettext_lazy("Follows up"), choices=[("", "—"), *choices], required=False, initial=""
    )


def _presiding(register: Register) -> str:
    """The State that presides over the next meeting, else over the last, as far as the register knows."""
    return next(_presidencies(register), "")


def _presidencies(register: Register) -> Iterator[str]:
    last = meetings(register).held[-1:]
    for each in (*meetings_not_over(register), *last):
        if each.fact.presidency:
            yield each.fact.presidency


def initial_of(kind: DoneKind, asked: Mapping[str, str]) -> dict[str, Any]:
    """What an address fills in: `?state=`, `?on=`, `?follows=`, `?occasion=`."""
    told: dict[str, Any] = {name: asked[name] for name in ("on", "follows", "occasion") if asked.get(name)}
    if asked.get("state"):
        name = "towards" if "towards" in kind.fields else "about_state"
        told[name] = wording.name(asked["state"]) if name == "towards" else asked["state"]
    return told
