"""The form of a round: what the letters are about, until when, who signs; and how it is told where letters are on record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.activities.letters import Round
from accede.outreach.rounds.drafts import FIXED
from accede.overview.occasions import key_of
from accede.overview.register import Register
from accede.publishing import wording
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.letters import Addressees, LetterForm
from accede.vocabulary.papers import Fold
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.facts.dates import understood
from accede.workspace.papers.plan_form import DayField

ASKED_OF = [each for each in Addressees if each is not Addressees.UNANSWERED]
"""Questions by which a round begins; those that have not answered are reminded from their round."""
TAKE_OVER, APART = "take over", "apart"
USUALLY_WITHIN = timedelta(days=60)


class PartialField(forms.CharField):
    """A day, or a month or a year where no more is known."""

    def clean(self, value: Any) -> PartialDate:
        """Raises ValidationError for what is no date."""
        text = super().clean(value)
        try:
            return understood(text)
        except InvalidDate as error:
            told = gettext("This is not a date. Write it as 26 March 2018, March 2018 or 2018.")
            raise forms.ValidationError(told) from error


class RoundForm(forms.Form):
    """A round. `held` is the one that is changed, None for a new one."""

    title = forms.CharField(label=gettext_lazy("What the letters are about"), max_length=200)
    addressees = forms.ChoiceField(label=gettext_lazy("To whom"))
    form = forms.ChoiceField(label=gettext_lazy("Form"), widget=forms.RadioSelect)
    presidency = forms.ChoiceField(label=gettext_lazy("State that presides"))
    on = DayField(label=gettext_lazy("Day that the letters bear"))
    as_of = DayField(label=gettext_lazy("Information in the annex as of"))
    due = DayField(
        label=gettext_lazy("Answer asked for by"),
        required=False,
        help_text=gettext_lazy("Empty: an answer is overdue sixty days after the letter went."),
    )
    invites = forms.MultipleChoiceField(
        label=gettext_lazy("Invites to"), required=False, widget=forms.CheckboxSelectMultiple
    )
    plan_actions = forms.MultipleChoiceField(
        label=gettext_lazy("Actions of the plan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    number_prefix = forms.CharField(
        label=gettext_lazy("Numbers begin with"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("As “PRES/2026/”; each letter adds its own. Empty: letters bear no number."),
    )
    signatory = forms.CharField(
        label=gettext_lazy("Name under the signature"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("It stays in the record for good: give it for the President alone, or leave it out."),
    )
    signatory_function = forms.CharField(label=gettext_lazy("Function of who signs"), max_length=200, required=False)
    fold = forms.ChoiceField(
        label=gettext_lazy("Annex made from"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "What is accepted but not released yet has been read by two persons, and by nobody outside."
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("For those who work on it. No names of persons, no addresses: it stays in the record."),
    )
    told = forms.ChoiceField(
        label=gettext_lazy("Letters of that year are on record"), required=False, widget=forms.RadioSelect
    )
    takes_over = forms.CharField(label=gettext_lazy("Why"), max_length=300, required=False)

    def __init__(
        self,
        register: Register,
        data: Mapping[str, Any] | None = None,
        *,
        held: Round | None = None,
        initial: Mapping[str, Any] | None = None,
        without: Collection[str] = (),
        is_partial: bool = False,
    ) -> None:
        super().__init__(data, initial={**_initial(register, held), **(initial or {})}, label_suffix="")
        self.register, self.held = register, held
        if held is not None:
            for name in ("on", "told", "takes_over"):
                del self.fields[name]
        for name in without:
            del self.fields[name]
        if is_partial:
            help_text = gettext("As 26 March 2018, March 2018 or 2018.")
            self.fields["on"] = PartialField(label=self.fields["on"].label, help_text=help_text)
            self.initial.pop("on", None)
            self.fields["invites"] = forms.MultipleChoiceField(
                label=self.fields["invites"].label, required=False, widget=forms.SelectMultiple(attrs={"size": 6})
            )
            self.initial["invites"] = (initial or {}).get("invites", [])
        begun = held.on.counts_from if held else day_in(str((data or initial or {}).get("on", "")))
        for name, choices in _choices(register, held, begun, is_past=is_partial).items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = list(choices)

    def clean(self) -> dict[str, Any]:
        """Days that cannot be are told beside their fields."""
        given = super().clean() or {}
        adopted = self.register.treaty.dates.adopted
        on, as_of, due = given.get("on") or (self.held and self.held.on), given.get("as_of"), given.get("due")
        written = on.counts_from if isinstance(on, PartialDate) else on
        if as_of and adopted and adopted.earliest and as_of < adopted.earliest:
            self.add_error("as_of", gettext("The treaty was not there yet on this day."))
        if due and written and due <= written:
            self.add_error("due", gettext("This is not after the day that the letters bear."))
        if given.get("told") == TAKE_OVER and not given.get("takes_over", "").strip():
            self.add_error("takes_over", gettext("Say why the round takes the place of what is on record."))
        return given

    def planned(self) -> Round:
        """The round of a valid form."""
        given: dict[str, Any] = dict(self.cleaned_data)
        for name in ("on", "as_of", "due"):
            if name in given:
                day = given[name]
                given[name] = PartialDate.on_day(day) if isinstance(day, date) else day
        for name in ("invites", "plan_actions"):
            given[name] = tuple(given[name])
        given["fold"], given["form"] = Fold(given.get("fold", Fold.RELEASED)), LetterForm(given["form"])
        given.setdefault("as_of", given.get("on"))
        given["addressees"] = Addressees(given["addressees"])
        told = given.pop("told", "")
        given["takes_over"] = given.get("takes_over", "").strip() if told == TAKE_OVER else ""
        if self.held is not None:
            kept = {name: getattr(self.held, name) for name in FIXED}
            return Round(**{**given, **kept})
        return Round(treaty=self.register.treaty.key, activity="", **given)

    @property
    def is_told_apart(self) -> bool:
        """Whether somebody said that these are other letters than those on record."""
        return bool(self.cleaned_data.get("told") == APART)


def _initial(register: Register, held: Round | None) -> dict[str, Any]:
    if held is not None:
        told = {name: getattr(held, name) for name in Round.__dataclass_fields__}
        return {
            name: value.counts_from
            if isinstance(value, PartialDate)
            else list(value)
            if isinstance(value, tuple)
            else value
            for name, value in told.items()
        }
    today = datetime.now(UTC).date()
    return {
        "addressees": Addressees.OUTSIDE,
        "form": LetterForm.LETTER,
        "on": today,
        "as_of": today,
        "due": today + USUALLY_WITHIN,
        "fold": Fold.RELEASED,
        "presidency": _presidency(register),
        "invites": [key for key, _, ends in _meetings(register) if ends >= today],
    }


def _presidency(register: Register) -> str:
    """Who presided over the last letters on record where they are of this year; else it is asked."""
    held = [each.fact for each in register.activities if each.fact.kind is ActivityKind.LETTER_ROUND]
    newest = max(held, key=lambda fact: fact.on.counts_from, default=None)
    return newest.presidency if newest and newest.on.counts_from.year == datetime.now(UTC).year else ""


def _meetings(register: Register) -> list[tuple[str, str, date]]:
    """The meetings of the treaty, by their days: key, name, last day."""
    found = [
        (
            key_of(each),
            f"{each.fact.name}, {wording.when(each.fact.starts)}",
            (each.fact.ends or each.fact.starts).counts_from,
        )
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in register.treaty.meeting_kinds
        and each.fact.starts is not None
    ]
    return sorted(found, key=lambda each: each[2])


def day_in(text: str) -> date:
    """The day from which a typed date counts; today where it is none."""
    try:
        return understood(text).counts_from
    except InvalidDate:
        return datetime.now(UTC).date()


def _choices(
    register: Register, held: Round | None, begun: date, *, is_past: bool
) -> dict[str, Iterable[tuple[str, str]]]:
    states = {each.key: wording.name(each.key) for each in register.states}
    since = begun - timedelta(days=1)
    chosen = held.invites if held else ()
    meetings = [(key, words) for key, words, ends in _meetings(register) if is_past or ends >= since or key in chosen]
    if is_past:
        meetings.reverse()
    actions = [
        (action.key, f"{plan.name}: {action.number}") for plan in register.treaty.plans for action in plan.actions
    ]
    return {
        "addressees": [(each.value, gettext(each.label)) for each in ASKED_OF],
        "form": [(each.value, gettext(each.label)) for each in LetterForm],
        "presidency": [("", "—"), *sorted(states.items(), key=lambda named: wording.name_order(named[0]))],
        "invites": meetings,
        "plan_actions": actions,
        "fold": [(each.value, gettext(each.label)) for each in Fold],
        "told": [
            (TAKE_OVER, gettext("these are the same letters: the round takes their place")),
            (APART, gettext("these are other letters")),
        ],
    }
