"""A letter as it stands: made of its round's words, its contact and the register; once it is cleared, the tree that was read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from django.conf import settings
from django.db.models import F

from accede.activities.letters import Letter, Round
from accede.activities.models import LetterVersion
from accede.outreach.contacts.organization import organization_in
from accede.outreach.contacts.queries import addressees
from accede.outreach.letter import letter_document
from accede.outreach.models import Contact
from accede.outreach.rounds.held import letter_held, round_held
from accede.outreach.rounds.words import Texts, texts_of
from accede.overview.load import EVERY_KIND, load
from accede.overview.register import Register
from accede.paper.canonical import canonical_bytes, document_from, tree_hash
from accede.paper.tree import Document
from accede.records import kept
from accede.records.models import AuditEntry, Event
from accede.records.values import Evidence, View
from accede.reporting.composition.compose import content_hash
from accede.reporting.composition.registers import OF_PAPERS
from accede.vocabulary.errors import Damaged
from accede.vocabulary.papers import Fold
from accede.vocabulary.sources import Classification

FOLDER = "letters"
OF_LETTERS = (
    "plan letters",
    "change letters",
    "write letters",
    "clear letters",
    "move a letter",
    "leave a letter out",
    "make files of letters",
)
"""Verbs of writes by which no annex changes."""
MOST = 2
LINK = "{link}"
"""Stands in a letter for the address at which the State answers: made when the letter is sent, and never cleared with it."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter with its document. `is_frozen`: the tree that was cleared, whatever changed since."""

    letter: Evidence[Letter]
    document: Document
    is_frozen: bool

    @property
    def content(self) -> str:
        """The hash of what the letter says, whenever it was asked."""
        return content_hash(self.document)


def composed(key: str) -> Composed:
    """A letter as it stands. Raises UnknownName; Refused for a variable that cannot be filled; Damaged."""
    letter = letter_held(key)
    return composed_all(round_held(letter.fact.round), [letter])[key]


def composed_all(round_: Evidence[Round], letters: Iterable[Evidence[Letter]]) -> Mapping[str, Composed]:
    """Letters of one round as they stand, by key. Raises as `composed` does."""
    found: dict[str, Composed] = {}
    drafts = []
    for each in letters:
        if each.fact.content_sha256:
            found[each.key] = Composed(each, cleared_tree(each), is_frozen=True)
        else:
            drafts.append(each)
    if drafts:
        found |= _made(round_, drafts)
    return found


def made_now(round_: Evidence[Round], letter: Evidence[Letter]) -> Document:
    """The letter as it would be made now, also one that is cleared: to see what changed since."""
    return _made(round_, [letter])[letter.key].document


def cleared_tree(letter: Evidence[Letter]) -> Document:
    """The tree that was cleared. Raises Damaged where its kept bytes are gone or were changed."""
    remedy = "Put back the copy of the last backup, or take the clearance back"
    try:
        document = document_from(kept.read(FOLDER, letter.fact.content_sha256))
    except FileNotFoundError as error:
        raise Damaged("the cleared letter is gone", where=letter.key, remedy=remedy) from error
    if tree_hash(document) != letter.fact.content_sha256:
        raise Damaged("the cleared letter was changed after it was cleared", where=letter.key, remedy=remedy)
    return document


def missing_letters() -> Iterator[str]:
    """A sentence for each version of a letter whose cleared tree or file is gone; `records.kept.damaged` finds changed ones."""
    for column in ("content_sha256", "file_sha256"):
        named = LetterVersion.objects.exclude(**{column: ""}).order_by("id").values_list("key", column)
        yield from kept.missing(FOLDER, dict.fromkeys(named))


def with_link(document: Document, address: str) -> Document:
    """The letter with the address at which the State answers in its place."""
    filled = _filled(document, address)
    assert isinstance(filled, Document)
    return filled


def as_read(document: Document) -> Document:
    """The letter as people read it before it goes: with the beginning of that address."""
    return with_link(document, f"{settings.ACCEDE_ADDRESS}/confirm/…") if has_link(document) else document


def has_link(document: Document) -> bool:
    """Whether the letter has a place for that address."""
    return LINK.encode() in canonical_bytes(document)


def written_to(letters: Iterable[Letter]) -> Mapping[str, Contact | None]:
    """The contact that the letter to each State goes to first; None where nobody is held."""
    held = addressees([each.state for each in letters])
    return {iso3: contacts[0] if contacts else None for iso3, contacts in held.items()}


def register_for(round_: Round) -> Register:
    """What the annexes of a round are made from: what everybody may read, as of its day, as known now.

    Raises Refused for a day before the treaty, UnknownName for a treaty that is not held.
    """
    key = (*_mark(), round_.treaty, round_.fold, round_.as_of.edtf)
    with _loading:
        if key not in _held:
            _held[key] = load(_view(round_), round_.treaty, *EVERY_KIND)
        _held.move_to_end(key)
        while len(_held) > MOST:
            _held.popitem(last=False)
        return _held[key]


def _made(round_: Evidence[Round], letters: list[Evidence[Letter]]) -> dict[str, Composed]:
    register = register_for(round_.fact)
    contacts = written_to(each.fact for each in letters)
    texts: dict[str, Texts] = {}
    found = {}
    for each in letters:
        language = each.fact.language
        if language not in texts:
            texts[language] = texts_of(round_.key, round_.fact, language)
        contact = contacts.get(each.fact.state)
        document = letter_document(
            register,
            round_.fact,
            each.fact,
            texts[language],
            organization=organization_in(contact, language) if contact else "",
            salutation=contact.salutation if contact and contact.language == language else "",
            link=LINK if settings.ACCEDE_ADDRESS else "",
        )
        found[each.key] = Composed(each, document, is_frozen=False)
    return found


def _filled(part: Any, address: str) -> Any:
    """A part of the tree with the address in each text that has a place for it."""
    if isinstance(part, str):
        return part.replace(LINK, address)
    if isinstance(part, tuple):
        return tuple(_filled(each, address) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _filled(getattr(part, field.name), address) for field in fields(part)})
    return part


def _view(round_: Round) -> View:
    public = frozenset({Classification.PUBLIC})
    return View(
        as_of=round_.as_of.counts_from,
        known_on=datetime.now(UTC),
        classes=public,
        readers=public,
        public=round_.fold is Fold.RELEASED,
        accepted=round_.fold is Fold.ACCEPTED,
    )


def _mark() -> tuple[object, ...]:
    """What changes with every write by which an annex can change, and when an embargo ends."""
    verbs = (*OF_PAPERS, *OF_LETTERS)
    newest = AuditEntry.objects.exclude(verb__in=verbs).order_by("-number").values_list("hash", flat=True).first()
    ended = Event.objects.filter(effective_at__gt=F("recorded_at"), effective_at__lte=datetime.now(UTC)).count()
    return newest, ended


_held: OrderedDict[tuple[object, ...], Register] = OrderedDict()
_loading = Lock()
