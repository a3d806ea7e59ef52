"""What did not come by the mailbox: files that are added, and notes verbales that are typed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.intake.documents.door import refuse_disguised, refuse_unread
from accede.outreach.replies.keep import keep_note_verbale, keep_upload
from accede.outreach.replies.match import letters_open
from accede.vocabulary.errors import Refused, Unreadable
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.workspace.asking import Asking
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.offered import states
from accede.workspace.facts.words import LONG, WordsField
from accede.workspace.intake.source_form import SheetForm
from accede.workspace.screens import render, see_other
from accede.workspace.sources.streaming import was_too_large

ACCEPTED = ".eml,.msg,.pdf,.docx,.txt,.html,.htm"
MOST_FILES = 50


class NoteForm(SheetForm):
    """A note verbale as it is typed in."""

    state = forms.ChoiceField(label=gettext_lazy("State"))
    on = DateField(label=gettext_lazy("Day of the note"))
    title = WordsField(
        label=gettext_lazy("Number"), help_text=gettext_lazy("As the note has it."), required=False, max_length=100
    )
    text = WordsField(
        label=gettext_lazy("What the note says"),
        help_text=gettext_lazy("Letter by letter, without names of persons."),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=LONG,
    )
    answers = forms.BooleanField(
        label=gettext_lazy("It answers our last letter to this State"), required=False, initial=True
    )

    def __init__(self, data: Any = None, **further: Any) -> None:
        super().__init__(data, **further)
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", ""), *states()]

    def clean_on(self) -> PartialDate:
        """A day, and no month: it is the day on which the State answered."""
        on: PartialDate = self.cleaned_data["on"]
        if on.precision is not Precision.DAY:
            raise forms.ValidationError(gettext("Give the day."))
        return on


@dataclass(frozen=True, slots=True)
class AddPage:
    """The page for files; `error` says why one was not taken."""

    title: str
    opening: str
    accepts: str
    error: str


@dataclass(frozen=True, slots=True)
class NotePage:
    """The page for a note verbale."""

    title: str
    opening: str


def add(request: Asking) -> HttpResponse:
    """The page; POST keeps the files."""
    if request.method != "POST":
        return _add_page(request)
    if was_too_large(request):
        return _add_page(
            request, gettext("It has more than 50 MB, and was not taken. Give the part you mean."), status=413
        )
    files = request.FILES.getlist("file")[:MOST_FILES]
    if not files:
        return _add_page(request, gettext("Choose a file."), status=400)
    kept = []
    for file in files:
        name = file.name or "file"
        try:
            content = file.read()
            refuse_unread(content, name=name)
            refuse_disguised(content, name=name)
            kept.append(keep_upload(request.actor, content, name=name))
        except (Unreadable, Refused) as error:
            return _add_page(request, error.told, status=400)
    new = sum(each.is_new for each in kept)
    if new:
        words = ngettext("%(number)s file is kept.", "%(number)s files are kept.", new)
        messages.success(request, words % {"number": new})
    else:
        messages.info(request, gettext("This is held already."))
    here = reverse("workspace:reply", args=[kept[0].number]) if len(kept) == 1 else reverse("workspace:replies")
    return see_other(here)


def note_verbale(request: Asking) -> HttpResponse:
    """The form; POST keeps the note, matched with the State that it was typed in for."""
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm()
    page = NotePage(
        gettext("Type in a note verbale"),
        gettext("It is kept as what came in. What it says is recorded from it on the next page."),
    )
    if request.method != "POST" or not form.is_valid():
        return render(request, "replies/note.html", page, status=400 if form.is_bound else 200, form=form)
    told = form.cleaned_data
    letters = letters_open(told["state"]) if told["answers"] else ()
    done = keep_note_verbale(
        request.actor,
        told["text"],
        state=told["state"],
        letter=letters[0].key if letters else "",
        title=told["title"],
        on=told["on"].earliest,
    )
    return see_other(reverse("workspace:reply", args=[done.number]))


def _add_page(request: Asking, error: str = "", *, status: int = 200) -> HttpResponse:
    page = AddPage(
        gettext("Add replies"),
        gettext("Messages as the mail program saves them, or letters and notes verbales as PDF or Word."),
        ACCEPTED,
        error,
    )
    return render(request, "replies/add.html", page, status=status)
