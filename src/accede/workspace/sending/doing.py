"""What is done about letters on their way: queue, send what waits, cancel, look in the mailbox, decide; files as they were sent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.outreach.rounds.composed import FOLDER
from accede.outreach.rounds.held import IN_WORK
from accede.outreach.sending import decide, settle
from accede.outreach.sending.held import delivery_held, waiting
from accede.outreach.sending.job import send_waiting
from accede.outreach.sending.queue import queue
from accede.publishing import wording
from accede.records import kept
from accede.vocabulary.errors import Damaged, UnknownName
from accede.workspace.asking import Asking, number_in
from accede.workspace.screens import see_other

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def queue_letters(request: Asking, key: str) -> HttpResponse:
    """Queue the letters that were chosen, and have them sent."""
    letters = request.POST.getlist("letter")
    to = {letter: [number_in(text) for text in request.POST.getlist(f"to-{letter}")] for letter in letters}
    chosen = {letter: [number for number in numbers if number] for letter, numbers in to.items()}
    done = queue(request.actor, key, letters, contacts=chosen, with_form=bool(request.POST.get("form")))
    if done.new:
        send_waiting(request.actor, through=done.through)
        messages.success(request, _told(done.new))
    else:
        messages.info(
            request, gettext("Nothing was queued: these letters are on their way or have gone, or none was chosen.")
        )
    return see_other(reverse("workspace:sending-round", args=[key]))


def resume(request: Asking) -> HttpResponse:
    """Have everything sent that waits."""
    send_waiting(request.actor)
    messages.success(request, gettext("What waits is being sent."))
    return _back()


def cancel(request: Asking) -> HttpResponse:
    """Cancel those that were chosen, or all that wait."""
    chosen = [number_in(text) for text in request.POST.getlist("delivery")]
    numbers = chosen or list(waiting().values_list("pk", flat=True))
    done = decide.cancel(request.actor, numbers)
    told = ngettext("%(number)s letter is not sent.", "%(number)s letters are not sent.", done)
    messages.success(request, told % {"number": wording.in_thousands(done)})
    return _back()


def look(request: Asking) -> HttpResponse:
    """Look in our own mailbox for the copies of those in doubt."""
    request.actor.must(Verb.RECORD, IN_WORK)
    found, missing = settle.by_copies()
    if not found and not missing:
        messages.info(request, gettext("Our own mailbox could tell nothing: it is not set, or did not answer."))
    if found:
        told = ngettext(
            "%(number)s had gone: its copy is there.", "%(number)s had gone: their copies are there.", found
        )
        messages.success(request, told % {"number": found})
    if missing:
        told = ngettext("Of %(number)s there is no copy.", "Of %(number)s there are no copies.", missing)
        messages.info(request, told % {"number": missing})
    return _back()


def it_went(request: Asking, number: int) -> HttpResponse:
    """A person found that the letter had gone."""
    decide.it_went(request.actor, number, attempts=number_in(request.POST.get("attempts", "")))
    messages.success(request, gettext("The letter counts as sent."))
    return _back()


def send_it(request: Asking, number: int) -> HttpResponse:
    """A person found that the letter had not gone."""
    decide.send_it(request.actor, number, attempts=number_in(request.POST.get("attempts", "")))
    send_waiting(request.actor)
    messages.success(request, gettext("The letter is sent again."))
    return _back()


def file(request: Asking, number: int, suffix: str) -> HttpResponse:
    """The letter (pdf) or the form (docx) that goes with a message, as it is kept."""
    row = delivery_held(request.actor, number)
    name = {"pdf": row.file_sha256, "docx": row.form_sha256}.get(suffix, "")
    if not name:
        raise UnknownName("there is no such file", where=str(number), remedy="Look at the log of the letter")
    try:
        content = kept.read(FOLDER, name)
    except FileNotFoundError as error:
        raise Damaged("the file is gone", where=row.letter, remedy="Put back the copy of the last backup") from error
    response = HttpResponse(content, content_type=KINDS[suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name[:16]}.{suffix}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _told(number: int) -> str:
    told = ngettext("%(number)s letter is being sent.", "%(number)s letters are being sent.", number)
    return told % {"number": wording.in_thousands(number)}


def _back() -> HttpResponse:
    return see_other(reverse("workspace:sending"))
