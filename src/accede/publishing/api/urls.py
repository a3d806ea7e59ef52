"""The addresses of the API, each in its envelope."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import URLPattern, path, register_converter

from accede.publishing.addresses import API
from accede.publishing.api.docs import docs
from accede.publishing.api.envelope import enveloped, no_address, opened
from accede.publishing.api.openapi import encoded
from accede.publishing.api.parameters import list_parameters, names_of, one_parameters
from accede.publishing.api.published import whole
from accede.publishing.api.reconcile.urls import urlpatterns as reconciling
from accede.publishing.api.routes import api
from accede.publishing.standpoint import standpoint
from accede.publishing.tables import TABLES


class AnythingConverter:
    """Whatever an address goes on with, line breaks too: a problem says that it is not there."""

    regex = "(?s:.+)"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AnythingConverter, "anything")


def _document(request: HttpRequest) -> HttpResponse:
    return HttpResponse(encoded(), content_type="application/json")


def _whole(request: HttpRequest, table: str) -> HttpResponse:
    return HttpResponse(whole(TABLES[table], standpoint(datetime.now(UTC))), content_type="application/json")


def _without_slash(request: HttpRequest, table: str) -> HttpResponse:
    """A list is asked for without a slash at the end."""
    query = request.META.get("QUERY_STRING", "")
    where = f"{API}{table}{'?' if query else ''}{query}"
    return opened(HttpResponsePermanentRedirect(where, preserve_request=True))


def _nothing(request: HttpRequest, rest: str) -> HttpResponse:
    return opened(no_address(request))


_nothing.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is written

_ROUTES: dict[str, Callable[..., HttpResponse]] = {}
for pattern in api.urls[0]:  # the first of an address counts: ninja adds a page of its own at the root
    if isinstance(pattern, URLPattern):
        _ROUTES.setdefault(str(pattern.pattern), pattern.callback)

urlpatterns: list[URLPattern] = [
    path("", enveloped(_ROUTES[""])),
    path("index.json", enveloped(_ROUTES[""])),
    path("openapi.json", enveloped(_document)),
    path("docs", docs),
    *reconciling,
]
for name, table in TABLES.items():
    urlpatterns += [
        path(name, enveloped(_ROUTES[name], names_of(list_parameters(table)))),
        path(f"{name}.json", enveloped(_whole), {"table": name}),
        path(f"{name}/", _without_slash, {"table": name}),
        path(f"{name}/<anything:key>", enveloped(_ROUTES[f"{name}/<path:key>"], names_of(one_parameters(table)))),
    ]
urlpatterns.append(path("<anything:rest>", _nothing))
