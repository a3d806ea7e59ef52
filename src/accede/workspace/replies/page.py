"""What the page of one that came in prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.models import Incoming, IncomingKind, IncomingState
from accede.outreach.replies.citing import sender_of
from accede.outreach.replies.held import BY_MACHINES, OPEN
from accede.outreach.replies.message import Message
from accede.outreach.replies.record_reply import Way, cited
from accede.outreach.rounds.held import letter_held
from accede.publishing import wording
from accede.publishing.sentences import name
from accede.vocabulary.errors import AccedeError, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.asking import Asking
from accede.workspace.facts.offered import states
from accede.workspace.replies.answer_form import AnswerForm, Found, found_of
from accede.workspace.replies.told import because, letter_of, letter_told, sender, title, when
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class Suggested:
    """A State that may have sent it, and why."""

    name: str
    why: str
    letter: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the message: where it is saved from; `take` is its number where it can be recorded from."""

    name: str
    size: str
    address: str
    take: int


@dataclass(frozen=True, slots=True)
class ReplyPage:
    """Everything the template prints. `cites` is how it would be cited, `links` where what was recorded is gone on with."""

    title: str
    number: int
    version: int
    kind: str
    sender: str
    recipient: str
    when: str
    came: str
    state: str
    matched: str
    letter: str
    suggestions: tuple[Suggested, ...]
    warning: str
    own: tuple[str, ...]
    quoted: tuple[str, ...]
    files: tuple[FileLine, ...]
    unread: str
    is_cut: bool
    note: str
    says_unchanged: str
    unchanged_words: str
    shown: str
    cites: str
    is_open: bool
    is_by_machine: bool
    is_document: bool
    is_aside: bool
    is_erased: bool
    links: tuple[tuple[str, str], ...]


def page_of(
    request: Asking, row: Incoming, form: AnswerForm, *, refusal: AccedeError | None = None, status: int = 200
) -> HttpResponse:
    found = found_of(row)
    letter = letter_of(row)
    message, is_open = found.message, row.state in OPEN
    page = ReplyPage(
        title=title(row),
        number=row.pk,
        version=row.version,
        kind=gettext(IncomingKind(row.kind).label),
        sender=sender(row),
        recipient=row.recipient,
        when=when(row),
        came=gettext("came on %(when)s by %(way)s") % {"when": wording.instant(row.came_at), "way": row.came_by},
        state=gettext(IncomingState(row.state).label),
        matched=f"{name(row.of_state)}: {because(row)}" if row.of_state and row.matched_by else "",
        letter=letter_told(letter) if letter else "",
        suggestions=tuple(_suggested(found)) if is_open else (),
        warning=_warning(row, found),
        own=message.own,
        quoted=message.quoted,
        files=tuple(_files(row, message)),
        unread=message.unread,
        is_cut=row.is_cut,
        note=row.note,
        says_unchanged=message.unchanged,
        unchanged_words=_unchanged_words(_shown(form)),
        shown=_shown(form),
        cites=_cites(row, found, form),
        is_open=is_open and row.kind not in BY_MACHINES,
        is_by_machine=is_open and row.kind in BY_MACHINES,
        is_document=row.kind in (IncomingKind.DOCUMENT.value, IncomingKind.NOTE_VERBALE.value),
        is_aside=row.state == IncomingState.ASIDE.value and not row.erased_at,
        is_erased=bool(row.erased_at),
        links=tuple(_links(row)),
    )
    return render(request, "replies/one.html", page, status=status, form=form, refusal=refusal)


def _unchanged_words(state: str) -> str:
    if not state:
        return gettext("Nothing has changed: record it")
    return gettext("Record: %(state)s says that nothing has changed") % {"state": name(state)}


def _shown(form: AnswerForm) -> str:
    """The State that the buttons are about: the one that is chosen, where it is one."""
    state = str(form["state"].value() or "")
    return state if state in dict(states()) else ""


def _cites(row: Incoming, found: Found, form: AnswerForm) -> str:
    """How it would be cited as the form stands; "" while no State is known."""
    state, way, on = form["state"].value(), form["way"].value(), form["on"].value()
    if not state or not isinstance(on, PartialDate):
        return ""
    try:
        return cited(Way(way), sender_of(row, found.message, state), on)
    except (UnknownName, ValueError):
        return ""


def _suggested(found: Found) -> Iterator[Suggested]:
    for each in found.match.suggestions:
        yield Suggested(name(each.state), gettext(each.ground.label), _told_letter(each.letter))


def _told_letter(key: str) -> str:
    try:
        return letter_told(letter_held(key)) if key else ""
    except UnknownName:
        return ""


def _warning(row: Incoming, found: Found) -> str:
    """That what speaks for it speaks for several States, or that only its sender's own words do."""
    named = {each.state for each in found.match.suggestions}
    if row.state not in OPEN or row.kind in BY_MACHINES:
        return ""
    if len(named) > 1:
        return gettext(
            "What is found speaks for several States. Somebody may write in the name of another: make sure who wrote."
        )
    if named and not any(each.ground.is_certain for each in found.match.suggestions):
        return gettext("Anybody can write under this name and address. Make sure who wrote before you record it.")
    return ""


def _files(row: Incoming, message: Message) -> Iterator[FileLine]:
    for at, each in enumerate(message.files, 1):
        size = gettext("%(number)s KB") % {"number": wording.in_thousands(max(1, len(each.content) // 1024))}
        address = reverse("workspace:reply-attachment", args=[row.pk, at])
        yield FileLine(each.name, size, address, at if each.is_readable else 0)


def _links(row: Incoming) -> Iterator[tuple[str, str]]:
    if not row.source:
        return
    yield gettext("The source"), reverse("workspace:source", args=[row.source])
    yield gettext("Record more from it"), reverse("workspace:record-from", args=[row.source])
