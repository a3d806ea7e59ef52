"""That nobody joined, signed or withdrew in a time: "no State joined in 2013", "there has been no accession since 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.first_since import GROUP
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead, told
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.scope import ONE_DAY
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.treaty_actions import ACCEDING, CONSENT, RATIFYING, TreatyActionKind

NEEDS = ("actions", "occasions")
_WHO = (
    r"(?:(?:no|not (?:a |any )?(?:single |one )?|not one|not ⟦N\d+⟧|never a|without (?:a |any )?(?:single )?) ?"
    r"(?:new |further |additional |more |single )*(?:[Ss]tates?|countr(?:y|ies)|nations?|governments?)|nobody|no one|"
    r"none)"
)
_DID = (
    r"(?:(?:has|have|had) )?(?:(?:newly|formally|since|ever|then|also) )*"
    r"(?P<verb>joined|acceded|ratified|adhered|become (?:a )?(?:[Ss]tate )?[Pp]arty|"
    r"became (?:a )?(?:[Ss]tate )?[Pp]arty|deposited (?:its|an) instrument(?: of \w+)?|signed|withdr(?:ew|awn)|left|"
    r"joining|acceding|ratifying|signing|withdrawing)"
)
NOBODY = Late(rf"\b{_WHO} {_DID}(?:(?: or| nor) \w+(?: to)?)?(?: to)?(?: (?:from |of )?⟦T\d+⟧)?", re.IGNORECASE)
NO_ACTS = Late(
    r"\b(?:no|not (?:a |any )?(?:single )?|without (?:a |any )?(?:single )?) ?(?:new |further |additional |more |"
    r"single )*"
    r"(?P<verb>accessions?|ratifications?|(?:new )?[Ss]tates? [Pp]art(?:y|ies)|adherents?|newcomers?|signatures?|"
    r"withdrawals?|instruments? (?:was|were|has been|have been) deposited)(?: (?:or|nor) \w+)?(?: "
    r"(?:to|of|from) ⟦T\d+⟧)?",
    re.IGNORECASE,
)
_GAP = r"(?:(?!⟦[LN])[^.;:]){0,40}?"
FROM_TO = re.compile(rf"{_GAP}(?P<first>⟦D\d+⟧)(?: ?(?:and|to|until|through|–|-) ?(?:the end of )?(?P<last>⟦D\d+⟧))?")
SINCE_STATE = re.compile(rf"{_GAP}\bsince (?:that of |the (?:accession|ratification) (?:of|by) )?⟦L(?P<l>\d+)⟧")
FRONTED = re.compile(
    r"(?P<first>⟦D\d+⟧)(?: ?(?:and|to|until|through|–|-) ?(?P<last>⟦D\d+⟧))?,? "
    r"(?:there (?:were|was|has been|have been) |saw |brought |passed |went by )?$"
)
OTHER = re.compile(r"\bother\b|\belse\b|\bbut\b|\bexcept\b|\bapart\b|\bmore than\b|\bfewer\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyClaim(Claim):
    """That nobody did it from one day to another, both included. `since` is the State after which nobody did."""

    verb: str
    first: date | None
    last: date
    since: str
    is_ours: bool | None


def find(sentence: Sentence, context: Context) -> Iterator[NobodyClaim]:
    """Where a sentence says that nobody did."""
    if sentence.language != "en" or is_question(sentence) or is_conditional(sentence):
        return
    for frame in (NOBODY, NO_ACTS):
        for match in frame.finditer(sentence.outline):
            comma = max(sentence.outline.rfind(sign, 0, match.start()) for sign in ",;:")
            around = sentence.outline[max(0, comma, match.start() - 30) : match.end() + 60]
            if (
                is_hedged(sentence, match.start(), match.end())
                or GROUP.search(re.sub(r"⟦[A-Z]\d+⟧", "", around))
                or OTHER.search(around)
            ):
                continue
            time = _time(sentence, match, context)
            if time is None:
                continue
            first, last, since, end = time
            yield NobodyClaim(
                kind=ClaimKind.CHANGE,
                where=context.passage.where,
                text=sentence.words(match.start(), max(end, match.end())),
                stated=f"nobody {match['verb']}, {first or since} to {last}",
                spots=(context.spot(sentence, match.start(), match.end()),),
                is_by_others=is_by_others(sentence, match.start(), match.end()),
                verb=match["verb"].lower(),
                first=first,
                last=last,
                since=since,
                is_ours=context.is_ours(sentence, match.start(), match.end()),
            )
            return


def judge(claim: NobodyClaim, answers: Answers) -> Judgement:
    """Whether somebody did it then after all."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this is said of the treaty asked about. Name it in the sentence.")
    if claim.last > answers.horizon + timedelta(days=400):
        return cannot_tell(f"The register ends on {told(answers.horizon)}.")
    kinds = _kinds(claim.verb)
    first = claim.first
    acts = [
        (effect.done.earliest, effect.done.latest, iso3, effect.key)
        for iso3 in answers.timeline.states
        for effect in answers.timeline.effects_of(iso3)
        if effect.kind in kinds and effect.done is not None
    ]
    if claim.since:
        own = [one for one in acts if one[2] == claim.since]
        if not own or own[0][0] != own[0][1]:
            return cannot_tell("The register does not hold this day.")
        first = own[0][1] + ONE_DAY
    if first is None or first > claim.last:
        return cannot_tell("The time that is meant is not clear.")
    sure = [one for one in acts if first <= one[0] and one[1] <= claim.last and one[2] != claim.since]
    if not sure:
        perhaps = [one for one in acts if one[0] <= claim.last and first <= one[1] and one[2] != claim.since]
        if perhaps:
            return cannot_tell(
                "Somebody may have: a day is known only roughly.", "", tuple(one[3] for one in perhaps[:5])
            )
        return agrees("nobody did")
    names = ", ".join(f"{answers.name(iso3)} ({told(latest)})" for _, latest, iso3, _ in sorted(sure)[:5])
    keys = tuple(one[3] for one in sure[:8])
    if re.search("party|parties|adherent|newcomer", claim.verb):
        return cannot_tell(f"By deposits: {names}; but the entry into force may be meant.", names, keys)
    return contradicts(names, f"Then did: {names}.", keys)


def _kinds(verb: str) -> frozenset[TreatyActionKind]:
    if re.search("sign", verb):
        return frozenset({TreatyActionKind.SIGNATURE})
    if re.search("withdr|left", verb):
        return frozenset({TreatyActionKind.WITHDRAWAL})
    if "acce" in verb:
        return ACCEDING
    return RATIFYING if "ratif" in verb else CONSENT


def _time(sentence: Sentence, match: re.Match[str], context: Context) -> tuple[date | None, date, str, int] | None:
    """From when to when; the State since which; where the words end. None where it is not told, or not clear."""
    outline = sentence.outline
    paper = context.said_on
    if found := SINCE_STATE.match(outline, match.end()):
        states = sentence.lists[int(found["l"])]
        return (None, paper, states[0].iso3, found.end()) if len(states) == 1 and context.paper.is_given else None
    found = FROM_TO.match(outline, match.end()) or FRONTED.search(outline[: match.start()])
    if found is None:
        return None
    start = sentence.days[int(found["first"][2:-1])]
    stop = sentence.days[int(found["last"][2:-1])] if found["last"] else None
    if (
        _is_bad(start)
        or (stop is not None and _is_bad(stop))
        or _days_beside(sentence, match, found) > (2 if stop else 1)
    ):
        return None
    end = found.end() if found.re is FROM_TO else match.end()
    if stop is not None:
        return start.first, stop.last, "", end
    match start.lead:
        case Lead.SINCE | Lead.AFTER:
            return (start.last + ONE_DAY, paper, "", end) if context.paper.is_given else None
        case Lead.ON | Lead.NONE | Lead.BETWEEN:
            return start.first, start.last, "", end
    return None


def _days_beside(sentence: Sentence, match: re.Match[str], found: re.Match[str]) -> int:
    """How many days are told in the same part of the sentence."""
    outline = sentence.outline
    begin = found.start("first") if found.re is FRONTED else match.start()
    first = max(max(outline.rfind(sign, 0, begin) for sign in ",;:"), outline.rfind(" because ", 0, begin), 0)
    end = max(match.end(), found.end() if found.re is FROM_TO else 0)
    stops = [at for sign in (";", ", nor", ", and", ", but") if (at := outline.find(sign, end)) >= 0]
    return len(sentence.signs("D", first, min(stops, default=len(outline))))


def _is_bad(day: Day) -> bool:
    return bool(day.wrong) or not day.year_is_told or day.is_relative or day.is_apart
