"""A real mail server that can be told how to behave at each step, and keeps what it took."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

MAILBOX = "outreach@register.example"
"""Our own, to which a copy of each letter goes."""


@dataclass
class PostOffice:
    """`to` gives the answer to an address, `text` that to a text ("" takes it, None hangs up); `taken` is what was taken.

    Each of `taken` is the recipients and the message; `raw` their bytes as they came.
    """

    to: Callable[[str], str] = lambda address: ""
    text: Callable[[EmailMessage], str | None] = lambda mail: ""
    taken: list[tuple[tuple[str, ...], EmailMessage]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    meanwhile: Callable[[EmailMessage], object] = lambda mail: None
    """Done after a message was kept and before the answer."""
    port: int = 0

    @property
    def url(self) -> str:
        """As ACCEDE_SMTP has it."""
        return f"smtp+plain://127.0.0.1:{self.port}"

    @property
    def mails(self) -> list[EmailMessage]:
        """What was taken."""
        return [mail for _, mail in self.taken]

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        self.asked.append(address)
        if answer := self.to(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=policy.default)
        answer = self.text(mail)
        if answer:
            return answer
        self.raw.append(envelope.original_content)
        self.taken.append((tuple(envelope.rcpt_tos), mail))
        self.meanwhile(mail)
        if answer is None:
            server.transport.abort()
        return "250 taken"


@contextmanager
def post_office(*, tls: ssl.SSLContext | None = None, implicit: bool = False, **behaviour: Any) -> Iterator[PostOffice]:
    """The server, listening on this machine; `tls` offers STARTTLS and demands it, `implicit` speaks TLS from the first word."""
    office = PostOffice(port=free_port(), **behaviour)
    further: dict[str, Any] = {"ssl_context": tls} if implicit else {"tls_context": tls, "require_starttls": bool(tls)}
    controller = Controller(office, hostname="127.0.0.1", port=office.port, data_size_limit=2**26, **further)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
