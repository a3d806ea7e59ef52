"""Fields for words: as they were typed, with the line breaks of the register; addresses of pages; keys that are suggested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

SHORT, LONG = 2_000, 200_000
"""Characters."""
SCHEMES = ("http", "https")


class WordsField(forms.CharField):
    """A text; lines are parted by a line feed, whatever the browser sent. It is shown in the direction of its own letters."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**about)
        self.widget.attrs.setdefault("dir", "auto")

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return (text or "").replace("\r\n", "\n").replace("\r", "\n")


class AddressField(WordsField):
    """The address of a page on the web: http or https and nothing else, for it becomes a link."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**{"max_length": SHORT} | about)
        self.widget.attrs |= {"inputmode": "url", "autocomplete": "off", "dir": "ltr"}

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not is_page(text):
            raise ValidationError(gettext("Give an address that begins with http:// or https://."))
        return text


def is_page(address: str) -> bool:
    """Whether an address is one of a page on the web."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_plain = not any(sign.isspace() or ord(sign) < 32 or sign in "<>\"'\\" for sign in address)
    return parts.scheme in SCHEMES and bool(parts.hostname) and is_plain


class SuggestingInput(forms.TextInput):
    """A line with suggestions: keys with what they are called."""

    template_name = "workspace/facts/suggesting.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.suggestions: Mapping[str, str] = {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        list_of = f"{(attrs or {}).get('id', name)}_suggested"
        context = super().get_context(name, value, {**(attrs or {}), "list": list_of})
        return {**context, "list_of": list_of, "suggestions": list(self.suggestions.items())}


class KeyField(WordsField):
    """A key of the register with suggestions; `must_be_held` refuses others."""

    widget = SuggestingInput

    def __init__(self, *, must_be_held: bool = False, **about: Any) -> None:
        super().__init__(**{"max_length": SHORT} | about)
        self.must_be_held = must_be_held

    def offer(self, suggestions: Mapping[str, str]) -> None:
        """Suggest these."""
        assert isinstance(self.widget, SuggestingInput)
        self.widget.suggestions = suggestions

    def clean(self, value: Any) -> str:
        key: str = super().clean(value)
        assert isinstance(self.widget, SuggestingInput)
        if key and self.must_be_held and key not in self.widget.suggestions:
            raise ValidationError(gettext("The register holds nothing under this key that you may read."))
        return key
