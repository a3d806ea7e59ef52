"""What the President did, and who answered: letters, replies, meetings, the working group."""

import re
from dataclasses import replace

from accede.activities.values import Activity
from accede.evidence.values import Confirmation
from accede.intake.findings import Proposal
from accede.intake.status_paper.dates import dated
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.activities import ActivityKind

PATTERNS: dict[ActivityKind, re.Pattern[str]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        ActivityKind.LETTER_ROUND: r"\bPresident (?:\w+ )?(?:wrote|sent (?:a )?letters?|has written)\b",
        ActivityKind.REPLY: r"\b(?:written (?:repl(?:y|ies)|responses?)|replied|repl(?:y|ies) (?:was|were) received)\b",
        ActivityKind.BILATERAL: r"\bbi-?lateral(?:ly)?\b",
        ActivityKind.WORKING_GROUP: r"\bWorking Group on Universalization\b",
    }.items()
}
TO_HOW_MANY = re.compile(rf"\bto (?:each of )?(?:all )?(?:the )?(?P<number>{NUMBER}) States\b", re.IGNORECASE)
NO_REPLY = re.compile(r"\b(?:no|none)\b[^.]*\b(?:repl(?:y|ied|ies)|responses?)\b", re.IGNORECASE)
HELD = re.compile(r"\b(?:convened|held|met|chaired)\b", re.IGNORECASE)
TITLES = {
    ActivityKind.LETTER_ROUND: "Letters to the States not party",
    ActivityKind.WORKING_GROUP: "Informal Working Group on Universalization",
}
PRESIDENT = "President"


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The activities of a sentence; None where it tells of none."""
    for kind, pattern in PATTERNS.items():
        if not pattern.search(sentence.text):
            continue
        facts = _READERS[kind](sentence, reading)
        if facts is not None:
            return tuple(sentence.proposal(fact) for fact in facts)
    return None


def _letters(sentence: Sentence, reading: Reading) -> list[Activity] | None:
    on = dated(sentence.text, "in", "on") or reading.as_of
    if on is None:
        return None
    count = TO_HOW_MANY.search(sentence.text)
    return [
        Activity(
            treaty=reading.treaty,
            kind=ActivityKind.LETTER_ROUND,
            on=on,
            by=PRESIDENT,
            title=TITLES[ActivityKind.LETTER_ROUND],
            towards=() if count else sentence.states,
            towards_all_outside=bool(count),
            towards_count=number(count["number"]) if count else None,
        )
    ]


def _replies(sentence: Sentence, reading: Reading) -> list[Activity] | None:
    """One for each State; `on` is the year of the letters until the overview tells the day."""
    if not sentence.states:
        return [] if NO_REPLY.search(sentence.text) else None
    on = dated(sentence.text, "in", "on") or dated(sentence.paragraph, "in") or reading.as_of
    if on is None:
        return None
    return [Activity(treaty=reading.treaty, kind=ActivityKind.REPLY, on=on, by=state) for state in sentence.states]


def _bilaterals(sentence: Sentence, reading: Reading) -> list[Activity] | None:
    """One meeting for each State."""
    on = dated(sentence.text, "in", "on") or reading.as_of
    if on is None or not sentence.states:
        return None
    one = Activity(treaty=reading.treaty, kind=ActivityKind.BILATERAL, on=on, by=PRESIDENT)
    return [replace(one, towards=(state,)) for state in sentence.states]


def _working_group(sentence: Sentence, reading: Reading) -> list[Activity] | None:
    on = dated(sentence.text, "on", "in")
    if on is None or not HELD.search(sentence.text):
        return None
    title = TITLES[ActivityKind.WORKING_GROUP]
    kind = ActivityKind.WORKING_GROUP
    return [Activity(treaty=reading.treaty, kind=kind, on=on, by=PRESIDENT, title=title)]


_READERS = {
    ActivityKind.LETTER_ROUND: _letters,
    ActivityKind.REPLY: _replies,
    ActivityKind.BILATERAL: _bilaterals,
    ActivityKind.WORKING_GROUP: _working_group,
}


def with_days(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals with each reply on the day on which the overview says that the State answered."""
    answered = {one.fact.state: one.fact.said for one in proposals if isinstance(one.fact, Confirmation)}
    return [
        replace(one, fact=replace(one.fact, on=one.fact.on.narrowed_by(answered[one.fact.by])))
        if isinstance(one.fact, Activity) and one.fact.kind is ActivityKind.REPLY and one.fact.by in answered
        else one
        for one in proposals
    ]
