"""Retract a record, with a reason; take back at once what was noted with one click."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from accede.records.reference import Reference
from accede.records.retract import retract as retract_record
from accede.vocabulary.errors import Refused
from accede.workspace.asking import Asking, number_in
from accede.workspace.records.page import SourceLine, address_of, opening, source_line
from accede.workspace.records.readable import History, history_of
from accede.workspace.records.renew import back_or
from accede.workspace.records.told import Field, fields_of, kind_words, subject
from accede.workspace.screens import render, see_other

UNDONE = "undone"
"""The reason under which a record is taken back at once; kept with it, in English."""


@dataclass(frozen=True, slots=True)
class RetractPage:
    """Everything the template prints; `reason` as it was typed, `problem` why it was not done."""

    title: str
    opening: str
    fields: tuple[Field, ...]
    source: SourceLine
    version: int
    back: str
    reason: str
    problem: str


def retract(request: Asking, kind: str, key: str) -> HttpResponse:
    """The form, and what it does."""
    history = history_of(request.actor, kind, key)
    if request.method != "POST":
        return render(request, "records/retract.html", _page(request, history, "", ""))
    reason = request.POST.get("reason", "")
    version = number_in(request.POST.get("version", "")) or history.reference.version
    try:
        retract_record(request.actor, Reference(kind, key, version), reason=reason)
    except Refused as error:
        page = _page(request, history, reason, error.told)
        return render(request, "records/retract.html", page, status=409)
    messages.success(request, gettext("Retracted: %(what)s") % {"what": subject(history.fact)})
    return see_other(address_of(kind, key))


def undo(request: Asking, kind: str, key: str) -> HttpResponse:
    """Take back what was noted a moment ago, and stay where it was noted; it stays in the history as undone."""
    if request.method != "POST":
        return redirect(address_of(kind, key))
    history = history_of(request.actor, kind, key)
    retract_record(request.actor, history.reference, reason=UNDONE)
    messages.success(request, gettext("Undone."))
    return see_other(back_or(request, address_of(kind, key)))


def _page(request: Asking, history: History, reason: str, problem: str) -> RetractPage:
    return RetractPage(
        title=gettext("Retract: %(kind)s, %(what)s")
        % {"kind": kind_words(history.kind), "what": subject(history.fact)},
        opening=opening(history),
        fields=fields_of(history.fact),
        source=source_line(request.actor, history.newest),
        version=history.reference.version,
        back=address_of(history.kind, history.key),
        reason=reason,
        problem=problem,
    )
