"""What came in: what waits to be recorded, the holding pen, what programs wrote, what is done. And the mailbox, read now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.models import Incoming, IncomingKind, IncomingState, MailboxFolder
from accede.outreach.replies.assign import set_machines_aside
from accede.outreach.replies.held import by_machines, ended, matched, unmatched
from accede.outreach.replies.job import KIND, Asked
from accede.publishing import wording
from accede.publishing.sentences import name
from accede.records import jobs
from accede.records.models import Job, JobState
from accede.workspace.asking import Asking
from accede.workspace.desk.lines import Line, Tasks, tasks_with
from accede.workspace.replies.told import because, sender, title, when
from accede.workspace.screens import render, see_other

MOST_ENDED = 50
MOST = 300
"""Lines of one kind on the page."""


@dataclass(frozen=True, slots=True)
class MailLine:
    """One that came in: what it is called, from whom and when, how it stands."""

    words: str
    sender: str
    detail: str
    stage: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those that stand alike. `aside` is the kind that can be set aside at once, "" for none."""

    heading: str
    help: str
    lines: tuple[MailLine, ...]
    aside: str = ""


@dataclass(frozen=True, slots=True)
class RepliesPage:
    """Everything the template prints. `fault` is why the mailbox was not read last time."""

    title: str
    opening: str
    mailbox: str
    fault: str
    has_mailbox: bool
    groups: tuple[Group, ...]
    done: tuple[MailLine, ...]


def replies(request: Asking) -> HttpResponse:
    """The list; POST reads the mailbox now, or sets aside what programs wrote."""
    if request.method == "POST":
        return _done(request)
    waiting, pen = list(matched(request.actor)[:MOST]), list(unmatched(request.actor)[:MOST])
    page = RepliesPage(
        title=gettext("Replies"),
        opening=opening(matched(request.actor).count(), unmatched(request.actor).count()),
        mailbox=_mailbox(),
        fault=_fault(),
        has_mailbox=bool(settings.ACCEDE_IMAP),
        groups=tuple(each for each in _groups(request, waiting, pen) if each.lines),
        done=tuple(_line(row) for row in ended(request.actor)[:MOST_ENDED]),
    )
    return render(request, "replies/list.html", page)


def part(request: Asking) -> Tasks:
    """What the overview of outreach tells of replies."""
    rows = [*matched(request.actor)[:MOST], *unmatched(request.actor)[:MOST]]
    lines = [Line(title(row), _detail(row), _address(row), str(row.pk)) for row in rows]
    heading = ngettext("%(number)s reply to look at", "%(number)s replies to look at", len(lines))
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:replies"), lines)


def opening(waiting: int, pen: int) -> str:
    """How much waits, in a sentence."""
    if not waiting and not pen:
        return gettext("Nothing waits.")
    told = ngettext("%(number)s waits to be recorded", "%(number)s wait to be recorded", waiting) % {
        "number": wording.in_thousands(waiting)
    }
    held = ngettext("%(number)s is not matched with a State", "%(number)s are not matched with a State", pen) % {
        "number": wording.in_thousands(pen)
    }
    return wording.sentence([told, held] if waiting and pen else [told] if waiting else [held])


def _groups(request: Asking, waiting: list[Incoming], pen: list[Incoming]) -> Iterable[Group]:
    yield Group(gettext("To be recorded"), "", tuple(_line(row) for row in waiting))
    yield Group(
        gettext("Holding pen"),
        gettext("Nobody has said yet which State these are from. What is suggested is told on the page of each."),
        tuple(_line(row) for row in pen),
    )
    bounces = by_machines(request.actor, IncomingKind.BOUNCE)[:MOST]
    yield Group(
        gettext("Not delivered"),
        gettext("Reports of the mail service. Look at the contact, and write again."),
        tuple(_line(row) for row in bounces),
        IncomingKind.BOUNCE.value,
    )
    automatic = by_machines(request.actor, IncomingKind.AUTOMATIC)[:MOST]
    yield Group(
        gettext("Automatic answers and circulars"),
        gettext("A program wrote them: they are no reply of a State."),
        tuple(_line(row) for row in automatic),
        IncomingKind.AUTOMATIC.value,
    )


def _done(request: Asking) -> HttpResponse:
    if kind := request.POST.get("aside", ""):
        known = [each for each in IncomingKind if each.value == kind]
        number = set_machines_aside(request.actor, known[0]) if known else 0
        words = ngettext("%(number)s message is set aside.", "%(number)s messages are set aside.", number)
        messages.success(request, words % {"number": number})
    else:
        jobs.ask(request.actor, KIND, Asked())
        messages.success(request, gettext("The mailbox is being read. What is new stands here in a moment."))
    return see_other(reverse("workspace:replies"))


def _mailbox() -> str:
    """When the mailbox was last read to its end."""
    if not settings.ACCEDE_IMAP:
        return gettext("No mailbox is set: add the files of replies, or set ACCEDE_IMAP.")
    last = MailboxFolder.objects.exclude(read_at=None).order_by("-read_at").first()
    if last is None or last.read_at is None:
        return gettext("The mailbox has not been read yet.")
    return gettext("The mailbox was read on %(when)s.") % {"when": wording.instant(last.read_at)}


def _fault() -> str:
    """Why the mailbox was not read, where that was the last that happened to it."""
    job = Job.objects.filter(kind=KIND.key).exclude(state=JobState.CANCELLED.value).order_by("-pk").first()
    if job is None or job.state == JobState.DONE.value:
        return ""
    return job.error


def _line(row: Incoming) -> MailLine:
    return MailLine(
        words=title(row),
        sender=sender(row),
        detail=_detail(row, with_sender=False),
        stage=_stage(row),
        address=_address(row),
    )


def _detail(row: Incoming, *, with_sender: bool = True) -> str:
    matched_by = f"{name(row.of_state)}: {because(row)}" if row.of_state and row.matched_by else ""
    parts = [sender(row) if with_sender else "", when(row), matched_by]
    return " · ".join(each for each in parts if each)


def _stage(row: Incoming) -> str:
    return (
        ""
        if row.state in (IncomingState.HELD.value, IncomingState.MATCHED.value)
        else gettext(IncomingState(row.state).label)
    )


def _address(row: Incoming) -> str:
    return reverse("workspace:reply", args=[row.pk])
