"""What the reconciliation service is asked, read from the JSON that the protocol puts into a parameter. Pure."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from accede.publishing.api.problems import Unanswerable

Asked = TypeVar("Asked")

STATE = "state"
"""The one type of what can be reconciled."""
LONGEST_QUERY = 1000
MOST_QUERIES = 200
MOST_CANDIDATES = 20
MOST_IDS = 1000


class Query(Struct):
    """One name. Further members of the protocol are understood and change nothing."""

    query: Annotated[str, Meta(max_length=LONGEST_QUERY)]
    type: str | list[str] | None = None
    limit: Annotated[int, Meta(ge=1, le=1000)] = 5

    @property
    def is_of_states(self) -> bool:
        """Whether States are asked for, alone or among others."""
        return not self.type or STATE in ([self.type] if isinstance(self.type, str) else self.type)


class Property(Struct):
    """A column that is asked for."""

    id: str


class Extension(Struct):
    """Columns asked for of States."""

    ids: Annotated[list[str], Meta(max_length=MOST_IDS)]
    properties: list[Property]


def queries(text: str) -> dict[str, Query]:
    """The names of a batch. Raises Unanswerable."""
    found = _read("queries", text, dict[str, Query])
    if len(found) > MOST_QUERIES:
        raise Unanswerable(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"queries: {len(found)} names are asked for at once; ask for {MOST_QUERIES} at most.",
        )
    return found


def extension(text: str) -> Extension:
    """The columns of a batch of States. Raises Unanswerable."""
    return _read("extend", text, Extension)


def _read(name: str, text: str, kind: type[Asked]) -> Asked:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError) as error:
        raise Unanswerable(
            HTTPStatus.BAD_REQUEST,
            f"{name}: it is not what the Reconciliation Service API 0.2 says ({str(error)[:200]}). Send a JSON object as that "
            "specification describes it.",
        ) from error
