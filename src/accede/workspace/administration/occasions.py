"""Meetings, sessions and other occasions: listed, added, corrected."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.publishing import wording
from accede.register.keep_vocabulary import keep
from accede.register.models import OccasionVersion
from accede.register.values import Occasion
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.administration.around import KeepForm, offered
from accede.workspace.administration.correcting import corrected
from accede.workspace.administration.frame import AdministrationForm, back_to, shown
from accede.workspace.administration.held import Held, held
from accede.workspace.asking import Asking
from accede.workspace.facts.fact_form import fact_form
from accede.workspace.facts.words import WordsField


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """An occasion in the list."""

    key: str
    name: str
    title: str
    kind: str
    treaty: str
    begins: str
    place: str
    stage: str


@dataclass(frozen=True, slots=True)
class OccasionsPage:
    """All of them, the latest first."""

    title: str
    opening: str
    occasions: tuple[OccasionLine, ...]


@dataclass(frozen=True, slots=True)
class AddPage:
    """The form of a new one."""

    title: str


class KeyForm(AdministrationForm):
    """The key of a new occasion."""

    key = WordsField(
        label=gettext_lazy("Key"),
        max_length=100,
        help_text=gettext_lazy("Short, as it is cited: 24MSP, IM2027. Records name it by this, so it never changes."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )


def occasions(request: Asking) -> HttpResponse:
    """All occasions, the latest first."""
    found = sorted(held(OccasionVersion), key=_when, reverse=True)
    page = OccasionsPage(
        title=gettext("Occasions"),
        opening=ngettext(
            "%(number)s meeting, session or other forum is held.",
            "%(number)s meetings, sessions and other forums are held.",
            len(found),
        )
        % {"number": len(found)},
        occasions=tuple(_line(each) for each in found),
    )
    return shown(request, "occasions.html", page)


def add(request: Asking) -> HttpResponse:
    """A new occasion."""
    choice = offered(request.actor)
    typed = request.POST if request.method == "POST" else None
    key, form, around = KeyForm(typed), fact_form(Occasion)(typed, offered=choice), KeepForm(typed, offered=choice)
    if typed is not None and key.is_valid() & form.is_valid() & around.is_valid():
        try:
            keep(request.actor, key.cleaned_data["key"].strip(), form.fact, **around.around())
        except (Refused, UnknownName) as error:
            form.refuse(error)
        else:
            messages.success(request, gettext("The occasion is added, and waits for a second person to accept it."))
            return back_to("occasions")
    page = AddPage(gettext("Add an occasion"))
    status = 200 if typed is None else 400
    return shown(request, "occasion.html", page, status=status, key=key, form=form, around=around)


def correct(request: Asking, key: str) -> HttpResponse:
    """Correct an occasion, with a reason."""
    return corrected(request, OccasionVersion, key, fact_form(Occasion), back=reverse("workspace:occasions"))


def _when(each: Held) -> tuple[str, str]:
    starts = each.fact.starts
    return (starts.earliest.isoformat() if starts and starts.earliest else "", each.row.key)


def _line(each: Held) -> OccasionLine:
    fact: Occasion = each.fact
    return OccasionLine(
        key=each.row.key,
        name=fact.name,
        title=fact.title,
        kind=gettext(fact.kind.label),
        treaty=fact.treaty,
        begins=wording.when(fact.starts) if fact.starts else "",
        place=fact.city,
        stage=each.stage,
    )
