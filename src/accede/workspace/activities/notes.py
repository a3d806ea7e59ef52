"""Notes on a page: what was noted, a form for another, new words for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.utils.translation import gettext, gettext_lazy

from accede.activities.threads import Note
from accede.outreach.done.note import rewrite_note, write_note
from accede.publishing import wording
from accede.records.values import Evidence
from accede.vocabulary.activities import NoteKind
from accede.vocabulary.capital import capital
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.workspace.activities.form import LONGEST_NOTE, dress, note_classification
from accede.workspace.asking import Asking, number_in
from accede.workspace.facts.offered import Offered
from accede.workspace.facts.words import WordsField


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note: what it is, its words, who wrote it when, for whom; `version` is the one that a change is made of."""

    key: str
    kind: str
    text: str
    told: str
    version: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """The new words of a note that were not kept, and why; of none, empty."""

    key: str
    text: str
    why: str


NONE_REFUSED = Refusal("", "", "")


class NoteForm(forms.Form):
    """A new note."""

    template_name = "workspace/facts/form.html"
    kind = forms.TypedChoiceField(label=gettext_lazy("What it is"), coerce=NoteKind)
    text = WordsField(
        label=gettext_lazy("Words"),
        help_text=gettext_lazy("For those who work here; in no paper and on no public page. Functions, never names."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST_NOTE,
    )

    def __init__(self, offered: Offered, first: NoteKind, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"kind": first.value}, label_suffix="", prefix="note")
        kinds = self.fields["kind"]
        assert isinstance(kinds, forms.ChoiceField)
        kinds.choices = [(one.value, gettext(one.label)) for one in NoteKind]
        self.fields["classification"] = note_classification(offered)
        dress(self)

    def kept(self, request: Asking, about: Note) -> int:
        """Write the note, of what `about` is about; 303 where it is kept, else the status of the page that says why not."""
        if not self.is_valid():
            return 400
        told = self.cleaned_data
        note = replace(about, kind=told["kind"], text=told["text"])
        try:
            write_note(request.actor, note, classification=told["classification"])
        except (NotAllowed, Refused) as error:
            self.add_error("text", error.told)
            return 409
        messages.success(request, gettext("The note is kept."))
        return 303


def rewritten(request: Asking, notes: Iterable[Evidence[Note]]) -> Refusal | None:
    """Keep the new words of one of these notes; None where they are kept. Raises UnknownName for a note that is none of them."""
    key, text = request.POST.get("key", ""), request.POST.get("text", "")
    if key not in {each.key for each in notes}:
        raise UnknownName("there is no such note", where=key, remedy="Look at the page again")
    try:
        rewrite_note(request.actor, key, text, expected_version=number_in(request.POST.get("version", "")))
    except (NotAllowed, Refused) as error:
        return Refusal(key, text, error.told)
    messages.success(request, gettext("The note is changed; what it said before stays in its history."))
    return None


def note_line(held: Evidence[Note]) -> NoteLine:
    told = {
        "who": held.recorded_by,
        "day": wording.instant(held.recorded_at),
        "readers": gettext(held.classification.label),
    }
    return NoteLine(
        key=held.key,
        kind=capital(gettext(held.fact.kind.label)),
        text=held.fact.text,
        told=gettext("%(who)s, %(day)s, for: %(readers)s") % told,
        version=held.version,
    )
