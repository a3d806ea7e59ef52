"""What changed in a working copy of our own paper: paragraph by paragraph and cell by cell against the paper as written. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher

from accede.paper.tree import Document, Paragraph, Section, Table, paragraph_text, text_of
from accede.vocabulary.label import Labelled


class ChangeKind(Labelled):
    """What was done to a passage."""

    ADDED = "added", "added"
    REMOVED = "removed", "removed"
    CHANGED = "changed", "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that is not as the paper has it. `before` is empty for what was added, `after` for what was removed."""

    kind: ChangeKind
    where: str
    before: str
    after: str


def written_at(document: Document) -> tuple[date, datetime] | None:
    """The day and the instant that a paper of ours was written for; None for another paper, or where a program changed them."""
    if document.kind != "status-paper" or not (document.as_of and document.known_on):
        return None
    try:
        as_of, known_on = date.fromisoformat(document.as_of), datetime.fromisoformat(document.known_on)
    except ValueError:
        return None
    return (as_of, known_on) if known_on.tzinfo is not None else None


def changes(written: Document, edited: Document) -> tuple[Change, ...]:
    """The changes from the paper as written to its edited copy, in the order of the copy."""
    before, after = list(_lines(written)), list(_lines(edited))
    matcher = SequenceMatcher(a=[text for _, text in before], b=[text for _, text in after], autojunk=False)
    found: list[Change] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            found += _differences(before[first:last], after[start:end])
    return tuple(found)


def _differences(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """What replaced what: passages that are mostly alike are one that changed."""
    left = list(after)
    for where, text in before:
        alike = next((one for one in left if _is_same(where, text, one)), None)
        if alike is None:
            yield Change(ChangeKind.REMOVED, where, text, "")
            continue
        for one in left[: left.index(alike)]:
            yield Change(ChangeKind.ADDED, one[0], "", one[1])
        left = left[left.index(alike) + 1 :]
        yield Change(ChangeKind.CHANGED, alike[0], text, alike[1])
    for where, text in left:
        yield Change(ChangeKind.ADDED, where, "", text)


def _is_same(where: str, text: str, after: tuple[str, str]) -> bool:
    """Whether a passage is another one edited: mostly alike, or in the same cell of a table."""
    return (after[0] == where and CELL in where) or SequenceMatcher(a=text, b=after[1]).ratio() > ALIKE


CELL = ", column "
ALIKE = 0.5


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    """Every paragraph and cell with its place. White space and what only typesetting changes is no text."""
    for name, inlines in (("title", document.title), ("subtitle", document.subtitle)):
        if text := _even(text_of(inlines)):
            yield name, text
    for section in document.sections:
        yield from _section(section, "")
    for note in document.footnotes:
        for paragraph in note.paragraphs:
            yield f"footnote {note.number}", _even(text_of(paragraph.inlines))


def _section(section: Section, outer: str) -> Iterator[tuple[str, str]]:
    number = ".".join(filter(None, (outer, section.number)))
    heading = _even(text_of(section.heading))
    where = f"section {number}" if number else f"section “{heading}”" if heading else "beginning"
    if heading:
        yield f"{where}, heading", heading
    for at, block in enumerate(section.blocks, 1):
        if isinstance(block, Paragraph):
            if text := _even(text_of(block.inlines)):
                yield f"{where}, paragraph {block.number or at}", text
        else:
            yield from _table(block, where)
    for inner in section.sections:
        yield from _section(inner, number)


def _table(table: Table, where: str) -> Iterator[tuple[str, str]]:
    for number, row in enumerate((*table.header, *table.rows), 1):
        name = _even(paragraph_text(row.cells[0].paragraphs)) if row.cells else ""
        for column, cell in enumerate(row.cells, 1):
            for paragraph in cell.paragraphs:
                if text := _even(text_of(paragraph.inlines)):
                    yield f"{where}, {name or f'row {number}'}{CELL}{column}", text


def _even(text: str) -> str:
    return " ".join(text.split())
