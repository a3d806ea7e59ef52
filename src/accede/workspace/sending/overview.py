"""All letters on their way by mail: what is in doubt first, then what waits, what was refused, and the rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.letters import can_send
from accede.activities.models import LetterVersion
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.rounds.held import rounds
from accede.outreach.sending.held import doubtful, underway, waiting
from accede.outreach.sending.job import KIND
from accede.publishing import wording
from accede.records import jobs
from accede.records.models import Job, JobState
from accede.workspace.asking import Asking
from accede.workspace.desk.lines import Line, Tasks, tasks_with
from accede.workspace.rounds.listing import title_of
from accede.workspace.screens import render
from accede.workspace.sending.lines import DeliveryLine, delivery_lines

LATELY = timedelta(days=30)
"""How long refused ones are listed that nothing was done about."""
MOST = 200


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round of which letters go by mail, and how many of them are how far."""

    title: str
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class SendingPage:
    """Everything the template prints. `is_moving`: letters are going out now. `trouble` is why they are not, or ""."""

    title: str
    opening: str
    warning: str
    trouble: str
    is_moving: bool
    has_mailbox: bool
    doubtful: tuple[DeliveryLine, ...]
    underway: tuple[DeliveryLine, ...]
    waiting: tuple[DeliveryLine, ...]
    refused: tuple[DeliveryLine, ...]
    rounds: tuple[RoundLine, ...]


def sending(request: Asking) -> HttpResponse:
    """The page; a part of it where a script asks."""
    now = datetime.now(UTC)
    job = Job.objects.filter(kind=KIND.key).order_by("-pk").first()
    is_open = job is not None and JobState(job.state).is_open
    waits = _lines(waiting())
    page = SendingPage(
        title=gettext("Sending"),
        opening=_opening(now),
        warning=_warning(now) if waits else "",
        trouble=_trouble(job) if waits and job else "",
        is_moving=is_open and bool(waits or underway(now)),
        has_mailbox=bool(settings.ACCEDE_IMAP),
        doubtful=_lines(doubtful(now)),
        underway=_lines(underway(now)),
        waiting=waits,
        refused=_lines(refused(now)),
        rounds=tuple(_rounds(request)),
    )
    return render(request, "sending/state.html" if request.is_htmx else "sending/overview.html", page)


def refused(now: datetime) -> QuerySet[Delivery]:
    """Those that the mail server refused lately, of letters that have not gone in another way since."""
    rows = Delivery.objects.filter(state=DeliveryState.REFUSED.value, ended_at__gte=now - LATELY)
    live = [state.value for state in DeliveryState if state.is_live]
    again = Delivery.objects.filter(letter__in=rows.values("letter"), state__in=live).values("letter")
    gone = LetterVersion.objects.filter(key__in=rows.values("letter"), step__in=_GONE).values("key")
    return rows.exclude(letter__in=again).exclude(letter__in=gone)


def things_to_do(request: Asking) -> Tasks:
    """What the overview of outreach tells of sending: what is in doubt, what was refused, what waits and nobody sends."""
    now = datetime.now(UTC)
    address = reverse("workspace:sending")
    lines = [
        Line(
            gettext("%(state)s: did the letter go?") % {"state": each.name},
            gettext("It was given to the mail server, and the answer was lost."),
            address,
        )
        for each in _lines(doubtful(now))
    ]
    lines += [
        Line(gettext("%(state)s: the letter was refused") % {"state": each.name}, each.words, each.round)
        for each in _lines(refused(now))
    ]
    is_open = Job.objects.filter(kind=KIND.key, state__in=[s.value for s in JobState if s.is_open]).exists()
    number = waiting().count()
    if number and not is_open:
        words = ngettext("%(number)s letter waits to be sent", "%(number)s letters wait to be sent", number)
        lines.append(Line(words % {"number": number}, "", address))
    heading = ngettext("%(number)s thing to look at in sending", "%(number)s things to look at in sending", len(lines))
    return tasks_with(heading % {"number": len(lines)}, address, lines)


_GONE = ("sent", "delivered", "acknowledged", "replied", "closed")


def _lines(rows: QuerySet[Delivery]) -> tuple[DeliveryLine, ...]:
    return delivery_lines(rows.prefetch_related("entries")[:MOST])


def _opening(now: datetime) -> str:
    told = []
    if number := doubtful(now).count():
        told.append(ngettext("%(number)s letter is in doubt", "%(number)s letters are in doubt", number) % _n(number))
    if number := waiting().count():
        told.append(
            ngettext("%(number)s letter waits to be sent", "%(number)s letters wait to be sent", number) % _n(number)
        )
    if number := refused(now).count():
        told.append(ngettext("%(number)s was refused", "%(number)s were refused", number) % _n(number))
    return wording.sentence(told) if told else gettext("No letter waits to be sent, and none is in doubt.")


def _n(number: int) -> dict[str, str]:
    return {"number": wording.in_thousands(number)}


def _warning(now: datetime) -> str:
    if not can_send():
        return gettext("No mail server is set (ACCEDE_SMTP): nothing can be sent.")
    if not jobs.workers(now):
        return gettext(
            "Nobody works: start `accede serve` without --no-work, or `accede work`. What is asked for waits."
        )
    return ""


def _trouble(job: Job) -> str:
    """Why the last job did not get to the end; errors are told in English."""
    return job.error if job.state in (JobState.FAILED.value, JobState.WAITING.value) else ""


def _rounds(request: Asking) -> list[RoundLine]:
    counted = {
        each["letter"]: each
        for each in Delivery.objects.values("letter").annotate(
            taken=Count("pk", filter=Q(state=DeliveryState.TAKEN.value)), all=Count("pk")
        )
    }
    found = []
    for each in rounds(request.actor, settings.ACCEDE_TREATY):
        of_round = [held for letter, held in counted.items() if letter.startswith(f"{each.key}/")]
        if of_round:
            told = gettext("%(taken)s of %(all)s messages were taken by the mail server") % {
                "taken": sum(held["taken"] for held in of_round),
                "all": sum(held["all"] for held in of_round),
            }
            address = reverse("workspace:sending-round", args=[each.key])
            found.append(RoundLine(title_of(each.fact), told, address))
    return found
