"""How far the letters of a round have come, counted; told in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.translation import gettext, ngettext

from accede.activities.letters import Letter, Round
from accede.outreach.rounds.held import steps_of
from accede.outreach.rounds.waits import due_on, is_overdue
from accede.publishing import wording
from accede.records.values import Evidence
from accede.vocabulary.letters import LetterStep


@dataclass(frozen=True, slots=True)
class Count:
    """Letters at one step."""

    step: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Progress:
    """All letters of a round, those at each step that any has come to, those whose answer is overdue."""

    number: int
    counts: tuple[Count, ...]
    overdue: tuple[str, ...]
    """By ISO alpha-3."""
    due: Mapping[str, date | None]

    @property
    def sentence(self) -> str:
        """33 letters: 2 drafted, 31 sent; 4 overdue."""
        if not self.number:
            return gettext("No State is written to.")
        told = ngettext("%(number)s letter", "%(number)s letters", self.number) % {"number": self.number}
        steps = [f"{each.number}\u00a0{each.label}" for each in self.counts]
        if self.overdue:
            steps.append(overdue_told(len(self.overdue)))
        return wording.headed(told, wording.sentence(steps))

    def at(self, *steps: LetterStep) -> int:
        """How many are at one of these steps."""
        wanted = {step.value for step in steps}
        return sum(each.number for each in self.counts if each.step in wanted)


def overdue_told(number: int) -> str:
    """4 overdue."""
    return ngettext("%(number)s overdue", "%(number)s overdue", number) % {"number": number}


def progress_of(
    round_: Round,
    letters: Mapping[str, Evidence[Letter]],
    steps: Mapping[str, tuple[Evidence[Letter], ...]] | None = None,
) -> Progress:
    """The letters of a round, counted; `steps` are their versions, where somebody has them."""
    versions = steps_of(each.key for each in letters.values()) if steps is None else steps
    today = datetime.now(UTC).date()
    held = [each.fact.step for each in letters.values()]
    return Progress(
        number=len(letters),
        counts=tuple(Count(step.value, gettext(step.label), held.count(step)) for step in LetterStep if step in held),
        overdue=tuple(iso3 for iso3, each in letters.items() if is_overdue(round_, versions[each.key], today)),
        due={iso3: due_on(round_, versions[each.key]) for iso3, each in letters.items()},
    )
