"""Fields for several values: words a line each, States by name, the ballots of a roll call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from accede.publishing import wording
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.state_names import shipped_names
from accede.workspace.facts.words import LONG, WordsField


def state_of(text: str) -> str:
    """The State of a key or a name. Raises ValidationError with a suggestion."""
    text = text.strip()
    names = shipped_names()
    if text in names.states:
        return text
    try:
        return names.find(text)
    except UnknownName as error:
        raise ValidationError(error.told) from error


class LinesField(WordsField):
    """Words, one a line, as a tuple."""

    widget = forms.Textarea

    def __init__(self, **about: Any) -> None:
        super().__init__(**{"max_length": LONG} | about)
        self.widget.attrs |= {"rows": 3}

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(self.line(each) for each in value) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> tuple[Any, ...]:
        text = super().clean(value)
        return tuple(self.value_of(line.strip()) for line in text.split("\n") if line.strip())

    def line(self, value: Any) -> str:
        """A value as a line."""
        return str(value)

    def value_of(self, line: str) -> Any:
        """The value of a line. Raises ValidationError."""
        return line


class StatesField(LinesField):
    """States by key or name, one a line."""

    def line(self, value: Any) -> str:
        return wording.name(value)

    def value_of(self, line: str) -> str:
        return state_of(line)


class BallotsField(LinesField):
    """Ballots, a State a line: "Armenia: in favour"."""

    def line(self, value: Any) -> str:
        state, ballot = value
        return f"{wording.name(state)}: {gettext(ballot.label)}"

    def value_of(self, line: str) -> tuple[str, Ballot]:
        name, _, cast = line.replace("\t", ":").replace("：", ":").rpartition(":")
        ballot = next((one for one in Ballot if cast.strip().casefold() in set(_spelt(one))), None)
        if ballot is None:
            known = ", ".join(gettext(one.label) for one in Ballot)
            raise ValidationError(
                gettext("“%(line)s” has no ballot: write one of %(known)s after a colon.")
                % {"line": line[:80], "known": known}
            )
        return state_of(name), ballot

    def clean(self, value: Any) -> tuple[Any, ...]:
        found = super().clean(value)
        if len({state for state, _ in found}) < len(found):
            raise ValidationError(gettext("A State stands here twice."))
        return tuple(sorted(found))


def _spelt(ballot: Ballot) -> Iterator[str]:
    yield from (ballot.value, ballot.label.casefold(), gettext(ballot.label).casefold())
