"""How a reply is asked for: which State answers, to which letter, on what day, how; filled in with what is found of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext, gettext_lazy

from accede.accounts.actor import Actor
from accede.intake import replies
from accede.outreach.models import Incoming, IncomingKind
from accede.outreach.replies.held import BY_MACHINES
from accede.outreach.replies.match import Match, letters_open, match
from accede.outreach.replies.message import Message, message_of
from accede.outreach.replies.record_reply import LONGEST_CITATION, Way
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.offered import states
from accede.workspace.facts.words import LONG, WordsField
from accede.workspace.intake.source_form import SheetForm, classifications
from accede.workspace.replies.told import letter_told


class AnswerForm(SheetForm):
    """Which State, to which letter, on what day, how; what is left open of its citation is told by these."""

    state = forms.ChoiceField(label=gettext_lazy("State"))
    letter = forms.ChoiceField(label=gettext_lazy("Letter that it answers"), required=False)
    on = DateField(label=gettext_lazy("Answered on"))
    way = forms.TypedChoiceField(label=gettext_lazy("How"), coerce=Way)
    citation = WordsField(
        label=gettext_lazy("Cited as"),
        help_text=gettext_lazy("Left open: as it is told above. It is public: no names of persons, no addresses."),
        required=False,
        max_length=LONGEST_CITATION,
    )
    classification = forms.TypedChoiceField(
        label=gettext_lazy("Who may see what is recorded"),
        help_text=gettext_lazy("The message itself stays with the presidency in any case."),
        coerce=Classification,
    )
    words = WordsField(
        label=gettext_lazy("Words of the State"),
        help_text=gettext_lazy("They are kept as the source. Take out greetings, names of persons and addresses."),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, data: Any = None, *, actor: Actor, letters: list[tuple[str, str]], **further: Any) -> None:
        super().__init__(data, **further)
        self._offer("state", [("", gettext("not known yet")), *states()])
        self._offer("letter", [("", gettext("none of ours")), *letters])
        self._offer("way", [(each.value, gettext(each.label)) for each in Way])
        self._offer("classification", classifications(actor))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def refuse(self, error: AccedeError) -> None:
        """Show why it was refused."""
        self.add_error(None, error.told)


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a row before anybody says anything: its text, what speaks for which State, the State it would be."""

    message: Message
    match: Match
    state: str
    letter: str


def found_of(row: Incoming) -> Found:
    """What its text and its head say; a State only where all that speaks, speaks for one."""
    message = message_of(row, settings.ACCEDE_TREATY)
    found = match(row, named=message.named)
    first = next(iter(found.suggestions), None)
    same = len({each.state for each in found.suggestions}) == 1
    state = row.of_state or (first.state if first and same else "")
    letter = row.letter or (first.letter if first and same and not row.of_state else "")
    return Found(message, found, state, letter)


def form_of(request: Asking, row: Incoming, found: Found, data: Any = None) -> AnswerForm:
    """The form as it would be recorded: by the match, else by what is suggested of one State alone."""
    today = datetime.now(UTC).date()
    day = row.sent_on if row.sent_on and row.sent_on <= today else row.came_at.date()
    way = Way.EMAIL if row.kind == IncomingKind.MESSAGE.value or row.kind in BY_MACHINES else Way.NOTE_VERBALE
    initial = {
        "state": found.state,
        "letter": found.letter,
        "on": PartialDate.on_day(day),
        "way": way.value,
        "classification": Classification.PUBLIC.value,
        "words": "\n\n".join(text for text in found.message.own if not _is_courtesy(text))[:LONG],
    }
    asked = data.get("state", "") if data is not None else ""
    letters = dict(_letters(found, asked))
    return AnswerForm(data, actor=request.actor, letters=list(letters.items()), initial=initial)


def _is_courtesy(text: str) -> bool:
    """Whether a paragraph is a greeting and says nothing of the treaty."""
    return bool(replies.GREETING.match(text)) and not replies.ABOUT.search(text)


def _letters(found: Found, asked: str) -> Iterator[tuple[str, str]]:
    """The letters that it can answer: those to the States that are meant."""
    meant = dict.fromkeys((asked, found.state, *(each.state for each in found.match.suggestions)))
    for state in filter(None, meant):
        for held in letters_open(state):
            yield held.key, letter_told(held)


__all__ = ["AnswerForm", "Found", "form_of", "found_of"]
