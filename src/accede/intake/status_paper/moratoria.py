"""Moratoria and stockpiles of States not party, as prose speaks of them together."""

import re

from accede.intake.findings import GroupKind, StatedGroup
from accede.intake.status_paper.groups import how_many, number_of_states
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.practices import PracticeKind

PATTERNS: dict[GroupKind, re.Pattern[str]] = {
    GroupKind.MORATORIUM: re.compile(r"\bmoratori(?:a|um)\b", re.IGNORECASE),
    GroupKind.STOCKPILE: re.compile(r"\bstockpil\w+", re.IGNORECASE),
}
ACTS: dict[PracticeKind, re.Pattern[str]] = {
    PracticeKind.USE: re.compile(r"\buse\b", re.IGNORECASE),
    PracticeKind.PRODUCTION: re.compile(r"\bproduction\b", re.IGNORECASE),
    PracticeKind.EXPORT: re.compile(r"\bexport\b", re.IGNORECASE),
    PracticeKind.IMPORT: re.compile(r"\bimport\b", re.IGNORECASE),
    PracticeKind.TRANSFER: re.compile(r"\btransfer\b", re.IGNORECASE),
}


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """What a sentence says of moratoria or stockpiles; None where it speaks of neither."""
    kind, match = next(
        ((kind, found) for kind, words in PATTERNS.items() if (found := words.search(sentence.text))), (None, None)
    )
    if kind is None or match is None:
        return None
    acts = tuple(act.value for act, words in ACTS.items() if words.search(sentence.text))
    group = StatedGroup(
        about=kind,
        codes=acts if kind is GroupKind.MORATORIUM else (),
        states=sentence.states,
        how_many=how_many(sentence.text[: match.start()]),
        number=number_of_states(sentence.text[: match.start()], sentence.text[match.end() :]),
    )
    return (sentence.proposal(group),)
