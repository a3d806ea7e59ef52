"""How a State voted on the yearly resolution, once or every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.rolls import UNCLEAR, Among, Asked, Roll, asked_in, rolls
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.partial_date import Precision

NEEDS = ("actions", "occasions", "roll_calls")

ADV = (
    r"(?:(?:itself|themselves|too|for (?:its|their) part|has|have|had|also|again|both|all|each|each time|once more|"
    r"still|both times|consistently|always|"
    r"regularly|repeatedly|traditionally|only|later|then|therefore|who|which|did|already|every year|each year|"
    r"⟦D\d+⟧),? )*"
)
VERBS: dict[str, tuple[Ballot, bool]] = {
    r"voted (?:[’'“\"])?(?:in (?:its )?favou?r|for|yes|affirmatively)\b|voting (?:in favou?r|for)|"
    r"(?:supported|endorsed|backed) (?=(?:the |its |this |that |our )?(?:[\w-]+ ){0,3}(?:resolution|⟦U))|cast "
    r"(?:its|their|an?) (?:affirmative |positive |yes[- ])?votes? (?:in favou?r|for)|"
    r"cast an? (?:affirmative|positive|yes)[- ]vote|votes? in favou?r": (
        Ballot.IN_FAVOUR,
        False,
    ),
    r"voted (?:[’'“\"])?(?:against|no)\b|voting against|opposed (?=(?:the )?(?:resolution|⟦U))|cast (?:its|"
    r"their|an?|the (?:only|sole|single|lone|one)) (?:(?:negative |no[- ])?votes? against|(?:negative|dissenting|"
    r"opposing|no)[- ]vote)|votes? against": (
        Ballot.AGAINST,
        False,
    ),
    r"abstained|abstaining|abstains?|(?:cast|recorded|registered) (?:its |their |an |the (?:only|sole|single|lone|"
    r"one) )?abstentions?": (
        Ballot.ABSTAINED,
        False,
    ),
    r"(?:was|were|is|are) the (?:only|sole|single|lone|one) (?:States?|countr(?:y|ies)|delegations?|members?|ones?|"
    r"Governments?) (?:to (?:have )?(?:vote|voted|cast (?:a|its) vote) against|"
    r"(?:that|which|who) (?:voted|cast (?:a|its) vote) against)": (
        Ballot.AGAINST,
        False,
    ),
    r"(?:was|were|is|are) the (?:only|sole|single|lone|one) (?:States?|countr(?:y|ies)|delegations?|members?|ones?|"
    r"Governments?) (?:to (?:have )?abstain(?:ed)?|(?:that|which|who) abstained)": (Ballot.ABSTAINED, False),
    r"(?:was|were) (?:absent|not present|not in the (?:room|hall))(?= (?:from|for|during|at|in|"
    r"when) (?:the )?(?:vote|voting|⟦U)|"
    r"[.,;]|$)|was absent from the vote|(?:did not|didn['’]t) (?:take part in the vot(?:e|ing)|"
    r"participate in the vot(?:e|ing))|"
    r"missed the vote": (
        Ballot.NOT_PRESENT,
        False,
    ),
    r"(?:was|were) (?:again |once more )?in favou?r(?= (?:again |once more )?⟦[DU])": (Ballot.IN_FAVOUR, False),
    r"(?:did not|didn['’]t|not|never) (?:vote|voted) in favou?r": (Ballot.IN_FAVOUR, True),
    r"(?:did not|didn['’]t|has not|have not|not|never|has never|have never) (?:vote|voted) against": (
        Ballot.AGAINST,
        True,
    ),
    r"(?:did not|didn['’]t|has not|have not|never|has never) abstain(?:ed)?": (Ballot.ABSTAINED, True),
}
SUBJECT = r"⟦L(?P<l>\d+)⟧(?:['’]s (?:delegation|representative))?(?:, (?:(?!⟦L)[^.;:,]){0,90}?,)?,? ?"
AMONG = (
    r"(?:(?:was|were|is|are|counted|remained|ranked) (?:(?:also|again|once more|still|itself) )*(?:among|amongst|one of|"
    r"part of|in the group of) (?:the |those |these )?(?:only )?(?:⟦N\d+⟧ )?(?:States|countries|delegations|members|"
    r"Members|nations|ones|few|handful|abstainers)?,? ?(?:(?:that|which|who|to have) )?(?:had |have )?)?"
)
""" "Was among those that ..."."""
ON_A_PART = Late(
    r"(?: (?:of|on|for|against|to|the|an?|any|its|his|their|this|that|oral|separate|proposed|⟦O\d+⟧|own|keeping|retaining|deleting|"
    r"of the))* (?:separate (?:vote|paragraph)|paragraphs?|amendments?|deletion|motion|proposal|retention|inclusion|adjournment|"
    r"preambular|operative|amending|deleting|keeping|retaining|clause|words|phrase)\b",
    re.IGNORECASE,
)
"""Behind a ballot: it was cast on a part of a text, or on something else."""
SIDED = (
    r"(?:(?:sided|joined|broke|stood|stayed|withheld|went|kept|followed|parted)(?: (?!and )(?!⟦)[\w'’-]+){0,6},? and "
    r"(?:then |so |therefore |again )?)?"
)
""" "Sided with the majority and ..."."""
FRAMES = tuple(
    (ballot, is_denied, Late(rf"{SUBJECT}{ADV}{AMONG}{SIDED}(?P<verb>{verb})", re.IGNORECASE))
    for verb, (ballot, is_denied) in VERBS.items()
)
AND_VERB = tuple(
    (ballot, is_denied, Late(rf"(?P<verb>\b(?:{verb}))", re.IGNORECASE)) for verb, (ballot, is_denied) in VERBS.items()
)
BY = Late(
    r"(?P<verb>\b(?:in favou?r|against|(?:lone|only|single|sole|one) no(?: vote)?|(?:negative|no|dissenting) vote|"
    r"abst\w+))(?:[^.;:⟦]|⟦[UTD]\d+⟧){0,60}?(?:was (?:cast )?by|"
    r"were (?:cast )?by|was that of|came from|:|by|was|-|–) (?:the (?:only|sole) (?:State|country)[^⟦]{0,20})?"
    r"⟦L(?P<l>\d+)⟧",
    re.IGNORECASE,
)
OF = Late(
    r"(?P<verb>\b(?:abstentions?|(?:negative|no|dissenting) votes?|votes? against|(?:positive|affirmative|yes) "
    r"votes?|votes? in favou?r))"
    r" (?:of|by|from|cast by) (?:the )?⟦L(?P<l>\d+)⟧",
    re.IGNORECASE,
)
""" "The abstention of Rwanda on ..."."""
THE_ONLY = re.compile(
    r"\bthe (?:only|sole|single|lone|one) (?:[\w-]+ )?(?:vote|no|abstention|State|country|delegation|member|one|"
    r"Government)\b",
    re.IGNORECASE,
)
EVERY = Late(
    r"\b(?:every year|each year|every (?:single )?(?:annual )?(?:vote|resolution|time)|always|consistently|"
    r"every one|all (?:the |of the )?(?:annual )?(?:votes|resolutions)|annually|year after year|"
    r"without exception|in all years|regularly|invariably)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"(?:[^.;:⟦,]|⟦[UT]\d+⟧){0,60}⟦D\d+⟧(?:(?:,| and|, and| as well as| or) (?:again )?⟦D\d+⟧)+")
IT = re.compile(rf"\b[Ii]t {ADV}")
"""A State named before, the only one."""
NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
ONCE = re.compile(
    r"\b(?:once|twice|⟦N\d+⟧ times|(?:for the )?(?:first|last|⟦O\d+⟧) time|only time|(?:one|some|most|"
    r"several) (?:year|time|occasion)s?)\b"
)
FRONTED = re.compile(r"(?:\W|\b(?:but|and|while|whereas|ever|only)\b)*", re.IGNORECASE)
ABOUT_A_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|resolutions?|abst\w+|ballots?|(?:lone|only|sole|single) no)\b|⟦U", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotClaim(Claim):
    """One State and its ballot. `is_every` says it of every year from `since` until `until` (None: all that are held)."""

    iso3: str
    ballot: Ballot
    is_denied: bool
    asked: Asked
    is_every: bool = False
    is_only: bool = False
    """Whether it is said to be the only one with this ballot."""
    since: int | None = None
    until: int | None = None
    years: tuple[int, ...] = ()
    """Each of them, where several are listed."""


def find(sentence: Sentence, context: Context) -> Iterator[BallotClaim]:
    """How the States of a sentence are said to have voted."""
    outline = sentence.outline
    if sentence.language != "en" or "⟦L" not in outline or not ABOUT_A_VOTE.search(outline) or is_question(sentence):
        return
    seen: set[tuple[str, int]] = set()
    said = sorted(_said(sentence))
    for start, end, listed, ballot, is_denied in said:
        if is_hedged(sentence, start, end) or _is_of_many(sentence, end) or ON_A_PART.match(outline, end):
            continue
        asked = _asked(sentence, context, start, end)
        if asked is None:
            continue
        first, last = _own_words(sentence, start, end, [other[1] for other in said])
        every = (
            bool(EVERY.search(outline, first, last))
            or (is_denied and bool(NEVER.search(outline, start, end)))
            or _is_of_a_stretch(sentence, first, start, end, last)
        )
        since, until = _years(sentence, first, last) if every else (None, None)
        years = _listed_years(sentence, end, last) if not every else ()
        for state in sentence.lists[listed]:
            if (state.iso3, start) in seen:
                continue
            seen.add((state.iso3, start))
            is_alone = len(sentence.lists[listed]) == 1
            yield BallotClaim(
                kind=ClaimKind.BALLOT,
                where=context.passage.where,
                text=sentence.words(start, end)
                if is_alone
                else f"{sentence.text[state.start : state.end]} … {sentence.words(start, end)[-60:]}",
                stated=f"{state.iso3} {'not ' if is_denied else ''}{ballot.label}" + (" every year" if every else ""),
                spots=context.spots(sentence, start, end, None if is_alone else state),
                is_by_others=is_by_others(sentence, start, end),
                iso3=state.iso3,
                ballot=ballot,
                is_denied=is_denied,
                asked=asked,
                is_every=every,
                is_only=is_alone and not is_denied and bool(THE_ONLY.search(outline, start, end)),
                since=since,
                until=until,
                years=years,
            )


def judge(claim: BallotClaim, answers: Answers) -> Judgement:
    """Whether the State is recorded so."""
    if claim.asked.is_ours is not True:
        return cannot_tell(UNCLEAR)
    if claim.is_every or claim.years:
        return _every(claim, answers)
    found = rolls(claim.asked, answers)
    if not found.held:
        return cannot_tell(found.missing)
    outcomes = {roll: _is_so(claim, roll, answers) for roll in found.held}
    register = "; ".join(f"{_ballot(roll, claim.iso3, answers)} in {roll.label}" for roll in found.held[:3])
    keys = tuple(roll.key for roll in found.held[:3])
    name = answers.name(claim.iso3)
    if any(roll.is_disputed(claim.iso3) for roll in found.held):
        return cannot_tell(f"Records differ on how {name} voted.", register, keys)
    if claim.is_only and len(found.held) == 1 and not found.missing and found.is_whole and True in outcomes.values():
        (roll,) = found.held
        alone = roll.totals(claim.ballot, Among.ANY, answers, roll.fact.voted.counts_from)
        if roll.fact.is_complete and alone and 1 not in alone:
            return contradicts(register, f"{max(alone)} States {claim.ballot.label} in {roll.label}.", keys)
    if True in outcomes.values() and (
        len(found.held) == 1 or not set(outcomes.values()) - {True} or claim.asked.is_told
    ):
        return agrees(register, found.missing, keys)
    if found.missing:
        return cannot_tell(found.missing, register, keys)
    if set(outcomes.values()) == {False} and found.is_whole:
        return contradicts(register, f"{name}: {register}.", keys)
    return cannot_tell(f"No vote of {name} is recorded there.", register, keys)


def _said(sentence: Sentence) -> Iterator[tuple[int, int, int, Ballot, bool]]:
    """Each verb of voting with the list of States that it is said of."""
    outline = sentence.outline
    denied: list[tuple[int, int]] = []
    found: list[tuple[int, int, int, Ballot, bool]] = []
    for ballot, is_denied, frame in sorted(FRAMES, key=lambda frame: not frame[1]):
        for match in frame.finditer(outline):
            place = match.span("verb")
            if not is_denied and any(place[0] < end and place[1] > start for start, end in denied):
                continue
            if is_denied:
                denied.append(place)
            found.append((match.start(), match.end(), int(match["l"]), ballot, is_denied))
    found += list(_of_it(sentence, found))
    yield from found
    yield from _second_verbs(outline, found)
    for pattern in (BY, OF):
        for match in pattern.finditer(outline):
            listed = int(match["l"])
            if pattern is BY and len(sentence.lists[listed]) > 1:
                continue  # a list of its own: `ballot_lists`
            if any(one[2] == listed for one in found):
                continue
            yield match.start(), match.end(), listed, _cast(match["verb"]), False


def _second_verbs(
    outline: str, found: list[tuple[int, int, int, Ballot, bool]]
) -> Iterator[tuple[int, int, int, Ballot, bool]]:
    """ "China voted in favour in the First Committee and abstained in the plenary": the second has the first's subject."""
    for start, end, listed, _, _ in found:
        for ballot, is_denied, frame in AND_VERB:
            for match in frame.finditer(outline, end):
                between = outline[end : match.start()]
                if re.fullmatch(
                    r"(?:(?!⟦L)[^.;:]){0,80}\b(?:and|but|then)(?: then| later| also)? ", between
                ) and not any(
                    other[0] != start and other[0] < match.end() and match.start() < other[1] for other in found
                ):
                    yield match.start(), match.end(), listed, ballot, is_denied


def _of_it(
    sentence: Sentence, found: list[tuple[int, int, int, Ballot, bool]]
) -> Iterator[tuple[int, int, int, Ballot, bool]]:
    """What "it" is said to have done, where the sentence speaks of one State alone."""
    alone = {one.iso3 for listed in sentence.lists for one in listed}
    if len(alone) != 1:
        return
    for match in IT.finditer(sentence.outline):
        before = [index for _, _, index in sentence.signs("L", 0, match.start())]
        between = sentence.outline[: match.start()]
        if not before or re.search(r"⟦U\d+⟧[^.;,]{0,20}$|\bresolution [^.;,]{0,20}$", between):
            continue
        for ballot, is_denied, frame in sorted(AND_VERB, key=lambda frame: not frame[1]):
            verb = frame.match(sentence.outline, match.end())
            if verb and not any(one[0] < verb.end() and verb.start() < one[1] for one in found):
                yield match.start(), verb.end(), before[-1], ballot, is_denied
                break


def _own_words(sentence: Sentence, start: int, end: int, ends: list[int]) -> tuple[int, int]:
    """Where the words of one verb among several begin and end: behind the one before, before the next."""
    first, last = sentence.clause(start)[0], sentence.clause(max(start, end - 1))[1]
    first = max([first, *(other for other in ends if other < end and other <= start)])
    following = min([last, *(other for other in ends if other > end)])
    if following < last:
        # The next verb's own adverbs stand before it, behind a comma or "and".
        joint = re.search(
            r"(?:,|\band\b|\bbut\b|\bthen\b)(?!.*(?:,|\band\b|\bbut\b|\bthen\b))", sentence.outline[end:following]
        )
        following = end + joint.start() if joint else following
    return first, max(following, end)


def _is_of_a_stretch(sentence: Sentence, first: int, start: int, end: int, last: int) -> bool:
    """Whether it is told of all years of a time: "has abstained since 2013", "abstained until 2012", "from 2005 to 2009"."""
    outline = sentence.outline
    if ONCE.search(outline, start, last):
        return False
    for at, _, index in sentence.signs("D", first, last):
        day = sentence.days[index]
        if day.wrong or (at < start and not FRONTED.fullmatch(outline[first:at])):
            continue
        if day.lead is Lead.SINCE and re.search(r"\b(?:has|have|had)\b", outline[start:end]):
            return True
        if day.lead is Lead.SINCE and re.search(
            r"\b(?:from|ever since|onwards?)\b", sentence.text[day.start : day.end + 9]
        ):
            return True
        if re.match(r"(?:up )?(?:until|till)\b", sentence.text[day.start : day.end]) and at > end:
            return True
        if day.precision is Precision.INTERVAL and day.first.year != day.last.year:
            return True
    return False


def _cast(words: str) -> Ballot:
    """The ballot that a noun tells of."""
    if re.match(r"abst", words, re.IGNORECASE):
        return Ballot.ABSTAINED
    return (
        Ballot.AGAINST
        if re.search(r"\bagainst\b|\b(?:negative|no|dissenting)\b", words, re.IGNORECASE)
        else Ballot.IN_FAVOUR
    )


def _is_of_many(sentence: Sentence, end: int) -> bool:
    """Whether it speaks of some of several votes ("abstained on four occasions")."""
    return bool(
        re.match(
            r"[^.;,]{0,30}(?:⟦N\d+⟧ (?:occasions|times|years)|on (?:several|some|many) occasions|sometimes|"
            r"most years|several times)",
            sentence.outline[end:],
        )
    )


def _asked(sentence: Sentence, context: Context, start: int, end: int) -> Asked | None:
    """Which vote this verb is about: what stands in its own part of the sentence counts before the rest."""
    asked = asked_in(sentence, context, start, end)
    if asked is None:
        return None
    bodies = [
        (one_start, sentence.terms[index].body)
        for one_start, _, index in sentence.signs("U")
        if sentence.terms[index].body in (Body.FIRST_COMMITTEE, Body.PLENARY)
    ]
    if len({body for _, body in bodies}) > 1:
        after = [body for place, body in bodies if place >= end]
        before = [body for place, body in bodies if place < start]
        # "... voted in favour in the First Committee and abstained in the plenary"
        chosen = after[0] if after else before[-1]
        return replace(asked, body=Body(chosen))
    return asked


def _listed_years(sentence: Sentence, start: int, end: int) -> tuple[int, ...]:
    """The years of "abstained in 2018, 2019 and 2020"."""
    match = YEARS.match(sentence.outline[start:end])
    if match is None:
        return ()
    days = [sentence.days[index] for _, _, index in sentence.signs("D", start, start + match.end())]
    years = tuple(dict.fromkeys(day.first.year for day in days if not day.wrong and day.first.year == day.last.year))
    return years if len(years) == len(days) > 1 else ()


def _years(sentence: Sentence, first: int, last: int) -> tuple[int | None, int | None]:
    told = [sentence.days[index] for _, _, index in sentence.signs("D", first, last)]
    since = next((day for day in told if day.lead is Lead.SINCE and not day.wrong), None)
    before = next((day for day in told if day.lead is Lead.BEFORE and not day.wrong), None)
    if before is not None and since is None:
        return None, before.last.year
    if since is not None:
        until = next((day for day in told if day is not since and not day.wrong and day.first > since.first), None)
        return since.first.year, until.last.year if until else None
    spans = [day for day in told if not day.wrong and day.first.year != day.last.year]
    if len(spans) == 1:
        return spans[0].first.year, spans[0].last.year
    between = [day for day in told if not day.wrong]
    if len(between) == 2 and between[0].lead in (Lead.BETWEEN, Lead.SINCE):
        return between[0].first.year, between[1].last.year
    return (None, None) if not between else (_single(between), _single(between))


def _single(days: list[Day]) -> int | None:
    return days[0].first.year if len({day.first.year for day in days}) == 1 else None


def _is_so(claim: BallotClaim, roll: Roll, answers: Answers) -> bool | None:
    held = roll.ballot_of(claim.iso3, answers)
    if held is None or held is Ballot.NOT_RECORDED:
        return None
    if held is Ballot.NOT_A_MEMBER:
        return claim.is_denied
    return (held is claim.ballot) is not claim.is_denied


def _ballot(roll: Roll, iso3: str, answers: Answers) -> str:
    held = roll.ballot_of(iso3, answers)
    return held.label if held else "not a State then"


def _every(claim: BallotClaim, answers: Answers) -> Judgement:
    """A ballot of every year: one other ballot recorded is enough against it; that all are so recorded, for it."""
    body = claim.asked.body
    held = [
        roll
        for roll in map(Roll, answers.roll_calls)
        if (body is None or roll.fact.body is body)
        and (claim.since is None or roll.year >= claim.since)
        and (claim.until is None or roll.year <= claim.until)
        and (not claim.years or roll.year in claim.years)
    ]
    if len({roll.fact.session for roll in held}) < len(claim.years):
        return cannot_tell("Not every vote of that time is recorded.")
    name = answers.name(claim.iso3)
    otherwise = [
        roll
        for roll in held
        if _is_so(claim, roll, answers) is False and roll.ballot_of(claim.iso3, answers) is not Ballot.NOT_A_MEMBER
    ]
    open_ones = [roll for roll in held if _is_so(claim, roll, answers) is None and roll.fact.is_complete]
    if any(roll.is_disputed(claim.iso3) for roll in held):
        return cannot_tell(
            f"Records differ on how {name} voted in some years.",
            "",
            tuple(roll.key for roll in held if roll.is_disputed(claim.iso3))[:6],
        )
    if otherwise:
        told = ", ".join(f"{_ballot(roll, claim.iso3, answers)} in {roll.label}" for roll in otherwise[:3])
        return contradicts(
            f"{len(otherwise)} otherwise",
            f"{name}: {told}.",
            tuple(roll.key for roll in otherwise[:6]),
        )
    casts = [roll.year for roll in held if _is_so(claim, roll, answers)]
    if claim.since is None and claim.until is not None and len(casts) > 2:
        # "until 2012" tells of the years since it first did.
        open_ones = [roll for roll in open_ones if roll.year >= min(casts)]
    if open_ones or not held:
        return cannot_tell(
            "Not every vote of that time is recorded.",
            f"{len(held) - len(open_ones)} of {len(held)} recorded",
            tuple(roll.key for roll in open_ones[:6]),
        )
    word = f"not {claim.ballot.label}" if claim.is_denied else claim.ballot.label
    return agrees(f"{word} in all votes held of that time", "", tuple(roll.key for roll in held[-3:]))
