"""What every part of the reader is given: names, occasions, footnotes, the paper's day; and sentences to look at. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from accede.intake.documents.whole import open_brackets
from accede.intake.findings import Evidenced, NotUnderstood, Part, Proposal, Stated
from accede.intake.status_paper.occasions import Occasions
from accede.paper.tree import FootnoteMark, Paragraph, text_of
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import NameTable

SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*(?P<gap>\s+)(?=[\"“(]?[A-Z0-9])")
ABBREVIATED = re.compile(r"(?:\b(?:Fed|No|Nos|Mr|Ms|Mrs|Dr|St|vs|Art|para|paras|cf|approx|[A-Z])|\(\.\.)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose, its place, the paragraph it stands in, and the States it names: (start, end, iso3).

    Of an item of a list, `lead` is the paragraph that introduces the list.
    """

    text: str
    where: str
    paragraph: str
    named: tuple[tuple[int, int, str], ...]
    lead: str = ""

    @property
    def states(self) -> tuple[str, ...]:
        """The States it names, each once, in order."""
        return tuple(dict.fromkeys(state for _, _, state in self.named))

    def states_after(self, place: int) -> tuple[str, ...]:
        """Those it names after this place."""
        return tuple(dict.fromkeys(state for start, _, state in self.named if start >= place))

    def proposal(self, fact: Evidenced | Stated) -> Proposal:
        return Proposal(fact=fact, locator=self.where, passage=self.text)


Readings = tuple[Proposal, ...]
"""What a part reads in a sentence it understands, which may be nothing that can be recorded."""


@dataclass(slots=True)
class Reading:
    """One paper being read. `footnotes` are their texts by number; those that a part has used are in `used_footnotes`."""

    treaty: str
    names: NameTable
    occasions: Occasions
    footnotes: Mapping[int, str]
    as_of: PartialDate | None
    used_footnotes: set[int] = field(default_factory=set)
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def footnote(self, number: int) -> str:
        """The text of a footnote, which counts as used from now on; empty if there is none."""
        self.used_footnotes.add(number)
        return self.footnotes.get(number, "")

    def puzzled(self, where: str, text: str, part: Part, error: AccedeError | None = None) -> None:
        """Note a passage that is not understood."""
        self.not_understood.append(NotUnderstood(where=where, text=text, part=part, error=error))

    def sentences(self, paragraph: Paragraph, where: str, lead: str = "") -> Iterator[Sentence]:
        """The sentences of a paragraph. A colon does not end one, and an item of a list is one."""
        whole = text_of(paragraph.inlines).strip()
        for text in [whole] if paragraph.kind == "item" else split(whole):
            yield Sentence(text, where, whole, tuple(self.names.spot(text)), lead)


def split(text: str) -> list[str]:
    """The sentences of a text; what stands in brackets does not end one."""
    sentences: list[str] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if not ABBREVIATED.search(text[start : match.start()]) and not open_brackets(text[start : match.start()]):
            sentences.append(text[start : match.start("gap")])
            start = match.end()
    return [sentence for sentence in [*sentences, text[start:]] if sentence.strip()]


def marks_of(paragraph: Paragraph) -> tuple[int, ...]:
    """The footnotes that a paragraph refers to."""
    return tuple(inline.number for inline in paragraph.inlines if isinstance(inline, FootnoteMark))
