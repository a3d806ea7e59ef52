"""When, and by what kind of action, a State signed, joined, was bound, notified its withdrawal or left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.act_words import HAD
from accede.reporting.checker.kinds.acts import Act, ActionClaim, Told
from accede.reporting.checker.kinds.acts_held import judgement
from accede.reporting.checker.kinds.acts_told import acts_told
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Listed, Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.scope import When
from accede.reporting.checker.values import TREATY_UNCLEAR, ClaimKind, Judgement, cannot_tell

__all__ = ["NEEDS", "ActionClaim", "find", "judge"]

NEEDS = ("actions", "occasions")


def find(sentence: Sentence, context: Context) -> Iterator[ActionClaim]:
    """What each State of a sentence is said to have done, when."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence) or is_conditional(sentence):
        return
    seen: set[tuple[str, Act, int | None]] = set()
    for event in acts_told(sentence):
        is_ahead = event.act in (Act.FORCE, Act.LEAVE)
        if is_hedged(sentence, event.start, event.end, future=not is_ahead):
            continue
        for claim in _claims(sentence, context, event):
            key = (claim.iso3, claim.act, event.day)
            if key not in seen:
                seen.add(key)
                yield claim


def judge(claim: ActionClaim, answers: Answers) -> Judgement:
    """Whether the State did it, so and then."""
    if claim.is_ours is None:
        return cannot_tell(TREATY_UNCLEAR)
    if not claim.is_ours:
        return cannot_tell("This is said of another treaty; the register holds only lists of it for some States.")
    if claim.iso3 not in answers.timeline.states:
        return cannot_tell("The register does not hold this State.")
    return judgement(claim, answers)


def _claims(sentence: Sentence, context: Context, event: Told) -> Iterator[ActionClaim]:
    states = sentence.lists[event.listed]
    if event.member is not None:
        states = (states[event.member],)
    day = sentence.days[event.day] if event.day is not None else None
    if day is not None and (day.wrong or (not day.year_is_told and not _is_of_this_year(sentence, day, context))):
        return
    common = When(day.first, day.last, day.lead) if day else None
    if (
        day is not None
        and common is not None
        and day.start < sentence.span(event.start, event.end)[0]
        and common.lead is not Lead.AS_OF
        and HAD.search(sentence.outline[: event.start])
    ):
        common = replace(common, lead=Lead.BY)  # "In 2013 Poland had signed": by then, not in that year
    group = tuple(one.iso3 for one in states)
    sign = sentence.signs("T", event.start, event.end)
    ours = context.is_ours(sentence, event.start, event.end, sign=sign[0][2] if sign else None)
    own = [_own_day(one, sentence) for one in states]
    if common is None and any(own):
        days: list[When | None] = own
    else:
        days = [common] * len(states)
    for state, when in zip(states, days, strict=True):
        action = event.action.label if event.action else event.act.label
        stated = f"{state.iso3}: {action}" + (f", {_said(when)}" if when else "")
        yield ActionClaim(
            kind=ClaimKind.ENTRY_INTO_FORCE if event.act is Act.FORCE else ClaimKind.TREATY_ACTION,
            where=context.passage.where,
            text=_in_brackets(sentence, event, state) or _text(sentence, event, state, is_alone=len(states) == 1),
            stated=stated,
            spots=context.spots(sentence, event.start, event.end, state if len(states) > 1 else None),
            is_by_others=is_by_others(sentence, event.start, event.end),
            iso3=state.iso3,
            act=event.act,
            action=event.action,
            when=when,
            is_ours=ours,
            group=group,
            by=context.said_on,
            is_deposit=event.is_deposit,
        )


def _is_of_this_year(sentence: Sentence, day: Day, context: Context) -> bool:
    """Whether a day without a year is one of the paper's year."""
    after = sentence.text[day.end : day.end + 30]
    return context.paper.is_given and not re.match(
        r",? (?:of )?(?:next|last|the (?:next|following|previous)|that) year", after
    )


def _in_brackets(sentence: Sentence, event: Told, state: Listed) -> str:
    """The words of an act that is told in the brackets after its State."""
    if event.member is None or event.day is None:
        return ""
    return sentence.text[state.start : sentence.days[event.day].end]


def _text(sentence: Sentence, event: Told, state: Listed, *, is_alone: bool) -> str:
    first, last = sentence.span(event.start, event.end)
    if event.day is not None:
        last = max(last, sentence.days[event.day].end)
    if is_alone and state.start < first:
        return sentence.text[state.start : last]
    return f"{sentence.text[state.start : state.end]} … {sentence.text[first:last]}"


def _own_day(state: Listed, sentence: Sentence) -> When | None:
    """The day in brackets after a State ("Oman (2014)")."""
    if not re.fullmatch(r"\W*(?:in |on )?⟦D\d+⟧\W*", state.remark):
        return None
    told_in = [sentence.days[int(match[1])] for match in re.finditer(r"⟦D(\d+)⟧", state.remark)]
    return When(told_in[0].first, told_in[0].last) if len(told_in) == 1 and not told_in[0].wrong else None


def _said(when: When) -> str:
    words = {Lead.BY: "by ", Lead.BEFORE: "before ", Lead.AFTER: "after ", Lead.SINCE: "since "}
    return words.get(when.lead, "") + when.wording()
