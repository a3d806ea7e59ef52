"""Data: the tables that can be taken along, what each holds and how many rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.register import PublicRegister
from accede.publishing.tables import TABLES
from accede.publishing.wording import day, in_thousands

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Listed:
    """A table as the page lists it."""

    name: str
    title: str
    description: str
    rows: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """Everything the template prints."""

    title: str
    opening: str
    tables: tuple[Listed, ...]
    licence: str


def make(asked: Asked) -> DataPage:
    """The tables as of today; every file can be asked for as of any day."""
    register = asked.register
    assert isinstance(register, PublicRegister)
    found = {name: sum(1 for _ in table.rows(register)) for name, table in TABLES.items()}
    return DataPage(
        title=gettext("Data"),
        opening=gettext("%(tables)s tables with %(rows)s rows are free to use, as of %(day)s.")
        % {"tables": len(TABLES), "rows": in_thousands(sum(found.values())), "day": day(asked.as_of)},
        tables=tuple(
            Listed(
                name=name,
                title=gettext(table.title),
                description=plain(gettext(table.description)),
                rows=in_thousands(found[name]),
            )
            for name, table in TABLES.items()
        ),
        licence=LICENCE,
    )


def plain(description: str) -> str:
    """Without the marks that Markdown has for code."""
    return description.replace("`", "")


PAGE = PageKind(name="data", route="data/", make=make, has_days=False, menu="Data")
