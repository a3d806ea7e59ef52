"""A case of the corpus: a short text, the day it is checked for, and what the checker has to say of its claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OPEN, CLOSE = "⟦", "⟧"
"""Around the passage of a text that makes the claim, while the text is being written; no published text has them."""


class Verdict(StrEnum):
    """What the checker says of a claim; NOTHING: it makes no claim, or none that it could call wrong."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot tell"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One claim of a case: the passage that makes it, its kind, and the verdicts that are right (mostly one)."""

    passage: str
    kind: str
    verdicts: frozenset[Verdict]

    @property
    def is_true(self) -> bool:
        """Whether the checker has to confirm it."""
        return self.verdicts == {Verdict.AGREES}

    @property
    def is_false(self) -> bool:
        """Whether the checker has to find it."""
        return self.verdicts == {Verdict.CONTRADICTS}

    @property
    def may_contradict(self) -> bool:
        """Whether *contradicts* is right for it."""
        return Verdict.CONTRADICTS in self.verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text of one or more paragraphs (Markdown), what is expected of it, and why.

    `holds` are the facts on which a hand-written case rests, in the words of `holding.Holding`: a test evaluates them.
    """

    key: str
    kind: str
    style: str
    text: str
    as_of: date
    claims: tuple[Expected, ...]
    note: str = ""
    holds: tuple[str, ...] = ()

    def span(self, claim: Expected) -> tuple[int, int]:
        """Where the passage of a claim stands in the text. Raises ValueError where it does not."""
        start = self.text.index(claim.passage)
        return start, start + len(claim.passage)


def unmarked(marked: str) -> tuple[str, str]:
    """A text without its marks, and the passage that stood between them. Raises ValueError unless there is exactly one."""
    found = re.findall(f"{OPEN}(.+?){CLOSE}", marked, flags=re.DOTALL)
    if len(found) != 1:
        raise ValueError(f"one passage is marked in a text of the corpus, not {len(found)}: {marked!r}")
    return marked.replace(OPEN, "").replace(CLOSE, ""), found[0]
