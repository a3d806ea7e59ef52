"""Where a State stands on a day: party, not party, signatory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.register.standing import StandingOn
from accede.register.values import ClaimedStanding
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.days import settled
from accede.reporting.checker.counting.words import ENDS, NOT_PARTY, OUTSIDE, PLAIN_STATES
from accede.reporting.checker.late import Late, Parted
from accede.reporting.checker.reading.days import Lead, told
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.scope import When, on_paper_day, when_it_stood
from accede.reporting.checker.values import (
    TREATY_UNCLEAR,
    Claim,
    ClaimKind,
    Judgement,
    agrees,
    cannot_tell,
    contradicts,
)
from accede.vocabulary.label import Labelled
from accede.vocabulary.standings import Standing

NEEDS = ("actions", "occasions", "other_treaties")


class Stands(Labelled):
    """What is said of a State."""

    PARTY = "party", "has joined"
    NOT_PARTY = "not_party", "is not party"
    NOT_JOINED = "not_joined", "has not joined"
    SIGNATORY = "signatory", "has signed"
    SIGNATORY_ONLY = "signatory_only", "has signed and not joined"
    NOT_SIGNED = "not_signed", "has not signed"
    WITHDRAWN = "withdrawn", "has withdrawn"
    NOT_WITHDRAWN = "not_withdrawn", "has not withdrawn"


ADV = (
    r"(?:(?:also|now|still|currently|today|already|all|both|each|itself|themselves|therefore|thus|as yet|yet|"
    r"so far|to date|presently|at present|formally|however|nonetheless|⟦D\d+⟧),? )*"
)
IS = rf"(?:is|are|was|were|remains?|remained|has been|have been|had been|being) {ADV}"
ALONE = r"(?! ?(?:to|of|in) (?!⟦))"
"""After "party": not "party to the dispute"."""
TO = r"(?: (?:to|of|in) ⟦T(?P<t>\d+)⟧)?"
ONE_OF = (
    r"(?:still |also |now )*(?:⟦N\d+⟧|one|among) (?:of )?(?:the |those |these )?"
    r"(?:⟦N\d+⟧ |few |many |last |only |remaining |other )*"
)
NOT = r"(?:not|never|not yet|n['’]t|no longer)"
_AMONG = rf"{IS}{ONE_OF}{PLAIN_STATES} (?:that|which|who) "
_THOSE_OUTSIDE = f"{_AMONG}{ADV}{OUTSIDE}"
PREDICATES: tuple[tuple[Stands, str], ...] = (
    (
        Stands.SIGNATORY_ONLY,
        rf"(?:have |has |had )?{ADV}signed(?: ⟦T(?P<t>\d+)⟧)?,? without (?:(?:yet|ever|so far|having) )*(?:ratifying|"
        rf"ratified|ratification)",
    ),
    (
        Stands.SIGNATORY_ONLY,
        rf"(?:have |has |had )?{ADV}signed(?: ⟦T\d+⟧)? but (?:have |has |had )?(?:(?:still )?(?:not|never)(?: yet)?|"
        rf"yet to|still to) ?(?:yet )?(?:ratified|ratify)(?: ⟦T(?P<t>\d+)⟧| it)?",
    ),
    (
        Stands.NOT_SIGNED,
        rf"(?:have|has|had) {ADV}(?:not|never|not yet|neither)(?: yet)? signed(?: ⟦T(?P<t>\d+)⟧)?(?! but)",
    ),
    (Stands.NOT_SIGNED, rf"{IS}(?:not|never) {ADV}(?:an? )?(?:original )?signator(?:y|ies){TO}"),
    (
        Stands.NOT_PARTY,
        rf"{IS}(?:not|never|not yet|no longer|neither) {ADV}(?:an? |yet a )?(?:[Ss]tates? )?"
        rf"(?:[Pp]art(?:y|ies)|[Mm]embers?|bound(?= by ⟦T)|on board)(?! [Ss]tates not){TO}{ALONE}",
    ),
    (
        Stands.NOT_PARTY,
        rf"(?:isn['’]t|aren['’]t|wasn['’]t|weren['’]t) {ADV}(?:an? )?(?:[Ss]tates? )?(?:[Pp]art(?:y|ies)|"
        rf"[Mm]embers?){TO}{ALONE}",
    ),
    (
        Stands.NOT_PARTY,
        rf"{IS}(?:an? )?(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|[Nn]on-(?:[Ss]tates? )?[Pp]art(?:y|ies)|"
        rf"[Nn]on-[Mm]embers?){TO}{ALONE}",
    ),
    (Stands.NOT_PARTY, rf"{IS}(?:still |yet )?outside(?: of)?(?: the scope of)? ⟦T(?P<t>\d+)⟧"),
    (
        Stands.NOT_PARTY,
        rf"(?:remains?|remained|stays?|stayed|stands?|stood|keeps?|kept|lies|lay) {ADV}(?:(?:outside(?: of)?|apart from|"
        rf"out of|aloof from|away from)(?: ⟦T(?P<t>\d+)⟧)?(?! (?:the|a|his|its|this) (?!⟦))|non-parties|"
        rf"non-signator(?:y|ies))",
    ),
    (
        Stands.NOT_JOINED,
        rf"(?:(?:have|has|had) {ADV}(?:not|never|not yet|yet to|still to|still not|neither|yet not)(?: yet)?|"
        rf"(?:hasn['’]t|haven['’]t|hadn['’]t)(?: yet)?|{IS}(?:yet|still) to) {ADV}"
        rf"(?:formally )?(?:join(?:ed)?|ratif(?:y|ied)|acced(?:ed|e)(?: to)?|adhered?(?: to)?|"
        rf"become (?:a )?(?:[Ss]tates? )?[Pp]art(?:y|ies)(?: to)?|become a member(?: of)?)"
        rf"(?:,? (?:or|nor|and) (?:otherwise )?(?:acceded?(?: to)?|ratified|joined|ratify|join))*"
        rf"(?: ⟦T(?P<t>\d+)⟧| it\b)?{ENDS}",
    ),
    (Stands.PARTY, r"(?:belongs?|belonged) to ⟦T(?P<t>\d+)⟧"),
    (
        Stands.NOT_PARTY,
        r"(?:did|does|do) not (?:belong|adhere) to ⟦T(?P<t>\d+)⟧|never (?:joined|ratified|acceded to|"
        r"became (?:a )?party to) ⟦T(?P<t_b>\d+)⟧",
    ),
    (
        Stands.SIGNATORY_ONLY,
        rf"{IS}the (?:only|last|sole)(?: remaining| outstanding)?(?: one)? of the signatories{TO}",
    ),
    (
        Stands.NOT_PARTY,
        rf"{IS}{ONE_OF}{NOT_PARTY}",
    ),
    (Stands.NOT_JOINED, _THOSE_OUTSIDE),
    (Stands.PARTY, rf"{IS}{ONE_OF}(?:[Ss]tates? [Pp]arties|[Pp]arties|[Mm]embers(?= of ⟦T)){TO}{ENDS}"),
    (Stands.NOT_SIGNED, r"never signed ⟦T(?P<t>\d+)⟧"),
    (Stands.SIGNATORY, rf"{IS}(?:an? |the only |only an? )?(?:original )?signator(?:y|ies)(?: States?)?{TO}"),
    (
        Stands.PARTY,
        rf"{IS}(?:an? )?(?:full )?(?:[Ss]tates? [Pp]art(?:y|ies)|[Pp]art(?:y|ies)(?= (?:to|of) ⟦T)|"
        rf"[Pp]art(?:y|ies)(?=[.,;)]|$| ⟦D)|[Mm]ember [Ss]tates?(?= of ⟦T)|[Mm]embers?(?= of ⟦T)|"
        rf"bound(?= by ⟦T)){TO}(?! (?:to|of) (?!⟦))",
    ),
    (
        Stands.NOT_WITHDRAWN,
        r"(?:have|has|had) (?:not|never|not yet) (?:withdrawn(?: from ⟦T(?P<t>\d+)⟧)?|left ⟦T(?P<t_b>\d+)⟧)",
    ),
)
SUBJECT = (
    r"⟦L(?P<l>\d+)⟧(?: in the (?:[A-Z]\w+ ?){1,2})?(?:, (?:(?!⟦L)[^.;:,]){0,90}?,)?(?:,? (?:[–—-] )?(?:which|who|that))? ?"
    + ADV
)
FRAMES = tuple(
    (
        stands,
        # The longest shares a part with the numbers of States.
        Parted((SUBJECT, _AMONG, ADV, OUTSIDE), re.IGNORECASE)
        if words == _THOSE_OUTSIDE
        else Late(SUBJECT + rf"(?:{words})", re.IGNORECASE),
    )
    for stands, words in PREDICATES
)
NEITHER = Late(
    r"\b[Nn]either (?:the )?⟦L(?P<l>\d+)⟧ nor (?:the )?⟦L(?P<l_b>\d+)⟧ (?:has|have|had|is|are|was|"
    r"were) (?:yet )?(?:joined|ratified|acceded to|acceded|signed or ratified|become (?:a )?party to|"
    r"(?:a )?(?:[Ss]tate )?[Pp]arty to|a member of)(?: ⟦T(?P<t>\d+)⟧)?"
    r"|\b[Nn]one of (?:these|the following)[^.;⟦]{0,30}⟦L(?P<l_c>\d+)⟧[^.;⟦]{0,10}(?:has|have|is|are) "
    r"(?:joined|ratified|acceded|[Pp]arty)"
)
APPOSED: tuple[tuple[Stands, Late], ...] = (
    (
        Stands.NOT_PARTY,
        Late(
            r"⟦L(?P<l>\d+)⟧,? (?:(?:a|as a|which is a|two|three|four|both|"
            r"all) )(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|[Nn]on-[Ss]tates? [Pp]art(?:y|ies))(?: "
            r"(?:to|of) ⟦T(?P<t>\d+)⟧)?"
        ),
    ),
    (Stands.NOT_PARTY, Late(r"\b[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)(?: to ⟦T(?P<t>\d+)⟧)? ⟦L(?P<l>\d+)⟧")),
    (
        Stands.NOT_PARTY,
        Late(
            r"\b(?:[Aa]s an?|[Bb]eing an?|[Ss]till an?) (?:[Ss]tate not (?:yet )?[Pp]arty|[Nn]on-[Ss]tate [Pp]arty|[Nn]on-[Pp]arty)"
            r"(?: to ⟦T(?P<t>\d+)⟧)?, (?:the )?⟦L(?P<l>\d+)⟧"
        ),
    ),
    (Stands.NOT_PARTY, Late(r"⟦L(?P<l>\d+)⟧ \((?:not (?:a )?[Pp]arty|[Ss]tate not [Pp]arty|non-[Pp]arty)\)")),
    (Stands.PARTY, Late(r"(?<!non-)(?<!Non-)\b[Ss]tates? [Pp]art(?:y|ies)(?: to ⟦T(?P<t>\d+)⟧)? ⟦L(?P<l>\d+)⟧")),
    (
        Stands.PARTY,
        Late(r"⟦L(?P<l>\d+)⟧,? (?:(?:a|as a|which is a) )[Ss]tate [Pp]arty(?: (?:to|of) ⟦T(?P<t>\d+)⟧)?"),
    ),
    (
        Stands.SIGNATORY,
        Late(r"⟦L(?P<l>\d+)⟧,? (?:(?:a|as a|the only|an original|the sole) )signatory(?: (?:to|of) ⟦T(?P<t>\d+)⟧)?"),
    ),
    (Stands.NOT_PARTY, Late(rf"⟦L(?P<l>\d+)⟧,? (?:as )?{ONE_OF}{NOT_PARTY}")),
    (Stands.PARTY, Late(rf"⟦L(?P<l>\d+)⟧,? (?:as )?{ONE_OF}[Ss]tates [Pp]arties{TO}{ENDS}")),
    (Stands.SIGNATORY, Late(r"\b(?:the )?(?:only |sole )?signatory (?:State )?⟦L(?P<l>\d+)⟧")),
)
NOT_ALONE = Late(
    r"\b(?:in|from|within|inside|near|for|with|against|by|on|than|towards|under|between) (?:the )?$|"
    r"\b(?:parliament|senate|government|president|minister|delegation|people|army) of (?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingClaim(Claim):
    """One State and where it is said to stand, on a day."""

    iso3: str
    stands: Stands
    when: When | None
    is_ours: bool | None
    treaty: str = ""
    """The key of the treaty, where it is known."""


def find(sentence: Sentence, context: Context) -> Iterator[StandingClaim]:
    """Where a sentence says that States stand."""
    if sentence.language != "en" or "⟦L" not in sentence.outline or is_question(sentence):
        return
    taken: list[tuple[int, int]] = []
    for match in NEITHER.finditer(sentence.outline):
        taken.append(match.span())
        for name in ("l", "l_b", "l_c"):
            if match[name]:
                yield from _claims(sentence, context, match, Stands.NOT_PARTY, listed=int(match[name]))
    for stands, frame in (*FRAMES, *APPOSED):
        for match in frame.finditer(sentence.outline):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            if is_hedged(sentence, match.start(), match.end()) or NOT_ALONE.search(sentence.outline[: match.start()]):
                continue
            taken.append(match.span())
            yield from _claims(sentence, context, match, stands)


def judge(claim: StandingClaim, answers: Answers) -> Judgement:
    """Whether the State stood there on the day."""
    if claim.is_ours is None:
        return cannot_tell(TREATY_UNCLEAR)
    if not claim.is_ours:
        return _of_another(claim, answers)
    when = settled(claim.when, answers)
    if when is None:
        return cannot_tell("The day of this is not clear. Say as of which day it is meant.")
    return stood(claim.iso3, claim.stands, when, answers)


def stood(iso3: str, stands: Stands, when: When, answers: Answers) -> Judgement:
    """Whether a State stood there at some time in the days given."""
    name = answers.name(iso3)
    last = answers.timeline.standing(iso3, when.last)
    if last is None:
        return cannot_tell(f"{name} was not one of the States that could join then.")
    first = answers.timeline.standing(iso3, when.first) or last
    register = f"{name} {_phrase(last)} on {told(when.last)}"
    outcomes = {_holds(stands, one) for one in (first, last)}
    keys = last.evidence
    if True in outcomes:
        why = (
            ""
            if last.standing is not Standing.JOINED_NOT_IN_FORCE
            else "Its instrument is deposited; the treaty was not yet in force for it."
        )
        return agrees(register, why, keys)
    if None in outcomes:
        return cannot_tell(f"The register leaves this open: {last.why}".strip(), register, keys)
    if not when.is_sure:
        return cannot_tell("The day of this is not clear. Say as of which day it is meant.", register, keys)
    if when.last > answers.horizon:
        return cannot_tell(f"The register ends on {told(answers.horizon)}.", register, keys)
    since = f" since {told(last.since)}" if last.since else ""
    return contradicts(register, f"{name} {_phrase(last)}{since}.", keys)


def _claims(
    sentence: Sentence, context: Context, match: re.Match[str], stands: Stands, *, listed: int | None = None
) -> Iterator[StandingClaim]:
    groups = match.groupdict()
    states = sentence.lists[int(groups["l"]) if listed is None else listed]
    sign = next((int(groups[name]) for name in ("t", "t_b") if groups.get(name)), None)
    when = when_it_stood(sentence, context, match.start(), match.end())
    if when is not None and when.lead in (Lead.SINCE, Lead.AFTER):
        when = None
    if when is not None and _is_of_another_day(match[0], when, context):
        when = on_paper_day(context, is_sure=False)
    for state in states:
        yield StandingClaim(
            kind=ClaimKind.STANDING,
            where=context.passage.where,
            text=sentence.words(match.start(), match.end()),
            stated=f"{state.iso3} {stands.label}" + (f", {when.wording()}" if when and not when.meeting else ""),
            spots=context.spots(sentence, match.start(), match.end(), state if len(states) > 1 else None),
            is_by_others=is_by_others(sentence, match.start(), match.end()),
            iso3=state.iso3,
            stands=stands,
            when=when,
            is_ours=context.is_ours(sentence, match.start(), match.end(), sign=sign),
            treaty=context.treaty_of(sentence, match.start(), match.end(), sign=sign) or "",
        )


def _is_of_another_day(words: str, when: When, context: Context) -> bool:
    """Whether what is told in the present stands beside a day of something else: "has not ratified what it signed in 1997"."""
    is_now = re.search(r"\b(?:is|are|has|have|remains?|stands?|stays?)\b", words) and not re.search(
        r"\b(?:was|were|had)\b", words
    )
    return (
        bool(is_now)
        and not when.meeting
        and when.lead in (Lead.ON, Lead.NONE)
        and when.last.year < context.paper.day.year
    )


def _holds(stands: Stands, found: StandingOn) -> bool | None:
    """Whether it holds of a standing; None where the dates leave it open.

    A State that has deposited is party by one way of counting and not yet by the other; where it is not even known
    whether it has, nothing of either can be said.
    """
    if stands in (Stands.PARTY, Stands.NOT_PARTY) and len({one.has_joined for one in found.possible}) > 1:
        return None
    outcomes = {_holds_of(stands, one, found) for one in found.possible or (found.standing,)}
    return outcomes.pop() if len(outcomes) == 1 else None


def _holds_of(stands: Stands, standing: Standing, found: StandingOn) -> bool:
    match stands:
        case Stands.PARTY:
            return standing.has_joined
        case Stands.NOT_PARTY:
            return standing is not Standing.IN_FORCE
        case Stands.NOT_JOINED:
            return not standing.has_joined
        case Stands.SIGNATORY:
            return found.has_signed
        case Stands.SIGNATORY_ONLY:
            return standing is Standing.SIGNATORY
        case Stands.NOT_SIGNED:
            return not found.has_signed
        case Stands.WITHDRAWN:
            return standing is Standing.WITHDRAWN
        case Stands.NOT_WITHDRAWN:
            return standing is not Standing.WITHDRAWN


def _phrase(found: StandingOn) -> str:
    match found.standing:
        case Standing.IN_FORCE:
            return "is a State Party"
        case Standing.JOINED_NOT_IN_FORCE:
            return "has joined, not yet in force for it"
        case Standing.SIGNATORY:
            return "has signed and not joined"
        case Standing.NON_SIGNATORY:
            return "has neither signed nor joined"
        case Standing.WITHDRAWN:
            return "has withdrawn"


def _of_another(claim: StandingClaim, answers: Answers) -> Judgement:
    """Lists of other treaties name some States: what they say can agree, and says nothing of other days."""
    held = [
        each
        for each in answers.register.other_claims
        if (each.fact.treaty, each.fact.state) == (claim.treaty, claim.iso3)
    ]
    when = settled(claim.when, answers)
    keys = tuple(each.key for each in held[-2:])
    if when is not None and held:
        party = [
            each
            for each in held
            if each.fact.standing is ClaimedStanding.PARTY
            and (each.fact.bound or each.fact.listed).counts_from <= when.last
        ]
        if party:
            listed = f"listed as a party on {party[-1].fact.listed.wording()}"
            if claim.stands in (Stands.PARTY, Stands.SIGNATORY):
                return agrees(listed, "", keys)
            return cannot_tell(f"It is {listed}; the register holds no later word.", listed, keys)
        until = max(each.fact.listed.counts_from for each in held)
        if (
            when.last <= until
            and claim.stands is Stands.NOT_PARTY
            and all(each.fact.standing is not ClaimedStanding.PARTY for each in held)
        ):
            return agrees(f"not listed as a party on {held[-1].fact.listed.wording()}", "", keys)
    return cannot_tell("This is said of another treaty; the register holds only lists of it for some States.", "", keys)
