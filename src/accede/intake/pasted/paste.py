"""A pasted text being read: its lines, the names that count in it, what is wrong with which line. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from accede.intake.findings import DocumentKind, Findings, NotUnderstood, Part, Proposal
from accede.intake.ground import Ground
from accede.intake.pasted.values import WHERE, Pasted, Problem, Total
from accede.intake.sheets.reading import CODE
from accede.paper.sound import UNPRINTABLE
from accede.vocabulary.errors import AccedeError, UnknownName, Unreadable
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import NameTable

LONGEST = 200_000
"""Characters: a hundred times a roll call."""


class Told(NameTable):
    """The names of a register, and what a person said of those that it does not hold: a key by the spelling."""

    def __init__(self, names: NameTable, told: Mapping[str, str], on: date | None) -> None:
        super().__init__(names.all, checked=True)
        self._told, self._on = told, on

    def find(self, text: str, on: date | None = None) -> str:
        """As told, else as held; on the day of the vote or the meeting where a name has been that of two States."""
        return self._told.get(spelling(text)) or super().find(text, on or self._on)


@dataclass(slots=True)
class Paste:
    """A text being read."""

    text: str
    ground: Ground
    names: Told
    left_out: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    head: str = ""

    def puzzled(self, line: int, text: str, error: AccedeError, *, name: str = "") -> None:
        """Note what is wrong with a line, unless somebody said that the name is to be left out."""
        if name and spelling(name) in self.left_out:
            self.left.append(name)
            return
        if any(one.line == line and one.text == text for one in self.problems):
            return
        suggestions = self.names.suggestions(name) if name else ()
        self.problems.append(Problem(line=line, text=text, error=error, name=name, suggestions=suggestions))

    def lines(self) -> list[tuple[int, str]]:
        """The lines that hold anything, with their numbers; empty cells at the ends of a row stay."""
        numbered = enumerate(self.text.split("\n"), 1)
        return [(number, line.strip(" ")) for number, line in numbered if line.strip()]

    def is_state(self, cell: str) -> bool:
        """Whether a cell names a State."""
        text = cell.strip()
        if CODE.fullmatch(text) and text in self.names.states:
            return True
        try:
            self.names.find(text)
        except UnknownName:
            return False
        return bool(text)


def paste_of(text: str, ground: Ground, told: Mapping[str, str] | None, on: date | None) -> Paste:
    """The text with the names that count in it. Raises Unreadable for what is none, or is too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if not text.strip():
        raise Unreadable("nothing is pasted", where=WHERE, remedy="Paste the columns of the sheet, or the list")
    if len(text) > LONGEST:
        raise Unreadable(
            f"it has {len(text):,} characters, more than the {LONGEST:,} that are read at once",
            where=WHERE,
            remedy="Paste it in parts, or take in the file",
        )
    if found := UNPRINTABLE.search(text):
        raise Unreadable(
            f"it has the unprintable character U+{ord(found[0]):04X}",
            where=f"{WHERE}, line {text.count(chr(10), 0, found.start()) + 1}",
            remedy="Take the character out",
        )
    said = {spelling(name): key for name, key in (told or {}).items()}
    names = Told(ground.names, {name: key for name, key in said.items() if key}, on)
    left_out = frozenset(name for name, key in said.items() if not key)
    return Paste(text, replace(ground, names=names), names, left_out)


def pasted(
    paste: Paste,
    kind: DocumentKind,
    proposals: Sequence[Proposal],
    *,
    as_of: PartialDate | None,
    occasion: str = "",
    totals: tuple[Total, ...] = (),
) -> Pasted:
    problems = tuple(sorted(paste.problems, key=lambda one: one.line))
    return Pasted(
        text=paste.text,
        findings=Findings(
            kind=kind,
            title="",
            as_of=as_of,
            proposals=tuple({one.fact: one for one in reversed(proposals)}.values())[::-1],
            not_understood=tuple(
                NotUnderstood(
                    where=f"line {one.line}" if one.line else WHERE, text=one.text, part=Part.TABLE, error=one.error
                )
                for one in problems
            ),
            treaty=paste.ground.treaty,
            occasion=occasion,
        ),
        problems=problems,
        totals=totals,
        head=paste.head,
        left_out=tuple(dict.fromkeys(paste.left)),
    )
