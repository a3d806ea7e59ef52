"""The head of a message: who sent it, what it answers, whether a person wrote it. Never raises, whatever the message is. Pure.

Everything here is what the message says of itself; the sender's address is no proof of who sent it.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from email import errors, policy
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser, HeaderParser
from email.utils import getaddresses, parseaddr, parsedate_to_datetime

import olefile

from accede.intake.documents import msg
from accede.paper.sound import UNPRINTABLE
from accede.paper.tree import Table, paragraph_text
from accede.vocabulary.errors import Unreadable

BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
    errors.MessageError,
    AssertionError,
)
BROKEN_FILE = (*BROKEN, OSError, EOFError)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MESSAGE_ID = re.compile(r"<[^<>\s]{1,248}>")
LARGEST_HEAD = 2 * 1024 * 1024
"""Bytes of fields that are looked at; what stands behind is text."""
MOST_REFERENCES = 200
MOST_RECIPIENTS = 20_000
MOST_PARTS = 500
LONGEST_ADDRESS, LONGEST_NAME, LONGEST_SUBJECT = 320, 300, 1000
EARLIEST = date(1990, 1, 1)
OF_THE_WAY = re.compile(
    r"^(?:received|return-path|delivered-to|x-.*|dkim-.*|arc-.*|authentication-results|envelope-to|status|domainkey-.*)$",
    re.IGNORECASE,
)
"""Fields that each server adds: two that got the same message differ in them."""
BY_ITSELF = re.compile(
    r"^\s*(?:automatic reply|auto(?:matic)?[ -]?(?:re(?:ply|sponse))|out of (?:the )?office|réponse automatique"
    r"|absence du bureau|respuesta automática|fuera de la oficina|автоматический ответ|автоответ|自动回复|自動回覆|رد تلقائي"
    r"|الرد التلقائي)\b",
    re.IGNORECASE,
)
NOT_DELIVERED = re.compile(
    r"^\s*(?:undeliver(?:ed|able)|mail delivery (?:failed|subsystem)|delivery (?:status notification|has failed)"
    r"|returned mail|failure notice)",
    re.IGNORECASE,
)
DAEMONS = frozenset({"mailer-daemon", "postmaster", "mail-daemon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a message says of itself; "" and None for what it does not.

    `answers` are Message-IDs without brackets, the nearest first; of a report of the mail service, that of the message it is about.
    `recipients` are addresses in lower case. `failed` are those that a report says could not be reached.
    """

    message_id: str = ""
    answers: tuple[str, ...] = ()
    sender: str = ""
    sender_name: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    sent_on: date | None = None
    is_automatic: bool = False
    is_report: bool = False
    failed: tuple[str, ...] = ()
    content_sha256: str = ""


def head_of(content: bytes) -> Head:
    """The head of a message as mail programs (.eml) or Outlook (.msg) save it; an empty one for what is no message."""
    content_sha256 = hashlib.sha256(content).hexdigest()
    if content.startswith(COMPOUND):
        return replace(_of_outlook(content), content_sha256=content_sha256)
    fields = _fields(content)
    head = _read(fields)
    if head.is_report:
        about, failed = _report(content)
        head = replace(head, answers=tuple(dict.fromkeys((*about, *head.answers)))[:MOST_REFERENCES], failed=failed)
    return replace(head, content_sha256=_content(content, fields))


def is_message(content: bytes) -> bool:
    """Whether the bytes begin as a message does: with fields, among them who sent it or when."""
    if content.startswith(COMPOUND):
        return bool(_streams(content))
    fields = _fields(content)
    return any(fields.get(name) is not None for name in ("From", "Message-ID", "Return-Path")) and any(
        fields.get(name) is not None for name in ("Date", "Subject", "To", "Received")
    )


def _fields(content: bytes) -> Message:
    """The fields at the beginning, without the text. An empty message where they cannot be read."""
    start = content.lstrip(b"\xef\xbb\xbf\r\n")[:LARGEST_HEAD]
    match = re.search(rb"\r?\n\r?\n", start)
    try:
        return BytesParser(policy=policy.compat32).parse(
            io.BytesIO(start[: match.end()] if match else start), headersonly=True
        )
    except BROKEN:
        return Message()


def _read(fields: Message) -> Head:
    sender_name, sender = _address(_field(fields, "From") or _field(fields, "Sender"))
    subject = _field(fields, "Subject")[:LONGEST_SUBJECT]
    is_report = _is_report(fields, sender, subject)
    own = MESSAGE_ID.search(_raw(fields, "Message-ID"))
    return Head(
        message_id=_id(own[0]) if own else "",
        answers=_answers(_raw(fields, "In-Reply-To"), _raw(fields, "References")),
        sender=sender,
        sender_name=sender_name,
        recipients=tuple(_recipients(fields)),
        subject=subject,
        sent_on=_day(_raw(fields, "Date")),
        is_automatic=not is_report and _is_automatic(fields, subject),
        is_report=is_report,
    )


def _is_report(fields: Message, sender: str, subject: str) -> bool:
    """Whether a mail service wrote it: by its kind, else by who sent it and what it is called."""
    if fields.get_content_type() == "multipart/report" and "delivery-status" in _raw(fields, "Content-Type").lower():
        return True
    by_daemon = sender.partition("@")[0] in DAEMONS or "".join(_raw(fields, "Return-Path").split()) == "<>"
    return bool(_raw(fields, "X-Failed-Recipients")) or (by_daemon and bool(NOT_DELIVERED.match(subject)))


def _is_automatic(fields: Message, subject: str) -> bool:
    """Whether a program answered, or a circular: RFC 3834 and 2919, and what programs did before."""
    submitted = _raw(fields, "Auto-Submitted").strip().lower()
    return (
        (bool(submitted) and not submitted.startswith("no"))
        or any(
            _raw(fields, name)
            for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "List-Id", "List-Unsubscribe")
        )
        or _raw(fields, "Precedence").strip().lower() in ("auto_reply", "bulk", "junk", "list")
        or "disposition-notification" in _raw(fields, "Content-Type").lower()
        or bool(BY_ITSELF.match(subject))
    )


def _report(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of a report of the mail service: which message it is about, and which addresses it could not reach."""
    about: list[str] = []
    failed: list[str] = []
    try:
        whole: Message = BytesParser(policy=policy.compat32).parse(io.BytesIO(content))
        failed += _raw(whole, "X-Failed-Recipients").lower().split(",")[:MOST_REFERENCES]
        for number, part in enumerate(whole.walk()):
            if number > MOST_PARTS:
                break
            failed += _failed(part)
            about += [_id(match[0]) for match in MESSAGE_ID.finditer(_original(part))]
    except BROKEN:
        pass
    found = dict.fromkeys(_clean(each) for each in failed if "@" in each)
    return tuple(dict.fromkeys(about))[:MOST_REFERENCES], tuple(found)[:MOST_REFERENCES]


def _failed(part: Message) -> list[str]:
    """The addresses that a report says could not be reached (RFC 3464)."""
    blocks = part.get_payload() if part.get_content_type() == "message/delivery-status" else None
    if not isinstance(blocks, list):
        return []
    return [
        _raw(one, "Final-Recipient").partition(";")[2].strip().strip("<>").lower()[:LONGEST_ADDRESS]
        for one in blocks[:MOST_PARTS]
        if isinstance(one, Message) and _raw(one, "Action").lower() == "failed"
    ]


def _original(part: Message) -> str:
    """The Message-ID of the message that a report brings along; "" where the part is none."""
    payload = part.get_payload()
    match part.get_content_type():
        case "message/rfc822" if isinstance(payload, list) and payload and isinstance(payload[0], Message):
            return _raw(payload[0], "Message-ID")
        case "text/rfc822-headers" if isinstance(payload, str):
            return _raw(HeaderParser(policy=policy.compat32).parsestr(payload[:LARGEST_HEAD]), "Message-ID")
        case _:
            return ""


def _answers(in_reply_to: str, references: str) -> tuple[str, ...]:
    """What it answers first, then what came before, the last of it first."""
    before = [_id(match[0]) for match in MESSAGE_ID.finditer(references[-100_000:])]
    nearest = [_id(match[0]) for match in MESSAGE_ID.finditer(in_reply_to[:10_000])]
    return tuple(dict.fromkeys((*nearest, *reversed(before))))[:MOST_REFERENCES]


def _recipients(fields: Message) -> Iterator[str]:
    """Every address it went to, as far as it tells."""
    named = [
        str(value)[:LARGEST_HEAD]
        for name in ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc", "Resent-To")
        for value in fields.get_all(name, ())
    ]
    try:
        found = [address for _, address in getaddresses(named)]
    except BROKEN:
        found = re.findall(r"[^\s<>,;:\"']{1,200}@[^\s<>,;:\"']{1,120}", " ".join(named))
    seen: dict[str, None] = {}
    for address in found[:MOST_RECIPIENTS]:
        if "@" in address:
            seen[_clean(address).lower()[:LONGEST_ADDRESS]] = None
    yield from seen


def _address(field: str) -> tuple[str, str]:
    """Name and address of a field such as From; the address in lower case."""
    try:
        name, address = parseaddr(field)
    except BROKEN:
        name, address = "", ""
    return _clean(name)[:LONGEST_NAME], _clean(address).lower()[:LONGEST_ADDRESS] if "@" in address else ""


def _day(field: str) -> date | None:
    """The day it says it was sent on, in the sender's own time; None for what is no day of our time."""
    try:
        day = parsedate_to_datetime(field).date()
    except (*BROKEN, IndexError):
        return None
    return day if day >= EARLIEST else None


def _raw(fields: Message, name: str) -> str:
    """A field as it stands, its lines made one."""
    try:
        return " ".join(str(fields.get(name) or "").split())
    except BROKEN:
        return ""


def _field(fields: Message, name: str) -> str:
    """A field as it reads."""
    raw = _raw(fields, name)
    try:
        return _clean(" ".join(str(make_header(decode_header(raw))).split()))
    except BROKEN:
        return _clean(raw)


def _id(text: str) -> str:
    return _clean(text.strip().strip("<>"))[:250]


def _clean(text: str) -> str:
    """Without what no text has: what a database or a page could not take (surrogates of broken bytes among it)."""
    return UNPRINTABLE.sub("", text.encode("utf-8", "replace").decode("utf-8")).strip()


def _content(content: bytes, fields: Message) -> str:
    """SHA-256 of the fields that the sender wrote and the text, without the traces of the way."""
    start = content.lstrip(b"\xef\xbb\xbf\r\n")
    match = re.search(rb"\r?\n\r?\n", start[:LARGEST_HEAD])
    hashed = hashlib.sha256()
    for name, value in sorted(
        (name.lower(), str(value)) for name, value in _items(fields) if not OF_THE_WAY.match(name)
    ):
        hashed.update(f"{name}:{' '.join(value.split())}\n".encode("utf-8", "surrogateescape"))
    body = start[match.end() :] if match else b""
    hashed.update(body.replace(b"\r\n", b"\n").rstrip())
    return hashed.hexdigest()


def _items(fields: Message) -> Iterable[tuple[str, object]]:
    try:
        return fields.items()
    except BROKEN:
        return ()


# Outlook: the message's own fields stand in one property as they were sent, or in properties of their own ([MS-OXPROPS]).
_TRANSPORT, _OWN, _PARENT, _EARLIER = "007D", "1035", "1042", "1039"


def _streams(content: bytes) -> dict[str, str]:
    """The text properties of a message of Outlook that tell of its thread; {} where it is none, or damaged."""
    found: dict[str, str] = {}
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            names = {"/".join(path) for path in file.listdir()[:10_000]}
            if "__properties_version1.0" not in names:
                return {}
            found["is_message"] = "yes"
            for number in (_TRANSPORT, _OWN, _PARENT, _EARLIER):
                for kind, codec in (("001F", "utf-16-le"), ("001E", "latin-1")):
                    name = f"__substg1.0_{number}{kind}"
                    if number not in found and name in names:
                        data = file.openstream(name).read(LARGEST_HEAD)
                        found[number] = data.decode(codec, "replace").rstrip("\0")
    except BROKEN_FILE:
        return found
    return found


def _shown(content: bytes) -> Message:
    """The fields as the reader of such files gives them: a message that never went over the net has no others."""
    fields = Message()
    try:
        document = msg.read(content, name="message.msg")
    except Unreadable:
        return fields
    for block in document.sections[0].blocks if document.sections else ():
        for row in block.rows if isinstance(block, Table) else ():
            name, value = (paragraph_text(cell.paragraphs) for cell in row.cells[:2])
            fields[name.strip()] = " ".join(value.split())
    return fields


def _of_outlook(content: bytes) -> Head:
    """What a message of Outlook tells; who sent it and when is read by the reader of such files where the fields are not there."""
    streams = _streams(content)
    head = _read(_fields(streams.get(_TRANSPORT, "").encode("utf-8", "replace")))
    if not head.sender and not head.subject:
        head = _read(_shown(content))
    own = MESSAGE_ID.search(streams.get(_OWN, ""))
    return replace(
        head,
        message_id=head.message_id or (_id(own[0]) if own else ""),
        answers=head.answers or _answers(streams.get(_PARENT, ""), streams.get(_EARLIER, "")),
    )


__all__ = ["Head", "head_of", "is_message"]
