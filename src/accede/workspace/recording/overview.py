"""Where recording begins: a new source, a draft that was left, a source that is kept, a kind of record."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext

from accede.publishing import wording
from accede.records.values import Source
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import Asking
from accede.workspace.models import Draft
from accede.workspace.recording import drafts
from accede.workspace.recording.kinds import KINDS, kind_of
from accede.workspace.recording.writing import named
from accede.workspace.screens import render
from accede.workspace.sources.readable import sources_of

MOST = 15


@dataclass(frozen=True, slots=True)
class Left:
    """A draft: what it is, of which source, when it was kept; where it goes on."""

    words: str
    source: str
    kept: str
    address: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A source with a copy."""

    key: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class BeginningPage:
    """What the page shows."""

    title: str
    drafts: tuple[Left, ...]
    sources: tuple[Kept, ...]
    kinds: tuple[tuple[str, str], ...]


def recording(request: Asking) -> HttpResponse:
    """The page from which recording begins."""
    left = drafts.all_of(request.user)
    named_there = sorted({one.source for one in left if one.source})
    held = {one.key: one.fact for one in sources_of(request.actor, key__in=named_there)} if named_there else {}
    with_copies = [(one.key, one.fact) for one in reversed(sources_of(request.actor, kept_sha256__gt=""))]
    page = BeginningPage(
        title=pgettext("verb", "Record"),
        drafts=tuple(_left(one, held) for one in left),
        sources=tuple(Kept(key, fact.title or key, fact.language or "en") for key, fact in with_copies[:MOST]),
        kinds=tuple((named(one), reverse("workspace:record-kind", args=[one.key])) for one in KINDS),
    )
    return render(request, "recording/recording.html", page)


def _left(draft: Draft, held: dict[str, Source]) -> Left:
    try:
        words = named(kind_of(draft.kind))
    except UnknownName:
        words = draft.kind
    of = held.get(draft.source)
    address = reverse("workspace:record-kind", args=[draft.kind])
    if of:
        address = f"{reverse('workspace:record-from', args=[draft.source])}?{urlencode({'kind': draft.kind})}"
    return Left(words, (of.title or draft.source) if of else "", wording.instant(draft.kept_at), address)
