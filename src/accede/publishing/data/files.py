"""Which files of data there are, what type each is, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from accede.publishing.data import linked, package, schema
from accede.publishing.data.comma_separated import comma_separated
from accede.publishing.data.objects import objects
from accede.publishing.data.seen import Seen
from accede.publishing.data.workbook import MEDIA_TYPE, workbook
from accede.publishing.tables import TABLES, Table

JSON, LINKED = "application/json", "application/ld+json"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file in the folder of the data. `name` is how it is called there, `of_day` whether its bytes differ by day."""

    name: str
    media_type: str
    make: Callable[[Seen], bytes]
    of_day: bool = True

    def bytes_of(self, seen: Seen) -> bytes:
        """The file, the same bytes while nothing public changes."""
        return seen.kept(self.name, partial(self.make, seen))


def files(treaty: str) -> dict[str, DataFile]:
    """Every file by its name."""
    return {file.name: file for file in _files(treaty)}


def spreadsheet_form(name: str) -> DataFile | None:
    """The CSV file of a table as spreadsheet programs read it best; None for what is no such file."""
    table = TABLES.get(name.removesuffix(".csv"))
    if table is None or not name.endswith(".csv"):
        return None
    made = partial(comma_separated, table, for_spreadsheets=True)
    return DataFile(f"{name}?bom=1", "text/csv; charset=utf-8", made)


def _files(treaty: str) -> Iterator[DataFile]:
    yield DataFile(package.NAME, JSON, package.description)
    yield DataFile(linked.archive_name(treaty), "application/zip", package.archive)
    yield DataFile(linked.DATASET, LINKED, linked.dataset)
    yield DataFile(linked.CATALOG, LINKED, linked.catalog)
    for table in TABLES.values():
        yield DataFile(f"{table.name}.csv", "text/csv; charset=utf-8", partial(comma_separated, table))
        yield DataFile(f"{table.name}.xlsx", MEDIA_TYPE, partial(workbook, table))
        yield DataFile(f"{table.name}.json", JSON, partial(objects, table))
        yield DataFile(f"{table.name}.schema.json", JSON, partial(_schema, table), of_day=False)


def _schema(table: Table, seen: Seen) -> bytes:
    return schema.written(table)
