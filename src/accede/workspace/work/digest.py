"""The daily mail of what waits for whom, in each person's language; never two on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext, override

from accede.accounts.letters import can_send
from accede.accounts.models import User
from accede.accounts.policy import Verb
from accede.accounts.terms import actor_of
from accede.publishing.languages import DEFAULT, LANGUAGES, direction
from accede.publishing.wording import in_thousands
from accede.records.jobs import Doing, JobKind
from accede.vocabulary.errors import Refused
from accede.workspace.asking import register_of
from accede.workspace.desk.tasks import tasks_of, waits_for

TEMPLATE = "workspace/administration/digest"


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing more is to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How many got the mail, for how many nothing waits, and for whom the mail server took none."""

    sent: int
    idle: int
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: its name, not what it says, since mail is read on its way. `address` is "" where none is known."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Things of one kind that wait."""

    heading: str
    address: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What one mail says."""

    title: str
    greeting: str
    waiting: tuple[Waiting, ...]
    account: str
    language: str
    direction: str


def recipients() -> QuerySet[User]:
    """Who wants it and can get it."""
    return User.objects.filter(wants_digest=True, is_active=True).exclude(email="").order_by("username")


def is_wanted() -> bool:
    """Whether mail can be sent, and somebody wants it."""
    return can_send() and recipients().exists()


def run(asked: Asked, doing: Doing) -> Sent:
    """Send it to who has not got it today. Raises Refused where no mail server is set, OSError where it does not answer."""
    if not can_send():
        raise Refused("no mail server is set", remedy="Set ACCEDE_SMTP")
    today = datetime.now(UTC).date()
    left = list(recipients().exclude(digest_on=today))
    sent, idle, failed = 0, 0, []
    mail: BaseEmailBackend = get_connection()
    if left:
        mail.open()
    try:
        for number, user in enumerate(left, 1):
            doing(gettext_noop("mails"), number, len(left))
            made = message(user, today, mail)
            if made is None:
                idle += 1
            elif _is_first(user, today):
                try:
                    sent += made.send()
                except OSError:  # one address that is refused keeps nobody else from getting theirs
                    failed.append(user.username)
    finally:
        mail.close()
    return Sent(sent=sent, idle=idle, failed=tuple(failed))


def message(user: User, today: date, mail: BaseEmailBackend | None = None) -> EmailMultiAlternatives | None:
    """The mail for somebody; None where nothing waits."""
    language = user.language if user.language in LANGUAGES else DEFAULT
    with override(language):
        waiting = tuple(_waiting(user, today))
        if not waiting:
            return None
        digest = Digest(
            title=waiting[0].heading,
            greeting=gettext("What waits for %(name)s in the workspace:") % {"name": user.username},
            waiting=waiting,
            account=_absolute(reverse("account")),
            language=language,
            direction=direction(language),
        )
        text = render_to_string(f"{TEMPLATE}.txt", {"digest": digest})
        page = render_to_string(f"{TEMPLATE}.html", {"digest": digest})
        made = EmailMultiAlternatives(
            f"Accede: {digest.title}",
            text,
            to=[user.email],
            connection=mail,
            headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
        )
        made.attach_alternative(page, "text/html")
    return made


def _waiting(user: User, today: date) -> Iterator[Waiting]:
    actor = actor_of(user, today)
    if not actor.roles:
        return
    for tasks in tasks_of(actor, register_of(actor), waits_for(actor)):
        lines = tuple(Line(line.key or line.words, _absolute(line.address)) for line in tasks.lines)
        yield Waiting(tasks.heading, _absolute(tasks.address), lines, tasks.more)


def _is_first(user: User, today: date) -> bool:
    """Whether nobody has sent it to this person today. Noted before it is sent: rather none than two."""
    earlier = Q(digest_on=None) | Q(digest_on__lt=today)
    return bool(User.objects.filter(earlier, pk=user.pk).update(digest_on=today))


def _absolute(address: str) -> str:
    return f"{settings.ACCEDE_ADDRESS}{address}" if settings.ACCEDE_ADDRESS else ""


def _tells(done: Sent) -> str:
    told = ngettext("%(number)s mail was sent.", "%(number)s mails were sent.", done.sent) % {
        "number": in_thousands(done.sent)
    }
    if done.failed:
        told += " " + gettext("The mail server took none for %(names)s.") % {"names": ", ".join(done.failed)}
    return told


KIND = JobKind(
    key="digest",
    label=gettext_noop("Daily mail of what waits"),
    verb=Verb.ADMINISTER,
    arguments=Asked,
    results=Sent,
    run=run,
    tells=_tells,
    daily_at=lambda: int(settings.ACCEDE_DIGEST_HOUR),
    is_wanted=is_wanted,
)
