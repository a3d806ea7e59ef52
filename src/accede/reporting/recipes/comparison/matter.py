"""What the sections of a comparison are written from: the register on both days, and what happened between them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from accede.overview.changes import Changes
from accede.reporting.recipes.comparison.moments import Moment
from accede.reporting.recipes.matter import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`then` and `now` are the register at the end of the two days."""

    before: Moment
    after: Moment
    then: Matter
    now: Matter
    changes: Changes

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The States that are outside on the one day or the other, in the order in which papers list them."""
        return tuple(self.now.by_name({*self.then.outside, *self.now.outside}))
