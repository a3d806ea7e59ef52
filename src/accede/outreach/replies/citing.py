"""From whom an answer is, as it is cited: the mission where the message or a contact tells of one, else the State."""

from __future__ import annotations

from accede.outreach.contacts.organization import OBSERVERS
from accede.outreach.models import Contact, Incoming
from accede.outreach.replies.message import Message
from accede.vocabulary.letters import Post
from accede.vocabulary.state_names import shipped_names

_PLACES = {Post.GENEVA.value: "in Geneva", Post.NEW_YORK.value: "in New York"}


def sender_of(row: Incoming, message: Message, iso3: str) -> str:
    """Who answered for a State ("the Permanent Mission of China in Geneva"); no person. Raises UnknownName."""
    name = shipped_names().in_sentence(iso3)
    told = message.citation.partition(" from ")[2].rpartition(",")[0] if message.named == iso3 else ""
    if told and told != name:
        return told
    held = (
        Contact.objects.filter(state=iso3, email__iexact=row.sender, post__in=_PLACES).first() if row.sender else None
    )
    if held is None:
        return name
    kind = "Permanent Observer Mission" if iso3 in OBSERVERS else "Permanent Mission"
    return f"the {kind} of {name} {_PLACES[held.post]}"
