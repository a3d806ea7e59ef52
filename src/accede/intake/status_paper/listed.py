"""Items of lists as our own papers write them: "Military utility (4): ..." and "Armenia: ..."."""

import re

from accede.intake.findings import GroupKind, StatedGroup
from accede.intake.status_paper import moratoria
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.statements import Circumstance, Position

COUNTED = re.compile(r"(?P<label>[^():]+) \((?P<number>\d{1,3})\): ")
POSITIONS: dict[Position, re.Pattern[str]] = {
    position: re.compile(words, re.IGNORECASE)
    for position, words in {
        Position.COMMITTED_TO_ACCEDE: r"committed to accede|a commitment to accede",
        Position.STRATEGIC_OBJECTIVE: r".*strategic objective",
        Position.STEP_BY_STEP: r".*step by step",
        Position.CONSIDERING: r"considering accession|accession under consideration",
        Position.DOES_NOT_EXCLUDE: r"does not exclude.*|accession not excluded",
        Position.ADHERES_IN_PRACTICE: r"adhere(?:s|nce) in practice",
        Position.SUPPORTS_NORMS: r"support(?:s)? (?:for )?the norms",
        Position.SUPPORTS_AIMS: r"support(?:s)? (?:for )?the aims",
        Position.SUPPORTS_HUMANITARIAN_OBJECTIVES: r"support(?:s)? (?:for )?the humanitarian objectives",
        Position.POLICY_UNCHANGED: r"policy unchanged",
        Position.PREFERS_OTHER_FORUM: r"prefers another forum",
        Position.OPPOSED: r"opposed",
    }.items()
}
CIRCUMSTANCES = {circumstance.label.lower(): circumstance for circumstance in Circumstance}
DEPENDS = re.compile(r"\bdepends on\b")


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """What an item says of the States it names; None for what is no such item."""
    if match := COUNTED.match(sentence.text):
        return _counted(match, sentence)
    if not sentence.lead or not sentence.named:
        return None
    start, end, state = sentence.named[0]
    if start > 4 or not sentence.text[end:].startswith(":"):
        return None
    if DEPENDS.search(sentence.lead):
        return (sentence.proposal(StatedGroup(about=GroupKind.CONDITION, states=(state,))),)
    return moratoria.understood(sentence, reading)


def _counted(match: re.Match[str], sentence: Sentence) -> Readings | None:
    label = match["label"].lower()
    number, states = int(match["number"]), sentence.states_after(match.end())
    position = next((one for one, words in POSITIONS.items() if words.fullmatch(label)), None)
    if position is not None:
        group = StatedGroup(about=GroupKind.SUPPORT, codes=(position.value,), states=states, number=number)
    elif circumstance := CIRCUMSTANCES.get(label):
        group = StatedGroup(about=GroupKind.CIRCUMSTANCE, codes=(circumstance.value,), states=states, number=number)
    else:
        return None
    return (sentence.proposal(group),)
