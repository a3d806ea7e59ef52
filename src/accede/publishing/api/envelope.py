"""Around every answer of the API: kept bytes, ETag and 304, who may read it, and errors that are always problems."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from accede.publishing.addresses import API
from accede.publishing.api.problems import DOCUMENT, ParameterProblem, problem
from accede.publishing.entity_tags import is_held, tag_of, tagged
from accede.publishing.fault_page import AGAIN, is_away
from accede.publishing.kept import Kept
from accede.publishing.standpoint import standpoint
from accede.publishing.version import CODE
from accede.records import faults

View = Callable[..., HttpResponse]

MOST_KEPT = 32 * 2**20
"""Bytes of finished answers that each process keeps."""
LARGEST_KEPT = 4 * 2**20
"""Bytes of one answer that is kept."""
READING = frozenset({"GET", "HEAD"})
METHODS = "GET, HEAD, OPTIONS"

_kept = Kept(MOST_KEPT)


def enveloped(view: View, parameters: frozenset[str] = frozenset()) -> View:
    """An address that is only read: any other site's page may do so, and what has not changed is not sent again.

    `parameters` are those it may be asked; another one, or one given twice, is refused.
    """

    def answer(request: HttpRequest, *args: object, **of: object) -> HttpResponse:
        return opened(_answer(view, parameters, request, *args, **of))

    answer.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is written
    return answer


def opened(response: HttpResponse, methods: str = METHODS) -> HttpResponse:
    """The answer, readable by pages of any site."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Location"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Link"] = f'<{DOCUMENT}>; rel="service-desc"'
    if response.status_code >= HTTPStatus.BAD_REQUEST:
        response.headers["Cache-Control"] = "no-store"
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["Allow"] = methods
    return response


def preflight(methods: str = METHODS) -> HttpResponse:
    """What a browser asks before it lets another site's page ask with a header of its own."""
    response = HttpResponse(status=HTTPStatus.NO_CONTENT)
    response.headers["Allow"] = methods
    response.headers["Access-Control-Allow-Methods"] = methods
    response.headers["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


def not_allowed(request: HttpRequest, methods: str = METHODS) -> HttpResponse:
    """The answer to a method that there is not."""
    return problem(
        HTTPStatus.METHOD_NOT_ALLOWED, f"This address does not know {request.method}. It is asked with {methods}."
    )


def no_address(request: HttpRequest, **of: object) -> HttpResponse:
    """The answer to an address that there is not."""
    return problem(
        HTTPStatus.NOT_FOUND,
        f"There is no such address. The addresses of the API are listed at {API} and described in {DOCUMENT}.",
    )


def fault(error: Exception, request: HttpRequest) -> HttpResponse:
    """The answer where something is wrong with us, or the database is away; it is logged under the number that it gives."""
    logging.getLogger("django.request").error("the API", exc_info=error, extra={"request": request})
    number = faults.number()
    if is_away(error):
        told = f"The register cannot be reached at the moment (number {number}). Try again in a minute."
        response = problem(HTTPStatus.SERVICE_UNAVAILABLE, told)
        response.headers["Retry-After"] = str(AGAIN)
    else:
        told = f"Something is wrong on our side, and we have noted it under the number {number}. Try again later."
        response = problem(HTTPStatus.INTERNAL_SERVER_ERROR, told)
    response._has_been_logged = True  # type: ignore[attr-defined]  # once is enough
    return response


def _answer(view: View, parameters: frozenset[str], request: HttpRequest, *args: object, **of: object) -> HttpResponse:
    if request.method == "OPTIONS":
        return preflight()
    if request.method not in READING:
        return not_allowed(request)
    try:
        now = standpoint(datetime.now(UTC))
        asked = f"{CODE} {now.key} {now.today} {request.path}?{request.META.get('QUERY_STRING', '')}"
        tag = tag_of(asked)
        if is_held(request, tag):
            return tagged(HttpResponseNotModified(), tag)
        body = _kept.get(tag)
        if body is not None:
            return tagged(HttpResponse(body, content_type="application/json"), tag)
        refused = _refused(request, parameters)
        if refused is not None:
            return refused
        response = _asked(view, request, *args, **of)
    except Exception as error:
        return fault(error, request)
    if response.status_code != HTTPStatus.OK:
        return response
    if len(response.content) <= LARGEST_KEPT and response.headers["Content-Type"] == "application/json":
        _kept.put(tag, response.content)
    return tagged(response, tag)


def _asked(view: View, request: HttpRequest, *args: object, **of: object) -> HttpResponse:
    """The answer to GET, for HEAD too: the server leaves out the body."""
    method, request.method = request.method, "GET"
    try:
        return view(request, *args, **of)
    finally:
        request.method = method


def _refused(request: HttpRequest, parameters: frozenset[str]) -> HttpResponse | None:
    """What is wrong with the names of the parameters."""
    wrong = []
    for name, values in request.GET.lists():
        if name not in parameters:
            known = ", ".join(sorted(parameters)) or "none"
            wrong.append(ParameterProblem(name[:80], f"this address has no such parameter; it has {known}"))
        elif len(values) > 1:
            wrong.append(ParameterProblem(name, "it is given more than once; give several values parted by commas"))
    if not wrong:
        return None
    told = " ".join(f"{each.parameter}: {each.detail}." for each in wrong)
    return problem(HTTPStatus.BAD_REQUEST, told, tuple(wrong))
