"""A date as people write it, with what was understood beside it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import get_language, gettext

from accede.publishing import wording
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, read_date

LONGEST = 200


def understood(text: str) -> PartialDate:
    """The date of a text in the language that is written in, in English, or in EDTF. Raises InvalidDate of the first."""
    text = text.strip()[:LONGEST]
    try:
        return read_date(text, get_language() or "en")
    except InvalidDate as error:
        for read in (read_date, PartialDate.parse):
            try:
                return read(text)
            except InvalidDate:
                continue
        raise error


def written(on: PartialDate) -> str:
    """A date as it is put into a field: in words where they are read back to the same, else as EDTF."""
    worded = wording.when(on)
    try:
        return worded if understood(worded) == on else on.edtf
    except InvalidDate:
        return on.edtf


def echoed(text: str) -> str:
    """What a text is understood as ("Read as 21 August 2018"); empty for none, and what is wrong where it is no date."""
    if not text.strip():
        return ""
    try:
        return gettext("Read as %(date)s") % {"date": wording.when(understood(text))}
    except InvalidDate as error:
        return error.sentence


class DateInput(forms.TextInput):
    """A line, and beside it what is understood."""

    template_name = "workspace/facts/date.html"

    def format_value(self, value: Any) -> str | None:
        return written(value) if isinstance(value, PartialDate) else super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        text = context["widget"]["value"] or ""
        return {**context, "echo": echoed(text), "address": reverse("workspace:read-date")}


class DateField(forms.Field):
    """A `PartialDate`; None for an empty line."""

    widget = DateInput

    def to_python(self, value: Any) -> PartialDate | None:
        if value in self.empty_values or isinstance(value, PartialDate):
            return value or None
        try:
            return understood(str(value))
        except InvalidDate as error:
            raise ValidationError(error.told) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((written(initial) if isinstance(initial, PartialDate) else initial or "") != (data or ""))
