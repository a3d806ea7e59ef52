"""The form of a kind of fact: typed values in, the fact itself out."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from accede.records.reference import model_of
from accede.vocabulary.errors import AccedeError, UnknownName
from accede.workspace.facts.fields import form_field
from accede.workspace.facts.offered import Offered
from accede.workspace.facts.sound import wrong_with
from accede.workspace.facts.words import KeyField

OF_PAPERS = "accede.reporting."
"""Editions and their texts are no evidence."""


class FactForm(forms.Form):
    """A form whose fields are those of `of`. Where it is valid, `fact` is the fact that was typed.

    `fact` given to it is what stands in it at first; `initial` goes before.
    """

    template_name = "workspace/facts/form.html"
    of: ClassVar[type]
    fact: Any

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, offered: Offered, fact: Any = None, **further: Any
    ) -> None:
        names = [name for name in self.base_fields if fact is not None]
        held = {name: getattr(fact, name) for name in names}
        defaults = {"treaty": offered.treaty} if fact is None else {}
        initial = {**_defaults(self.of), **defaults, **held, **(further.pop("initial", None) or {})}
        super().__init__(data, initial=initial, **further)
        if isinstance(treaty := self.fields.get("treaty"), forms.ChoiceField):
            held_treaty = initial.get("treaty") or ""
            keys = dict.fromkeys((*offered.treaties, *([held_treaty] if held_treaty else ())))
            treaty.choices = [*([] if treaty.required else [("", "—")]), *((key, key.upper()) for key in keys)]
        if isinstance(occasion := self.fields.get("occasion"), KeyField):
            occasion.offer(offered.occasions)

    def clean(self) -> dict[str, Any]:
        """Make the fact, and look at it as a whole."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.fact = self.of(**{name: cleaned[name] for name in self.base_fields})
            for name, what in wrong_with(self.fact):
                self.add_error(name, what)
        return cleaned

    def refuse(self, error: AccedeError) -> None:
        """Show why a use case refused what was typed."""
        self.add_error(None, error.told)


def form_for(kind: str) -> type[FactForm]:
    """The form of a kind of record as events name it ("statement"). Raises UnknownName, also for what is written elsewhere."""
    fact = model_of(kind).fact
    if fact.__module__.startswith(OF_PAPERS):
        raise UnknownName(f"the kind {kind!r} has no form", remedy="Papers are written on pages of their own")
    return fact_form(fact)


def fact_form(fact: type) -> type[FactForm]:
    """The form of a fact's dataclass."""
    if fact not in _FORMS:
        hints = typing.get_type_hints(fact)
        made = {field.name: form_field(fact, field, hints[field.name]) for field in dataclasses.fields(fact)}
        _FORMS[fact] = type(f"{fact.__name__}Form", (FactForm,), {**made, "of": fact, "__module__": __name__})
    return _FORMS[fact]


_FORMS: dict[type, type[FactForm]] = {}


def _defaults(fact: type) -> dict[str, Any]:
    """What a fact has where nothing is said."""
    return {
        field.name: field.default
        for field in dataclasses.fields(fact)
        if field.default not in (dataclasses.MISSING, None, "", ())
    }
