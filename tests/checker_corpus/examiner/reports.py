"""Voluntary reports; days that cannot be; statements without a source."""

from __future__ import annotations

from datetime import date

from checker_corpus.case import CLOSE, OPEN, Verdict
from checker_corpus.examiner.desk import Desk, Made
from checker_corpus.examiner.meetings import said

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
        return said(desk, REPORTED, date(last, 2, 1), True, state=state, year=str(desk.pick(years)))
    way = desk.pick(("never", "first", "open"))
    if way == "never":
        return said(desk, NOT_REPORTED, date(last, 2, 1), False, state=state)
    if way == "first":
        later = list(range(years[0] + 2, 2020))
        return said(desk, FIRST_REPORT, date(2020, 2, 1), False, state=state, year=str(desk.pick(later)))
    open_years = [
        year for year in range(2001, 2024) if year not in known and year - 1 not in known and year + 1 not in known
    ]
    made = said(desk, REPORTED, date(2024, 2, 1), True, state=state, year=str(desk.pick(open_years)))
    return Made(made.text, Verdict.CANNOT_TELL, made.as_of)


KINDS = {
    "days": (days, 4),
    "statements without a source": (unsourced, 1),
    "reports": (reports, 5),
}
