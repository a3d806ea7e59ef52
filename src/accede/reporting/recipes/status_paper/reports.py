"""Section III, voluntary reports under Article 7, by State and year of submission."""

from __future__ import annotations

from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Part, Pen, listed, words
from accede.vocabulary.reports import ReportDuty, ReportState


def reports(matter: Matter, pen: Pen) -> Section:
    """The sub-section. Only reports of States that are outside on the day; what is not dated is said to be so."""
    years, undated = reports_submitted(matter)
    this_year = {iso3: found[matter.as_of.year] for iso3, found in years.items() if matter.as_of.year in found}
    earlier = {
        iso3: {year: keys for year, keys in found.items() if year != matter.as_of.year} for iso3, found in years.items()
    }
    earlier = {iso3: found for iso3, found in earlier.items() if found}
    parts: list[Part] = ["States not party can report voluntarily on what they do in the fields that Article 7 names."]
    if this_year:
        submitted = matter.listed(this_year, this_year.__getitem__)
        parts += [f" In {matter.as_of.year}, a voluntary Article 7 report was submitted by ", submitted, "."]
    else:
        parts.append(f" No voluntary Article 7 report is recorded for {matter.as_of.year}.")
    if earlier:
        parts += [" Voluntary Article 7 reports of earlier years: ", _by_state(matter, earlier), "."]
    for iso3 in matter.by_name(undated):
        for covered, keys in undated[iso3].items():
            parts += [f" Of a report of {matter.in_sentence(iso3)} covering ", Figure(covered, keys)]
            parts.append(", the day of submission is not recorded.")
    parts.append(" Whether others were submitted is not recorded.")
    return Section("D", words("Voluntary Article 7 reports"), (pen.paragraph(*parts),))


def _by_state(matter: Matter, years: dict[str, dict[int, Keys]]) -> tuple[Inline, ...]:
    """ "Azerbaijan (2008 and 2009); Mongolia (2007)"."""
    parts: list[Part] = []
    for number, iso3 in enumerate(matter.by_name(years)):
        told = listed(Figure(str(year), keys) for year, keys in sorted(years[iso3].items()))
        parts += ["; " if number else "", matter.in_sentence(iso3), " (", told, ")"]
    return words(*parts)


def reports_submitted(matter: Matter) -> tuple[dict[str, dict[int, Keys]], dict[str, dict[str, Keys]]]:
    """The years of submission by State, and the years covered where no day of submission is held; each with its keys."""
    register = matter.register
    years: dict[str, dict[int, Keys]] = {}
    undated: dict[str, dict[str, Keys]] = {}
    for topic in register.topics(register.of_sources(register.reports)):
        fact = topic.counts.fact
        is_voluntary = fact.duty is ReportDuty.VOLUNTARY and fact.report_state is ReportState.SUBMITTED
        if not is_voluntary or fact.state not in matter.outside:
            continue
        # One source may tell when a report was submitted, another what it covers.
        dated = next((each for each in (topic.counts, *topic.agree) if each.fact.submitted), None)
        if dated is None:
            if fact.covers is not None and fact.covers.counts_from < matter.as_of:
                undated.setdefault(fact.state, {})[fact.covers.wording()] = (topic.counts.key,)
        elif register.has_happened(dated.fact.submitted, dated.source):
            assert dated.fact.submitted is not None
            year = dated.fact.submitted.counts_from.year
            found = years.setdefault(fact.state, {})
            found[year] = (*found.get(year, ()), dated.key)
    return years, undated
