"""An untagged PDF by where its words stand: lines, paragraphs, tables between rules, footnotes, running heads.

What is found is written down in the text form, in which page breaks leave the same traces, and `documents.text` reads
that: rows that go on, headers that come again and footnotes in the midst are made whole there.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from accede.intake.documents import text as text_form
from accede.intake.documents.marks import inlines
from accede.intake.documents.pdf.fonts import LIGATURES, Style
from accede.intake.documents.pdf.grids import SAME, Grid, Rule, aligned, joined, ruled
from accede.intake.documents.pdf.lines import NARROW, Line, Word, lines, running
from accede.intake.documents.pdf.masthead import masthead
from accede.intake.documents.prefixes import SUMMARY_MARK, without
from accede.paper.sound import UNPRINTABLE
from accede.paper.tree import Document, Masthead, Paragraph, Run
from accede.vocabulary.errors import Unreadable

# What the libraries note of damaged files is told by the refusal, where it matters.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

MOST_CHARACTERS = 4_000_000
MOST_STROKES = 20_000
AS_PDF = "Save it as PDF again with its text, or give the paper as .docx, .html, .md or .txt"
BROKEN = (
    PDFException,
    PSException,
    MalformedPDFException,
    PdfminerException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    RecursionError,
    ArithmeticError,
    NotImplementedError,
)
NO_CHARACTER = re.compile(r"\(cid:\d+\)")
PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?|[-–] ?\d{1,4} ?[-–]", re.IGNORECASE)
HEADING = re.compile(r"(?P<number>[IVXLC]+|[A-Z]|\d{1,2})\.\s+\S")
NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
STARTS_ANEW = re.compile(r"(?:\d{1,3}\.|\([a-z0-9]{1,4}\)|[•‣▪–-])\s+\S")
LONGEST_HEADING = 250
SET_ASIDE = str.maketrans({"*": "\ue000", "<": "\ue001", "#": "\ue002", "\u00ad": None, "\t": " "})
"""Signs that mean something in the text form and are only signs here: others stand for them until it is read."""
PUT_BACK = str.maketrans({"\ue000": "*", "\ue001": "<", "\ue002": "#"})
MARGIN = 0.11
"""Of the height of a page, where running heads and page numbers stand."""
LOOSE = 1.15
"""Times the usual distance of two lines: what stands farther apart is another paragraph."""


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page and the strokes on it."""

    lines: tuple[Line, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    height: float
    width: float


def read(data: bytes, *, name: str, kind: str = "", language: str = "en") -> Document:
    """The tree of the paper. Raises Unreadable."""
    try:
        pages = list(_pages(data, name))
    except BROKEN as error:
        raise Unreadable("it is a PDF that is damaged or cut off", where=name, remedy=AS_PDF) from error
    pages = _without_running_heads(pages)
    if not any(page.lines for page in pages):
        return Document(kind, language, Masthead(), ())
    head, pages = _head(pages)
    body = "\n\n".join(block for page in pages for block in _blocks(page, _body_size(pages)))
    document = text_form.read((body or "(no text)").encode("utf-8", "replace"), name=name)
    title, subtitle = head.title, head.subtitle
    document = _restored(document)
    if title:
        # The text form takes short first lines for a title; here they are part of the text.
        return replace(
            document,
            kind=kind,
            language=language,
            masthead=masthead(head.lines),
            title=_restored(inlines(title)),
            subtitle=_restored(inlines(subtitle)) if subtitle else document.title,
        )
    return replace(document, kind=kind, language=language)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the text: lines of the masthead, title, subtitle."""

    lines: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""


def _pages(data: bytes, name: str) -> Iterator[_Page]:
    left = MOST_CHARACTERS
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            left -= len(page.chars)
            if left < 0:
                raise Unreadable("it has more text than any paper", where=name, remedy="Give the part you mean")
            words = list(_words(page))
            shown = sum(len(word.text) for word in words)
            if shown and sum(len(match[0]) for word in words for match in NO_CHARACTER.finditer(word.text)) > shown / 9:
                raise Unreadable(
                    "its fonts do not say which characters they show", where=f"{name}, page {page.page_number}",
                    remedy=AS_PDF,
                )  # fmt: skip
            strokes = page.edges[:MOST_STROKES]
            across = [Rule(one["x0"], one["x1"], one["top"]) for one in strokes if one["orientation"] == "h"]
            down = [Rule(one["top"], one["bottom"], one["x0"]) for one in strokes if one["orientation"] == "v"]
            yield _Page(
                tuple(lines(word for word in words if word.text.strip())),
                tuple(joined(across)),
                tuple(joined(down)),
                float(page.height),
                float(page.width),
            )
            page.close()


def _words(page: Any) -> Iterator[Word]:
    """The upright words of a page, raised figures apart from the word they are glued to."""
    found: list[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.15, y_tolerance=1, extra_attrs=["fontname", "size"], return_chars=True
    )
    for word in found:
        if not word.get("upright", True):
            continue
        characters = word["chars"]
        end = len(characters)
        while end and _is_raised(characters[end - 1]):
            end -= 1
        if not end or end == len(characters):
            yield _word(word, characters)
        else:
            yield _word(word, characters[:end])
            yield _word(word, characters[end:])


def _is_raised(character: dict[str, Any]) -> bool:
    """Whether it is a figure drawn narrow, as those are that a font has for marks."""
    return str(character["text"]).isdecimal() and character["x1"] - character["x0"] < NARROW * character["size"]


def _word(word: dict[str, Any], characters: list[dict[str, Any]]) -> Word:
    name = str(word["fontname"]).lower()
    style: Style = "italic" if "italic" in name or "oblique" in name else "bold" if "bold" in name else ""
    # What the font has no character for is left out; how much of it there may be is looked at before.
    shown = UNPRINTABLE.sub("", "".join(str(one["text"]) for one in characters))
    return Word(
        shown.translate(LIGATURES).translate(SET_ASIDE),
        float(characters[0]["x0"]),
        float(characters[-1]["x1"]),
        float(word["top"]),
        float(word["bottom"]),
        float(word["size"]),
        style,
    )


def _without_running_heads(pages: Sequence[_Page]) -> list[_Page]:
    """Pages without what stands in the margin of several of them, and without their numbers."""
    heads: Counter[str] = Counter()
    for page in pages:
        heads.update({_plain(line) for line in page.lines if _is_in_margin(line, page)})
    often = {text for text, count in heads.items() if count > max(1, len(pages) // 3)}

    def is_running(line: Line, page: _Page) -> bool:
        return _is_in_margin(line, page) and (_plain(line) in often or bool(PAGE_NUMBER.fullmatch(line.text().strip())))

    return [replace(page, lines=tuple(line for line in page.lines if not is_running(line, page))) for page in pages]


def _is_in_margin(line: Line, page: _Page) -> bool:
    if not (line.bottom < page.height * MARGIN or line.top > page.height * (1 - MARGIN)):
        return False
    above = [rule for rule in _long(page) if rule.at < line.middle]
    below = [rule for rule in _long(page) if rule.at > line.middle]
    return not any(abs(one.start - other.start) < SAME for one in above for other in below)


def _plain(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text())


def _body_size(pages: Sequence[_Page]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += sum(len(word.text) for word in line.words)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _head(pages: list[_Page]) -> tuple[_Head, list[_Page]]:
    """The title, which is what is largest on the first page, with what stands before and right under it."""
    first = pages[0]
    size = _body_size(pages)
    largest = max((line.size for line in first.lines), default=0)
    if largest < size * 1.15:
        return _Head(), pages
    at = next(at for at, line in enumerate(first.lines) if line.size >= largest * 0.98)
    end = at
    while end < len(first.lines) and first.lines[end].size >= largest * 0.98:
        end += 1
    title = " ".join(line.text() for line in first.lines[at:end])
    subtitle = ""
    if end < len(first.lines) and not first.lines[end].is_bold and round(first.lines[end].size, 1) > round(size, 1):
        subtitle = first.lines[end].text()
        end += 1
    head = _Head(tuple(_apart(first.lines[:at])), title, subtitle)
    return head, [replace(first, lines=first.lines[end:]), *pages[1:]]


def _apart(head: Sequence[Line]) -> Iterator[str]:
    """The lines of a masthead, its left and right halves apart, those of one part together."""
    halves: dict[bool, list[Line]] = {False: [], True: []}
    left = min((line.x0 for line in head), default=0)
    for line in head:
        for part in line.parts(2 * line.size):
            halves[part.x0 > left + 100].append(part)
    for half in halves.values():
        text, last = "", None
        for line in half:
            is_same = last is not None and last.is_bold == line.is_bold and abs(last.size - line.size) < 0.3
            if is_same and last is not None and line.top - last.bottom < line.size * 0.6 and line.is_bold:
                text = f"{text} {line.text()}"
            else:
                if text:
                    yield text
                text = line.text()
            last = line
        if text:
            yield text


def _blocks(page: _Page, size: float) -> Iterator[str]:
    """The blocks of a page in the text form, from top to bottom; its footnotes last."""
    body, notes = _footnotes(page, size)
    grids: list[Grid] = ruled(body, _long(page), page.down)
    rest = [line for line in body if not any(grid.top - 1 < line.middle < grid.bottom + 1 for grid in grids)]
    grids += aligned(rest)
    pending: list[Line] = []
    for grid in [*sorted(grids, key=lambda one: one.top), None]:
        above = [
            line
            for line in body
            if (grid is None or line.middle < grid.top)
            and not any(g.top - 1 < line.middle < g.bottom + 1 for g in grids)
        ]
        pending = [line for line in above if line not in pending]
        yield from _paragraphs(pending, size, is_before_table=grid is not None)
        body = [line for line in body if line not in pending]
        if grid is not None:
            yield grid.text()
    yield from notes


def _long(page: _Page) -> list[Rule]:
    """The rules that may be those of a table."""
    return [rule for rule in page.across if rule.end - rule.start > page.width * 0.35]


def _footnotes(page: _Page, size: float) -> tuple[list[Line], list[str]]:
    """The body of a page and its footnotes: what is small at its foot and begins with a raised figure."""
    at = len(page.lines)
    for number in range(len(page.lines) - 1, -1, -1):
        line = page.lines[number]
        if line.size > size * 0.9:
            break
        if _note_begins(line):
            at = number
    notes: list[list[Line]] = []
    for line in page.lines[at:]:
        if _note_begins(line):
            notes.append([])
        notes[-1].append(line)
    return list(page.lines[:at]), [NOTE.sub(r"\g<0> ", running(note), count=1) for note in notes]


def _note_begins(line: Line) -> bool:
    return NOTE.match(line.text()) is not None


def _paragraphs(found: Sequence[Line], size: float, *, is_before_table: bool) -> Iterator[str]:
    """Lines put together to headings and paragraphs."""
    gaps = sorted(round(b.middle - a.middle, 1) for a, b in pairwise(found) if b.middle > a.middle)
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
    usual = min(usual, size * 1.6) if usual else size * 1.3
    block: list[Line] = []
    for line in found:
        if block and _is_another(block, line, usual):
            yield _block(block, size, is_caption=False)
            block = []
        block.append(line)
    if block:
        yield _block(block, size, is_caption=is_before_table)


def _is_another(block: Sequence[Line], line: Line, usual: float) -> bool:
    last = block[-1]
    if line.middle - last.middle > max(usual, line.size * 1.25) * LOOSE:
        return True
    if last.is_bold != line.is_bold or abs(last.size - line.size) > 0.6:
        return True
    return bool(STARTS_ANEW.match(line.text())) and line.x0 <= block[0].x0 + 1


def _block(block: Sequence[Line], size: float, *, is_caption: bool) -> str:
    text = running(block)
    is_head = all(line.is_bold for line in block) and not text.endswith((".", ";", ":", ","))
    match = HEADING.match(text)
    if is_head and len(text) < LONGEST_HEADING and (match or not is_caption):
        level = 2 if match and len(match["number"]) == 1 and match["number"] not in "IVX" else 1
        return f"{'#' * (level + 1)} {text}"
    return text


T = TypeVar("T")


def _restored(node: T) -> T:
    """A part of the tree with its signs put back, and with what is marked as our summary told from a State's words."""
    if isinstance(node, tuple):
        return tuple(map(_restored, node))  # type: ignore[return-value]
    if isinstance(node, Run):
        return replace(node, text=node.text.translate(PUT_BACK))
    if isinstance(node, Paragraph):
        mark, rest = without(node.inlines, SUMMARY_MARK)
        if mark:
            node = replace(node, inlines=rest, kind="summary")
    if is_dataclass(node) and not isinstance(node, type):
        parts = {one.name: _restored(getattr(node, one.name)) for one in fields(node)}
        return replace(node, **parts)
    return node
