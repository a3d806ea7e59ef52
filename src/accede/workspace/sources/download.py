"""The kept copy as a file to be saved: never shown by the browser, whatever it is."""

from __future__ import annotations

from django.http import HttpResponse

from accede.intake.copies import file_name
from accede.records import kept
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import Asking
from accede.workspace.sources.readable import source_of

POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def download(request: Asking, key: str) -> HttpResponse:
    """The bytes, as an attachment without their own type. Raises UnknownName."""
    held = source_of(request.actor, key)
    missing = UnknownName("no copy of this source is kept", where=key, remedy="Upload its file")
    if not held.fact.kept_sha256:
        raise missing
    try:
        content = kept.read("sources", held.fact.kept_sha256)
    except FileNotFoundError as error:
        raise missing from error
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(held.fact)}"'
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
