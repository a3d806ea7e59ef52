"""Correct a record: a new version with a reason. Who was slower sees both versions and the own one, and goes on from there.

Of a collision nothing is lost: what only the other changed is taken over into the form, what oneself changed stays.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.evidence.supersede import supersede
from accede.evidence.values import Statement
from accede.records.reference import model_of
from accede.records.reviewing import Stage
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.asking import Asking, number_in
from accede.workspace.facts.around import CorrectionForm
from accede.workspace.facts.fact_form import FactForm, form_for
from accede.workspace.facts.offered import Offered, offered
from accede.workspace.records.page import SourceLine, address_of, opening, source_line
from accede.workspace.records.passage import Passage
from accede.workspace.records.readable import HeldVersion, History, history_of
from accede.workspace.records.source_text import passage_of, text_of_source
from accede.workspace.records.told import Differing, differing, kind_words, subject
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Collision:
    """What somebody else recorded meanwhile, and what was typed: each beside the version that was begun from.

    `own` is None where what was typed is no whole fact yet; it stands in the form then.
    """

    began: int
    newest: int
    by: str
    reason: str
    theirs: tuple[Differing, ...]
    own: tuple[Differing, ...] | None


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """Everything the template prints; `returned` is who gave the record back and why, where somebody did."""

    title: str
    opening: str
    returned: str
    back: str
    source: SourceLine
    passage: Passage | None
    whole: str
    collision: Collision | None
    next: int


_AROUND = ("source", "locator", "classification")


def correct(request: Asking, kind: str, key: str) -> HttpResponse:
    """The form, and what it does."""
    history = history_of(request.actor, kind, key)
    held = history.newest.evidence
    request.actor.must(Verb.RECORD, held.classification, where=key)
    if history.has_ended:
        raise Refused(f"it was {history.stage.label}", where=key, remedy="Record it again if it holds after all")
    made_of = form_for(kind)
    choose = offered(request.actor, treaty=getattr(held.fact, "treaty", ""))
    if request.method != "POST":
        form = made_of(offered=choose, fact=held.fact)
        return _answer(request, history, form, _around(history, choose))
    form = made_of(request.POST, offered=choose, fact=held.fact)
    around = _around(history, choose, request.POST)
    are_whole = form.is_valid() & around.is_valid()
    began = _began(request, history)
    if began.evidence.version != held.version:
        return _collided(request, history, began, form, around, choose)
    if not are_whole:
        return _answer(request, history, form, around, status=400)
    if _is_same(history, form, around):
        form.add_error(None, gettext("Nothing was changed, so there is nothing to record."))
        return _answer(request, history, form, around, status=400)
    try:
        told = around.around()
        supersede(request.actor, key, form.fact, **told, source_text=_source_text(request, form.fact, told["source"]))
    except (Refused, UnknownName) as error:
        now = history_of(request.actor, kind, key)
        if now.newest.evidence.version != held.version:  # somebody was faster by a moment
            return _collided(request, now, began, form, around, choose)
        form.refuse(error)
        return _answer(request, history, form, around, status=409)
    messages.success(
        request, gettext("Corrected: %(what)s. It waits for review.") % {"what": subject(form.fact) or key}
    )
    return see_other(address_of(kind, key))


def _around(history: History, choose: Offered, data: QueryDict | None = None) -> CorrectionForm:
    row = model_of(history.kind).objects.get(key=history.key, version=history.reference.version)  # type: ignore[attr-defined]
    return CorrectionForm.of_version(row, data, offered=choose)


def _source_text(request: Asking, fact: Any, source: str) -> str | None:
    return text_of_source(request.actor, source) if isinstance(fact, Statement) else None


def _began(request: Asking, history: History) -> HeldVersion:
    """The version that the correction was made of; the newest where the form does not say one that is held."""
    try:
        return history.version(number_in(request.POST.get("expected_version", "")))
    except UnknownName:
        return history.newest


def _is_same(history: History, form: FactForm, around: CorrectionForm) -> bool:
    held = history.newest.evidence
    told = around.around()
    return bool(form.fact == held.fact) and all(told[name] == getattr(held, name) for name in _AROUND)


def _collided(
    request: Asking, history: History, began: HeldVersion, form: FactForm, around: CorrectionForm, choose: Offered
) -> HttpResponse:
    """Both versions and the own one beside each other, and a form that goes on from the newest."""
    base, newest = began.evidence, history.newest.evidence
    own = form.fact if form.is_valid() else None
    collision = Collision(
        began=base.version,
        newest=newest.version,
        by=newest.recorded_by,
        reason=newest.reason,
        theirs=differing(base.fact, newest.fact),
        own=differing(base.fact, own) if own is not None else None,
    )
    if own is not None and around.is_valid():
        form = type(form)(offered=choose, fact=_joined(base.fact, newest.fact, own))
        told = around.around()
        around = CorrectionForm(
            offered=choose,
            initial={
                **{name: _taken(getattr(base, name), getattr(newest, name), told[name]) for name in _AROUND},
                "reason": told["reason"],
                "expected_version": newest.version,
            },
        )
    else:
        data = request.POST.copy()
        data["expected_version"] = str(newest.version)
        around = _around(history, choose, data)
    return _answer(request, history, form, around, collision=collision, status=409)


def _returned(history: History) -> str:
    standing = history.newest.standing
    if standing.stage is not Stage.RETURNED:
        return ""
    return gettext("%(who)s: %(reason)s") % {"who": standing.by, "reason": standing.reason}


def _joined(base: Any, theirs: Any, own: Any) -> Any:
    """What oneself changed, and of the rest what the other changed."""
    names = [field.name for field in dataclasses.fields(own)]
    return dataclasses.replace(
        own, **{name: _taken(getattr(base, name), getattr(theirs, name), getattr(own, name)) for name in names}
    )


def _taken(base: Any, theirs: Any, own: Any) -> Any:
    return theirs if own == base else own


def _answer(
    request: Asking,
    history: History,
    form: FactForm,
    around: CorrectionForm,
    *,
    collision: Collision | None = None,
    status: int = 200,
) -> HttpResponse:
    page = CorrectPage(
        title=gettext("Correct: %(kind)s, %(what)s")
        % {"kind": kind_words(history.kind), "what": subject(history.fact)},
        opening=opening(history),
        returned=_returned(history),
        back=address_of(history.kind, history.key),
        source=source_line(request.actor, history.newest),
        passage=passage_of(request.actor, history.newest.evidence, whole="whole" in request.GET),
        whole="" if "whole" in request.GET else "?whole",
        collision=collision,
        next=history.reference.version + 1,
    )
    return render(request, "records/correct.html", page, status=status, form=form, around=around)
