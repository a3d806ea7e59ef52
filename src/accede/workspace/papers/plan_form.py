"""The form of a paper's plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.overview.occasions import key_of
from accede.overview.register import Register
from accede.publishing import wording
from accede.reporting.composition.plan import WRITTEN_IN
from accede.reporting.recipes.masthead import sitting
from accede.reporting.values import PaperPlan
from accede.vocabulary.languages import Language
from accede.vocabulary.papers import Fold, PaperKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.workspace.papers.kinds import ASKED

DAYS = ("as_of", "dated", "deposit")
FIXED = ("meeting", "state", "plan", "start", "end", "language")
"""What a paper is of cannot be changed: another is another paper."""


class DayField(forms.DateField):
    """A day of the calendar."""

    def __init__(self, **further: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **further)


class PlanForm(forms.Form):
    """What a kind of paper asks for; `held` is the plan that is changed, None for a new one."""

    meeting = forms.ChoiceField(label=gettext_lazy("Meeting"))
    state = forms.ChoiceField(label=gettext_lazy("State"))
    plan = forms.ChoiceField(label=gettext_lazy("Plan of action"), required=False)
    start = forms.CharField(
        label=gettext_lazy("From"),
        max_length=80,
        help_text=gettext_lazy("A day as 2018-08-21, a meeting as 16MSP, or a status paper as 17msp-status-paper."),
    )
    end = forms.CharField(
        label=gettext_lazy("To"), max_length=80, required=False, help_text=gettext_lazy("Empty: the day of the paper.")
    )
    as_of = DayField(
        label=gettext_lazy("Information as of"), help_text=gettext_lazy("What held, and had been said, by that day.")
    )
    deposit = DayField(
        label=gettext_lazy("Day of deposit"), required=False, help_text=gettext_lazy("Empty: the day of the paper.")
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    fold = forms.ChoiceField(
        label=gettext_lazy("Made from"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "A paper for the public is made from what is released. What is accepted shows the paper that is coming."
        ),
    )
    symbol = forms.CharField(label=gettext_lazy("Symbol"), max_length=80, required=False)
    agenda_item = forms.CharField(label=gettext_lazy("Agenda item"), max_length=120, required=False)
    dated = DayField(
        label=gettext_lazy("Day in the masthead"), required=False, help_text=gettext_lazy("Empty: none is printed.")
    )

    def __init__(
        self,
        kind: PaperKind,
        register: Register,
        data: Mapping[str, Any] | None = None,
        *,
        held: PaperPlan | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(kind, register, held), label_suffix="")
        self.kind, self.register, self.held = kind, register, held
        asked = [name for name in ASKED[kind] if held is None or name not in FIXED]
        if held is not None and kind in (PaperKind.BRIEF, PaperKind.PLAN, PaperKind.HANDOVER, PaperKind.KIT):
            asked.remove("as_of")
        if held is not None and kind is PaperKind.COMPARISON and not held.end:
            asked.remove("as_of")
        self.fields = {name: self.fields[name] for name in asked}
        if kind is PaperKind.BRIEF and "start" in self.fields:
            self.fields["start"].label, self.fields["start"].required = gettext("Changes since"), False
        for name, choices in _choices(register).items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = list(choices)

    def planned(self) -> PaperPlan:
        """The plan of a valid form."""
        given: dict[str, Any] = dict(self.cleaned_data)
        for name in DAYS:
            if name in given:
                given[name] = PartialDate.on_day(given[name]) if given[name] else None
        if "fold" in given:
            given["fold"] = Fold(given["fold"])
        if self.held is not None:
            before = {name: getattr(self.held, name) for name in PaperPlan.__dataclass_fields__}
            return PaperPlan(**{**before, **given})
        return PaperPlan(treaty=self.register.treaty.key, paper=self.kind, **given)


def _initial(kind: PaperKind, register: Register, held: PaperPlan | None) -> dict[str, Any]:
    if held is not None:
        told = {name: getattr(held, name) for name in ASKED[kind]}
        return {name: value.counts_from if isinstance(value, PartialDate) else value for name, value in told.items()}
    held_meetings = _meetings(register)
    is_inner = kind.classification is not Classification.PUBLIC
    return {
        "as_of": datetime.now(UTC).date(),
        "language": Language.ENGLISH,
        "fold": Fold.ACCEPTED if is_inner else Fold.RELEASED,
        "meeting": _next(register) or (held_meetings[0][0] if held_meetings else ""),
    }


def _next(register: Register) -> str:
    """The first meeting that is not over."""
    today = register.view.as_of
    coming = [key for key, ends in _ends(register) if ends >= today]
    return coming[0] if coming else ""


def _ends(register: Register) -> list[tuple[str, date]]:
    counted = [
        (key_of(each), (each.fact.ends or each.fact.starts).counts_from)
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in register.treaty.counted_meetings
        and each.fact.starts is not None
    ]
    return sorted(counted, key=lambda found: found[1])


def _meetings(register: Register) -> list[tuple[str, str]]:
    """The meetings at which a President reports, the latest first."""
    named = {key_of(each): each.fact for each in register.occasions}
    return [
        (key, f"{named[key].name} · {sitting(named[key])} · {wording.when(starts)}")
        for key, _ in reversed(_ends(register))
        if (starts := named[key].starts) is not None
    ]


def _choices(register: Register) -> dict[str, Iterable[tuple[str, str]]]:
    states = {each.key: wording.name(each.key) for each in register.states}
    plans = [(plan.key, plan.name) for plan in register.treaty.plans]
    return {
        "meeting": _meetings(register),
        "state": sorted(states.items(), key=lambda named: wording.name_order(named[0])),
        "plan": [("", gettext("the one in force on the day of the paper")), *plans],
        "language": [(str(language), gettext(language.label)) for language in WRITTEN_IN],
        "fold": [(str(fold), gettext(fold.label)) for fold in Fold],
    }
