"""Shares of the world's States, and places in the order of joining, in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.ordinals import Order, OrdinalClaim
from accede.reporting.checker.kinds.shares import ShareClaim, share_told
from accede.reporting.checker.phrases.phrases import Phrases, made
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others
from accede.reporting.checker.reading.subjects import subject_before
from accede.reporting.checker.scope import When
from accede.reporting.checker.timeline import Measure
from accede.reporting.checker.values import ClaimKind

LEAST_PLACE = 10
"""Smaller ordinals are rather told within a region, or of meetings."""


def shares(sentence: Sentence, context: Context, phrases: Phrases, when: When | None) -> Iterator[ShareClaim]:
    """The shares of all States that a sentence tells of."""
    if "⟦P" not in sentence.outline or phrases.is_narrowed(sentence.outline):
        return
    for match in made(phrases.told.share).finditer(sentence.outline):
        first, last = sentence.clause(match.start())
        around = sentence.outline[first : match.start()] + " " + sentence.outline[match.end() : last]
        if re.search(phrases.told.outside, around, re.IGNORECASE):
            measure = Measure.OUTSIDE
        elif re.search(phrases.told.inside, around, re.IGNORECASE):
            measure = Measure.JOINED
        else:
            continue
        yield share_told(sentence, context, match.span(), int(match["p"]), measure, when)


def places(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[OrdinalClaim]:
    """The place in the order of joining that a sentence gives to its one State, or to that of the sentence before."""
    if "⟦O" not in sentence.outline or phrases.is_narrowed(sentence.outline):
        return
    found = list(made(phrases.told.place).finditer(sentence.outline))
    if len(found) != 1:
        return
    (match,) = found
    place = sentence.ordinals[int(match["o"])]
    before = sentence.signs("L", 0, match.start())
    led = sentence.outline[: match.start()]
    if place < LEAST_PLACE or not re.search(f"(?:{phrases.told.became})$", led, re.IGNORECASE):
        return
    led_by = subject_before(context.earlier[-1]) if context.earlier else ""
    states = sentence.states() or ((led_by,) if led_by else ())
    if len(states) != 1:
        return
    start = min([match.start(), *(one[0] for one in before)])
    yield OrdinalClaim(
        kind=ClaimKind.ORDINAL,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=f"{states[0]}: {place}",
        spots=(context.spot(sentence, match.start(), match.end()),),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        iso3=states[0],
        place=place,
        order=Order.JOINED,
        is_ours=context.is_ours(sentence, start, match.end()),
        is_of_parties=True,
    )
