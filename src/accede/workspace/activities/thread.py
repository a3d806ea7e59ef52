"""Everything between us and one State: what was done, promises, offers, notes; the way to its brief."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext

from accede.activities.threads import Note
from accede.outreach.done.threads import notes_about, offers, promises
from accede.overview.register import Register
from accede.publishing.told import state_told
from accede.vocabulary.activities import NoteKind
from accede.workspace.activities.group import OfferLine, offer_line
from accede.workspace.activities.listing import DoneLine, Way, lines
from accede.workspace.activities.notes import NONE_REFUSED, NoteForm, NoteLine, Refusal, note_line, rewritten
from accede.workspace.activities.promises import PromiseLine, promise_line
from accede.workspace.asking import Asking, register_of
from accede.workspace.facts.offered import offered
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """Everything the template prints."""

    title: str
    opening: str
    iso3: str
    ways: tuple[Way, ...]
    done: tuple[DoneLine, ...]
    promises: tuple[PromiseLine, ...]
    offers: tuple[OfferLine, ...]
    notes: tuple[NoteLine, ...]
    note_form: NoteForm
    refused: Refusal


def thread(request: Asking, iso3: str) -> HttpResponse:
    """The page; POST with `do=note` or `do=rewrite` writes something down. Raises UnknownName for a State that is not held."""
    register = register_of(request.actor)
    register.state(iso3)
    treaty, here = register.treaty.key, f"{reverse('workspace:state-thread', args=[iso3])}#notes"
    match request.POST.get("do", "") if request.method == "POST" else None:
        case "note":
            form = NoteForm(offered(request.actor), NoteKind.FILE, request.POST)
            status = form.kept(request, Note(treaty=treaty, kind=NoteKind.FILE, text="", state=iso3))
            return see_other(here) if status == 303 else _shown(request, register, iso3, note=form, status=status)
        case "rewrite":
            refused = rewritten(request, notes_about(request.actor, treaty, iso3))
            return _shown(request, register, iso3, refused=refused, status=409) if refused else see_other(here)
    return _shown(request, register, iso3)


def _shown(
    request: Asking,
    register: Register,
    iso3: str,
    *,
    note: NoteForm | None = None,
    refused: Refusal = NONE_REFUSED,
    status: int = 200,
) -> HttpResponse:
    actor, treaty = request.actor, register.treaty.key
    done = [
        each
        for each in register.activities
        if iso3 in (each.fact.by, each.fact.about_state, each.fact.on_behalf_of) or iso3 in each.fact.towards
    ]
    done.sort(key=lambda each: (each.fact.on.counts_from, each.key), reverse=True)
    told = ngettext("%(number)s activity names it.", "%(number)s activities name it.", len(done))
    page = ThreadPage(
        title=state_told(iso3),
        opening=told % {"number": len(done)},
        iso3=iso3,
        ways=_ways(iso3),
        done=tuple(lines(done)),
        promises=tuple(promise_line(each) for each in promises(actor, treaty, state=iso3)),
        offers=tuple(offer_line(each) for each in offers(actor, treaty, state=iso3)),
        notes=tuple(note_line(each) for each in notes_about(actor, treaty, iso3)),
        note_form=note or NoteForm(offered(actor), NoteKind.FILE),
        refused=refused,
    )
    return render(request, "activities/thread.html", page, status=status)


def _ways(iso3: str) -> tuple[Way, ...]:
    asked = urlencode({"state": iso3})
    return (
        Way(gettext("Brief (Word)"), "", reverse("workspace:activity-brief", args=["docx", iso3])),
        Way(gettext("Brief (PDF)"), "", reverse("workspace:activity-brief", args=["pdf", iso3])),
        Way(gettext("What it says and does"), "", reverse("workspace:state", args=[iso3])),
        Way(gettext("Who is best placed"), "", f"{reverse('workspace:working-group')}?{asked}"),
        Way(gettext("Record a meeting"), "", f"{reverse('workspace:activity-new', args=['bilateral'])}?{asked}"),
    )
