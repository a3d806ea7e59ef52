"""The letters of one round: to whom they can be sent, and the log of those that were."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.outreach.models import Contact
from accede.outreach.rounds.held import IN_WORK, round_held
from accede.outreach.sending.addresses import mailbox, sender
from accede.outreach.sending.queue import Candidate, Readiness, candidates
from accede.outreach.sending.server import refuse_unsafe
from accede.publishing import wording
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import Post
from accede.workspace.asking import Asking
from accede.workspace.rounds.listing import title_of
from accede.workspace.screens import render
from accede.workspace.sending.lines import DeliveryLine, delivery_lines


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody a letter can go to."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter. `why` says why it cannot be queued, "" where it can; `choices` to whom, the best first."""

    key: str
    name: str
    language: str
    step: str
    why: str
    choices: tuple[Choice, ...]
    page: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """A letter with its deliveries; `further` are contacts that it did not go to."""

    key: str
    name: str
    further: tuple[Choice, ...]
    deliveries: tuple[DeliveryLine, ...]


@dataclass(frozen=True, slots=True)
class RoundSendingPage:
    """Everything the template prints. `trouble` says why nothing can be sent from here, in English."""

    title: str
    key: str
    opening: str
    back: str
    trouble: str
    sender: str
    copy: str
    ready: tuple[LetterLine, ...]
    not_ready: tuple[LetterLine, ...]
    log: tuple[LogLine, ...]


def of_round(request: Asking, key: str) -> HttpResponse:
    """The page of a round."""
    request.actor.must(Verb.RECORD, IN_WORK, where=key)
    held = round_held(key)
    found = candidates(key)
    lines = {letter: _line(letter, each) for letter, each in found.items()}
    ready = tuple(lines[letter] for letter, each in found.items() if each.readiness is Readiness.READY)
    others = (Readiness.NOT_CLEARED, Readiness.NO_ADDRESS, Readiness.GONE)
    not_ready = tuple(lines[letter] for letter, each in found.items() if each.readiness in others)
    page = RoundSendingPage(
        title=gettext("Sending: %(round)s") % {"round": title_of(held.fact)},
        key=key,
        opening=_opening(len(ready), found),
        back=reverse("workspace:round", args=[key]),
        trouble=_trouble(),
        sender=sender()[1] if not _trouble() else "",
        copy=mailbox(),
        ready=ready if not held.fact.is_entered_afterwards else (),
        not_ready=not_ready,
        log=tuple(_log(each) for each in found.values() if each.deliveries),
    )
    return render(request, "sending/round.html", page)


def _opening(ready: int, found: dict[str, Candidate] | object) -> str:
    gone = sum(each.readiness is Readiness.ON_ITS_WAY for each in found.values()) if isinstance(found, dict) else 0
    told = [ngettext("%(number)s letter can be sent", "%(number)s letters can be sent", ready) % {"number": ready}]
    if gone:
        told.append(
            ngettext("%(number)s is on its way or has gone", "%(number)s are on their way or have gone", gone)
            % {"number": gone}
        )
    return wording.sentence(told)


def _trouble() -> str:
    try:
        refuse_unsafe()
        sender()
    except Refused as error:
        return error.told
    return ""


def _line(key: str, held: Candidate) -> LetterLine:
    fact, readiness = held.letter.fact, held.readiness
    return LetterLine(
        key=key,
        name=wording.name(fact.state),
        language=fact.language,
        step=gettext(fact.step.label),
        why="" if readiness is Readiness.READY else gettext(readiness.label),
        choices=tuple(_choice(one) for one in held.addressees),
        page=reverse("workspace:letter", args=[key]),
    )


def _log(held: Candidate) -> LogLine:
    reached = {each.contact for each in held.deliveries}
    return LogLine(
        key=held.letter.key,
        name=wording.name(held.letter.fact.state),
        further=tuple(_choice(one) for one in held.addressees if one.pk not in reached),
        deliveries=delivery_lines(held.deliveries),
    )


def _choice(contact: Contact) -> Choice:
    organization = contact.organization or gettext(Post(contact.post).label)
    return Choice(contact.pk, f"{organization} · {contact.email}")
