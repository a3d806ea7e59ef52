"""A page to read the API by and to try it: plain forms, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import override

from accede.publishing.addresses import API, slug
from accede.publishing.api.envelope import READING, not_allowed, opened
from accede.publishing.api.openapi import document
from accede.publishing.tables import TABLES

READ = "GET, HEAD"


@dataclass(frozen=True, slots=True)
class Input:
    """A parameter as a field of a form; `words` are all it may be, if they are few, `several` whether more than one."""

    name: str
    description: str
    example: str
    words: tuple[str, ...]
    several: bool


_KEY = Input("key", "One row, by its key; empty: the list.", "", (), several=False)


@dataclass(frozen=True, slots=True)
class Output:
    """A field of the rows."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Described:
    """A table with what it may be asked and what it answers."""

    name: str
    title: str
    description: str
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]


def docs(request: HttpRequest) -> HttpResponse:
    """The page; a form that comes back (`table` and what was filled in) leads to the address it asks for."""
    if request.method not in READING:
        return opened(not_allowed(request, READ), READ)
    table = request.GET.get("table")
    if table in TABLES:
        return HttpResponseRedirect(asked_for(table, request.GET.lists()))
    with override("en"):
        return render(request, "publishing/api_docs.html", {"tables": described(), "info": document()["info"]})


def asked_for(table: str, given: Iterable[tuple[str, list[str]]]) -> str:
    """The address that a filled form asks for: what is empty is left out, several values are parted by commas."""
    filled = {name: ",".join(value.strip() for value in values if value.strip()) for name, values in given}
    key = filled.pop("key", "")
    place = f"{table}/{slug(key)}" if key else table
    query = {name: value for name, value in filled.items() if value and name != "table"}
    return f"{API}{place}?{urlencode(query)}" if query else f"{API}{place}"


def described() -> tuple[Described, ...]:
    """The tables as the OpenAPI document has them."""
    told = document()
    found = []
    for table in TABLES.values():
        operation = told["paths"][f"{API}{table.name}"]["get"]
        row = told["components"]["schemas"][table.row.__name__]
        outputs = tuple(
            Output(name, held.get("description", "").replace("`", "")) for name, held in row["properties"].items()
        )
        inputs = (_KEY, *map(_input, operation["parameters"]))
        found.append(Described(table.name, table.title, table.description, inputs, outputs))
    return tuple(found)


def _input(parameter: dict[str, Any]) -> Input:
    schema = parameter["schema"]
    several = schema.get("type") == "array"
    words = (schema["items"] if several else schema).get("enum", ())
    if schema.get("type") == "boolean":
        words = ("true", "false")
    example = next((each["value"] for each in parameter.get("examples", {}).values()), "")
    shown = ",".join(map(str, example)) if isinstance(example, list) else str(example)
    return Input(parameter["name"], parameter["description"].replace("`", ""), shown, tuple(words), several)
