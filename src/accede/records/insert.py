"""Many rows into one table: executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models

from accede.vocabulary.errors import Damaged


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows given in the order of `columns` (database names). The caller holds the transaction and the write lock.

    Raises Damaged where the database did not take them all: somebody gave the table a trigger that drops rows.
    """
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    given = 0

    def counted() -> Iterator[Sequence[Any]]:
        nonlocal given
        for row in rows:
            given += 1
            yield row

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in counted():
                    copy.write_row(row)
            taken = cursor.rowcount
        else:
            marks = ", ".join(["?"] * len(columns))
            # The bare connection: Django's cursor would look at every parameter for a million rows.
            statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
            taken = cursor.connection.executemany(statement, counted()).rowcount
    if given and taken != given:
        raise Damaged(f"the database took {max(taken, 0)} of {given} rows", where=table, remedy="Run accede verify")
