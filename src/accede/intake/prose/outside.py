"""Who is said to be outside: lists of States that have not joined, and sentences that say so of one."""

from __future__ import annotations

import re

from accede.intake.findings import Certainty, GroupKind, Proposal, StatedGroup
from accede.intake.prose.passages import Page, Passage, Readings
from accede.register.values import ClaimedStanding, StatusClaim

LISTED = re.compile(r"^(?:States )?(?:[Oo]utside|[Nn]ot (?:yet )?party|[Nn]on-members?)\s*:")
ONLY = re.compile(r"\bonly (?=(?:the )?[A-Z])")
HAVE_NOT = re.compile(
    r"\b(?:have|has) not (?:yet )?(?:ratified|acceded|joined|signed)(?: or (?:ratified|acceded|joined))?\b"
)
IS_NOT = re.compile(
    r"\b(?:is|are|remains?) (?:still )?(?:not (?:yet )?(?:an? )?(?:States? )?part(?:y|ies)|outside)\b"
    r"|^Not (?:yet )?a State Party\b",
    re.IGNORECASE,
)
SIGNED_ONLY = re.compile(r"\bsigned,? (?:but )?not (?:yet )?ratified\b")


def understood(passage: Passage, page: Page) -> Readings | None:
    """Who stands outside by a sentence; None where it says it of nobody."""
    if passage.is_quoted(len(passage.text)):
        return None
    if match := LISTED.match(passage.text):
        return (_group(passage, passage.states_in(match.end(), len(passage.text))),)
    if match := HAVE_NOT.search(passage.text):
        start = ONLY.search(passage.text)
        states = passage.states_in(start.end() if start else 0, match.start())
        if states:
            return (_group(passage, states),)
        return () if page.subject else None
    if match := SIGNED_ONLY.search(passage.text):
        return _claims(passage, page, passage.states_in(0, match.start()), ClaimedStanding.SIGNATORY)
    if match := IS_NOT.search(passage.text):
        states = passage.states_in(0, match.start())[-1:] or ((page.subject,) if page.subject else ())
        return _claims(passage, page, states, ClaimedStanding.NONE) if states else None
    return None


def _group(passage: Passage, states: tuple[str, ...]) -> Proposal:
    return passage.proposal(StatedGroup(about=GroupKind.OUTSIDE, states=states, number=len(states)))


def _claims(passage: Passage, page: Page, states: tuple[str, ...], standing: ClaimedStanding) -> Readings:
    """What is said of standing, on the day of the page; without a day nothing can be held of it."""
    if passage.day is None:
        return ()
    return tuple(
        passage.proposal(
            StatusClaim(treaty=page.treaty, state=state, standing=standing, listed=passage.day), Certainty.LIKELY
        )
        for state in states
    )
