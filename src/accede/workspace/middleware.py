"""Sessions, accounts and their guards, for addresses of the workspace alone: a public page is the same for everybody.

Without this, every public answer would look for a session, and could no longer be kept and handed to others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

PREFIX = "/workspace/"


def is_within(request: HttpRequest) -> bool:
    """Whether the address is one of the workspace."""
    return request.path_info.startswith(PREFIX)


class Within:
    """Put before a middleware of others, it keeps that one to the workspace."""

    get_response: Callable[[HttpRequest], HttpResponse]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_within(request):
            return self.get_response(request)
        answered: HttpResponse = super().__call__(request)  # type: ignore[misc]
        return answered

    def process_view(self, request: HttpRequest, *what: Any) -> HttpResponse | None:
        """Nothing outside the workspace."""
        before = getattr(super(), "process_view", None)
        if before is None or not is_within(request):
            return None
        found: HttpResponse | None = before(request, *what)
        return found


class Sessions(Within, SessionMiddleware):  # type: ignore[misc]  # what Within narrows
    """Who comes back is known by a cookie."""


class Forgery(Within, CsrfViewMiddleware):  # type: ignore[misc]  # what Within narrows
    """A form is answered only if a page of ours sent it."""


class Authentication(Within, AuthenticationMiddleware):  # type: ignore[misc]  # what Within narrows
    """The account of a session."""


class Messages(Within, MessageMiddleware):  # type: ignore[misc]  # what Within narrows
    """What was done, told on the next page."""
