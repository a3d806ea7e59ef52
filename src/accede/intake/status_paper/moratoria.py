"""Moratoria, stockpiles and mines kept for training, as prose speaks of several States together."""

import re

from accede.intake.findings import GroupKind, StatedGroup
from accede.intake.status_paper.groups import how_many, number_of_states
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.practices import Claim, PracticeKind

PATTERNS: dict[GroupKind, re.Pattern[str]] = {
    GroupKind.MORATORIUM: re.compile(r"\bmoratori(?:a|um)\b", re.IGNORECASE),
    GroupKind.STOCKPILE: re.compile(
        r"\bstockpil\w+|^It is not known, as they say\b|^Destruction of mines\b", re.IGNORECASE
    ),
    GroupKind.RETENTION: re.compile(r"\b(?:kept|retained) for training\b", re.IGNORECASE),
}
ACTS: dict[PracticeKind, re.Pattern[str]] = {
    PracticeKind.USE: re.compile(r"\buse\b", re.IGNORECASE),
    PracticeKind.PRODUCTION: re.compile(r"\bproduction\b", re.IGNORECASE),
    PracticeKind.EXPORT: re.compile(r"\bexport\b", re.IGNORECASE),
    PracticeKind.IMPORT: re.compile(r"\bimport\b", re.IGNORECASE),
    PracticeKind.TRANSFER: re.compile(r"\btransfer\b", re.IGNORECASE),
}
STOCKPILES: dict[Claim, re.Pattern[str]] = {
    Claim.HAS_NOT: re.compile(r"^No stockpile is held\b|^That none is held\b", re.IGNORECASE),
    Claim.NOT_TOLD: re.compile(r"\bwas not told\b", re.IGNORECASE),
    Claim.UNKNOWN: re.compile(r"^It is not known\b", re.IGNORECASE),
    Claim.HAS: re.compile(r"^A stockpile is declared\b", re.IGNORECASE),
}
DECLARED = re.compile(r"\b(?:declared|as they say|told)\b", re.IGNORECASE)
STATED_BY = re.compile(rf"\b(?:stated|declared) by (?P<number>{NUMBER}) of them\b", re.IGNORECASE)


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """What a sentence says of these; None where it speaks of none of them."""
    kind, start, end = _about(sentence)
    if kind is None:
        return None
    stated = STATED_BY.search(sentence.text)
    before, after = sentence.text[:start], sentence.text[end:]
    group = StatedGroup(
        about=kind,
        codes=_codes(kind, sentence.text),
        states=sentence.states,
        how_many=how_many(before),
        number=number(stated["number"]) if stated else number_of_states(before, after),
    )
    return (sentence.proposal(group),)


def _about(sentence: Sentence) -> tuple[GroupKind | None, int, int]:
    """What the sentence speaks of, and between which places it says so; one that goes on about stockpiles need not."""
    for kind, words in PATTERNS.items():
        if match := words.search(sentence.text):
            return kind, match.start(), match.end()
    if PATTERNS[GroupKind.STOCKPILE].search(sentence.paragraph) and (match := DECLARED.search(sentence.text)):
        return GroupKind.STOCKPILE, match.start(), match.end()
    return None, 0, 0


def _codes(kind: GroupKind, text: str) -> tuple[str, ...]:
    """The acts of a moratorium, or what is said of a stockpile."""
    if kind is GroupKind.MORATORIUM:
        return tuple(act.value for act, words in ACTS.items() if words.search(text))
    if kind is GroupKind.STOCKPILE:
        return tuple(claim.value for claim, words in STOCKPILES.items() if words.search(text))[:1]
    return ()
