"""What the API offers, and from which instant it is seen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from accede.publishing.addresses import API
from accede.publishing.api.problems import DOCUMENT
from accede.publishing.data.licence import LICENCE
from accede.publishing.standpoint import Standpoint
from accede.publishing.tables import TABLES

VERSION = "1.0.0"
"""Of the API; what an answer promises is frozen for all that begin with the same number."""


class TableLink(Struct, frozen=True, kw_only=True):
    """A table and where it is found."""

    name: Annotated[str, Meta(description="Name of the table.")]
    title: Annotated[str, Meta(description="Its title.")]
    description: Annotated[str, Meta(description="What its rows are.")]
    address: Annotated[str, Meta(description="Its address, from the root of the site.")]


class Index(Struct, frozen=True, kw_only=True):
    """The API as a whole."""

    version: Annotated[str, Meta(description="Version of the API.")]
    known_on: Annotated[datetime, Meta(description="The instant of the last public change.")]
    today: Annotated[date, Meta(description="The day that is answered where none is asked for.")]
    licence: Annotated[str, Meta(description="Licence of the data.")]
    document: Annotated[str, Meta(description="Address of the OpenAPI document.")]
    docs: Annotated[str, Meta(description="Address of the page to try it.")]
    reconcile: Annotated[str, Meta(description="Address of the reconciliation service for names of States.")]
    tables: Annotated[tuple[TableLink, ...], Meta(description="The tables.")]


def index(now: Standpoint) -> Index:
    """The API as it is seen from a standpoint."""
    return Index(
        version=VERSION,
        known_on=now.known_on,
        today=now.today,
        licence=LICENCE.name,
        document=DOCUMENT,
        docs=f"{API}docs",
        reconcile=f"{API}reconcile",
        tables=tuple(
            TableLink(name=each.name, title=each.title, description=each.description, address=f"{API}{each.name}")
            for each in TABLES.values()
        ),
    )
