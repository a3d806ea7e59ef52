"""What stands around a fact of the vocabularies in a form: its source, and of a correction its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from accede.accounts.actor import Actor
from accede.records.current import current
from accede.records.models import SourceVersion, Version
from accede.register.models import TreatyVersion
from accede.workspace.administration.frame import AdministrationForm
from accede.workspace.asking import view_of
from accede.workspace.facts.offered import Offered
from accede.workspace.facts.words import LONG, SHORT, KeyField, WordsField


def offered(actor: Actor) -> Offered:
    """What the forms of vocabularies offer: treaties, and the sources that the person may read."""
    return Offered(
        treaty=settings.ACCEDE_TREATY,
        treaties=tuple(TreatyVersion.objects.order_by("key").values_list("key", flat=True).distinct()),
        sources={each.key: each.fact.title for each in current(SourceVersion, view_of(actor))},
    )


class KeepForm(AdministrationForm):
    """Source and place in it; `around()` gives them as the use case takes them."""

    source = KeyField(label=gettext_lazy("Source"))
    locator = WordsField(label=gettext_lazy("Place in the source"), required=False, max_length=SHORT)

    def __init__(self, data: Mapping[str, Any] | None = None, *, offered: Offered, **further: Any) -> None:
        super().__init__(data, **further)
        source = self.fields["source"]
        assert isinstance(source, KeyField)
        source.offer(offered.sources)

    def around(self) -> dict[str, Any]:
        """What the use case takes beside key and fact."""
        return {"source": self.cleaned_data["source"], "locator": self.cleaned_data["locator"]}


class CorrectForm(KeepForm):
    """The same, with the reason, and the version that it was made of (`expected_version`)."""

    reason = WordsField(label=gettext_lazy("Why it is corrected"), max_length=LONG)
    expected_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def of_version(cls, row: Version, data: Mapping[str, Any] | None = None, *, offered: Offered) -> CorrectForm:
        """The form of a correction of this version."""
        held = {"source": row.source, "locator": row.locator, "expected_version": row.version}
        return cls(data, offered=offered, initial=held)

    def around(self) -> dict[str, Any]:
        """What the use case takes beside key and fact."""
        told = {name: self.cleaned_data[name] for name in ("reason", "expected_version")}
        return {**super().around(), **told}
