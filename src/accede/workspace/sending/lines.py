"""A delivery as the pages tell it: to whom, how far, what the log says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from accede.outreach.models import Contact, Delivery, DeliveryEntry, DeliveryState
from accede.outreach.rounds.keys import round_of
from accede.outreach.sending.decide import CANCELLED, IT_WENT, SEND_IT
from accede.outreach.sending.held import is_doubtful
from accede.outreach.sending.offer import WHY
from accede.outreach.sending.restored import BACKUP
from accede.outreach.sending.returned import RETURNED
from accede.outreach.sending.settle import COPY_FOUND
from accede.publishing import wording

OURS = frozenset({*WHY, BACKUP, CANCELLED, IT_WENT, SEND_IT, COPY_FOUND, RETURNED})
"""Words of the log that are ours, and so in the reader's language; the others are the mail server's."""


CAME_TO = {
    DeliveryState.QUEUED: gettext_noop("queued"),
    DeliveryState.OFFERED: gettext_noop("offered to the mail server"),
    DeliveryState.TAKEN: gettext_noop("taken by the mail server"),
    DeliveryState.REFUSED: gettext_noop("refused by the mail server"),
    DeliveryState.CANCELLED: gettext_noop("not to be sent"),
}
"""What the log says of each state a delivery came to."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line of the log. `is_ours`: its words are in the reader's language, not the mail server's."""

    at: datetime
    state: str
    by: str
    words: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A message to one address. `state` is its value, `label` what people read; `address` is "" once it is erased."""

    id: int
    iso3: str
    name: str
    to: str
    address: str
    state: str
    label: str
    is_doubtful: bool
    is_copied: bool
    looked_at: datetime | None
    attempts: int
    not_before: datetime | None
    words: str
    is_ours: bool
    message_id: str
    file: str
    form: str
    digest: str
    entries: tuple[EntryLine, ...]
    round: str


def delivery_lines(deliveries: Iterable[Delivery]) -> tuple[DeliveryLine, ...]:
    """These deliveries, in their order; their entries should have been read with them. One more query."""
    rows = list(deliveries)
    contacts = Contact.objects.in_bulk([each.contact for each in rows if each.contact])
    return tuple(_line(each, contacts) for each in rows)


def _line(row: Delivery, contacts: Mapping[int, Contact]) -> DeliveryLine:
    contact = contacts.get(row.contact or 0)
    state = DeliveryState(row.state)
    in_doubt = is_doubtful(row, datetime.now(UTC))
    iso3 = row.letter.rpartition("/")[2]
    return DeliveryLine(
        id=row.pk,
        iso3=iso3,
        name=wording.name(iso3),
        to=contact.organization if contact else "",
        address=row.address,
        state=state.value,
        label=gettext("in doubt") if in_doubt else gettext(state.label),
        is_doubtful=in_doubt,
        is_copied=row.is_copied,
        looked_at=row.looked_at,
        attempts=row.attempts,
        not_before=row.not_before if state is DeliveryState.QUEUED else None,
        words=_words(row.answer),
        is_ours=row.answer in OURS,
        message_id=row.message_id,
        file=row.file_sha256,
        form=row.form_sha256,
        digest=row.address_digest,
        entries=tuple(_entry(each) for each in row.entries.all()),
        round=reverse("workspace:sending-round", args=[round_of(row.letter)]),
    )


def _entry(row: DeliveryEntry) -> EntryLine:
    return EntryLine(row.at, gettext(CAME_TO[DeliveryState(row.state)]), row.by, _words(row.words), row.words in OURS)


def _words(words: str) -> str:
    return gettext(words) if words in OURS else words
