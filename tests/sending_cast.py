"""Letters that can be sent: a round that was cleared, missions with addresses, and settings that lead to a mail server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from accede.outreach.models import Contact, Delivery
from accede.outreach.rounds.held import letters_of
from accede.outreach.rounds.plan import plan_round
from accede.outreach.sending import job
from accede.outreach.sending.queue import Queued, queue
from accede.vocabulary.letters import Post
from accede.vocabulary.partial_date import PartialDate
from post_office import MAILBOX, PostOffice
from rounds_cast import DRAFTER, ROUND, cleared, planned

STATES = ("CUB", "KOR", "SGP")
LANGUAGES = {"CUB": "es", "MAR": "fr", "LAO": "fr", "KAZ": "ru", "CHN": "zh", "EGY": "ar"}


def lead_to(settings: Any, office: PostOffice, *, per_minute: int = 60_000) -> None:
    """Mail goes to this server, and a copy of each letter to our own mailbox."""
    settings.ACCEDE_MAIL, settings.ACCEDE_MAIL_PER_MINUTE = True, per_minute
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 20
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_FROM = MAILBOX, ""
    settings.ACCEDE_OUTREACH_TAG, settings.ACCEDE_IMAP = "+", ""


def address_of(iso3: str) -> str:
    """Where the mission of a State gets its mail."""
    return f"mission.{iso3.lower()}@{iso3.lower()}.example"


def mission(iso3: str, *, post: Post = Post.GENEVA, email: str | None = None, **columns: Any) -> Contact:
    """A mission with an address."""
    about = {"organization": f"Permanent Mission {iso3}", "language": LANGUAGES.get(iso3, "en"), **columns}
    return Contact.objects.create(
        state=iso3,
        post=post.value,
        email=address_of(iso3) if email is None else email,
        changed_by="drafter",
        changed_at=datetime.now(UTC),
        **about,
    )


def round_to(*states: str, language: str = "en", **changed: Any) -> str:
    """A round of letters to these States that was read and cleared; each has a mission."""
    for iso3 in states:
        mission(iso3)
    if isinstance(on := changed.get("on"), str):
        changed |= {"on": PartialDate.parse(on), "as_of": PartialDate.parse(on)}
    key = planned(*states, language=language, **changed)
    cleared(key)
    return key


def round_in(languages: Mapping[str, str], *, on: str = "", clears: bool = True) -> str:
    """A round of letters in these languages (by State), on a day; nobody gets a contact by it."""
    day = {"on": PartialDate.parse(on), "as_of": PartialDate.parse(on)} if on else {}
    key = plan_round(DRAFTER, replace(ROUND, **day), languages)
    if clears:
        cleared(key)
    return key


def queued(round_key: str, *states: str, **further: Any) -> Queued:
    """Somebody presses the button for these letters, or for all of the round."""
    held = letters_of(round_key)
    return queue(DRAFTER, round_key, [held[iso3].key for iso3 in states or held], **further)


def sent(through: int = 0) -> job.Sent:
    """The job runs, here and now."""
    return job.run(job.Asked(through), lambda what, done, of: None)


def to(iso3: str) -> Delivery:
    """The last delivery to a State."""
    return Delivery.objects.filter(letter__endswith=f"/{iso3}").order_by("-pk")[0]


def later(minutes: int = 10) -> None:
    """Time passes: what was offered was offered so long ago."""
    for each in Delivery.objects.exclude(offered_at=None):
        each.offered_at -= timedelta(minutes=minutes)
        each.save(update_fields=["offered_at"])
    Delivery.objects.exclude(not_before=None).update(not_before=datetime.now(UTC) - timedelta(seconds=1))
