"""What can be pasted: a roll call, a list of participants, the reports of a year; what each is asked for, and its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.evidence.values import RollCall
from accede.intake.ground import Ground
from accede.intake.pasted import participants, reports, roll_call
from accede.intake.pasted.values import Pasted
from accede.vocabulary.ballots import Body
from accede.vocabulary.occasions import AttendanceBasis
from accede.vocabulary.reports import ReportDuty
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.offered import Offered
from accede.workspace.facts.words import SHORT, KeyField, WordsField
from accede.workspace.intake.source_form import SheetForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

GREATEST = 999


class AboutForm(SheetForm):
    """What a pasted text is about, which it does not say itself."""

    def __init__(self, data: Any = None, *, offered: Offered, **further: Any) -> None:
        super().__init__(data, **further)
        self.treaty = offered.treaty
        if isinstance(occasion := self.fields.get("occasion"), KeyField):
            occasion.offer(offered.occasions)

    def read(self, text: str, ground: Ground, told: Mapping[str, str]) -> Pasted:
        """The text by the reader of its kind; `told` is what a person said of names that are not held. Raises Unreadable."""
        raise NotImplementedError


def _number(label: StrOrPromise, **about: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=GREATEST, required=False, **about)


class RollCallForm(AboutForm):
    """Which vote it is, and the totals that its source states."""

    body = forms.TypedChoiceField(
        label=gettext_lazy("Body"), coerce=Body, choices=lambda: [(one.value, gettext(one.label)) for one in Body]
    )
    session = forms.IntegerField(label=gettext_lazy("Session"), min_value=1, max_value=GREATEST)
    voted = DateField(label=gettext_lazy("Day of the vote"))
    symbol = WordsField(
        label=gettext_lazy("Resolution"),
        required=False,
        max_length=SHORT,
        help_text=gettext_lazy("Its symbol, such as A/RES/72/53."),
    )
    draft = WordsField(
        label=gettext_lazy("Draft"),
        required=False,
        max_length=SHORT,
        help_text=gettext_lazy("Its symbol, such as A/C.1/72/L.40."),
    )
    stated_in_favour = _number(gettext_lazy("Stated in favour"))
    stated_against = _number(gettext_lazy("Stated against"))
    stated_abstained = _number(gettext_lazy("Stated abstentions"))
    stated_not_present = _number(gettext_lazy("Stated not present"))
    is_complete = forms.BooleanField(label=gettext_lazy("The record lists every Member"), required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two symbols tells which text was voted on."""
        told: dict[str, Any] = super().clean() or {}
        if not told.get("symbol") and not told.get("draft"):
            self.add_error("symbol", gettext("Give the symbol of the resolution or of the draft."))
        return told

    def read(self, text: str, ground: Ground, told: Mapping[str, str]) -> Pasted:
        """The ballots."""
        return roll_call.read(text, RollCall(treaty=self.treaty, **self.cleaned_data), ground, told=told)


class ParticipantsForm(AboutForm):
    """Which meeting it was, and whether the list is whole."""

    occasion = KeyField(label=gettext_lazy("Meeting"), must_be_held=True)
    basis = forms.TypedChoiceField(
        label=gettext_lazy("What the text is"),
        coerce=AttendanceBasis,
        choices=[
            (AttendanceBasis.PARTICIPANTS.value, gettext_lazy("the whole list of participants: others were not there")),
            (AttendanceBasis.REPORT.value, gettext_lazy("some of those who took part")),
        ],
    )

    def read(self, text: str, ground: Ground, told: Mapping[str, str]) -> Pasted:
        """Who took part."""
        about = self.cleaned_data
        return participants.read(text, about["occasion"], ground, basis=about["basis"], told=told)


class ReportsForm(AboutForm):
    """Which year the reports cover, and of what duty they are where a row does not say."""

    covers = DateField(
        label=gettext_lazy("Year covered"),
        required=False,
        help_text=gettext_lazy("Of the rows that tell none of their own."),
    )
    duty = forms.TypedChoiceField(
        label=gettext_lazy("Kind of report"),
        coerce=ReportDuty,
        choices=lambda: [(one.value, gettext(one.label)) for one in ReportDuty],
        help_text=gettext_lazy("Of the rows that tell none of their own."),
    )

    def read(self, text: str, ground: Ground, told: Mapping[str, str]) -> Pasted:
        """The reports."""
        return reports.read(text, ground, **self.cleaned_data, told=told)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of text that can be pasted: what it is called, what to paste, and its form."""

    title: StrOrPromise
    opening: StrOrPromise
    form: Callable[..., AboutForm]


KINDS: Mapping[str, Kind] = {
    "roll-call": Kind(
        gettext_lazy("Paste a roll call"),
        gettext_lazy("Columns of States and votes, a column a ballot, or lists under headings."),
        RollCallForm,
    ),
    "participants": Kind(
        gettext_lazy("Paste a list of participants"),
        gettext_lazy("A State a line, under the parts of the list or not; or columns of States and capacity."),
        ParticipantsForm,
    ),
    "reports": Kind(
        gettext_lazy("Paste the reports of a year"),
        gettext_lazy("Columns of States, days of submission (“no” where there is none) and kind of report."),
        ReportsForm,
    ),
}
"""By the last part of the address."""
