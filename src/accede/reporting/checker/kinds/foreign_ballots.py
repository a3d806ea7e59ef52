"""How a State is said to have voted in French, Spanish, Russian, Chinese and Arabic; which vote such a sentence means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.ballots import BallotClaim
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others
from accede.reporting.checker.reading.subjects import are_subject
from accede.reporting.checker.rolls import Asked, asked_in
from accede.reporting.checker.values import ClaimKind

OF_A_PART = re.compile(
    r"amendement|paragraphe|alinéa|vote séparé|enmienda|párrafo|votación separada|поправк|пункт|раздельн|修正|段|"
    r"تعديل|فقرة",
    re.IGNORECASE,
)
"""The vote is on an amendment, or on a part of a text."""


def ballots(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[BallotClaim]:
    """How the States of a sentence are said to have voted, each State once."""
    if "⟦L" not in sentence.outline:
        return
    seen: set[str] = set()
    for ballot, pattern in phrases.told.ballot_patterns:
        for match in pattern.finditer(sentence.outline):
            asked = vote_asked(sentence, context, phrases, match.start(), match.end())
            if asked is None or not are_subject(sentence, int(match["l"]), context.names):
                continue
            states = sentence.lists[int(match["l"])]
            for state in states:
                if state.iso3 in seen:
                    continue
                seen.add(state.iso3)
                yield BallotClaim(
                    kind=ClaimKind.BALLOT,
                    where=context.passage.where,
                    text=sentence.words(match.start(), match.end()),
                    stated=f"{state.iso3} {ballot.label}",
                    spots=context.spots(sentence, match.start(), match.end(), state if len(states) > 1 else None),
                    is_by_others=is_by_others(sentence, match.start(), match.end()),
                    iso3=state.iso3,
                    ballot=ballot,
                    is_denied=False,
                    asked=asked,
                )


def vote_asked(sentence: Sentence, context: Context, phrases: Phrases, start: int, end: int) -> Asked | None:
    """The vote meant; None where it is on another matter. It is ours where its symbol, or our treaty, is named near."""
    asked = asked_in(sentence, context, start, end)
    if asked is None or OF_A_PART.search(sentence.outline):
        return None
    keys = {one.key for one in sentence.treaties}
    if not asked.symbol and (
        re.search(phrases.told.other_text, sentence.outline, re.IGNORECASE) or keys - {"", context.treaty}
    ):
        return None
    if any(day.lead in (Lead.SINCE, Lead.BEFORE) for day in sentence.days):
        return None
    if not asked.symbol and context.treaty not in keys:
        near = [one.key for other in (*context.earlier, *context.headings) for one in other.treaties]
        if context.treaty not in near:
            return replace(asked, is_ours=None)
    return asked
