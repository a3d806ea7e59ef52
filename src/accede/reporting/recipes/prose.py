"""Sentences out of words and figures: numbers, lists, singular and plural as English papers of the UN have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from accede.paper.tree import Figure, Footnote, FootnoteMark, Inline, Paragraph, Run, Section
from accede.reporting.recipes.places import Place, Written

Part = str | Inline | Sequence[Inline]
"""What a sentence is written of: words, a figure, a mark, or several of them."""

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ORDINALS = (
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
)  # fmt: skip
TENS = (
    ("Twent", 20),
    ("Thirt", 30),
    ("Fort", 40),
    ("Fift", 50),
    ("Sixt", 60),
    ("Sevent", 70),
    ("Eight", 80),
    ("Ninet", 90),
)


@dataclass(slots=True)
class Pen:
    """Numbers paragraphs and footnotes in the order in which they are written. One pen writes one paper.

    `prose` is what people wrote for the paper's places.
    """

    footnotes: list[Footnote] = field(default_factory=list)
    paragraphs: int = 0
    prose: Written = field(default_factory=dict)

    def paragraph(self, *parts: Part) -> Paragraph:
        """The next numbered paragraph."""
        self.paragraphs += 1
        return Paragraph(words(*parts), str(self.paragraphs))

    def written(self, place: Place, *, is_numbered: bool = True) -> tuple[Paragraph, ...]:
        """What people wrote for a place; empty where nobody wrote anything."""
        told = self.prose.get(place, ())
        return tuple(self.paragraph(each) if is_numbered else Paragraph(each) for each in told)

    def footnote(self, *parts: Part) -> FootnoteMark:
        """The mark of the next footnote, which says this."""
        number = len(self.footnotes) + 1
        self.footnotes.append(Footnote(number, (Paragraph(words(*parts)),)))
        return FootnoteMark(number)


def section_with(pen: Pen, place: Place, section: Callable[[], Section]) -> Section:
    """A section that opens with what people wrote for its place. They come first, so they are numbered first."""
    opening = pen.written(place)
    written = section()
    return replace(written, blocks=(*opening, *written.blocks)) if opening else written


def words(*parts: Part) -> tuple[Inline, ...]:
    """The inlines of a sentence; words beside words become one run."""
    found: list[Inline] = []
    for part in parts:
        for inline in _inlines(part):
            last = found[-1] if found else None
            if isinstance(inline, Run) and isinstance(last, Run) and _are_alike(last, inline):
                found[-1] = Run(last.text + inline.text, last.style, last.language)
            elif not (isinstance(inline, Run) and not inline.text):
                found.append(inline)
    return tuple(found)


def spelled(number: int) -> str:
    """A number inside a sentence: up to nine in words ("no" for none), above in figures."""
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}"


def counted(number: int, one: str, many: str, evidence: tuple[str, ...] = ()) -> tuple[Inline, ...]:
    """A counted noun: "one State", "33 States"."""
    return (Figure(spelled(number), evidence), Run(" " + (one if number == 1 else many)))


def either(number: int, one: str, many: str) -> str:
    """The form a word takes beside a number: `either(n, "has", "have")`."""
    return one if number == 1 else many


def listed(parts: Iterable[Part], last: str = "and") -> tuple[Inline, ...]:
    """A list inside a sentence: "A", "A and B", "A, B and C"."""
    items = [words(part) for part in parts]
    found: list[Part] = []
    for number, item in enumerate(items, 1):
        found.append(item)
        if number < len(items) - 1:
            found.append(", ")
        elif number == len(items) - 1:
            found.append(f" {last} ")
    return words(*found)


def parted(clauses: Iterable[Part]) -> tuple[Inline, ...]:
    """Clauses of one sentence, with a semicolon between them."""
    return words(*(part for at, clause in enumerate(clauses) for part in (("; ", clause) if at else (clause,))))


def spaced(sentences: Iterable[Part]) -> tuple[Inline, ...]:
    """Sentences of one paragraph, with a space between them."""
    found: list[Part] = []
    for sentence in sentences:
        found += [" ", sentence] if found else [sentence]
    return words(*found)


def ordinal(number: int) -> str:
    """An ordinal in words, up to the ninety-ninth: "Seventeenth", "Twenty-third"."""
    if number < len(ORDINALS):
        return ORDINALS[number]
    stem, tens = next((stem, tens) for stem, tens in reversed(TENS) if tens <= number)
    return f"{stem}ieth" if number == tens else f"{stem}y-{ORDINALS[number - tens].lower()}"


def items(lines: Iterable[Sequence[Inline]]) -> tuple[Paragraph, ...]:
    """The items of a list, lettered "(a)", "(b)", each ended as the UN does: a semicolon, the last a full stop."""
    told = list(lines)
    return tuple(
        Paragraph(words(line, ";" if at < len(told) - 1 else "."), f"({letter(at)})", "item")
        for at, line in enumerate(told)
    )


def letter(place: int) -> str:
    """The letter of an item, from 0: "a", "z", "aa"."""
    return ("" if place < 26 else letter(place // 26 - 1)) + chr(ord("a") + place % 26)


def typographic(text: str) -> str:
    """With the apostrophe of print, for words of ours; a State's words stay as the source has them."""
    return text.replace("'", "’")


def _inlines(part: Part) -> Iterable[Inline]:
    if isinstance(part, str):
        return (Run(part),)
    if isinstance(part, Run | Figure | FootnoteMark):
        return (part,)
    return part


def _are_alike(one: Run, other: Run) -> bool:
    return (one.style, one.language) == (other.style, other.language)
