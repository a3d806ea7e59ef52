"""Bounds and shares: more than, fewer than, between, per cent, fractions."""

from __future__ import annotations

from datetime import date

from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import Desk, Made

LATEST = date(2025, 6, 1)
OVER = (
    "more than {n} States {were} party to {treaty}",
    "{treaty} {has} more than {n} States Parties",
    "over {n} countries {had} joined {treaty}",
    "at least {n} States {had} ratified or acceded to {treaty}",
    "upwards of {n} States {were} party to {treaty}",
    "{treaty} {has} in excess of {n} States Parties",
    "the number of States Parties to {treaty} {was} above {n}",
    "not fewer than {n} States {had} become party to {treaty}",
    "well over {n} States {were} States Parties to {treaty}",
)
UNDER = (
    "fewer than {n} States {remained} outside {treaty}",
    "less than {n} countries {had} not joined {treaty}",
    "under {n} States {were} not party to {treaty}",
    "no more than {n} States {had} yet to join {treaty}",
    "at most {n} States {remained} outside {treaty}",
    "the number of States not party to {treaty} {was} below {n}",
    "not more than {n} countries {were} outside {treaty}",
)
FEWER_PARTIES = (
    "fewer than {n} States {were} party to {treaty}",
    "{treaty} {has} fewer than {n} States Parties",
    "less than {n} countries {had} joined {treaty}",
)
SHARES = (
    "{p} per cent of the world's States {had} joined {treaty}",
    "{p}% of all States {were} party to {treaty}",
    "{treaty} {was} accepted by {p} per cent of the world's States",
    "{p} percent of the States of the world {were} States Parties to {treaty}",
    "the States Parties to {treaty} {were} {p} per cent of all States",
)
OVER_SHARES = (
    "more than {p} per cent of the world's States {had} joined {treaty}",
    "over {p}% of the world's States {were} party to {treaty}",
    "{treaty} {has} the support of over {p} per cent of the world's States as States Parties",
    "at least {p} percent of all States {were} States Parties to {treaty}",
)
FRACTIONS = {
    "more than half of the world's States {were} party to {treaty}": 0.5,
    "over two thirds of the world's States {had} joined {treaty}": 2 / 3,
    "more than three quarters of the world's States {were} party to {treaty}": 0.75,
    "more than four fifths of the world's countries {had} joined {treaty}": 0.8,
    "more than nine tenths of all States {were} party to {treaty}": 0.9,
    "over nine out of ten States in the world {had} joined {treaty}": 0.9,
    "more than four in five of the world's States {were} States Parties to {treaty}": 0.8,
}


def _verdict(is_true: bool) -> Verdict:
    return Verdict.AGREES if is_true else Verdict.CONTRADICTS


def bounds(desk: Desk, is_true: bool) -> Made | None:
    """More or fewer than; false by five and more."""
    way = desk.pick(("over", "over", "under", "fewer"))

    def slots(day: date) -> dict[str, str] | None:
        ways, found = desk.facts.ways(day), desk.facts.counts(day)
        if way == "under":
            bound = found.outside + desk.pick((2, 4, 7, 10)) if is_true else min(ways.outside) - desk.pick((2, 5, 9))
        elif way == "over":
            bound = (
                min(ways.parties) - desk.pick((1, 3, 6, 10))
                if is_true
                else max(ways.parties) + desk.pick((3, 6, 12, 20))
            )
            rounded = bound // 5 * 5 if is_true else -(-bound // 5) * 5
            bound = rounded if desk.chance(0.7) else bound
        else:
            bound = max(ways.parties) + desk.pick((3, 8, 12)) if is_true else min(ways.parties) - desk.pick((4, 9, 15))
        return {"n": desk.n(bound)} if bound > 1 else None

    templates = {"over": OVER, "under": UNDER, "fewer": FEWER_PARTIES}[way]
    return desk.counted(templates, slots, verdict=_verdict(is_true), last=LATEST)


def shares(desk: Desk, is_true: bool) -> Made | None:
    """Per cent and fractions of the world's States."""
    way = desk.pick(("exact", "over", "fraction"))

    def slots(day: date) -> dict[str, str] | None:
        ways, found = desk.facts.ways(day), desk.facts.counts(day)
        low, high = min(ways.parties) / found.universe * 100, max(ways.parties) / 193 * 100
        if way == "exact":
            share = round(found.joined / found.universe * 100)
            if not is_true:
                share = desk.pick((round(low) - 8, round(low) - 12, min(round(high) + 7, 99)))
        else:
            share = int(low) - desk.pick((1, 3, 5)) if is_true else min(int(high) + desk.pick((4, 7, 10)), 99)
        return {"p": str(share)}

    def nothing(day: date) -> dict[str, str] | None:
        ways, found = desk.facts.ways(day), desk.facts.counts(day)
        low, high = min(ways.parties) / found.universe, max(ways.parties) / 189
        is_so = low > FRACTIONS[fraction] if is_true else high < FRACTIONS[fraction] - 0.02
        return {"of": ""} if is_so else None

    if way == "fraction":
        fraction = desk.pick(list(FRACTIONS))
        return desk.counted((fraction,), nothing, verdict=_verdict(is_true), last=LATEST)
    return desk.counted(SHARES if way == "exact" else OVER_SHARES, slots, verdict=_verdict(is_true), last=LATEST)


KINDS = {"bounds": (bounds, 6), "shares": (shares, 4)}
