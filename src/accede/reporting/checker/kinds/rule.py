"""What follows by the treaty's rules: the entry into force after a deposit, the effect of a withdrawal, periods of obligations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.rule_claim import Rule, RuleClaim
from accede.reporting.checker.kinds.rule_held import judged
from accede.reporting.checker.kinds.rule_words import (
    BEGINS_ELSEWHERE,
    DAY_OF_YEAR,
    DUE,
    FORCE_AFTER,
    FORCE_BY_MONTH,
    FROM_FORCE,
    FURTHER,
    GENERIC,
    HELD_BACK,
    IF_HAD,
    INSTRUMENTS,
    INTO_FORCE,
    KEYWORD,
    LEAVE_AFTER,
    LEAVE_AT_ONCE,
    LEAVE_IN_CONFLICT,
    MUST,
    NOT_SAID_SO,
    PERIOD,
    PERIODS,
    REPORT,
    SOMETHING_ELSE,
    UNTRUE,
    WITHDRAWAL,
    YEARLY,
)
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_question
from accede.reporting.checker.values import TREATY_UNCLEAR, ClaimKind, Judgement, cannot_tell
from accede.vocabulary.date_parts import ENGLISH_MONTHS

__all__ = ["NEEDS", "RuleClaim", "find", "judge"]

NEEDS = ("actions", "occasions")


def find(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    """The rules that a sentence tells."""
    if sentence.language != "en" or is_question(sentence) or UNTRUE.search(sentence.outline):
        return
    found = (*_dated(sentence, context), *_told(sentence, context))
    yield from found
    if not found:
        yield from _obligations(sentence, context)


def judge(claim: RuleClaim, answers: Answers) -> Judgement:
    """Whether it is the rule of the treaty's file, or follows from it."""
    if claim.is_ours is None:
        return cannot_tell(TREATY_UNCLEAR)
    if not claim.is_ours:
        return cannot_tell("This is said of another treaty.")
    return judged(claim, answers)


def _claim(
    sentence: Sentence, context: Context, start: int, end: int, rule: Rule, said: str, **more: object
) -> RuleClaim:
    return RuleClaim(
        kind=ClaimKind.RULE,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{rule.label}: {said}",
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        rule=rule,
        is_ours=context.is_ours(sentence, start, end),
        **more,  # type: ignore[arg-type]
    )


def _dated(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    """From a deposit or a notification on one day to its effect on another, of no State in particular or of one that might."""
    outline = sentence.outline
    days = [one for one in sentence.signs("D") if _is_usable(sentence.days[one[2]])]
    if len(days) not in (2, 4) or SOMETHING_ELSE.search(outline):
        return
    is_open = is_conditional(sentence) or IF_HAD.search(outline)
    first, last = sentence.clause(_first_keyword(outline)[0])
    if not is_open and ("⟦L" in outline[first:last] or not GENERIC.search(outline)):
        return
    for pair in (days[:2], days[2:]):
        if len(pair) == 2:
            yield from _from_to(sentence, context, pair, is_only=len(days) == 2)


def _from_to(
    sentence: Sentence, context: Context, days: list[tuple[int, int, int]], *, is_only: bool
) -> Iterator[RuleClaim]:
    """What two days say, the one of a cause and the other of its effect."""
    outline = sentence.outline
    owners: dict[str, tuple[int, int, int]] = {}
    free: list[tuple[int, int, int]] = []
    for one in days:
        owner = _owner(outline, one[0])
        if owner and owner not in owners:
            owners[owner] = one
        else:
            free.append(one)
    cause = "deposit" if "deposit" in owners else "notice"
    words = {match.lastgroup for match in KEYWORD.finditer(outline)}
    if len(free) == 1 and len(owners) == 1 and is_only:
        missing = "effect" if cause in owners else "deposit" if "deposit" in words else "notice"
        if missing not in words:
            return
        owners[missing] = free[0]
        cause = cause if cause in owners else missing
    if "effect" not in owners or cause not in owners:
        return
    since, until = sentence.days[owners[cause][2]], sentence.days[owners["effect"][2]]
    start = min(one[0] for one in (*days, _first_keyword(outline))) if is_only else days[0][0]
    end = max(one[1] for one in days)
    if since.lead not in (Lead.ON, Lead.NONE) or NOT_SAID_SO.search(outline[start:end]):
        return
    rule = Rule.WITHDRAWAL if WITHDRAWAL.search(outline) else Rule.FORCE
    if rule is Rule.FORCE and cause != "deposit":
        return
    said = f"from {since.wording()}: {until.wording()}"
    yield _claim(sentence, context, start, end, rule, said, since=since, until=until)


def _is_usable(day: Day) -> bool:
    return not day.wrong and day.year_is_told and not day.is_relative


def _owner(outline: str, at: int) -> str:
    """The word that a day belongs to: the last one before it in its clause, if it is near."""
    before = [match for match in KEYWORD.finditer(outline, 0, at) if "⟦D" not in outline[match.end() : at]]
    if not before or at - before[-1].end() > 70:
        return ""
    return before[-1].lastgroup or ""


def _first_keyword(outline: str) -> tuple[int, int, int]:
    match = KEYWORD.search(outline)
    return (match.start(), match.end(), 0) if match else (0, 0, 0)


def _told(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    """The rules of entry into force and of withdrawal in general words."""
    if SOMETHING_ELSE.search(sentence.outline):
        return
    if WITHDRAWAL.search(sentence.outline):
        yield from _withdrawals(sentence, context)
        return
    yield from _instruments_needed(sentence, context)
    yield from _entries(sentence, context)


def _withdrawals(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    outline = sentence.outline
    yield from _first_period(sentence, context, LEAVE_AFTER, Rule.WITHDRAWAL)
    at_once = LEAVE_AT_ONCE.search(outline)
    if (
        at_once
        and not is_conditional(sentence)
        and not _is_denied(outline[max(0, at_once.start() - 30) : at_once.end()])
    ):
        yield _claim(
            sentence,
            context,
            at_once.start(),
            at_once.end(),
            Rule.WITHDRAWAL,
            "at once",
            period=Quantity(0),
            unit="day",
        )
    conflict = LEAVE_IN_CONFLICT.search(outline)
    if conflict and HELD_BACK.search(conflict[0]) and "⟦L" not in conflict[0]:
        yield _claim(sentence, context, conflict.start(), conflict.end(), Rule.CONFLICT, "not in an armed conflict")


def _instruments_needed(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    match = INSTRUMENTS.search(sentence.outline)
    if not match or not INTO_FORCE.search(sentence.outline):
        return
    sign = next(match[name] for name in ("n", "o", "o_b") if match[name])
    number = sentence.numbers[int(sign)] if match["n"] else Quantity(sentence.ordinals[int(sign)])
    is_sure = bool(re.match(r"need|requir|necess|thresh|trigger|months? after", match["lead"], re.IGNORECASE))
    yield _claim(
        sentence, context, match.start(), match.end(), Rule.INSTRUMENTS, f"{number.number:g} instruments", period=number,
        is_sure=is_sure and not re.search(r"⟦L\d+⟧['’]s", match[0]),
    )  # fmt: skip


def _entries(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    match = FORCE_BY_MONTH.search(sentence.outline)
    if match and not _is_denied(match["head"]):
        month, day = sentence.ordinals[int(match["o"])], sentence.ordinals[int(match["day"])]
        yield _claim(
            sentence, context, match.start(), match.end(), Rule.FORCE, f"day {day} of month {month}",
            period=Quantity(month), unit="month", month=month, day=day,
        )  # fmt: skip
        return
    yield from _first_period(sentence, context, FORCE_AFTER, Rule.FORCE)


def _first_period(sentence: Sentence, context: Context, frames: tuple[Late, ...], rule: Rule) -> Iterator[RuleClaim]:
    for frame in frames:
        match = frame.search(sentence.outline)
        if match and not _is_denied(match["head"]):
            yield _period_claim(sentence, context, match, rule)
            return


def _is_denied(words: str) -> bool:
    return bool(re.search(r"\b(?:never|cannot|wrong\w*|propos\w*|instead)\b", words, re.IGNORECASE))


def _period_claim(sentence: Sentence, context: Context, match: re.Match[str], rule: Rule) -> RuleClaim:
    period, unit = sentence.numbers[int(match["n"])], match["unit"].lower().rstrip("s")
    return _claim(
        sentence, context, match.start(), match.end(), rule, f"{period.number:g} {unit}s", period=period, unit=unit,
        is_sure=_is_the_rule(match, rule),
    )  # fmt: skip


def _is_the_rule(match: re.Match[str], rule: Rule) -> bool:
    """Whether a period is told as the rule, and from the day that the rule counts from."""
    if BEGINS_ELSEWHERE.search(match["what"]) or re.search(r"\b(?:not|never|already)\b|n['’]t\b", match[0]):
        return False
    if not match["what"] and not re.search("notice|period|waiting", match[0], re.IGNORECASE):
        is_past = re.search(r"\b(?:entered|came|took|became|was|were)\b", match[0])
        return bool(GENERIC.search(match[0])) and not is_past and "⟦L" not in match[0]
    return rule is Rule.WITHDRAWAL or bool(re.search(r"⟦T|\bbound\b|[Pp]arty|accession|instrument|\bit\b", match[0]))


def _obligations(sentence: Sentence, context: Context) -> Iterator[RuleClaim]:
    outline = sentence.outline
    if REPORT.search(outline) and YEARLY.search(outline):
        days = list(DAY_OF_YEAR.finditer(sentence.text))
        if len(days) == 1 and not NOT_SAID_SO.search(sentence.text[: days[0].start()]):
            name = days[0]["month"] or days[0]["month_b"]
            month, day = ENGLISH_MONTHS.index(name) + 1, int(days[0]["day"] or days[0]["day_b"])
            is_sure = bool(re.search(r"\b(?:by|due|deadline|no later than|not later than|before)\b", sentence.text))
            if is_sure and not re.search(r"\b(?:had|have|has|submitted its|received)\b", sentence.text):
                yield _claim(
                    sentence, context, 0, len(outline), Rule.YEARLY, f"{day} {name}", obligation="art7-annual", month=month,
                    day=day, is_sure="⟦L" not in outline,
                )  # fmt: skip
            return
    topic = next((key for key, pattern in PERIODS if pattern.search(outline)), "")
    if not topic:
        return
    if due := _day_due(sentence, context, topic):
        yield due
        return
    period = PERIOD.search(outline)
    if not period or len(PERIOD.findall(outline)) > 1 or not MUST.search(outline):
        return
    rest = outline.replace("first transparency", "").replace("first report", "").replace("first Article", "")
    unit = period["unit"].lower().rstrip("s")
    if FURTHER.search(rest) or NOT_SAID_SO.search(outline.replace("not later than", "").replace("no later than", "")):
        return
    if topic == "art7-initial" and unit not in ("day", "month"):
        return
    if topic != "art7-initial" and unit != "year":
        return
    is_general = "⟦L" not in outline and (FROM_FORCE.search(outline) or GENERIC.search(outline) or "⟦T" in outline)
    is_tied = bool(FROM_FORCE.search(outline)) or bool(re.search(r"Article [457]\b|\binitial\b|\bfirst\b|⟦T", outline))
    number = sentence.numbers[int(period["n"])]
    yield _claim(
        sentence, context, 0, period.end(), Rule.OBLIGATION, f"{number.number:g} {unit}s",
        period=number, unit=unit, obligation=topic, is_sure=bool(is_general and is_tied),
    )  # fmt: skip


def _day_due(sentence: Sentence, context: Context, topic: str) -> RuleClaim | None:
    """A State's own day, which follows from the entry into force for it."""
    outline = sentence.outline
    days = [one for one in sentence.signs("D") if _is_usable(sentence.days[one[2]])]
    if (
        len(sentence.states()) != 1
        or len(days) != 1
        or not DUE.search(outline)
        or FURTHER.search(re.sub(r"\b(?:first|initial)\b", "", outline))
    ):
        return None
    if topic == "art7-initial" and not re.search(r"\b(?:initial|first)\b", outline):
        return None
    return _claim(
        sentence, context, 0, days[0][1], Rule.DUE, sentence.days[days[0][2]].wording(), until=sentence.days[days[0][2]],
        obligation=topic, iso3=sentence.states()[0],
    )  # fmt: skip
