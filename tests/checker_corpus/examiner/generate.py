"""The examiner's cases: the same for the same seed, half of them true and half false."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from checker_corpus.case import Case, Expected, unmarked
from checker_corpus.examiner import (
    actions,
    attendance,
    bounds,
    counts,
    decoys,
    force,
    languages,
    lists,
    meetings,
    reports,
    votes,
)
from checker_corpus.examiner.desk import Desk, Made
from checker_corpus.oracle import LAST, Facts

SEED = 7
COUNT = 1000
TRIES = 40
Writer = Callable[[Desk, bool], Made | None]
KINDS: dict[str, tuple[Writer, int]] = {
    kind: writer
    for family in (counts, bounds, votes, lists, actions, force, attendance, meetings, reports, languages, decoys)
    for kind, writer in family.KINDS.items()
}
"""Kind to its writer and its weight. A writer gives None where the draw allows no sentence."""


def generate(facts: Facts, seed: int = SEED, count: int = COUNT, only: str = "") -> list[Case]:
    """So many cases, no two of one text. Raises RuntimeError where too few could be written."""
    rnd = Random(seed)
    first = date(1999, 9, 1)
    drawn = {first + timedelta(rnd.randrange((LAST - first).days)) for _ in range(40)}
    recent = {date(2026, 1, 15), date(2026, 3, 10), date(2026, 9, 1), date(2018, 8, 30), date(2018, 10, 1), LAST}
    desk = Desk(facts, rnd, sorted(drawn | recent))
    kinds = {kind: writer for kind, writer in KINDS.items() if only in kind}
    cases: dict[str, Case] = {}
    for _ in range(count * 4):
        if len(cases) == count:
            return list(cases.values())
        kind = rnd.choices(list(kinds), [weight for _, weight in kinds.values()])[0]
        is_true = rnd.random() < 0.5
        made = next((made for _ in range(TRIES) if (made := kinds[kind][0](desk, is_true))), None)
        if made is not None:
            text, passage = unmarked(made.text)
            claim = Expected(passage=passage, kind=kind, verdicts=frozenset({made.verdict}))
            case = Case(
                key=f"x{len(cases) + 1:04}", kind=kind, style="examiner", text=text, as_of=made.as_of, claims=(claim,)
            )
            cases.setdefault(text, case)
    raise RuntimeError(f"only {len(cases)} of {count} cases could be written")
