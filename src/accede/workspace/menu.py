"""Where one can go in the workspace: what the person's roles open, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from accede.accounts.policy import Verb
from accede.workspace.asking import Asking


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the menu, its address, and whether the reader is there."""

    word: str
    address: str
    key: str
    is_here: bool


ENTRIES: tuple[tuple[str, str, Verb, str], ...] = (
    ("workspace:desk", gettext_noop("Desk"), Verb.READ, "d"),
    ("workspace:states", gettext_noop("States"), Verb.READ, "s"),
    ("workspace:sources", gettext_noop("Sources"), Verb.READ, "o"),
    ("workspace:recording", gettext_noop("Recording"), Verb.RECORD, "n"),
    ("workspace:review", gettext_noop("Review"), Verb.COMMENT, "r"),
    ("workspace:contradictions", gettext_noop("Contradictions"), Verb.COMMENT, "c"),
    ("workspace:release", gettext_noop("Release"), Verb.RELEASE, "l"),
    ("workspace:outreach", gettext_noop("Outreach"), Verb.RECORD, "u"),
    ("workspace:papers", gettext_noop("Papers"), Verb.READ, "p"),
    ("workspace:administration", gettext_noop("Administration"), Verb.ADMINISTER, "a"),
)
"""Name of the address, word, the verb that opens it, and the key that goes there after "g"."""


TABS: tuple[tuple[str, str, Verb], ...] = (
    ("workspace:outreach", gettext_noop("Overview"), Verb.RECORD),
    ("workspace:contacts", gettext_noop("Contacts"), Verb.RECORD),
    ("workspace:rounds", gettext_noop("Letters"), Verb.RECORD),
    ("workspace:sending", gettext_noop("Sending"), Verb.RECORD),
    ("workspace:replies", gettext_noop("Replies"), Verb.RECORD),
    ("workspace:confirm-incoming", gettext_noop("Entries confirmed"), Verb.RECORD),
    ("workspace:activities", gettext_noop("What was done"), Verb.RECORD),
    ("workspace:working-group", gettext_noop("Working group"), Verb.RECORD),
    ("workspace:plan", gettext_noop("Plan"), Verb.RECORD),
    ("workspace:tasks", gettext_noop("Tasks"), Verb.RECORD),
    ("workspace:nearness", gettext_noop("Nearness"), Verb.RECORD),
    ("workspace:outreach-handover", gettext_noop("Hand-over"), Verb.RECORD),
)
"""The parts of outreach: name of the address, word, the verb that opens it."""


def tabs_of(request: Asking) -> tuple[Entry, ...]:
    """The parts of outreach that are there for this person; none elsewhere."""
    first = reverse("workspace:outreach")
    if not request.path.startswith(first):
        return ()
    held = [(word, reverse(name)) for name, word, verb in TABS if request.actor.classes(verb)]
    here = max((address for _, address in held if request.path.startswith(address)), key=len, default="")
    return tuple(Entry(gettext(word), address, "", address == here) for word, address in held)


def menu_of(request: Asking) -> tuple[Entry, ...]:
    """The entries that are there for this person."""
    return tuple(_entries(request))


def _entries(request: Asking) -> Iterator[Entry]:
    for name, word, verb, key in ENTRIES:
        if not request.actor.classes(verb):
            continue
        address = reverse(name)
        is_here = request.path == address or (name != "workspace:desk" and request.path.startswith(address))
        yield Entry(gettext(word), address, key, is_here)
