"""Which vote a sentence speaks of, and what the register holds of it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accede.evidence.values import RollCall
from accede.overview.votes import ballot_conflicts, ballots
from accede.register.contradictions import Topic
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.assembly import ASSEMBLY
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.ballots import BEFORE_SESSIONS, Ballot, Body
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import Precision

UNCLEAR = "It is not clear that this is the vote on the treaty's yearly resolution. Name the resolution."
FIRST_MONTH = 10
"""The First Committee votes from October on."""
OTHER_TEXT = Late(
    r"\b(?:nuclear|cluster|chemical|biological|arms trade|small arms|outer space|cyber|disabilit|"
    r"human rights|climate|Gaza|Syria resolution|budget|other resolution|Security Council|precursor|"
    r"mercenar\w+)\b",
    re.IGNORECASE,
)
ADOPTED_BY_ASSEMBLY = re.compile(
    r"(?:⟦U\d+⟧[^.;]{0,30}\b(?:adopted|approved|passed)\b|\b(?:adopted|adoption|approved|"
    r"passed)\b[^.;]{0,60}\b(?:by|in|at) (?:the )?⟦U\d+⟧)"
)


ASIDE = re.compile(
    r",? (?:whereas|while|compared (?:with|to)|as against|unlike|in contrast to)\b|,? against ⟦N\d+⟧ (?:High |"
    r"[Ss]tates|[Pp]art)|"
    r", a (?:point|figure|fact) "
)
"""Where a sentence turns to something beside what it tells."""
RESOLUTION_ON = re.compile(
    r"\b(?:[Rr]esolution|draft|text)\b[^.;:⟦]{0,50}\b(?:on|of|entitled|regarding|"
    r"concerning)\b[^.;:⟦]{0,50}⟦T(?P<t>\d+)⟧"
    r"|⟦U\d+⟧(?: \([^()]{0,40}\))?,? (?:on|of|entitled|regarding|concerning)\b[^.;:⟦]{0,50}⟦T(?P<t_b>\d+)⟧"
)


class Among(Labelled):
    """Among which States a total counts. ANY: not told, which means all."""

    ANY = "any", "all"
    OUTSIDE = "outside", "of those outside"
    PARTIES = "parties", "of the States Parties"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which vote is meant, as far as the text tells: body, session, symbol, days.

    `is_ours` is None where it is not clear that it is the treaty's resolution.
    """

    body: Body | None = None
    session: int | None = None
    symbol: str = ""
    days: tuple[Day, ...] = ()
    is_ours: bool | None = True
    is_assumed: bool = False
    """Whether the year is taken from the day of the paper, which may speak of an earlier vote."""

    @property
    def is_told(self) -> bool:
        """Whether a session, a symbol or a day is told."""
        return self.session is not None or bool(self.symbol) or bool(self.days)


class Roll:
    """One vote with all records of it."""

    def __init__(self, topic: Topic[RollCall]) -> None:
        self.topic = topic
        self.key = topic.counts.key
        self.fact = topic.counts.fact
        self._by_among: dict[tuple[Among, date], frozenset[str]] = {}

    @cached_property
    def records(self) -> tuple[RollCall, ...]:
        """What each source holds of it."""
        return tuple(each.fact for each in (self.topic.counts, *self.topic.agree, *self.topic.contradict))

    @property
    def year(self) -> int:
        """The year in which its session began."""
        return self.fact.session + BEFORE_SESSIONS

    @property
    def label(self) -> str:
        """In words: "the First Committee in 2017"."""
        where = "the First Committee" if self.fact.body is Body.FIRST_COMMITTEE else "the plenary"
        return f"{where} ({self.fact.symbol or 'session ' + str(self.fact.session)}, {self.fact.voted.wording()})"

    def totals(self, ballot: Ballot, among: Among, answers: Answers, on: date) -> set[int]:
        """Every total that the register has for a ballot among these States: stated by a source, or counted by us.

        Who stood outside is asked of the day of the vote and of `on`, the day of the paper.
        """
        if among is Among.ANY:
            stated = {number for one in self.records if (number := _stated(one, ballot)) is not None}
            if not self.fact.is_complete:
                whole = {
                    number
                    for one in self.records
                    if not _is_of_some(one) and (number := _stated(one, ballot)) is not None
                }
                return whole or stated
            return stated | ({self.count(ballot, None)} if not stated else set())
        held = {iso3 for iso3, _ in self.fact.ballots}
        groups = [states for states in self.groups(among, answers, on) if self.fact.is_complete or states <= held]
        return {self.count(ballot, states) for states in groups}

    def count(self, ballot: Ballot, states: frozenset[str] | None) -> int:
        """How many of the States cast it by our record."""
        return sum(cast is ballot and (states is None or iso3 in states) for iso3, cast in self.fact.ballots)

    def is_sure(self, ballot: Ballot) -> bool:
        """Whether another total than those held would be wrong."""
        # The UN's record does not tell who was not present.
        return not (ballot is Ballot.NOT_PRESENT and self.fact.is_complete)

    def ballot_of(self, iso3: str, answers: Answers) -> Ballot | None:
        """How a State is recorded; None where it was not one of the States then."""
        return ballots(answers.register, self.fact).get(iso3)

    def is_disputed(self, iso3: str) -> bool:
        """Whether records of this vote give the State different ballots."""
        return bool(ballot_conflicts(self.topic, [iso3]))

    def states(self, ballot: Ballot, among: Among, answers: Answers, on: date) -> frozenset[str]:
        """Who surely belongs to those of these States that cast a ballot."""
        cast = frozenset(iso3 for iso3, found in self.fact.ballots if found is ballot)
        return cast if among is Among.ANY else cast.intersection(*self.groups(among, answers, on))

    def groups(self, among: Among, answers: Answers, on: date) -> tuple[frozenset[str], ...]:
        """The States outside, or those that had joined, on the day of the vote and on another."""
        return tuple(self._among(among, answers, day) for day in dict.fromkeys((self.fact.voted.counts_from, on)))

    def _among(self, among: Among, answers: Answers, on: date) -> frozenset[str]:
        key = (among, on)
        if key not in self._by_among:
            standings = {iso3: answers.timeline.standing(iso3, on) for iso3 in answers.timeline.states}
            self._by_among[key] = frozenset(
                iso3
                for iso3, found in standings.items()
                if found is not None and found.standing.has_joined is (among is Among.PARTIES)
            )
        return self._by_among[key]


@dataclass(frozen=True, slots=True)
class Found:
    """The votes that may be meant. `missing` says what the text or the register lacks; `is_whole`: no other can be meant."""

    held: tuple[Roll, ...]
    missing: str = ""
    is_whole: bool = True


def asked_in(sentence: Sentence, context: Context, start: int, end: int) -> Asked | None:
    """Which vote a sentence means, from it and what stands before it; None where it speaks of another text."""
    object_of = _object(sentence, start)
    if (
        object_of is None
        and not _symbol(sentence)
        and OTHER_TEXT.search(sentence.outline, *_part(sentence, start, end))
    ):
        return None
    around = [sentence, *reversed(context.earlier), *reversed(context.headings)]
    is_ours = _is_ours(sentence, context, start, end, object_of)
    body = session = None
    symbol = ""
    told_days: tuple[Day, ...] = ()
    for one in around:
        part = _own_part(one, start, end) if one is sentence else (0, len(one.outline))
        own_body, own_session, own_symbol = _terms(one, *part)
        body = body or own_body
        if session is None and not symbol and not told_days:
            session, symbol = own_session, own_symbol
            if (
                one is sentence
                or own_session is not None
                or own_body
                or re.search(r"vot|resolution", one.outline, re.IGNORECASE)
            ):
                told_days = _days(one, start if one is sentence else 0, *part)
        if session is not None or symbol or told_days:
            break  # the vote is told here: a body named elsewhere may be that of another
    is_assumed = False
    if session is None and not symbol and not told_days:
        if context.lead_day is not None and not context.lead_day.wrong:
            told_days = (context.lead_day,)
        elif body is not None and context.paper.is_given and context.paper.day.month >= FIRST_MONTH:
            told_days, is_assumed = (_of_year(context.paper.day.year),), True
    return Asked(body, session, symbol, told_days, is_ours, is_assumed)


def rolls(asked: Asked, answers: Answers) -> Found:
    """The votes held that may be meant, and what is missing to know which."""
    if not asked.is_told:
        return Found((), "Neither body nor year is told. Say in which body and in which year this vote was.")
    every = tuple(map(Roll, answers.roll_calls))
    held = [roll for roll in every if _may_be(roll, asked)]
    if asked.symbol and not held:
        return Found((), f"The register holds no vote on {asked.symbol} as one of the treaty's yearly resolutions.")
    bodies = {roll.fact.body for roll in held}
    if not held:
        where = asked.body.label if asked.body else "such a body"
        return Found((), f"The register holds no vote of {where} then.")
    if asked.body is None and not asked.symbol:
        missing = [body.label for body in Body if body not in bodies]
        what = (
            f"The body is not told, and the register holds no vote of the {' and '.join(missing)} then."
            if missing
            else ""
        )
        return Found(tuple(held), what, is_whole=not missing)
    years = {roll.fact.session for roll in held}
    if len(years) > 1 and not asked.symbol:
        return Found(tuple(held), "Several votes were held in that time. Say which is meant.", is_whole=False)
    if asked.is_assumed:
        return Found(tuple(held), "The year of the vote is not told. Say in which year it was.", is_whole=False)
    return Found(tuple(held))


def _of_year(year: int) -> Day:
    return Day(0, 0, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, Lead.ON)


def _own_part(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where a sentence that tells of several votes tells of this one: its clause, if that names any session or day."""
    whole = (0, len(sentence.outline))
    sessions = {one.session for one in sentence.terms if one.session is not None}
    years = {day.first.year for day in sentence.days if not day.wrong and day.year_is_told}
    bodies = {one.body for one in sentence.terms} & {Body.FIRST_COMMITTEE, Body.PLENARY}
    first, last = sentence.clause(start)[0], sentence.clause(max(start, end - 1))[1]
    is_told_apart = len(bodies) > 1 and sentence.signs("U", first, last) and sentence.signs("D", first, last)
    if len(sessions) < 2 and len(years) < 2 and not is_told_apart:
        return whole
    told = [sentence.terms[index].session for _, _, index in sentence.signs("U", first, last)]
    return (first, last) if any(told) or sentence.signs("D", first, last) else whole


def _terms(sentence: Sentence, first: int, last: int) -> tuple[Body | None, int | None, str]:
    """The body, the session and the symbol that a part of a sentence names."""
    terms = [sentence.terms[index] for _, _, index in sentence.signs("U", first, last)]
    bodies = [one.body for one in terms if one.body]
    sessions = [one.session for one in terms if one.session is not None]
    symbols = [one.symbol for one in terms if one.symbol]
    symbol = symbols[0] if len(set(symbols)) == 1 else ""
    is_committee, is_plenary = Body.FIRST_COMMITTEE in bodies, Body.PLENARY in bodies
    if is_committee != is_plenary:
        body: Body | None = Body.FIRST_COMMITTEE if is_committee else Body.PLENARY
    elif (symbol.startswith("A/RES") and not is_committee) or (
        ASSEMBLY in bodies and not is_committee and ADOPTED_BY_ASSEMBLY.search(sentence.outline)
    ):
        body = Body.PLENARY
    else:
        body = _body_by_day(sentence, first, last) if not is_committee else None
    return body, sessions[0] if len(set(sessions)) == 1 else None, symbol


def _body_by_day(sentence: Sentence, first: int, last: int) -> Body | None:
    """The plenary votes in December since 2003, the First Committee in October and November."""
    months = {
        (day.first.month, day.first.year)
        for day in (sentence.days[index] for _, _, index in sentence.signs("D", first, last))
        if not day.wrong and day.year_is_told and day.first.month == day.last.month
    }
    if len(months) != 1:
        return None
    month, year = months.pop()
    if year < 2003:
        return None
    return Body.PLENARY if month == 12 else Body.FIRST_COMMITTEE if month in (10, 11) else None


def _days(sentence: Sentence, start: int, since: int, until: int) -> tuple[Day, ...]:
    """The days that may be the vote's: all of one year, else the exact ones nearest to what is said."""
    days = [
        (at, sentence.days[index])
        for at, _, index in sentence.signs("D", since, until)
        if not sentence.days[index].wrong
        and sentence.days[index].year_is_told
        and sentence.days[index].lead not in (Lead.SINCE, Lead.AFTER, Lead.BEFORE)
    ]
    if len({day.first.year for _, day in days}) > 1:
        first, last = _part(sentence, start, start + 1)
        exact = [one for one in days if one[1].precision in (Precision.DAY, Precision.MONTH) and first <= one[0] < last]
        comma, following = sentence.outline.rfind(",", first, start), sentence.outline.find(",", start)
        beside = [one for one in days if comma < one[0] < (following if following >= 0 else last)]
        days = beside or exact or [one for one in days if first <= one[0] < last]
    return tuple(day for _, day in days) if len({day.first.year for _, day in days}) == 1 else ()


def _part(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence that tells of the vote: what it is contrasted with behind it is left out."""
    aside = ASIDE.search(sentence.outline, end)
    return 0, aside.start() if aside else len(sentence.outline)


def _symbol(sentence: Sentence) -> str:
    """The one symbol that a sentence names; "" for none and for several."""
    symbols = {one.symbol for one in sentence.terms if one.symbol}
    return symbols.pop() if len(symbols) == 1 else ""


def _object(sentence: Sentence, start: int) -> int | None:
    """The sign of the treaty that the resolution of a sentence is said to be on, the nearest where there are several."""
    found = [
        (abs(match.start() - start), int(match["t"] or match["t_b"]))
        for match in RESOLUTION_ON.finditer(sentence.outline)
    ]
    return min(found)[1] if found else None


def _is_ours(sentence: Sentence, context: Context, start: int, end: int, object_of: int | None) -> bool | None:
    if object_of is not None:
        return context.is_ours(sentence, start, end, sign=object_of)
    if _symbol(sentence):
        return True  # which resolutions are the treaty's is known by their symbols
    part = _part(sentence, start, end)
    keyed = {sentence.treaties[index].key for _, _, index in sentence.signs("T", *part)} - {""}
    if keyed and context.treaty not in keyed:
        return None
    if keyed:
        return True if keyed == {context.treaty} else None
    return context.is_ours(sentence, start, end)


def _may_be(roll: Roll, asked: Asked) -> bool:
    fact = roll.fact
    if asked.symbol:
        drafts = {one.draft for one in roll.records} | {one.symbol for one in roll.records[:1]}
        if asked.symbol.startswith("L."):
            return any(draft.endswith(f"/{asked.symbol}") for draft in drafts) and _is_in_time(roll, asked)
        return asked.symbol in drafts
    if asked.body is not None and fact.body is not asked.body:
        return False
    return _is_in_time(roll, asked)


def _is_in_time(roll: Roll, asked: Asked) -> bool:
    fact = roll.fact
    if asked.session is not None:
        return fact.session == asked.session
    if not asked.days:
        return bool(asked.symbol)
    return any(_overlaps(day, roll) for day in asked.days)


def _overlaps(day: Day, roll: Roll) -> bool:
    """Whether a vote may have been on the day told; a day of the same autumn names the session."""
    is_of_autumn = day.first.year == day.last.year == roll.year and day.first.month >= 9
    return is_of_autumn or any(day.meets(one.voted) for one in roll.records)


def _stated(fact: RollCall, ballot: Ballot) -> int | None:
    match ballot:
        case Ballot.IN_FAVOUR:
            return fact.stated_in_favour
        case Ballot.AGAINST:
            return fact.stated_against
        case Ballot.ABSTAINED:
            return fact.stated_abstained
        case Ballot.NOT_PRESENT:
            return fact.stated_not_present
    return None


def _is_of_some(fact: RollCall) -> bool:
    """Whether the totals a source states are those of the States it lists alone, and not of the whole body."""
    counted = sum(cast is Ballot.IN_FAVOUR for _, cast in fact.ballots)
    return not fact.is_complete and bool(fact.ballots) and fact.stated_in_favour == counted
