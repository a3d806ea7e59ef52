"""The reconciliation service: its manifest, batches of names, completion of what is typed, and columns for a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import msgspec
from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from accede.publishing.addresses import API
from accede.publishing.api.envelope import fault, not_allowed, opened, preflight
from accede.publishing.api.held_rows import HeldRows, held_rows
from accede.publishing.api.problems import DOCUMENT, Unanswerable, problem
from accede.publishing.api.reconcile import asked
from accede.publishing.api.reconcile.candidates import beginning, candidates
from accede.publishing.api.reconcile.document import ROOT
from accede.publishing.api.reconcile.extension import PROPERTIES, extended
from accede.publishing.standpoint import standpoint
from accede.publishing.tables import TABLES
from accede.publishing.tables.states import StateRow

TYPE = {"id": asked.STATE, "name": "State"}
READING = "GET, HEAD, OPTIONS"
ASKING = "GET, HEAD, POST, OPTIONS"
SUGGESTED = 20


def reconcile(request: HttpRequest) -> HttpResponse:
    """The manifest, or the answer to `queries` or `extend`, in the address or in a form."""

    def answer() -> Mapping[str, Any]:
        given = request.POST if request.method == "POST" else request.GET
        extension = asked.extension(given["extend"]) if "extend" in given else None
        if "queries" in given:
            return _reconciled(given["queries"])
        if extension is not None:
            return extended(_held("status"), extension.ids, [each.id for each in extension.properties])
        if request.method == "POST":
            raise Unanswerable(
                HTTPStatus.BAD_REQUEST,
                "The form holds neither queries nor extend. Send one of them, as JSON in a form field.",
            )
        return manifest(_site(request))

    return _told(request, answer, ASKING)


def suggest(request: HttpRequest) -> HttpResponse:
    """States whose name begins with `prefix`."""

    def answer() -> Mapping[str, Any]:
        held = _states()
        found = beginning(request.GET.get("prefix", ""), held, SUGGESTED)
        return {
            "result": [
                {"id": iso3, "name": held[iso3].name, "description": held[iso3].formal_name, "notable": [TYPE]}
                for iso3 in found
            ]
        }

    return _told(request, answer, READING)


def properties(request: HttpRequest) -> HttpResponse:
    """The columns that a table of States can be given."""

    def answer() -> Mapping[str, Any]:
        of_states = request.GET.get("type", asked.STATE) == asked.STATE
        told = [{"id": each, "name": name} for each, name in PROPERTIES.items()] if of_states else []
        return {"type": request.GET.get("type", asked.STATE), "properties": told}

    return _told(request, answer, READING)


def manifest(site: str) -> dict[str, Any]:
    """What the service can do, for a site at this address."""
    return {
        "versions": ["0.2"],
        "name": "Accede: States",
        "identifierSpace": f"{site}{API}states/",
        "schemaSpace": f"{site}{DOCUMENT}",
        "defaultTypes": [TYPE],
        "view": {"url": f"{site}/states/{{{{id}}}}/"},
        "suggest": {"entity": {"service_url": site, "service_path": f"{ROOT}/suggest/entity"}},
        "extend": {
            "propose_properties": {"service_url": site, "service_path": f"{ROOT}/properties"},
            "property_settings": [],
        },
        "batchSize": asked.MOST_QUERIES,
    }


def _reconciled(text: str) -> dict[str, Any]:
    held = _states()
    return {name: {"result": _candidates(held, query)} for name, query in asked.queries(text).items()}


def _candidates(held: Mapping[str, StateRow], query: asked.Query) -> list[dict[str, Any]]:
    if not query.is_of_states:
        return []
    found = candidates(query.query, held, min(query.limit, asked.MOST_CANDIDATES))
    return [
        {"id": each.iso3, "name": held[each.iso3].name, "type": [TYPE], "score": each.score, "match": each.match}
        for each in found
    ]


def _states() -> dict[str, StateRow]:
    return {row.key: row for row in _held("states").rows if isinstance(row, StateRow)}


def _held(table: str) -> HeldRows:
    return held_rows(TABLES[table], standpoint(datetime.now(UTC)), None, "en")


def _site(request: HttpRequest) -> str:
    """Where readers find the site."""
    return settings.ACCEDE_ADDRESS or request.build_absolute_uri("/").rstrip("/")


def _told(request: HttpRequest, answer: Callable[[], Mapping[str, Any]], methods: str) -> HttpResponse:
    if request.method == "OPTIONS":
        return opened(preflight(methods))
    if request.method not in methods.split(", "):
        return opened(not_allowed(request, methods), methods)
    try:
        response = HttpResponse(msgspec.json.encode(answer()), content_type="application/json")
        response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    except Unanswerable as error:
        response = problem(error.status, error.detail)
    except (RequestDataTooBig, TooManyFieldsSent):
        response = problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The form is too large. Ask for fewer names at once.")
    except SuspiciousOperation:
        response = problem(HTTPStatus.BAD_REQUEST, "The form cannot be read. Send application/x-www-form-urlencoded.")
    except UnreadablePostError:  # its reader was silent for too long, or is gone
        response = problem(HTTPStatus.REQUEST_TIMEOUT, "The form did not arrive whole. Send it again.")
    except Exception as error:
        response = fault(error, request)
    return opened(response, methods)


for _view in (reconcile, suggest, properties):
    _view.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is written, and other sites may ask
