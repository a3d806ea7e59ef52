"""Enter a round of an earlier presidency: what it was about, and a line for each State."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.rounds.afterwards import enter_afterwards, read_sheet
from accede.outreach.rounds.plan import on_record
from accede.publishing import wording
from accede.publishing.told import told
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.asking import Asking, register_of
from accede.workspace.rounds.planning import form_of, year_of
from accede.workspace.rounds.round_form import RoundForm
from accede.workspace.screens import render, see_other

LEFT_OUT = ("due", "number_prefix", "signatory", "signatory_function", "fold", "as_of")
"""What concerns letters that are still to be written."""


@dataclass(frozen=True, slots=True)
class PuzzleLine:
    """A line that is not understood, and why."""

    number: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class EarlierPage:
    """The form, the lines as they were typed, those that are not understood."""

    title: str
    form: RoundForm
    lines: str
    puzzles: tuple[PuzzleLine, ...]
    doubled: tuple[str, ...]
    back: str
    refusal: str


def earlier(request: Asking) -> HttpResponse:
    """The form of a round that was, and what is done with it."""
    register = register_of(request.actor)
    form = form_of(register, request, without=LEFT_OUT, is_partial=True)
    typed = request.POST.get("lines", "")
    sheet = read_sheet(typed)
    refusal = ""
    if request.method == "POST" and form.is_valid() and not sheet.puzzles:
        try:
            key = enter_afterwards(request.actor, form.planned(), sheet.lines, is_told_apart=form.is_told_apart)
        except (Refused, UnknownName) as error:
            refusal = f"{wording.name(error.where)}: {error.told}" if len(error.where) == 3 else error.told
        else:
            number = len(sheet.lines)
            words = ngettext(
                "%(number)s letter is entered. What is told of it waits for review.",
                "%(number)s letters are entered. What is told of them waits for review.",
                number,
            )
            messages.success(request, words % {"number": number})
            return see_other(reverse("workspace:round", args=[key]))
    doubled = on_record(request.actor, register.treaty.key, year_of(form))
    page = EarlierPage(
        title=gettext("Enter an earlier round"),
        form=form,
        lines=typed,
        puzzles=tuple(PuzzleLine(each.number, each.text, each.error.told) for each in sheet.puzzles),
        doubled=tuple(f"{wording.when(each.fact.on)}: {told(each)}" for each in doubled),
        back=reverse("workspace:rounds"),
        refusal=refusal,
    )
    return render(request, "rounds/earlier.html", page, status=409 if refusal else 200)
