"""One conversation with the mail server (RFC 5321), step by step, so that at each of them it is known what the server has.

A letter is asked for in two halves. `ask` names sender and recipients: nothing of the letter has been given yet, and whatever
happens, it did not go. `give` gives the text: until its last line has left, the server must drop what it got (RFC 5321, 4.1.1.4);
from then until it answers nobody knows. That answer, and its absence, are what `Outcome` tells.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import smtplib
import ssl
from dataclasses import dataclass

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from accede.outreach.sending.changes import told
from accede.vocabulary.errors import Refused
from accede.vocabulary.label import Labelled

TEXT_SECONDS = 60.0
"""For each piece of the text."""
ANSWER_SECONDS = 120.0
"""From the end of the text to the answer: servers look through attachments meanwhile."""


class Outcome(Labelled):
    """What became of one half of asking."""

    ACCEPTED = "accepted", "accepted"
    LATER = "later", "not now"
    REFUSED = "refused", "refused"
    UNKNOWN = "unknown", "no answer"


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome and the server's own words. `is_copied`: our own mailbox is among the recipients."""

    outcome: Outcome
    words: str
    is_copied: bool = False


class Server:
    """The mail server that ACCEDE_SMTP names, connected at need and for as long as it stays."""

    def __init__(self) -> None:
        refuse_unsafe()
        self._client: smtplib.SMTP | None = None

    def open(self) -> None:
        """Connect, with TLS and certificate checked, and sign in. Raises OSError; Refused where trying again will not help."""
        if self._client is not None:
            return
        backend = EmailBackend(fail_silently=False)
        try:
            backend.open()
            self._client = backend.connection
            self._connected().ehlo_or_helo_if_needed()
        except smtplib.SMTPNotSupportedError as error:
            raise Refused(
                "the mail server offers no encryption", where=_host(), remedy="Set ACCEDE_SMTP to smtps://…"
            ) from error
        except ssl.SSLCertVerificationError as error:
            raise Refused(
                f"the mail server's certificate cannot be trusted: {error.verify_message}",
                where=_host(),
                remedy="Give ACCEDE_SMTP the name that the certificate bears; for an authority of your own set SSL_CERT_FILE",
            ) from error
        except smtplib.SMTPAuthenticationError as error:
            raise Refused(
                f"the mail server does not let us sign in: {told(error.smtp_error)}",
                where=_host(),
                remedy="Look at user and password in ACCEDE_SMTP",
            ) from error

    def close(self) -> None:
        """Hang up; a conversation that was not ended is forgotten by the server."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def quit(self) -> None:
        """Take leave."""
        if self._client is not None:
            with contextlib.suppress(OSError):
                self._client.quit()
        self.close()

    def ask(self, sender: str, recipient: str, copy_to: str, size: int) -> Answer:
        """Whether the server would take a letter of so many bytes; nothing of it is given.

        Raises OSError where the connection is lost or the server takes nothing from us now; Refused where it never will.
        """
        client = self._connected()
        options = [f"SIZE={size}"] if client.has_extn("size") else []
        code, said = client.mail(sender, options)
        if code in (552, 452) and options:  # this letter is too large for it, or for now
            self._forget()
            return Answer(Outcome.REFUSED if code == 552 else Outcome.LATER, f"{code} {told(said)}")
        if 500 <= code < 600:
            self._forget()
            raise Refused(
                f"the mail server takes nothing from {sender}: {code} {told(said)}", where=_host(), remedy=_SENDER
            )
        if code != 250:
            self.close()
            raise OSError(f"the mail server takes nothing now: {code} {told(said)}")
        code, said = client.rcpt(recipient)
        words = f"{code} {told(said)}"
        if code == 530:  # asked to sign in, or to encrypt
            self.close()
            raise Refused(f"the mail server wants something else first: {words}", where=_host(), remedy=_SENDER)
        if not 250 <= code < 253:
            if code == 421:
                self.close()
            else:
                self._forget()
            return Answer(Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER, words)
        is_ours = copy_to.lower() == recipient.lower()
        is_copied = bool(copy_to) and (is_ours or 250 <= client.rcpt(copy_to)[0] < 253)
        return Answer(Outcome.ACCEPTED, words, is_copied)

    def give(self, text: bytes) -> Answer:
        """Give the text of the letter that was asked for. Raises nothing that a server or a network can bring about.

        An answer that is none, and one that closes the connection (421), leaves it open whether the letter was taken.
        """
        client = self._connected()
        try:
            code, said = client.docmd("data")
        except OSError as error:
            self.close()
            return Answer(Outcome.LATER, f"The connection was lost before the text: {told(error)}")
        if code != 354:
            self._forget()
            return Answer(_ended(code), f"{code} {told(said)}")
        assert client.sock is not None
        try:
            client.sock.settimeout(TEXT_SECONDS)
            client.send(as_given(text))
        except OSError as error:  # its last line did not leave: the server drops it
            self.close()
            return Answer(Outcome.LATER, f"The connection was lost within the text: {told(error)}")
        try:
            client.sock.settimeout(ANSWER_SECONDS)
            code, said = client.getreply()
            client.sock.settimeout(settings.EMAIL_TIMEOUT)
        except OSError as error:
            self.close()
            return Answer(Outcome.UNKNOWN, f"The connection was lost before the answer: {told(error)}")
        if code == 421 or not (200 <= code < 300 or 400 <= code < 600):
            self.close()
            return Answer(Outcome.UNKNOWN, f"{code} {told(said)}")
        return Answer(_ended(code), f"{code} {told(said)}")

    def withdraw(self) -> None:
        """Give nothing of what was asked for."""
        self._forget()

    def _connected(self) -> smtplib.SMTP:
        client = self._client
        if client is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return client

    def _forget(self) -> None:
        """End what was begun, so that the next letter can be asked for; a server that does not do so is left."""
        try:
            if self._connected().rset()[0] != 250:
                self.close()
        except OSError:
            self.close()


def as_given(text: bytes) -> bytes:
    """The text as it goes over the line: CRLF at the end of each line, a full stop at its beginning doubled, a lone one last."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", text)
    lines = re.sub(rb"(?m)^\.", b"..", lines)
    return lines + (b"" if lines.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def refuse_unsafe() -> None:
    """Raises Refused where no mail server is set, or one on another machine that letters would go to unencrypted."""
    if not settings.ACCEDE_MAIL:
        raise Refused(
            "no mail server is set", where="ACCEDE_SMTP", remedy="Set ACCEDE_SMTP, or mark letters as sent by hand"
        )
    if not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or _is_this_machine(settings.EMAIL_HOST)):
        raise Refused(
            "letters go to a mail server on another machine only encrypted",
            where=_host(),
            remedy="Set ACCEDE_SMTP to smtps://…",
        )


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _ended(code: int) -> Outcome:
    if 200 <= code < 300:
        return Outcome.ACCEPTED
    return Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER


def _host() -> str:
    return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"


_SENDER = "Look at ACCEDE_OUTREACH_FROM and at user and password in ACCEDE_SMTP"
