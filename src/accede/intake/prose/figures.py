"""How many States joined, stand outside, took part: numbers that prose states of a day, a meeting or a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.intake.findings import Certainty, CountKind, Proposal, StatedCount
from accede.intake.prose.passages import Page, Passage, Readings
from accede.intake.status_paper.numbers import WORDS, number
from accede.vocabulary.partial_date import PartialDate

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
N = rf"(?P<n>\d{{1,3}}|(?:{'|'.join(TENS)})(?:-\w+)?|{'|'.join(WORDS)})"
Pattern = tuple[CountKind, re.Pattern[str]]


def _patterns(*told: tuple[CountKind, str]) -> tuple[Pattern, ...]:
    return tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in told)


AT_MEETING = _patterns(
    (CountKind.STATES_TAKING_PART, rf"\bfrom {N} states\b"),
    (CountKind.STATES_TAKING_PART, rf"\b{N} states (?:took part|participated|attended)"),
    (CountKind.PARTIES_TAKING_PART, rf"\b{N} (?:States )?Parties\b(?! (?:have|finished|still))"),
    (
        CountKind.JOINED_NOT_IN_FORCE_TAKING_PART,
        rf"\b{N} States (?:that had ratified or acceded but|not yet in force|for which the \w+ (?:had"
        rf"|has) not (?:yet )?entered)",
    ),
    (
        CountKind.NOT_JOINED_TAKING_PART,
        rf"\b{N} (?:States )?(?:that had not (?:yet )?formally accepted|not (?:yet )?part(?:y|ies)"
        rf"|States not (?:yet )?part(?:y|ies)|observer States)",
    ),
)
OF_TREATY = _patterns(
    (CountKind.JOINED, rf"\b{N} States Parties\b"),
    (CountKind.JOINED, rf"\b(?:has|with|now) {N} (?:members?|parties)\b"),
    (CountKind.JOINED, rf"^{N};"),
    (CountKind.JOINED, rf"\b{N} States after\b"),
    (CountKind.OUTSIDE, rf"\b{N} (?:States? )?(?:are |remain(?:s|ing)? |still )*outside\b"),
    (CountKind.OUTSIDE, rf"\bremaining {N} States\b"),
    (
        CountKind.OUTSIDE,
        rf"\b(?:the|all|each of the) {N} States (?:that (?:still )?remain outside|not (?:yet )?part(?:y"
        rf"|ies)|outside)",
    ),
    (CountKind.SIGNED, rf"\b{N} new signatures\b"),
    (CountKind.RATIFICATIONS, rf"\b{N} ratifications?\b"),
    (CountKind.ACCESSIONS, rf"\b{N} accessions?\b"),
    (CountKind.PRODUCERS, rf"\b{N} producers\b"),
)
TOOK_PART = re.compile(r"\b(?:attended|participated|took part|delegates|delegations)\b", re.IGNORECASE)
NOT_ALL = re.compile(
    r"\b(?:finished|completed|still|late|of (?:the|these)|by|two|some|several|all \d+ EU|EU Member"
    r"|(?<!along )with|destruction|representatives of)\W+(?:\w+\W+){0,2}$"
    r"|\b(?:over|more than|about|around|nearly|almost|at least|as few as|up to)\s*$",
    re.IGNORECASE,
)
PARTIES_DOING = re.compile(r"^ (?:finished|completed|still|have yet|with|has|had|that|in|of|,? (?:an unqualified))")


def understood(passage: Passage, page: Page) -> Readings | None:
    """The numbers of a sentence; None where it states none of these."""
    found = list(_found(passage, page))
    return tuple(found) or None


def _found(passage: Passage, page: Page) -> Iterator[Proposal]:
    occasion = passage.occasion or _meeting(passage, page)
    is_at_meeting = bool(passage.occasion or (TOOK_PART.search(passage.text) and occasion))
    seen: set[CountKind] = set()
    for kind, pattern in AT_MEETING if is_at_meeting else OF_TREATY:
        match = pattern.search(passage.text)
        if match is None or kind in seen or passage.is_quoted(match.start()):
            continue
        before, after = passage.text[: match.start()], passage.text[match.end() :]
        if NOT_ALL.search(before) or (
            kind is CountKind.JOINED and PARTIES_DOING.match(after) and not _is_of_treaty(after)
        ):
            continue
        seen.add(kind)
        told_by_year = passage.day_from == "label" and passage.day is not None
        yield passage.proposal(
            StatedCount(
                what=kind,
                number=_number(match["n"]),
                as_of=_day(passage, page, occasion if is_at_meeting else ""),
                occasion=occasion if is_at_meeting else "",
                treaty=page.treaty,
            ),
            Certainty.READ if is_at_meeting or told_by_year or passage.days or passage.day else Certainty.LIKELY,
        )


def _is_of_treaty(after: str) -> bool:
    return after.startswith(", an unqualified")


def _meeting(passage: Passage, page: Page) -> str:
    """The meeting that the sentence, the title or the page names first."""
    for text in (passage.text, page.title, *(one.text for one in page.passages[:6])):
        for key in page.occasions.all_meetings(text):
            return key
    return ""


def _day(passage: Passage, page: Page, occasion: str) -> PartialDate | None:
    if occasion:
        return page.occasions.days(occasion) or passage.day
    for one in passage.days:
        if re.search(r"\b(?:[Aa]s (?:of|at)|[Oo]n|[Ii]n|[Bb]y|[Ss]ince) $", passage.text[: one.start]):
            return one.date
    return passage.day or passage.year


def _number(text: str) -> int:
    lowered = text.lower()
    tens, _, unit = lowered.partition("-")
    if tens in TENS:
        return (TENS.index(tens) + 2) * 10 + (WORDS.index(unit) if unit in WORDS else 0)
    return number(lowered)
