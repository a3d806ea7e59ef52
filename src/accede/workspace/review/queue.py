"""The queue of what waits for review, by source; what is of one source can be accepted at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.publishing import sentences, wording
from accede.records.review import accept
from accede.records.reviewing import Stage
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking, register_of
from accede.workspace.records.readable import readable
from accede.workspace.records.told import gist, kind_words, subject
from accede.workspace.release.chosen import references_in, value_of
from accede.workspace.review.waits import STAGES, Sought, Waits, after, counted, waits
from accede.workspace.screens import render, see_other

MOST = 300
"""Lines of the queue on one page; the batches go over all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A version that waits: what it is, what it says, who recorded it when; why it was returned, if it was."""

    what: str
    gist: str
    by: str
    on: str
    classification: str
    address: str
    is_own: bool
    returned: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What waits from one source. `references` are those that the person may accept at once, a line each."""

    source: str
    title: str
    lines: tuple[Line, ...]
    number: int
    mine: int
    references: str
    acceptable: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to narrow the queue by."""

    value: str
    words: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the queue."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Everything the template prints; `first` is the address of the first to review."""

    title: str
    opening: str
    stage: str
    facets: tuple[Facet, ...]
    is_narrowed: bool
    batches: tuple[Batch, ...]
    first: str
    more: int


def queue(request: Asking) -> HttpResponse:
    """What waits, narrowed to what is sought."""
    stage = STAGES.get(request.GET.get("stage", ""), Stage.PENDING)
    sought = Sought.of(request.GET)
    found = waits(request.actor, stage)
    chosen = [each for each in found if each.fits(sought)]
    first = after(request.actor, chosen, ("", "")) if stage is Stage.PENDING else None
    may_review = bool(request.actor.classes(Verb.REVIEW))
    page = QueuePage(
        title=gettext("Review"),
        opening=_opening(request.actor, stage, found),
        stage=str(stage),
        facets=tuple(_facets(found, sought)),
        is_narrowed=bool(sought.query),
        batches=tuple(_batches(request, chosen, sought, stage)),
        first=address_of(first, sought) if first and may_review else "",
        more=max(len(chosen) - MOST, 0),
    )
    return render(request, "review/queue.html", page)


def accept_batch(request: Asking) -> HttpResponse:
    """Accept all that the form names, or none of it."""
    back = reverse("workspace:review") + Sought.of(request.POST).query
    if request.method != "POST":
        return redirect(back)
    references = references_in(request.POST.get("references", "").splitlines())
    for kind in {each.kind for each in references}:
        keys = {each.key for each in references if each.kind == kind}
        for key in sorted(keys - readable(request.actor, kind, keys)):
            raise UnknownName(f"the register holds no such {kind}", where=key, remedy="Look at the key")
    accepted = accept(request.actor, references)
    said = ngettext("%(number)s record was accepted.", "%(number)s records were accepted.", accepted)
    messages.success(request, said % {"number": wording.in_thousands(accepted)})
    return see_other(back)


def address_of(one: Waits, sought: Sought) -> str:
    """Where it is reviewed, in the queue that is sought."""
    reference = one.waiting.reference
    return reverse("workspace:review-record", args=[reference.kind, reference.key]) + sought.query


def _opening(actor: Actor, stage: Stage, found: Sequence[Waits]) -> str:
    if stage is Stage.RETURNED:
        told = ngettext("%(number)s record was returned.", "%(number)s records were returned.", len(found))
        return told % {"number": wording.in_thousands(len(found))}
    mine = sum(each.row.recorded_by == actor.name for each in found)
    others = len(found) - mine
    if not found:
        return gettext("Nothing waits for review.")
    told = ngettext(
        "%(number)s record of others waits for review.", "%(number)s records of others wait for review.", others
    ) % {"number": wording.in_thousands(others)}
    if not mine:
        return told
    own = ngettext(
        "%(number)s of your own waits for somebody else.", "%(number)s of your own wait for somebody else.", mine
    )
    return f"{told} {own % {'number': wording.in_thousands(mine)}}"


def _facets(found: Sequence[Waits], sought: Sought) -> Iterator[Facet]:
    ways: tuple[tuple[str, str, Callable[[Waits], Sequence[str]], Callable[[str], str]], ...] = (
        ("kind", gettext("Kind"), lambda each: (each.waiting.reference.kind,), kind_words),
        ("state", gettext("State"), lambda each: each.states, sentences.name),
        ("by", gettext("Recorded by"), lambda each: (each.row.recorded_by,), str),
        ("source", gettext("Source"), lambda each: (each.row.source,), str),
    )
    for name, label, of, words in ways:
        number = counted([each for each in found if each.fits(sought, but=name)], of)
        number.pop("", None)
        chosen = getattr(sought, name)
        choices = [Choice(value, words(value), number[value], value == chosen) for value in number]
        yield Facet(name, label, tuple(sorted(choices, key=lambda choice: choice.words)))


def _batches(request: Asking, chosen: Sequence[Waits], sought: Sought, stage: Stage) -> Iterator[Batch]:
    by_source: dict[str, list[Waits]] = {}
    for each in chosen:
        by_source.setdefault(each.row.source, []).append(each)
    sources = register_of(request.actor).sources
    classes = request.actor.classes(Verb.REVIEW) if stage is Stage.PENDING else frozenset()
    left = MOST
    for source, held in by_source.items():
        others = [each for each in held if each.row.recorded_by != request.actor.name]
        acceptable = [each for each in others if Classification(each.row.classification) in classes]
        yield Batch(
            source=source,
            title=sources[source].title if source in sources else "",
            lines=tuple(_line(request.actor, each, sought) for each in held[:left]),
            number=len(held),
            mine=len(held) - len(others),
            references="\n".join(value_of(each.waiting.reference) for each in acceptable),
            acceptable=len(acceptable),
        )
        left = max(left - len(held), 0)


def _line(actor: Actor, one: Waits, sought: Sought) -> Line:
    standing = one.waiting.standing
    returned = gettext("%(who)s: %(reason)s") % {"who": standing.by, "reason": standing.reason}
    return Line(
        what=f"{kind_words(one.waiting.reference.kind)}: {subject(one.fact) or one.waiting.reference.key}",
        gist=gist(one.fact),
        by=one.row.recorded_by,
        on=wording.day(one.row.recorded_at.date()),
        classification=gettext(Classification(one.row.classification).label),
        address=address_of(one, sought),
        is_own=one.row.recorded_by == actor.name,
        returned=returned if standing.stage is Stage.RETURNED else "",
    )
