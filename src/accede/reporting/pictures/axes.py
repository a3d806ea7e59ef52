"""The scales of a chart: where a value stands, and the lines and words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accede.reporting.pictures.picture import line, words


@dataclass(frozen=True, slots=True)
class Scale:
    """From a range of values to a range of lengths, either way round."""

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        if self.last == self.first:
            return self.start
        return self.start + (value - self.first) / (self.last - self.first) * (self.end - self.start)


def steps(top: float, *, most: int = 6) -> list[int]:
    """Round numbers from 0 up to a value or just beyond it, at most so many above 0."""
    for size in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000):
        if top <= size * most:
            break
    number = max(1, -(-int(top) // size))
    return [size * each for each in range(number + 1)]


def across(values: Iterable[int], scale: Scale, left: float, right: float) -> Iterator[str]:
    """A line from left to right for each value, with its number before it."""
    for value in values:
        y = scale.at(value)
        yield line("zero" if not value else "grid", left, y, right, y)
        yield words("scale before", left - 5, y + 3.5, str(abs(value)))
