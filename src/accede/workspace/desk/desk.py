"""The desk: what waits, the next best thing first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext

from accede.workspace.asking import Asking
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class DeskPage:
    """What the desk shows."""

    title: str
    opening: str


def desk(request: Asking) -> HttpResponse:
    """What waits for the person who looks."""
    return render(request, "desk/desk.html", DeskPage(gettext("Desk"), gettext("Nothing waits for you.")))
