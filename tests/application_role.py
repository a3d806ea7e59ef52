"""A role of PostgreSQL that the program runs as, made for a test and gone after it. It owns nothing."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg

from program import CLUSTER, Program


@contextmanager
def application_role(kind: str = "application") -> Iterator[Callable[[Program], Program]]:
    """Gives what turns a program into the same one that runs under the role (`kind`: application or public).

    On SQLite it is the program itself. The databases that it was let into must be gone before the role can go.
    """
    if not CLUSTER:
        yield lambda program: program
        return
    name = f"r{uuid.uuid4().hex}"
    with psycopg.connect(CLUSTER, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{name}'")

    def let_in(program: Program) -> Program:
        program.python(
            f"from accede.records.roles import Roles, give; give(Roles(**{{{kind!r}: frozenset([{name!r}])}}))"
        )
        return Program(program.home, f"postgresql://{name}:{name}@{program.url.partition('@')[2]}")

    yield let_in
    with psycopg.connect(CLUSTER, autocommit=True) as connection:
        connection.execute(f"DROP ROLE {name}")
