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
MOST_ASKED = 250
"""Names of which it is told what they may mean."""


class Told(NameTable):
    """The names of a register, and what a person said of those that it does not hold: a key by the spelling."""

    def __init__(self, names: NameTable, told: Mapping[str, str], on: date | None) -> None:
        super().__init__(names.all, checked=True)
        self._told, self._on = told, on

    def find(self, text: str, on: date | None = None) -> str:
        """As told, else as held; on the day of the vote or the meeting where a name has been that of two States."""
        known = self.known(text, on)
        if known is None and not self._held(text):  # what it may mean is asked once a name, and not once a line
            shown = " ".join(text[:400].split())[:80]
            raise UnknownName(
                f"“{shown}” is not the name of a State", remedy="Say which State is meant, or leave it out"
            )
        return known or super().find(text, on or self._on)

    def known(self, text: str, on: date | None = None) -> str | None:
        """The same; None for a text that names no State, or two."""
        return self._told.get(spelling(text)) or super().known(text) or super().known(text, on or self._on)


@dataclass(slots=True)
class Paste:
    """A text being read."""

    text: str
    ground: Ground
    names: Told
    left_out: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    told: set[tuple[int, str]] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    head: str = ""

    def puzzled(self, line: int, text: str, error: AccedeError, *, name: str = "") -> None:
        """Note what is wrong with a line, unless somebody said that the name is to be left out."""
        if name and spelling(name) in self.left_out:
            self.left.append(name)
            return
        if (line, text) in self.told:
            return
        self.told.add((line, text))
        self.problems.append(Problem(line=line, text=text, error=error, name=name))

    def lines(self) -> list[tuple[int, str]]:
        """The lines that hold anything, with their numbers; empty cells at the ends of a row stay."""
        numbered = enumerate(self.text.split("\n"), 1)
        plain = ((number, line.replace("\u00a0", " ").strip(" ")) for number, line in numbered)
        return [(number, line) for number, line in plain if line.strip()]

    def is_state(self, cell: str) -> bool:
        """Whether a cell names a State."""
        text = cell.strip()
        return bool(text) and (
            self.names.known(text) is not None or (bool(CODE.fullmatch(text)) and text in self.names.states)
        )


def paste_of(text: str, ground: Ground, told: Mapping[str, str] | None, on: date | None) -> Paste:
    """The text with the names that count in it. Raises Unreadable for what is none, or is too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
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
    problems = _with_suggestions(sorted(paste.problems, key=lambda one: one.line), paste.names)
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


def _with_suggestions(problems: Sequence[Problem], names: NameTable) -> tuple[Problem, ...]:
    """The problems, each name that is not held with what it may mean; after so many names it is no list of States."""
    asked = list(dict.fromkeys(one.name for one in problems if one.name))[:MOST_ASKED]
    likely = {name: names.suggestions(name) for name in asked}
    return tuple(replace(one, suggestions=likely.get(one.name, ())) for one in problems)
