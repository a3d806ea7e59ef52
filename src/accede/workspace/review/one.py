"""One record in review: the source with the passage marked on one side, what was made of it on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.records.models import EventKind
from accede.records.reference import Reference
from accede.records.review import accept, give_back
from accede.records.review import comment as say
from accede.records.reviewing import Stage
from accede.vocabulary.errors import Refused
from accede.workspace.asking import Asking, number_in
from accede.workspace.records.page import EventLine, SourceLine, event_line, opening, source_line
from accede.workspace.records.page import address_of as record_address
from accede.workspace.records.passage import Passage
from accede.workspace.records.readable import History, history_of
from accede.workspace.records.source_text import passage_of
from accede.workspace.records.told import Differing, Field, differing, fields_of, kind_words, subject
from accede.workspace.review.queue import address_of
from accede.workspace.review.waits import Sought, Waits, after, waits
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the template prints. `said` is what was typed, `problem` why it was not done."""

    title: str
    opening: str
    key: str
    version: int
    source: SourceLine
    passage: Passage | None
    whole: str
    fields: tuple[Field, ...]
    differing: tuple[Differing, ...]
    before: int
    reason: str
    events: tuple[EventLine, ...]
    record: str
    back: str
    next: str
    place: str
    is_waiting: bool
    may_review: bool
    is_own: bool
    said: str
    problem: str


def review(request: Asking, kind: str, key: str) -> HttpResponse:
    """The record, and what is done with it; the next one opens by itself."""
    history = history_of(request.actor, kind, key)
    sought = Sought.of(request.GET)
    queue = [each for each in waits(request.actor) if each.fits(sought)]
    next_one = after(request.actor, queue, (kind, key))
    if request.method != "POST":
        return render(request, "review/one.html", _page(request, history, queue, sought, next_one))
    said = request.POST.get("said", "")
    try:
        told = _do(request, history, said)
    except Refused as error:
        page = _page(request, history, queue, sought, next_one, said, error.told)
        return render(request, "review/one.html", page, status=409)
    messages.success(request, told)
    if request.POST.get("what") == "comment":
        return see_other(request.get_full_path())
    is_other = next_one is not None and next_one.waiting.reference.key != key
    return see_other(
        address_of(next_one, sought) if next_one and is_other else reverse("workspace:review") + sought.query
    )


def comment(request: Asking, kind: str, key: str) -> HttpResponse:
    """Say something about a record, from its own page."""
    history = history_of(request.actor, kind, key)
    if request.method == "POST":
        say(request.actor, history.reference, text=request.POST.get("said", ""))
        messages.success(request, gettext("Your comment was added."))
    return see_other(record_address(kind, key))


def _do(request: Asking, history: History, said: str) -> str:
    """Accept, return or comment; returns what was done."""
    version = number_in(request.POST.get("version", "")) or history.reference.version
    reference = Reference(history.kind, history.key, version)
    what = {"what": subject(history.fact) or history.key}
    match request.POST.get("what"):
        case "accept":
            accept(request.actor, [reference], note=said.strip())
            return gettext("Accepted: %(what)s.") % what
        case "return":
            give_back(request.actor, reference, reason=said)
            return gettext("Returned: %(what)s.") % what
        case "comment":
            say(request.actor, reference, text=said)
            return gettext("Your comment was added.")
    raise Refused("the form does not say what is to be done", remedy="Accept, return or comment")


def _page(
    request: Asking,
    history: History,
    queue: Sequence[Waits],
    sought: Sought,
    next_one: Waits | None,
    said: str = "",
    problem: str = "",
) -> ReviewPage:
    actor, held = request.actor, history.newest.evidence
    whole = "whole" in request.GET
    before = next((each for each in history.versions[1:] if each.standing.stage.is_accepted), None)
    before = before or (history.versions[1] if len(history.versions) > 1 else None)
    keys = [each.waiting.reference.key for each in queue]
    place = {"place": keys.index(history.key) + 1, "number": len(keys)} if history.key in keys else {}
    is_other = next_one is not None and next_one.waiting.reference.key != history.key
    own = request.get_full_path()
    return ReviewPage(
        title=f"{kind_words(history.kind)}: {subject(held.fact)}",
        opening=opening(history),
        key=history.key,
        version=held.version,
        source=source_line(actor, history.newest),
        passage=passage_of(actor, held, whole=whole),
        whole="" if whole else f"{own}{'&' if '?' in own else '?'}whole",
        fields=fields_of(held.fact),
        differing=differing(before.evidence.fact, held.fact) if before else (),
        before=before.evidence.version if before else 0,
        reason=held.reason,
        events=tuple(event_line(actor, each) for each in history.events if each.kind in _TOLD),
        record=record_address(history.kind, history.key),
        back=reverse("workspace:review") + sought.query,
        next=address_of(next_one, sought) if next_one and is_other else "",
        place=gettext("%(place)s of %(number)s") % place if place else "",
        is_waiting=history.stage is Stage.PENDING,
        may_review=actor.may(Verb.REVIEW, held.classification),
        is_own=held.recorded_by == actor.name,
        said=said,
        problem=problem,
    )


_TOLD = frozenset({EventKind.COMMENT, EventKind.RETURN, EventKind.ACCEPTANCE})
