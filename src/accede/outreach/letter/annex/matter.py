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
from accede.publishing.pages.citing import Citing
from accede.publishing.wording import language
from accede.register.values import Occasion
from accede.reporting.recipes.prose import Part, words


@dataclass(slots=True, kw_only=True)
class Annexed:
    """The register, the dossier of the State and what is missing of it; `entries` counts what is numbered already.

    `cited` keeps for each source the evidence that rests on it.
    """

    register: Register
    iso3: str
    dossier: DossierFound
    gap: Gap
    citing: Citing
    entries: int = 0
    cited: dict[str, list[str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The State as a table names it."""
        return table_name(self.iso3, language())

    def entry(self, *parts: Part, source: str = "", evidence: str = "") -> Paragraph:
        """The next numbered entry, with the mark of its source."""
        self.entries += 1
        return Paragraph(words(*parts, *self.mark(source, evidence)), str(self.entries), evidence=_keys(evidence))

    def mark(self, source: str, evidence: str = "") -> tuple[Inline, ...]:
        """The number of a source in square brackets, as what rests on it; nothing where there is no source."""
        if not source:
            return ()
        self.cited.setdefault(source, []).extend(_keys(evidence))
        return Run("\N{NO-BREAK SPACE}"), Figure(f"[{self.citing.number(source)}]", _keys(evidence))

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
    return Annexed(register=register, iso3=state, dossier=found, gap=gap(register, state), citing=Citing(register))


def _keys(evidence: str) -> tuple[str, ...]:
    return (evidence,) if evidence else ()
