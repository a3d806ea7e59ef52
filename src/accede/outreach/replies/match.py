"""Which letter a message answers, and which State sent it: what is certain by itself, and what is suggested with its reason.

The tag in the address and the thread are known only to who got the letter. A sender's address and name can be written by anybody:
they are suggestions, and a person decides. Whatever it is, nothing is recorded before a person has looked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from accede.activities.letters import Letter
from accede.activities.models import LetterVersion
from accede.outreach.models import Contact, Delivery, Incoming, IncomingKind
from accede.outreach.rounds.held import now
from accede.outreach.sending.addresses import delivery_answered
from accede.records.current import current
from accede.records.values import Evidence
from accede.vocabulary.label import Labelled
from accede.vocabulary.letters import LetterStep

MOST_IDS = 200
PUBLIC_DOMAINS = frozenset(
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "yahoo.fr", "icloud.com", "aol.com",
        "gmx.com", "gmx.net", "proton.me", "protonmail.com", "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com",
        "bluewin.ch", "un.org",
    }
)  # fmt: skip
"""Domains at which many States have addresses: they tell nothing."""


class MatchGround(Labelled):
    """By what a message is matched, the strongest first."""

    TAG = "tag", "it was sent to the address of this letter"
    THREAD = "thread", "it answers the message with this letter"
    SENDER = "sender", "the address of the sender is that of a contact"
    DOMAIN = "domain", "the address of the sender ends like that of a contact"
    NAMED = "named", "the message names this State as its sender"
    PERSON = "person", "somebody said so"

    @property
    def is_certain(self) -> bool:
        """Whether only who got the letter could write so."""
        return self in (MatchGround.TAG, MatchGround.THREAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A State (ISO alpha-3) that may have sent it, the letter it would answer ("" for none), and why."""

    state: str
    letter: str
    ground: MatchGround


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What is certain ("" where nothing is), and everything that speaks for a State, the strongest first."""

    state: str
    letter: str
    ground: MatchGround | None
    suggestions: tuple[Suggestion, ...]


def match(row: Incoming, *, named: str = "") -> Match:
    """What speaks for which State; `named` is the State that the text of the message names.

    It is certain where tag and thread name one letter, and the sender is not known as another State's.
    """
    found = tuple(dict.fromkeys(_suggested(row, named)))
    sure = [each for each in found if each.ground.is_certain]
    others = {each.state for each in found if each.ground is MatchGround.SENDER}
    states = {each.state for each in sure}
    is_report = row.kind == IncomingKind.BOUNCE.value
    if len(states) == 1 and (is_report or not others or others & states):
        return Match(state=sure[0].state, letter=sure[0].letter, ground=sure[0].ground, suggestions=found)
    return Match(state="", letter="", ground=None, suggestions=found)


def letters_open(iso3: str) -> tuple[Evidence[Letter], ...]:
    """The letters that have gone to a State and wait for an answer, the last one first; behind them those that were answered."""
    held: list[Evidence[Letter]] = current(LetterVersion, now(), state=iso3)
    gone = [each for each in reversed(held) if each.fact.step.has_gone]
    closed = (LetterStep.REPLIED, LetterStep.CLOSED)
    return tuple(sorted(gone, key=lambda each: each.fact.step in closed))


def _suggested(row: Incoming, named: str) -> Iterator[Suggestion]:
    if (delivery := delivery_answered(row.recipient)) is not None:
        yield from _by_letter(delivery.letter, MatchGround.TAG)
    ids = row.in_reply_to.split()[:MOST_IDS]
    if ids:
        by_id = dict(Delivery.objects.filter(message_id__in=ids).values_list("message_id", "letter"))
        for letter in dict.fromkeys(by_id[each] for each in ids if each in by_id):
            yield from _by_letter(letter, MatchGround.THREAD)
    if row.kind == IncomingKind.BOUNCE.value:
        return
    yield from _by_sender(row.sender)
    if named:
        yield Suggestion(state=named, letter=_last_letter(named), ground=MatchGround.NAMED)


def _by_letter(key: str, ground: MatchGround) -> Iterator[Suggestion]:
    held: list[Evidence[Letter]] = current(LetterVersion, now(), key=key)
    if held:
        yield Suggestion(state=held[0].fact.state, letter=key, ground=ground)


def _by_sender(sender: str) -> Iterator[Suggestion]:
    """By the address, or by what stands behind its @; of several States all."""
    if not sender:
        return
    domain = sender.partition("@")[2]
    same = set(Contact.objects.filter(email__iexact=sender).exclude(state="").values_list("state", flat=True))
    for state in sorted(same):
        yield Suggestion(state=state, letter=_last_letter(state), ground=MatchGround.SENDER)
    if domain and domain not in PUBLIC_DOMAINS:
        at_domain = Q(email__iendswith=f"@{domain}")
        for state in sorted(
            set(Contact.objects.filter(at_domain).exclude(state="").values_list("state", flat=True)) - same
        ):
            yield Suggestion(state=state, letter=_last_letter(state), ground=MatchGround.DOMAIN)


def _last_letter(iso3: str) -> str:
    return next((each.key for each in letters_open(iso3)), "")


__all__ = ["Match", "MatchGround", "Suggestion", "letters_open", "match"]
