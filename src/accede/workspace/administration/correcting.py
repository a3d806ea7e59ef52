"""Correct a fact of the vocabularies: the newest version in its form; two editors never overwrite each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext

from accede.records.current import fact_of
from accede.records.models import Version
from accede.records.reference import newest
from accede.register.keep_vocabulary import keep
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.administration.around import CorrectForm, offered
from accede.workspace.administration.frame import shown
from accede.workspace.asking import Asking
from accede.workspace.screens import see_other


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """The form of a correction; `newer` tells what somebody recorded meanwhile, `back` is where one comes from."""

    title: str
    newer: str
    here: str
    back: str


def corrected(
    request: Asking, model: type[Version], key: str, form_of: type[Any], *, back: str, **fixed: str
) -> HttpResponse:
    """The form, or away to `back` when the correction is recorded. `fixed` are fields that a correction leaves as they are.

    Raises UnknownName for a key that is not held.
    """
    row, choice = newest(model.record_kind(), key), offered(request.actor)
    typed = request.POST if request.method == "POST" else None
    given = None if typed is None else {**{name: typed[name] for name in typed}, **fixed}
    form, around = form_of(given, offered=choice, fact=fact_of(row)), CorrectForm.of_version(row, typed, offered=choice)
    newer = ""
    if typed is not None and form.is_valid() & around.is_valid():
        try:
            keep(request.actor, key, form.fact, **around.around())
        except (Refused, UnknownName) as error:
            form.refuse(error)
            newer = _newer(row) if around.cleaned_data["expected_version"] != row.version else ""
        else:
            messages.success(request, gettext("It is corrected; a second person is to accept it."))
            return see_other(back)
    page = CorrectPage(gettext("Correct %(key)s") % {"key": key}, newer, request.get_full_path(), back)
    status = 200 if typed is None else 409 if newer else 400
    return shown(request, "correct.html", page, status=status, form=form, around=around)


def _newer(row: Version) -> str:
    return gettext("Version %(number)s by %(who)s: %(reason)s") % {
        "number": row.version,
        "who": row.recorded_by,
        "reason": row.reason or "–",
    }
