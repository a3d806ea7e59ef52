"""What is held of a contact, as somebody types it or a sheet has it; checked before it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accede.outreach.contacts.organization import mission
from accede.outreach.models import Contact
from accede.publishing.languages import OFFICIAL
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import Post
from accede.vocabulary.state_names import shipped_names

WHERE = "contact"
LENGTHS = {
    "organization": 300,
    "person": 200,
    "function": 200,
    "salutation": 200,
    "email": 254,
    "phone": 60,
    "address": 2_000,
    "taken_from": 300,
    "note": 5_000,
}
"""Characters of each text."""
AFTER_TERM = timedelta(days=365)
WITHOUT_TERM = timedelta(days=730)
"""How long data of a person is kept without a look: a year after its term, or two years where no end of it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """A contact without its number, its version and who changed it; the fields are those of the table (see `Contact`)."""

    state: str = ""
    post: Post
    host: str = ""
    organization: str = ""
    person: str = ""
    function: str = ""
    salutation: str = ""
    language: str = "en"
    email: str = ""
    phone: str = ""
    address: str = ""
    is_addressee: bool = True
    since: date | None = None
    until: date | None = None
    taken_from: str = ""
    keep_until: date | None = None
    note: str = ""

    @property
    def is_of_a_person(self) -> bool:
        """Whether it is about somebody, and not about a post alone."""
        return bool(self.person)


FIELDS = tuple(field.name for field in fields(Details))


def details_of(contact: Contact) -> Details:
    """What is held of a contact."""
    held = {name: getattr(contact, name) for name in FIELDS}
    return Details(**{**held, "post": Post(contact.post)})


def values_of(details: Details) -> dict[str, Any]:
    """The columns and what stands in them."""
    return {**asdict(details), "post": details.post.value}


def checked(details: Details, on: date) -> Details:
    """The same with what follows from it: the usual name of a mission where none is given, and for data of a person the day on
    which it is looked at again. Raises Refused for what cannot be kept."""
    details = _trimmed(details)
    _refuse_unknown(details)
    if not details.organization:
        details = replace(details, organization=mission(details.state, details.post, details.language))
    if not details.organization:
        raise Refused("it is not said how it is addressed", where=WHERE, remedy="Write the name of the organization")
    for name, most in LENGTHS.items():
        if len(getattr(details, name)) > most:
            raise Refused(
                f"its {name.replace('_', ' ')} has more than {most} characters", where=WHERE, remedy="Shorten it"
            )
    if details.email:
        _refuse_no_address(details.email)
    if details.since and details.until and details.since > details.until:
        raise Refused("the term ends before it begins", where=WHERE, remedy="Correct one of the days")
    if details.is_of_a_person and details.keep_until is None:
        details = replace(details, keep_until=usual_keep_until(details, on))
    return details


def usual_keep_until(details: Details, on: date) -> date:
    """When data of a person is looked at again where nobody said it."""
    if details.until is None:
        return on + WITHOUT_TERM
    return min(details.until, date.max - AFTER_TERM) + AFTER_TERM


def _trimmed(details: Details) -> Details:
    """Without white space around texts; those of one line on one line."""
    trimmed: dict[str, Any] = {}
    for name in FIELDS:
        value = getattr(details, name)
        if name in ("address", "note"):
            trimmed[name] = "\n".join(line.strip() for line in value.strip().splitlines())
        elif isinstance(value, str) and not isinstance(value, Post):
            trimmed[name] = " ".join(value.split())
    return replace(details, **trimmed)


def _refuse_unknown(details: Details) -> None:
    known = shipped_names().states
    for iso3 in (details.state, details.host):
        if iso3 and iso3 not in known:
            raise Refused(f"no State has the key “{iso3[:20]}”", where=WHERE, remedy="Choose the State")
    if details.language not in OFFICIAL:
        remedy = f"Choose one of {', '.join(OFFICIAL)}"
        raise Refused(f"“{details.language[:20]}” is none of the six languages", where=WHERE, remedy=remedy)


def _refuse_no_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused(
            "this is not an address for mail", where=email[:100], remedy="Write it as mission.state@example.org"
        ) from error
