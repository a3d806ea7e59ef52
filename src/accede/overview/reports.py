"""Transparency reports that had been told of by a day. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from accede.evidence.values import Report
from accede.overview.items import ReportItem, report_item
from accede.overview.register import Register
from accede.records.values import Evidence
from accede.register.contradictions import Topic


def reports(register: Register) -> tuple[ReportItem, ...]:
    """The reports of every State, newest first; each completed from the records that agree."""
    return tuple(report_item(*merged(topic)) for topic in newest_first(report_topics(register)))


def report_topics(register: Register, iso3: str = "") -> tuple[Topic[Report], ...]:
    """The reports told of by the view's day, of one State or of all."""
    return register.topics(
        each
        for each in register.of_sources(register.reports)
        if (not iso3 or each.fact.state == iso3) and is_told(register, each)
    )


def is_told(register: Register, report: Evidence[Report]) -> bool:
    """A report counts from its day of submission; where that is not held, from the last day its source can tell of."""
    if report.fact.submitted is not None:
        return register.has_happened(report.fact.submitted, report.source)
    until = register.speaks_until(report.source) or report.recorded_at.date()
    return until <= register.view.as_of


def merged(topic: Topic[Report]) -> tuple[Evidence[Report], str]:
    """The record that counts, completed by those that agree, and what is taken from which of them.

    One source may tell when a report was submitted, another which year it covers.
    """
    report, taken = topic.counts, []
    for other in topic.agree:
        if report.fact.submitted is None and other.fact.submitted is not None:
            report = replace(report, fact=replace(report.fact, submitted=other.fact.submitted))
            taken.append(f"The day of submission is told by {other.source}.")
        if report.fact.covers is None and other.fact.covers is not None:
            report = replace(report, fact=replace(report.fact, covers=other.fact.covers))
            taken.append(f"The year covered is told by {other.source}.")
    return report, " ".join(taken)


def newest_first(topics: Iterable[Topic[Report]]) -> list[Topic[Report]]:
    """By the day of submission, else by the year covered; those without either last."""
    return sorted(topics, key=_place, reverse=True)


def day_of(report: Report) -> date:
    """By which day reports are put in order: that of the submission, else of the year covered; without either the first day."""
    given = report.submitted or report.covers
    return given.counts_from if given else date.min


def _place(topic: Topic[Report]) -> tuple[date, str]:
    report, _ = merged(topic)
    return day_of(report.fact), topic.counts.key
