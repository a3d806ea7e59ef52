"""The cover of an Article 7 report: which State, when submitted, what year it covers, whether voluntary."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from accede.evidence.values import Report
from accede.intake.findings import DocumentKind, Findings, NotUnderstood, Part, Proposal
from accede.intake.ground import Ground
from accede.intake.prose.days import days
from accede.intake.prose.passages import Page, page_of
from accede.paper.tree import Document
from accede.vocabulary.errors import InvalidDate, UnknownName
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.reports import ReportDuty, ReportState

TITLE = re.compile(
    r"\bArticle 7\b[^.\n]{0,80}\b(?:reports?|reporting)\b|\b(?:reporting formats?|transparency report"
    r"|report)\b[^.\n]{0,80}\bArticle 7\b"
    r"|\bvoluntary (?:transparency )?report\b",
    re.IGNORECASE,
)
STATE = re.compile(
    r"\b(?:Name of (?:the )?)?State(?: \[?Party\]?"
    r"| not party)?(?: \[[^\]]*\])?\s*[:|]\s*(?P<name>[^|:\n]{2,80})",
    re.IGNORECASE,
)
SUBMITTED = re.compile(
    r"\b(?:Date of submission|Submitted on|Submission date"
    r"|Date submitted)\b[^:|\n]{0,20}[:|]?\s*(?P<date>[^|\n]{4,40})",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"\b(?:time period|period|reporting period"
    r"|covering(?: the)?(?: period)?)\b[^\d\n]{0,30}(?P<from>[^\n|]{4,30}?) (?:to|until|–"
    r"|-) (?P<to>[^\n|.;]{4,30})",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"\b(?:covering|for|reporting|calendar|period)\b[^\d\n]{0,40}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
FIGURES = re.compile(r"(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>(?:19|20)\d\d)\b")
BEGINNING = 4000


def kind_of(document: Document, ground: Ground) -> DocumentKind | None:
    """A report where its cover has the title and names State and day in its form."""
    text = _head(page_of(document, ground))
    if TITLE.search(text) and STATE.search(text) and (SUBMITTED.search(text) or PERIOD.search(text)):
        return DocumentKind.ARTICLE_7_REPORT
    return None


def read(document: Document, ground: Ground, kind: DocumentKind) -> Findings:
    """The facts of the cover; the forms behind it are not read, and are said not to be. Never raises."""
    page = page_of(document, ground)
    text = _head(page)
    proposals: list[Proposal] = []
    not_understood: list[NotUnderstood] = []
    submitted, covers = _submitted(text), _covers(text)
    for words, told, what in ((SUBMITTED, submitted, "the day of submission"), (PERIOD, covers, "the time covered")):
        if told is None and (match := words.search(text)):
            wrong = InvalidDate(f"{what} is none, or may be two", remedy="Look at the cover and record the report")
            not_understood.append(NotUnderstood(where="cover", text=match[0], part=Part.TABLE, error=wrong))
    name = STATE.search(text)
    assert name is not None
    try:
        state = ground.names.find(name["name"].strip(" ._-"))
        fact = Report(
            treaty=page.treaty,
            state=state,
            report_state=ReportState.SUBMITTED,
            duty=_duty(text),
            submitted=submitted,
            covers=covers,
        )
        proposals.append(Proposal(fact=fact, locator="cover", passage=name[0]))
    except UnknownName as error:
        not_understood.append(NotUnderstood(where="cover", text=name[0], part=Part.TABLE, error=error))
    behind = [one for one in page.passages if one.text not in text]
    not_understood += [NotUnderstood(where=one.where, text=one.text, part=Part.PROSE) for one in behind]
    return Findings(
        kind=kind,
        title=page.title or "Article 7 report",
        as_of=submitted,
        proposals=tuple(proposals),
        not_understood=tuple(not_understood),
        cut_off=page.cut_off,
        treaty=page.treaty,
        issued=submitted,
        url=page.addresses[0] if page.addresses else "",
    )


def _head(page: Page) -> str:
    """The cover: the beginning of the document, a line a paragraph."""
    return "\n".join((page.title, *dict.fromkeys(one.paragraph for one in page.passages)))[:BEGINNING]


def _submitted(text: str) -> PartialDate | None:
    """The day of submission; None where it is not told, cannot be, or is figures that may be two days ("03/04/2031")."""
    match = SUBMITTED.search(text)
    if match is None:
        return None
    if found := days(match["date"]):
        return found[0].date
    figures = FIGURES.match(match["date"].strip())
    if figures is None:
        return None
    first, second, year = (int(figures[name]) for name in ("first", "second", "year"))
    readings = {(month, day) for month, day in ((second, first), (first, second)) if 1 <= month <= 12}
    if len(readings) != 1:
        return None
    with suppress(ValueError):
        return PartialDate.on_day(date(year, *readings.pop()))
    return None


def _covers(text: str) -> PartialDate | None:
    """The year covered, or the days from and to where they are no whole year."""
    if match := PERIOD.search(text):
        first, last = days(match["from"]), days(match["to"])
        if first and last:
            one, other = first[0].date, last[0].date
            if one.earliest and other.latest and one.precision is Precision.DAY:
                year = one.earliest.year
                if (one.earliest, other.latest) == (date(year, 1, 1), date(year, 12, 31)):
                    return PartialDate.parse(str(year))
                return PartialDate.parse(f"{one.edtf}/{other.edtf}") if one.earliest < other.latest else None
    match_year = YEAR.search(text)
    return PartialDate.parse(match_year["year"]) if match_year else None


def _duty(text: str) -> ReportDuty:
    if re.search(r"\bvoluntary\b", text, re.IGNORECASE):
        return ReportDuty.VOLUNTARY
    return ReportDuty.INITIAL if re.search(r"\binitial\b", text, re.IGNORECASE) else ReportDuty.ANNUAL
