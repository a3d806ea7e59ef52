"""Data: the tables that can be taken along, what each holds and how many rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from accede.publishing.asked import Asked
from accede.publishing.data import linked
from accede.publishing.data.licence import LICENCE
from accede.publishing.pages.kind import PageKind
from accede.publishing.register import PublicRegister
from accede.publishing.tables import TABLES
from accede.publishing.wording import day, in_thousands


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
    archive: str
    linked: SafeString
    embeds: tuple[tuple[str, str, str], ...]
    has_address: bool


def make(asked: Asked) -> DataPage:
    """The tables as of today; every file can be asked for as of any day."""
    register = asked.register
    found = register.once("rows of tables", lambda: _numbers(register))
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
        licence=LICENCE.address,
        archive=linked.archive_name(register.treaty.key),
        linked=linked.within(register, asked.here.lstrip("/")),
        embeds=tuple(_embeds(asked)),
        has_address=bool(settings.ACCEDE_ADDRESS),
    )


def _numbers(register: PublicRegister) -> dict[str, int]:
    """How many rows each table has."""
    return {name: sum(1 for _ in table.rows(register)) for name, table in TABLES.items()}


def _embeds(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """What other sites may show: what it is, its page, and the markup to copy."""
    for name, what in (("embed-map", gettext("Map by standing")), ("embed-states", gettext("States outside"))):
        place = f"{settings.ACCEDE_ADDRESS}{asked.to(name)}"
        title = escape(f"{what}, {asked.treaty}")
        yield what, asked.to(name), f'<iframe src="{place}" title="{title}" width="100%" height="600"></iframe>'


def plain(description: str) -> str:
    """Without the marks that Markdown has for code."""
    return description.replace("`", "")


PAGE = PageKind(name="data", route="data/", make=make, has_days=False, menu=gettext_noop("Data"))
