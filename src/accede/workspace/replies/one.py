"""One that came in, and beside it what is recorded of it: that nothing changed in one click, its words, a file of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from accede.accounts.actor import Actor
from accede.intake import replies
from accede.outreach.models import Incoming, IncomingKind, IncomingState
from accede.outreach.replies.assign import assign, set_aside, take_up
from accede.outreach.replies.citing import sender_of
from accede.outreach.replies.erase import erase
from accede.outreach.replies.held import BY_MACHINES, OPEN, incoming
from accede.outreach.replies.match import Match, letters_open, match
from accede.outreach.replies.message import Message, message_of
from accede.outreach.replies.record_reply import (
    LONGEST_CITATION,
    Answer,
    Recorded,
    Way,
    acknowledge,
    cited,
    record_file,
    record_unchanged,
    record_words,
)
from accede.outreach.rounds.held import letter_held
from accede.publishing import wording
from accede.publishing.sentences import name
from accede.vocabulary.errors import AccedeError, NotAllowed, Refused, UnknownName, Unreadable
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking, number_in
from accede.workspace.facts.dates import DateField
from accede.workspace.facts.offered import states
from accede.workspace.facts.words import LONG, WordsField
from accede.workspace.intake.source_form import SheetForm, classifications
from accede.workspace.replies.told import because, letter_of, letter_told, sender, title, when
from accede.workspace.screens import render, see_other


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


def one(request: Asking, number: int) -> HttpResponse:
    """The page, and what its buttons do. Raises UnknownName."""
    row = incoming(request.actor, number)
    if request.method != "POST":
        return _page(request, row, _form(request, row, _found(row)))
    doing = request.POST.get("do", "")
    try:
        if doing in ("aside", "again", "erase"):
            _moved(request, row, doing)
            return see_other(reverse("workspace:reply", args=[number]))
    except (Refused, NotAllowed, UnknownName) as error:
        form = _form(request, row, _found(row))
        return _page(request, row, form, refusal=error, status=409)
    return _recorded(request, row, doing)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a row before anybody says anything: its text, what speaks for which State, the State it would be."""

    message: Message
    match: Match
    state: str
    letter: str


def _found(row: Incoming) -> _Found:
    message = message_of(row, settings.ACCEDE_TREATY)
    found = match(row, named=message.named)
    first = next(iter(found.suggestions), None)
    same = len({each.state for each in found.suggestions}) == 1
    state = row.of_state or (first.state if first and same else "")
    letter = row.letter or (first.letter if first and same and not row.of_state else "")
    return _Found(message, found, state, letter)


def _moved(request: Asking, row: Incoming, doing: str) -> None:
    version = number_in(request.POST.get("version", ""))
    match doing:
        case "aside":
            set_aside(request.actor, row.pk, note=request.POST.get("note", ""), expected_version=version)
            messages.success(request, gettext("It is set aside."))
        case "again":
            take_up(request.actor, row.pk, expected_version=version)
        case _:
            erase(request.actor, row.pk, expected_version=version)
            messages.success(request, gettext("It is erased. That it came, and what was recorded, stays."))


def _recorded(request: Asking, row: Incoming, doing: str) -> HttpResponse:
    """Match or record it, and go on; what is wrong is told beside what was typed."""
    found = _found(row)
    form = _form(request, row, found, request.POST)
    is_whole = form.is_valid()
    if doing == "assign":
        is_whole = not form.errors.keys() & {"state", "letter"}
    status = 400
    if is_whole:
        try:
            return _done(request, row, found, form, doing)
        except (Refused, UnknownName, Unreadable, NotAllowed) as error:
            status = 403 if isinstance(error, NotAllowed) else 409
            row = incoming(request.actor, row.pk)
            if row.state not in OPEN:
                return _page(request, row, form, refusal=error, status=status)
            form.refuse(error)
    return _page(request, row, form, status=status)


def _done(request: Asking, row: Incoming, found: _Found, form: AnswerForm, doing: str) -> HttpResponse:
    """What a button does. Raises Refused, UnknownName, Unreadable, NotAllowed."""
    told, version = form.cleaned_data, number_in(request.POST.get("version", ""))
    here = reverse("workspace:reply", args=[row.pk])
    kind, _, which = doing.partition(":")
    if kind == "assign":
        assign(request.actor, row.pk, state=told["state"], letter=told.get("letter", ""), expected_version=version)
        return see_other(here)
    if kind == "acknowledged":
        if not told["letter"]:
            raise Refused("it is not said which letter was acknowledged", remedy="Choose the letter")
        acknowledge(request.actor, row.pk, letter=told["letter"], on=told["on"], expected_version=version)
        messages.success(request, gettext("The letter is marked as acknowledged."))
        return see_other(here)
    _refuse_another(request, told["state"])
    answer = _answer(row, found, told)
    if kind == "unchanged":
        record_unchanged(request.actor, row.pk, answer, expected_version=version)
        said = gettext("Recorded, and waiting for review: %(state)s says that nothing has changed.")
        messages.success(request, said % {"state": name(answer.state)})
        return see_other(here)
    if kind == "words":
        done = record_words(request.actor, row.pk, answer, told["words"], expected_version=version)
        return _onward(request, done, has_proposals=bool(found.message.citation))
    if kind == "file":
        at = number_in(which) - 1 if which else None
        done = record_file(request.actor, row.pk, answer, at, expected_version=version)
        return _onward(request, done, has_proposals=False)
    raise Refused("there is no such button", remedy="Look at the page again")


def _refuse_another(request: Asking, state: str) -> None:
    """Raises Refused where the button that was pressed named another State than was chosen: it is shown again with that one."""
    shown = request.POST.get("shown", "")
    if shown and shown != state:
        raise Refused(
            f"the button was about {name(shown)}, and {name(state)} is chosen",
            remedy="Look at it again, and press it then",
        )


def _onward(request: Asking, done: Recorded, *, has_proposals: bool) -> HttpResponse:
    """On to what is proposed from the words, or to recording passage by passage."""
    messages.success(request, gettext("The reply is recorded. Now what it says."))
    where = "workspace:intake-source" if has_proposals else "workspace:record-from"
    return see_other(reverse(where, args=[done.source]))


def _answer(row: Incoming, found: _Found, told: dict[str, Any]) -> Answer:
    letter = told["letter"]
    usual = cited(told["way"], sender_of(row, found.message, told["state"]), told["on"])
    return Answer(
        treaty=letter_held(letter).fact.treaty if letter else settings.ACCEDE_TREATY,
        state=told["state"],
        letter=letter,
        on=told["on"],
        way=told["way"],
        citation=told["citation"] or usual,
        classification=told["classification"],
    )


def _form(request: Asking, row: Incoming, found: _Found, data: Any = None) -> AnswerForm:
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


def _letters(found: _Found, asked: str) -> Iterator[tuple[str, str]]:
    """The letters that it can answer: those to the States that are meant."""
    meant = dict.fromkeys((asked, found.state, *(each.state for each in found.match.suggestions)))
    for state in filter(None, meant):
        for held in letters_open(state):
            yield held.key, letter_told(held)


def _page(
    request: Asking, row: Incoming, form: AnswerForm, *, refusal: AccedeError | None = None, status: int = 200
) -> HttpResponse:
    found = _found(row)
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


def _cites(row: Incoming, found: _Found, form: AnswerForm) -> str:
    """How it would be cited as the form stands; "" while no State is known."""
    state, way, on = form["state"].value(), form["way"].value(), form["on"].value()
    if not state or not isinstance(on, PartialDate):
        return ""
    try:
        return cited(Way(way), sender_of(row, found.message, state), on)
    except (UnknownName, ValueError):
        return ""


def _suggested(found: _Found) -> Iterator[Suggested]:
    for each in found.match.suggestions:
        yield Suggested(name(each.state), gettext(each.ground.label), _told_letter(each.letter))


def _told_letter(key: str) -> str:
    try:
        return letter_told(letter_held(key)) if key else ""
    except UnknownName:
        return ""


def _warning(row: Incoming, found: _Found) -> str:
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
