"""Where the States of a region or group stand: which of them are outside, who is the only one, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.days import settled
from accede.reporting.checker.kinds.standing import Stands, stood
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.reading.groups import GROUPS, Group, groups_in
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.scope import When, when_it_stood
from accede.reporting.checker.values import (
    ANOTHER_TREATY,
    TREATY_UNCLEAR,
    Claim,
    ClaimKind,
    Judgement,
    Verdict,
    agrees,
    cannot_tell,
    contradicts,
)

NEEDS = ("actions", "occasions")
_Q = r"⟦Q(?P<q>\d+)_*⟧"
_T = r"(?: (?:to|of|from|outside(?: of)?|with|in)? ?⟦T\d+⟧| it\b)?"
_ADV = r"(?:(?:still|currently|now|today|also|all|as yet|so far|to date|yet|at present|already|meanwhile|⟦D\d+⟧),? )*"
_JOIN = (
    r"(?:join(?:ed)?|ratif(?:y|ied)|acced(?:e|ed)(?: to)?|become (?:a )?(?:[Ss]tates? )?[Pp]art(?:y|"
    r"ies)(?: to)?|adhered?(?: to)?|done so|sign(?:ed)? up(?: to)?)"
)
_ARE = r"(?:is|are|was|were)"
_HAVE = r"(?:has|have|had)"
JOINED = (
    rf"(?:{_HAVE} {_ADV}{_JOIN}{_T}|(?:joined|ratified){_T}|"
    rf"{_ARE} {_ADV}(?:an? )?(?:full )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|[Mm]embers?|bound)"
    rf"(?: by)?{_T}|{_ARE} on board|belongs? to ⟦T\d+⟧|{_HAVE} {_ADV}embraced ⟦T\d+⟧)"
)
OUT = (
    rf"(?:{_HAVE} {_ADV}(?:not(?: yet)?|never|yet to|still to|neither signed nor) {_ADV}{_JOIN}(?: (?:or|"
    rf"nor) {_JOIN})?{_T}|"
    rf"(?:{_ARE}|remains?|remained|stays?|stayed|stands?|stood) {_ADV}(?:outside(?: of)?{_T}|"
    rf"not (?:yet )?(?:an? )?(?:[Ss]tates? )?"
    rf"[Pp]art(?:y|ies){_T}|(?:an? )?(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|"
    rf"[Nn]on-(?:[Ss]tates? )?[Pp]art(?:y|ies)){_T}|"
    rf"(?:yet|still) to {_JOIN}{_T}|missing(?: from ⟦T\d+⟧)?|absent from ⟦T\d+⟧)|(?:still )?outside(?: of)?{_T}|"
    rf"not (?:yet )?[Pp]arty{_T}|"
    rf"(?:yet|still) to {_JOIN}{_T})"
)
_NOUN = r"(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Mm]ember(?:s| [Ss]tates?| countries)?|[Oo]nes?)"
_Q_B, _Q_C = _Q.replace("<q>", "<q_b>"), _Q.replace("<q>", "<q_c>")
_MEMBERS = (
    rf"{_NOUN} (?:of|in|from|within) (?:the )?{_Q}(?: region)?|"
    rf"(?:the )?{_Q_B}(?:['’]s?)?(?: (?:[Rr]egion['’]s|[Gg]roup['’]s))? {_NOUN}"
)
OF_Q = rf"(?:{_MEMBERS}|(?:the )?{_Q_C})"
_L = r"(?:the )?⟦L(?P<l>\d+)⟧"
_EXCEPT = (
    r"(?:except(?:ing)?(?: for)?|apart from|aside from|[Ww]ith the (?:sole |only )?exceptions? of|other than|"
    r"but(?: for)?|save(?: for)?|"
    r"excluding|barring|bar)(?: only)?(?: ⟦N\d+⟧(?: of them)?(?: ?[:,(–—-] ?| ?, namely,? ))?"
)
_EVERY = r"\b(?:[Aa]ll|[Ee]very|[Ee]ach)(?: single)?(?: of)?(?: the)?(?: ⟦N\d+⟧)?(?: other)?"
_ONLY = r"(?:[Tt]he )?(?:only|sole|last|remaining|lone)(?: ⟦N\d+⟧)?(?: remaining)?"
WHOLE = tuple(
    Late(words)
    for words in (
        rf"{_EVERY} {OF_Q},? {_ADV}{JOINED}(?:,? ?⟦D\d+⟧)?,? {_EXCEPT} {_L}",
        rf"{_EVERY} {OF_Q},? (?:\()?{_EXCEPT} {_L}(?:\)|,)? {_ADV}{JOINED}",
        rf"{_EXCEPT.replace('(?:except', '(?:Except|except').replace('|apart', '|Apart|apart')} {_L},? (?:all|"
        rf"every|each)(?: of)?(?: the)?(?: ⟦N\d+⟧)? {OF_Q} {_ADV}{JOINED}",
        rf"(?:^\W*|[,;:] |⟦D\d+⟧,? |\bthat )(?:[Tt]he )?(?:whole |"
        rf"entire )?{_Q}(?: States)?,? {_ADV}{JOINED}(?: as a whole| in full| completely|"
        rf" entirely)?,? {_EXCEPT} {_L}",
        rf"\b{_ONLY} {OF_Q} (?:(?:that|which|who) )?{_ADV}{OUT},? (?:is|are|was|were|remains?):? {_L}",
        rf"{_L},? (?:is|are|was|were|remains?) {_ADV}{_ONLY} {OF_Q} (?:(?:that|which|who|"
        rf"to) )?{_ADV}(?:remain )?{OUT}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}(?:only|just) {_L} {_ADV}{OUT}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}(?:only |just )?⟦N\d+⟧(?: {_NOUN})?(?: [–—-]|,| \() {_L}(?: [–—-]|,|"
        rf"\)) {_ADV}{OUT}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}(?:only |just )?⟦N\d+⟧(?: {_NOUN})? {_ADV}{OUT}(?: ?:| [–—-]| \(|"
        rf", namely,?) {_L}",
        rf"\b[Oo]nly {_L} (?:in|among|from) (?:the )?{_Q} {_ADV}{OUT}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}(?:all|every|everyone|everybody) (?:but|except) {_L} {_ADV}{JOINED}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}{_ONLY} {_NOUN} (?:(?:that|which|who) )?{_ADV}{OUT} (?:is|are|was|"
        rf"were):? {_L}",
        rf"\b[Oo]f (?:all )?(?:the )?(?:⟦N\d+⟧ )?{OF_Q},? {_ADV}only {_L} {_ADV}{OUT}",
    )
)
PARTLY = tuple(
    Late(words)
    for words in (
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}{_L} {_ADV}{OUT}",
        rf"{_L} {_ADV}{OUT} in (?:the )?{_Q}",
        rf"^\W*(?:[Tt]he )?{_Q}: {_L} {_ADV}{OUT}",
    )
)
EVERY_ONE = Late(
    rf"{_EVERY} {OF_Q},? {_ADV}{JOINED}(?!,? ?(?:⟦D\d+⟧,? )?{_EXCEPT})(?=\s*(?:$|[.,;:)!]|⟦D|\band\b|\bby\b))"
)
COUNTED = tuple(
    (stands, Late(words))
    for stands, said in ((Stands.PARTY, JOINED), (Stands.NOT_PARTY, OUT))
    for words in (
        rf"⟦N(?P<n>\d+)⟧ (?:of the ⟦N\d+⟧ )?(?:{_MEMBERS}) (?:(?:that|which) )?{_ADV}{said}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}⟦N(?P<n>\d+)⟧(?: {_NOUN})? {_ADV}{said}",
    )
)
NONE_OF = tuple(
    Late(words)
    for words in (
        rf"\b(?:[Nn]one of|[Nn]ot one of|[Nn]o)(?: the| its)?(?: ⟦N\d+⟧)? {OF_Q} {_ADV}{JOINED}",
        rf"\b[Ii]n (?:the )?{_Q},? {_ADV}(?:none of|not one of|no)(?: the| its)?(?: ⟦N\d+⟧)? {_NOUN} {_ADV}{JOINED}",
    )
)
LAST_OF = tuple(
    Late(words)
    for words in (
        rf"\b(?:[Aa]mong|[Oo]f|[Ii]n|[Ww]ithin)(?: all)?(?: the)?(?: ⟦N\d+⟧)? {OF_Q},? {_ADV}{_L} (?:was|were|"
        rf"became|is|are) (?:the )?"
        rf"(?P<place>last|first|⟦O\d+⟧)(?: {_NOUN})? to (?:have )?{_JOIN}",
        rf"{_L},? (?:was|were|became|is|are|as) (?:the )?(?P<place>last|first|⟦O\d+⟧) {OF_Q} to (?:have )?{_JOIN}",
        rf"\b[Tt]he (?P<place>last|first|⟦O\d+⟧) {OF_Q} to (?:have )?{_JOIN}{_T} (?:was|were|is|are) {_L}",
    )
)
ALL_BUT = Late(rf"\b(?:[Aa]ll|[Ee]very one) but ⟦N(?P<n>\d+)⟧(?: of)?(?: the)? {OF_Q} {_ADV}{JOINED}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalClaim(Claim):
    """States of a group and where they stand: all of them but these, these alone, or so many."""

    group: int
    states: tuple[str, ...]
    is_whole: bool
    stands: Stands
    number: Quantity | None
    when: When | None
    is_ours: bool | None
    on: date
    """The day on which it is said."""
    place: int = 0
    """1 for the first of the group to join, -1 for the last."""


def find(sentence: Sentence, context: Context) -> Iterator[RegionalClaim]:
    """What a sentence says of the States of a group."""
    if sentence.language != "en" or is_question(sentence):
        return
    outline = _masked(sentence.outline)
    if outline == sentence.outline:
        return
    taken: list[tuple[int, int]] = []
    for pattern, stands, is_whole in (
        *((one, Stands.NOT_PARTY, True) for one in WHOLE),
        *((one, Stands.NOT_PARTY, False) for one in PARTLY),
        (EVERY_ONE, Stands.NOT_PARTY, True),
        *((one, stands, True) for stands, one in COUNTED),
        (ALL_BUT, Stands.NOT_PARTY, True),
        *((one, Stands.PARTY, True) for one in (*NONE_OF, *LAST_OF)),
    ):
        for match in pattern.finditer(outline):
            start, end = match.span()
            if any(start < other and end > one for one, other in taken) or is_hedged(sentence, start, end):
                continue
            place = match.groupdict().get("place") or ""
            if place.startswith("⟦") and sentence.ordinals[int(place[2:-1])] != 1:
                continue
            taken.append((start, end))
            yield _claim(sentence, context, match, stands, is_whole=is_whole)


def judge(claim: RegionalClaim, answers: Answers) -> Judgement:
    """Whether these are outside, and, where no other of the group is said to be, that none is missing."""
    if claim.is_ours is None:
        return cannot_tell(TREATY_UNCLEAR)
    if not claim.is_ours:
        return cannot_tell(ANOTHER_TREATY)
    group = GROUPS[claim.group]
    when = settled(claim.when, answers)
    if when is None or when.first < group.since:
        return cannot_tell("The day of this is not clear. Say as of which day it is meant.")
    states = answers.timeline.states
    members = group.members(states)
    if claim.place:
        return _placed(claim, group, replace(when, last=max(when.last, claim.on)), answers)
    if claim.number is not None:
        return _counted(claim, claim.number, group, when, answers)
    strangers = [iso3 for iso3 in claim.states if not group.may_hold(iso3, states)]
    judged = {iso3: stood(iso3, Stands.NOT_PARTY, when, answers) for iso3 in claim.states}
    wrong = [iso3 for iso3, one in judged.items() if one.verdict is Verdict.CONTRADICTS]
    missing = [iso3 for iso3 in sorted(members) if iso3 not in claim.states and _is_outside(iso3, when, answers)]
    if wrong:
        keys = tuple(key for iso3 in wrong for key in judged[iso3].evidence)
        return contradicts(f"{len(wrong)} of them joined", " ".join(judged[iso3].why for iso3 in wrong[:4]), keys[:8])
    if strangers:
        return cannot_tell(f"Whether {answers.names(strangers)} is counted in {group.name} is not held.")
    if claim.is_whole and missing:
        register = f"also outside in {group.name}: {answers.names(missing)}"
        if when.last > answers.horizon or not when.is_sure or when.first != when.last:
            return cannot_tell(f"Left out: {answers.names(missing)}; say as of which day it is meant.", register)
        return contradicts(register, f"Also outside on {told(when.last)}: {answers.names(missing)}.")
    unclear = [iso3 for iso3, one in judged.items() if one.verdict is Verdict.CANNOT_TELL]
    if unclear:
        return cannot_tell(judged[unclear[0]].why, "", judged[unclear[0]].evidence)
    perhaps = [iso3 for iso3 in group.perhaps.split() if iso3 not in claim.states and _is_outside(iso3, when, answers)]
    if claim.is_whole and perhaps:
        return cannot_tell(f"Whether {answers.names(perhaps)} is counted in {group.name} is not held.")
    return agrees(f"so in {group.name} on {told(when.last)}")


def _counted(claim: RegionalClaim, number: Quantity, group: Group, when: When, answers: Answers) -> Judgement:
    members = group.members(answers.timeline.states)
    perhaps = [iso3 for iso3 in group.perhaps.split() if answers.timeline.standing(iso3, when.last) is not None]
    numbers: set[int] = set()
    for day in {when.first, when.last}:
        found = [answers.timeline.standing(iso3, day) for iso3 in sorted(members)]
        held = [one for one in found if one is not None]
        if any(one.is_uncertain for one in held):
            return cannot_tell("The dates held leave this open.")
        joined = {sum(one.standing.has_joined for one in held), sum(one.standing.value == "in_force" for one in held)}
        numbers |= joined if claim.stands is Stands.PARTY else {len(held) - each for each in joined}
    register = f"{' or '.join(map(str, sorted(numbers)))} in {group.name} on {told(when.last)}"
    if any(number.fits(each) for each in numbers):
        return agrees(register) if not perhaps else cannot_tell("Who belongs to it is not held to the State.", register)
    if perhaps or not when.is_sure or when.last > answers.horizon or any(number.fits(each) is None for each in numbers):
        return cannot_tell("Who belongs to it, or the day, is not clear.", register)
    return contradicts(register, f"The register has {register}.")


def _is_outside(iso3: str, when: When, answers: Answers) -> bool:
    found = answers.timeline.standing(iso3, when.last)
    return found is not None and not found.is_uncertain and not found.standing.has_joined


def _placed(claim: RegionalClaim, group: Group, when: When, answers: Answers) -> Judgement:
    """Whether a State was the first, or the last, of its group to join by a day."""
    members = group.members(answers.timeline.states)
    order = [one for one in answers.timeline.joined_in_order if one[2] in members and one[0] <= when.last]
    if len(claim.states) != 1 or claim.states[0] not in members or not order:
        return cannot_tell(f"Who is counted in {group.name} is not held to the State.")
    earliest, latest = next(((a, b) for a, b, iso3, _ in order if iso3 == claim.states[0]), (None, None))
    if earliest is None or latest is None:
        return contradicts("has not joined", f"{answers.name(claim.states[0])} had not joined.")
    others = [one for one in order if one[2] != claim.states[0]]
    before = [one for one in others if (one[1] < earliest if claim.place > 0 else one[0] > latest)]
    perhaps = [one for one in others if (one[0] <= latest if claim.place > 0 else one[1] >= earliest)]
    if not before and (not perhaps or all(one[:2] == (earliest, latest) for one in perhaps)) and not group.perhaps:
        return agrees(f"so in {group.name}, on {told(latest)}")
    if not before or not when.is_sure:
        return cannot_tell("It depends on who is counted, or on the day.")
    named = ", ".join(f"{answers.name(iso3)} ({told(day)})" for _, day, iso3, _ in before[:4])
    return contradicts(named, f"{'Before' if claim.place > 0 else 'After'} it joined {named}.")


def _number(sentence: Sentence, match: re.Match[str]) -> Quantity | None:
    """The number of States that is told; nought of "none"."""
    if any(match.re is one.pattern for one in NONE_OF):
        return Quantity(0)
    named = match.groupdict().get("n")
    return sentence.numbers[int(named)] if named else None


def _masked(outline: str) -> str:
    """The outline with groups as signs as long as their names, so that places stay what they are."""
    for start, end, group in groups_in(outline):
        sign = f"⟦Q{GROUPS.index(group)}"
        if end - start > len(sign):
            outline = outline[:start] + sign + "_" * (end - start - len(sign) - 1) + "⟧" + outline[end:]
    return outline


def _claim(
    sentence: Sentence, context: Context, match: re.Match[str], stands: Stands, *, is_whole: bool
) -> RegionalClaim:
    groups = match.groupdict()
    name = next(name for name in ("q", "q_b", "q_c") if groups.get(name))
    group = int(groups[name])
    states = tuple(dict.fromkeys(one.iso3 for one in sentence.lists[int(groups["l"])])) if groups.get("l") else ()
    start, end = match.span()
    when = when_it_stood(sentence, context, start, end)
    return RegionalClaim(
        kind=ClaimKind.LIST,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{GROUPS[group].name}, {stands.label}: {', '.join(states) or 'a number or none'}",
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        group=group,
        states=states,
        is_whole=is_whole,
        stands=stands,
        number=_number(sentence, match),
        on=context.said_on,
        place=0 if not groups.get("place") else -1 if groups["place"] == "last" else 1,
        when=when,
        is_ours=context.is_ours(sentence, start, end),
    )
