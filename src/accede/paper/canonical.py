"""The one form of a paper that has a hash: JSON with sorted keys, no white space, UTF-8.

The same tree gives the same bytes on every machine; an edition is sealed by their SHA-256. `document_from` reads them
back to an equal tree.
"""

from __future__ import annotations

import hashlib
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable


def canonical_bytes(document: Document) -> bytes:
    """The canonical JSON of the tree."""
    return msgspec.json.encode(document, order="sorted")


def tree_hash(document: Document) -> str:
    """The SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(document)).hexdigest()


def document_from(data: bytes) -> Document:
    """The tree that these JSON bytes hold, canonical or not. Raises `Unreadable` for anything else, with its place."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"this is not JSON ({error})", remedy="Give a paper that Accede wrote as .json") from error
    document = _read(Document, raw, "paper")
    assert isinstance(document, Document)
    return document


# The reader follows the type hints of the tree, so that a field added there needs nothing here.


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


@cache
def _required(cls: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(cls) if field.default is MISSING)


def _fits(cls: type, raw: dict[str, Any]) -> bool:
    return _required(cls) <= raw.keys() <= _hints(cls).keys()


def _may_be(member: type, raw: Any) -> bool:
    return isinstance(raw, dict) and _fits(member, raw) if is_dataclass(member) else isinstance(raw, member)


def _read(hint: Any, raw: Any, where: str) -> Any:
    if isinstance(hint, type) and is_dataclass(hint):
        if isinstance(raw, dict) and _fits(hint, raw):
            return hint(**{name: _read(_hints(hint)[name], value, f"{where}.{name}") for name, value in raw.items()})
    elif get_origin(hint) is tuple:
        if isinstance(raw, list):
            return tuple(_read(get_args(hint)[0], item, f"{where}[{index}]") for index, item in enumerate(raw))
    elif isinstance(hint, UnionType):
        for member in get_args(hint):
            if _may_be(member, raw):
                return _read(member, raw, where)
    elif get_origin(hint) is Literal:
        if raw in get_args(hint):
            return raw
    elif isinstance(raw, (int, float) if hint is float else hint) and not isinstance(raw, bool):
        return raw
    raise Unreadable(
        "this is not what a paper has at this place", where=where, remedy="Give a paper that Accede wrote as .json"
    )
