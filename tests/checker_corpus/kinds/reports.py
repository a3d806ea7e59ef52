"""Transparency reports by year. No complete matrix is held: hardly anything can be called wrong, and much not be told."""

from __future__ import annotations

from datetime import date

from accede.vocabulary.reports import ReportDuty, ReportState
from checker_corpus import wording
from checker_corpus.case import Verdict
from checker_corpus.oracle import LAST
from checker_corpus.pen import Draft, Pen

LISTED_ON = date(2015, 6, 18)
"""The day of a list of the reports for 2014 that had not come."""


def reports(pen: Pen, verdict: Verdict) -> Draft | None:
    """One sentence about one State's reports."""
    pool = {
        Verdict.AGREES: (_submitted, _submitted, _not_by_2015),
        Verdict.CONTRADICTS: (_never_though, _first_though, _by_2015_though),
        Verdict.CANNOT_TELL: (_unheld,),
    }[verdict]
    return pen.rnd.choice(pool)(pen, verdict)


def _submitted(pen: Pen, verdict: Verdict) -> Draft | None:
    facts, rnd = pen.facts, pen.rnd
    held = rnd.choice([each for each in facts.register.reports if each.fact.report_state is ReportState.SUBMITTED])
    fact = held.fact
    if fact.submitted is None or fact.submitted.latest is None:
        return None
    others = facts.reports(fact.state)
    year = fact.submitted.latest.year
    name = pen.name(fact.state, fact.submitted.latest)
    kind = "[voluntary |voluntary |]" if fact.duty is ReportDuty.VOLUNTARY else ""
    templates = [
        f"⟦{{name}} submitted a {kind}[transparency report|Article 7 report|report under Article 7] in {{year}}⟧.",
        f"⟦In {{year}}, {{name}} [submitted|provided] a {kind}[transparency|Article 7] report⟧.",
        f"⟦A {kind}[transparency|Article 7] report was submitted by {{name}} in {{year}}⟧.",
    ]
    years = sorted({each.submitted.latest.year for each in others if each.submitted and each.submitted.latest})
    if len(years) > 1 and rnd.random() < 0.3:
        pair = sorted(rnd.sample(years, 2))
        templates = [f"⟦{{name}} submitted {kind}[transparency|Article 7] reports in {pair[0]} and {pair[1]}⟧."]
        year = pair[1]
    body = pen.spin(rnd.choice(templates), name=name, year=year)
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(date(year, 12, 31), date(2023, 12, 31))))


def _not_by_2015(pen: Pen, verdict: Verdict) -> Draft | None:
    iso3 = pen.rnd.choice(_missing_of_2014(pen))
    body = pen.spin(
        "⟦[By|As of] {day}, {name} had not [yet |]submitted its [annual |][transparency|Article 7] report for 2014⟧.",
        day=wording.plain_day(LISTED_ON),
        name=pen.name(iso3, LISTED_ON),
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(date(2015, 12, 31)))


def _by_2015_though(pen: Pen, verdict: Verdict) -> Draft | None:
    iso3 = pen.rnd.choice(_missing_of_2014(pen))
    body = pen.spin(
        "⟦[By|As of] {day}, {name} had [already |]submitted its [annual |][transparency|Article 7] report for 2014⟧.",
        day=wording.plain_day(LISTED_ON),
        name=pen.name(iso3, LISTED_ON),
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(date(2015, 12, 31)))


def _never_though(pen: Pen, verdict: Verdict) -> Draft | None:
    iso3 = pen.rnd.choice(("AZE", "LAO", "MAR", "MNG"))
    as_of = pen.checked(date(2018, 8, 21))
    assert pen.facts.reports(iso3, as_of)
    body = pen.spin(
        "⟦{name} has never submitted a voluntary [transparency report|Article 7 report|report under Article 7]⟧.",
        name=pen.name(iso3, as_of),
    )
    return Draft(body=body, verdict=verdict, as_of=as_of)


def _first_though(pen: Pen, verdict: Verdict) -> Draft | None:
    facts, rnd = pen.facts, pen.rnd
    iso3 = rnd.choice(("AZE", "MAR", "OMN", "PSE", "LAO", "MNG"))
    first = min(facts.all_report_years(iso3))
    year = first + rnd.randint(2, 7)
    if year > 2023:
        return None
    body = pen.spin(
        rnd.choice(
            (
                "⟦{name} submitted its first [transparency report|Article 7 report] in {year}⟧.",
                "⟦In {year}, {name} submitted its first [voluntary |]Article 7 report⟧."
                if iso3 in ("AZE", "MAR", "LAO", "MNG")
                else "⟦The first Article 7 report of {name} came in {year}⟧.",
            )
        ),
        name=pen.name(iso3, date(year, 12, 31)),
        year=year,
    )
    assert first < year
    return Draft(body=body, verdict=verdict, as_of=pen.checked(date(2023, 12, 31)))


def _unheld(pen: Pen, verdict: Verdict) -> Draft | None:
    """A report of a year of which the register tells nothing of that State."""
    facts, rnd = pen.facts, pen.rnd
    iso3 = rnd.choice(facts.joined(date(2012, 1, 1)))
    year = rnd.choice((2008, 2010, 2012, 2019, 2021))
    if facts.all_report_years(iso3) & {year, year - 1}:
        return None
    body = pen.spin(
        "⟦{name} submitted its [annual |][transparency|Article 7] report in {year}⟧.",
        name=pen.name(iso3, date(year, 12, 31)),
        year=year,
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(date(year, 12, 31)))


def _missing_of_2014(pen: Pen) -> list[str]:
    assert LAST > LISTED_ON
    return [
        each.fact.state
        for each in pen.facts.register.reports
        if each.fact.report_state is ReportState.NOT_SUBMITTED and each.key.endswith("/for-2014")
    ]


KINDS = {"reports": (reports, 4)}
"""Kind to its writer and its weight."""
