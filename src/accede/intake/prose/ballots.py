"""How a vote went, as prose tells it: totals, how single States voted, and what they said to explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from accede.evidence.values import Code, RollCall, Statement
from accede.intake.findings import Certainty, CountKind, Proposal, StatedCount
from accede.intake.prose.circumstances import codes_of
from accede.intake.prose.passages import Page, Passage, Readings
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.occasions import number_of, session_of
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind

N = NUMBER
FAVOUR = re.compile(
    rf"\b(?P<n>{N}|none)(?: States)? (?:voted )?(?:in )?(?:favou?r|for)\b|\bin favou?r:? (?P<n2>\d+)\b", re.IGNORECASE
)
AGAINST = re.compile(rf"\b(?P<n>{N}|none)(?: States)? (?:voted )?against\b|\bagainst:? (?P<n2>\d+)\b", re.IGNORECASE)
ABSTAINED = re.compile(
    rf"\b(?P<n>{N}|none)(?: States)? (?:abstentions?|abstaining|abstained|abstain)\b|\babstentions:? (?P<n2>\d+)\b",
    re.IGNORECASE,
)
SYMBOL = re.compile(r"\b(?:A/RES/|[Rr]esolution )(?P<session>\d{2})/(?P<number>\d{1,3}[A-Z]?)\b")
DRAFT = re.compile(r"\b(?:A/C\.1/(?P<session>\d{2})/)?(?P<draft>L\.\d{1,3}(?:/Rev\.\d)?)\b")
SESSION = re.compile(
    r"\b(?P<ordinal>\d{2} ?(?:st|nd|rd|th)) (?:session of the )?(?:UNGA|UN General Assembly|General Assembly)"
)
COMMITTEE = re.compile(r"\bFirst Committee\b")
PLENARY = re.compile(r"\bplenary\b|\bA/RES/|\b[Rr]esolution \d{2}/\d+", re.IGNORECASE)
VOTED: tuple[tuple[Ballot, re.Pattern[str]], ...] = (
    (
        Ballot.IN_FAVOUR,
        re.compile(
            r"\bvot(?:ed|ing) (?:in favou?r|for|yes)\b|\bin favou?r of (?:UNGA )?[Rr]esolution|\bfavou?rable vote\b",
            re.IGNORECASE,
        ),
    ),
    (Ballot.AGAINST, re.compile(r"\bvot(?:ed|ing) (?:against|no)\b", re.IGNORECASE)),
    (Ballot.ABSTAINED, re.compile(r"\babstain(?:ed|ing|s)?\b(?! are\b)", re.IGNORECASE)),
)
ABOUT = re.compile(r"\bresolution\b|\bvot(?:e|ed|es|ing)\b|\babst", re.IGNORECASE)
OF_OUTSIDE = re.compile(
    rf"\b(?P<n>{N}) (?:States|countries|of the States)? ?(?:not (?:yet )?part(?:y|ies)"
    rf"|outside)[^.;]{{0,30}}\bvot\w+ in favou?r\b",
    re.IGNORECASE,
)
ALL_ABSTAINED_OUTSIDE = re.compile(rf"\bThe (?P<n>{N}) that abstained are all outside\b", re.IGNORECASE)
EXPLANATIONS = re.compile(r"\bexplanations? of (?:the )?vote\b", re.IGNORECASE)
EXPLAINED = re.compile(
    r"(?P<names>[A-Z][^():;.]*?)(?: also)? \((?:(?:not |State )party\)(?P<after>[^;.]*)|(?P<said>[^()]+)\)?)"
)
OF_ABSTAINERS = re.compile(r"\babstainers\s*:", re.IGNORECASE)
OTHER_YEARS = re.compile(r"\b(?:last decade|in recent years|usually|between \d{4} and)\b", re.IGNORECASE)
NOT_CAST = re.compile(r"\b(?:not|never|would|could|should|regular)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)


def understood(passage: Passage, page: Page) -> Readings | None:
    """The votes and totals of a sentence; None where it tells of none."""
    if OTHER_YEARS.search(passage.text):
        return ()
    found = [*_totals(passage, page), *_counts(passage, page), *_single(passage, page)]
    return tuple(found) or None


def explanations(page: Page) -> Iterator[tuple[Passage, Readings]]:
    """What States said to explain their votes, listed after "Explanations of vote:" to the end of that paragraph.

    How those voted that the list calls abstainers is a ballot each.
    """
    paragraph, ballot = "", None
    for passage in page.passages:
        if EXPLANATIONS.search(passage.text):
            paragraph, ballot = passage.paragraph, None
        if not paragraph or passage.paragraph != paragraph:
            continue
        if OF_ABSTAINERS.search(passage.text):
            ballot = Ballot.ABSTAINED
        call = _call(passage, page)
        found: list[Proposal] = []
        states: list[str] = []
        text = (
            passage.text[match.end() :]
            if (match := re.search(r"(?:vote|abstainers)\s*:\s*", passage.text))
            else passage.text
        )
        for one in EXPLAINED.finditer(text):
            named = page.ground.names.spot(one["names"])
            for state in dict.fromkeys(state for _, _, state in named):
                found.append(_explanation(passage, page, state, (one["said"] or one["after"]).strip(" .")))
                states.append(state)
        told = next((ballot for ballot, words in VOTED if words.search(text)), ballot) if states else None
        if told is not None and call is not None:
            cast = tuple((state, told) for state in dict.fromkeys(states))
            found.append(passage.proposal(replace(call, ballots=tuple(sorted(cast)))))
        if found:
            yield passage, tuple(found)


def _explanation(passage: Passage, page: Page, state: str, said: str) -> Proposal:
    on = _said(passage, page)
    body = _body(passage, page) or Body.FIRST_COMMITTEE
    year = on.earliest.year if on.earliest else ""
    forum = "UNGA First Committee" if body is Body.FIRST_COMMITTEE else "UNGA"
    fact = Statement(
        treaty=page.treaty,
        state=state,
        occasion=_occasion(passage, page, body),
        said=on,
        citation=f"Explanation of vote, {forum} resolution on the implementation of the Convention, {year}",
        channel=Channel.EXPLANATION_OF_VOTE,
        text_kind=TextKind.SUMMARY if page.is_restated else TextKind.REPORTED,
        text="" if page.is_restated else said,
        summary=said if page.is_restated else "",
        codes=tuple(Code(kind=kind, code=code, trigger=trigger) for kind, code, trigger in codes_of(said)),
    )
    return passage.proposal(fact, Certainty.LIKELY)


def _occasion(passage: Passage, page: Page, body: Body) -> str:
    session = _session(passage, page)
    if session is None:
        return ""
    return f"UNGA{session}/C1" if body is Body.FIRST_COMMITTEE else f"UNGA{session}"


def _said(passage: Passage, page: Page) -> PartialDate:
    """When the explanations were given: the month the page tells of, else its own day at the latest."""
    for other in page.passages:
        if COMMITTEE.search(other.text) and other.days:
            return other.days[0].date
    day = passage.day or page.day
    return day or PartialDate.parse("1996/..")


def _totals(passage: Passage, page: Page) -> Iterator[Proposal]:
    favour, abstained = FAVOUR.search(passage.text), ABSTAINED.search(passage.text)
    against = AGAINST.search(passage.text)
    if favour is None or (abstained is None and against is None):
        return
    call = _call(passage, page)
    in_favour, abstentions = _n(favour), _n(abstained)
    if call is not None:
        yield passage.proposal(
            replace(call, stated_in_favour=in_favour, stated_against=_n(against), stated_abstained=abstentions)
        )
        return
    # Neither body nor year is told: the numbers are kept as numbers.
    for what, value in ((CountKind.IN_FAVOUR, in_favour), (CountKind.ABSTAINED, abstentions)):
        if value is not None:
            yield passage.proposal(StatedCount(what=what, number=value, as_of=passage.day, treaty=page.treaty))


def _counts(passage: Passage, page: Page) -> Iterator[Proposal]:
    for what, words in (
        (CountKind.OUTSIDE_IN_FAVOUR, OF_OUTSIDE),
        (CountKind.OUTSIDE_ABSTAINED, ALL_ABSTAINED_OUTSIDE),
    ):
        if match := words.search(passage.text):
            yield passage.proposal(
                StatedCount(what=what, number=number(match["n"]), as_of=passage.day, treaty=page.treaty)
            )


def _single(passage: Passage, page: Page) -> Iterator[Proposal]:
    """How States that the sentence names voted, or the State whose profile the page is."""
    if not ABOUT.search(passage.text) or EXPLANATIONS.search(passage.text) or OF_ABSTAINERS.search(passage.text):
        return
    for ballot, words in VOTED:
        for match in words.finditer(passage.text):
            if NOT_CAST.search(passage.text[: match.start()]):
                continue
            states = [state for _, end, state in passage.named if end <= match.start() and match.start() - end < 40][
                -1:
            ]
            if not states and page.subject and not passage.states_in(0, match.start()):
                states = [page.subject]
            call = _call(passage, page)
            if states and call is not None:
                yield passage.proposal(replace(call, ballots=tuple((state, ballot) for state in states)))


def _call(passage: Passage, page: Page) -> RollCall | None:
    """The roll call that a sentence is about, without ballots; None where body or session are not told."""
    body, session = _body(passage, page), _session(passage, page)
    if body is None or session is None:
        return None
    symbol = SYMBOL.search(passage.text)
    draft = DRAFT.search(passage.text) or DRAFT.search(page.text())
    day = next((one.date for one in passage.days), None) or _said(passage, page)
    return RollCall(
        treaty=page.treaty,
        body=body,
        session=session,
        symbol=f"A/RES/{symbol['session']}/{symbol['number']}" if symbol else "",
        voted=day,
        draft=f"A/C.1/{session}/{draft['draft']}" if draft and body is Body.FIRST_COMMITTEE else "",
    )


def _body(passage: Passage, page: Page) -> Body | None:
    if SYMBOL.search(passage.text):
        return Body.PLENARY
    for text in (passage.text, passage.paragraph, page.text()):
        if COMMITTEE.search(text) or DRAFT.search(text):
            return Body.FIRST_COMMITTEE
        if PLENARY.search(text):
            return Body.PLENARY
    return None


def _session(passage: Passage, page: Page) -> int | None:
    """The session by the symbol or the ordinal that the text gives, else by the autumn of its day."""
    for text in (passage.text, passage.paragraph, page.text()):
        if match := SYMBOL.search(text):
            return int(match["session"])
        if (match := DRAFT.search(text)) and match["session"]:
            return int(match["session"])
        if match := SESSION.search(text):
            return number_of(match["ordinal"])
        if text is passage.text and passage.days and ABOUT.search(text):
            return session_of(passage.days[0].date)
    return session_of(passage.day or page.day)


def _n(match: re.Match[str] | None) -> int | None:
    return None if match is None else number(match["n"] or match["n2"])
