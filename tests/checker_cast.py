"""Sentences held against the shipped register, loaded once a run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from accede.intake.documents import markdown
from accede.overview.dossier import NEEDS
from accede.overview.load import load
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.records.values import View
from accede.reporting import checker
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.find import claims_of
from accede.reporting.checker.judge import findings
from accede.reporting.checker.reading.vocabulary import Names
from accede.reporting.checker.values import Checked, ClaimKind, Finding, Verdict

KNOWN = datetime(2026, 11, 23, tzinfo=UTC)
AGREES, CONTRADICTS, CANNOT_TELL = Verdict.AGREES, Verdict.CONTRADICTS, Verdict.CANNOT_TELL


@cache
def _held() -> tuple[Register, Names]:
    view = View(as_of=date.max, known_on=KNOWN)
    return load(view, "apmbc", *NEEDS), checker.names_of("apmbc", view)


@cache
def _answers(as_of: date) -> Answers:
    register, _ = _held()
    return Answers(replace(register, view=replace(register.view, as_of=as_of)))


def checked(text: str, as_of: str = "2026-11-22") -> tuple[Document, Checked]:
    """A draft in Markdown and all its findings; a test that calls it needs the database the first time."""
    day = date.fromisoformat(as_of)
    document = markdown.read(text.encode(), name="draft.md")
    claims = claims_of(document, _held()[1], day, is_asked=True)
    return document, Checked(tuple(findings(claims, _answers(day))))


def said(text: str, as_of: str = "2026-11-22", *kinds: ClaimKind) -> Sequence[Finding]:
    """The findings of a draft, those of these kinds alone where any are given."""
    found = checked(text, as_of)[1].findings
    return [one for one in found if not kinds or one.claim.kind in kinds]


def verdicts(text: str, as_of: str = "2026-11-22", *kinds: ClaimKind) -> set[Verdict]:
    """What is said of the claims of these kinds."""
    return {one.judgement.verdict for one in said(text, as_of, *kinds)}


def verdict(text: str, as_of: str = "2026-11-22", *kinds: ClaimKind) -> Verdict | None:
    """The gravest that is said: contradicts, else agrees, else cannot tell; None where nothing is claimed."""
    found = verdicts(text, as_of, *kinds)
    return next((one for one in (CONTRADICTS, AGREES, CANNOT_TELL) if one in found), None)
