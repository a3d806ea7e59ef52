"""The calendar at its secret address, for programs that know nothing of sessions. Every other address is answered alike."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from accede.accounts.models import User
from accede.accounts.terms import actor_of
from accede.outreach.tasks.address import found_by, note_read
from accede.outreach.tasks.calendar import MEDIA_TYPE, calendar_of
from accede.outreach.tasks.held import works
from accede.publishing.languages import DEFAULT, LANGUAGES
from accede.workspace.asking import register_of


@require_safe
def subscribed(request: HttpRequest, token: str) -> HttpResponse:
    """What is due for the person whose address it is, as long as their roles last."""
    now = datetime.now(UTC)
    address = found_by(token)
    user = User.objects.filter(username=address.username).first() if address else None
    actor = actor_of(user, now.date()) if user else None
    if address is None or user is None or actor is None or not works(actor):
        return _private(HttpResponse("There is nothing here.\n", status=404, content_type="text/plain; charset=utf-8"))
    note_read(address, now)
    page = f"{settings.ACCEDE_ADDRESS}{reverse('workspace:tasks')}" if settings.ACCEDE_ADDRESS else ""
    with override(user.language if user.language in LANGUAGES else DEFAULT):
        body = calendar_of(actor, register_of(actor), tells_words=address.tells_words, now=now, page=page)
    response = HttpResponse(body, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="accede.ics"'
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    """Kept by nobody, found by no search, and told to no other site."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
