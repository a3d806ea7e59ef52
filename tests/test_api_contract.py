"""What the open API promises is frozen: addresses, parameters, fields, closed lists, and the shapes of real answers.

After a change on purpose: ACCEDE_RENEW_CONTRACT=1 .venv/bin/python -m pytest tests/test_api_contract.py
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
import pytest

from accede.publishing.api.openapi import document
from accede.publishing.tables import TABLES
from api_client import Api

pytestmark = pytest.mark.usefixtures("register")

CONTRACT = Path(__file__).parent / "contract"
REMEDY = (
    "What programmes of others rely on has changed. If something is gone or means something else, that is version 2: leave "
    "version 1 as it is. If something was only added, and on purpose, renew the contract: "
    "ACCEDE_RENEW_CONTRACT=1 .venv/bin/python -m pytest tests/test_api_contract.py"
)


def promised() -> Iterator[str]:
    """One line an address, parameter and field; descriptions may be put better at any time."""
    told = document()
    for path, methods in sorted(told["paths"].items()):
        for method, operation in sorted(methods.items()):
            yield f"{method.upper()} {path} ({operation['operationId']}): {' '.join(sorted(operation['responses']))}"
            for parameter in sorted(operation["parameters"], key=lambda each: each["name"]):
                yield f"{method.upper()} {path} ? {parameter['name']}: {asked_kind(parameter)}"
    for name, schema in sorted(told["components"]["schemas"].items()):
        if "properties" not in schema:
            yield f"{name}: {kind(schema)}"
        required = schema.get("required", ())
        for field, held in schema.get("properties", {}).items():
            yield f"{name}.{field}: {kind(held)}{'' if field in required else ' (may be left out)'}"


def asked_kind(parameter: dict[str, Any]) -> str:
    return kind(parameter["schema"] if "schema" in parameter else parameter["content"]["application/json"]["schema"])


def kind(schema: dict[str, Any]) -> str:
    """A schema in words."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(map(kind, schema["anyOf"]))
    if "enum" in schema:
        return "one of " + " ".join(map(repr, schema["enum"]))
    if "const" in schema:
        return repr(schema["const"])
    if schema.get("type") == "array":
        return f"several of ({kind(schema['items'])})" if "items" in schema else "several"
    bounds = [f"{name} {schema[name]}" for name in ("format", "minimum", "maximum", "default") if name in schema]
    return " ".join([str(schema.get("type", "anything")), *bounds])


def shape(value: Any) -> Any:
    """A JSON value with its types in the place of its values; a list is its first member."""
    match value:
        case dict():
            return {name: shape(held) for name, held in value.items()}
        case list():
            return [shape(each) for each in value[:1]]
        case None:
            return "null"
    return {str: "string", bool: "truth", int: "number", float: "number"}[type(value)]


def lines(value: Any, where: str = "") -> Iterator[str]:
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else (("[]", each) for each in value)
        for name, held in members:
            yield from lines(held, f"{where}.{name}" if where else name)
    else:
        yield f"{where}: {value}"


SAMPLES = (
    "treaties/apmbc",
    "states/MAR",
    "status/MAR",
    "treaty_actions/apmbc_BRA_ratification",
    "roll_calls/apmbc_first-committee_72",
    "ballots/apmbc_first-committee_72_MAR",
    "meetings/16MSP",
    "sources/17msp-status-paper",
)


def answers() -> Iterator[str]:
    """The shapes of some answers as of 2018."""
    api = Api()
    for address in SAMPLES:
        yield from lines(shape(api(address, as_of="2018-08-21")), address)
    yield from lines(shape({**api("states", limit=1), "items": []}), "states")


@pytest.mark.parametrize(("file", "found"), [("promised.txt", promised), ("answers.txt", answers)])
def test_the_contract_is_kept(file, found):
    kept, now = CONTRACT / file, list(found())
    if os.environ.get("ACCEDE_RENEW_CONTRACT"):
        CONTRACT.mkdir(exist_ok=True)
        kept.write_text("\n".join(now) + "\n", encoding="utf-8")
    before = kept.read_text(encoding="utf-8").splitlines()
    gone, new = [line for line in before if line not in now], [line for line in now if line not in before]
    assert not gone + new, f"Gone: {gone[:10]}. New: {new[:10]}. {REMEDY}"


def test_every_field_and_parameter_of_the_document_says_what_it_is():
    told = document()
    for path, methods in told["paths"].items():
        for operation in methods.values():
            assert operation["summary"], path
            assert all(parameter["description"] for parameter in operation["parameters"]), path
    for table in TABLES.values():
        row = told["components"]["schemas"][table.row.__name__]
        assert all(held.get("description") for held in row["properties"].values()), table.name


def test_the_document_is_served_as_it_is():
    told = Api()("openapi.json")
    assert told["openapi"].startswith("3.1")
    assert told == msgspec.json.decode(msgspec.json.encode(document()))


@pytest.mark.parametrize("name", TABLES)
def test_every_answer_is_what_the_document_says(name):
    told = Api()("openapi.json")
    body = told["paths"][f"/api/v1/{name}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **body, "components": told["components"]}
    check = jsonschema_rs.validator_for(schema)
    for day in ("2018-08-21", "2026-11-22"):
        check.validate(Api()(name, as_of=day, limit=1000))
