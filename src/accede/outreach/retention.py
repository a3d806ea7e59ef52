"""Mail and forms that were dealt with are erased by themselves after ACCEDE_MAIL_KEPT_DAYS; without that setting nothing is.

It is what a person does with *Erase*, done for them: that something came, its hash and what was recorded stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop, ngettext

from accede.accounts.policy import Verb
from accede.outreach.confirm import erase as forms
from accede.outreach.models import Incoming, Submission
from accede.outreach.replies import erase as mail
from accede.outreach.replies.held import OPEN
from accede.publishing.wording import in_thousands
from accede.records.jobs import Doing, JobKind
from accede.records.lock import take_write_lock

HOUR = 2
"""Of the day (UTC) from which it is done."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing more is to be said."""


@dataclass(frozen=True, slots=True)
class Done:
    """How many messages and forms were erased."""

    messages: int = 0
    forms: int = 0


def erase_old(days: int, now: datetime) -> Done:
    """Erase mail that came, and forms that were dealt with, longer than so many days ago. What is in work stays."""
    since = now - timedelta(days=days)
    messages = sent = 0
    with transaction.atomic():
        take_write_lock()
        for row in Incoming.objects.filter(came_at__lt=since, erased_at=None).exclude(state__in=OPEN):
            mail.empty(row)
            row.version += 1
            row.save()
            messages += 1
        for submission in Submission.objects.filter(dealt_with_at__lt=since):
            if forms.holds_persons(submission):
                forms.empty(submission)
                sent += 1
    return Done(messages, sent)


def run(asked: Asked, doing: Doing) -> Done:
    """Erase what is older than is set."""
    return erase_old(settings.ACCEDE_MAIL_KEPT_DAYS, datetime.now(UTC))


def tells(done: Done) -> str:
    """What went, in a sentence."""
    number = done.messages + done.forms
    words = ngettext("%(number)s message or form was erased.", "%(number)s messages and forms were erased.", number)
    return words % {"number": in_thousands(number)}


KIND = JobKind(
    key="retention",
    label=gettext_noop("Erasing old mail"),
    verb=Verb.ADMINISTER,
    arguments=Asked,
    results=Done,
    run=run,
    tells=tells,
    daily_at=lambda: HOUR,
    is_wanted=lambda: bool(settings.ACCEDE_MAIL_KEPT_DAYS),
)
