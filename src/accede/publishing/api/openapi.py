"""The OpenAPI 3.1 document: ninja tells the addresses and parameters, msgspec the bodies, and both from the declarations."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from accede.publishing.addresses import API
from accede.publishing.api.bodies import ListBody, OneBody
from accede.publishing.api.index import Index
from accede.publishing.api.problems import DOCUMENT, Problem
from accede.publishing.api.problems import MEDIA_TYPE as PROBLEM
from accede.publishing.api.reconcile import document as reconciling
from accede.publishing.api.routes import api
from accede.publishing.data.licence import LICENCE
from accede.publishing.tables import TABLES, Table

JSON = "application/json"
_REF = "#/components/schemas/{name}"


@cache
def encoded() -> bytes:
    """The document as JSON, the same every time."""
    return msgspec.json.encode(document(), order="deterministic")


@cache
def document() -> dict[str, Any]:
    """The document."""
    made: dict[str, Any] = msgspec.to_builtins(api.get_openapi_schema(path_prefix=API.lstrip("/")))
    paths = {path: methods for path, methods in made["paths"].items() if "get" in methods}
    for methods in paths.values():
        _finish(methods["get"])
    for table in TABLES.values():
        paths[f"{API}{table.name}.json"] = {"get": _whole(table)}
    paths[DOCUMENT] = {"get": _about_itself()}
    paths |= reconciling.paths()
    return {
        "openapi": "3.1.0",
        "info": made["info"] | {"license": {"name": "CC BY 4.0", "identifier": LICENCE.name}},
        "servers": [{"url": "/", "description": "The site that serves this document."}],
        "paths": paths,
        "components": {"schemas": _schemas(), "parameters": {}},
    }


def _finish(operation: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", ()):
        _finish_parameter(parameter)
    name = operation["operationId"]
    kind, _, table = name.partition("_")
    body = "Index" if name == "index" else _body_name(TABLES[table], is_list=kind == "list")
    operation["responses"] = responses(body, has_one=kind == "get")


def _finish_parameter(parameter: dict[str, Any]) -> None:
    schema = parameter["schema"]
    for name in ("title", "description", "examples"):
        schema.pop(name, None)
    if schema.get("default", "") is None:
        del schema["default"]
    if parameter["in"] == "path":
        parameter["description"] = "Key of the row, with - for a space and _ for a slash."
        schema["minLength"] = 1
    examples = parameter.pop("examples", None)
    if examples:
        parameter["examples"] = {str(at + 1): {"value": value} for at, value in enumerate(examples)}
    if schema.get("type") == "array":
        parameter |= {"style": "form", "explode": False}


def responses(body: str, *, has_one: bool = False) -> dict[str, Any]:
    """What an address answers."""
    found: dict[str, Any] = {
        "200": {
            "description": "The answer.",
            "headers": {
                "ETag": {"description": "Send it back in If-None-Match.", "schema": {"type": "string"}},
                "Cache-Control": {"description": "Ask again each time.", "schema": {"type": "string"}},
            },
            "content": {JSON: {"schema": {"$ref": _REF.format(name=body)}}},
        },
        "304": {"description": "Nothing has changed since the answer with this ETag."},
        "400": _problem("A parameter is not what it must be."),
        "404": _problem("What is asked for is not there, or not yet."),
        "405": _problem("The address is only read."),
        "500": _problem("Something is wrong on our side."),
    }
    if has_one:
        found["308"] = {
            "description": "The row has another key now.",
            "headers": {"Location": {"description": "Its address.", "schema": {"type": "string"}}},
        }
    return dict(sorted(found.items()))


def _problem(description: str) -> dict[str, Any]:
    return {"description": description, "content": {PROBLEM: {"schema": {"$ref": _REF.format(name="Problem")}}}}


def _about_itself() -> dict[str, Any]:
    found = responses("Index")
    found["200"]["content"] = {JSON: {"schema": {"type": "object", "required": ["openapi", "paths"]}}}
    return {
        "operationId": "openapi",
        "summary": "This document",
        "description": "The OpenAPI document.",
        "tags": ["About"],
        "parameters": [],
        "responses": found,
    }


def _whole(table: Table) -> dict[str, Any]:
    return {
        "operationId": f"whole_{table.name}",
        "summary": f"{table.title}: the whole table",
        "description": f"All rows as of today, as published in a plain file. {table.description}",
        "tags": [table.title],
        "parameters": [],
        "responses": responses(_body_name(table, is_list=True)),
    }


def _schemas() -> dict[str, Any]:
    rows = [table.row for table in TABLES.values()]
    _, components = msgspec.json.schema_components([*rows, ListBody, OneBody, Index, Problem], ref_template=_REF)
    found: dict[str, Any] = dict(components)
    for row in rows:  # a sparse answer holds the key and what was asked for
        found[row.__name__] = {**found[row.__name__], "required": ["key"], "additionalProperties": False}
    lists, ones = found.pop("ListBody"), found.pop("OneBody")
    for table in TABLES.values():
        row_ref = {"$ref": _REF.format(name=table.row.__name__)}
        found[_body_name(table, is_list=True)] = _with(lists, table, "items", {"type": "array", "items": row_ref})
        found[_body_name(table, is_list=False)] = _with(ones, table, "item", row_ref)
    found |= reconciling.schemas()
    return dict(sorted(found.items()))


def _with(body: dict[str, Any], table: Table, name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A body with the rows of a table in it."""
    properties = {
        key: {"const": table.name, "description": held["description"]} if key == "table" else held
        for key, held in body["properties"].items()
    }
    description = properties[name].get("description", "")
    return {
        **body,
        "title": _body_name(table, is_list=name == "items"),
        "properties": {**properties, name: {**schema, "description": description}},
        "additionalProperties": False,
    }


def _body_name(table: Table, *, is_list: bool) -> str:
    return table.row.__name__.removesuffix("Row") + ("List" if is_list else "One")
