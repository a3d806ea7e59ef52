"""Headings and what follows them to nested sections. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from accede.paper.tree import Block, Inline, Paragraph, Section, Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its printed number; level 1 is that of a paper's main sections."""

    level: int
    number: str
    inlines: tuple[Inline, ...]


@dataclass(slots=True)
class _Open:
    heading: Heading
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def section(self) -> Section:
        return Section(self.heading.number, self.heading.inlines, tuple(self.blocks), tuple(self.sections))


def sections(pieces: Sequence[Heading | Block]) -> tuple[Section, ...]:
    """The sections in reading order. What stands before the first heading is a section without one."""
    top = _Open(Heading(0, "", ()))
    stack = [top]

    def close(level: int) -> None:
        while len(stack) > 1 and stack[-1].heading.level >= level:
            closed = stack.pop()
            stack[-1].sections.append(closed.section())

    for piece in pieces:
        if isinstance(piece, Heading):
            close(piece.level)
            stack.append(_Open(piece))
        else:
            stack[-1].blocks.append(piece)
    close(0)
    before = (Section("", (), tuple(top.blocks)),) if top.blocks else ()
    return before + tuple(top.sections)


def paragraphs(pieces: Iterable[Heading | Block]) -> Iterator[Paragraph]:
    """The paragraphs of what stands in a cell, an item or a footnote; of a table in it, those of its cells in order."""
    for piece in pieces:
        match piece:
            case Heading():
                yield Paragraph(piece.inlines)
            case Paragraph():
                yield piece
            case Table():
                if piece.caption:
                    yield Paragraph(piece.caption)
                yield from (
                    one for row in (*piece.header, *piece.rows) for cell in row.cells for one in cell.paragraphs
                )
