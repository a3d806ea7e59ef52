"""What the site has counted since it was started: requests by route and status, how long they took, what they asked.

The processes of one `accede serve` count in one block of memory that they share, each in its own part of it, so that whichever
of them is asked for the counts gives those of all, and a process that is started anew goes on where the one before it ended.
Nothing is written to a disk: a full one stops no counting. Outside of `accede serve` a process counts for itself.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from zlib import crc32

from django.urls import URLPattern, URLResolver, get_resolver

STATUSES = (
    200,
    204,
    206,
    301,
    302,
    303,
    304,
    307,
    308,
    400,
    401,
    403,
    404,
    405,
    406,
    409,
    410,
    411,
    413,
    415,
    422,
    429,
    500,
    503,
)
"""Those that are counted apart; what else there is counts as 0."""
BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds up to which requests are counted together."""
AREAS = ("site", "api", "workspace", "confirm", "watching", "static")
NO_ROUTE, STATIC = "no such address", "static/"
PROCESSES = 65
"""As many as `accede serve` starts at most, and one more while one is replaced."""
_OF_ALL = 2
"""Cells before the others: by which table of routes they are counted, and how many statements were slow."""
_OF_AREA = len(BOUNDS) + 2
_OF_ROUTE = len(STATUSES) + 4
_CELLS = 32 * 1024
"""Of one process: memory that is never written to is never taken."""


@dataclass(frozen=True, slots=True)
class RouteCounts:
    """What was counted of a route."""

    route: str
    by_status: dict[int, int]
    seconds: float
    statements: int
    bytes: int


@dataclass(frozen=True, slots=True)
class AreaCounts:
    """How many requests of an area took no longer than each of BOUNDS and no longer than the one after; the last: longer."""

    area: str
    by_bound: tuple[int, ...]
    seconds: float


class Counts:
    """The part of the block that this process counts in, and all parts to be read."""

    def __init__(self, block: mmap.mmap, part: int) -> None:
        self._block: memoryview[float] = memoryview(block).cast("d")
        self._cells = self._block[part * _CELLS : (part + 1) * _CELLS]
        self._lock = Lock()
        self._routes = routes()
        self._sign = float(crc32("\n".join(self._routes).encode()) + 1)
        if self._cells[0] != self._sign:  # a new block; or one in which an older programme counted
            for cell in range(_CELLS):
                self._cells[cell] = 0.0
            self._cells[0] = self._sign

    def note(self, route: str, status: int, seconds: float, statements: int, size: int) -> None:
        """Count a request."""
        at = self._routes.get(route) or self._routes[NO_ROUTE]
        area, place = at
        cells = self._cells
        bucket = area + bisect_left(BOUNDS, seconds)
        counted = place + _PLACE_OF_STATUS.get(status, len(STATUSES))
        with self._lock:
            cells[bucket] += 1
            cells[area + _OF_AREA - 1] += seconds
            cells[counted] += 1
            cells[place + _OF_ROUTE - 3] += seconds
            cells[place + _OF_ROUTE - 2] += statements
            cells[place + _OF_ROUTE - 1] += size

    def note_slow(self) -> None:
        """Count a statement that took long."""
        with self._lock:
            self._cells[1] += 1

    def processes(self) -> int:
        """How many processes have counted."""
        return len(self._parts())

    def slow(self) -> int:
        """How many statements took long."""
        return int(sum(part[1] for part in self._parts()))

    def by_route(self) -> Iterator[RouteCounts]:
        """Of each route that was asked for."""
        parts = self._parts()
        for route, (_, place) in self._routes.items():
            cells = [sum(part[place + cell] for part in parts) for cell in range(_OF_ROUTE)]
            found = {status: int(cells[at]) for at, status in enumerate((*STATUSES, 0)) if cells[at]}
            if found:
                yield RouteCounts(route, found, cells[-3], int(cells[-2]), int(cells[-1]))

    def by_area(self) -> Iterator[AreaCounts]:
        """Of each area."""
        parts = self._parts()
        for at, area in enumerate(AREAS):
            first = _OF_ALL + at * _OF_AREA
            cells = [sum(part[first + cell] for part in parts) for cell in range(_OF_AREA)]
            yield AreaCounts(area, tuple(int(cell) for cell in cells[:-1]), cells[-1])

    def _parts(self) -> list[memoryview[float]]:
        parts = (self._block[at * _CELLS : (at + 1) * _CELLS] for at in range(len(self._block) // _CELLS))
        return [part for part in parts if part[0] == self._sign]


_shared: mmap.mmap | None = None
_part = 0
_PLACE_OF_STATUS = {status: at for at, status in enumerate(STATUSES)}


def share() -> None:
    """Make the block that the processes which are forked from this one count in."""
    global _shared
    _shared = mmap.mmap(-1, PROCESSES * _CELLS * 8)


def free_part(taken: Collection[int]) -> int:
    """The first part that none of the processes counts in."""
    return next(part for part in range(PROCESSES) if part not in taken)


def take_part(part: int) -> None:
    """Count in this part, in a process that was forked just now."""
    global _part
    _part = part
    counts.cache_clear()


@cache
def counts() -> Counts:
    """Those of this process."""
    return Counts(_shared or mmap.mmap(-1, _CELLS * 8), _part if _shared else 0)


@cache
def routes() -> dict[str, tuple[int, int]]:
    """Every route of the table of addresses, with the first cells of its area and of its own; the same in every process."""
    first = _OF_ALL + len(AREAS) * _OF_AREA
    found: dict[str, tuple[int, int]] = {}
    for route in (NO_ROUTE, STATIC, *_routes(get_resolver().url_patterns, "")):
        place = first + len(found) * _OF_ROUTE
        if route not in found and place + _OF_ROUTE <= _CELLS:
            found[route] = (_OF_ALL + AREAS.index(_area(route)) * _OF_AREA, place)
    return found


def _routes(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    """As `ResolverMatch.route` has them."""
    for each in patterns:
        route = before + (str(each.pattern).removeprefix("^") if before else str(each.pattern))
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, route)
        else:
            yield route


def _area(route: str) -> str:
    first = route.partition("/")[0]
    match first:
        case "api" | "workspace" | "confirm" | "static":
            return first
        case "healthz" | "readyz" | "metrics":
            return "watching"
        case _:
            return "site"
