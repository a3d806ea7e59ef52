"""Many rows into one table: executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection, models

from accede.vocabulary.errors import Damaged

AT_ONCE = 20_000
"""Rows handed to the database at once; a stream of rows is never held whole."""


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows given in the order of `columns` (database names). The caller holds the transaction and the write lock.

    Raises Damaged where the database did not take them all: somebody gave the table a trigger that drops rows.
    """
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    stream = iter(rows)
    with connection.cursor() as cursor:
        while some := list(islice(stream, AT_ONCE)):
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in some:
                        copy.write_row(row)
                taken = cursor.rowcount
            else:
                marks = ", ".join(["?"] * len(columns))
                # The bare connection: Django's cursor would look at every parameter for a million rows.
                statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
                taken = cursor.connection.executemany(statement, some).rowcount
            if taken != len(some):
                raise Damaged(
                    f"the database took {max(taken, 0)} of {len(some)} rows", where=table, remedy="Run accede verify"
                )
