"""Meetings: number, year, place, days and presidency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from checker_corpus.case import Verdict
from checker_corpus.examiner.attendance import end_of
from checker_corpus.examiner.desk import MONTHS, Desk, Made, ordinal

HELD = (
    "{meeting} was held in {city} in {year}",
    "{meeting} took place in {city} in {month} {year}",
    "{meeting} took place in {city} from {days}",
    "{city} hosted {meeting} in {year}",
    "In {year}, {meeting} was held in {city}",
    "In {month} {year}, States met in {city} for {meeting}",
    "{meeting} was convened in {city} on {start}",
    "States gathered in {city} for {meeting} from {days}",
    "{meeting}, held in {city} in {year}, adopted its report",
    "{meeting} opened in {city} on {start}",
    "{city} was the venue of {meeting} in {month} {year}",
    "At {meeting} ({city}, {year}), the matter was discussed",
    "{meeting} met in {city} from {days}",
    "It was at {meeting}, in {city} in {month} {year}, that we took this up",
    "{meeting} ({city}, {days}) drew a large crowd",
)
PRESIDED = (
    "{meeting} was presided over by {state}",
    "{state} presided over {meeting}",
    "{state} held the presidency of {meeting}",
    "Under the presidency of {state}, {meeting} made good progress",
    "The President of {meeting} was from {state}",
    "{meeting} was held under the presidency of {state}",
    "{state} was President of {meeting}",
    "{state} chaired {meeting}",
    "{meeting}, under the presidency of {state}, adopted its final report",
    "The presidency of {meeting} was held by {state}",
)
PERSONS = (
    "{person} of {state} presided over {meeting}",
    "{meeting} was presided over by {person}",
    "The President of {meeting}, {person}, opened the debate",
    "{person} was President of {meeting}",
    "{person} served as President of {meeting}",
    "{meeting} elected {person} as its President",
    "Under its President, {person}, {meeting} moved fast",
)


def meeting_title(desk: Desk, key: str, held: Occasion) -> str:
    """A meeting by its number alone."""
    if held.kind is OccasionKind.MSP:
        number = held.number or 0
        return desk.pick(
            (
                f"the {key}",
                f"the {held.title}",
                f"the {ordinal(number)} Meeting of the States Parties",
                f"the {held.title} to the Mine Ban Convention",
            )
        )
    return desk.pick(
        (
            f"the {held.title}",
            f"the {held.title} of the Convention",
            f"the {ordinal(held.number or 0)} Review Conference",
        )
    )


def _pick(desk: Desk) -> tuple[str, Occasion, date, date] | None:
    key = desk.pick([key for key in desk.facts.big_meetings if key not in ("22MSP", "23MSP")])
    held = desk.facts.big_meetings[key]
    if held.starts is None or held.starts.earliest is None:
        return None
    return key, held, held.starts.earliest, end_of(held)


def _days(first: date, last: date) -> str:
    if first.month == last.month:
        return f"{first.day} to {last.day} {MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]} {first.year}"


def said(desk: Desk, templates: Sequence[str], after: date, is_true: bool, **slots: str) -> Made:
    text = desk.say(desk.pick(templates), **slots)
    return Made(desk.around(f"{text}."), Verdict.AGREES if is_true else Verdict.CONTRADICTS, desk.later(after))


def meetings(desk: Desk, is_true: bool) -> Made | None:
    """Number, place and time of a meeting; false by the number, the place or the year."""
    found = _pick(desk)
    if found is None:
        return None
    key, held, first, last = found
    if key in ("18MSP", "19MSP"):  # held virtually: where, is a matter of words
        return None
    meeting, city = meeting_title(desk, key, held), held.city
    if not is_true:
        way = desk.pick(("city", "year", "number"))
        if way == "city":
            city = desk.pick(
                [
                    each
                    for each in ("Geneva", "Vienna", "Santiago", "Maputo", "Oslo", "Nairobi", "Zagreb", "Bangkok")
                    if each != city
                ]
            )
        elif way == "year":
            # One source dates the 14MSP to 2014.
            step = desk.pick((-2, 1, 2) if key == "14MSP" else (-2, -1, 1, 2))
            first, last = first.replace(year=first.year + step), last.replace(year=last.year + step)
        else:
            others = {
                other: one
                for other, one in desk.facts.big_meetings.items()
                if one.kind is held.kind and other not in (key, "23MSP")
            }
            other = desk.pick(list(others))
            if others[other].city == city and others[other].starts == held.starts:
                return None
            meeting = meeting_title(desk, other, others[other])
    city = "the Dead Sea" if city == "Dead Sea" else city
    slots = {
        "meeting": meeting,
        "city": city,
        "year": str(first.year),
        "month": MONTHS[first.month - 1],
        "start": desk.words(first),
        "days": _days(first, last),
    }
    return said(desk, HELD, max(last, end_of(held), date(1999, 6, 1)), is_true, **slots)


def presidencies(desk: Desk, is_true: bool) -> Made | None:
    """The presiding State."""
    found = _pick(desk)
    if found is None or not found[1].presidency:
        return None
    key, held, _, last = found
    iso3 = held.presidency
    if not is_true:
        iso3 = desk.pick(
            [
                one.presidency
                for one in desk.facts.big_meetings.values()
                if one.presidency and one.presidency not in (iso3, held.country)
            ]
        )
    return said(desk, PRESIDED, last, is_true, meeting=meeting_title(desk, key, held), state=desk.state(iso3))


def presidents(desk: Desk, is_true: bool) -> Made | None:
    """The person."""
    found = _pick(desk)
    if found is None or not found[1].president or found[0] == "15MSP":
        return None
    key, held, _, last = found
    given = held
    if not is_true:
        given = desk.pick(
            [
                one
                for other, one in desk.facts.big_meetings.items()
                if one.president and other not in (key, "23MSP", "22MSP")
            ]
        )
    person = f"{desk.pick(('', '', 'Ambassador '))}{given.president}"
    return said(
        desk,
        PERSONS,
        last,
        is_true,
        meeting=meeting_title(desk, key, held),
        state=desk.state(given.presidency),
        person=person,
    )


KINDS = {
    "meetings": (meetings, 8),
    "presidencies": (presidencies, 4),
    "presidents": (presidents, 3),
}
