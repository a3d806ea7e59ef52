"""Lists of States outside, of all or of a region, whole or not; and tables whose heading gives a count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accede.vocabulary.standings import Standing
from checker_corpus.case import CLOSE, OPEN, Verdict
from checker_corpus.examiner.desk import Desk, Made

LATEST = date(2025, 6, 1)
WHOLE = (
    "The following {n} States are not party to {treaty}: {list}.",
    "The States that have not joined {treaty} are the following: {list}.",
    "{n} States remain outside {treaty}: {list}.",
    "These are the {n} States not party to {treaty}: {list}.",
    "The complete list of States not party to {treaty} reads as follows: {list}.",
    "Still outside {treaty} are {n} countries, namely {list}.",
    "The {n} States not party ({list}) have all received a letter.",
    "All States have joined {treaty} except the following {n}: {list}.",
    "The remaining {n} States not party to {treaty} are {list}.",
)
SOME = (
    "{list} are States not party to {treaty}.",
    "{list} have still not ratified or acceded to {treaty}.",
    "Of the States outside {treaty}, {list} deserve special attention.",
    "Accession by {list} would strengthen {treaty}, which they have not joined.",
    "{list} are among those that have not joined {treaty}.",
    "{list} have yet to accede to {treaty}.",
    "States not party to {treaty}, among them {list}, were invited.",
    "The States that have not joined {treaty} include {list}.",
    "{list} have not joined {treaty}.",
    "Among the States outside {treaty} are {list}.",
    "States such as {list} are still not party to {treaty}.",
    "{list} remain outside {treaty}.",
    "Several States, {list} among them, have yet to join {treaty}.",
    "We call on {list}, which are not party to {treaty}, to join without delay.",
    "Not party to {treaty}: {list}.",
    "Neither {either} has joined {treaty}.",
)
MEMBERS = (
    "{list} are States Parties to {treaty}.",
    "The States Parties to {treaty} include {list}.",
    "Among the States Parties to {treaty} are {list}.",
    "{list} have all joined {treaty}.",
    "{list} are all party to {treaty}.",
    "Several States, {list} among them, have joined {treaty}.",
)
REGIONS = {
    "African States": ("the African Group", "the group of African States"),
    "Eastern European States": ("the Eastern European Group", "the group of Eastern European States"),
    "Latin American and Caribbean States": ("the Group of Latin American and Caribbean States", "GRULAC"),
}
REGIONAL = (
    "{group} has joined {treaty} as a whole, with the exception of {list}.",
    "All States of {group} are party to {treaty}, except {list}.",
    "Only {list} of {group} {have} not joined {treaty}.",
    "In {group}, only {list} {have} not joined {treaty}.",
    "The only members of {group} outside {treaty} are {list}.",
    "All members of {group} have joined {treaty} except {list}.",
    "With the exception of {list}, every member of {group} is a State Party to {treaty}.",
    "Of {group}, {list} {have} still to join {treaty}.",
)
SIGNATORY_LISTS = (
    "The following States have signed but not ratified {treaty}: {list}.",
    "The signatories that have yet to ratify {treaty} are {list}.",
    "{list} signed {treaty} but have not ratified it.",
    "Of those that signed, {list} have still to ratify {treaty}.",
)
HEADINGS = (
    "States not party to {treaty} ({n})", "{n} States not party", "Table 2. The {n} States that have not joined {treaty}",
    "Annex: {n} States outside {treaty}", "List of the {n} States not party to {treaty}", "States not party: {n}",
    "States that have not joined ({n} States)", "Overview of the {n} States not party to {treaty}",
)  # fmt: skip
PARTY_HEADINGS = (
    "States not party that abstained on resolution {symbol} ({n})",
    "{n} States not party abstained on General Assembly resolution {symbol}",
)


def _wrong(desk: Desk, right: Sequence[str], others: Sequence[str]) -> list[str] | None:
    """The list with one State that does not belong to it."""
    found = list(right)
    if not found or not others:
        return None
    found[desk.pick(range(len(found)))] = desk.pick(others)
    return found


def _made(desk: Desk, text: str, day: date, is_true: bool) -> Made:
    way = desk.pick(("asked", "line"))
    verdict = Verdict.AGREES if is_true else Verdict.CONTRADICTS
    return Made(desk.around(text, paper_on=day if way == "line" else None), verdict, day)


def _others(desk: Desk, day: date) -> list[str]:
    """States in force on the day, whose joining nobody disputes and that were in force a year before."""
    held = desk.facts.standings(day)
    return [
        iso3 for iso3, each in desk.facts.joinings.items()
        if held.get(iso3) is Standing.IN_FORCE and not each.is_disputed and (day - each.deposited).days > 600
    ]  # fmt: skip


def whole(desk: Desk, is_true: bool) -> Made | None:
    """All States outside."""
    day = desk.paper_day(date(2005, 1, 1), LATEST)
    if day is None:
        return None
    right = list(desk.facts.outside(day))
    who: list[str] | None = right
    count = len(right)
    if not is_true and desk.chance(0.5):
        who = _wrong(desk, right, _others(desk, day))
    elif not is_true:
        who = [each for each in right if each != desk.pick(right)]
        gone = [each for each in right if each not in who]
        if not gone:
            return None
    if who is None:
        return None
    text = desk.say(desk.pick(WHOLE), n=desk.n(count), list=desk.states(who, day))
    return _made(desk, text, day, is_true)


def some(desk: Desk, is_true: bool) -> Made | None:
    """Some States outside."""
    day = desk.paper_day(date(2000, 1, 1), LATEST)
    if day is None:
        return None
    who: list[str] | None = desk.rnd.sample(desk.facts.outside(day), desk.pick((2, 3, 4, 5)))
    if not is_true:
        who = _wrong(desk, who or [], _others(desk, day))
    if not who:
        return None
    template = desk.pick(SOME)
    if "{either}" in template:
        text = desk.say(template, either=" nor ".join(desk.brief(each, day) for each in who[:2]))
        if not is_true and not set(who[:2]) & set(_others(desk, day)):
            return None
    else:
        text = desk.say(template, list=desk.states(who, day))
    return _made(desk, text, day, is_true)


def members(desk: Desk, is_true: bool) -> Made | None:
    """Some States Parties."""
    day = desk.paper_day(date(2004, 1, 1), LATEST)
    if day is None:
        return None
    who: list[str] | None = desk.rnd.sample(_others(desk, day), desk.pick((2, 3, 4, 5)))
    if not is_true:
        out = [
            iso3
            for iso3 in desk.facts.outside(day)
            if iso3 not in desk.facts.joinings or desk.facts.joinings[iso3].deposited > day
        ]
        who = _wrong(desk, who or [], out)
    if not who:
        return None
    return _made(desk, desk.say(desk.pick(MEMBERS), list=desk.states(who, day)), day, is_true)


def regional(desk: Desk, is_true: bool) -> Made | None:
    """All States of a regional group outside."""
    day = desk.paper_day(date(2013, 1, 1), LATEST)
    if day is None:
        return None
    group = desk.pick(list(REGIONS))
    inside = [iso3 for iso3, state in desk.facts.states.items() if state.regional_group == group]
    right = [iso3 for iso3 in desk.facts.outside(day) if iso3 in inside]
    who: list[str] | None = right
    if not is_true:
        who = _wrong(desk, right, [iso3 for iso3 in _others(desk, day) if iso3 in inside])
        if len(right) > 1 and desk.chance(0.4):
            who = right[1:]
    if not who:
        return None
    template = desk.pick([each for each in REGIONAL if not each.startswith("Of {group}")] if not is_true else REGIONAL)
    have = "has" if len(who) == 1 else "have"
    if len(who) == 1:
        template = template.replace(
            "The only members of {group} outside {treaty} are", "The only member of {group} outside {treaty} is"
        )
    text = desk.say(template, group=desk.pick(REGIONS[group]), list=desk.states(who, day), have=have)
    return _made(desk, text, day, is_true)


def only_signatories(desk: Desk, is_true: bool) -> Made | None:
    """The signatories that have still to ratify."""
    day = desk.paper_day(date(2003, 1, 1), date(2016, 12, 1))
    if day is None:
        return None
    right = desk.facts.in_standing(day, Standing.SIGNATORY)
    who: list[str] | None = list(right)
    if not is_true:
        never = [iso3 for iso3 in desk.facts.outside(day) if desk.facts.signed_on(iso3) is None]
        who = _wrong(desk, right, never + [iso3 for iso3 in _others(desk, day) if desk.facts.signed_on(iso3)])
    if not who or len(who) < 2:
        return None
    return _made(desk, desk.say(desk.pick(SIGNATORY_LISTS), list=desk.states(who, day)), day, is_true)


def headings(desk: Desk, is_true: bool) -> Made | None:
    """A table or a plain list of all States outside under a heading with their number."""
    day = desk.paper_day(date(2005, 1, 1), LATEST)
    if day is None:
        return None
    right = list(desk.facts.outside(day))
    rows, count = list(right), len(right)
    if not is_true:
        way = desk.pick(("row", "count", "both"))
        if way == "row":
            rows.remove(desk.pick(rows))
        else:
            step = desk.pick((-3, -2, 2, 3))
            count += step
            if count in desk.facts.ways(day).outside:
                return None
    title = desk.say(desk.pick(HEADINGS), n=desk.n(count) if desk.chance(0.2) else str(count))
    shown = [desk.names.in_table(iso3, on=day) for iso3 in rows]
    numbers = range(1, len(rows) + 1)
    way = desk.pick(("table", "table", "numbered table", "bullets", "numbered", "lines"))
    if way == "table":
        body = "| State | Region |\n| --- | --- |\n" + "\n".join(
            f"| {name} | {desk.facts.states[iso3].regional_group} |" for name, iso3 in zip(shown, rows, strict=True)
        )
    elif way == "numbered table":
        body = "| No. | State not party |\n| --- | --- |\n" + "\n".join(
            f"| {at} | {name} |" for at, name in zip(numbers, shown, strict=True)
        )
    elif way == "bullets":
        body = "\n".join(f"- {name}" for name in shown)
    elif way == "numbered":
        body = "\n".join(f"{at}. {name}" for at, name in zip(numbers, shown, strict=True))
    else:
        body = "\n\n".join(shown)
    head = desk.pick(("## {}", "**{}**", "{}")).format(title)
    verdict = Verdict.AGREES if is_true else Verdict.CONTRADICTS
    return Made(f"{OPEN}{head}\n\n{body}{CLOSE}", verdict, day)


KINDS = {
    "whole lists": (whole, 4),
    "lists": (some, 6),
    "lists of parties": (members, 4),
    "regional lists": (regional, 4),
    "only signatories": (only_signatories, 3),
    "table headings": (headings, 5),
}
