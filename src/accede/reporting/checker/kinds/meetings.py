"""When and where a meeting was held, and who presided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accede.register.values import Occasion
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds import meeting_held, presidencies
from accede.reporting.checker.kinds.meeting_claim import About, MeetingClaim
from accede.reporting.checker.kinds.named_meetings import UNCLEAR, held_key, is_ours, meeting_key, with_years
from accede.reporting.checker.kinds.presidencies import Presided
from accede.reporting.checker.kinds.venues import Venue, venues
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.values import ClaimKind, Judgement, Verdict, cannot_tell

__all__ = ["NEEDS", "About", "MeetingClaim", "find", "judge"]

NEEDS = ("actions", "occasions")


def find(sentence: Sentence, context: Context) -> Iterator[MeetingClaim]:
    """What a sentence says of the meetings it names."""
    if sentence.language != "en" or is_question(sentence) or is_conditional(sentence):
        return
    sentence = with_years(sentence)
    seen: set[tuple[str, About]] = set()
    for claim in _found(sentence, context):
        if claim.is_ours is not False and claim.meeting and (claim.meeting, claim.about) not in seen:
            seen.add((claim.meeting, claim.about))
            yield claim


def judge(claim: MeetingClaim, answers: Answers) -> Judgement:
    """Whether it was then, there, under that presidency."""
    if claim.is_ours is False:
        return cannot_tell(UNCLEAR)
    key = held_key(claim.meeting, answers)
    held = answers.occasions.get(key)
    if held is None:
        return cannot_tell(f"The register holds no meeting {key}.")
    judgement = _judged(claim, held.fact, (held.key,), answers)
    if judgement.verdict is Verdict.CONTRADICTS and claim.is_ours is None:
        return cannot_tell(UNCLEAR)
    if judgement.verdict is Verdict.CONTRADICTS and claim.is_loose:
        return replace(
            judgement, verdict=Verdict.CANNOT_TELL, why=f"{judgement.why} The sentence may mean another thing."
        )
    return judgement


def _judged(claim: MeetingClaim, held: Occasion, keys: tuple[str, ...], answers: Answers) -> Judgement:
    match claim.about:
        case About.DAYS:
            return meeting_held.days_judged(claim, held, keys)
        case About.PLACE:
            return meeting_held.place_judged(claim, held, keys, answers)
        case About.PRESIDENCY:
            return presidencies.judged(claim, held, keys, answers)


def _found(sentence: Sentence, context: Context) -> Iterator[MeetingClaim]:
    for venue in venues(sentence):
        yield _of_venue(sentence, context, venue)
    if "⟦M" in sentence.outline:
        for presided in presidencies.presidencies(sentence):
            yield _of_presidency(sentence, context, presided)


def _of_venue(sentence: Sentence, context: Context, venue: Venue) -> MeetingClaim:
    key = meeting_key(sentence, context, venue.meeting) if venue.meeting is not None else ""
    if venue.number is not None:
        key = f"{venue.number}{venue.kind}"
    state = sentence.lists[venue.state][0].iso3 if venue.state is not None else ""
    about = About.PLACE if venue.place or state else About.DAYS
    claim = _claim(sentence, context, venue.start, venue.end, key, venue.meeting, about, venue.place or state)
    said = f"{venue.first}/{venue.last}" if about is About.DAYS else venue.place or state
    return replace(
        claim,
        stated=f"{key} {about.label} {said}",
        first=venue.first,
        last=venue.last,
        is_range=venue.is_range,
        place=venue.place,
        state=state,
        is_loose=claim.is_loose or venue.is_loose,
    )


def _of_presidency(sentence: Sentence, context: Context, told: Presided) -> MeetingClaim:
    state = sentence.lists[told.listed][0].iso3 if told.listed is not None else ""
    key = meeting_key(sentence, context, told.meeting)
    said = " ".join(filter(None, (told.person, state)))
    claim = _claim(sentence, context, told.start, told.end, key, told.meeting, About.PRESIDENCY, said)
    return replace(claim, state=state, person=told.person)


def _claim(
    sentence: Sentence, context: Context, start: int, end: int, key: str, index: int | None, about: About, said: str
) -> MeetingClaim:
    return MeetingClaim(
        kind=ClaimKind.MEETING,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{key} {about.label} {said}",
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        meeting=key,
        about=about,
        is_ours=is_ours(sentence, context, start, end, index),
        is_loose=is_hedged(sentence, start, end, future=False),
    )
