"""The message that a letter goes out in: a few lines in the letter's language, the letter and the form attached. MIME, UTF-8."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from email import errors, policy
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from accede.activities.letters import Letter, Round
from accede.outreach.letter.address import table_name
from accede.outreach.models import Delivery
from accede.outreach.sending.addresses import in_ascii, reply_to, sender
from accede.outreach.sending.enclose import Enclosed
from accede.paper.tree import Document, text_of
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterForm

WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_SUBJECT = 200


class _Written(policy.EmailPolicy):
    """The library's own way of folding a subject that is not ASCII alone loses or doubles a space at the fold (Python 3.11)."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name != "Subject":
            return super().fold_binary(name, value)
        return f"{name}: {Header(str(value), header_name=name).encode(linesep=self.linesep)}{self.linesep}".encode(
            "ascii"
        )


SEVEN_BITS = _Written(linesep="\r\n", cte_type="7bit")
"""Every mail server takes it, whatever it offers."""
_UNWRITABLE = (ValueError, IndexError, errors.MessageError)
"""What the library of mail raises for an address or a field that it cannot write."""


class Covering(msgspec.Struct, frozen=True):
    """What stands in the message, in one language. Read from data/covering.toml."""

    letter: str
    note_verbale: str
    number: str
    date: str
    subject: str
    colon: str
    form: str
    reply: str


@cache
def covering(language: str) -> Covering:
    """The words of a language. Raises KeyError for one that is none of the six."""
    read = tomllib.loads((files("accede") / "data" / "covering.toml").read_text(encoding="utf-8"))
    return msgspec.convert(read[language], Covering)


def message(
    delivery: Delivery,
    round_: Round,
    letter: Letter,
    document: Document,
    enclosed: Enclosed,
    *,
    at: datetime,
    answers: str = "",
) -> EmailMessage:
    """The message of a delivery. `answers` is the Message-ID of an earlier letter that it reminds of, "" for none.

    Raises Refused for an address that cannot be written to, and for whatever else cannot be written into a message: one letter
    that cannot go keeps no other from going.
    """
    try:
        return _made(delivery, round_, letter, document, enclosed, at, answers)
    except _UNWRITABLE as error:
        raise Refused(
            f"no message can be made of it: {error}", where=delivery.letter, remedy="Correct the letter or the contact"
        ) from error


def _made(
    delivery: Delivery,
    round_: Round,
    letter: Letter,
    document: Document,
    enclosed: Enclosed,
    at: datetime,
    answers: str,
) -> EmailMessage:
    made = EmailMessage(policy=SEVEN_BITS)
    name, address = sender()
    made["From"] = Address(display_name=name, addr_spec=address)
    made["To"] = Address(addr_spec=recipient(delivery))
    if answer_to := reply_to(delivery.message_id):
        made["Reply-To"] = Address(addr_spec=answer_to)
    subject = _line(text_of(document.title))
    made["Subject"] = _line(f"{letter.number}: {subject}" if letter.number else subject)[:LONGEST_SUBJECT]
    made["Date"] = format_datetime(at)
    made["Message-ID"] = f"<{delivery.message_id}>"
    if answers:
        made["In-Reply-To"] = made["References"] = f"<{answers}>"
    made.set_content("\n\n".join(_paragraphs(delivery, round_, letter, subject)) + "\n")
    what = "note-verbale" if round_.form is LetterForm.NOTE_VERBALE else "letter"
    about = "-".join(filter(None, (re.sub(r"[^A-Za-z0-9]+", "-", letter.number).strip("-"), letter.state)))
    made.add_attachment(enclosed.letter, maintype="application", subtype="pdf", filename=f"{what}-{about}.pdf")
    if enclosed.form:
        made.add_attachment(enclosed.form, maintype="application", subtype=WORD, filename=f"form-{about}.docx")
    made["Content-Language"] = (
        letter.language
    )  # last: what makes a message of several parts moves such fields into the first
    return made


def recipient(delivery: Delivery) -> str:
    """The address as the mail service writes it. Raises Refused for one that it cannot write."""
    address = in_ascii(delivery.address)
    if not address.isascii() or not re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+", address):
        raise Refused("this address cannot be written to", where=delivery.letter, remedy="Correct the contact")
    return address


def _paragraphs(delivery: Delivery, round_: Round, letter: Letter, subject: str) -> list[str]:
    words = covering(letter.language)
    opening = words.note_verbale if round_.form is LetterForm.NOTE_VERBALE else words.letter
    told = (
        (words.number, letter.number),
        (words.date, round_.on.wording(letter.language)),
        (words.subject, subject),
    )
    return [
        _presiding(opening, round_, letter.language),
        "\n".join(f"{name}{words.colon}{value}" for name, value in told if value),
        *([words.form] if delivery.bears_form else []),
        *([words.reply] if reply_to(delivery.message_id) else []),
    ]


def _presiding(opening: str, round_: Round, language: str) -> str:
    """The first sentence, with the State that presides where one is known."""
    if not round_.presidency:
        return re.sub(r"\s*[(（]\{presidency\}[)）]", "", opening)
    return opening.format(presidency=table_name(round_.presidency, language))


def _line(text: str) -> str:
    return " ".join(text.split())
