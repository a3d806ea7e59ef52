"""What outreach tells in the hand-over paper: letters, promises, offers, tasks, contacts. No person is named."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext, override

from accede.activities.threads import Offer, Promise
from accede.outreach.models import Task
from accede.outreach.tasks.due import promiser_told
from accede.outreach.tasks.threads import OpenRound, Threads, open_threads
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.publishing import sentences
from accede.publishing.wording import day, headed, listed, parted, when
from accede.reporting.recipes.handover import Thread
from accede.vocabulary.capital import capital


def told_in_paper(register: Register, language: str) -> tuple[Thread, ...]:
    """The threads that are open in the register's view, in the paper's language; what is not there is said, too."""
    held = open_threads(register.treaty.key, on=register.view.as_of, known_on=register.view.known_on)
    with override(language):
        return (
            _letters(held),
            _promises(held),
            _offers(held),
            _tasks(held),
            *_came_in(held),
            _contacts(held, register),
        )


def _letters(held: Threads) -> Thread:
    if not held.rounds:
        return Thread(gettext("No round of letters is open."))
    return Thread(gettext("Rounds of letters that are open:"), tuple(_round(each) for each in held.rounds))


def _round(each: OpenRound) -> str:
    fact = each.round.fact
    told = [f"{fact.title}, {when(fact.on)}"]
    for states, words in (
        (each.unsent, gettext("not sent: %(states)s")),
        (each.unanswered, gettext("no reply: %(states)s")),
        (each.overdue, gettext("overdue: %(states)s")),
    ):
        if states:
            named = f"{len(states)} ({listed([sentences.state(iso3) for iso3 in states])})"
            told.append(words % {"states": named})
    return parted(told)


def _promises(held: Threads) -> Thread:
    if not held.promises:
        return Thread(gettext("No promise is open."))
    return Thread(gettext("Promises that are open:"), tuple(_promise(each.fact) for each in held.promises))


def _promise(fact: Promise) -> str:
    about = f" ({sentences.name(fact.state)})" if fact.state and fact.state != fact.by else ""
    due = gettext("due %(day)s") % {"day": when(fact.due)} if fact.due else gettext("no day was given")
    promised = gettext("promised %(day)s") % {"day": when(fact.promised)}
    return parted([headed(f"{capital(promiser_told(fact.by))}{about}", fact.what), promised, due])


def _offers(held: Threads) -> Thread:
    if not held.offers:
        return Thread(gettext("No offer to approach a State is open."))
    return Thread(
        gettext("Offers to approach a State that are open:"), tuple(_offer(each.fact) for each in held.offers)
    )


def _offer(fact: Offer) -> str:
    said = {"who": sentences.who(fact.by), "state": sentences.state(fact.state), "day": when(fact.offered)}
    return gettext("%(who)s offers to approach %(state)s (%(day)s)") % said


def _tasks(held: Threads) -> Thread:
    if not held.tasks:
        return Thread(gettext("No task is open."))
    return Thread(gettext("Tasks that are open:"), tuple(_task(each) for each in held.tasks))


def _task(task: Task) -> str:
    what = headed(sentences.name(task.state), task.what) if task.state else task.what
    until = gettext("due %(day)s") % {"day": day(task.until)} if task.until else gettext("no day was given")
    return parted([what, until])


def _came_in(held: Threads) -> Iterator[Thread]:
    if held.messages:
        told = ngettext(
            "%(number)s message that came in waits to be dealt with.",
            "%(number)s messages that came in wait to be dealt with.",
            held.messages,
        )
        yield Thread(told % {"number": held.messages})
    if held.forms:
        told = ngettext(
            "%(number)s answer by link or form waits to be taken over.",
            "%(number)s answers by link or form wait to be taken over.",
            held.forms,
        )
        yield Thread(told % {"number": held.forms})
    if held.uncertain:
        told = ngettext(
            "Of %(number)s letter nobody knows whether the mail server took it.",
            "Of %(number)s letters nobody knows whether the mail server took them.",
            held.uncertain,
        )
        yield Thread(told % {"number": held.uncertain})


def _contacts(held: Threads, register: Register) -> Thread:
    """For how many of the States outside somebody to write to is held, and for which none; nobody by name."""
    states = outside(standings(register))
    none = [iso3 for iso3 in states if iso3 not in held.with_contacts]
    number = {"number": len(states) - len(none), "of": len(states)}
    told = gettext("Somebody to write to is held for %(number)s of the %(of)s States outside.") % number
    if held.contacts_due:
        due = ngettext(
            "%(number)s contact is to be looked at again.",
            "%(number)s contacts are to be looked at again.",
            held.contacts_due,
        )
        told = f"{told} {due % {'number': held.contacts_due}}"
    lines: tuple[str, ...] = ()
    if none and len(none) < len(states):
        named = gettext("Nobody is held for %(states)s.") % {"states": listed([sentences.state(one) for one in none])}
        lines = (named.rstrip(".。"),)
    return Thread(told, lines)
