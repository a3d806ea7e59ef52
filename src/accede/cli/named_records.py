"""Records that people name at the command line: KIND KEY KEY, all of a source, or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from accede.cli.options import Named
from accede.vocabulary.errors import UnknownName

if TYPE_CHECKING:
    from accede.records.reference import Reference
    from accede.records.reviewing import Waiting

Command = TypeVar("Command", bound=Callable[..., None])


def records_argument(function: Command) -> Command:
    """KIND KEY..., kept together: all keys are of one kind."""
    return click.argument("records", nargs=-1, metavar="[KIND KEY...]", type=Named("a kind and keys"))(function)


def source_and_all(function: Command) -> Command:
    """Options that stand for many records."""
    with_all = click.option("--all", "is_all", is_flag=True, help="All that waits.")(function)
    return click.option("--source", default="", metavar="KEY", help="All that waits from this source.")(with_all)


def refuse_mixed(records: Sequence[str], source: str, is_all: bool) -> None:
    """Raises click's UsageError unless one way of naming records is used, or none."""
    if sum((bool(records), bool(source), is_all)) > 1:
        raise click.UsageError("KIND KEY, --source and --all exclude each other")
    if len(records) == 1:
        raise click.UsageError(f"Name the keys of the kind too, as in: {records[0]} KEY")


def chosen(waits: Sequence[Waiting], records: Sequence[str], source: str, is_all: bool) -> tuple[Reference, ...]:
    """The versions that are meant, of those that wait; of a record that does not wait its newest version.

    Raises UnknownName for a key that is not held, and for a source of which nothing waits.
    """
    if is_all:
        return tuple(one.reference for one in waits)
    if source:
        found = tuple(one.reference for one in waits if source in (one.row.source, one.reference.key))
        if not found:
            raise UnknownName("nothing of this source waits", where=source, remedy="Look at what waits")
        return found
    kind, *keys = records
    return tuple(version_of(waits, kind, key) for key in keys)


def version_of(waits: Sequence[Waiting], kind: str, key: str) -> Reference:
    """The version of a record that waits, else its newest. Raises UnknownName."""
    from accede.records.reference import Reference, newest

    for one in waits:
        if (one.reference.kind, one.reference.key) == (kind, key):
            return one.reference
    return Reference(kind, key, newest(kind, key).version)
