"""The mailbox, read by IMAP (RFC 3501). It is looked at and not touched: nothing is deleted, and nothing marked unless asked."""

from __future__ import annotations

import base64
import contextlib
import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from accede.outreach.replies.address import MailboxAddress, Security
from accede.vocabulary.errors import Refused

TIMEOUT = 30
"""Seconds without a word from the server."""
LARGEST = 50 * 1024 * 1024
"""Bytes of a message that is fetched whole, as many as a source may have."""
BEGINNING = 1024 * 1024
"""Bytes that are fetched of a larger one."""
AT_ONCE = 1000
"""Message numbers that are looked through at once; the answer is one line."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,18})")


class NotGiven(Exception):
    """The server has a message and does not give it now; it is asked for again later."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a message, and whether they are only its beginning."""

    content: bytes
    is_cut: bool


class _Bounded:
    """Refuses to read more at once than a message may have, whatever the server announces."""

    def read(self, size: int) -> bytes:
        if size > LARGEST + BEGINNING:
            raise imaplib.IMAP4.abort(f"the server sends {size} bytes at once")
        data: bytes = super().read(size)  # type: ignore[misc]
        return data


class _Tls(_Bounded, imaplib.IMAP4_SSL):
    pass


class _Plain(_Bounded, imaplib.IMAP4):
    pass


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is open, to be read only. `validity` says whether message numbers still mean what they meant."""

    client: imaplib.IMAP4
    name: str
    validity: int
    next_uid: int

    def uids(self, after: int, since: date | None) -> Iterator[int]:
        """The numbers of the messages behind one, in order; of those that came on or after a day, where one is given."""
        condition = ("SINCE", f"{since.day:02}-{MONTHS[since.month - 1]}-{since.year}") if since else ()
        start, step = after + 1, AT_ONCE
        while start < self.next_uid:
            end = min(start + step, self.next_uid) - 1
            told = _numbers(self.client.uid("SEARCH", "UID", f"{start}:{end}", *condition))
            found = sorted(each for each in told if start <= each <= end)
            yield from found
            start, step = end + 1, AT_ONCE if found else step * 8

    def message_id(self, uid: int) -> tuple[str, int] | None:
        """The Message-ID of a message ("" for one without) and how many bytes it has; None where it is gone. Raises NotGiven."""
        told = _told(self.client.uid("FETCH", str(uid), "(RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"))
        if told is None:
            return None
        around, content = told
        size = _SIZE.search(around)
        named = re.search(rb"<([^<>\s]{1,248})>", content)
        return named[1].decode("ascii", "replace") if named else "", int(size[1]) if size else 0

    def message(self, uid: int, size: int) -> Fetched | None:
        """A message as it is, unmarked; its beginning where it is too large, None where it is gone. Raises NotGiven."""
        part = "BODY.PEEK[]" if size <= LARGEST else f"BODY.PEEK[]<0.{BEGINNING}>"
        told = _told(self.client.uid("FETCH", str(uid), f"({part})"))
        return Fetched(told[1], size > LARGEST) if told and told[1].strip() else None

    def has(self, message_id: str) -> bool:
        """Whether a message with this Message-ID is there."""
        wanted = _quoted(f"<{message_id.strip('<>')}>")
        return bool(_numbers(self.client.uid("SEARCH", "HEADER", "Message-ID", wanted)))


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The mailbox, with somebody signed in."""

    client: imaplib.IMAP4
    address: MailboxAddress

    def folder(self, name: str) -> Folder:
        """Open a folder to be read only. Raises Refused for one that is not there."""
        with _spoken(self.address):
            kind, _ = self.client.select(_quoted(_utf7(name)), readonly=True)
            if kind != "OK":
                raise Refused(
                    f"the mailbox has no folder {name}, or does not open it",
                    where=self.address.host,
                    remedy="Put the folder behind the server in ACCEDE_IMAP (imaps://…/INBOX)",
                )
            validity, next_uid = self._number("UIDVALIDITY"), self._number("UIDNEXT")
            if not next_uid:  # a server that does not say counts itself
                next_uid = 1 + max(_numbers(self.client.uid("SEARCH", "ALL")), default=0)
            return Folder(self.client, name, validity, next_uid)

    def mark_read(self, name: str, uids: Sequence[int]) -> None:
        """Mark messages as read."""
        if not uids:
            return
        with _spoken(self.address):
            self.client.select(_quoted(_utf7(name)))
            for at in range(0, len(uids), AT_ONCE):
                self.client.uid("STORE", ",".join(map(str, uids[at : at + AT_ONCE])), "+FLAGS.SILENT", "(\\Seen)")

    def _number(self, name: str) -> int:
        _, told = self.client.response(name)
        found = told[0] if told else None
        return int(found) if found and bytes(found).isdigit() else 0


@contextmanager
def opened(address: MailboxAddress) -> Iterator[Mailbox]:
    """The mailbox. Raises OSError where the server does not answer or goes away, Refused where it lets nobody in."""
    with _spoken(address):
        client = _connected(address)
        try:
            _sign_in(client, address)
            yield Mailbox(client, address)
        finally:
            with contextlib.suppress(imaplib.IMAP4.error, OSError):
                client.logout()


@contextmanager
def _spoken(address: MailboxAddress) -> Iterator[None]:
    """What the library raises, in our words: a connection that ended can be tried again, a refusal cannot."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Refused(
            f"the certificate of the mail server does not hold ({error.verify_message})",
            where=address.host,
            remedy="Check the name of the server, or have its certificate renewed",
        ) from error
    except imaplib.IMAP4.abort as error:
        raise ConnectionError(f"the mailbox at {address.host} ended the connection") from error
    except imaplib.IMAP4.error as error:
        raise Refused(
            "the mailbox refused what was asked of it", where=address.host, remedy="Look at the log of the mail server"
        ) from error


def _connected(address: MailboxAddress) -> imaplib.IMAP4:
    if address.security is Security.TLS:
        return _Tls(address.host, address.port, ssl_context=ssl.create_default_context(), timeout=TIMEOUT)
    client = _Plain(address.host, address.port, timeout=TIMEOUT)
    if address.security is Security.STARTTLS:
        try:
            client.starttls(ssl.create_default_context())
        except BaseException:
            with contextlib.suppress(OSError):  # a handshake that failed has closed it already
                client.shutdown()
            raise
    return client


def _sign_in(client: imaplib.IMAP4, address: MailboxAddress) -> None:
    """By PLAIN, which takes any letters, where the server has it."""
    told = f"\0{address.user}\0{address.password}".encode()
    try:
        if "AUTH=PLAIN" in client.capabilities:
            client.authenticate("PLAIN", lambda _: told)
        else:
            client.login(address.user, address.password)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, UnicodeEncodeError) as error:
        raise Refused(
            "the mailbox does not take the user name or the password",
            where=address.name,
            remedy="Check both in ACCEDE_IMAP; signs such as @ : / are written %40 %3A %2F there",
        ) from error


def _numbers(answer: tuple[str, list[Any]]) -> list[int]:
    """The message numbers of an answer to SEARCH."""
    kind, data = answer
    if kind != "OK":
        raise imaplib.IMAP4.abort("the search was refused")
    return [int(each) for line in data if line for each in bytes(line).split() if each.isdigit()]


def _told(answer: tuple[str, list[Any]]) -> tuple[bytes, bytes] | None:
    """What stands around the text of an answer to FETCH, and the text; None where the message is gone. Raises NotGiven."""
    if answer[0] != "OK":
        raise NotGiven
    around, content, is_there = b"", b"", False
    for each in answer[1]:
        if isinstance(each, tuple):
            around += each[0]
            content, is_there = each[1], True
        elif isinstance(each, bytes):
            around += each
    return (around, content) if is_there else None


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _utf7(name: str) -> str:
    """The name of a folder as IMAP writes it (RFC 3501, 5.1.3)."""
    return re.sub(r"&|[^\x20-\x7e]+", _shifted, name)


def _shifted(match: re.Match[str]) -> str:
    if match[0] == "&":
        return "&-"
    packed = base64.b64encode(match[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",")
    return f"&{packed}-"
