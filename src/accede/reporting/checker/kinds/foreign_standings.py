"""Where a State is said to stand in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.standing import StandingClaim, Stands
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others
from accede.reporting.checker.reading.subjects import are_subject, object_end
from accede.reporting.checker.scope import When, on_paper_day
from accede.reporting.checker.values import ClaimKind


def standings(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[StandingClaim]:
    """Where a sentence says that States stand, each State once."""
    if "⟦L" not in sentence.outline:
        return
    seen: set[str] = set()
    for stands, pattern in phrases.told.standing_patterns:
        for match in pattern.finditer(sentence.outline):
            if not are_subject(sentence, int(match["l"]), context.names):
                continue
            end = object_end(sentence, match.end())
            states = sentence.lists[int(match["l"])]
            when = _when(sentence, context, match.start(), match.end(), is_past=phrases.is_past(match[0]))
            if stands is Stands.WITHDRAWN and sentence.days:
                continue  # what happened on a day is an act
            for state in states:
                if state.iso3 in seen:
                    continue
                seen.add(state.iso3)
                yield StandingClaim(
                    kind=ClaimKind.STANDING,
                    where=context.passage.where,
                    text=sentence.words(match.start(), match.end()),
                    stated=f"{state.iso3} {stands.label}" + (f", {when.wording()}" if when else ""),
                    spots=context.spots(sentence, match.start(), match.end(), state if len(states) > 1 else None),
                    is_by_others=is_by_others(sentence, match.start(), match.end()),
                    iso3=state.iso3,
                    stands=stands,
                    when=when,
                    is_ours=context.is_ours(sentence, match.start(), end),
                    treaty=context.treaty_of(sentence, match.start(), end) or "",
                )


def _when(sentence: Sentence, context: Context, start: int, end: int, *, is_past: bool) -> When | None:
    """The day of a standing: one led by "as of", else the paper's; another day of the sentence leaves it open."""
    days = [sentence.days[index] for _, _, index in sentence.signs("D", *sentence.clause(start))]
    days = [day for day in days if not day.wrong and day.year_is_told]
    as_of = [day for day in days if day.lead is Lead.AS_OF]
    if len(as_of) == 1 and len(days) == 1:
        return When(as_of[0].first, as_of[0].last, Lead.AS_OF)
    if is_past:
        return When(days[0].first, days[0].last, is_sure=False) if len(days) == 1 else None
    paper = on_paper_day(context)
    return replace(paper, is_sure=False) if sentence.days else paper
