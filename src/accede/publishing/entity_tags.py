"""Whether a reader has an answer already, by its ETag."""

from __future__ import annotations

from django.http import HttpRequest


def is_held(request: HttpRequest, tag: str) -> bool:
    """Whether the request names the tag, among others or marked weak, as a proxy that compresses marks it (RFC 9110, 13.1.2)."""
    given = request.headers.get("If-None-Match", "")
    return bool(given) and tag in (each.strip().removeprefix("W/") for each in given.split(","))
