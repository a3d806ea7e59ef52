"""What a pasted text holds. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from accede.intake.findings import Findings
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import AccedeError

WHERE = "pasted text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A line that is not understood, its number from 1 (0: of no line) and what is wrong with it.

    `name` is what was taken for the name of a State, empty where something else is wrong; `suggestions` are ISO alpha-3 keys.
    """

    line: int
    text: str
    error: AccedeError
    name: str = ""
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A total of a roll call as the source states it, beside the ballots counted."""

    ballot: Ballot
    stated: int
    counted: int

    @property
    def differs(self) -> bool:
        """Whether the source counts otherwise than its own list does."""
        return self.stated != self.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a pasted text holds: proposals, and problems with the lines they stand in.

    `head` is the line whose words name the columns, empty where none does; `left_out` the names that a person left out.
    """

    text: str
    findings: Findings
    problems: tuple[Problem, ...] = ()
    totals: tuple[Total, ...] = ()
    head: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[Total, ...]:
        """The totals that are not those of the list."""
        return tuple(total for total in self.totals if total.differs)
