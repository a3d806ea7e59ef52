"""What stands around each page of administration: where else one can go, and how forms are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from accede.accounts.policy import Verb
from accede.vocabulary.errors import AccedeError
from accede.workspace.asking import Asking
from accede.workspace.screens import render, see_other

MOST = 100
"""Lines of one page of a long list."""


@dataclass(frozen=True, slots=True)
class Section:
    """A page of administration in its menu."""

    word: str
    address: str
    is_here: bool


_SECTIONS = (
    ("administration", gettext_noop("Overview")),
    ("people", gettext_noop("Accounts")),
    ("names", gettext_noop("Names of States")),
    ("occasions", gettext_noop("Occasions")),
    ("treaties", gettext_noop("Treaties")),
    ("audit", gettext_noop("Audit trail")),
    ("accounts-log", gettext_noop("Log of accounts")),
    ("jobs", gettext_noop("Jobs")),
    ("backups", gettext_noop("Backups")),
    ("health", gettext_noop("Health")),
)


def shown(request: Asking, template: str, page: Any, *, status: int = 200, **further: object) -> HttpResponse:
    """A page of administration, with the menu of the others for who may see them."""
    sections = tuple(_section(request, name, word) for name, word in _SECTIONS)
    may = request.actor.may(Verb.ADMINISTER)
    return render(
        request, f"administration/{template}", page, status=status, sections=sections if may else (), **further
    )


def back_to(name: str, *of: object) -> HttpResponse:
    """After something was done: the page of it, asked for anew."""
    return see_other(reverse(f"workspace:{name}", args=of))


def _section(request: Asking, name: str, word: str) -> Section:
    address = reverse(f"workspace:{name}")
    is_here = request.path == address or (name != "administration" and request.path.startswith(address))
    return Section(gettext(word), address, is_here)


class AdministrationForm(forms.Form):
    """A form printed as those of facts are; what a use case refuses stands at its head."""

    template_name = "workspace/facts/form.html"

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **further: Any) -> None:
        super().__init__(data, *args, **further)
        for field in self.fields.values():
            field.template_name = "workspace/facts/field.html"  # type: ignore[attr-defined]  # not in the stubs

    def refuse(self, error: AccedeError) -> None:
        """Show why a use case refused what was typed."""
        self.add_error(None, error.told)
