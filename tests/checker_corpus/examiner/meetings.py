"""Meetings: number, year, place, days and presidency; days that cannot be; statements without a source; reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from checker_corpus.case import CLOSE, OPEN, Verdict
from checker_corpus.examiner.attendance import _end
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
CANNOT_BE = (
    "The letter of {day} has not been answered.",
    "The workshop took place on {day}.",
    "As of {day}, 164 States had joined the Convention.",
    "The bilateral meeting in Geneva was held on {day}.",
    "On {day}, the President wrote to all States not party.",
    "The ambassador's note dated {day} was circulated.",
    "A reply reached us on {day}.",
    "{day}: meeting with the focal point",
    "The moratorium was extended on {day}.",
    "We met the deputy minister on {day} and will meet him again.",
)
IMPOSSIBLE = (
    "31 June",
    "31 September",
    "31 November",
    "31 April",
    "30 February",
    "29 February",
    "32 May",
    "31 February",
)
POSSIBLE = ("30 June", "30 September", "30 November", "28 February", "31 May", "31 July", "1 April", "31 December")
UNSOURCED = (
    "{state} said that it supports the humanitarian aims of {treaty}.",
    "{state} has stated that it cannot join {treaty} at this time.",
    "{state} expressed its support for the goals of {treaty}.",
    "The Foreign Minister of {state} declared that accession is under study.",
    "{state} informed us that a review of its position is under way.",
    "According to {state}, national security stands in the way of joining {treaty}.",
    "{state} reaffirmed that it does not export anti-personnel mines.",
    "{state} announced that it shares the objectives of {treaty}.",
)
REPORTED = (
    "Voluntary Article 7 reporting: {state} ({year})",
    "{state}, a State not party at the time, submitted an Article 7 report on a voluntary basis in {year}",
    "The voluntary report that {state} submitted in {year} was a sign of goodwill",
    "{state} made a voluntary submission under Article 7 in {year}",
    "{state} submitted a voluntary transparency report in {year}",
    "In {year}, {state} submitted a voluntary Article 7 report",
    "{state} provided a voluntary Article 7 report in {year}",
    "A voluntary report under Article 7 was received from {state} in {year}",
    "{state} voluntarily reported under Article 7 in {year}",
    "In {year} {state}, though not a State Party, handed in a transparency report",
    "{state}'s voluntary transparency report was submitted in {year}",
    "{state} sent in a voluntary Article 7 report in {year}",
)
NOT_REPORTED = (
    "{state} has never submitted a voluntary Article 7 report",
    "{state} has not submitted any voluntary transparency report",
    "No voluntary report under Article 7 has ever been received from {state}",
    "{state} has yet to submit a voluntary Article 7 report",
    "To date, {state} has not provided a voluntary transparency report",
)
FIRST_REPORT = (
    "{state} submitted its first voluntary transparency report in {year}",
    "The first voluntary Article 7 report of {state} was submitted in {year}",
    "In {year}, {state} submitted a voluntary Article 7 report for the first time",
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
    return key, held, held.starts.earliest, _end(held)


def _days(first: date, last: date) -> str:
    if first.month == last.month:
        return f"{first.day} to {last.day} {MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]} {first.year}"


def _said(desk: Desk, templates: Sequence[str], after: date, is_true: bool, **slots: str) -> Made:
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
            step = desk.pick((-2, -1, 1, 2))
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
    return _said(desk, HELD, max(last, _end(held), date(1999, 6, 1)), is_true, **slots)


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
    return _said(desk, PRESIDED, last, is_true, meeting=meeting_title(desk, key, held), state=desk.state(iso3))


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
    return _said(
        desk,
        PERSONS,
        last,
        is_true,
        meeting=meeting_title(desk, key, held),
        state=desk.state(given.presidency),
        person=person,
    )


def days(desk: Desk, is_true: bool) -> Made | None:
    """A day that cannot be; or one that can, of which nothing is to be said."""
    year = desk.pick([each for each in range(2001, 2024) if each % 4])
    told = desk.pick(POSSIBLE if is_true else IMPOSSIBLE)
    number, month = told.split()
    day = desk.pick((f"{told} {year}", f"{told} {year}", f"{month} {number}, {year}"))
    template = desk.pick([each for each in CANNOT_BE if "164" not in each or not is_true])
    text = template.format(day=f"{OPEN}{day}{CLOSE}")
    return Made(
        desk.around(text), Verdict.NOTHING if is_true else Verdict.CONTRADICTS, desk.later(date(year + 1, 1, 1))
    )


def unsourced(desk: Desk, is_true: bool) -> Made | None:
    """What a State is said to have said, without saying where."""
    iso3 = desk.pick(desk.facts.outside(date(2018, 9, 1)))
    return Made(
        desk.around(desk.say(desk.pick(UNSOURCED), state=desk.state(iso3))),
        Verdict.CANNOT_TELL,
        desk.later(date(2018, 9, 1)),
    )


def reports(desk: Desk, is_true: bool) -> Made | None:
    """Voluntary reports; one in five of a year of which nothing is held."""
    iso3 = desk.pick(("MAR", "MAR", "AZE", "LAO", "MNG", "PSE"))
    held = [
        each
        for each in desk.facts.reports(iso3)
        if each.duty == "voluntary" and each.submitted and each.submitted.latest
    ]
    years = sorted({each.submitted.latest.year for each in held if each.submitted and each.submitted.latest})
    if not years:
        return None
    state, known = desk.state(iso3), desk.facts.all_report_years(iso3)
    last = max(max(years) + 1, 2009)
    if is_true:
        return _said(desk, REPORTED, date(last, 2, 1), True, state=state, year=str(desk.pick(years)))
    way = desk.pick(("never", "first", "open"))
    if way == "never":
        return _said(desk, NOT_REPORTED, date(last, 2, 1), False, state=state)
    if way == "first":
        later = [year for year in range(years[0] + 2, 2020)]
        return _said(desk, FIRST_REPORT, date(2020, 2, 1), False, state=state, year=str(desk.pick(later)))
    open_years = [
        year for year in range(2001, 2024) if year not in known and year - 1 not in known and year + 1 not in known
    ]
    made = _said(desk, REPORTED, date(2024, 2, 1), True, state=state, year=str(desk.pick(open_years)))
    return Made(made.text, Verdict.CANNOT_TELL, made.as_of)


KINDS = {
    "meetings": (meetings, 8),
    "presidencies": (presidencies, 4),
    "presidents": (presidents, 3),
    "days": (days, 4),
    "statements without a source": (unsourced, 1),
    "reports": (reports, 5),
}
