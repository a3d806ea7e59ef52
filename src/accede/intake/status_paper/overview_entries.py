"""The overview table: what each State said on what occasion, and where it took part last."""

import re
from dataclasses import dataclass

from accede.evidence.values import Attendance, Confirmation, Practice, Statement
from accede.intake.findings import Certainty, Evidenced, GroupKind, Part, Proposal, Stated, StatedGroup
from accede.intake.status_paper import citations
from accede.intake.status_paper.dates import DATE
from accede.intake.status_paper.reading import Reading, marks_of
from accede.paper.tree import Cell, Paragraph, Table, paragraph_text, text_of
from accede.register.values import ClaimedStanding, StatusClaim
from accede.vocabulary.errors import AccedeError, InvalidDate, UnknownName, Unreadable
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate, read_date
from accede.vocabulary.practices import Claim, ClaimStatus, PracticeKind
from accede.vocabulary.statements import Channel, TextKind

NO_INFORMATION = re.compile(r"No official information\b[^.]*\.?", re.IGNORECASE)
REPLIED = re.compile(r"\b(?:in reply|in response|repl(?:y|ied|ies)|respon(?:ded|se)|answer(?:s|ed)?)\b", re.IGNORECASE)
UNCHANGED = re.compile(
    r"\b(?:unchanged|no (?:\w+ )?(?:update|change|changes|news)|not changed|nothing (?:new|to add|had changed|has changed)"
    r"|remain(?:s|ed) the same)\b",
    re.IGNORECASE,
)
ENDED = re.compile(rf"^The policy stated before was ended by .+ on (?P<date>{DATE})\.?$")
SIGNATORY = re.compile(r"\bsignator(?:y|ies)\b|\bsigned\b", re.IGNORECASE)
WITHDREW = re.compile(r"\bwithdrew\b|\bwithdrawn\b", re.IGNORECASE)
NEVER = re.compile(r"(?:Has )?never (?:participated|taken part|took part)\.?", re.IGNORECASE)
NOT_RECORDED = re.compile(r"(?:not recorded|no participation (?:is )?recorded|no record held)\.?", re.IGNORECASE)
LAST = re.compile(r"(?P<name>.+?)(?: in |, | \()(?P<year>(?:19|20)\d\d)\)?(?P<rest>.*)", re.DOTALL)
REMARK = re.compile(r"(?:[.;,]?\s*(?:\(.*\)|\[.*\]))?\.?", re.DOTALL)
QUOTED = re.compile(r"^\W{0,3}[“\"«]|[”\"»]\W{0,6}$|^[^.:;]{2,60}?[:,]? [“\"«]")
LAST_COLUMN = 2
LONGEST_CONFIRMATION = 400
"""Characters: a longer passage says more than that nothing has changed."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The States of the table in its order, those of whom it has no official information, and what was read."""

    states: tuple[str, ...]
    without_information: tuple[str, ...]
    proposals: tuple[Proposal, ...]


def read(table: Table, where: str, reading: Reading) -> Overview:
    """The rows of the overview table."""
    states: dict[str, None] = {}
    silent: list[str] = []
    proposals: list[Proposal] = []
    for row in table.rows:
        name = paragraph_text(row.cells[0].paragraphs[:1]).strip()
        try:
            state = reading.names.find(name)
        except UnknownName as error:
            reading.puzzled(where, name or paragraph_text(row.cells[1].paragraphs), Part.TABLE, error)
            continue
        if state in states:
            repeated = Unreadable(f"{name} has a second row", remedy="Make one row of the two")
            reading.puzzled(f"{where}, {name}", name, Part.TABLE, repeated)
            continue
        states[state] = None
        entries = _Row(state, f"{where}, {name}", reading)
        entries.head(row.cells[0])
        entries.said(row.cells[1])
        entries.last_participation(row.cells[LAST_COLUMN])
        entries.beyond(row.cells[LAST_COLUMN + 1 :])
        proposals += entries.proposals
        if entries.has_no_information:
            silent.append(state)
    return Overview(tuple(states), tuple(silent), tuple(proposals))


class _Row:
    """Reads one State's row."""

    def __init__(self, state: str, where: str, reading: Reading) -> None:
        self.state = state
        self.where = where
        self.reading = reading
        self.proposals: list[Proposal] = []
        self.has_no_information = False
        self.place = 0

    def propose(self, fact: Evidenced | Stated, locator: str, passage: str) -> None:
        self.proposals.append(Proposal(fact=fact, locator=locator, passage=passage, certainty=Certainty.READ))

    def puzzled(self, where: str, text: str, error: AccedeError | None = None) -> None:
        self.reading.puzzled(where, text, Part.TABLE, error)

    def head(self, cell: Cell) -> None:
        """That the State is not party, on the paper's day; a footnote on its name says if it signed or withdrew."""
        standing, passage, signed = ClaimedStanding.NONE, paragraph_text(cell.paragraphs[:1]).strip(), None
        for number in (number for paragraph in cell.paragraphs for number in marks_of(paragraph)):
            note = self.reading.footnotes.get(number, "")
            if WITHDREW.search(note):
                self.reading.footnote(number)
                group = StatedGroup(about=GroupKind.WITHDREW, states=(self.state,))
                self.propose(group, f"footnote {number}", note)
            elif SIGNATORY.search(note):
                self.reading.footnote(number)
                standing, passage, signed = ClaimedStanding.SIGNATORY, note, _day(note)
        if self.reading.as_of:
            claim = StatusClaim(
                treaty=self.reading.treaty,
                state=self.state,
                standing=standing,
                listed=self.reading.as_of,
                signed=signed,
            )
            # That it has not signed either is told by the lack of a footnote alone.
            certainty = Certainty.INFERRED if standing is ClaimedStanding.NONE else Certainty.READ
            self.proposals.append(Proposal(fact=claim, locator=self.where, passage=passage, certainty=certainty))

    def said(self, cell: Cell) -> None:
        """The entries: paragraphs up to a citation are one statement."""
        pending: list[tuple[int, Paragraph, str]] = []
        for number, paragraph in enumerate(cell.paragraphs, 1):
            if not text_of(paragraph.inlines).strip():
                continue
            body, citation = citations.split(paragraph.inlines)
            if not pending and not citation and NO_INFORMATION.fullmatch(body.strip()):
                self.has_no_information = True
                continue
            if not pending and not citation and (ended := ENDED.match(body.strip())):
                self._policy_ended(number, paragraph, read_date(ended["date"]))
                continue
            pending.append((number, paragraph, body))
            if not citation:
                citation = self._cited_in_footnote(paragraph)
            if citation:
                self._entry(pending, citation)
                pending = []
        if pending:
            text = "\n".join(body for _, _, body in pending)
            error = Unreadable("the passage has no citation", remedy="Add in brackets when and where it was said")
            self.puzzled(self._locator(pending), text, error)

    def last_participation(self, cell: Cell) -> None:
        """The last column."""
        text = paragraph_text(cell.paragraphs).strip()
        where = f"{self.where}, last participation"
        for paragraph in cell.paragraphs:
            for number in marks_of(paragraph):
                self.reading.footnote(number)
        if NOT_RECORDED.match(text):
            return
        if NEVER.match(text):
            self._attended("", ParticipationClaim.NEVER, where, text)
            return
        match = LAST.fullmatch(text)
        if match is None or not REMARK.fullmatch(match["rest"]):
            self.puzzled(where, text)
            return
        year = int(match["year"])
        key = self.reading.occasions.meeting(f"{match['name']} {year}", PartialDate.parse(str(year)))
        if not key:
            unknown = UnknownName(
                f"“{match['name']}” of {year} is no meeting that is held", remedy="Correct the meeting"
            )
            self.puzzled(where, text, unknown)
        elif not self.reading.occasions.is_in(key, year):
            self.puzzled(where, text, Unreadable(f"{key} was not in {year}", remedy="Correct the meeting or the year"))
        else:
            self._attended(key, ParticipationClaim.LAST, where, text)

    def beyond(self, cells: tuple[Cell, ...]) -> None:
        """Columns that the overview does not have."""
        for cell in cells:
            if text := paragraph_text(cell.paragraphs).strip():
                self.puzzled(self.where, text)

    def _attended(self, occasion: str, claim: ParticipationClaim, where: str, text: str) -> None:
        attendance = Attendance(
            treaty=self.reading.treaty,
            state=self.state,
            occasion=occasion,
            claim=claim,
            basis=AttendanceBasis.COLUMN,
        )
        self.propose(attendance, where, text)

    def _policy_ended(self, number: int, paragraph: Paragraph, day: PartialDate) -> None:
        """That the State ended the policy it had stated, as our own papers say after its last statement."""
        for mark in marks_of(paragraph):
            self.reading.footnote(mark)
        practice = Practice(
            treaty=self.reading.treaty,
            state=self.state,
            kind=PracticeKind.POLICY,
            claim=Claim.CEASED,
            status=ClaimStatus.DECLARED,
            claimant=self.state,
            claimed=day,
            since=day,
        )
        self.propose(practice, f"{self.where}, paragraph {number}", text_of(paragraph.inlines).strip())

    def _cited_in_footnote(self, paragraph: Paragraph) -> str:
        """The footnote that says when and how it was said."""
        for number in marks_of(paragraph):
            note = self.reading.footnotes.get(number, "").rstrip(" .")
            if citations.DATE_AT_END.search(note):
                return self.reading.footnote(number).rstrip(" .")
        return ""

    def _entry(self, paragraphs: list[tuple[int, Paragraph, str]], cited: str) -> None:
        text = "\n".join(body for _, _, body in paragraphs if body)
        where = self._locator(paragraphs)
        for _, paragraph, _ in paragraphs:
            for number in marks_of(paragraph):
                self.reading.footnote(number)
        try:
            citation = citations.read(cited, self.reading.occasions, as_of=self.reading.as_of)
        except InvalidDate as error:
            self.puzzled(where, f"{text} ({cited})", error)
            return
        self.place += 1
        is_summary = any(paragraph.kind == "summary" for _, paragraph, _ in paragraphs)
        passage = "\n".join(text_of(paragraph.inlines).strip() for _, paragraph, _ in paragraphs)
        fact: Statement | Confirmation
        if is_confirmation(text, citation.channel):
            fact = Confirmation(
                treaty=self.reading.treaty,
                state=self.state,
                said=citation.said,
                citation=citation.text,
                text="" if is_summary else text,
                summary=text if is_summary else "",
                place=self.place,
            )
        else:
            fact = Statement(
                treaty=self.reading.treaty,
                state=self.state,
                occasion=citation.occasion,
                said=citation.said,
                citation=citation.text,
                channel=citation.channel,
                text_kind=kind_of(text, is_summary=is_summary),
                text="" if is_summary else text,
                summary=text if is_summary else "",
                place=self.place,
            )
        self.propose(fact, where, passage)

    def _locator(self, paragraphs: list[tuple[int, Paragraph, str]]) -> str:
        numbers = [number for number, _, _ in paragraphs]
        if numbers[0] == numbers[-1]:
            return f"{self.where}, paragraph {numbers[0]}"
        return f"{self.where}, paragraphs {numbers[0]}-{numbers[-1]}"


def _day(text: str) -> PartialDate | None:
    """The day in brackets in a footnote."""
    match = re.search(rf"\(({DATE})\)", text)
    return read_date(match[1]) if match else None


def is_confirmation(text: str, channel: Channel) -> bool:
    """Whether a passage says no more than that, asked by letter, the State has nothing to change."""
    return (
        channel is Channel.RESPONSE_TO_LETTER
        and len(text) <= LONGEST_CONFIRMATION
        and bool(REPLIED.search(text) and UNCHANGED.search(text))
    )


def kind_of(text: str, *, is_summary: bool) -> TextKind:
    """Whose words a passage is: the State's where quotation marks begin it, end it, or follow a few words of lead."""
    if is_summary:
        return TextKind.SUMMARY
    return TextKind.QUOTATION if QUOTED.search(text) else TextKind.REPORTED
