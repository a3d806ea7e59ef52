"""The head of a table: which row it is, and what each column holds, by the names that people give them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accede.paper.tree import Table, paragraph_text
from accede.vocabulary.label import Labelled

LOOKED_AT = 12
"""Rows among which the head is looked for: titles and remarks may stand before it."""


class Column(Labelled):
    """What a column holds."""

    STATE = "state", "State"
    CODE = "code", "alpha-3 key"
    SIGNED = "signed", "signature"
    CONSENT = "consent", "instrument of consent"
    INSTRUMENT = "instrument", "kind of instrument"
    IN_FORCE = "in_force", "entry into force"
    WITHDRAWN = "withdrawn", "withdrawal"
    VOTE = "vote", "ballot"
    BODY = "body", "body"
    SESSION = "session", "session"
    SYMBOL = "symbol", "symbol of the resolution"
    DRAFT = "draft", "symbol of the draft"
    TITLE = "title", "title"
    DATE = "date", "day"
    FAVOUR = "favour", "total in favour"
    AGAINST = "against", "total against"
    ABSTAINED = "abstained", "total of abstentions"
    MEETING = "meeting", "meeting"
    CAPACITY = "capacity", "capacity"
    TOOK_PART = "took_part", "took part"
    TEXT = "text", "what was said"
    TEXT_KIND = "text_kind", "whose words it is"
    CITATION = "citation", "source"
    SUBMITTED = "submitted", "day of submission"
    COVERS = "covers", "year covered"
    KIND = "kind", "kind"
    BY = "by", "by whom"
    TOWARDS = "towards", "towards whom"
    PLACE = "place", "place"
    NOTE = "note", "note"


NAMES: dict[Column, str] = {
    Column.CODE: r"iso ?-?(?:3|alpha-?3)?(?: code)?|alpha-?3|ms_?code|country_?code|code",
    Column.STATE: r"states?(?: (?:not (?:yet )?)?part(?:y|ies))?(?: name)?|countr(?:y|ies)(?: name)?|participants?"
    r"|member states?|ms_?name"
    r"|name of (?:the )?(?:state|country)|delegation|signatory|parties",
    Column.SIGNED: r"(?:date of )?signatures?(?: date)?|signed(?: on)?",
    Column.CONSENT: r"(?:date of )?(?:ratification|accession|deposit|acceptance|consent)\b.*|deposited(?: on)?|joined(?: on)?"
    r"|(?:date of )?deposit(?: of instrument)?",
    Column.INSTRUMENT: r"(?:kind|type|nature) of (?:instrument|action|consent)|instrument|action",
    Column.IN_FORCE: r"(?:date of )?entry into force|in force(?: (?:on|since))?",
    Column.WITHDRAWN: r"(?:date of )?(?:withdrawal|denunciation)(?: notified)?|withdrew(?: on)?",
    Column.VOTE: r"ms_?vote|votes?|ballots?|voting|how (?:it )?voted",
    Column.BODY: r"body|organ|committee",
    Column.SESSION: r"session",
    Column.SYMBOL: r"resolution|symbol|resolution symbol",
    Column.DRAFT: r"draft(?: resolution| symbol)?",
    Column.TITLE: r"title|subject",
    Column.FAVOUR: r"total_?yes|yes|in favou?r|total in favou?r",
    Column.AGAINST: r"total_?no|no|against|total against",
    Column.ABSTAINED: r"total_?abstentions?|abstentions?|abstain(?:ed|ing)?",
    Column.SUBMITTED: r"(?:date of )?submission|submitted(?: on)?|date submitted|received(?: on)?",
    Column.COVERS: r"(?:calendar )?year covered|covers|covering|reporting (?:year|period)|for (?:the )?year",
    Column.MEETING: r"meeting|occasion|event|forum",
    Column.CAPACITY: r"capacity|status|category|as",
    Column.TOOK_PART: r"took part|attended|attendance|present|participated|participation",
    Column.TEXT: r"(?:text|statement|quot(?:e|ation)|position|what (?:was|it) said|excerpt|words|summary)",
    Column.TEXT_KIND: r"(?:text[_ ]kind|kind of text|quotation or (?:reported|summary)|whose words)",
    Column.CITATION: r"(?:citation|source|reference|document)",
    Column.KIND: r"(?:kind|type)(?: of (?:activity|action|report))?|activity|duty",
    Column.BY: r"by(?: whom)?|who|actor|done by",
    Column.TOWARDS: r"towards?|to(?: whom)?|with(?: whom)?|addressee|target(?: state)?",
    Column.PLACE: r"place|city|where|location|venue",
    Column.DATE: r"dates?|day|on|when|said(?: on)?|date of (?:statement|meeting|vote)",
    Column.NOTE: r"notes?|remarks?|comments?|url|link|undl_link|footnotes?",
}
PATTERNS = {column: re.compile(rf"(?:{words})\s*[:*]?", re.IGNORECASE) for column, words in NAMES.items()}
IGNORED = re.compile(
    r"undl_?id|total_?non_?voting|total_?ms|agenda_?title|subjects|committee_?report|no\.?|#|nr\.?|region"
    r"|group|m49|modality|vote_?note",
    re.IGNORECASE,
)
"""Columns that hold nothing for the register."""

ACTIVITY = frozenset({Column.KIND, Column.DATE, Column.TOWARDS})
"""Columns of a table of what was done: its States stand in the column of addressees."""


@dataclass(frozen=True, slots=True)
class Head:
    """Which row of the table is its head, and which column (from 0) holds what. `unknown` are the others with a name."""

    row: int
    columns: Mapping[Column, int]
    unknown: tuple[tuple[int, str], ...] = ()

    def cell(self, cells: Sequence[str], column: Column) -> str:
        """The text of a column in a row; empty where the table has no such column."""
        at = self.columns.get(column)
        return cells[at] if at is not None and at < len(cells) else ""


def rows_of(table: Table) -> list[list[str]]:
    """All rows as texts, a wide cell's once and empty after it."""
    found = []
    for row in (*table.header, *table.rows):
        cells: list[str] = []
        for cell in row.cells:
            cells += [paragraph_text(cell.paragraphs).strip(), *([""] * (cell.span - 1))]
        found.append(cells)
    return found


def head_of(rows: Sequence[Sequence[str]]) -> Head | None:
    """The head of a table about States; None where no row names a column of States, or of what was done towards them."""
    for number, cells in enumerate(rows[:LOOKED_AT]):
        columns: dict[Column, int] = {}
        unknown: list[tuple[int, str]] = []
        for at, text in enumerate(cells):
            name = " ".join(text.split())
            column = next(
                (one for one, words in PATTERNS.items() if one not in columns and words.fullmatch(name)), None
            )
            if column is not None:
                columns[column] = at
            elif name and not IGNORED.fullmatch(name):
                unknown.append((at, name))
        about = Column.STATE in columns or Column.CODE in columns or columns.keys() >= ACTIVITY
        if about and len([text for text in cells if text]) > 1:
            return Head(number, columns, tuple(unknown))
    return None
