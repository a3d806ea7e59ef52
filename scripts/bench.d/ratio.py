"""What is measured: ours beside theirs, in one run on one machine, and the ratio to reach."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "| what | ours | against | theirs | ratio | wanted | reached |\n| --- | --- | --- | --- | --- | --- | --- |"


@dataclass(frozen=True, slots=True)
class Ratio:
    """`ours` and `theirs` are seconds, or megabytes (`unit`). One bound of the two is given, or none: then it is only told."""

    what: str
    ours: float
    against: str
    theirs: float
    at_most: float | None = None
    at_least: float | None = None
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Ours over theirs where less is wanted, theirs over ours (speed) where more is."""
        return self.theirs / self.ours if self.at_least is not None else self.ours / self.theirs

    @property
    def is_reached(self) -> bool:
        """Whether the ratio keeps to its bound."""
        if self.at_least is not None:
            return self.ratio >= self.at_least
        return self.at_most is None or self.ratio <= self.at_most

    def row(self) -> str:
        """A row of the table."""
        wanted = reached = ""
        if self.at_least is not None or self.at_most is not None:
            wanted = f"at least {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"
            reached = "yes" if self.is_reached else "**no**"
        ours, theirs = _shown(self.ours, self.unit), _shown(self.theirs, self.unit)
        return f"| {self.what} | {ours} | {self.against} | {theirs} | {self.ratio:.2f} | {wanted} | {reached} |"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What could not be measured here, and why."""

    what: str
    why: str
    is_reached: bool = True

    def row(self) -> str:
        """A row of the table."""
        return f"| {self.what} | | | | | | left out: {self.why} |"


Measured = Ratio | LeftOut


def _shown(value: float, unit: str) -> str:
    if unit == "s" and value < 0.001:
        return f"{value * 1e6:.0f} µs"
    if unit == "s" and value < 0.1:
        return f"{value * 1000:.1f} ms"
    return f"{value:.2f} s" if unit == "s" else f"{value:.0f} {unit}"
