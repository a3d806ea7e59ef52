"""Merge a double into the record it is a double of: look for the other one, hold both beside each other, say why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.evidence.models import RollCallVersion
from accede.evidence.queries import roll_calls
from accede.records.current import current
from accede.records.merge import merge as merge_record
from accede.records.reference import Reference, model_of
from accede.records.values import Evidence
from accede.vocabulary.errors import Refused
from accede.workspace.asking import Asking, number_in, view_of
from accede.workspace.records.page import SourceLine, address_of, opening, source_line
from accede.workspace.records.readable import History, history_of
from accede.workspace.records.told import Differing, Field, differing, fields_of, gist, kind_words, subject
from accede.workspace.screens import render, see_other

MOST = 50
"""Records that are offered; with more, one searches."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record of the same kind and State."""

    key: str
    gist: str
    address: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records."""

    key: str
    opening: str
    fields: tuple[Field, ...]
    source: SourceLine


@dataclass(frozen=True, slots=True)
class MergePage:
    """Everything the template prints. `into` is None until a record has been chosen."""

    title: str
    back: str
    sought: str
    candidates: tuple[Candidate, ...]
    are_more: bool
    double: Side
    into: Side | None
    differing: tuple[Differing, ...]
    version: int
    swapped: str
    reason: str
    problem: str


def merge(request: Asking, kind: str, key: str) -> HttpResponse:
    """Look for the other record; then both, and what merges them."""
    history = history_of(request.actor, kind, key)
    request.actor.must(Verb.JUDGE, history.newest.evidence.classification, where=key)
    if request.method != "POST":
        return render(request, "records/merge.html", _page(request, history, request.GET.get("into", "")))
    into, reason = request.POST.get("into", ""), request.POST.get("reason", "")
    other = history_of(request.actor, kind, into)
    version = number_in(request.POST.get("version", "")) or history.reference.version
    try:
        merge_record(request.actor, Reference(kind, key, version), into=other.key, reason=reason)
    except Refused as error:
        page = _page(request, history, into, reason, error.told)
        return render(request, "records/merge.html", page, status=409)
    messages.success(
        request, gettext("Merged: %(double)s leads to %(key)s from now on.") % {"double": key, "key": other.key}
    )
    return see_other(address_of(kind, other.key))


def _page(request: Asking, history: History, into: str, reason: str = "", problem: str = "") -> MergePage:
    other = history_of(request.actor, history.kind, into) if into else None
    sought = request.GET.get("q", "").strip()
    found = [] if other else list(_others(request, history, sought))
    return MergePage(
        title=gettext("Merge: %(kind)s, %(what)s") % {"kind": kind_words(history.kind), "what": subject(history.fact)},
        back=address_of(history.kind, history.key),
        sought=sought,
        candidates=tuple(found[:MOST]),
        are_more=len(found) > MOST,
        double=_side(request, history),
        into=_side(request, other) if other else None,
        differing=differing(history.fact, other.fact) if other else (),
        version=history.reference.version,
        swapped=f"{reverse('workspace:merge', args=[history.kind, into])}?into={quote(history.key)}" if other else "",
        reason=reason,
        problem=problem,
    )


def _side(request: Asking, history: History) -> Side:
    source = source_line(request.actor, history.newest)
    return Side(history.key, opening(history), fields_of(history.fact), source)


def _others(request: Asking, history: History, sought: str) -> Iterator[Candidate]:
    """The current records of the same kind and State, those that look like it first."""
    base = history.fact
    held = [each for each in _current(request, history) if each.key != history.key]
    words = sought.casefold().split()
    for each in sorted(held, key=lambda one: (len(differing(base, one.fact)), one.key)):
        told = f"{each.key} {gist(each.fact)} {each.source}"
        if all(word in told.casefold() for word in words):
            address = f"{reverse('workspace:merge', args=[history.kind, history.key])}?into={quote(each.key)}"
            yield Candidate(each.key, gist(each.fact), address)


def _current(request: Asking, history: History) -> list[Evidence[Any]]:
    model, view = model_of(history.kind), view_of(request.actor)
    if model is RollCallVersion:
        return list(roll_calls(view, treaty=history.fact.treaty))
    fact = history.fact
    same = {"treaty": fact.treaty, "state": fact.state} if hasattr(fact, "state") and hasattr(fact, "treaty") else {}
    return current(model, view, **same)
