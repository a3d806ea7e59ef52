"""Votes told in prose: their numbers, and who voted otherwise in the plenary than in the First Committee."""

import re

from accede.evidence.values import RollCall
from accede.intake.findings import CountKind, StatedCount
from accede.intake.status_paper.dates import DATE
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.occasions import session_of
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.partial_date import read_date

PATTERNS: dict[CountKind, re.Pattern[str]] = {
    kind: re.compile(rf"(?P<number>{NUMBER}) {words}", re.IGNORECASE)
    for kind, words in {
        CountKind.IN_FAVOUR: r"voted in favour\b",
        CountKind.AGAINST: r"voted against\b",
        CountKind.ABSTAINED: r"abstained\b",
        CountKind.NOT_PRESENT: r"(?:was|were) not present\b",
        CountKind.NOT_RECORDED: r"(?:has|have) no vote recorded\b",
        CountKind.NOT_A_MEMBER: r"(?:was|were) not (?:a Member|Members)\b",
    }.items()
}
IN_PLENARY = re.compile(
    rf"\bplenary on the same text \((?P<symbol>[^,()]+), (?P<date>{DATE})\), the following differ: "
)
LABELLED = re.compile(r"\((?P<label>[a-z ]+)\)")
BALLOTS = {ballot.label: ballot for ballot in Ballot}


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The numbers of a vote, or the ballots that differ in the plenary; None where the sentence tells of neither."""
    if match := IN_PLENARY.search(sentence.text):
        return _in_plenary(match, sentence, reading)
    counts = [
        StatedCount(what=kind, number=number(match["number"]))
        for kind, pattern in PATTERNS.items()
        if (match := pattern.search(sentence.text))
    ]
    return tuple(map(sentence.proposal, counts)) or None


def _in_plenary(match: re.Match[str], sentence: Sentence, reading: Reading) -> Readings | None:
    """The roll call of the plenary, with the ballots that the sentence gives: the States before each label in brackets."""
    voted = read_date(match["date"])
    session = session_of(voted)
    labels = [(label.start(), BALLOTS.get(label["label"])) for label in LABELLED.finditer(sentence.text, match.end())]
    ballots = {
        state: next((ballot for place, ballot in labels if place >= end), None)
        for start, end, state in sentence.named
        if start >= match.end()
    }
    cast = tuple(sorted((state, ballot) for state, ballot in ballots.items() if ballot is not None))
    if session is None or len(cast) != len(ballots):
        return None
    roll_call = RollCall(
        treaty=reading.treaty,
        body=Body.PLENARY,
        session=session,
        symbol=match["symbol"],
        voted=voted,
        ballots=cast,
    )
    return (sentence.proposal(roll_call),)
