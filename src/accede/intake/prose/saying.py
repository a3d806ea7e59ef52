"""What a State said of itself: in quotation marks, reported, or in a letter; not what others say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accede.evidence.values import Code, Report, Statement
from accede.intake.findings import Certainty, Proposal
from accede.intake.prose.circumstances import codes_of
from accede.intake.prose.passages import QUOTES, Page, Passage, Readings
from accede.intake.prose.people import People
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.statements import Channel, TextKind

SAID_BY = re.compile(r"[,.!?]?[”\"’»],?\s*(?:said|says|stated|declared|added|noted) (?P<who>[^.;”]{3,200})")
TOLD = re.compile(
    r"\b(?P<verb>told|informed|wrote to|said|stated|declared|indicated|expressed|replied|explained"
    r"|reiterated|affirmed|confirmed)\b(?: (?P<whom>the [^.;]{0,80}?))?(?= in | on | that | its |:|,| “)"
)
LETTER = re.compile(
    r"\b(?P<letter>(?:[Ll]etter|[Ee]-?mail|[Nn]ote verbale) (?:to|from"
    r"|of) [^,:;.]+)(?:, (?P<date>[^:;.]+?))?\s*:\s*(?:it|they|the Government)?\b"
)
CANNOT = re.compile(r"^It (?:cannot|will not|can) (?:sign|join|accede)\b|\bmust be settled first\b")
OTHERS = re.compile(
    r"\b(?:Special Envoy|HRH|Prince|Princess|President of the|Convention President|ICBL|ICRC|presid\w+)\b"
)
NOT_OWN = re.compile(r"\b(?:voted|promoting|would go on|regret\w*)\b")
NO_REPORT = re.compile(
    r"\b[Nn]o voluntary Article 7 reports?\b|\b(?:has )?not (?:yet )?submitted (?:an? |any )?(?:voluntary )?Article 7"
)
REPORT_OF = re.compile(
    r"\((?P<who>[A-Z][\w ]+?) submitted one in (?P<date>[^)]+)\)|\b(?P<who2>[A-Z]\w+) submitted (?:an? "
    r"|its )?(?:\w+ )?voluntary (?:Article 7 )?report (?:in|on) (?P<date2>[^.;,)]+)"
)


def understood(passage: Passage, page: Page, people: People) -> Readings | None:
    """The statements and reports of a sentence; None where it tells of none."""
    found = [
        *_quoted(passage, page, people),
        *_told(passage, page, people),
        *_written(passage, page),
        *_reports(passage, page),
    ]
    return tuple(found) or None


def _quoted(passage: Passage, page: Page, people: People) -> Iterator[Proposal]:
    """ "...", said Ambassador X, Y's Permanent Representative."""
    for match in SAID_BY.finditer(passage.text):
        who = match["who"]
        if OTHERS.search(who) or any(name in who for name in people.offices):
            continue
        states = passage.states_in(match.start("who"), match.end("who"))
        quote = next(
            (one for one in QUOTES.finditer(passage.text) if one.start() < match.start() + 2 <= one.end() + 1), None
        )
        if states and quote is not None and (day := passage.day) is not None:
            yield _statement(
                passage,
                page,
                states[0],
                day,
                _unpunctuated(quote[0]),
                TextKind.QUOTATION,
                Channel.STATEMENT,
                page.title,
            )


def _unpunctuated(quote: str) -> str:
    """The quotation without the comma that only leads on to who said it."""
    return re.sub(r",(?=.$)", "", quote)


def _told(passage: Passage, page: Page, people: People) -> Iterator[Proposal]:
    """ "X told the President in June 2021 that ...": reported speech, perhaps with some words of X in it."""
    match = TOLD.search(passage.text)
    if match is None or passage.is_quoted(match.start()) or SAID_BY.search(passage.text):
        return
    before = passage.text[: match.start()]
    states = [state for _, end, state in passage.named if end <= match.start() and match.start() - end < 12]
    if not states or OTHERS.search(before) or NOT_OWN.search(passage.text):
        return
    if states[0] == people.presidency:
        return
    day = passage.days[0].date if passage.days else passage.day
    if day is not None:
        channel = Channel.INFORMATION_SENT if match["whom"] else Channel.STATEMENT
        citation = ", ".join(
            filter(None, (page.title, f"{match['verb']} {match['whom'] or ''}".strip(), day.wording()))
        )
        yield _statement(passage, page, states[0], day, passage.text, TextKind.REPORTED, channel, citation)


def _written(passage: Passage, page: Page) -> Iterator[Proposal]:
    """ "Letter to the Monitor, April 2010: it ..." on the page of a State, and what follows in its words."""
    if not page.subject:
        return
    if match := LETTER.search(passage.text):
        told = [one.date for one in passage.days if match.start() <= one.start <= match.end()]
        day = told[0] if told else passage.day
        if day is not None:
            citation = f"{match['letter']}, {day.wording()}"
            yield _statement(
                passage, page, page.subject, day, passage.text, TextKind.REPORTED, Channel.INFORMATION_SENT, citation
            )
    elif CANNOT.search(passage.text):
        before = [
            (day.date, letter["letter"])
            for one in page.passages[: page.passages.index(passage)]
            if (letter := LETTER.search(one.text))
            for day in one.days[:1]
        ]
        if before:
            day, letter_text = before[-1]
            yield _statement(
                passage, page, page.subject, day, passage.text, TextKind.REPORTED, Channel.INFORMATION_SENT,
                f"{letter_text}, {day.wording()}",
            )  # fmt: skip


def _statement(
    passage: Passage,
    page: Page,
    state: str,
    day: PartialDate,
    text: str,
    kind: TextKind,
    channel: Channel,
    citation: str,
) -> Proposal:
    """Where the file's sentences are not the source's own, only what stands in quotation marks is kept as words."""
    codes = tuple(Code(kind=kind, code=code, trigger=trigger) for kind, code, trigger in codes_of(text))
    if page.is_restated and kind is not TextKind.QUOTATION:
        kind = TextKind.SUMMARY
    fact = Statement(
        treaty=page.treaty,
        state=state,
        occasion="",
        said=day,
        citation=citation or day.wording(),
        channel=channel,
        text_kind=kind,
        text="" if kind is TextKind.SUMMARY else text,
        summary=text if kind is TextKind.SUMMARY else "",
        codes=codes,
    )
    return passage.proposal(fact, Certainty.LIKELY)


def _reports(passage: Passage, page: Page) -> Iterator[Proposal]:
    """Voluntary reports that a page mentions, and that a State has made none yet."""
    if NO_REPORT.search(passage.text) and page.subject:
        yield passage.proposal(
            Report(
                treaty=page.treaty,
                state=page.subject,
                report_state=ReportState.NOT_SUBMITTED,
                duty=ReportDuty.VOLUNTARY,
            ),
            Certainty.LIKELY,
        )
    for match in REPORT_OF.finditer(passage.text):
        start = match.start("who") if match["who"] else match.start("who2")
        states = passage.states_in(start, match.end())
        told = [one.date for one in passage.days if start <= one.start <= match.end()]
        if states and told:
            yield passage.proposal(
                Report(
                    treaty=page.treaty, state=states[0], report_state=ReportState.SUBMITTED, duty=ReportDuty.VOLUNTARY,
                    submitted=told[0],
                )
            )  # fmt: skip
