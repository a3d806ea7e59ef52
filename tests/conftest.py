"""The shared cast: the shipped register, loaded once a run, on the database of this run; and ../shared where it exists.

`scripts/test` runs the storage tests (all that use the database) a second time on PostgreSQL, by DATABASE_URL.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import settings

pytest_plugins = ("program",)

# No test is timed, and CI asks the same questions each time; scripts/soak asks new ones.
settings.register_profile("accede", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("accede")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark storage tests, so that they can be run on the other database too; leave out what needs ../shared where it is not."""
    absent = pytest.mark.skip(reason="../shared is not beside this checkout")
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if (
            "db" in fixtures
            or "transactional_db" in fixtures
            or "register" in fixtures
            or item.get_closest_marker("django_db")
        ):
            item.add_marker(pytest.mark.storage)
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(absent)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; a test that asks for it is left out where it does not exist."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:
    """The test database holds the shipped register; tests run in savepoints on top of it."""
    from accede.intake import shipped

    with django_db_blocker.unblock():
        shipped.load()


@pytest.fixture
def register(db: None) -> None:
    """The shipped register; what a test writes is rolled back."""


@pytest.fixture
def witnessed(db: None) -> Iterator[None]:
    """The witness of the chain forgets what it notes in a test, as the database does."""
    from accede.records import witness

    noted = witness.path().read_bytes()
    yield
    witness.path().write_bytes(noted)


@pytest.fixture
def empty_register(witnessed: None) -> None:
    """A register with its ground alone (treaties, States, occasions); all is rolled back after the test.

    Nothing can be deleted from a register, so the guard is taken down inside the test's transaction.
    """
    from accede.intake import shipped
    from accede.records import guard, witness

    witness.path().unlink()
    with connection.cursor() as cursor:
        guard.take_down()
        for model in reversed(guard.guarded_models()):
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        guard.put_up()
    shipped.load(empty=True)
