"""The registers that papers are folded from, loaded once after each write that can change one."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

from django.db.models import F

from accede.overview.load import EVERY_KIND, load
from accede.overview.register import Register
from accede.records.models import AuditEntry, Event
from accede.records.values import View
from accede.reporting.values import PaperPlan
from accede.vocabulary.papers import Fold
from accede.vocabulary.sources import Classification

OF_PAPERS = ("plan a paper", "change a plan", "write prose", "clear", "take clearance back", "seal", "comment")
"""Verbs of writes by which no register changes."""
MOST = 3

Mark = tuple[object, ...]

_held: OrderedDict[Mark, Register] = OrderedDict()
_loading = Lock()


def register_for(plan: PaperPlan) -> Register:
    """The register that a paper is folded from, as known now. Raises UnknownName for a treaty that is not held, Refused for a day
    before it.
    """
    key = (*mark(), plan.treaty, plan.paper.classification, plan.fold, plan.as_of.edtf)
    with _loading:
        if key not in _held:
            _held[key] = register_at(plan, datetime.now(UTC))
        _held.move_to_end(key)
        while len(_held) > MOST:
            _held.popitem(last=False)
        return _held[key]


def register_at(plan: PaperPlan, known_on: datetime) -> Register:
    """The same as known on an instant, loaded for this once. Raises as `register_for` does."""
    return load(view_for(plan, known_on), plan.treaty, *EVERY_KIND)


def known_now(register: Register) -> Register:
    """A register that is still what is held, as known this instant: what bears an instant bears this one."""
    return replace(register, view=replace(register.view, known_on=datetime.now(UTC)))


def mark() -> Mark:
    """What changes with every write but those of papers themselves, and when an embargo ends."""
    newest = AuditEntry.objects.exclude(verb__in=OF_PAPERS).order_by("-number").values_list("hash", flat=True).first()
    ended = Event.objects.filter(effective_at__gt=F("recorded_at"), effective_at__lte=datetime.now(UTC)).count()
    return newest, ended


def view_for(plan: PaperPlan, known_on: datetime) -> View:
    """What a paper is folded from: of the classes of its kind, what is released to them, or what was accepted."""
    order = list(Classification)
    classes = frozenset(order[: order.index(plan.paper.classification) + 1])
    return View(
        as_of=plan.as_of.counts_from,
        known_on=known_on,
        classes=classes,
        readers=classes,
        public=plan.fold is Fold.RELEASED,
        accepted=plan.fold is Fold.ACCEPTED,
    )
