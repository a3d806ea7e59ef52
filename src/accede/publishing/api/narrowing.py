"""Which rows of a table are asked for. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from accede.publishing.api.held_rows import HeldRows
from accede.publishing.api.parameters import STATES, fields_asked_by
from accede.publishing.tables import Row, Table
from accede.publishing.tables.row import Day, Provenance

Test = Callable[[Row], bool]


def narrowed(table: Table, held: HeldRows, asked: Any) -> list[int]:
    """The places of the rows that meet every condition of a list's parameters, in the order of the rows."""
    tests = _tests(table, held, asked)
    if not tests:
        return list(range(len(held.rows)))
    return [at for at, row in enumerate(held.rows) if all(test(row) for test in tests)]


def _tests(table: Table, held: HeldRows, asked: Any) -> list[Test]:
    tests = [
        _is_one_of(name, wanted if isinstance(wanted, tuple) else (wanted,))
        for name in fields_asked_by(table.name)
        if (wanted := getattr(asked, name)) is not None
    ]
    regions = getattr(asked, "region", None)
    if regions is not None:
        tests.append(_is_of_region("key" if table.name == "states" else "state", held.regions, frozenset(regions)))
    if hasattr(asked, "year"):
        tests += _days(table.dated, asked.year, asked.from_, asked.to)
    return tests


def _days(name: str, year: int | None, first: date | None, last: date | None) -> list[Test]:
    """Conditions on the day that a row counts from; a row without one meets none."""
    bounds = [(date(year, 1, 1), date(year, 12, 31))] if year is not None else []
    if first is not None or last is not None:
        bounds.append((first or date.min, last or date.max))
    return [_is_between(name, *each) for each in bounds]


def _is_between(name: str, first: date, last: date) -> Test:
    def test(row: Row) -> bool:
        given: Day | None = getattr(row, name)
        counts_from = (given.latest or given.earliest) if given else None
        return counts_from is not None and first <= counts_from <= last

    return test


def _is_of_region(name: str, regions: dict[str, str], wanted: frozenset[str]) -> Test:
    return lambda row: regions.get(getattr(row, name)) in wanted


def _is_one_of(name: str, wanted: tuple[Any, ...]) -> Test:
    words = frozenset(each.upper() if name in STATES else each for each in wanted)

    def test(row: Row) -> bool:
        value = getattr(row, name)
        if isinstance(value, tuple):
            return not words.isdisjoint(value)
        return (value.key if isinstance(value, Provenance) else value) in words

    return test
