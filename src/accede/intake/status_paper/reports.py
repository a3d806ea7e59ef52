"""Voluntary Article 7 reports by year."""

import re
from dataclasses import replace

from accede.evidence.values import Report
from accede.intake.status_paper.citations import COVERS
from accede.intake.status_paper.dates import YEAR, dated
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState

PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\bArticle 7\b.*\breports?\b|\b(?:voluntary|transparency)\b.*\breports?\b", re.IGNORECASE | re.DOTALL),
    re.compile(r"\breports?\b.*\bArticle 7\b", re.IGNORECASE | re.DOTALL),
)
"""What a paragraph is about that speaks of such reports; a sentence of it may call one "such a report"."""
REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
YEARS = re.compile(rf"\s*\((?P<years>{YEAR}(?:(?:,| and|, and|;)\s*{YEAR})*)\)")


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The reports of a sentence: the years in brackets after a State, else the year of the sentence; None without reports."""
    if not REPORT.search(sentence.text) or not any(pattern.search(sentence.paragraph) for pattern in PATTERNS):
        return None
    facts: list[Report] = []
    whole = dated(sentence.text, "in", "on")
    for _, end, state in sentence.named:
        match = YEARS.match(sentence.text, end)
        years = (
            [PartialDate.parse(year) for year in re.findall(YEAR, match["years"])]
            if match
            else [whole]
            if whole
            else []
        )
        facts += [replace(_submitted(reading, state), submitted=year) for year in years]
    if (covered := COVERS.search(sentence.text)) and sentence.states and not facts:
        year = PartialDate.parse(covered["year"])
        facts = [replace(_submitted(reading, sentence.states[0]), covers=year)]
    return tuple(map(sentence.proposal, dict.fromkeys(facts)))


def _submitted(reading: Reading, state: str) -> Report:
    return Report(treaty=reading.treaty, state=state, report_state=ReportState.SUBMITTED, duty=ReportDuty.VOLUNTARY)
