"""What is asked of a source that is taken in, and who may see what is recorded from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.values import Source
from accede.vocabulary.sources import Classification, SourceGrade
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.words import SHORT, AddressField, WordsField


def classifications(actor: Actor) -> list[tuple[str, str]]:
    """Those the person may record in, from everybody to the fewest."""
    may = actor.classes(Verb.RECORD)
    return [(one.value, gettext(one.label)) for one in Classification if one in may]


def grades() -> list[tuple[str, str]]:
    """How near a source may be to the fact."""
    return [(one.value, gettext(one.label)) for one in SourceGrade]


class SheetForm(forms.Form):
    """A form that prints its fields as the forms of facts do."""

    template_name = "workspace/facts/form.html"

    def __init__(self, data: Any = None, **further: Any) -> None:
        super().__init__(data, **further)
        for field in self.fields.values():
            field.template_name = "workspace/facts/field.html"  # type: ignore[attr-defined]  # not in the stubs


class ReadersForm(SheetForm):
    """Who may see what is recorded: for a source that is held already."""

    classification = forms.TypedChoiceField(label=gettext_lazy("Who may see what is recorded"), coerce=Classification)

    def __init__(self, data: Any = None, *, actor: Actor, **further: Any) -> None:
        super().__init__(data, **further)
        field = self.fields["classification"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = classifications(actor)


class SourceForm(ReadersForm):
    """Title, address, day and grade of a new source, and who may see what is recorded from it."""

    title = WordsField(label=gettext_lazy("Title of the source"), max_length=SHORT)
    url = AddressField(label=gettext_lazy("Address on the web"), required=False)
    issued = DateField(label=gettext_lazy("Day of the source"), required=False)
    grade = forms.TypedChoiceField(
        label=gettext_lazy("How near the source is to the fact"), coerce=SourceGrade, choices=grades
    )
    field_order = ("title", "url", "issued", "grade", "classification")

    def describe(self, source: Source) -> Source:
        """The source with what the form says of it."""
        told = {name: self.cleaned_data[name] for name in ("title", "url", "issued", "grade")}
        return replace(source, **told)
