"""How many States have joined, are outside, are signatories, have withdrawn, on a day or in a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.days import day_of, settled
from accede.reporting.checker.counting.flows import flow
from accede.reporting.checker.counting.frames import Put, put_in
from accede.reporting.checker.counting.totals import DEFINITE, Scope, scope_of, whole_of
from accede.reporting.checker.reading.days import Lead, told
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.scope import ONE_DAY, When
from accede.reporting.checker.timeline import Measure, Period, Timeline, Value
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts

NEEDS = ("actions", "occasions")
SMALL = 0.5
"""A number below this part of what the register has may count only those that did it lately."""
ANY_UNIVERSE = (187, 200)
"""How many States there are is counted in several ways, all of them between these."""
FEW_DAYS = timedelta(7)
"""A number that no evening of so short a time had was never right in it."""
_NO_WISH = re.compile(r"\b(?:that|which) (?:may|can|could|might)\b|\bcan (?:now |today )?count\b|\bhas yet to\b")
_OCCASION = re.compile(
    r"\b(?:at|in|on|when|within|first|that|ceremony|conference|opening|opened|Ottawa|then|during|initially|"
    r"original\w*)\b(?! all\b)",
    re.IGNORECASE,
)
_OF_UN = re.compile(
    r"\b(?:(?:UN|United Nations) [Mm]embers?\b|[Mm]embers? (?:States? )?of the (?:UN|United Nations)\b|[Mm]ember States\b)"
)
"""Only Members of the United Nations may be counted."""
_JOINED_TO = re.compile(
    r"⟦N(?P<n>\d+)⟧ (?:[\w-]+ ){1,4}(?:(?:to|of) ⟦T\d+⟧ )?(?:and|or|as well as|plus|but also|and also) "
    r"(?:in |to |by |from |the |of )*$"
)
"""A number of States right before another."""
POINTS = (Lead.BY, Lead.AS_OF)
"""Leads of days on which something held, not in which it happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim(Claim):
    """A number of States. `others` are other usual ways of counting what the words say.

    `is_event`: they may count what happened in the days given instead of what held on them; `is_stock`: they count how
    many there are. `whole`: the number of which it is said to be a part. `is_perhaps_part`: it may count a part only.
    """

    measure: Measure
    others: tuple[Measure, ...]
    quantity: Quantity
    when: When | None
    is_ours: bool | None
    is_event: bool = False
    is_stock: bool = True
    is_perhaps_part: bool = False
    whole: int | None = None


def find(sentence: Sentence, context: Context) -> Iterator[CountClaim]:
    """The numbers of States of a sentence, each once."""
    if sentence.language != "en" or is_question(sentence):
        return
    taken: set[int] = set()
    refused: set[int] = set()
    has_joined = False
    # What is left of a number comes after those of which it is left.
    puts = sorted(put_in(sentence.outline), key=lambda put: put.is_rest or put.is_bare)
    for put in puts:
        number = -1 if put.number is None else put.number
        if number in taken or (put.is_weak and number in refused):
            continue
        if put.of.is_event and _names_them_all(sentence, put):
            taken.add(number)
            continue
        is_beside_a_part = _is_beside_a_part(sentence, context, put, puts)
        scope = Scope.PART if is_beside_a_part else scope_of(sentence, context, put)
        if put.is_rest:
            scope = Scope.ALL if has_joined else Scope.PART
        elif put.is_bare and scope is Scope.PERHAPS and has_joined and put.of.measure is Measure.OUTSIDE:
            scope = Scope.ALL
        if scope is Scope.PART:
            refused.add(number)
            continue
        taken.add(number)
        has_joined = has_joined or (put.of.measure is Measure.JOINED and scope is Scope.ALL)
        if claim := _claim(sentence, context, put, scope):
            yield claim


def judge(claim: CountClaim, answers: Answers) -> Judgement:
    """Whether a number was right on its day, by any usual way of counting."""
    if claim.is_ours is None:
        return cannot_tell("It is not clear of which treaty this number is said. Name the treaty in the sentence.")
    if not claim.is_ours:
        return cannot_tell("This number is said of another treaty, of which the register holds no full list of States.")
    when = settled(claim.when, answers)
    if when is None:
        return cannot_tell("The day of this number is not clear. Say as of which day it is meant.")
    timeline = answers.timeline
    if when.last < _first_day(timeline):
        return cannot_tell("The treaty was not yet open for signature then.", _told(timeline, claim.measure, when))
    return _judged(claim, when, timeline, answers)


def _claim(sentence: Sentence, context: Context, put: Put, scope: Scope) -> CountClaim | None:
    match, measure = put.match, put.of.measure
    quantity = _quantity(sentence, put)
    to_number = sentence.outline[: match.start() + match[0].find("⟦N")]
    is_presupposed = match[0].lower().startswith(("⟦n", "the ", "remaining", "other")) and bool(
        DEFINITE.search(to_number)
    )
    if is_conditional(sentence) or (not is_presupposed and is_hedged(_plain(sentence), match.start(), match.end())):
        return None
    is_event = put.of.is_event and not put.is_stock
    when = day_of(sentence, context, match.start(), match.end(), is_event=is_event)
    whole = None if put.is_part else whole_of(sentence, put)
    if measure is Measure.SIGNED and when is not None and _is_of_all_signing(sentence, when):
        when = replace(when, is_sure=True)
    return CountClaim(
        kind=ClaimKind.COUNT,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=f"{quantity.wording()} {measure.label}" + (f", {when.wording()}" if when and not when.meeting else ""),
        spots=(context.spot(sentence, match.start(), match.end()),),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        measure=measure,
        others=_other_ways(put, is_of_un=bool(_OF_UN.search(sentence.outline))),
        quantity=quantity,
        when=when,
        is_ours=context.is_ours(sentence, match.start(), match.end()),
        is_event=is_event,
        is_stock=put.is_stock or bool(re.search(r"\b(?:total|in all|altogether)\b", match[0], re.IGNORECASE)),
        is_perhaps_part=scope is Scope.PERHAPS,
        whole=None if whole is None else int(sentence.numbers[whole].number),
    )


def _is_beside_a_part(sentence: Sentence, context: Context, put: Put, puts: Sequence[Put]) -> bool:
    """Whether a number stands beside one that counts a part: "has members in 103 States Parties and 14 States not party"."""
    if not put.is_weak or put.number is None:
        return False
    joined = _JOINED_TO.search(sentence.outline, 0, sentence.outline.find(f"⟦N{put.number}⟧"))
    if joined is None:
        return False
    others = [scope_of(sentence, context, other) for other in puts if other.number == int(joined["n"])]
    return bool(others) and set(others) == {Scope.PART}


def _names_them_all(sentence: Sentence, put: Put) -> bool:
    """Whether those counted are named in their midst ("one State, Latvia, acceded"): they are told, not the total."""
    listed = re.search(r"⟦L(\d+)⟧", put.match[0])
    return (
        put.number is not None
        and listed is not None
        and len(sentence.lists[int(listed[1])]) == sentence.numbers[put.number].number
    )


def _is_of_all_signing(sentence: Sentence, when: When) -> bool:
    """Whether signatures are told without any time or place: signing is over, so that all of them are meant."""
    return not when.is_sure and not when.meeting and not sentence.signs("D") and not _OCCASION.search(sentence.outline)


def _plain(sentence: Sentence) -> Sentence:
    """The sentence without words that sound like a wish and are none ("the 197 States that may join")."""
    return replace(sentence, outline=_NO_WISH.sub(lambda match: " " * len(match[0]), sentence.outline))


def _quantity(sentence: Sentence, put: Put) -> Quantity:
    """The number said. "From 162 to 164" is said of where it came to."""
    if put.number is None:
        return Quantity(put.unnumbered)
    quantity: Quantity = sentence.numbers[put.number]
    if quantity.bound is Bound.BETWEEN and quantity.upto is not None:
        at = sentence.outline.find(f"⟦N{put.number}⟧")
        if re.search(r"\bfrom $", sentence.outline[:at]):
            return Quantity(quantity.upto)
    return quantity


def _other_ways(put: Put, *, is_of_un: bool) -> tuple[Measure, ...]:
    measure, others = put.of.measure, put.of.others
    words = put.match[0].lower()
    if is_of_un or put.match.groupdict().get("un") or re.search(r"(?:un|united nations) member", words):
        others = (*others, Measure.UN_JOINED if measure is Measure.JOINED else Measure.UN_OUTSIDE)
    if measure is Measure.JOINED:
        if "ratif" in words and not re.search(r"acce(?:d|ss)|join|adher", words):
            others = (*others, Measure.RATIFIED)
        elif re.search(r"acce(?:d|ss)", words) and not re.search(r"ratif|join", words):
            others = (*others, Measure.ACCEDED)
    return others


def _judged(claim: CountClaim, when: When, timeline: Timeline, answers: Answers) -> Judgement:
    ways = (claim.measure, *claim.others)
    first = when.last if when.lead is Lead.SINCE else when.first
    seen = {way: timeline.values(way, first, when.last) for way in ways}
    register = _told(timeline, claim.measure, when)
    for way in ways:
        held = [value for value in seen[way] if claim.quantity.fits(value.counted)]
        if any(value.is_certain for value in held):
            keys = tuple(timeline.took_hold(way, date.min, when.last)[-1:])
            why = (
                ""
                if way is claim.measure
                else (
                    f"Right counting {way.label}; counting {claim.measure.label} it is {_numbers(seen[claim.measure])}."
                )
            )
            return agrees(register, why, keys)
        if held or any(claim.quantity.fits(n) for value in seen[way] for n in range(value.least, value.most + 1)):
            return cannot_tell("The dates held leave this open: " + _open(answers, when.last), register)
    if claim.is_event and _is_of_a_time(claim, when) and (found := _happened(claim, when, ways, timeline)):
        return found
    if any(claim.quantity.fits(value.counted) is None for way in ways for value in seen[way]):
        return cannot_tell(
            f"The register has {_numbers(seen[claim.measure])}; whether that is "
            f"“{claim.quantity.wording()}” is a matter of words.",
            register,
        )
    if claim.measure is Measure.UNIVERSE and ANY_UNIVERSE[0] <= claim.quantity.number <= ANY_UNIVERSE[1]:
        return cannot_tell("How many States there are is counted in several ways. Say of how many States.", register)
    return _otherwise(claim, when, timeline, answers, register)


def _happened(claim: CountClaim, when: When, ways: Sequence[Measure], timeline: Timeline) -> Judgement | None:
    """What the number may count instead: those that did it within the days."""
    starts = {when.first}
    if when.lead is Lead.SINCE and isinstance(claim.when, When) and not claim.when.meeting:
        starts.add(_after(claim.when))
    flows = [flow(way, first, when.last, timeline) for way in ways for first in sorted(starts)]
    for one in flows:
        if claim.quantity.fits(one.least) and one.least == one.most:
            return agrees(f"{one.least} in that time", "", one.keys[-12:])
    if any(claim.quantity.fits(n) is not False for one in flows for n in range(one.least, one.most + 1)):
        return cannot_tell("The dates held leave open how many did so in that time.", f"{flows[0].least} in that time")
    return None


def _is_of_a_time(claim: CountClaim, when: When) -> bool:
    """Whether the number may count what happened then: "at least" may, "fewer than" says too little."""
    if claim.quantity.bound in (Bound.LESS_THAN, Bound.AT_MOST) or when.lead in POINTS:
        return False
    return when.first != when.last or when.lead in (Lead.ON, Lead.SINCE)


def _after(when: When) -> date:
    """The day after "since 2015", where the year itself is not counted."""
    first = when.first
    if (first.month, first.day) == (1, 1):
        return date(first.year + 1, 1, 1)
    return first + ONE_DAY


def _otherwise(claim: CountClaim, when: When, timeline: Timeline, answers: Answers, register: str) -> Judgement:
    """A number that was not right: when it was, and whether that is sure enough to say."""
    if not when.is_sure:
        return cannot_tell(
            "The sentence names several days, or none that is surely that of the number. Say as of which "
            "day it is meant.",
            register,
        )
    if when.last > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", register)
    if claim.is_perhaps_part:
        return cannot_tell("This may count only some of them. Say of which States.", register)
    if claim.is_event and when.lead not in POINTS and when.last - when.first > FEW_DAYS:
        values = timeline.values(claim.measure, when.first, when.last)
        lowest, highest = min(one.counted for one in values), max(one.counted for one in values)
        if lowest < claim.quantity.number < highest:
            return cannot_tell(f"On the way from {lowest} to {highest} in that time; say on which day.", register)
    if when.first == when.last:
        day_before = timeline.value(claim.measure, when.first - ONE_DAY)
        if claim.quantity.fits(day_before.counted):
            return cannot_tell("Right until the day before; the number changed on that very day.", register)
        if not claim.is_stock and when.lead not in POINTS and _is_few(claim, when, timeline):
            return cannot_tell("This may count only those that did so lately. Say since when.", register)
    if claim.measure in (Measure.OUTSIDE, Measure.NON_SIGNATORY) and (why := _other_universe(claim, when, timeline)):
        return cannot_tell(why, register)
    periods = right_when(claim.quantity, claim.measure, claim.others, timeline, when.last)
    why = f"The register has {_numbers(timeline.values(claim.measure, when.first, when.last))}{_by(when)}."
    if claim.is_event and when.first != when.last:
        why += f" {flow(claim.measure, when.first, when.last, timeline).least} did so in that time."
    if periods:
        why += f" {claim.quantity.number:g} was right {periods}."
    return contradicts(register, why, tuple(_between(claim, when, timeline)))


def _is_few(claim: CountClaim, when: When, timeline: Timeline) -> bool:
    """Whether the number is so small that it hardly counts all of them."""
    if claim.measure in (Measure.WITHDRAWN, Measure.SIGNATORY, Measure.NON_SIGNATORY) or (
        not claim.is_event and claim.quantity.bound is not Bound.EXACT
    ):
        return False
    return claim.quantity.number < SMALL * timeline.value(claim.measure, when.last).counted


def right_when(quantity: Quantity, measure: Measure, others: Sequence[Measure], timeline: Timeline, until: date) -> str:
    """When a number was right by each way of counting ("by deposits from ... to ..."); "" for never."""
    if quantity.bound is not Bound.EXACT or quantity.is_share:
        return ""
    number = int(quantity.number)
    clauses = []
    names = {
        Measure.JOINED: "by deposits",
        Measure.IN_FORCE: "in force",
        Measure.OUTSIDE: "by deposits",
        Measure.OUTSIDE_BY_FORCE: "counting from the entry into force",
    }
    for way in (measure, *others):
        periods = timeline.periods(way, number)
        if periods:
            near = [one for one in periods if one.first <= until] or periods[:1]
            label = names.get(way, "" if way is measure else way.label)
            clauses.append(f"{label} {_periods(near)}".strip())
    return ", ".join(clauses)


def _periods(periods: Iterable[Period]) -> str:
    return " and ".join(
        f"from {one.first.isoformat()} to {one.last.isoformat()}" if one.last else f"since {one.first.isoformat()}"
        for one in periods
    )


def _between(claim: CountClaim, when: When, timeline: Timeline) -> list[str]:
    """The actions that came between the time when the number was right and the day it is said of."""
    periods = timeline.periods(claim.measure, int(claim.quantity.number))
    earlier = [one.last for one in periods if one.last and one.last < when.last]
    if earlier:
        return timeline.took_hold(claim.measure, max(earlier), when.last)[:12]
    return timeline.took_hold(claim.measure, date.min, when.last)[-3:]


def unsure_states(on: date) -> int:
    """By how many States the usual counts of all States differed on a day, beside that of UN Members alone."""
    return 2 if on < date(2003, 1, 1) else 1 if on < date(2012, 11, 30) else 0


def _other_universe(claim: CountClaim, when: When, timeline: Timeline) -> str:
    """Whether those outside are right where only UN Members are counted, or one State more or less."""
    if any(claim.quantity.fits(value.counted) for value in timeline.values(Measure.UN_OUTSIDE, when.first, when.last)):
        return "Right where only Members of the United Nations are counted. Say which States are counted."
    if reach := unsure_states(when.first):
        values = timeline.values(claim.measure, when.first, when.last)
        if any(claim.quantity.fits(value.counted + more) for value in values for more in range(-reach, reach + 1)):
            return "How many States there were was counted in several ways then. Say of how many States."
    return ""


def _open(answers: Answers, on: date) -> str:
    why = [
        found.why
        for iso3 in answers.timeline.states
        if (found := answers.timeline.standing(iso3, on)) is not None and found.is_uncertain
    ]
    return " ".join(why) or "the day of an action is not known."


def _numbers(values: Sequence[Value]) -> str:
    numbers = [value.counted for value in values]
    return str(numbers[0]) if len(set(numbers)) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _by(when: When) -> str:
    return "" if when.first == when.last else f" in {when.wording()}"


def _told(timeline: Timeline, measure: Measure, when: When) -> str:
    """What the register has on the day, by the usual ways of counting."""
    on = when.last
    if measure in (Measure.JOINED, Measure.IN_FORCE):
        joined, force = timeline.value(Measure.JOINED, on), timeline.value(Measure.IN_FORCE, on)
        told_of = (
            f"{joined.counted} joined and in force"
            if joined == force
            else f"{joined.counted} joined, {force.counted} in force"
        )
        return f"{told_of} on {told(on)}"
    return f"{timeline.value(measure, on).counted} {measure.label} on {told(on)}"


def _first_day(timeline: Timeline) -> date:
    opened = timeline.treaty.dates.opened
    return opened.earliest if opened and opened.earliest else date.min
