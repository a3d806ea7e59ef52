"""Contacts in words: what stands in a field, which field it is, what there is to know of a contact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from accede.outreach.contacts.queries import is_in_office
from accede.outreach.models import Contact
from accede.publishing import wording
from accede.publishing.languages import OFFICIAL
from accede.vocabulary.letters import Post

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WORDS: Mapping[str, StrOrPromise] = {
    "state": gettext_lazy("State"),
    "post": gettext_lazy("Post"),
    "host": gettext_lazy("State in which an embassy sits"),
    "organization": gettext_lazy("Organization, as it is addressed"),
    "person": gettext_lazy("Person"),
    "function": gettext_lazy("Function"),
    "salutation": gettext_lazy("Salutation"),
    "language": gettext_lazy("Language of letters"),
    "email": gettext_lazy("Address for mail"),
    "phone": gettext_lazy("Telephone"),
    "address": gettext_lazy("Postal address"),
    "is_addressee": gettext_lazy("Letters to the State go here"),
    "since": gettext_lazy("In the function since"),
    "until": gettext_lazy("In the function until"),
    "taken_from": gettext_lazy("Where the data is from"),
    "keep_until": gettext_lazy("To be looked at again on"),
    "note": gettext_lazy("Note"),
    "given name": gettext_lazy("Given name"),
    "family name": gettext_lazy("Family name"),
}
"""Fields and columns by their names."""


OPENS, CLOSES = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
"""Around what may be in another script than the page, or is a number."""


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact in a list. `detail` is what else is known in one line; `marks` are short words on what to know."""

    number: int
    version: int
    title: str
    detail: str
    email: str
    marks: tuple[str, ...]
    address: str
    is_over: bool


def line_of(contact: Contact, today: date, *, is_first: bool = False, is_double: bool = False) -> ContactLine:
    """A contact as lists show it; `is_first` where letters to its State go here."""
    return ContactLine(
        number=contact.pk,
        version=contact.version,
        title=called(contact),
        detail=wording.parted(f"{OPENS}{part}{CLOSES}" for part in _parts(contact)),
        email=contact.email,
        marks=tuple(_marks(contact, today, is_first=is_first, is_double=is_double)),
        address=reverse("workspace:contact", args=[contact.pk]),
        is_over=contact.until is not None and contact.until < today,
    )


def called(contact: Contact) -> str:
    """The person with the function, else the organization."""
    if not contact.person:
        return contact.organization
    return f"{contact.person}, {contact.function}" if contact.function else contact.person


def post_told(post: str) -> str:
    """A post in words."""
    return gettext(Post(post).label)


def field_told(name: str) -> str:
    """A field in words."""
    return str(WORDS.get(name, name))


def value_told(name: str, value: Any) -> str:
    """What stands in a field."""
    match value:
        case None | "":
            return "–"
        case bool():
            return gettext("yes") if value else gettext("no")
        case date():
            return wording.day(value)
    if name == "post":
        return post_told(value)
    if name in ("state", "host"):
        return wording.name(value)
    return OFFICIAL[value] if name == "language" else str(value)


def _parts(contact: Contact) -> list[str]:
    parts = [post_told(contact.post)]
    if contact.host:
        parts[0] += wording.bracketed(wording.name(contact.host))
    if contact.person:
        parts.append(contact.organization)
    parts.append(OFFICIAL.get(contact.language, contact.language))
    if contact.phone:
        parts.append(contact.phone)
    if contact.until:
        parts.append(gettext("until %(day)s") % {"day": wording.day(contact.until)})
    return parts


def _marks(contact: Contact, today: date, *, is_first: bool, is_double: bool) -> list[str]:
    marks = []
    if is_first:
        marks.append(gettext("letters go here"))
    if contact.until and contact.until < today:
        marks.append(gettext("term ended"))
    elif not is_in_office(contact, today):
        marks.append(gettext("not in office yet"))
    if not contact.is_addressee:
        marks.append(gettext("not for letters"))
    if not contact.email:
        marks.append(gettext("no address for mail"))
    if contact.keep_until and contact.keep_until <= today:
        marks.append(gettext("to be looked at again"))
    if is_double:
        marks.append(gettext("may be held twice"))
    return marks
