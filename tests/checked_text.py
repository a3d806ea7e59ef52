"""What the checker says of a short text, for the tests of its kinds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from accede.intake.documents import markdown
from accede.overview.dossier import NEEDS
from accede.overview.load import load
from accede.records.values import View
from accede.reporting import checker
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.find import claims_of
from accede.reporting.checker.judge import findings
from accede.reporting.checker.values import Finding, Verdict

LAST = date(2026, 11, 22)
"""The last information of the shipped release."""


def found_in(text: str, as_of: date = LAST, *, is_asked: bool = True) -> list[Finding]:
    """All findings, as of `checker.check`; the shipped register is loaded once a run and then seen from each day."""
    _, names, _ = _loaded()
    claims = claims_of(markdown.read(text.encode(), name="draft"), names, as_of, is_asked=is_asked)
    return list(findings(list(claims), _answers(as_of)))


def verdict_on(text: str, as_of: date = LAST, *kinds: str) -> str:
    """One word for a text with one thing to check: the sternest verdict among the claims (of these kinds, if any are named);
    "nothing" where there is no claim."""
    said = {one.judgement.verdict for one in found_in(text, as_of) if not kinds or one.claim.kind in kinds}
    for verdict in (Verdict.CONTRADICTS, Verdict.CANNOT_TELL, Verdict.AGREES):
        if verdict in said:
            return str(verdict)
    return "nothing"


@cache
def _loaded():
    view = View(as_of=date.max, known_on=datetime.now(UTC))
    return load(view, "apmbc", *NEEDS), checker.names_of("apmbc", view), view


@cache
def _answers(as_of: date) -> Answers:
    register, _, view = _loaded()
    return Answers(replace(register, view=replace(view, as_of=as_of)))
