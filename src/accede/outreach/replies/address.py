"""Where the mailbox is: what ACCEDE_IMAP says. Pure."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from accede.vocabulary.errors import Refused
from accede.vocabulary.label import Labelled

_REMEDY = (
    "Set ACCEDE_IMAP to imaps://user:password@host/folder (or imap:// for STARTTLS; imap+plain:// on this machine only)"
)


class Security(Labelled):
    """How the connection is kept from being read on its way."""

    TLS = "imaps", "TLS"
    STARTTLS = "imap", "STARTTLS"
    NONE = "imap+plain", "none"


_PORTS = {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143}


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxAddress:
    """A mailbox: the server, who signs in, and which folders are read."""

    host: str
    port: int
    security: Security
    user: str
    password: str = field(repr=False)
    folders: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called in the log of what came: user@host, without the password."""
        user = self.user if "@" in self.user else f"{self.user}@{self.host}"
        return user[:150]


def mailbox_address(url: str) -> MailboxAddress:
    """The mailbox of an address such as imaps://user:password@host:993/INBOX,Archive. Raises Refused, without the password."""
    try:
        parts = urlsplit(url)
        security = Security(parts.scheme)
        port = parts.port or _PORTS[security]
    except ValueError as error:
        raise Refused(
            "the address of the mailbox is none that is understood", where="ACCEDE_IMAP", remedy=_REMEDY
        ) from error
    if not parts.hostname or not parts.username or parts.password is None:
        raise Refused(
            "the address of the mailbox names no server, user or password", where="ACCEDE_IMAP", remedy=_REMEDY
        )
    if security is Security.NONE and not _is_this_machine(parts.hostname):
        raise Refused(
            "a password is not sent over the net in the clear",
            where="ACCEDE_IMAP",
            remedy="Use imaps:// or imap:// (STARTTLS)",
        )
    folders = tuple(unquote(each) for each in parts.path.strip("/").split(",") if each)
    return MailboxAddress(
        host=parts.hostname,
        port=port,
        security=security,
        user=unquote(parts.username),
        password=unquote(parts.password),
        folders=folders or ("INBOX",),
    )


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
