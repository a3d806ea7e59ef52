"""From whom letters are, where answers to them go, and what each message is named by.

A message is named once, before it is offered for the first time: `message_id` (without its angle brackets). The part before its
"@" is the mark of the delivery, which also stands in the address for answers: outreach+<mark>@register.example.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from email.utils import parseaddr

from django.conf import settings

from accede.outreach.models import Delivery
from accede.vocabulary.errors import Refused

MARK = re.compile(r"[0-9a-f]{24}")


def sender() -> tuple[str, str]:
    """Name ("" where none is set) and address that letters are from. Raises Refused for what is no address."""
    given = settings.ACCEDE_OUTREACH_FROM or settings.ACCEDE_OUTREACH_ADDRESS or settings.DEFAULT_FROM_EMAIL
    name, address = parseaddr(given)
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", address):
        raise Refused(
            "it is not set who letters are from",
            where="ACCEDE_OUTREACH_FROM",
            remedy="Set ACCEDE_OUTREACH_ADDRESS or ACCEDE_OUTREACH_FROM to an address such as outreach@register.example",
        )
    return name, in_ascii(address)


def mailbox() -> str:
    """Our own mailbox, to which a copy of each letter goes; "" where there is none."""
    return in_ascii(settings.ACCEDE_OUTREACH_ADDRESS) if settings.ACCEDE_OUTREACH_ADDRESS else ""


def new_message_id() -> str:
    """The name of a message that was never used; it tells nothing of the letter."""
    return f"{secrets.token_hex(12)}@{sender()[1].rpartition('@')[2].lower()}"


def reply_to(message_id: str) -> str:
    """Where the answer to a message goes: our own mailbox with the mark of the delivery, or the mailbox itself; "" without one."""
    local, _, domain = mailbox().rpartition("@")
    if not local:
        return ""
    mark = message_id.partition("@")[0]
    return f"{local}{settings.ACCEDE_OUTREACH_TAG}{mark}@{domain}" if settings.ACCEDE_OUTREACH_TAG else mailbox()


def delivery_answered(address: str) -> Delivery | None:
    """The delivery whose address for answers this is; None for every other address."""
    local, _, domain = address.strip().lower().rpartition("@")
    own_local, _, own_domain = mailbox().lower().rpartition("@")
    start = f"{own_local}{settings.ACCEDE_OUTREACH_TAG}"
    if not own_local or not settings.ACCEDE_OUTREACH_TAG or domain != own_domain or not local.startswith(start):
        return None
    mark = local.removeprefix(start)
    return Delivery.objects.filter(message_id__startswith=f"{mark}@").first() if MARK.fullmatch(mark) else None


def in_ascii(address: str) -> str:
    """An address with its domain as the mail service writes it; the part before the "@" stays as it is."""
    local, at, domain = address.strip().rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address.strip()


def digest_of(salt: str, address: str) -> str:
    """What is kept of an address when it is erased: SHA-256 of salt and address, its letters made small."""
    return hashlib.sha256(f"{salt}\n{in_ascii(address).lower()}".encode()).hexdigest()
