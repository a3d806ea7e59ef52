"""One table of the data: what it holds, and what each of its columns means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from accede.overview.register import Register
from accede.publishing.asked import Asked
from accede.publishing.pages.data import plain
from accede.publishing.pages.kind import PageKind
from accede.publishing.tables import TABLES, columns
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, the type of its cells, and what it means."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TablePage:
    """Everything the template prints."""

    title: str
    opening: str
    name: str
    count: str
    columns: tuple[Column, ...]


def make(asked: Asked) -> TablePage:
    """The table that the address names. Raises UnknownName for one that there is not."""
    name = str(asked.of["table"])
    table = TABLES.get(name)
    if table is None:
        raise UnknownName(f"there is no table {quoted(name)}", remedy=f"There are {', '.join(TABLES)}")
    held = tuple(Column(name, kind, plain(meaning)) for name, kind, meaning in columns(table))
    return TablePage(
        title=gettext("Data: %(table)s") % {"table": gettext(table.title)},
        opening=plain(gettext(table.description)),
        name=name,
        count=ngettext("%(number)s column", "%(number)s columns", len(held)) % {"number": len(held)},
        columns=held,
    )


def every(register: Register) -> Iterable[Mapping[str, object]]:
    """Every table."""
    return ({"table": name} for name in TABLES)


PAGE = PageKind(name="table", route="data/<slug:table>/", make=make, every=every, has_days=False)
