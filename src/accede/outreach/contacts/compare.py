"""The rows of a table beside what is held: new, a change of a contact, held already, or not understood."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from accede.outreach.contacts.columns import (
    EMAIL,
    FAMILY,
    GIVEN,
    NO,
    YES,
    is_organization,
    language_of,
    post_of,
    state_of,
)
from accede.outreach.contacts.details import FIELDS, Details, checked, details_of
from accede.outreach.contacts.doubles import is_same
from accede.outreach.contacts.queries import is_in_office, today
from accede.outreach.contacts.table import Table
from accede.outreach.models import Contact
from accede.vocabulary.errors import AccedeError, Refused, UnknownName, Unreadable
from accede.vocabulary.label import Labelled
from accede.vocabulary.letters import Post
from accede.vocabulary.partial_date import read_date
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import shipped_names

NO_STATE = "-"
"""In the column of States: an organization that is no State's."""


class Verdict(Labelled):
    """What a row is to what is held."""

    NEW = "new", "new"
    CHANGED = "changed", "changed"
    SAME = "same", "held already"
    UNCLEAR = "unclear", "not understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What counts for rows that do not say it themselves."""

    post: Post | None = None
    language: str = "en"
    taken_from: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a contact that is held, before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A row with its line; `key` is of its text. `details` are what would be kept, None where it is not understood.

    `against` is the contact held; `mark` the fingerprint of both: what was read is what is taken in. `wants` are the fields that a
    person may say where the row does not ("state", "post"), `suggestions` States that may be meant; `before` is somebody else in
    office at this post with this function.
    """

    line: int
    key: str
    text: str
    verdict: Verdict
    mark: str
    details: Details | None = None
    against: Contact | None = None
    changes: tuple[Change, ...] = ()
    errors: tuple[AccedeError, ...] = ()
    wants: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    before: Contact | None = None


@dataclass(slots=True)
class _Read:
    """A row being read: what it gives, and what is wanting."""

    given: dict[str, Any] = field(default_factory=dict)
    errors: list[AccedeError] = field(default_factory=list)
    wants: list[str] = field(default_factory=list)
    suggestions: tuple[str, ...] = ()


def compare(table: Table, usual: Usual, told: Mapping[tuple[str, str], str] | None = None) -> tuple[Compared, ...]:
    """Every row beside the contacts of its State. `told` are States and posts that a person said, by key and field."""
    held: dict[str, list[Contact]] = defaultdict(list)
    for each in Contact.objects.all():
        held[each.state].append(each)
    earlier: list[tuple[int, Details]] = []
    found = []
    for line, cells in table.rows:
        one = _compared(line, table, cells, usual, told or {}, held, earlier)
        if one.details is not None:
            earlier.append((line, one.details))
        found.append(one)
    return tuple(found)


def _compared(
    line: int,
    table: Table,
    cells: tuple[str, ...],
    usual: Usual,
    told: Mapping[tuple[str, str], str],
    held: Mapping[str, list[Contact]],
    earlier: list[tuple[int, Details]],
) -> Compared:
    text = " | ".join(filter(None, (" ".join(cell.split()) for cell in cells)))
    key = hashlib.sha256(text.encode()).hexdigest()[:12]
    read = _read(line, key, table, cells, usual, told)
    unclear = Compared(line=line, key=key, text=text, verdict=Verdict.UNCLEAR, mark="")
    if read.errors:
        return replace(unclear, errors=tuple(read.errors), wants=tuple(read.wants), suggestions=read.suggestions)
    try:
        return _beside(unclear, read.given, usual, held, earlier)
    except Refused as error:
        return replace(unclear, errors=(error,))


def _beside(
    row: Compared,
    given: Mapping[str, Any],
    usual: Usual,
    held: Mapping[str, list[Contact]],
    earlier: list[tuple[int, Details]],
) -> Compared:
    """What a row that is understood is to what is held. Raises Refused."""
    bare = Details(**{"language": usual.language, "taken_from": usual.taken_from, **given})
    now = today()
    again = next((before for before, each in earlier if is_same(each, bare)), None)
    if again is not None:
        raise Refused(
            f"it is the same contact as line {again}", where=f"line {row.line}", remedy="Put the two lines together"
        )
    matching = [one for one in held.get(bare.state, ()) if is_same(details_of(one), bare)]
    exact = [one for one in matching if one.email and one.email.casefold() == bare.email.casefold()] or matching
    if len(exact) > 1:
        raise Refused(
            "it answers to more than one contact that is held",
            where=f"line {row.line}",
            remedy="Put those together first",
        )
    if not exact:
        wanted = checked(bare, now)
        return replace(
            row,
            verdict=Verdict.NEW,
            mark=_mark(row.line, wanted, None),
            details=wanted,
            before=_in_that_function(wanted, held.get(wanted.state, ()), now),
        )
    against = exact[0]
    before = details_of(against)
    filled = checked(replace(before, **given), now)
    changes = tuple(
        Change(name, getattr(before, name), getattr(filled, name))
        for name in FIELDS
        if name in given and getattr(before, name) != getattr(filled, name)
    )
    if changes and usual.taken_from and "taken_from" not in given:
        filled = replace(filled, taken_from=usual.taken_from)
    return replace(
        row,
        verdict=Verdict.CHANGED if changes else Verdict.SAME,
        mark=_mark(row.line, filled, against),
        details=filled,
        against=against,
        changes=changes,
    )


def _mark(line: int, details: Details, against: Contact | None) -> str:
    held = f"{against.pk}:{against.version}" if against else ""
    return hashlib.sha256(f"{line}\n{held}\n{details!r}".encode()).hexdigest()[:20]


def _in_that_function(wanted: Details, held: list[Contact] | tuple[Contact, ...], on: date) -> Contact | None:
    """Somebody else in office with the same function at the same post: a term may have ended."""
    if not wanted.person or not wanted.function:
        return None
    return next(
        (
            one
            for one in held
            if one.person
            and one.post == wanted.post
            and spelling(one.function) == spelling(wanted.function)
            and is_in_office(one, on)
        ),
        None,
    )


def _read(
    line: int, key: str, table: Table, cells: tuple[str, ...], usual: Usual, told: Mapping[tuple[str, str], str]
) -> _Read:
    """What the cells of a row say."""
    texts = {name: cell.strip() for name, cell in zip(table.columns, cells, strict=True) if name and cell.strip()}
    person = " ".join(filter(None, (texts.pop(GIVEN, ""), texts.pop(FAMILY, ""))))
    if person and "person" not in texts:
        texts["person"] = person
    if "organization" not in texts and is_organization(texts.get("person", "")):
        texts["organization"] = texts.pop("person")
    read = _Read()
    for name, text in texts.items():
        if name not in ("state", "post"):
            try:
                read.given[name] = _value(name, text)
            except AccedeError as error:
                read.errors.append(error)
    _read_state(key, texts, told, read)
    _read_post(key, texts, told, usual, read)
    if not read.errors and not {"organization", "person", "email", "function"} & read.given.keys():
        read.errors.append(
            Unreadable("it names nobody", where=f"line {line}", remedy="Write who it is, or take the line out")
        )
    return read


def _value(name: str, text: str) -> Any:
    """A cell as its field has it. Raises Unreadable, UnknownName."""
    match name:
        case "host":
            if not (found := state_of(text)):
                raise UnknownName(f"“{text[:60]}” is not the name of a State", remedy="Write in which State it sits")
            return found
        case "language":
            if not (found := language_of(text)):
                raise Unreadable(f"“{text[:60]}” is none of the six languages", remedy="Write en, fr, es, ru, zh or ar")
            return found
        case "email":
            return _email(text)
        case "is_addressee":
            if spelling(text) not in YES | NO:
                raise Unreadable(f"“{text[:60]}” does not say whether letters go there", remedy="Write yes or no")
            return spelling(text) in YES
        case "since" | "until" | "keep_until":
            return _day(text)
    return text


def _email(text: str) -> str:
    found = list(dict.fromkeys(EMAIL.findall(text)))
    if len(found) > 1:
        raise Unreadable("it has two addresses for mail", remedy="Keep one, or make two lines of it")
    if not found:
        raise Unreadable(f"“{text[:60]}” is not an address for mail", remedy="Correct it")
    return str(found[0])


def _day(text: str) -> date:
    read = read_date(text)
    if read.earliest is None or read.earliest != read.latest:
        raise Unreadable(f"“{text[:60]}” is not one day", remedy="Write the day, as 2026-03-31, or leave it open")
    return read.earliest


def _read_state(key: str, texts: Mapping[str, str], told: Mapping[tuple[str, str], str], read: _Read) -> None:
    """The State as a person said, as the row says, or as the name of the organization has it."""
    own = texts.get("state", "")
    text = own if own == NO_STATE or state_of(own) else told.get((key, "state")) or own
    if text == NO_STATE:
        read.given["state"] = ""
        return
    if text:
        found = state_of(text)
        if not found:
            read.suggestions = shipped_names().suggestions(text)
            read.wants.append("state")
            read.errors.append(
                UnknownName(f"“{text[:60]}” is not the name of a State", remedy="Say which State is meant")
            )
            return
        read.given["state"] = found
        return
    organization = texts.get("organization", "")
    named = tuple(dict.fromkeys(_named_in(organization)))
    if len(named) == 2 and post_of(organization) is Post.EMBASSY:  # Embassy of the one in the other
        read.given.setdefault("host", named[1])
        named = named[:1]
    if len(named) == 1:
        read.given["state"] = named[0]
        return
    read.suggestions = named[:3]
    read.wants.append("state")
    read.errors.append(Unreadable("it does not say of which State it is", remedy="Say which State is meant"))


def _named_in(text: str) -> Iterator[str]:
    """The States that the name of an organization names in English, French or Spanish."""
    for language in ("en", "fr", "es"):
        found = [iso3 for _, _, iso3 in shipped_names().spot(text, language)]
        if found:
            yield from found
            return


def _read_post(
    key: str, texts: Mapping[str, str], told: Mapping[tuple[str, str], str], usual: Usual, read: _Read
) -> None:
    own = texts.get("post", "")
    said = own if post_of(own) else told.get((key, "post")) or own
    post = post_of(said) if said else post_of(texts.get("organization", ""))
    if post is None and not said:
        post = usual.post
    if post is None:
        read.wants.append("post")
        what = f"“{said[:60]}” is no post that is known" if said else "it does not say at which post it is"
        read.errors.append(Unreadable(what, remedy="Say which post is meant"))
        return
    read.given["post"] = post
