"""The form of a contact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from accede.outreach.contacts.compare import NO_STATE
from accede.outreach.contacts.details import FIELDS, LENGTHS, Details, values_of
from accede.publishing.languages import OFFICIAL
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.letters import Post
from accede.workspace.contacts.told import WORDS
from accede.workspace.facts.offered import states
from accede.workspace.facts.words import WordsField

FIELD = "workspace/facts/field.html"


def _day(**about: Any) -> forms.DateField:
    return forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}), **about)


def _words(name: str, **about: Any) -> WordsField:
    return WordsField(label=WORDS[name], required=False, max_length=LENGTHS[name], **about)


class ContactForm(forms.Form):
    """A contact as it is typed; the use case checks it again. Persons and addresses stand here and nowhere in the register."""

    template_name = "workspace/facts/form.html"

    state = forms.ChoiceField(label=WORDS["state"])
    post = forms.TypedChoiceField(label=WORDS["post"], coerce=Post)
    host = forms.ChoiceField(label=WORDS["host"], required=False)
    organization = _words(
        "organization", help_text=gettext_lazy("Empty for a mission to the United Nations: its usual name is written.")
    )
    person = _words("person", help_text=gettext_lazy("Empty for the post itself."))
    function = _words("function")
    language = forms.ChoiceField(label=WORDS["language"], choices=list(OFFICIAL.items()))
    salutation = _words("salutation", help_text=gettext_lazy("Empty: what is usual in the language."))
    email = forms.EmailField(
        label=WORDS["email"],
        required=False,
        max_length=LENGTHS["email"],
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    phone = _words("phone", widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "tel"}))
    address = _words("address", widget=forms.Textarea(attrs={"rows": 3}))
    is_addressee = forms.BooleanField(label=WORDS["is_addressee"], required=False)
    since = _day(label=WORDS["since"])
    until = _day(label=WORDS["until"])
    taken_from = _words("taken_from", help_text=gettext_lazy("As “Blue Book, March 2026”."))
    keep_until = _day(
        label=WORDS["keep_until"],
        help_text=gettext_lazy(
            "Empty for a person: a year after the term, or in two years. Then it is kept longer or erased."
        ),
    )
    note = _words("note", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Mapping[str, Any] | None = None, **further: Any) -> None:
        super().__init__(data, **further)
        named = states()
        self._offer("state", [("", gettext("Choose")), *named, (NO_STATE, gettext("no State's"))])
        self._offer("host", [("", "–"), *named])
        self._offer("post", [(post.value, gettext(post.label)) for post in Post])
        for field in self.fields.values():
            field.template_name = FIELD  # type: ignore[attr-defined]  # not in the stubs

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_state(self) -> str:
        """The key, "" for an organization that is no State's."""
        chosen: str = self.cleaned_data["state"]
        return "" if chosen == NO_STATE else chosen

    @property
    def details(self) -> Details:
        """What was typed, once the form is valid."""
        return Details(**{name: self.cleaned_data[name] for name in FIELDS})

    def refuse(self, error: AccedeError) -> None:
        """Show why a use case refused it."""
        self.add_error(None, error.told)


def initial_of(details: Details) -> dict[str, Any]:
    """What the form shows of a contact that is held."""
    return {**values_of(details), "state": details.state or NO_STATE}
