"""The circumstances that States not party are said to state for staying outside."""

import re

from accede.intake.findings import GroupKind, StatedGroup
from accede.intake.status_paper.groups import how_many, number_of_states
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.statements import Circumstance

PATTERNS: dict[Circumstance, re.Pattern[str]] = {
    circumstance: re.compile(f"{re.escape(circumstance.label)}|{words}", re.IGNORECASE)
    for circumstance, words in {
        Circumstance.MILITARY_UTILITY: r"military (?:utility|use|value|necessity)",
        Circumstance.NATIONAL_SECURITY: r"national security|security (?:concerns|situation)",
        Circumstance.UNRESOLVED_CONFLICT: r"unresolved conflict|occupied territor(?:y|ies)",
        Circumstance.RECIPROCITY: r"reciprocity|accession of another State|neighbour(?:'s|’s|ing States?) accession",
        Circumstance.LONG_BORDERS: r"long (?:land )?borders",
        Circumstance.NO_ALTERNATIVES: r"no alternatives|(?:lack|absence) of alternatives",
        Circumstance.SELF_DEFENCE: r"sovereignty|self-defence",
        Circumstance.BORDERS_NOT_DELIMITED: r"delimit",
        Circumstance.ALLIANCE: r"\balliance|defence arrangement",
        Circumstance.RESPONSIBILITY_OF_USERS: r"responsibility of those who",
        Circumstance.WEAK_COOPERATION: r"weak (?:international )?cooperation",
        Circumstance.LIMITED_RESOURCES: r"limited (?:\w+ )?resources|competing priorities",
        Circumstance.MANY_TREATIES: r"many treaties",
        Circumstance.DOMESTIC_PROCEDURE: r"domestic procedure",
        Circumstance.OTHER_FORUM: r"another forum|other forums",
        Circumstance.ARMED_GROUPS: r"armed groups",
        Circumstance.CHANGE_OF_GOVERNMENT: r"change of government",
        Circumstance.REVIEW_UNDER_WAY: r"review under way",
    }.items()
}


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The circumstances a sentence names, each with the words that say how many States state it; None where it names none."""
    places = sorted(
        (match.start(), match.end(), circumstance)
        for circumstance, pattern in PATTERNS.items()
        if (match := pattern.search(sentence.text))
    )
    proposals = []
    for at, (start, end, circumstance) in enumerate(places):
        until = places[at + 1][0] if at + 1 < len(places) else len(sentence.text)
        states = tuple(dict.fromkeys(state for place, _, state in sentence.named if end <= place < until))
        before = sentence.text[places[at - 1][1] if at else 0 : start]
        group = StatedGroup(
            about=GroupKind.CIRCUMSTANCE,
            codes=(circumstance.value,),
            states=states,
            how_many=how_many(before),
            number=number_of_states(before, sentence.text[end:until]),
        )
        proposals.append(sentence.proposal(group))
    return tuple(proposals) or None
