"""Lists of the States that cast one ballot: "the 16 abstentions were those of ...", "Abstaining: ...", a column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.totals import REGION
from accede.reporting.checker.listing import MORE, SOME_OF
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.rolls import UNCLEAR, Among, Asked, asked_in, rolls
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, agrees, cannot_tell, contradicts
from accede.vocabulary.ballots import Ballot

NEEDS = ("actions", "occasions", "roll_calls")

BALLOTS = (
    (
        Ballot.NOT_PRESENT,
        re.compile(r"\b(?:not present|absent(?:ees?)?)\b", re.IGNORECASE),
    ),
    (
        Ballot.ABSTAINED,
        re.compile(r"\b(?:abstain(?:ed|ing|ers?|s)?|abstentions?)\b", re.IGNORECASE),
    ),
    (
        Ballot.AGAINST,
        re.compile(
            r"\b(?:vot(?:ed|ing|es?) (?:against|no\b)|against|opposed|(?:no|negative|dissenting|opposing) votes?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Ballot.IN_FAVOUR,
        re.compile(
            r"\b(?:vot(?:ed|ing|es?) (?:in (?:its )?favou?r|for|yes)|in favou?r|(?:yes|affirmative|positive) "
            r"votes?)\b",
            re.IGNORECASE,
        ),
    ),
)
LABEL = re.compile(r"(?:^|[.;] ?|\) ?)(?P<word>For|Yes|No)(?: \(⟦N\d+⟧\))? ?: ?(?:the )?$")
"""Words that are a ballot only where they stand before the colon."""
LABELS = {"For": Ballot.IN_FAVOUR, "Yes": Ballot.IN_FAVOUR, "No": Ballot.AGAINST}
LINK = re.compile(
    r"(?:[^;:⟦]|⟦[DUTNOM]\d+⟧){0,160}?(?: ?: ?| \((?:namely )?| [–—-]{1,2} |,? namely,? | (?:were|was|are|came from|"
    r"are those of)"
    r"(?: (?:those|that|the votes?|cast|made)(?: of| by)?| by| from)?:? |,? (?:includ(?:ed|ing|es?)|such as|among "
    r"them|notably|like) )(?:the )?$"
)
"""From a ballot to the list."""
PASSED_OVER = re.compile(
    r"\b(?:and|but|while|whereas)\b.*\b(?:adopted|opened|met|spoke|said|joined|explained|"
    r"took)\b"
)
NOT_WHOLE = re.compile(
    r"\b(?:one of|includ\w+|such as|among|like|notably|e\.g|example|some|several|many|other|others|few|led by)\b",
    re.IGNORECASE,
)
FIRM = re.compile(r"\b(?:following|only|all|sole|those)\b|\b[Tt]he (?:⟦N\d+⟧ )?(?:\w+ )?$", re.IGNORECASE)
OUTSIDE = re.compile(r"\b(?:[Ss]tates? not (?:yet )?[Pp]art(?:y|ies)|[Nn]on-(?:[Ss]tates )?[Pp]arties|outside)\b")
PARTIES = re.compile(r"(?<!not )(?<!non-)\b[Ss]tates? [Pp]art(?:y|ies)\b")
NUMBER = re.compile(r"⟦N(\d+)⟧")
COUNTED = re.compile(r"⟦N\d+⟧ (?:[\w-]+ ){0,2}\w+ ?(?:\((?:namely )?|: ?| [–—-]{1,2} |,? namely,? )(?:the )?$")
""" "16 abstentions (...)": all that were counted are named."""
COUNTED_BEFORE = re.compile(r"⟦N\d+⟧ (?:[\w-]+ ){0,5}$")
MOST_MISSING = 60
"""A list that leaves out more was hardly meant to be whole."""
NAMED_ALL = re.compile(r"(?: ?:| \((?:namely )?| [–—-]{1,2}|,? namely,?) ?(?:the )?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotListClaim(Claim):
    """States that are said to have cast a ballot. `is_whole`: that they are all of these States that did."""

    states: tuple[str, ...]
    is_whole: bool
    ballot: Ballot
    among: Among
    asked: Asked
    on: date
    """The day of the paper, by which those outside may be counted in a vote of another day."""


def find(sentence: Sentence, context: Context) -> Iterator[BallotListClaim]:
    """The lists behind a ballot in a sentence."""
    outline = sentence.outline
    if sentence.language != "en" or "⟦L" not in outline or is_question(sentence):
        return
    since = 0
    for start, end, listed in sentence.signs("L"):
        found = _ballot_before(outline, since, start)
        since = end
        if found is None:
            continue
        ballot, at, behind = found
        if is_hedged(sentence, at, end):
            continue
        asked = asked_in(sentence, context, at, end)
        if asked is None or not asked.is_told:
            continue
        yield _claim(sentence, context, listed, ballot, asked, at=at, behind=behind, start=start, end=end)


def judge(claim: BallotListClaim, answers: Answers) -> Judgement:
    """Whether each voted so, and, where the list is said to be whole, whether any is missing."""
    if claim.asked.is_ours is not True:
        return cannot_tell(UNCLEAR)
    found = rolls(claim.asked, answers)
    if len(found.held) != 1 or found.missing:
        return cannot_tell(found.missing or "Several votes may be meant. Name body and year.")
    (roll,) = found.held
    held = {iso3: roll.ballot_of(iso3, answers) for iso3 in claim.states}
    disputed = [iso3 for iso3 in claim.states if roll.is_disputed(iso3)]
    unclear = [iso3 for iso3, cast in held.items() if cast in (Ballot.NOT_RECORDED, None)]
    wrong = [iso3 for iso3, cast in held.items() if cast is not claim.ballot and iso3 not in (*disputed, *unclear)]
    whole = roll.states(claim.ballot, claim.among, answers, claim.on)
    missing = [iso3 for iso3 in sorted(whole) if iso3 not in claim.states and not roll.is_disputed(iso3)]
    if not claim.is_whole or (claim.among is Among.ANY and len(missing) > MOST_MISSING):
        missing = []
    keys = (roll.key,)
    told = [f"{answers.name(iso3)}: {_label(held[iso3])}" for iso3 in wrong[:4]]
    if wrong:
        why = f"{', '.join(told)}." + (f" The list leaves out {answers.names(missing)}." if missing else "")
        return contradicts(f"{len(wrong)} voted otherwise in {roll.label}", why, keys)
    if missing:
        register = f"{len(whole)} {claim.ballot.label} in {roll.label}"
        return contradicts(register, f"The list leaves out {answers.names(missing)}.", keys)
    if unclear:
        return cannot_tell(f"The vote of {answers.name(unclear[0])} is not recorded there.", "", keys)
    why = f"Records differ on {', '.join(answers.name(iso3) for iso3 in disputed)}." if disputed else ""
    return agrees(f"{len(claim.states)} {claim.ballot.label} in {roll.label}", why, keys)


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
) -> BallotListClaim:
    """A column of a table of votes."""
    return BallotListClaim(
        kind=ClaimKind.LIST, where=where, text=text, stated=f"{len(states)} {ballot.label}", spots=spots,
        states=states, is_whole=True, ballot=ballot, among=among, asked=asked, on=on,
    )  # fmt: skip


def _ballot_before(outline: str, since: int, start: int) -> tuple[Ballot, int, int] | None:
    """The ballot that is told last before a list, and where; None where none leads to it."""
    label = LABEL.search(outline, since, start)
    if label and label.end() == start:
        return LABELS[label["word"]], label.start("word"), label.start("word")
    found = [
        (match.end(), match.start(), ballot)
        for ballot, pattern in BALLOTS
        for match in pattern.finditer(outline, since, start)
    ]
    if not found:
        return None
    behind, at, ballot = max(found, key=lambda one: (one[0], -one[1]))
    gap = outline[behind:start]
    if not LINK.fullmatch(gap) or PASSED_OVER.search(gap):
        return None
    return ballot, at, behind


def _claim(
    sentence: Sentence,
    context: Context,
    listed: int,
    ballot: Ballot,
    asked: Asked,
    *,
    at: int,
    behind: int,
    start: int,
    end: int,
) -> BallotListClaim:
    outline = sentence.outline
    states = tuple(dict.fromkeys(one.iso3 for one in sentence.lists[listed]))
    first, _ = sentence.clause(at)
    told = outline[first:start]
    among = Among.OUTSIDE if OUTSIDE.search(told) else Among.PARTIES if PARTIES.search(told) else Among.ANY
    number = _number(sentence, outline[max(first, at - 40) : start])
    is_firm = bool(FIRM.search(outline[max(first, at - 40) : at])) or bool(
        re.search(r"\b(?:following|only)\b", outline[behind:start])
    )
    is_counted = bool(COUNTED.search(outline[:start])) or (
        bool(COUNTED_BEFORE.search(outline[:at])) and bool(NAMED_ALL.search(outline[behind:start]))
    )
    is_exact = (
        number is not None and number.bound is Bound.EXACT and (is_firm or is_counted or number.number == len(states))
    )
    is_whole = (
        (is_exact or (is_firm and number is None) or (among is not Among.ANY and number is None))
        and not NOT_WHOLE.search(told)
        and not REGION.search(told)
        and not SOME_OF.search(outline[:at])
        and not MORE.match(outline[end:])
    )
    begin = max(first, at - 40) if number is not None else at
    begin = next((place for place, _, _ in sentence.signs("N", begin, at)), at)
    return BallotListClaim(
        kind=ClaimKind.LIST,
        where=context.passage.where,
        text=sentence.words(begin, end),
        stated=f"{ballot.label}: {', '.join(states)}" + (" (all)" if is_whole else ""),
        spots=(context.spot(sentence, begin, end),),
        is_by_others=is_by_others(sentence, begin, end),
        states=states,
        is_whole=is_whole,
        ballot=ballot,
        among=among,
        asked=asked,
        on=context.paper.day,
    )


def _number(sentence: Sentence, near: str) -> Quantity | None:
    """The number nearest before the list that may count it."""
    signs = NUMBER.findall(near)
    return sentence.numbers[int(signs[-1])] if signs else None


def _label(held: Ballot | None) -> str:
    return held.label if held else "no vote"
