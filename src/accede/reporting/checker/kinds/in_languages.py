"""The commonest claims in French, Spanish, Russian, Chinese and Arabic: numbers of States, who did what when, vote totals.

The phrases of each are a file of `phrases`; the claims are those of `counts`, `treaty_actions` and `votes`, which judge them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.acts import Act, ActionClaim
from accede.reporting.checker.kinds.counts import CountClaim
from accede.reporting.checker.kinds.foreign_ballots import ballots, vote_asked
from accede.reporting.checker.kinds.foreign_meetings import meetings
from accede.reporting.checker.kinds.foreign_shares import places, shares
from accede.reporting.checker.kinds.foreign_standings import standings
from accede.reporting.checker.kinds.votes import WORDS, VoteClaim
from accede.reporting.checker.late import Late
from accede.reporting.checker.phrases import PHRASES
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_question
from accede.reporting.checker.reading.subjects import are_subject, is_of_another_text, object_end, with_subject
from accede.reporting.checker.rolls import Among
from accede.reporting.checker.scope import When, on_paper_day
from accede.reporting.checker.timeline import Measure
from accede.reporting.checker.values import Claim, ClaimKind
from accede.vocabulary.ballots import Ballot

OTHERS: dict[Measure, tuple[Measure, ...]] = {
    Measure.JOINED: (Measure.IN_FORCE,),
    Measure.OUTSIDE: (Measure.OUTSIDE_BY_FORCE,),
    Measure.SIGNED: (Measure.SIGNATORY,),
    Measure.WITHDRAWN: (Measure.LEAVING,),
}
"""Other usual ways of counting what the words say."""


VOTED = re.compile(
    r"\bvot(?:é\w*|ant|e|ent|aient|ait|ó|aron|ado|an|a)\b|\babst\w+|голосова\w+|воздерж\w+|投票|赞成|弃权|صوت|امتن",
    re.IGNORECASE,
)
"""A number of States that voted so is none of all that have joined or are outside."""
OF_SOME = Late(
    r"\bnon[- ]parties|pas parties|\bno (?:son|eran) partes|не являющ\w+|\bиз ⟦N|среди|非缔约|其中|غير (?:ال)?(?:طرف|أطراف)|من بين"
    r"|de plus que|de moins que|\b(?:más|menos) que\b|(?:больше|меньше),? чем|на ⟦N\d+⟧ (?:\w+ )?(?:больше|меньше)|比上|增加|减少",
    re.IGNORECASE,
)
"""Totals of some States alone, or what they are more or fewer by."""


def find(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """The claims of a sentence that is not in English."""
    phrases = PHRASES.get(sentence.language)
    if phrases is None or is_question(sentence) or phrases.is_doubtful(sentence.outline):
        return
    sentence = with_subject(sentence, context.earlier[-1] if context.earlier else None)
    yield from _counts(sentence, context, phrases)
    yield from _actions(sentence, context, phrases)
    yield from _votes(sentence, context, phrases)
    yield from standings(sentence, context, phrases)
    yield from ballots(sentence, context, phrases)
    yield from shares(sentence, context, phrases, _when(sentence, context, phrases))
    yield from places(sentence, context, phrases)
    yield from meetings(sentence, context, phrases)


def _counts(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[CountClaim]:
    if "⟦N" not in sentence.outline or phrases.is_narrowed(sentence.outline) or VOTED.search(sentence.outline):
        return
    taken: set[str] = set()
    for measure, pattern in phrases.count_patterns:
        for match in pattern.finditer(sentence.outline):
            number = match["n"]
            if number in taken:
                continue
            taken.add(number)
            when = _when(sentence, context, phrases)
            quantity = sentence.numbers[int(number)]
            yield CountClaim(
                kind=ClaimKind.COUNT,
                where=context.passage.where,
                text=sentence.words(match.start(), match.end()),
                stated=f"{quantity.wording()} {measure.label}" + (f", {when.wording()}" if when else ""),
                spots=(context.spot(sentence, match.start(), match.end()),),
                is_by_others=is_by_others(sentence, match.start(), match.end()),
                measure=measure,
                others=OTHERS.get(measure, ()),
                quantity=quantity,
                when=when,
                is_ours=context.is_ours(sentence, match.start(), object_end(sentence, match.end())),
                is_event=when is not None and when.first != when.last,
            )


def _actions(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[ActionClaim]:
    seen: set[tuple[str, Act]] = set()
    for act, action, pattern in phrases.action_patterns:
        for match in pattern.finditer(sentence.outline):
            day = sentence.days[int(match["d"])]
            states = sentence.lists[int(match["l"])]
            if day.wrong or not day.year_is_told:
                continue
            if is_of_another_text(sentence, match.start(), match.end()):
                continue
            if match[0].startswith("⟦L") and not are_subject(sentence, int(match["l"]), context.names):
                continue
            for state in states:
                if (state.iso3, act) in seen:
                    continue
                seen.add((state.iso3, act))
                label = action.label if action else act.label
                yield ActionClaim(
                    kind=ClaimKind.ENTRY_INTO_FORCE if act is Act.FORCE else ClaimKind.TREATY_ACTION,
                    where=context.passage.where,
                    text=sentence.words(match.start(), match.end()),
                    stated=f"{state.iso3}: {label}, {day.wording()}",
                    spots=context.spots(sentence, match.start(), match.end(), state if len(states) > 1 else None),
                    is_by_others=is_by_others(sentence, match.start(), match.end()),
                    iso3=state.iso3,
                    act=act,
                    action=action,
                    when=When(day.first, day.last, Lead.ON),
                    is_ours=context.is_ours(sentence, match.start(), object_end(sentence, match.end())),
                    group=tuple(one.iso3 for one in states),
                )


def _votes(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[VoteClaim]:
    if OF_SOME.search(sentence.outline) or phrases.is_narrowed(sentence.outline):
        return
    totals: list[tuple[Ballot, Quantity, Among]] = []
    places: list[tuple[int, int]] = []
    taken: set[str] = set()
    for ballot, pattern in reversed(phrases.vote_patterns):
        for match in pattern.finditer(sentence.outline):
            number = match.groupdict().get("n")
            if number in taken or any(ballot is one for one, _, _ in totals):
                continue
            if number is not None:
                taken.add(number)
            totals.append((ballot, sentence.numbers[int(number)] if number else Quantity(0), Among.ANY))
            places.append(match.span())
    is_named = any(one.symbol for one in sentence.terms)
    if len(totals) < (1 if is_named else 2) or {one for one, _, _ in totals} == {Ballot.AGAINST}:
        return
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    asked = vote_asked(sentence, context, phrases, start, end)
    if asked is None:
        return
    totals.reverse()
    yield VoteClaim(
        kind=ClaimKind.VOTE,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=", ".join(f"{quantity.wording()} {WORDS[ballot]}" for ballot, quantity, _ in totals),
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        totals=tuple(totals),
        asked=asked,
        on=context.paper.day,
    )


def _when(sentence: Sentence, context: Context, phrases: Phrases) -> When | None:
    days = [day for day in sentence.days if not day.wrong and day.year_is_told]
    if len(days) == 1:
        return When(
            days[0].first,
            days[0].last,
            days[0].lead if days[0].lead is Lead.AS_OF else Lead.ON,
            is_sure=days[0].lead is not Lead.SINCE,
        )
    if days:
        as_of = [day for day in days if day.lead is Lead.AS_OF]
        return When(as_of[0].first, as_of[0].last) if len(as_of) == 1 else None
    if phrases.is_past(sentence.outline):
        return None
    return on_paper_day(context)
