"""Around every request: its number, its line in the log, its place in the counts."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from accede.records import faults
from accede.watching import log, statements, tally

HEADER = "X-Request-ID"
METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"))


class Watched:
    """The outermost middleware. It knows a request by its route, never by its address."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self._is_logged = log.form() is not log.Form.NONE

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number, began = faults.begin(), perf_counter()
        statements.watch()
        asked_before = statements.number()
        if settings.ACCEDE_SLOW_QUERY_MS:
            statements.during(lambda: route_of(request))
        response = self.answer(request)
        response.headers[HEADER] = number
        seconds, route = perf_counter() - began, route_of(request)
        asked = statements.number() - asked_before
        size = 0 if response.streaming else len(response.content)
        tally.counts().note(route, response.status_code, seconds, asked, size)
        if self._is_logged:
            log.tell(
                "request",
                number=number,
                method=request.method if request.method in METHODS else "other",
                route=route,
                status=response.status_code,
                ms=round(seconds * 1000, 1),
                queries=asked,
                bytes=None if response.streaming else size,
            )
        return response


def route_of(request: HttpRequest) -> str:
    """The pattern of the address that was asked for."""
    match = request.resolver_match
    if match is not None:
        return match.route
    return tally.STATIC if request.path_info.startswith(settings.STATIC_URL) else tally.NO_ROUTE
