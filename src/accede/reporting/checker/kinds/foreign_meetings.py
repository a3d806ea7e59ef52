"""Where and when meetings were held, and who took part, in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.attendance_claim import AttendanceClaim
from accede.reporting.checker.kinds.attendance_told import Took
from accede.reporting.checker.kinds.meeting_claim import About, MeetingClaim
from accede.reporting.checker.kinds.named_meetings import is_ours
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others
from accede.reporting.checker.reading.subjects import are_subject, is_subject_meeting
from accede.reporting.checker.values import ClaimKind

LONGEST = 140
"""Signs of the outline from a meeting to what is told of it."""


def meetings(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[MeetingClaim | AttendanceClaim]:
    """What a sentence that names one meeting says of its place and its days, and of who took part."""
    yield from _attended(sentence, context, phrases)
    signs = sentence.signs("M")
    if len(signs) != 1 or not re.search(phrases.told.held, sentence.outline, re.IGNORECASE):
        return
    start, end, index = signs[0]
    key = sentence.meetings[index].key
    cities = list(phrases.told.city_pattern.finditer(sentence.outline))
    if len(cities) == 1 and _is_told(sentence, (start, end), cities[0].span(), phrases):
        place = phrases.told.cities[cities[0]["city"]]
        span = min(start, cities[0].start()), max(end, cities[0].end())
        yield _claim(sentence, context, span, key, index, About.PLACE, place=place)
    days = [
        (first, last, sentence.days[at])
        for first, last, at in sentence.signs("D")
        if not sentence.days[at].wrong and sentence.days[at].year_is_told
    ]
    if len(sentence.days) == 1 and days and days[0][2].lead in (Lead.ON, Lead.NONE):
        first, last, day = days[0]
        if _is_told(sentence, (start, end), (first, last), phrases):
            yield _claim(sentence, context, (min(start, first), max(end, last)), key, index, About.DAYS, day=day)


def _is_told(sentence: Sentence, one: tuple[int, int], other: tuple[int, int], phrases: Phrases) -> bool:
    """Whether nothing but its being held, days, treaties and small words stands with a meeting and what is told of it."""
    told = phrases.told
    is_first = one[0] < other[0]
    for held in re.finditer(told.held, sentence.outline, re.IGNORECASE):
        start, end = min(one[0], other[0], held.start()), max(one[1], other[1], held.end())
        if end - start > LONGEST or (is_first and one[1] <= held.start() and not is_subject_meeting(sentence, *one)):
            continue
        rest = told.city_pattern.sub(" ", sentence.outline[start:end])
        rest = re.sub(told.held, " ", rest, flags=re.IGNORECASE)
        rest = re.sub(r"\b[sdl]['’]", " ", rest, flags=re.IGNORECASE)
        rest = re.sub(
            rf"⟦[MTDL]\d+⟧|(?<!\w)(?:{told.link})(?!\w)|(?<=['’])|[\s,，、()（）《》'’]", " ", rest, flags=re.IGNORECASE
        )
        if sentence.language == "zh":
            rest = re.sub(told.link, "", rest)
        if not rest.strip():
            return True
    return False


def _claim(
    sentence: Sentence,
    context: Context,
    span: tuple[int, int],
    key: str,
    index: int,
    about: About,
    *,
    place: str = "",
    day: Day | None = None,
) -> MeetingClaim:
    said = place or (day.wording() if day else "")
    return MeetingClaim(
        kind=ClaimKind.MEETING,
        where=context.passage.where,
        text=sentence.words(*span),
        stated=f"{key} {about.label} {said}",
        spots=(context.spot(sentence, *span),),
        is_by_others=is_by_others(sentence, *span),
        meeting=key,
        about=about,
        is_ours=_is_ours(sentence, context, *span, index),
        first=day.first if day else None,
        last=day.last if day else None,
        is_range=False,
        place=place,
    )


def _is_ours(sentence: Sentence, context: Context, start: int, end: int, index: int) -> bool | None:
    """Whether a meeting is our treaty's; where the sentence names another treaty, what is near it decides."""
    if {one.key for one in sentence.treaties} - {"", context.treaty}:
        return context.is_ours(sentence, start, end)
    return is_ours(sentence, context, start, end, index)


def _attended(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[AttendanceClaim]:
    for pattern in phrases.told.attended_patterns:
        for match in pattern.finditer(sentence.outline):
            index = int(match["m"])
            key = sentence.meetings[index].key
            states = sentence.lists[int(match["l"])]
            if not key or not are_subject(sentence, int(match["l"]), context.names):
                continue
            for state in states:
                yield AttendanceClaim(
                    kind=ClaimKind.ATTENDANCE,
                    where=context.passage.where,
                    text=sentence.words(match.start(), match.end()),
                    stated=f"{state.iso3} {Took.PART.label}: {key}",
                    spots=context.spots(sentence, match.start(), match.end(), state if len(states) > 1 else None),
                    is_by_others=is_by_others(sentence, match.start(), match.end()),
                    iso3=state.iso3,
                    took=Took.PART,
                    meeting=key,
                    on=context.paper.day,
                    is_ours=_is_ours(sentence, context, match.start(), match.end(), index),
                )
