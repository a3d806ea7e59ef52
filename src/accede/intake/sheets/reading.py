"""A table being read: its States looked up, its dates read, what is not understood noted with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accede.intake.findings import Certainty, Evidenced, NotUnderstood, Part, Proposal, Stated
from accede.intake.ground import Ground
from accede.intake.prose.treaties import Treaties
from accede.intake.sheets.head import Column, Head
from accede.intake.status_paper.occasions import Occasions
from accede.vocabulary.errors import AccedeError, InvalidDate, UnknownName
from accede.vocabulary.partial_date import PartialDate, read_date

NOTE_MARK = re.compile(r"(?<=[^\d\s])\s*[\d,\s*†‡]+$|\s*\[\d+\]$")
NO_STATE = re.compile(r"(?:european (?:union|community)|total|totals|sum|grand total|source|note)s?\b.*", re.IGNORECASE)
CODE = re.compile(r"[A-Z]{3}")
NOTHING = ("", "-", "–", "—", "n/a", "N/A", ".", "..", "none", "None")


@dataclass(slots=True)
class Sheet:
    """One table of a document, with what is around it."""

    ground: Ground
    treaty: str
    treaties: Treaties
    occasions: Occasions
    where: str
    around: str
    """Title, sheet and caption: what may tell treaty, resolution or meeting."""
    head: Head
    rows: Sequence[Sequence[str]]
    issued: PartialDate | None = None
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def puzzled(self, where: str, text: str, error: AccedeError | None = None) -> None:
        """Note a cell or row that is not understood."""
        self.not_understood.append(NotUnderstood(where=where, text=text, part=Part.TABLE, error=error))

    def body(self) -> Iterator[tuple[str, Sequence[str]]]:
        """The rows under the head that hold anything, with their places."""
        for number, cells in enumerate(self.rows[self.head.row + 1 :], self.head.row + 2):
            if any(cells) and list(cells) != list(self.rows[self.head.row]):
                yield f"{self.where}, row {number}", cells

    def state(self, cells: Sequence[str], where: str) -> str:
        """The State of a row, by its key or its name; empty where it has none or the name is unknown, which is noted."""
        states = self.states(cells, where)
        if len(states) > 1:
            names = self.head.cell(cells, Column.STATE)
            self.puzzled(where, names, UnknownName(f"“{names[:80]}” are several States", remedy="Give each a row"))
            return ""
        return states[0] if states else ""

    def states(self, cells: Sequence[str], where: str) -> list[str]:
        """The States of a row; several where names are run together and can be taken apart in one way alone."""
        code = self.head.cell(cells, Column.CODE).strip()
        if CODE.fullmatch(code) and code in self.ground.names.states:
            return [code]
        name = self.head.cell(cells, Column.STATE).strip()
        if name in NOTHING or NO_STATE.fullmatch(name):
            return []
        return self.named(name, where)

    def named(self, name: str, where: str) -> list[str]:
        """The States that a text names, each with a footnote mark or not."""
        if CODE.fullmatch(name) and name in self.ground.names.states:
            return [name]
        for tried in (name, NOTE_MARK.sub("", name).strip()):
            try:
                return [self.ground.names.find(tried)]
            except UnknownName as error:
                unknown = error
        try:
            return self.ground.names.split_run(name)
        except UnknownName:
            self.puzzled(where, name, unknown)
            return []

    def date(self, text: str, where: str) -> PartialDate | None:
        """The date of a cell; None where it is empty or none, which is noted."""
        if text.strip() in NOTHING:
            return None
        try:
            return read_date(text.strip())
        except InvalidDate as error:
            self.puzzled(where, text, error)
            return None

    def proposal(
        self, fact: Evidenced | Stated, where: str, cells: Sequence[str], certainty: Certainty = Certainty.READ
    ) -> Proposal:
        return Proposal(
            fact=fact, locator=where, passage=" | ".join(cell for cell in cells if cell), certainty=certainty
        )
