"""What one State sent: its answers, its files, and the proposals that are made of it, to be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, override

from accede.accounts.actor import Actor
from accede.intake.accept import Changed
from accede.outreach.confirm import files as attached
from accede.outreach.confirm.answers import Answers
from accede.outreach.confirm.erase import erase, holds_persons
from accede.outreach.confirm.fields import FieldKind, parts_of
from accede.outreach.confirm.files import files_of
from accede.outreach.confirm.form import Form
from accede.outreach.confirm.read import TICKED, values_of
from accede.outreach.confirm.send import BY_FORM
from accede.outreach.confirm.take_over import Came, came, promises_in, set_aside, submission_held, take_over
from accede.outreach.confirm.word_read import Unread, read_word
from accede.outreach.models import Submission
from accede.publishing import sentences, wording
from accede.publishing.languages import direction
from accede.records import kept
from accede.vocabulary.errors import AccedeError, Refused, UnknownName, Unreadable
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking
from accede.workspace.intake.groups import Group, bundles_of, chosen, groups_of, ticked_after
from accede.workspace.intake.read import changed, selected
from accede.workspace.intake.source_form import ReadersForm
from accede.workspace.screens import render, see_other
from accede.workspace.sources.download import POLICY


class TakeOverForm(ReadersForm):
    """Who may see what is recorded, and whether what the State means to do is noted as promises."""

    promises = forms.BooleanField(label=gettext_lazy("Note what it means to do as promises"), required=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked and what was answered, paragraph by paragraph."""

    asked: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What is on record about one thing, and what the State answered."""

    heading: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file that came along."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class OnePage:
    """Everything that the template prints; `unread` are the parts of a Word form that are no answers."""

    title: str
    opening: str
    language: str
    direction: str
    abouts: tuple[About, ...]
    files: tuple[FileShown, ...]
    unread: tuple[Unread, ...]
    groups: tuple[Group, ...]
    offered: str
    form: TakeOverForm
    promises: tuple[str, ...]
    letter: str
    is_open: bool
    can_be_erased: bool
    may_record: bool
    done: str
    source: str
    error: AccedeError | None


def one(request: Asking, number: int) -> HttpResponse:
    """The page; POST records what is ticked, notes that nothing is to be recorded, or erases persons. Raises UnknownName."""
    submission = submission_held(request.actor, number)
    found = came(request.actor, submission)
    if request.method != "POST":
        return _page(request, found, ticked_after(bundles_of(found.intake), ()), _form(request.actor))
    if "aside" in request.POST:
        set_aside(request.actor, number)
        messages.success(request, gettext("Noted as dealt with; nothing was recorded."))
        return see_other(reverse("workspace:confirm-incoming"))
    if "erase" in request.POST:
        erase(request.actor, number)
        messages.success(request, gettext("Erased: who filled it in, what was said to the presidency, and the files."))
        return see_other(reverse("workspace:confirm-one", args=[number]))
    return _recorded(request, found)


def file(request: Asking, number: int, pk: int) -> HttpResponse:
    """A file that came along, by its place, to be saved: never shown by the browser, whatever it is. Raises UnknownName."""
    held = files_of(submission_held(request.actor, number))
    missing = UnknownName("no such file came with it", where=str(pk), remedy="Look at the list of files")
    if not 1 <= pk <= len(held):
        raise missing
    try:
        content = kept.read(attached.FOLDER, held[pk - 1].sha256)
    except FileNotFoundError as error:
        raise missing from error
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{attached.named(held[pk - 1].name)}"'
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _recorded(request: Asking, found: Came) -> HttpResponse:
    bundles = bundles_of(found.intake)
    values = frozenset(request.POST.getlist("take"))
    form = _form(request.actor, request.POST)
    if select := request.POST.get("select"):
        return _page(request, found, selected(bundles, values, select), form)
    error: AccedeError
    try:
        if not form.is_valid():
            raise Refused(gettext("the form is not complete"), remedy=gettext("Look at what is marked in it"))
        marks, gone = chosen(bundles, values)
        if gone:
            raise changed(gone)
        take_over(
            request.actor,
            found.submission.pk,
            chosen=marks,
            classification=form.cleaned_data["classification"],
            promises=form.cleaned_data["promises"],
        )
    except (Refused, Unreadable) as refusal:
        error = refusal
    else:
        messages.success(request, gettext("What was ticked is recorded and waits for review."))
        return see_other(reverse("workspace:confirm-one", args=[found.submission.pk]))
    now = came(request.actor, submission_held(request.actor, found.submission.pk))
    again = ticked_after(bundles_of(now.intake), values, request.POST.get("offered", ""))
    return _page(request, now, again, form, error, status=409 if isinstance(error, Changed) else 400)


def _form(actor: Actor, data: Any = None) -> TakeOverForm:
    return TakeOverForm(data, actor=actor, initial={"classification": Classification.PUBLIC.value})


def _page(
    request: Asking,
    found: Came,
    ticked: Iterable[str],
    form: TakeOverForm,
    error: AccedeError | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    submission, bundles = found.submission, bundles_of(found.intake)
    promises = promises_in(found)
    if not promises:
        del form.fields["promises"]
    page = OnePage(
        title=sentences.name(submission.state),
        opening=_opening(submission),
        language=found.answers.language,
        direction=direction(found.answers.language),
        abouts=tuple(_abouts(found.form, found.answers)),
        files=tuple(
            FileShown(each.name, reverse("workspace:confirm-file", args=[submission.pk, place]))
            for place, each in enumerate(files_of(submission), 1)
        ),
        unread=_unread(submission),
        groups=groups_of(found.intake, bundles, ticked),
        offered=" ".join(each.value for each in bundles),
        form=form,
        promises=tuple(each.what for each in promises),
        letter=submission.letter,
        is_open=submission.dealt_with_at is None,
        can_be_erased=submission.dealt_with_at is not None and holds_persons(submission),
        may_record=bool(bundles),
        done=_done(submission),
        source=submission.source,
        error=error,
    )
    return render(request, "confirm/one.html", page, status=status)


def _opening(submission: Submission) -> str:
    told = {"state": sentences.subject(submission.state), "instant": wording.instant(submission.came_at)}
    if submission.came_by == BY_FORM:
        return gettext("%(state)s: a Word form that came back, taken in on %(instant)s.") % told
    return gettext("%(state)s: sent by its link on %(instant)s.") % told


def _done(submission: Submission) -> str:
    if submission.dealt_with_at is None:
        return ""
    told = {"who": submission.dealt_with_by, "day": wording.day(submission.dealt_with_at.date())}
    return gettext("Dealt with by %(who)s on %(day)s.") % told


def _abouts(form: Form, answers: Answers) -> Iterator[About]:
    """What was answered, in the language of the form."""
    with override(answers.language):
        values = values_of(form, answers)
        for part in parts_of(form):
            for block in part.blocks:
                given = tuple(
                    Answer(field.label, _paragraphs(field.kind, dict(field.options), values[field.name]))
                    for field in block.fields
                    if values[field.name]
                )
                if given:
                    yield About(block.heading or next((each.words for each in block.told), part.heading), given)


def _paragraphs(kind: FieldKind, options: dict[str, str], value: str) -> tuple[str, ...]:
    match kind:
        case FieldKind.TICK:
            return ("✓",) if value == TICKED else ()
        case FieldKind.CHOICE:
            return (options[value],)
        case _:
            return tuple(line for line in value.split("\n") if line)


def _unread(submission: Submission) -> tuple[Unread, ...]:
    form = next((each for each in files_of(submission) if each.is_form), None)
    return _read_again(form.sha256, form.name) if form and submission.came_by == BY_FORM else ()


@lru_cache(maxsize=8)
def _read_again(sha256: str, name: str) -> tuple[Unread, ...]:
    try:
        return read_word(kept.read(attached.FOLDER, sha256), name=name).unread
    except (FileNotFoundError, Unreadable):
        return ()
