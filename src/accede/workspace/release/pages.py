"""Which pages of the public site a release would change: asked for beside what would be seen, because it takes a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import gettext

from accede.publishing.held import loaded, register_of
from accede.publishing.register import PublicRegister
from accede.publishing.site.changing import Changing, changing
from accede.publishing.site.leak import seen_with
from accede.publishing.standpoint import standpoint
from accede.records.evidence import evidence_of
from accede.records.reference import Reference
from accede.records.release import to_release
from accede.workspace.asking import Asking
from accede.workspace.release.chosen import chosen_of
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class PagesPage:
    """Everything the template prints."""

    title: str
    changing: Changing
    mark: str


def pages(request: Asking, mark: str) -> HttpResponse:
    """The pages, as a page of their own or as a part of the one on which it is decided."""
    chosen = chosen_of(request, mark)
    going = to_release(request.actor, chosen.references, at=chosen.at)
    after, before = _registers(going, chosen.at)
    found = changing(before, after, evidence_of(going).values(), language=request.language)
    page = PagesPage(gettext("Public pages that will change"), found, mark)
    return render(request, f"release/{'changing' if request.is_htmx else 'pages'}.html", page)


def _registers(going: Iterable[Reference], at: datetime | None) -> tuple[PublicRegister, PublicRegister]:
    """The register with what is chosen, and without: the one that the site holds, where it is to be seen at once."""
    view = seen_with(going, at)
    if at is not None:
        return loaded(view), loaded(replace(view, also_released=frozenset()))
    now = standpoint()
    return loaded(replace(view, known_on=now.known_on, as_of=now.today)), register_of(now)
