"""The first State to join since another or in so many years, and the last one to have joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead, told
from accede.reporting.checker.reading.groups import groups_in
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
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
from accede.vocabulary.treaty_actions import ACCEDING

NEEDS = ("actions", "occasions")
NEAR = 0.3
"""Years: what people round."""
_NOUN = r"(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Gg]overnments?)"
_DID = (
    r"(?:(?:formally |finally )?(?:join(?:ed)?|acced(?:e|ed)(?: to)?|ratif(?:y|ied)|adhere(?:d)?(?: to)?|"
    r"(?:become|became) (?:a )?"
    r"(?:full )?(?:[Ss]tate )?(?:[Pp]arty|member)|come on board|sign(?:ed)? up|deposit(?:ed)? (?:its|an) instrument))"
)
JOINER = (
    rf"(?:(?:new |further |additional )?{_NOUN} (?:to (?:have )?|that (?:has |had )?|which (?:has |had )?){_DID}|"
    rf"to (?:have )?{_DID}|"
    r"(?:new |further |additional )?(?:[Ss]tates? )?[Pp]art(?:y|ies)\b|(?:new )?members?\b|newcomers?|additions?|"
    r"(?:new )?(?:accessions?|ratifications?|instruments?|deposits?|adherents?)\b)"
)
"""Who joined, or the act."""
_ON = r"(?:(?!⟦[LNOP]|\b(?:in|from|of) (?:the )?[A-Z])[^.;:])"
_SPAN = (
    r"(?:since (?:that of |the (?:accession|ratification) (?:of|by) )?⟦L(?P<since>\d+)⟧|(?P<day>⟦D\d+⟧)|"
    r"(?:in|for|within|after) ⟦N(?P<n>\d+)⟧[- ](?P<unit>years?|months?|decades?)|"
    r"(?:in|for) (?P<near>almost |nearly |about |over |more than |well over |just over )?(?P<half>half )?a "
    r"(?P<one>decade|year)\b)"
)
FIRST_IN = Late(rf"⟦O(?P<o>\d+)⟧ (?:new )?{_NOUN} (?P<rest>){_SPAN},? (?P<what>to (?:have )?{_DID})")
FIRST = Late(rf"⟦O(?P<o>\d+)⟧ (?P<what>{JOINER})(?P<rest>{_ON}{{0,70}}?){_SPAN}")
ACT_FIRST = Late(
    rf"⟦L(?P<l>\d+)⟧['’]s? (?P<what>accession|ratification|joining|instrument){_ON}{{0,60}}?\b(?:is|was|became|"
    rf"being) (?:the )?⟦O(?P<o>\d+)⟧"
    rf"(?P<rest>{_ON}{{0,70}}?){_SPAN}"
)
AFTER_GAP = Late(
    r"\b(?:gap|hiatus|break|pause|interval|lull|drought|standstill|wait) of ⟦N(?P<n>\d+)⟧[- ](?P<unit>years?|months?)"
    r",? (?:in which [^.;,⟦]{0,40},? )?(?:the )?⟦L(?P<l>\d+)⟧ (?:\w+ )?(?P<what>joined|acceded|ratified|"
    r"deposited|became)"
)
_LATEST = r"(?:most recent|latest|newest|last|youngest)"
LATEST_IS = Late(
    rf"⟦L(?P<l>\d+)⟧(?P<between>(?:(?!⟦L)[^.;:]){{0,80}}?)(?:\b(?:is|are|was|were|remains?|became|being|as)|,) "
    rf"(?:thus |still |currently |now )?"
    rf"(?:(?:the |our |its )(?:very )?{_LATEST}) (?:⟦N(?P<n>\d+)⟧ |two |three )?(?P<what>{JOINER})(?P<rest>[^.;]*)"
)
IS_LATEST = Late(
    rf"\b(?:[Tt]he |[Oo]ur |[Ii]ts )(?:very )?{_LATEST} (?:⟦N(?P<n>\d+)⟧ )?(?P<what>{JOINER})"
    rf"(?P<rest>(?:(?!⟦L)[^.;:]){{0,80}}?)"
    r"\b(?:is|are|was|were|being|came from|remains?)(?: that of| those of| by)? ⟦L(?P<l>\d+)⟧(?P<between>)"
)
GROUP = Late(
    r"\b(?:in|from|of|among) (?:the )?(?:[A-Z]\w+|region|world|sub-?region|continent)|\b(?:African|Asian|European|"
    r"Arab|Pacific|Caribbean|Gulf|Baltic|Nordic|EU|NATO|American|Latin|ASEAN|[Ii]sland|mine-affected|producer|"
    r"[Nn]uclear)\b"
)
"""A place among some States only."""
PAST = re.compile(r"\b(?:had been|then|at that time|at the time|until|till|before|so far)\b")
OTHER_ACT = re.compile(
    r"\b(?:report|sign(?!ed up)|withdraw|destroy|clear|declare|host|attend|submit)\w*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceClaim(Claim):
    """States said to be the first to join since a State, a day or in a time; or the last, where `is_latest`.

    `act` is the kind of action named, which may be counted alone. `on` are the days by which they may be the last.
    """

    states: tuple[str, ...]
    is_ours: bool | None
    act: str = ""
    since_state: str = ""
    since: Day | None = None
    years: Quantity | None = None
    is_latest: bool = False
    on: tuple[date, ...] = ()
    is_sure: bool = True


def find(sentence: Sentence, context: Context) -> Iterator[SinceClaim]:
    """Who is said to be the first since, or the last."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence):
        return
    yield from _firsts(sentence, context)
    yield from _latest(sentence, context)


def judge(claim: SinceClaim, answers: Answers) -> Judgement:
    """Whether nobody joined in between, or afterwards, counted by deposits or by entries into force."""
    if claim.is_ours is None:
        return cannot_tell(TREATY_UNCLEAR)
    if not claim.is_ours:
        return cannot_tell(ANOTHER_TREATY)
    return _last(claim, answers) if claim.is_latest else _first(claim, answers)


def starts_here(sentence: Sentence, ordinal: int) -> bool:
    """Whether an ordinal of a sentence is a first since something, and so no place in the whole order."""
    frames = (FIRST, ACT_FIRST, FIRST_IN)
    return sentence.ordinals[ordinal] == 1 and any(
        int(match["o"]) == ordinal
        for frame in frames
        for match in frame.finditer(sentence.outline)
        if _span(sentence, match)
    )


# What the sentence says


def _firsts(sentence: Sentence, context: Context) -> Iterator[SinceClaim]:
    outline = sentence.outline
    for frame in (ACT_FIRST, FIRST, FIRST_IN, AFTER_GAP):
        for match in frame.finditer(outline):
            groups = match.groupdict()
            if groups.get("o") and sentence.ordinals[int(groups["o"])] != 1:
                continue
            listed = int(groups["l"]) if groups.get("l") else _subject(sentence, match)
            span = _span(sentence, match)
            if listed is None or span is None or _is_narrowed(outline, match):
                continue
            start = min(match.start(), outline.find(f"⟦L{listed}⟧"))
            if is_hedged(sentence, start, match.end()):
                continue
            since_state, since, years = span
            yield _claim(
                sentence, context, start, match.end(), listed, match["what"], f"first since {sentence.words(*match.span())}",
                since_state=since_state, since=since, years=years,
            )  # fmt: skip
            return


def _subject(sentence: Sentence, match: re.Match[str]) -> int | None:
    """The States a "first" is said of: the last named before it in the clause, or the one named as it."""
    outline = sentence.outline
    first, _ = sentence.clause(match.start())
    before = sentence.signs("L", first, match.start())
    if before:
        between = outline[before[-1][1] : match.start()]
        return (
            before[-1][2]
            if re.search(
                r"\b(?:is|was|were|are|became|becom\w+|being|as|mak(?:es|ing) it|made it|has been)\b|,", between
            )
            else None
        )
    after = re.match(r"[^.;⟦]{0,20}\b(?:is|was|were|being) (?:the )?⟦L(\d+)⟧", outline[match.end() :])
    return int(after[1]) if after else None


def _span(sentence: Sentence, match: re.Match[str]) -> tuple[str, Day | None, Quantity | None] | None:
    """Since which State or day, or in how many years."""
    groups = match.groupdict()
    if groups.get("since"):
        states = sentence.lists[int(groups["since"])]
        return (states[-1].iso3, None, None) if len(states) == 1 else None
    if groups.get("day"):
        day = sentence.days[int(groups["day"][2:-1])]
        return ("", day, None) if day.lead is Lead.SINCE and not day.wrong else _span_after(sentence, match)
    if groups.get("n"):
        number = sentence.numbers[int(groups["n"])]
        factor = {"m": 1 / 12, "d": 10.0}.get(groups["unit"][0], 1.0)
        return "", None, Quantity(number.number * factor, number.bound)
    if groups.get("one"):
        near = (groups.get("near") or "").strip()
        bound = (
            Bound.NEARLY
            if near in ("almost", "nearly")
            else Bound.ABOUT
            if near == "about"
            else Bound.MORE_THAN
            if near
            else Bound.EXACT
        )
        return (
            "",
            None,
            Quantity((10.0 if groups["one"] == "decade" else 1.0) / (2 if groups.get("half") else 1), bound),
        )
    return None


def _span_after(sentence: Sentence, match: re.Match[str]) -> tuple[str, Day | None, Quantity | None] | None:
    """A second day or a time after the State's own day ("the first to join in 2014 since 2012")."""
    after = re.compile(rf"{_ON}{{0,40}}?{_SPAN}").match(sentence.outline, match.end())
    return _span(sentence, after) if after else None


def _latest(sentence: Sentence, context: Context) -> Iterator[SinceClaim]:
    outline = sentence.outline
    for frame in (LATEST_IS, IS_LATEST):
        for match in frame.finditer(outline):
            words = match["what"] + match["rest"]
            if _is_narrowed(outline, match) or is_hedged(sentence, match.start(), match.end()) or "⟦L" in match["rest"]:
                continue
            if re.search(r"\b(?:to (?:do|be)|of (?:the )?⟦N)\b", words):
                continue
            own = {index for at, _, index in sentence.signs("D", match.end("l")) if at - match.end("l") < 8}
            days = [
                one
                for index, one in enumerate(sentence.days)
                if not one.wrong and one.year_is_told and (index not in own or one.lead in (Lead.AS_OF, Lead.BY))
            ]
            paper = context.said_on
            on = tuple(dict.fromkeys([*(one.last for one in days), paper]))
            clear = [one.last for one in days if one.lead in (Lead.AS_OF, Lead.BY)]
            if len(clear) == 1:
                on = (clear[0],)
            is_sure = not PAST.search(outline) and (bool(clear) or context.paper.is_given) and len(on) <= 2
            yield _claim(
                sentence, context, match.start(), match.end(), int(match["l"]), match["what"], "last to join",
                is_latest=True, on=on, is_sure=is_sure,
            )  # fmt: skip
            return


AMONG = re.compile(r"\b(?:Among|Of|Out of|From among|Within)\b[^.;:]*$")


def is_of_a_group(before: str) -> bool:
    """Whether what stands before a place narrows those it is among ("Among the Nordic countries, ...")."""
    return bool(AMONG.search(before)) or any(groups_in(before))


def _is_narrowed(outline: str, match: re.Match[str]) -> bool:
    inside = re.sub(r"⟦[A-Z]\d+⟧", "", match[0])
    after = re.sub(r"⟦[A-Z]\d+⟧", "", outline[match.end() : match.end() + 40])
    what = match.groupdict().get("what") or ""
    before = re.sub(r"⟦[A-Z]\d+⟧", "", outline[: match.start()])
    if is_of_a_group(before):
        return True
    return (
        bool(GROUP.search(inside))
        or bool(OTHER_ACT.search(what))
        or bool(re.match(r"[^,.;]{0,20}" + GROUP.source, after))
    )


def _claim(
    sentence: Sentence, context: Context, start: int, end: int, listed: int, what: str, said: str, **more: object
) -> SinceClaim:
    states = tuple(one.iso3 for one in sentence.lists[listed])
    act = "accession" if re.search("acce", what) else "ratification" if re.search("ratif", what) else ""
    return SinceClaim(
        kind=ClaimKind.ORDINAL,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=f"{', '.join(states)}: {said}",
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        states=states,
        is_ours=context.is_ours(sentence, start, end),
        act=act,
        **more,  # type: ignore[arg-type]
    )


# What the register says


@dataclass(frozen=True, slots=True)
class _Joined:
    earliest: date
    latest: date
    iso3: str
    key: str


def _orders(claim: SinceClaim, answers: Answers) -> list[list[_Joined]]:
    """Those that joined in order: by deposits, by entries into force, and by deposits of the kind named alone."""
    timeline = answers.timeline
    deposits, forces, kinds = [], [], []
    for iso3 in timeline.states:
        effect = next((each for each in timeline.effects_of(iso3) if each.kind.expresses_consent), None)
        if effect is None or effect.done is None:
            continue
        one = _Joined(effect.done.earliest, effect.done.latest, iso3, effect.key)
        deposits.append(one)
        if effect.effective:
            forces.append(_Joined(effect.effective.earliest, effect.effective.latest, iso3, effect.key))
        is_accession = effect.kind in ACCEDING
        if claim.act and (claim.act == "accession") == is_accession:
            kinds.append(one)
    return [sorted(order, key=lambda one: (one.latest, one.iso3)) for order in (deposits, forces, kinds) if order]


def _first(claim: SinceClaim, answers: Answers) -> Judgement:
    outcomes: list[bool | None] = []
    register = ""
    keys: tuple[str, ...] = ()
    for number, order in enumerate(_orders(claim, answers)):
        own = [one for one in order if one.iso3 in claim.states]
        if len(own) < len(claim.states):
            if number == 0:
                name = answers.name(next(iso3 for iso3 in claim.states if iso3 not in {one.iso3 for one in own}))
                return contradicts(f"{name} has not joined", f"{name} has not joined.")
            continue
        others = [one for one in order if one.iso3 not in claim.states]
        before = [one for one in others if one.latest < own[0].earliest]
        if not before or any(one.earliest != one.latest for one in own):
            return cannot_tell("The register does not hold these deposits to the day.")
        if number == 0:
            names = answers.name(before[-1].iso3)
            register = f"{names} joined before, on {told(before[-1].latest)}; then {told(own[0].latest)}"
            keys = (before[-1].key, own[0].key)
        outcomes.append(_fits(claim, own[0], before, order))
    if True in outcomes:
        return agrees(register, "", keys)
    if None in outcomes:
        return cannot_tell("It depends on how the time is counted.", register, keys)
    return contradicts(register, f"Before it, {register}.", keys)


def _fits(claim: SinceClaim, own: _Joined, before: list[_Joined], order: list[_Joined]) -> bool | None:
    last = before[-1]
    if claim.since_state:
        ref = next((one for one in order if one.iso3 == claim.since_state), None)
        if ref is None or ref.latest >= own.earliest:
            return None if ref and ref.latest == own.latest else False
        return ref.latest == last.latest
    if claim.since is not None:
        if last.latest > claim.since.last:
            return False
        return True if last.latest >= claim.since.first else None
    if claim.years is None:
        return None
    gap = (own.earliest - last.latest).days / 365.25
    n, bound = claim.years.number, claim.years.bound
    if bound in (Bound.NEARLY, Bound.ABOUT):
        return True if n - 1.05 <= gap <= n + NEAR else None if gap > n else False
    if gap < n - NEAR:
        return False
    if gap < n - 0.02:
        return None
    return True if gap < n + 1.5 or bound in (Bound.MORE_THAN, Bound.AT_LEAST, Bound.JUST_OVER) else None


def _last(claim: SinceClaim, answers: Answers) -> Judgement:
    outcomes = [_is_last(claim, answers, order, on) for order in _orders(claim, answers) for on in claim.on]
    newest = [one for one in _orders(claim, answers)[0] if one.latest <= min(claim.on[0], answers.horizon)]
    register = f"{answers.name(newest[-1].iso3)}, {told(newest[-1].latest)}" if newest else ""
    if True in outcomes:
        return agrees(register)
    if None in outcomes or not claim.is_sure:
        return cannot_tell("It depends on the day that is meant.", register)
    return contradicts(register, f"The last to join by then was {register}.")


def _is_last(claim: SinceClaim, answers: Answers, order: list[_Joined], on: date) -> bool | None:
    """Whether the States are the last of an order by a day; None where a day in it is not known well enough."""
    if on > answers.horizon or any(one.earliest <= on < one.latest for one in order):
        return None
    joined = [one for one in order if one.latest <= on]
    if len(joined) < len(claim.states):
        return False
    since = joined[-len(claim.states)].earliest
    if any(one.earliest != one.latest and one.latest >= since for one in joined):
        return None
    return set(claim.states) <= {one.iso3 for one in joined if one.latest >= since}
