"""The link by which one State's entry is confirmed: made, found, revoked.

A link ends in a token: 32 random bytes and their signature. Only the SHA-256 of the token is kept. The secret in the address is
the whole authority, so whoever finds out one token has found out nothing about another, and whoever reads the database has none.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import LetterVersion, RoundVersion
from accede.outreach.models import ConfirmLink, Submission
from accede.records.current import current
from accede.records.values import Evidence, View
from accede.vocabulary.confirming import LinkState
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names

IN_WORK = Classification.PRESIDENCY
SECRET_BYTES = 32
SIGNATURE_BYTES = 16
SHAPE = re.compile(r"[A-Za-z0-9_-]{43}[A-Za-z0-9_-]{22}")
"""32 bytes and 16 bytes, each in base64 for addresses, without padding."""
OPEN_FOR = timedelta(days=180)
"""A letter of March is answered before the meeting of November, or not at all."""
SALT = "accede.outreach.confirm.link"
PLACE = "/confirm/"


@dataclass(frozen=True, slots=True)
class Made:
    """A link that was made: its number, and its address, which nobody can tell again."""

    number: int
    address: str


def make_link(
    actor: Actor,
    *,
    treaty: str,
    state: str,
    language: str,
    as_of: date,
    letter: str = "",
    open_for: timedelta = OPEN_FOR,
    now: datetime | None = None,
) -> Made:
    """Make a link about one State (ISO alpha-3 key). Raises NotAllowed, UnknownName, and Refused without an address of the site."""
    actor.must(Verb.RECORD, IN_WORK, where=state)
    shipped_names().short(state)
    if not settings.ACCEDE_ADDRESS:
        raise Refused(
            "the site does not know its own address, so no link to it can be written",
            remedy="Set ACCEDE_ADDRESS (https://register.example) and start it again",
        )
    at, token = now or datetime.now(UTC), new_token()
    row = ConfirmLink.objects.create(
        token_hash=hash_of(token),
        treaty=treaty,
        state=state,
        language=Language(language).value,
        letter=letter,
        as_of=as_of,
        expires_at=at + open_for,
        made_by=actor.name,
        made_at=at,
    )
    return Made(row.pk, f"{settings.ACCEDE_ADDRESS}{PLACE}{token}")


def link_for(actor: Actor, letter_key: str) -> str:
    """The address of a new link for a letter: about its State, in its language, as of the day of its annex.

    Each call makes another link; those made before stay open, since a letter may bear one already. Raises UnknownName for a
    letter or round that is not held, NotAllowed, Refused.
    """
    letter: Evidence[Letter] = _held(LetterVersion, letter_key)
    round_held: Evidence[Round] = _held(RoundVersion, letter.fact.round)
    made = make_link(
        actor,
        treaty=letter.fact.treaty,
        state=letter.fact.state,
        language=letter.fact.language,
        as_of=round_held.fact.as_of.counts_from,
        letter=letter_key,
    )
    return made.address


def find(token: str) -> ConfirmLink | None:
    """The link that a token opens, in whatever state; None for every other text.

    The work is the same for all of them: what is signed wrongly is looked up too, and every comparison takes constant time.
    """
    given = token if SHAPE.fullmatch(token) else "-" * 65
    is_signed = hmac.compare_digest(given[43:], _signature(given[:43]))
    hashed = hash_of(given)
    row = ConfirmLink.objects.filter(token_hash=hashed).first()
    is_held = hmac.compare_digest(row.token_hash if row else "-" * 64, hashed)
    return row if is_signed and is_held else None


def state_of(link: ConfirmLink, *, now: datetime | None = None) -> LinkState:
    """What a link still opens. What was sent is told as such also after its time, by whoever dealt with it."""
    at = now or datetime.now(UTC)
    if link.revoked_at is not None:
        return LinkState.REVOKED
    newest = newest_sent(link)
    if newest is not None and newest.dealt_with_at is not None:
        return LinkState.USED
    if link.expires_at <= at:
        return LinkState.EXPIRED
    return LinkState.SENT if newest else LinkState.OPEN


def newest_sent(link: ConfirmLink) -> Submission | None:
    """What was sent last by a link."""
    return Submission.objects.filter(link=link).order_by("-pk").first()


def revoke(actor: Actor, numbers: Iterable[int], *, now: datetime | None = None) -> int:
    """Revoke links that are not revoked; returns how many. Raises NotAllowed."""
    actor.must(Verb.RECORD, IN_WORK)
    at = now or datetime.now(UTC)
    return ConfirmLink.objects.filter(pk__in=list(numbers), revoked_at=None).update(revoked_at=at)


def revoke_of(letter: str, *, now: datetime | None = None) -> int:
    """Revoke the links of a letter that is taken back: a file of it with its link in it may be about. Returns how many."""
    return ConfirmLink.objects.filter(letter=letter, revoked_at=None).update(revoked_at=now or datetime.now(UTC))


def new_token() -> str:
    """A token nobody has."""
    secret = _text(secrets.token_bytes(SECRET_BYTES))
    return secret + _signature(secret)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _signature(secret: str) -> str:
    return _text(salted_hmac(SALT, secret, algorithm="sha256").digest()[:SIGNATURE_BYTES])


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _held(model: type, key: str) -> Evidence:  # type: ignore[type-arg]  # of the model's own fact
    found = current(model, View(as_of=date.max, known_on=datetime.now(UTC)), key=key)
    if not found:
        raise UnknownName("nothing of letters is held under this key", where=key, remedy="Look at the list of letters")
    return found[0]
