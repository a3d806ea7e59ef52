"""Stated circumstances, positions and steps in the words of a statement, each with the words that show it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.intake.status_paper.reasons import PATTERNS as REASONS
from accede.vocabulary.statements import Circumstance, CodeKind, Position, Step

CIRCUMSTANCES: dict[Circumstance, re.Pattern[str]] = REASONS | {
    Circumstance.RECIPROCITY: re.compile(
        r"\breciproc\w+|\b(?:unless|until|before) [A-Z]\w+ (?:does so|joins|accedes|signs)"
        r"|\baccession of (?:another State|its neighbours?)|\bneighbour\w*\W+(?:\w+\W+){0,3}access",
    ),
    Circumstance.UNRESOLVED_CONFLICT: re.compile(
        r"\bunresolved conflicts?|\boccupied territor\w+|\bmust be settled\b"
        r"|\bsettlement of the (?:\w+ )?(?:conflict|question)|\bNagorno-Karabakh\b|\barmed conflict\b",
        re.IGNORECASE,
    ),
    Circumstance.NATIONAL_SECURITY: re.compile(
        r"\b(?:national )?security (?:environment|concerns|situation|needs|compulsions|interests)"
        r"|\bnational security\b",
        re.IGNORECASE,
    ),
    Circumstance.MILITARY_UTILITY: re.compile(
        r"\bmilitary (?:utility|use|value|necessity|requirements)|\bmilitary necessity\b", re.IGNORECASE
    ),
    Circumstance.RESPONSIBILITY_OF_USERS: re.compile(
        r"\bresponsibilit\w+ (?:of|on) (?:those who|user States|users)", re.IGNORECASE
    ),
    Circumstance.OTHER_FORUM: re.compile(
        r"\b(?:CCW|Protocol II)\b[^.;]{0,40}\b(?:meets|sufficient|appropriate|adequate|suffices)"
        r"|\banother forum\b|\bother forums\b",
        re.IGNORECASE,
    ),
}
POSITIONS: dict[Position, re.Pattern[str]] = {
    Position.COMMITTED_TO_ACCEDE: re.compile(
        r"\b(?:committed|decided|intends|promised) to (?:accede|join)|\bwill (?:accede|join)\b", re.IGNORECASE
    ),
    Position.STRATEGIC_OBJECTIVE: re.compile(r"\bstrategic objective\b", re.IGNORECASE),
    Position.STEP_BY_STEP: re.compile(r"\bstep[- ]by[- ]step\b|\bphased approach\b", re.IGNORECASE),
    Position.CONSIDERING: re.compile(
        r"\bconsider(?:s|ing) (?:accession|acceding|joining)\b|\baccession is under consideration\b", re.IGNORECASE
    ),
    Position.DOES_NOT_EXCLUDE: re.compile(r"\b(?:does|do) not (?:exclude|rule out)\b", re.IGNORECASE),
    Position.ADHERES_IN_PRACTICE: re.compile(
        r"\bde facto (?:compliance|adherence)\b|\badheres? in practice\b", re.IGNORECASE
    ),
    Position.SUPPORTS_AIMS: re.compile(
        r"\b(?:supports?|shares?|appreciates?) (?:the |its )?(?:aims?|goals?|objectives?)\b", re.IGNORECASE
    ),
    Position.SUPPORTS_HUMANITARIAN_OBJECTIVES: re.compile(
        r"\b(?:supports?|shares?)\b[^.;]{0,30}\bhumanitarian\b|\bshares? the (?:humanitarian )?concern", re.IGNORECASE
    ),
    Position.POLICY_UNCHANGED: re.compile(
        r"\b(?:position|policy)\b[^.;]{0,40}\b(?:unchanged|not changed|remains the same)\b", re.IGNORECASE
    ),
}
STEPS: dict[Step, re.Pattern[str]] = {
    Step.MORATORIUM: re.compile(r"\bmoratori(?:um|a)\b", re.IGNORECASE),
    Step.NEVER_USED: re.compile(r"\b(?:has )?never (?:\w+,? ){0,8}used\b", re.IGNORECASE),
    Step.NEVER_PRODUCED: re.compile(r"\bnever (?:\w+,? ){0,8}produced\b|\bnever produced\b", re.IGNORECASE),
    Step.NEVER_EXPORTED: re.compile(r"\bnever (?:\w+,? ){0,8}(?:exported|transferred)\b", re.IGNORECASE),
    Step.NO_STOCKPILE: re.compile(
        r"\b(?:does not|do not) (?:have|possess|hold) (?:any )?(?:stockpiles?|stocks?)\b|\bno stockpiles?\b",
        re.IGNORECASE,
    ),
    Step.RETAINS_FOR_TRAINING: re.compile(r"\bretain\w*\b[^.;]{0,40}\btraining\b", re.IGNORECASE),
    Step.MINE_CLEARANCE: re.compile(r"\bdemining\b|\bmine clearance\b|\bremoving mines\b", re.IGNORECASE),
}


def codes_of(text: str) -> Iterator[tuple[CodeKind, str, str]]:
    """Kind, code and the words that show it, in the order of the lists."""
    for circumstance, pattern in CIRCUMSTANCES.items():
        if match := pattern.search(text):
            yield CodeKind.CIRCUMSTANCE, circumstance.value, match[0]
    for position, pattern in POSITIONS.items():
        if match := pattern.search(text):
            yield CodeKind.POSITION, position.value, match[0]
    for step, pattern in STEPS.items():
        if match := pattern.search(text):
            yield CodeKind.STEP, step.value, match[0]
