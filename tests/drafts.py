"""Short drafts with one marked passage, and what the checker says of it.

A draft is `(day, text)`; the passage that makes the claim stands between ⟦ and ⟧. All drafts of a test file are checked
together, on the register loaded once, each as of its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from checker_corpus import score
from checker_corpus.case import Case, Expected, Verdict, unmarked

Draft = tuple[str, str]
TRUE, FALSE, OPEN, SILENT = Verdict.AGREES, Verdict.CONTRADICTS, Verdict.CANNOT_TELL, Verdict.NOTHING


def cases(drafts: Sequence[Draft]) -> list[Case]:
    """The drafts as cases of the corpus, keyed by their marked text."""
    return [_case(day, marked) for day, marked in drafts]


def verdicts(drafts: Sequence[Draft]) -> dict[Draft, Verdict]:
    """What is said of the marked passage of each draft: the worst of all that is said of any part of it.

    A contradiction elsewhere in the draft counts too: nothing in it is wrong but the passage.
    """
    held = cases(drafts)
    answers = score.answered(held)
    return {draft: _verdict(case, answers[case.key]) for draft, case in zip(drafts, held, strict=True)}


def _case(day: str, marked: str) -> Case:
    text, passage = unmarked(marked)
    claim = Expected(passage=passage, kind="", verdicts=frozenset({Verdict.AGREES}))
    return Case(key=f"{day} {marked}", kind="", style="", text=text, as_of=date.fromisoformat(day), claims=(claim,))


def _verdict(case: Case, found: Sequence[score.Found]) -> Verdict:
    span = case.span(case.claims[0])
    about = {each.verdict for each in found if score.is_about(case, each, span)}
    if any(each.verdict is Verdict.CONTRADICTS for each in found):
        about.add(Verdict.CONTRADICTS)
    for verdict in (Verdict.CONTRADICTS, Verdict.AGREES, Verdict.CANNOT_TELL):
        if verdict in about:
            return verdict
    return Verdict.NOTHING


def told(verdict: Verdict, drafts: Sequence[Draft]) -> list[object]:
    """The drafts as parameters of a test, each with the verdict expected."""
    return [pytest.param(verdict, draft, id=f"{verdict} {draft[1][:90]}") for draft in drafts]
