"""Votes on the yearly resolution: totals, how one State voted, who abstained."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accede.vocabulary.ballots import Ballot
from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import MONTHS, Desk, Made, ordinal
from checker_corpus.oracle import FIRST_COMMITTEE, SESSIONS, Facts

TOTALS = (
    "Resolution {symbol}, adopted by the General Assembly on {on}, received {yes} yes votes and {abs} abstentions",
    "The vote in the General Assembly on {on} was {yes} in favour, {no} against and {abs} abstentions",
    "Adopted on {on} with {yes} votes in favour, {no} against and {abs} abstentions, General Assembly "
    "resolution {symbol} calls for universalization",
    "In its resolution {symbol}, adopted by {yes} votes to {no} with {abs} abstentions, the General Assembly "
    "invited all States to join",
    "General Assembly resolution {symbol}: {yes} for, {no} against, {abs} abstaining",
    "By {yes} votes to {no}, with {abs} abstentions, the Assembly adopted resolution {symbol}",
    "On {on}, the General Assembly adopted resolution {symbol} by {yes} votes to {no}, with {abs} abstentions",
    "In {month} {year} the UN General Assembly adopted its yearly resolution on {treaty} with {yes} votes in "
    "favour and {abs} abstentions",
    "Resolution {symbol} was adopted by the General Assembly with {yes} in favour, {no} against and {abs} abstaining",
    "The General Assembly adopted resolution {symbol} by a recorded vote of {yes} in favour to {no} against, "
    "with {abs} abstentions",
    "At its {session} session, the General Assembly adopted the resolution on the implementation of {treaty} "
    "by {yes} votes, with {abs} abstentions",
    "{yes} States voted for UNGA resolution {symbol}, and {abs} abstained",
    "The plenary vote on resolution {symbol} was {yes}-{no}-{abs}",
    "When the General Assembly voted on the mine ban resolution on {on}, {yes} States were in favour and "
    "{abs} abstained",
    "UNGA resolution {symbol} ({on}) drew {yes} votes in favour and {abs} abstentions",
    "In the plenary of the General Assembly on {on} the annual text in support of {treaty} received {yes} "
    "votes in favour, {no} against and {abs} abstentions",
    "A total of {yes} States supported resolution {symbol} in the General Assembly; {abs} abstained",
    "On {on}, {yes} UN Member States voted in favour of General Assembly resolution {symbol}, {no} voted "
    "against and {abs} abstained",
    "With {yes} votes in favour and {abs} abstentions, the General Assembly adopted resolution {symbol} on {on}",
)
FIGURES = (
    "Support for resolution {symbol} in the General Assembly reached {yes} votes",
    "Resolution {symbol} passed the General Assembly with {yes} affirmative votes",
    "{yes} States cast their vote in favour of resolution {symbol} in the General Assembly on {on}",
    "The General Assembly adopted resolution {symbol}; {abs} Member States abstained",
    "Abstentions on General Assembly resolution {symbol} came to {abs}",
    "Resolution {symbol} of the General Assembly was met with {abs} abstentions",
    "In {month} {year}, {yes} States voted in favour of the annual General Assembly resolution on {treaty}",
    "{abs} States abstained when the General Assembly adopted resolution {symbol} on {on}",
    "There were {abs} abstentions in the General Assembly's vote on resolution {symbol}",
    "Resolution {symbol} won the support of {yes} States in the General Assembly",
    "On {on}, the General Assembly's resolution on {treaty} was supported by {yes} Member States",
    "{yes} delegations voted in favour of resolution {symbol} in the plenary of the General Assembly",
    "In {year}, {abs} States abstained from the vote in the plenary of the General Assembly on the mine ban resolution",
    "The number of abstentions on General Assembly resolution {symbol} was {abs}",
    "Only {abs} Member States abstained on UNGA resolution {symbol}",
)
BALLOTS = (
    "{state} is on record as having {part} General Assembly resolution {symbol}",
    "{state} {verb} the UN General Assembly's annual text on {treaty} on {on}",
    "In {year}, {state} {verb} the General Assembly resolution on the implementation of {treaty}",
    "Its neighbours did otherwise, but {state} {verb} General Assembly resolution {symbol}",
    "On {on} in New York, {state} {verb} General Assembly resolution {symbol} on the implementation of {treaty}",
    "{state} {verb} A/RES/{bare_symbol} in the General Assembly",
    "Resolution {symbol} was adopted by the General Assembly; {state} {bare}",
    "{state} {verb} General Assembly resolution {symbol} on {on}",
    "On {on}, {state} {verb} UN General Assembly resolution {symbol}",
    "In {month} {year}, {state} {verb} UNGA Resolution {symbol} on {treaty}",
    "{state} {verb} the General Assembly's resolution on {treaty} in {month} {year}",
    "As in other years, {state} {verb} UNGA resolution {symbol} of {on}",
    "In the plenary vote of the General Assembly on {on}, {state} {verb} the resolution on {treaty}",
    "At the {session} session of the General Assembly {state} {verb} resolution {symbol}",
    "The record of the plenary shows that {state} {verb} resolution {symbol}",
    "{state}, which is well known to our readers, {verb} General Assembly resolution {symbol}",
    "I recall that {state} {verb} resolution {symbol} of the General Assembly",
    "On resolution {symbol} ({on}), {state} {bare}",
    "When resolution {symbol} was put to the vote in the General Assembly, {state} {bare}",
)
VERBS = {
    Ballot.IN_FAVOUR: (
        ("voted in favour of", "voted in favour"),
        ("voted for", "voted yes"),
        ("supported", "was in favour"),
    ),
    Ballot.ABSTAINED: (
        ("abstained from voting on", "abstained"),
        ("abstained on", "abstained from voting"),
        ("abstained from", "chose to abstain"),
    ),
    Ballot.AGAINST: (("voted against", "voted against"), ("opposed", "voted no")),
}
PARTS = {Ballot.IN_FAVOUR: "voted in favour of", Ballot.ABSTAINED: "abstained on", Ballot.AGAINST: "voted against"}
SERIES = (
    "{state} {verb} every General Assembly resolution on {treaty} from {a} to {b}",
    "From {a} to {b}, {state} {verb} each of the General Assembly's annual resolutions on {treaty}",
    "Between {a} and {b} {state} {verb} the annual resolution on {treaty} in the plenary of the General "
    "Assembly every year",
    "{state} {verb} all annual UNGA resolutions on {treaty} from {a} to {b}",
    "Each year from {a} to {b}, {state} {verb} the General Assembly resolution on {treaty}",
)
ABSTAINERS = (
    "The following {n} States abstained on General Assembly resolution {symbol}: {list}",
    "The {n} States that abstained on UNGA resolution {symbol} were {list}",
    "{list} abstained when the General Assembly adopted resolution {symbol} on {on}",
    "Abstaining on resolution {symbol} in the plenary of the General Assembly: {list}",
    "On {on}, {list} abstained from the vote on General Assembly resolution {symbol}",
    "Those that abstained from UNGA resolution {symbol} on {on} were {list}",
    "Resolution {symbol} was adopted by the General Assembly on {on}. The abstentions came from {list}",
)
AMONG = (
    "Among those that abstained on General Assembly resolution {symbol} were {list}",
    "The States abstaining on UNGA resolution {symbol} included {list}",
    "Among others, {list} abstained from voting on General Assembly resolution {symbol} on {on}",
    "{list} were among the {n} States that abstained on UNGA resolution {symbol}",
)


def _slots(desk: Desk, session: int) -> dict[str, str]:
    on = desk.facts.voted_on(session)
    counts = desk.facts.roll_call(session).counts
    symbol = (
        desk.facts.roll_call(session).resolution.removeprefix("A/RES/")
        if desk.chance(0.6)
        else desk.facts.roll_call(session).resolution
    )
    return {
        "on": desk.words(on), "month": MONTHS[on.month - 1], "year": str(on.year), "symbol": symbol,
        "session": _session(desk, session), "yes": desk.n(counts.in_favour), "abs": desk.n(counts.abstained),
        "no": {0: desk.pick(("none", "zero", "0"))}.get(counts.against, desk.n(counts.against)), "n": desk.n(counts.abstained),
    }  # fmt: skip


def _session(desk: Desk, session: int) -> str:
    tens = {50: "fifty", 60: "sixty", 70: "seventy"}[session // 10 * 10]
    units = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    whole = {"fifty": "fiftieth", "sixty": "sixtieth", "seventy": "seventieth"}[tens]
    return desk.pick((ordinal(session), f"{tens}-{units[session % 10]}" if session % 10 else whole))


def _made(desk: Desk, templates: Sequence[str], slots: dict[str, str], session: int, is_true: bool) -> Made:
    text = f"{desk.say(desk.pick(templates), **slots)}."
    verdict = Verdict.AGREES if is_true else Verdict.CONTRADICTS
    return Made(desk.around(text), verdict, desk.later(desk.facts.voted_on(session)))


def _slip(desk: Desk, right: int, other: int) -> int:
    """A figure that slips: some more or fewer, or that of another year, and not the other figure of the same vote."""
    steps = [step for step in (-9, -6, -4, -3, -2, 2, 3, 4, 6, 9) if right + step not in (other, 0)]
    return right + desk.pick(steps)


def totals(desk: Desk, is_true: bool) -> Made | None:
    """All figures of a vote."""
    session = desk.pick(SESSIONS)
    slots, counts = _slots(desk, session), desk.facts.roll_call(session).counts
    if not is_true:
        if _is_also_in_committee(desk.facts, session):
            return None
        which = desk.pick(("yes", "abs"))
        right, other = (counts.in_favour, counts.abstained) if which == "yes" else (counts.abstained, counts.in_favour)
        slots[which] = desk.n(_slip(desk, right, other))
    return _made(desk, TOTALS, slots, session, is_true)


def figures(desk: Desk, is_true: bool) -> Made | None:
    """One figure of a vote."""
    session = desk.pick(SESSIONS)
    slots, counts = _slots(desk, session), desk.facts.roll_call(session).counts
    if not is_true:
        if _is_also_in_committee(desk.facts, session):
            return None
        slots |= {"yes": desk.n(_slip(desk, counts.in_favour, 0)), "abs": desk.n(_slip(desk, counts.abstained, 0))}
    return _made(desk, FIGURES, slots, session, is_true)


def _is_also_in_committee(facts: Facts, session: int) -> bool:
    return facts.is_first_committee_held(session)


def _is_sure(facts: Facts, iso3: str, session: int) -> bool:
    committee = facts.ballot(iso3, session, FIRST_COMMITTEE) if facts.is_first_committee_held(session) else None
    own = facts.ballot(iso3, session)
    return not facts.is_ballot_disputed(iso3, session) and committee in (None, own, Ballot.NOT_RECORDED)


def ballots(desk: Desk, is_true: bool) -> Made | None:
    """How one State voted."""
    session = desk.pick(SESSIONS)
    answer = desk.facts.roll_call(session)
    pool = answer.abstained + answer.against if desk.chance(0.6) else answer.in_favour
    iso3 = desk.pick(pool)
    own = desk.facts.ballot(iso3, session)
    if own not in VERBS or not _is_sure(desk.facts, iso3, session):
        return None
    said = own if is_true else desk.pick([each for each in VERBS if each is not own])
    if said is Ballot.AGAINST and not is_true and desk.chance(0.5):
        return None
    verb, bare = desk.pick(VERBS[said])
    slots = _slots(desk, session) | {
        "state": desk.state(iso3, desk.facts.voted_on(session)),
        "verb": verb,
        "bare": bare,
        "part": PARTS[said],
        "bare_symbol": desk.facts.roll_call(session).resolution.removeprefix("A/RES/"),
    }
    return _made(desk, BALLOTS, slots, session, is_true)


def series(desk: Desk, is_true: bool) -> Made | None:
    """How one State voted over some years."""
    start, length = desk.pick(range(54, 74)), desk.pick(range(2, 10))
    span = range(start, min(start + length, 79) + 1)
    iso3 = desk.pick(desk.facts.roll_call(start).abstained + desk.facts.outside(date(2018, 9, 1)))
    if not all(_is_sure(desk.facts, iso3, session) for session in span):
        return None
    cast = [desk.facts.ballot(iso3, session) for session in span]
    said = desk.pick((Ballot.IN_FAVOUR, Ballot.ABSTAINED))
    if any(each not in VERBS for each in cast) or all(each is said for each in cast) != is_true:
        return None
    verb = desk.pick(
        ("voted in favour of", "supported")
        if said is Ballot.IN_FAVOUR
        else ("abstained on", "abstained from voting on")
    )
    slots = {"state": desk.state(iso3), "verb": verb, "a": str(span[0] + 1945), "b": str(span[-1] + 1945)}
    return _made(desk, SERIES, slots, span[-1], is_true)


def lists(desk: Desk, is_true: bool) -> Made | None:
    """All who abstained; false by one that did not."""
    session = desk.pick(SESSIONS)
    on = desk.facts.voted_on(session)
    who = list(desk.facts.roll_call(session).abstained)
    if not all(_is_sure(desk.facts, iso3, session) for iso3 in who):
        return None
    if not is_true:
        other = desk.pick(desk.facts.roll_call(session).in_favour)
        if not _is_sure(desk.facts, other, session):
            return None
        who[desk.pick(range(len(who)))] = other
    slots = _slots(desk, session) | {"list": desk.states(who, on)}
    return _made(desk, ABSTAINERS, slots, session, is_true)


def some(desk: Desk, is_true: bool) -> Made | None:
    """Some of those who abstained."""
    session = desk.pick(SESSIONS)
    on = desk.facts.voted_on(session)
    who = desk.rnd.sample(desk.facts.roll_call(session).abstained, 4)
    if not is_true:
        who[desk.pick(range(4))] = desk.pick(desk.facts.roll_call(session).in_favour)
    if not all(_is_sure(desk.facts, iso3, session) for iso3 in who):
        return None
    slots = _slots(desk, session) | {"list": desk.states(who, on)}
    return _made(desk, AMONG, slots, session, is_true)


KINDS = {
    "vote totals": (totals, 6),
    "vote figures": (figures, 4),
    "ballots": (ballots, 8),
    "ballots over years": (series, 4),
    "lists of ballots": (lists, 4),
    "some ballots": (some, 3),
}
