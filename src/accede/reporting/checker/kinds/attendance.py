"""Who took part in which meeting, last, first, never, or for the first time in years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds import attendance_held
from accede.reporting.checker.kinds.attendance_claim import AttendanceClaim
from accede.reporting.checker.kinds.attendance_told import Told, Took, attendance_told
from accede.reporting.checker.kinds.named_meetings import UNCLEAR, is_ours, keyless, meeting_key, with_years
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.values import ClaimKind, Judgement, Verdict, cannot_tell

__all__ = ["NEEDS", "AttendanceClaim", "Took", "claim_of_cell", "find", "judge"]

INVITATION = re.compile(r"(?<=espite an )invitation|(?<=espite the )invitation|(?<=use of the )invitation")

NEEDS = ("actions", "occasions", "attendance")


def find(sentence: Sentence, context: Context) -> Iterator[AttendanceClaim]:
    """Who is said to have taken part in what."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence):
        return
    sentence = _without_invitations(with_years(sentence))
    for told in attendance_told(sentence, keyless(sentence, context)):
        if not is_hedged(sentence, told.start, told.end):
            yield from _claims(sentence, context, told)


def judge(claim: AttendanceClaim, answers: Answers) -> Judgement:
    """What is recorded of it. Absence is said only where a record says so."""
    if claim.is_ours is False:
        return cannot_tell(UNCLEAR)
    judgement = attendance_held.judged(claim, answers)
    if claim.is_ours is None and judgement.verdict is not Verdict.AGREES:
        return cannot_tell(UNCLEAR)
    return judgement


def claim_of_cell(iso3: str, meeting: str, *, where: str, text: str, on: date) -> AttendanceClaim:
    """What the column of last participation says of a State; `meeting` is empty where it says never."""
    took = Took.LAST if meeting else Took.NEVER
    return AttendanceClaim(
        kind=ClaimKind.ATTENDANCE,
        where=where,
        text=text,
        stated=f"{iso3} {took.label}" + (f": {meeting}" if meeting else ""),
        iso3=iso3,
        took=took,
        meeting=meeting,
        on=on,
        is_of_column=True,
    )


def _without_invitations(sentence: Sentence) -> Sentence:
    """Without the word "invitation": "despite an invitation" is neither a wish nor a plan."""
    blank = INVITATION.sub(lambda match: "x" * len(match[0]), sentence.outline)
    return sentence if blank == sentence.outline else replace(sentence, outline=blank)


def _claims(sentence: Sentence, context: Context, told: Told) -> Iterator[AttendanceClaim]:
    """One for each State and each meeting."""
    start, end = told.start, told.end
    keys: list[tuple[int | None, str]] = [(index, meeting_key(sentence, context, index)) for index in told.meetings]
    since = meeting_key(sentence, context, told.since) if told.since is not None else ""
    if not all(key for _, key in keys) or (told.since is not None and not since):
        return
    states = sentence.lists[told.listed]
    is_alone = len(states) == 1
    for index, key in keys or [(None, told.key)]:
        for state in states:
            yield AttendanceClaim(
                kind=ClaimKind.ATTENDANCE,
                where=context.passage.where,
                text=sentence.words(start, end)
                if is_alone
                else f"{sentence.text[state.start : state.end]} … {sentence.words(start, end)[-80:]}",
                stated=f"{state.iso3} {told.took.label}" + _said(told, key, since),
                spots=context.spots(sentence, start, end, None if is_alone else state),
                is_by_others=is_by_others(sentence, start, end),
                iso3=state.iso3,
                took=told.took,
                meeting=key,
                on=_on(sentence, context),
                years=told.years,
                kinds=told.kinds,
                year=told.year,
                since=since,
                since_year=told.since_year,
                is_ours=is_ours(sentence, context, start, end, index),
            )


def _said(told: Told, key: str, since: str) -> str:
    """The meeting and the years of a claim in a few words."""
    meeting = key or (str(told.year) if told.year else "")
    before = since or (str(told.since_year) if told.since_year else "") or (f"{told.years} years" if told.years else "")
    return "".join(filter(None, (f": {meeting}" if meeting else "", f", before that {before}" if before else "")))


def _on(sentence: Sentence, context: Context) -> date:
    """The day by which it is said."""
    told_days = [day for day in sentence.days if not day.wrong and day.lead in (Lead.AS_OF, Lead.BY)]
    return told_days[0].last if len(told_days) == 1 else context.paper.day
