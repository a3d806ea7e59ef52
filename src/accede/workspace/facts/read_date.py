"""What a typed date is understood as, for a form that asks while somebody types."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.html import escape

from accede.workspace.asking import Asking
from accede.workspace.facts.dates import echoed


def read_date(request: Asking) -> HttpResponse:
    """The sentence to put beside the field that `field` names; its value comes under its own name."""
    return HttpResponse(escape(echoed(request.GET.get(request.GET.get("field", ""), ""))))
