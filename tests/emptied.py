"""A register with its ground alone (treaties, States, occasions), for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def emptied() -> Iterator[None]:
    """Inside, the register has nothing but its ground; afterwards all is as before.

    Nothing can be deleted from a register, so the guard is taken down inside a transaction that is rolled back.
    """
    from accede.intake import shipped
    from accede.records import guard, witness

    noted = witness.path().read_bytes()
    try:
        with transaction.atomic():
            witness.path().unlink()
            with connection.cursor() as cursor:
                guard.take_down()
                for model in reversed(guard.guarded_models()):
                    cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
                guard.put_up()
            shipped.load(empty=True)
            yield
            transaction.set_rollback(True)
    finally:
        witness.path().write_bytes(noted)
