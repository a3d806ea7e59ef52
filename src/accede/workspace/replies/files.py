"""What came in as a file to be saved, whole or one of its attachments: never shown by the browser, whatever it is."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accede.outreach.replies.held import incoming
from accede.outreach.replies.record_reply import file_of
from accede.workspace.asking import Asking
from accede.workspace.sources.download import POLICY


@require_safe
def whole(request: Asking, number: int) -> HttpResponse:
    """The bytes as they came. Raises UnknownName, Refused where they were erased."""
    return _saved(*file_of(incoming(request.actor, number), None))


@require_safe
def attachment(request: Asking, number: int, at: int) -> HttpResponse:
    """A file of the message, by its place from 1. Raises UnknownName, Refused for one that is not there."""
    return _saved(*file_of(incoming(request.actor, number), at - 1))


def _saved(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
