"""One file of a publication, before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """`path` is under the folder of the publication, with slashes; `depends_on` a text that changes when the bytes may.

    `make` gives the bytes; `is_page` says whether it is a page of the site, in which addresses become links between files.
    """

    path: str
    depends_on: str
    make: Callable[[], bytes]
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Files that one process makes one after another, because they are folded from the same day."""

    about: str
    files: Callable[[], Iterable[File]]


@dataclass(frozen=True, slots=True)
class Lying:
    """Size in bytes and time of the last change in ns: what shows that somebody changed a file."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file as it lies in the publication: what its bytes depended on, their SHA-256, and how it and its compressed form lie.

    `packed` is None where there is no compressed form.
    """

    depends_on: str
    sha256: str
    plain: Lying
    packed: Lying | None


State = Mapping[str, Written]
"""A publication as it was left: path to what lies there."""
