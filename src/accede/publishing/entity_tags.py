"""ETags: by which a reader asks whether an answer is still the one that it has."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse


def is_held(request: HttpRequest, tag: str) -> bool:
    """Whether the request names the tag, among others or marked weak, as a proxy that compresses marks it (RFC 9110, 13.1.2)."""
    given = request.headers.get("If-None-Match", "")
    return bool(given) and tag in (each.strip().removeprefix("W/") for each in given.split(","))


def tag_of(identity: str) -> str:
    """The tag of an answer, from a text that is the same for the same bytes."""
    return f'"{hashlib.sha256(identity.encode()).hexdigest()[:32]}"'


def tagged(response: HttpResponse, tag: str) -> HttpResponse:
    """The answer with its tag, to be asked for again each time."""
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response
