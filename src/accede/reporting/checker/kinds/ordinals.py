"""The place of a State in the order of joining or signing: "the 162nd State Party", "the first to ratify since ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accede.register.rules import Bounds
from accede.register.standing import Effect
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.acts_held import is_decided
from accede.reporting.checker.kinds.first_since import GROUP, is_of_a_group, starts_here
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.timeline import Measure
from accede.reporting.checker.values import (
    ANOTHER_TREATY,
    TREATY_UNCLEAR,
    Claim,
    ClaimKind,
    Judgement,
    agrees,
    cannot_tell,
    contradicts,
)
from accede.vocabulary.label import Labelled
from accede.vocabulary.treaty_actions import ACCEDING, TreatyActionKind

NEEDS = ("actions", "occasions")


class Order(Labelled):
    """What is put in order."""

    JOINED = "joined", "to join"
    SIGNED = "signed", "to sign"
    LEFT = "left", "to withdraw"


STATE = r"(?:(?:\w+ )?(?:[Ss]tates?|[Cc]ountry|[Nn]ation|[Gg]overnment|[Mm]ember) ?)"
TO = (
    r"(?P<to>to (?:formally )?(?:join|bind itself|commit itself|say yes|be bound|embrace|ratify|accede|adhere|"
    r"become (?:a )?(?:[Ss]tate )?party|deposit|accept|"
    r"sign|withdraw|leave|do so|be bound|ban|outlaw|renounce)|(?:formally )?(?:committed|bound|"
    r"party)\b|[Ss]ignatory)"
)
PARTY = r"(?:[Ss]tate[- ])?[Pp]arty\b|(?:[Ss]tate|[Cc]ountry) (?:party|[Pp]arty)|[Mm]ember\b"
SAID_OF = Late(
    rf"⟦L(?P<l>\d+)⟧(?: (?=⟦O)|(?:(?!⟦L)[^.;:]){{0,160}}?(?:\b(?:became|becomes|becoming|become|is|was|are|were|"
    rf"has become|have become|had become|"
    r"(?:making|makes|made) (?:it|the country)|(?:brought|brings|bringing|gave|gives|giving) ⟦T\d+⟧|"
    r"as|being|thus|now|to be)|,|-|–) (?:thereby |thus |now )?(?:the |"
    rf"its )?)⟦O(?P<o>\d+)⟧ "
    rf"(?:{STATE}?(?:{TO}|{PARTY})|{STATE}(?=[,.;)]|$))"
)
SAID_BEFORE = Late(
    rf"\b(?:[Tt]he |[Aa]s the )⟦O(?P<o>\d+)⟧ {STATE}?(?:{TO}|{PARTY})(?: (?:to|of) ⟦T\d+⟧|"
    rf" ⟦T\d+⟧)?,? (?:(?:is|was|became|will be|being) )?⟦L(?P<l>\d+)⟧"
)
INSTRUMENT = Late(
    r"⟦L(?P<l>\d+)⟧['’]s? (?:accession|ratification|instrument(?: of \w+)?|deposit)(?:[^.;⟦]|⟦[DT]\d+⟧){0,60}?\b"
    r"(?:was|is|became|being) the ⟦O(?P<o>\d+)⟧(?: (?:ratification|accession|instrument|"
    r"deposit))?"
    r"|\b[Tt]he ⟦O(?P<o_b>\d+)⟧ (?:ratification|instrument(?: of (?:ratification|accession))?|deposit|"
    r"accession)(?: (?:was|by|of|came from|from|that of)){1,3} ⟦L(?P<l_b>\d+)⟧"
)
NUMBERED = re.compile(
    r"⟦L(?P<l>\d+)⟧,? (?:(?:is|was|has|had|become|became|becomes|as|thus|now|just|today|⟦D\d+⟧),? )*"
    r"(?:[Ss]tate |[Cc]ountry |[Mm]ember |[Pp]arty )?(?:number|[Nn]o\.) (?:(?P<number>\d{1,3})|"
    r"⟦N(?P<n>\d+)⟧)(?=[,.;: )!]|$)(?! ⟦L)"
)
"""A place told as a number."""
GAPPED = re.compile(r"[,;] (?:and )?(?:then )?⟦L(?P<l>\d+)⟧ (?:as )?the ⟦O(?P<o>\d+)⟧(?= ⟦D|[,.;]| and\b)")
"""A further State with its place and no verb of its own."""
IN_BRACKETS = Late(rf"⟦O(?P<o>\d+)⟧ (?:{STATE}?(?:{TO}|{PARTY})|{STATE}\W*$)")
WITH_IT = Late(
    rf"\b[Ww]ith ⟦L(?P<l>\d+)⟧(?:['’]s? \w+)?,? ⟦T\d+⟧ (?:\w+ ){{1,2}}its ⟦O(?P<o>\d+)⟧ {STATE}?(?:{PARTY}|{STATE})"
)
WELCOMED = Late(
    rf"\bthe ⟦O(?P<o>\d+)⟧ {STATE}?(?:{TO}|{PARTY})(?: (?:to|of) ⟦T\d+⟧| ⟦T\d+⟧)?: (?:welcome,? "
    rf"|it is )?⟦L(?P<l>\d+)⟧"
)
IT_IS = Late(
    rf"^\W*(?:[Ii]t|[Tt]he country|[Tt]his|[Tt]hat|[Tt]hereby it) (?:is|was|became|becomes|thus "
    rf"became|thereby became) (?:thus )?the ⟦O(?P<o>\d+)⟧ {STATE}?(?:{TO}|{PARTY})"
)
"""Of the State that the sentence before spoke of."""
OF_A_TIME = Late(
    r"(?: (?:to )?⟦T\d+⟧)?,? (?:under (?!⟦)|during |following |within |on (?:his|her|its|our|their) |(?:that|this|"
    r"the same) (?:year|month|week|"
    r"day|summer|spring|autumn|winter)|in (?:that|this|its|his|her|our|a|the (?!world|United|law|same manner)) )"
)
"""Behind a place: it is one within a time ("the first State to join under our presidency")."""
REACHED = Late(
    r"\b[Tt]he ⟦O(?P<o>\d+)⟧ (?:instrument(?: of (?:ratification|accession)(?:[^.;⟦]){0,60})?|ratification|"
    r"deposit)(?:[^.;⟦]){0,60}?\b(?:was|took place|came|were)?(?: deposited| received| made)? ?⟦D(?P<d>\d+)⟧"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalClaim(Claim):
    """A State and its place. `first` to `last` are the days of a place without a State."""

    iso3: str
    place: int
    order: Order
    is_ours: bool | None
    act: str = ""
    """The kind of action named, which may be counted alone: accession, ratification."""
    is_of_parties: bool = False
    """Whether it is called a State Party, which may count from the entry into force; joining counts deposits."""
    first: date | None = None
    last: date | None = None


def find(sentence: Sentence, context: Context) -> Iterator[OrdinalClaim]:
    """The places that a sentence gives to States."""
    if sentence.language != "en" or is_question(sentence):
        return
    seen: set[int] = set()
    if sentence.ordinals:
        for match, iso3s in _placed(sentence, context):
            place = int(match.groupdict().get("o") or match["o_b"])
            if place not in seen and not _is_narrowed(sentence, match) and not starts_here(sentence, place):
                seen.add(place)
                yield from _claim(sentence, context, match, iso3s, sentence.ordinals[place])
        yield from _in_brackets(sentence, context)
        for match in REACHED.finditer(sentence.outline):
            place = int(match["o"])
            if place not in seen:
                seen.add(place)
                yield from _claim(sentence, context, match, ("",), sentence.ordinals[place], day=int(match["d"]))
    for match in NUMBERED.finditer(sentence.outline):
        number = int(match["number"]) if match["number"] else int(sentence.numbers[int(match["n"])].number)
        before = context.earlier[-1].outline if context.earlier else ""
        if re.search(r"\b(?:join|acce|ratif|deposit|[Pp]art(?:y|ies)|ban)|⟦T", before + sentence.outline) and number:
            seen.add(-1)
            yield from _claim(sentence, context, match, _listed(sentence, match["l"]), number)
    if seen:
        for match in GAPPED.finditer(sentence.outline):
            if int(match["o"]) not in seen:
                yield from _claim(
                    sentence, context, match, _listed(sentence, match["l"]), sentence.ordinals[int(match["o"])]
                )


def _placed(sentence: Sentence, context: Context) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Each ordinal with the States it is said of."""
    for pattern in (SAID_OF, SAID_BEFORE, INSTRUMENT, WITH_IT, WELCOMED):
        for match in pattern.finditer(sentence.outline):
            groups = match.groupdict()
            yield match, _listed(sentence, groups["l"] or groups["l_b"])
    before = context.earlier[-1].states() if context.earlier else ()
    it_is = IT_IS.search(sentence.outline)
    if it_is and len(before) == 1 and "⟦L" not in sentence.outline:
        yield it_is, before


def _in_brackets(sentence: Sentence, context: Context) -> Iterator[OrdinalClaim]:
    """The places in the brackets after States ("Iraq (155th State Party)")."""
    for start, end, listed in sentence.signs("L"):
        for state in sentence.lists[listed]:
            match = IN_BRACKETS.search(state.remark)
            if match and not is_hedged(sentence, start, end) and not GROUP.search(state.remark):
                yield _made(
                    sentence, context, (start, end), state.iso3, sentence.ordinals[int(match["o"])], Order.JOINED
                )


def _listed(sentence: Sentence, sign: str) -> tuple[str, ...]:
    return tuple(one.iso3 for one in sentence.lists[int(sign)])


def judge(claim: OrdinalClaim, answers: Answers) -> Judgement:
    """Whether the place is the State's, by deposits or from the entry into force, or the number of States Parties then."""
    if claim.is_ours is None:
        return cannot_tell(TREATY_UNCLEAR)
    if not claim.is_ours:
        return cannot_tell(ANOTHER_TREATY)
    if not claim.iso3:
        return _reached(claim, answers)
    match claim.order:
        case Order.SIGNED:
            return _ranked(claim, answers, _signings(answers), "signed")
        case Order.LEFT:
            return _ranked(claim, answers, _leavings(answers), "withdrew")
        case _:
            return _joined(claim, answers)


def _claim(
    sentence: Sentence,
    context: Context,
    match: re.Match[str],
    states: tuple[str, ...],
    number: int,
    *,
    day: int | None = None,
) -> Iterator[OrdinalClaim]:
    if is_hedged(sentence, match.start(), match.end()):
        return
    words = (match.groupdict().get("to") or "").lower()
    order = Order.SIGNED if "sign" in words else Order.LEFT if re.search("withdraw|leave", words) else Order.JOINED
    told_day = sentence.days[day] if day is not None else None
    words_of = match[0] + sentence.outline[match.end() : match.end() + 12]
    acts = [act for part, act in (("acce", "accession"), ("ratif", "ratification")) if part in words_of]
    if len(states) > 1 and number != 1:
        return
    for iso3 in states:
        yield _made(
            sentence, context, match.span(), iso3, number, order, act=acts[0] if len(acts) == 1 else "",
            is_of_parties=bool(re.search(PARTY, match[0])), first=told_day.first if told_day else None,
            last=told_day.last if told_day else None,
        )  # fmt: skip


def _made(
    sentence: Sentence, context: Context, place: tuple[int, int], iso3: str, number: int, order: Order, *,
    act: str = "", is_of_parties: bool = True, first: date | None = None, last: date | None = None,
) -> OrdinalClaim:  # fmt: skip
    return OrdinalClaim(
        kind=ClaimKind.ORDINAL,
        where=context.passage.where,
        text=sentence.words(*place),
        stated=f"{iso3} {number}{_suffix(number)} {order.label}",
        spots=(context.spot(sentence, *place),),
        is_by_others=is_by_others(sentence, *place),
        iso3=iso3,
        place=number,
        order=order,
        is_ours=context.is_ours(sentence, *place),
        act=act,
        is_of_parties=is_of_parties,
        first=first,
        last=last,
    )


def _is_narrowed(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it is a place within a group ("the first State in Asia to join")."""
    after = sentence.outline[match.end() : match.end() + 60]
    inside = re.sub(r"⟦[A-Z]\d+⟧", "", match[0])
    if OF_A_TIME.match(sentence.outline, match.end()):
        return True
    if is_of_a_group(re.sub(r"⟦[A-Z]\d+⟧", "", sentence.outline[: match.start()])):
        return True
    return bool(GROUP.search(inside)) or bool(re.match(r"[^,.;]{0,20}(?:" + GROUP.source + ")", after))


def _joined(claim: OrdinalClaim, answers: Answers) -> Judgement:
    timeline = answers.timeline
    held = [one for one in timeline.effects_of(claim.iso3) if one.kind.expresses_consent]
    name = answers.name(claim.iso3)
    if not held:
        return contradicts(f"{name} has not joined", f"{name} has not joined.", ())
    effect = held[0]
    keys = (effect.key,)
    order = [(earliest, latest) for earliest, latest, _, _ in timeline.joined_in_order]
    if effect.done is None:
        return cannot_tell("The day of its deposit is not held.", "", keys)
    places = _places(effect.done, order)
    first, last = places.start, places.stop - 1
    number = {
        timeline.value(Measure.JOINED, effect.done.latest).counted,
        timeline.value(Measure.JOINED, effect.done.earliest).counted,
    }
    by_force = _by_force(answers, claim.iso3)
    register = f"{_ranges(first, last)} by deposits"
    if claim.place in places:
        return (
            agrees(register, "", keys)
            if effect.done.is_known
            else cannot_tell("The day of its deposit is known only roughly.", register, keys)
        )
    if claim.place in _places_of_kind(claim, answers, effect):
        return agrees(register, f"Right among those that joined by {claim.act} alone.", keys)
    if claim.place in number:
        return agrees(register, f"Right as the number of States that had joined then ({claim.place}).", keys)
    if claim.is_of_parties and by_force and by_force[0] <= claim.place <= by_force[1] <= by_force[0] + 2:
        if by_force[0] == by_force[1]:
            return agrees(register, "Right by the order of entry into force.", keys)
        return cannot_tell(
            "It is in force for several States since the same day. Say whether deposits are counted.", register, keys
        )
    topic = timeline.topics.get(effect.key)
    others = [Bounds.of(other.fact.deposited) for other in (topic.contradict if topic else ()) if other.fact.deposited]
    if not is_decided(answers, effect) and any(claim.place in _places(day, order) for day in others):
        return cannot_tell("The day of its deposit is disputed or known only roughly.", register, keys)
    return contradicts(
        register,
        f"{name} was the {register}: {effect.kind.label} on {told(effect.done.latest)}.",
        keys,
    )


def _places(day: Bounds, order: Sequence[tuple[date, date]]) -> range:
    """The places that a day may have in an order of days; one that is held itself counts once."""
    first = 1 + sum(latest < day.earliest for _, latest in order)
    return range(first, 1 + max(first, sum(earliest <= day.latest for earliest, _ in order)))


def _places_of_kind(claim: OrdinalClaim, answers: Answers, own: Effect) -> range:
    """The places of a State among those that joined by the kind of action named; none where it joined by another."""
    if not claim.act or own.done is None or (own.kind in ACCEDING) != (claim.act == "accession"):
        return range(0)
    days = [
        held.done
        for iso3 in answers.timeline.states
        for held in [each for each in answers.timeline.effects_of(iso3) if each.kind.expresses_consent][:1]
        if held.done and (held.kind in ACCEDING) == (own.kind in ACCEDING)
    ]
    first = 1 + sum(day.latest < own.done.earliest for day in days)
    return range(first, 1 + sum(day.earliest <= own.done.latest for day in days))


def _by_force(answers: Answers, iso3: str) -> tuple[int, int] | None:
    """The places of a State by the order of entry into force."""
    days = {
        state: effect.effective.latest
        for state in answers.timeline.states
        for effect in answers.timeline.effects_of(state)
        if effect.kind.expresses_consent and effect.effective
    }
    own = days.get(iso3)
    if own is None:
        return None
    return 1 + sum(day < own for day in days.values()), sum(day <= own for day in days.values())


def _ranked(claim: OrdinalClaim, answers: Answers, days: dict[str, Bounds], what: str) -> Judgement:
    own = days.get(claim.iso3)
    name = answers.name(claim.iso3)
    if own is None:
        return cannot_tell(f"The register does not hold when {name} {what}.")
    first = 1 + sum(day.latest < own.earliest for day in days.values())
    last = sum(day.earliest <= own.latest for day in days.values())
    register = f"{_ranges(first, last)}: {what} on {told(own.latest)}"
    if first <= claim.place <= last:
        return agrees(register)
    return contradicts(register, f"{name} is {register}.")


def _signings(answers: Answers) -> dict[str, Bounds]:
    return {
        iso3: effect.done
        for iso3 in answers.timeline.states
        for effect in answers.timeline.effects_of(iso3)
        if effect.kind is TreatyActionKind.SIGNATURE and effect.done
    }


def _leavings(answers: Answers) -> dict[str, Bounds]:
    return {
        iso3: effect.effective
        for iso3 in answers.timeline.states
        for effect in answers.timeline.effects_of(iso3)
        if effect.kind is TreatyActionKind.WITHDRAWAL and effect.effective
    }


def _reached(claim: OrdinalClaim, answers: Answers) -> Judgement:
    """The day of the fortieth instrument, and the like."""
    order = answers.timeline.joined_in_order
    if claim.first is None or claim.last is None or not 1 <= claim.place <= len(order):
        return cannot_tell("The register does not hold so many instruments.")
    earliest, latest, _, key = order[claim.place - 1]
    if claim.first <= earliest and latest <= claim.last:
        return agrees(f"deposited on {told(latest)}", "", (key,))
    if earliest != latest:
        return cannot_tell("The day is known only roughly.", "", (key,))
    return contradicts(
        f"deposited on {told(latest)}",
        f"The {claim.place}{_suffix(claim.place)} instrument was deposited on {told(latest)}.",
        (key,),
    )


def _ranges(first: int, last: int) -> str:
    return (
        f"{first}{_suffix(first)}"
        if first == last
        else f"{first}{_suffix(first)} to {last}{_suffix(last)}, on the same day"
    )


def _suffix(number: int) -> str:
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
