"""The reconciliation service in the OpenAPI document. Pure."""

from __future__ import annotations

from typing import Any

from accede.publishing.addresses import API
from accede.publishing.api.problems import MEDIA_TYPE
from accede.publishing.api.reconcile.asked import LONGEST_QUERY, MOST_IDS, MOST_QUERIES

ROOT = f"{API}reconcile"
"""Where the service is."""

_OBJECT = {"type": "object"}
_TYPE = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
}


def paths() -> dict[str, Any]:
    """The addresses of the service."""
    return {
        ROOT: {
            "get": _operation(
                "reconcile",
                "Manifest, or names reconciled",
                "Without a parameter the manifest of the service (Reconciliation Service API 0.2); with `queries` the States "
                "that names mean or may mean; with `extend` columns for a table. In OpenRefine: add this address as a service.",
                "ReconcileAnswer",
                [
                    _json_parameter(
                        "queries",
                        "Queries by any name, as JSON.",
                        "ReconcileQueries",
                        {"q0": {"query": "Viet Nam", "limit": 3}},
                    ),
                    _json_parameter(
                        "extend",
                        "States and properties, as JSON.",
                        "ReconcileExtension",
                        {"ids": ["ARM"], "properties": [{"id": "standing"}]},
                    ),
                ],
            ),
            "post": _operation(
                "reconcile_form",
                "Names reconciled",
                "The same with `queries` or `extend` as a field of a form.",
                "ReconcileAnswer",
                [],
            )
            | {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "queries": {"type": "string", "contentMediaType": "application/json"},
                                    "extend": {"type": "string", "contentMediaType": "application/json"},
                                },
                            }
                        }
                    },
                }
            },
        },
        f"{ROOT}/suggest/entity": {
            "get": _operation(
                "reconcile_suggest",
                "States by the beginning of a name",
                "For a box that completes what is typed.",
                "ReconcileSuggestions",
                [_parameter("prefix", "How a name, or a word of it, begins; in any of the six languages.", "Ar")],
            )
        },
        f"{ROOT}/properties": {
            "get": _operation(
                "reconcile_properties",
                "Columns that can be added",
                "What `extend` can be asked for.",
                "ReconcileProperties",
                [_parameter("type", "The type of what was reconciled.", "state")],
            )
        },
    }


def schemas() -> dict[str, Any]:
    """The bodies of the service."""
    candidate = {
        "type": "object",
        "required": ["id", "name", "type", "score", "match"],
        "properties": {
            "id": {"type": "string", "description": "ISO 3166-1 alpha-3 key of the State."},
            "name": {"type": "string", "description": "Its short name in English."},
            "type": {"type": "array", "items": _TYPE},
            "score": {"type": "number", "minimum": 0, "maximum": 100, "description": "Likeness in per cent."},
            "match": {"type": "boolean", "description": "Whether the name is the State's own, and not only like it."},
        },
    }
    results = {
        "type": "object",
        "required": ["result"],
        "properties": {"result": {"type": "array", "items": candidate}},
    }
    suggestion = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "description": {"type": "string"}},
    }
    query = {
        "type": "object",
        "required": ["query"],
        "properties": {
            "query": {"type": "string", "maxLength": LONGEST_QUERY, "description": "The name."},
            "type": {
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
                "description": "state, or left out.",
            },
            "limit": {"type": "integer", "minimum": 1, "maximum": 1000, "description": "How many States at most."},
        },
    }
    return {
        "ReconcileQueries": {"type": "object", "additionalProperties": query, "maxProperties": MOST_QUERIES},
        "ReconcileExtension": {
            "type": "object",
            "required": ["ids", "properties"],
            "properties": {
                "ids": {"type": "array", "items": {"type": "string"}, "maxItems": MOST_IDS},
                "properties": {
                    "type": "array",
                    "items": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
                },
            },
        },
        "ReconcileAnswer": {
            "description": "The manifest, results by the name of their query, or columns.",
            "anyOf": [
                {**_OBJECT, "required": ["versions", "name", "identifierSpace", "schemaSpace"]},
                {**_OBJECT, "required": ["meta", "rows"]},
                {**_OBJECT, "additionalProperties": results},
            ],
        },
        "ReconcileSuggestions": {
            "type": "object",
            "required": ["result"],
            "properties": {"result": {"type": "array", "items": suggestion}},
        },
        "ReconcileProperties": {
            "type": "object",
            "required": ["type", "properties"],
            "properties": {"type": {"type": "string"}, "properties": {"type": "array", "items": _TYPE}},
        },
    }


def _parameter(name: str, description: str, example: str) -> dict[str, Any]:
    return {
        "in": "query",
        "name": name,
        "required": False,
        "description": description,
        "schema": {"type": "string"},
        "examples": {"1": {"value": example}},
    }


def _json_parameter(name: str, description: str, schema: str, example: Any) -> dict[str, Any]:
    return {
        "in": "query",
        "name": name,
        "required": False,
        "description": description,
        "content": {
            "application/json": {
                "schema": {"$ref": f"#/components/schemas/{schema}"},
                "examples": {"1": {"value": example}},
            }
        },
    }


def _operation(
    name: str, summary: str, description: str, body: str, parameters: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "description": description,
        "tags": ["Reconciliation"],
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "The answer.",
                "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{body}"}}},
            },
            **{
                status: {
                    "description": description,
                    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
                for status, description in (
                    ("400", "What was sent is not what the protocol says."),
                    ("405", "The address does not know this method."),
                    ("413", "Too much was asked at once."),
                    ("500", "Something is wrong on our side."),
                )
            },
        },
    }
