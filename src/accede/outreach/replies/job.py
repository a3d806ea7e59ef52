"""Reading the mailbox in the background, every few minutes where one is set."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, gettext_noop, ngettext

from accede.accounts.policy import Verb
from accede.outreach.replies.fetch import Fetching, fetch
from accede.publishing.wording import in_thousands
from accede.records.jobs import Doing, JobKind


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing more is to be said."""


def run(asked: Asked, doing: Doing) -> Fetching:
    """Read it to its end. Raises Refused where no mailbox is set or it lets nobody in, OSError where it does not answer."""
    return fetch(lambda number: doing(gettext_noop("messages"), number, 0))


def tells(done: Fetching) -> str:
    """What came of it, in a sentence."""
    told = ngettext("%(number)s message came in.", "%(number)s messages came in.", done.new) % {
        "number": in_thousands(done.new)
    }
    if done.not_given:
        told += " " + ngettext(
            "%(number)s message was not given by the mail server; it is asked for again.",
            "%(number)s messages were not given by the mail server; they are asked for again.",
            done.not_given,
        ) % {"number": in_thousands(done.not_given)}
    return told if done.new or done.not_given else gettext("Nothing new came in.")


KIND = JobKind(
    key="mailbox",
    label=gettext_noop("Reading the mailbox"),
    verb=Verb.RECORD,
    arguments=Asked,
    results=Fetching,
    run=run,
    tells=tells,
    every_minutes=lambda: int(settings.ACCEDE_IMAP_MINUTES),
    is_wanted=lambda: bool(settings.ACCEDE_IMAP),
)
