"""All tables as one Frictionless data package: the description with the SHA-256 of every file, and everything in one archive.

The form is that of Data Package version 1 (`specs.frictionlessdata.io`), profile `tabular-data-package`.

These are answers as of a day, about one treaty, for readers. What the register itself holds, record by record in the form of the
shipped register, is another package: `accede.reporting.export`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import msgspec
from django.conf import settings

from accede.publishing.data import linked
from accede.publishing.data.comma_separated import comma_separated
from accede.publishing.data.licence import LICENCE
from accede.publishing.data.place import FOLDER, place
from accede.publishing.data.schema import table_schema
from accede.publishing.data.seen import Seen
from accede.publishing.data.zipped import zipped
from accede.publishing.followed import followed
from accede.publishing.tables import TABLES, Table
from accede.publishing.wording import when
from accede.records.values import Source

NAME = "datapackage.json"


def description(seen: Seen) -> bytes:
    """`datapackage.json`: what there is, whence, and under which terms."""
    register = seen.register
    told = {
        "profile": "tabular-data-package",
        "name": f"accede-{seen.treaty}",
        "id": linked.identifier(register),
        "title": linked.title_of(register),
        "description": linked.description_of(register),
        **({"homepage": place(FOLDER, beside="")} if settings.ACCEDE_ADDRESS else {}),  # which must be a whole address
        "version": seen.as_of.isoformat(),
        "created": f"{seen.known_on:%Y-%m-%dT%H:%M:%SZ}",
        "as_of": seen.as_of,
        "known_on": seen.known_on,
        "keywords": list(linked.KEYWORDS),
        "licenses": [{"name": LICENCE.name, "title": LICENCE.title, "path": LICENCE.address}],
        "contributors": [{"title": "Accede", "role": "publisher"}],
        "sources": [_source(each) for _, each in sorted(register.sources.items())],
        "resources": [_resource(table, seen) for table in TABLES.values()],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def archive(seen: Seen) -> bytes:
    """The package as a ZIP archive: the tables as CSV, their description, the licence, and the same as linked data."""
    return zipped(_files(seen))


def table_file(table: Table, seen: Seen) -> bytes:
    """The table as it lies in the package and at its address."""
    return seen.kept(f"{table.name}.csv", lambda: comma_separated(table, seen))


def _files(seen: Seen) -> Iterator[tuple[str, bytes]]:
    yield NAME, seen.kept(NAME, lambda: description(seen))
    for table in TABLES.values():
        yield f"{table.name}.csv", table_file(table, seen)
    yield linked.DATASET, linked.dataset(seen)
    yield linked.CATALOG, linked.catalog(seen)
    yield "LICENSE-DATA.md", (files("accede") / "data" / "LICENSE-DATA.md").read_bytes()


def _resource(table: Table, seen: Seen) -> dict[str, Any]:
    content = table_file(table, seen)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": table_schema(table),
    }


def _source(source: Source) -> dict[str, str]:
    dated = source.information_as_of or source.issued
    parts = (source.publisher, source.symbol, when(dated) if dated else "")
    told = {"title": ", ".join(part for part in (source.title, *parts) if part)}
    return {**told, "path": source.url} if followed(source.url) else told
