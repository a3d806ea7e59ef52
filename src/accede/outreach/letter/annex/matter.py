"""What an annex is written from, and how its entries are numbered and cited. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from accede.outreach.letter.address import meeting_told, table_name
from accede.outreach.letter.lines import told
from accede.overview.dossier import DossierFound, dossier
from accede.overview.gaps import Gap, gap
from accede.overview.occasions import key_of
from accede.overview.register import Register
from accede.paper.tree import Figure, Inline, Paragraph, Run
from accede.publishing.wording import language
from accede.register.values import Occasion
from accede.reporting.recipes.prose import Part, words
from accede.vocabulary.sources import SourceKind

TOGETHER = (SourceKind.VOTE_RECORD, SourceKind.DEPOSITARY_RECORD)
"""Sources of one kind and publisher that are listed in one line."""


@dataclass(slots=True)
class Cited:
    """What one number in square brackets stands for: a source, or all of some kinds; and what rests on it."""

    number: int
    sources: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Annexed:
    """The register, the dossier of the State and what is missing of it.

    `room` is how many characters of statements are printed; of what was said earlier the day and the citation.
    `is_close`: sources of one kind and publisher share a line. `entries` counts what is numbered already, `cited` the
    sources in the order of their numbers.
    """

    register: Register
    iso3: str
    dossier: DossierFound
    gap: Gap
    room: int = 4500
    is_close: bool = False
    entries: int = 0
    cited: dict[str, Cited] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The State as a table names it."""
        return table_name(self.iso3, language())

    def next_number(self) -> str:
        """The number of the next entry."""
        self.entries += 1
        return str(self.entries)

    def entry(self, *parts: Part, source: str = "", evidence: str = "") -> Paragraph:
        """The next numbered entry, with the mark of its source."""
        keys = _keys(evidence)
        return Paragraph(words(*parts, *self.mark((source, evidence))), self.next_number(), evidence=keys)

    def mark(self, *resting: tuple[str, str]) -> tuple[Inline, ...]:
        """The numbers of sources in square brackets, each given with the evidence that rests on it; empty for none."""
        numbers = sorted({self.number(source, evidence) for source, evidence in resting if source})
        if not numbers:
            return ()
        keys = tuple(evidence for source, evidence in resting if source and evidence)
        return Run("\N{NO-BREAK SPACE}"), Figure(f"[{', '.join(map(str, numbers))}]", keys)

    def number(self, source: str, evidence: str = "") -> int:
        """The number under which a source is listed; records of votes, and of a depositary, share one."""
        held = self.register.sources.get(source)
        is_shared = held is not None and (held.kind in TOGETHER or (self.is_close and bool(held.publisher)))
        kept = f"{held.kind} {held.publisher}" if held and is_shared else source
        cited = self.cited.setdefault(kept, Cited(len(self.cited) + 1))
        if source not in cited.sources:
            cited.sources.append(source)
        cited.evidence.extend(key for key in _keys(evidence) if key not in cited.evidence)
        return cited.number

    def plain(self, *parts: Part) -> Paragraph:
        """A paragraph that is no entry."""
        return Paragraph(words(*(told(part) if isinstance(part, str) else part for part in parts)))

    def occasion(self, key: str) -> Occasion | None:
        """An occasion by its short key; None where it is not held."""
        return next((each.fact for each in self.register.occasions if key in (each.key, key_of(each))), None)

    def meeting(self, key: str) -> str:
        """A meeting by its whole name, or by its key where it is not held."""
        held = self.occasion(key)
        return meeting_told(held, language()) if held else key


def annexed(register: Register, iso3: str) -> Annexed:
    """The matter for a State. Raises UnknownName for one that the register does not hold."""
    found = dossier(register, iso3)
    state = found.answer.iso3
    return Annexed(register=register, iso3=state, dossier=found, gap=gap(register, state))


def _keys(evidence: str) -> tuple[str, ...]:
    return (evidence,) if evidence else ()
