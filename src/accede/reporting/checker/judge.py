"""What the register says of each claim of a draft. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.kinds import JUDGES, sums
from accede.reporting.checker.values import Claim, Finding, Judgement, Verdict


def needs(claims: Iterable[Claim]) -> frozenset[str]:
    """The kinds of evidence that judging these claims takes."""
    found: set[str] = set()
    for claim in claims:
        found.update(JUDGES[type(claim)].NEEDS)
    return frozenset(found)


def findings(claims: Iterable[Claim], answers: Answers) -> Iterator[Finding]:
    """Each claim with what the register says of it, and the sums that the claims make together."""
    held = list(claims)
    for claim in (*held, *sums.find_in(held, answers)):
        yield Finding(claim, _as_reported(claim, judged(claim, answers)))


def judged(claim: Claim, answers: Answers) -> Judgement:
    """What the register says of one claim."""
    judgement: Judgement = JUDGES[type(claim)].judge(claim, answers)
    return judgement


def _as_reported(claim: Claim, judgement: Judgement) -> Judgement:
    """What others are said to have said may be wrong and the draft right that they said it."""
    if not claim.is_by_others or judgement.verdict is not Verdict.CONTRADICTS:
        return judgement
    why = f"{judgement.why} It stands in a quotation or in what others are reported to say, which may be told rightly."
    return replace(judgement, verdict=Verdict.CANNOT_TELL, why=why)
