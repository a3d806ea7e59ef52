"""Lists of States with a property: not party, signatory, withdrawn, party, with a ballot; whole or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.counts import REGION, settled
from accede.reporting.checker.kinds.standing import Stands, stood
from accede.reporting.checker.reading.quantities import Bound
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.rolls import Among, Asked, Roll, asked_in, rolls
from accede.reporting.checker.scope import When, told, when_it_stood
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, Verdict, agrees, cannot_tell, contradicts
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.standings import Standing

NEEDS = ("actions", "occasions", "roll_calls")

_TO_T = r"(?: (?:to|of|from|outside)(?: the)? ⟦T\d+⟧)?"
_STATES = r"(?:[Ss]tates?|[Cc]ountr(?:y|ies)|[Nn]ations?)"
NOUNS: tuple[tuple[Stands, str], ...] = (
    (
        Stands.SIGNATORY_ONLY,
        rf"(?:(?:{_STATES}(?: not (?:yet )?[Pp]arty)?{_TO_T}|those) (?:that|which|who) (?:have |"
        rf"had )?(?:signed|are signatories)(?:{_TO_T}| ⟦T\d+⟧)?(?: but (?:have |"
        rf"had )?not (?:yet )?ratified(?: ⟦T\d+⟧| it)?)?|[Ss]ignator(?:y|ies)(?: [Ss]tates?)?{_TO_T} (?:that|"
        rf"which|who) (?:have|had) (?:not|yet to) (?:yet )?ratif\w+)",
    ),
    (
        Stands.WITHDRAWN,
        rf"{_STATES} (?:(?:that|which) )?(?:have |had )?(?:withdrawn|withdrew|left|quit)(?: from)?{_TO_T}(?: ⟦T\d+⟧)?",
    ),
    (
        Stands.NOT_PARTY,
        rf"(?:(?:other |remaining )?(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|"
        rf"[Nn]on-(?:[Ss]tates? )?[Pp]arties|[Nn]on-[Pp]arty [Ss]tates?|"
        rf"{_STATES} (?:still )?outside(?: of)?){_TO_T}(?: ⟦T\d+⟧)?|{_STATES} (?:that|which|who) (?:still |"
        rf"currently )?(?:remain(?:ed)? outside(?: of)?|are (?:still )?(?:not (?:yet )?[Pp]arty|outside)|"
        rf"have (?:not|yet to|still not|not yet) (?:yet )?(?:join(?:ed)?|ratif\w+|acced\w+)(?: (?:or|"
        rf"nor) acced\w+)?)(?: to)?(?:{_TO_T}| ⟦T\d+⟧)?)",
    ),
    (
        Stands.PARTY,
        rf"(?:[Ss]tates? [Pp]arties{_TO_T}|{_STATES} (?:that|which) (?:have )?(?:joined|ratified|"
        rf"acceded to)(?: ⟦T\d+⟧)?)",
    ),
)
_LINK = (
    r"(?P<link> (?:⟦D\d+⟧ )?(?:are|were|is|was|remain)(?: now| currently| still)?(?: ⟦D\d+⟧)?:? |"
    r"(?: ?⟦D\d+⟧,?)? ?: ?|,? namely,? |,? ?(?:which )?(?:includ(?:e|es|ed|ing)|such as|among them|like|"
    r"notably|e\.g\.,?|for example,?):? | \(| [–—-] )"
)
NOT_WHOLE = re.compile(
    r"one of|includ|such as|among|like|notably|e\.g|example|\bsome\b|\bseveral\b|\bother\b", re.IGNORECASE
)
LISTED = tuple(
    (
        stands,
        re.compile(
            rf"(?P<head>(?:\b(?:[Tt]he )?(?:following|only|remaining|"
            rf"sole) )?(?:⟦N(?P<n>\d+)⟧ )?)(?P<noun>{noun}){_LINK}(?:the )?⟦L(?P<l>\d+)⟧(?P<end>.?)"
        ),
    )
    for stands, noun in NOUNS
)
NAMED_AS = tuple(
    (
        stands,
        re.compile(
            rf"⟦L(?P<l>\d+)⟧ (?:are|were|is|was|remain) (?:now |currently |still |"
            rf"⟦D\d+⟧ )?(?P<head>(?:among (?:the |those )|some of the |one of the )?(?:other )?|the (?:only |"
            rf"last |remaining |sole )?(?:⟦N(?P<n>\d+)⟧ )?)(?P<noun>{noun})"
        ),
    )
    for stands, noun in NOUNS
)
BALLOTS = (
    (Ballot.IN_FAVOUR, r"(?:voted (?:in favou?r|for|yes)|[Ii]n favou?r|[Yy]es|[Ff]or)"),
    (Ballot.AGAINST, r"(?:voted (?:against|no)|[Aa]gainst|[Oo]pposed)"),
    (Ballot.ABSTAINED, r"(?:[Aa]bstain(?:ed|ing)|[Aa]bstentions?)"),
    (Ballot.NOT_PRESENT, r"(?:(?:were |was )?[Nn]ot present|[Aa]bsent)"),
)
BALLOT_LISTS = tuple(
    (
        ballot,
        re.compile(
            rf"(?P<head>(?:[^.;:⟦]|⟦[NDUTM]\d+⟧){{0,160}}?)\b{verb}(?P<gap>(?:[^.;:⟦]|"
            rf"⟦[DUTN]\d+⟧){{0,120}}?)(?P<link>: ?| \()(?:the )?⟦L(?P<l>\d+)⟧(?P<end>.?)"
        ),
    )
    for ballot, verb in BALLOTS
)
ALONE = re.compile(
    r"^(?:\W|⟦[DTU]\d+⟧|\b(?:[Aa]s of|[Aa]t|[Oo]n|[Tt]oday|[Cc]urrently|[Nn]ow|[Aa]t present|"
    r"[Tt]here (?:are|remain|were|is)|[Tt]he|[Tt]hese are|[Tt]his leaves|[Oo]nly|[Aa]ll|[Nn]ote:?|still|now|"
    r"just|and|[Ss]o far))*$"
)
"""What may stand before a list that is all of its kind."""
OUTSIDE = re.compile(r"\b(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|[Nn]on-[Pp]arties|outside)\b")
PARTIES = re.compile(r"\b[Ss]tates? [Pp]arties\b")
MORE = re.compile(r"^,? ?(?:and (?:⟦N\d+⟧ )?others?|etc|among others|inter alia|\.\.\.|…)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClaim(Claim):
    """States that are said to have a property. `is_whole`: that they are all that have it."""

    states: tuple[str, ...]
    is_whole: bool
    is_ours: bool | None
    stands: Stands | None = None
    when: When | None = None
    ballot: Ballot | None = None
    among: Among = Among.ANY
    asked: Asked | None = None
    on: date | None = None
    """The day of the paper, by which those outside may be counted in a vote of another day."""


def find(sentence: Sentence, context: Context) -> Iterator[ListClaim]:
    """The lists of a sentence."""
    outline = sentence.outline
    if sentence.language != "en" or "⟦L" not in outline or is_question(sentence):
        return
    taken: set[int] = set()
    for patterns in (LISTED, NAMED_AS):
        for stands, pattern in patterns:
            for match in pattern.finditer(outline):
                listed = int(match["l"])
                if (
                    listed in taken
                    or is_hedged(sentence, match.start(), match.end())
                    or re.search(
                        r"\b(?:vot\w+|abst\w+|particip\w+|attend\w*|wr(?:ote|itten)|repl\w+|respon\w+|"
                        r"submit\w*|met|meetings?)\b",
                        match[0],
                    )
                ):
                    continue
                if (
                    patterns is LISTED
                    and match["link"].strip() in ("are", "is", "was", "were")
                    and not match["head"].strip()
                    and len(sentence.lists[listed]) == 1
                ):
                    continue
                taken.add(listed)
                yield _claim(sentence, context, match, listed, stands)
    for ballot, pattern in BALLOT_LISTS:
        for match in pattern.finditer(outline):
            listed = int(match["l"])
            if listed not in taken and not is_hedged(sentence, match.start("gap"), match.end()):
                asked = asked_in(sentence, context, match.start(), match.end())
                if asked is not None and asked.is_told:
                    taken.add(listed)
                    yield _ballot_claim(sentence, context, match, listed, ballot, asked)


def judge(claim: ListClaim, answers: Answers) -> Judgement:
    """Whether each belongs there, and, where the list is said to be whole, whether any is missing."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this list is of the treaty asked about. Name the treaty.")
    return _of_standing(claim, answers) if claim.stands is not None else _of_ballot(claim, answers)


def of_column(
    states: tuple[str, ...],
    ballot: Ballot,
    asked: Asked,
    among: Among,
    on: date,
    *,
    where: str,
    text: str,
    spots: tuple[Spot, ...],
) -> ListClaim:
    """A column of a table of votes."""
    return ListClaim(
        kind=ClaimKind.LIST, where=where, text=text, stated=f"{len(states)} {ballot.label}", spots=spots,
        states=states, is_whole=True, is_ours=asked.is_ours, ballot=ballot, among=among, asked=asked,
        on=on,
    )  # fmt: skip


def of_table(states: tuple[str, ...], when: When, *, where: str, text: str, is_ours: bool | None) -> ListClaim:
    """The States of an overview of those outside."""
    return ListClaim(
        kind=ClaimKind.LIST, where=where, text=text, stated=f"{len(states)} States not party", states=states, is_whole=True,
        is_ours=is_ours, stands=Stands.NOT_PARTY, when=when,
    )  # fmt: skip


def _claim(sentence: Sentence, context: Context, match: re.Match[str], listed: int, stands: Stands) -> ListClaim:
    groups = match.groupdict()
    head, link = groups["head"], groups.get("link") or ""
    states = tuple(one.iso3 for one in sentence.lists[listed])
    first, last = sentence.clause(match.start())
    number = sentence.numbers[int(groups["n"])] if groups.get("n") else None
    is_exact = number is not None and number.bound is Bound.EXACT and number.number == len(states)
    is_firm = bool(
        re.search(
            r"\b(?:following|only|sole|remaining|last|the)\b",
            head + sentence.outline[max(0, match.start() - 5) : match.start()],
            re.IGNORECASE,
        )
    )
    is_whole = (
        (is_firm or is_exact)
        and not NOT_WHOLE.search(link + head)
        and not REGION.search(sentence.outline[first:last])
        and not MORE.match(sentence.outline[match.end() :])
        and (is_exact or number is None)
    )
    if not ALONE.match(sentence.outline[first : match.start()]):
        is_whole = False  # "met with the following States not party: ..." lists whom it met
    if (
        number is None
        and not re.search(r"\b(?:following|only|sole|last|remaining)\b", head, re.IGNORECASE)
        and len(states) < 3
        and ":" not in link
    ):
        is_whole = False
    return ListClaim(
        kind=ClaimKind.LIST,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=f"{stands.label}: {', '.join(states)}" + (" (all)" if is_whole else ""),
        spots=(context.spot(sentence, match.start(), match.end()),),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        states=states,
        is_whole=is_whole,
        is_ours=context.is_ours(sentence, match.start(), match.end()),
        stands=stands,
        when=when_it_stood(sentence, context, match.start(), match.end()),
    )


def _ballot_claim(
    sentence: Sentence, context: Context, match: re.Match[str], listed: int, ballot: Ballot, asked: Asked
) -> ListClaim:
    states = tuple(one.iso3 for one in sentence.lists[listed])
    among = Among.OUTSIDE if OUTSIDE.search(match[0]) else Among.PARTIES if PARTIES.search(match[0]) else Among.ANY
    is_whole = (
        not NOT_WHOLE.search(match[0])
        and not REGION.search(match[0])
        and not MORE.match(sentence.outline[match.end() :])
    )
    is_whole = is_whole and (
        among is not Among.ANY or bool(re.search(r"\b(?:following|only|all)\b|\(?⟦N\d+⟧", match[0]))
    )
    return ListClaim(
        kind=ClaimKind.LIST,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=f"{ballot.label}: {', '.join(states)}",
        spots=(context.spot(sentence, match.start(), match.end()),),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        states=states,
        is_whole=is_whole,
        is_ours=asked.is_ours,
        ballot=ballot,
        among=among,
        asked=asked,
        on=context.paper.day,
    )


def _of_standing(claim: ListClaim, answers: Answers) -> Judgement:
    when = settled(claim.when, answers)
    if when is None or claim.stands is None:
        return cannot_tell("The day of this list is not clear. Say as of which day it is meant.")
    judged = {iso3: stood(iso3, claim.stands, when, answers) for iso3 in claim.states}
    wrong = [iso3 for iso3, one in judged.items() if one.verdict is Verdict.CONTRADICTS]
    keys = tuple(key for iso3 in wrong for key in judged[iso3].evidence)
    if wrong:
        whys = " ".join(judged[iso3].why for iso3 in wrong[:4])
        return contradicts(f"{len(wrong)} do not belong there", whys, keys[:8])
    if claim.is_whole and when.first == when.last:
        missing = [
            iso3
            for iso3 in answers.timeline.states
            if iso3 not in claim.states and _surely(claim.stands, iso3, when, answers)
        ]
        if missing:
            names = ", ".join(answers.name(iso3) for iso3 in missing[:6])
            register = f"{len(missing)} more on {told(when.last)}"
            if when.last > answers.horizon or not when.is_sure:
                return cannot_tell(f"The list leaves out {names}; say as of which day it is meant.", register)
            return contradicts(register, f"The list leaves out {names}{' and others' if len(missing) > 6 else ''}.")
    unclear = [iso3 for iso3, one in judged.items() if one.verdict is Verdict.CANNOT_TELL]
    if unclear:
        return cannot_tell(judged[unclear[0]].why, "", judged[unclear[0]].evidence)
    return agrees(f"all {len(claim.states)} on {told(when.last)}" + ("; none is missing" if claim.is_whole else ""))


def _surely(stands: Stands, iso3: str, when: When, answers: Answers) -> bool:
    """Whether a State has the property beyond doubt, so that a whole list must name it."""
    found = answers.timeline.standing(iso3, when.last)
    if found is None or found.is_uncertain:
        return False
    match stands:
        case Stands.NOT_PARTY:
            return not found.standing.has_joined
        case Stands.SIGNATORY_ONLY:
            return found.standing is Standing.SIGNATORY
        case Stands.WITHDRAWN:
            return found.standing is Standing.WITHDRAWN
        case Stands.PARTY:
            return found.standing is Standing.IN_FORCE
    return False


def _of_ballot(claim: ListClaim, answers: Answers) -> Judgement:
    assert claim.asked is not None
    assert claim.ballot is not None
    found = rolls(claim.asked, answers)
    if len(found.held) != 1 or found.missing:
        return cannot_tell(found.missing or "Several votes may be meant. Name body and year.")
    (roll,) = found.held
    wrong = [
        iso3
        for iso3 in claim.states
        if roll.ballot_of(iso3, answers) not in (claim.ballot, Ballot.NOT_RECORDED, None) and not roll.is_disputed(iso3)
    ]
    unclear = [iso3 for iso3 in claim.states if roll.ballot_of(iso3, answers) in (Ballot.NOT_RECORDED, None)]
    disputed = [iso3 for iso3 in claim.states if roll.is_disputed(iso3)]
    keys = (roll.key,)
    if wrong:
        told_wrong = ", ".join(f"{answers.name(iso3)}: {_label(roll, iso3, answers)}" for iso3 in wrong[:4])
        return contradicts(
            f"{len(wrong)} voted otherwise in {roll.label}", f"{told_wrong[:1].upper()}{told_wrong[1:]}.", keys
        )
    among = claim.among
    whole = roll.states(claim.ballot, among, answers, claim.on or roll.fact.voted.counts_from)
    missing = (
        [iso3 for iso3 in sorted(whole) if iso3 not in claim.states and not roll.is_disputed(iso3)]
        if claim.is_whole
        else []
    )
    if missing and (among is not Among.ANY or len(missing) <= 60):
        names = ", ".join(answers.name(iso3) for iso3 in missing[:6])
        return contradicts(
            f"{len(whole)} {claim.ballot.label} in {roll.label}",
            f"The list leaves out {names}{' and others' if len(missing) > 6 else ''}.",
            keys,
        )
    if unclear:
        return cannot_tell(f"The vote of {answers.name(unclear[0])} is not recorded there.", "", keys)
    why = f"Records differ on {', '.join(answers.name(iso3) for iso3 in disputed)}." if disputed else ""
    return agrees(f"{len(claim.states)} {claim.ballot.label} in {roll.label}", why, keys)


def _label(roll: Roll, iso3: str, answers: Answers) -> str:
    held = roll.ballot_of(iso3, answers)
    return held.label if held else "no vote"
