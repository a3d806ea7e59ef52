"""What the presidency did: letters and to how many, replies, meetings, press releases, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.activities.values import Activity
from accede.records.values import Evidence
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.activities import ActivityKind

NEEDS = ("actions", "occasions", "activities")

_STATES = r"(?:[Ss]tates?|[Cc]ountries|[Nn]ations|[Gg]overnments)(?! [Pp]art(?:y|ies))"
_OUTSIDE = (
    r"(?P<outside>(?: (?:not (?:yet )?(?:[Pp]art(?:y|ies)|bound)|outside|that (?:have|had) not|which "
    r"(?:have|had) not|still outside|remaining outside))?)"
)
_TO = (
    r"(?: (?:in|on) [\w ]{3,20}?)?(?: ⟦D\d+⟧,?)?(?: (?:from|by) (?:the )?[\w ]{3,40}?)?,? to "
    r"(?:each of |all of |all |every one of |the capitals of )?(?:the )?"
)
LETTERS = Late(
    rf"\b(?:wrote|written|writing|has written|sent (?:an? |individual |identical |personal )*letters?|"
    rf"[Ll]etters? (?:(?:was|were|has been|have been|had been) )?(?:sent|went out|gone out|dispatched|addressed|"
    rf"mailed)|[Ll]etters? (?:went(?: out)?|have gone(?: out)?)|[Ll]etters?|reached out|"
    rf"addressed (?:a )?letters?)(?: individually)?{_TO}⟦N(?P<n>\d+)⟧ (?:{_STATES}{_OUTSIDE}|of them)"
    rf"|⟦N(?P<n_b>\d+)⟧ {_STATES}{_OUTSIDE.replace('outside>', 'outside_b>')}[^.;⟦]{{0,30}} "
    rf"(?:received (?:a |the )?(?:President['’]s )?letters?|were written to)"
)
FROM_PRESIDENT = re.compile(r"\b(?:President|presidency|Presidency|Chair|we|I|Ambassador)\b")
REPLIES = Late(
    rf"(?<!of the )(?<!of )(?<!all )⟦N(?P<n>\d+)⟧ (?:of (?:them|these|the ⟦N\d+⟧|the) )?"
    rf"(?:{_STATES}(?: not (?:yet )?[Pp]arty)? ?)?(?:have |has |had )?(?:replied|responded|answered|"
    rf"sent (?:a |written )?(?:repl(?:y|ies)|responses?)|provided (?:a )?(?:written )?(?:repl(?:y|ies)|responses?))|"
    rf"(?<!of the )\b⟦N(?P<n_b>\d+)⟧ (?:written )?(?:repl(?:y|ies)|responses?)\b"
)
REPLIED = Late(
    r"\b(?:drew|brought|received|elicited|prompted) (?:written )?(?:repl(?:y|ies)|responses?|"
    r"answers) from (?:the )?⟦L(?P<l_c>\d+)⟧"
    r"|⟦L(?P<l>\d+)⟧ (?:(?:has|have|had|also|both|all) )*(?:replied|responded|"
    r"answered)\b(?: to the (?:President['’]s )?letters?)?"
    r"|\b(?:replied|responded|written responses?|written repl(?:y|ies)|responses?|repl(?:y|ies))"
    r"(?: (?:to|from|were received from)[^:⟦.;]{0,60})?(?::| from) (?:the )?⟦L(?P<l_b>\d+)⟧"
)
BILATERAL = re.compile(
    r"\b(?:bi-?lateral (?:meetings?|talks|discussions|contacts)|met (?:bi-?laterally|separately|in turn)) "
    r"(?:with|were held with)[^⟦.;]{0,60}⟦L(?P<l>\d+)⟧"
)
DATED: tuple[tuple[ActivityKind, Late], ...] = (
    (
        ActivityKind.WORKING_GROUP,
        Late(
            r"\b(?:convened|chaired|held|met)\b[^.;]{0,60}\b(?:Working Group|Coordinating Group)\b"
            r"|\b(?:Working Group|Coordinating Group)\b[^.;]{0,40}\b(?:convened|met|was held|"
            r"gathered|took place|was convened)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ActivityKind.PRESS_RELEASE,
        Late(r"\b(?:disseminated|issued|published|released) (?:a |the )?press release", re.IGNORECASE),
    ),
    (
        ActivityKind.APPEAL,
        Late(
            r"\b(?:addressed|spoke (?:to|at|before)|delivered [^.;]{0,40} to) the Conference on Disarmament",
            re.IGNORECASE,
        ),
    ),
)
MORE_OR_LESS = (Bound.EXACT, Bound.MORE_THAN, Bound.AT_LEAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityClaim(Claim):
    """One activity: its kind, the days it may have been on, the State it was with or about, how many it went to."""

    activity: ActivityKind
    first: date
    last: date
    iso3: str = ""
    number: Quantity | None = None
    is_sure: bool = False
    """Whether it is the presidency that wrote, to States outside."""


def find(sentence: Sentence, context: Context) -> Iterator[ActivityClaim]:
    """The activities of a sentence, as far as the register could hold them."""
    outline = sentence.outline
    if sentence.language != "en" or is_question(sentence):
        return
    for kind, match, iso3, number in (*_letters_told(sentence), *_meetings_told(sentence)):
        if not is_hedged(sentence, match.start(), match.end()):
            yield _claim(sentence, context, match, kind, iso3=iso3, number=number)
    first, last, is_told = _when(sentence, context)
    if is_told and first == last:
        about = sentence.states()
        for kind, pattern in DATED:
            for match in pattern.finditer(outline):
                if not is_hedged(sentence, match.start(), match.end()):
                    iso3 = about[0] if kind is ActivityKind.PRESS_RELEASE and len(about) == 1 else ""
                    yield _claim(sentence, context, match, kind, iso3=iso3)


_Told = tuple[ActivityKind, re.Match[str], str, Quantity | None]


def _letters_told(sentence: Sentence) -> Iterator[_Told]:
    """Letters and to how many, replies and from how many or whom."""
    outline = sentence.outline
    for match in LETTERS.finditer(outline):
        yield ActivityKind.LETTER_ROUND, match, "", sentence.numbers[int(match["n"] or match["n_b"])]
    if re.search(r"\bletters?\b", sentence.paragraph):
        for match in REPLIES.finditer(outline):
            yield ActivityKind.REPLY, match, "", sentence.numbers[int(match["n"] or match["n_b"])]
        for match in REPLIED.finditer(outline):
            for state in sentence.lists[int(match["l"] or match["l_b"] or match["l_c"])]:
                yield ActivityKind.REPLY, match, state.iso3, None


def _meetings_told(sentence: Sentence) -> Iterator[_Told]:
    for match in BILATERAL.finditer(sentence.outline):
        for state in sentence.lists[int(match["l"])]:
            yield ActivityKind.BILATERAL, match, state.iso3, None


def judge(claim: ActivityClaim, answers: Answers) -> Judgement:
    """Whether it is recorded. That nothing else was done is not recorded, but to how many a letter went is."""
    held = [
        each
        for each in answers.register.counting(answers.register.of_sources(answers.register.activities))
        if each.fact.kind is claim.activity and _is_in(each.fact, claim)
    ]
    if claim.number is not None:
        return _letters(claim, held) if claim.activity is ActivityKind.LETTER_ROUND else _replies(claim, held, answers)
    if claim.iso3:
        held = [
            each
            for each in held
            if claim.iso3 in each.fact.towards or claim.iso3 in (each.fact.by, each.fact.about_state)
        ]
    if held:
        return agrees(_told(held[0].fact), "", tuple(each.key for each in held[:4]))
    return cannot_tell("The register holds no such activity on those days, and no whole list of what was done.")


def _when(sentence: Sentence, context: Context) -> tuple[date, date, bool]:
    """The days of an activity: what the sentence says, else the year of the paper."""
    told = [
        day
        for day in sentence.days
        if not day.wrong
        and day.year_is_told
        and day.lead not in (Lead.SINCE, Lead.BEFORE, Lead.AFTER)
        and not day.is_relative
    ]
    first, last = sentence.clauses[0][0], len(sentence.outline)
    fronted = [
        sentence.days[index]
        for start, _, index in sentence.signs("D", first, last)
        if start < 25 and sentence.days[index] in told
    ]
    if fronted or told:
        day = (fronted or told)[0]
        return day.first, day.last, True
    for earlier in reversed(context.earlier):
        days = [day for day in earlier.days if not day.wrong and day.year_is_told]
        if days:
            return date(days[0].first.year, 1, 1), date(days[0].last.year, 12, 31), False
    year = context.paper.day.year
    return date(year, 1, 1), date(year, 12, 31), False


def _claim(
    sentence: Sentence,
    context: Context,
    match: re.Match[str],
    activity: ActivityKind,
    *,
    iso3: str = "",
    number: Quantity | None = None,
) -> ActivityClaim:
    first, last, _ = _when(sentence, context)
    said = " ".join(filter(None, (number.wording() if number else "", activity.label, iso3, str(first.year))))
    return ActivityClaim(
        kind=ClaimKind.ACTIVITY,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=said,
        spots=(context.spot(sentence, match.start(), match.end()),),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        activity=activity,
        first=first,
        last=last,
        iso3=iso3,
        number=number,
        is_sure=activity is not ActivityKind.LETTER_ROUND or _is_of_president(sentence, match),
    )


def _is_of_president(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether letters are told to be the President's, to States outside."""
    groups = match.groupdict()
    to_outside = groups.get("outside") or groups.get("outside_b")
    return bool(to_outside) and bool(FROM_PRESIDENT.search(sentence.outline))


def _is_in(fact: Activity, claim: ActivityClaim) -> bool:
    earliest, latest = fact.on.earliest or date.min, fact.on.latest or date.max
    return earliest <= claim.last and claim.first <= latest


def _letters(claim: ActivityClaim, held: list[Evidence[Activity]]) -> Judgement:
    assert claim.number is not None
    counted = [each for each in held if each.fact.towards_count is not None]
    keys = tuple(each.key for each in counted)
    if not counted:
        return cannot_tell("The register does not hold to how many States letters went then.")
    register = f"letters to {', '.join(str(each.fact.towards_count) for each in counted)} States"
    if any(claim.number.fits(each.fact.towards_count or 0) for each in counted):
        return agrees(register, "", keys)
    if len(counted) == 1 and claim.is_sure and claim.number.bound in MORE_OR_LESS:
        return contradicts(register, f"The register has {register} then.", keys)
    return cannot_tell("There may have been other letters then.", register, keys)


def _replies(claim: ActivityClaim, held: list[Evidence[Activity]], answers: Answers) -> Judgement:
    assert claim.number is not None
    keys = tuple(each.key for each in held)
    register = f"{len(held)} replies held"
    if claim.number.fits(len(held)):
        return agrees(register, "", keys)
    rounds = {each.fact.reply_to for each in held}
    letters = [each for each in answers.register.activities if each.key in rounds]
    # The paper that tells of the letters names all who answered.
    if len(rounds) == 1 and letters and all(each.source == letters[0].source for each in held):
        return contradicts(register, f"The register has {register} to that letter.", keys)
    return cannot_tell("The register holds no whole list of replies.", register, keys)


def _told(fact: Activity) -> str:
    about = fact.title or fact.forum or ", ".join(fact.towards) or fact.about_state
    return f"{fact.kind.label}, {fact.on.wording()}" + (f": {about}" if about else "")
