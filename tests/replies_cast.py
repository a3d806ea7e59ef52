"""Messages for tests, as mail programs write them, and letters that have gone to the States that answer."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

from accede.outreach.models import Delivery, DeliveryState, Incoming
from accede.outreach.replies.keep import keep_message
from accede.outreach.rounds.held import letters_of
from accede.vocabulary.letters import LetterStep
from rounds_cast import cleared, planned, stepped

ADDRESS = "outreach@register.example"
CHINA, UNITED_STATES = "mission.china@chn.example", "mission.usa@usa.example"
UNCHANGED = "There is no change in the position of China on anti-personnel mines."
MARK = "0123456789abcdef01234567"


def mail(
    text: str = UNCHANGED,
    *,
    sender: str = f"Permanent Mission of China <{CHINA}>",
    subject: str = "Re: Information on your position",
    sent: str = "Mon, 06 May 2019 10:15:00 +0200",
    message_id: str = "<answer-1@chn.example>",
    to: str = ADDRESS,
    **fields: str,
) -> bytes:
    """A message; underscores of further fields stand for hyphens."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, to, subject, sent
    if message_id:
        made["Message-ID"] = message_id
    for name, value in fields.items():
        made[name.replace("_", "-")] = value
    made.set_content(f"{text}\n")
    return bytes(made)


def letters_gone(*states: str) -> str:
    """A round of letters of 26 March 2019 to these States that has gone; returns its key."""
    key = planned(*states)
    cleared(key)
    stepped(key, LetterStep.SENT)
    return key


def delivered(round_key: str, state: str, *, mark: str = MARK) -> Delivery:
    """The message by which the letter to a State went."""
    now = datetime.now(UTC)
    return Delivery.objects.create(
        letter=letters_of(round_key)[state].key,
        address=f"mission.{state.lower()}@{state.lower()}.example",
        address_digest=mark,
        salt="",
        message_id=f"{mark}@register.example",
        state=DeliveryState.TAKEN.value,
        content_sha256="",
        queued_by="drafter",
        queued_at=now,
        ended_at=now,
    )


def came(content: bytes, **further: object) -> Incoming:
    """The message comes in; its row."""
    return Incoming.objects.get(pk=keep_message(content, came_by="presidency@register.example", **further).number)  # type: ignore[arg-type]
