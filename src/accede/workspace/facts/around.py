"""What stands around any fact in a form: source, place in it, who may see it; of a correction its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.records.models import Version
from accede.vocabulary.sources import Classification
from accede.workspace.facts.offered import Offered
from accede.workspace.facts.words import LONG, SHORT, KeyField, WordsField

FIELD = "workspace/facts/field.html"


class AroundForm(forms.Form):
    """Source, locator and classification; `around()` gives them as use cases take them."""

    template_name = "workspace/facts/form.html"

    source = KeyField(label=gettext_lazy("Source"), must_be_held=True)
    locator = WordsField(label=gettext_lazy("Place in the source"), required=False, max_length=SHORT)
    classification = forms.TypedChoiceField(label=gettext_lazy("Who may see it"), coerce=Classification)

    def __init__(self, data: Mapping[str, Any] | None = None, *, offered: Offered, **further: Any) -> None:
        super().__init__(data, **further)
        for field in self.fields.values():
            field.template_name = FIELD  # type: ignore[attr-defined]  # not in the stubs
        classification = self.fields["classification"]
        assert isinstance(classification, forms.ChoiceField)
        if isinstance(source := self.fields.get("source"), KeyField):  # not asked for where it stands beside the form
            source.offer(offered.sources)
        classification.choices = [(one.value, gettext(one.label)) for one in offered.classifications]

    def around(self) -> dict[str, Any]:
        """What use cases take beside the fact."""
        return {name: self.cleaned_data[name] for name in ("source", "locator", "classification")}


class CorrectionForm(AroundForm):
    """The same, with the reason of a correction and the version it was made of (`expected_version`)."""

    reason = WordsField(
        label=gettext_lazy("Why it is corrected"),
        help_text=gettext_lazy("Everybody reads it when the correction of what was public is released."),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    expected_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def of_version(cls, row: Version, data: Mapping[str, Any] | None = None, *, offered: Offered) -> CorrectionForm:
        """The form of a correction of this version."""
        held = {
            "source": row.source,
            "locator": row.locator,
            "classification": row.classification,
            "expected_version": row.version,
        }
        return cls(data, offered=offered, initial=held)

    def around(self) -> dict[str, Any]:
        """What `supersede` takes beside key and fact."""
        told = {name: self.cleaned_data[name] for name in ("reason", "expected_version")}
        return {**super().around(), **told}
