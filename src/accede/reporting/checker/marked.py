"""A draft with its claims marked in place, as one HTML file that needs nothing else. Pure.

What agrees is underlined, what cannot be told is dotted, what contradicts is double underlined and set on a ground; each
has a number, and what the register says of the last two stands under the paragraph. All claims are listed at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from types import MappingProxyType

from accede.paper.tree import Block, Document, Inline, Paragraph, Row, Section, Table, text_of
from accede.records.values import View
from accede.reporting.checker.marked_style import STYLE
from accede.reporting.checker.passages import Passage, pieces
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.values import Checked, Finding, Verdict
from accede.reporting.render.direction import direction

CLASSES = {Verdict.AGREES: "agrees", Verdict.CANNOT_TELL: "open", Verdict.CONTRADICTS: "contradicts"}
LONGEST = 200
"""Characters of a claim that the list shows."""
WORDS = {Verdict.AGREES: "Agrees", Verdict.CANNOT_TELL: "Cannot be told", Verdict.CONTRADICTS: "Contradicts"}
RANK = {Verdict.AGREES: 0, Verdict.CANNOT_TELL: 1, Verdict.CONTRADICTS: 2}


def marked(document: Document, checked: Checked, view: View | None = None) -> bytes:
    """The file, in UTF-8; `view` is what the draft was held against."""
    page = _Page(document, checked)
    title = text_of(document.title) or "Draft"
    language = document.language or "en"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}: '
        f"checked</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n{_head(page, checked, view)}<main>\n"
        f"{''.join(page.parts())}</main>\n</body>\n</html>\n"
    ).encode()


def fragment(
    document: Document, checked: Checked, *, own: Mapping[str, str] = MappingProxyType({}), top: int = 2
) -> str:
    """The draft with its marks as a part of a page, without the list of claims: mark n has the anchor "c<n>" and leads to "n<n>".

    `own` gives paragraphs by their text that are set apart, each with a name of its place, whose first has the anchor
    "at-<name>"; `top` is the level of the title.
    """
    page = _Page(document, checked, own=own, top=top)
    return "".join(page.parts(with_list=False))


def _head(page: _Page, checked: Checked, view: View | None) -> str:
    """How many claims agree or not, against what, and the way to those that do not."""
    agree, contradict, open_ones = (
        checked.count(one) for one in (Verdict.AGREES, Verdict.CONTRADICTS, Verdict.CANNOT_TELL)
    )
    counts = (
        f"{agree} {'claim agrees' if agree == 1 else 'claims agree'} with the register, "
        f"{contradict} {'contradicts' if contradict == 1 else 'contradict'} it, {open_ones} cannot be told."
    )
    held = (
        f"Held against the register as of {told(view.as_of)}, as known on {told(view.known_on.date())}. "
        if view
        else ""
    )
    ways = "".join(
        f"<p>{WORDS[verdict]}: {', '.join(page.way(number) for number in numbers)}</p>\n"
        for verdict in (Verdict.CONTRADICTS, Verdict.CANNOT_TELL)
        if (numbers := [number for number, one in page.found if one.judgement.verdict is verdict])
    )
    return (
        f'<header lang="en" dir="ltr">\n<p><strong>{counts}</strong></p>\n{ways}'
        f'<p class="soft">{held}<mark class="agrees">Agrees</mark> · <mark class="open">cannot be told</mark> · '
        '<mark class="contradicts">contradicts</mark>. Each number leads to the list of all claims at the end.</p>\n</header>\n'
    )


class _Page:
    """Writes the draft; knows which findings stand in which passage."""

    def __init__(
        self, document: Document, checked: Checked, *, own: Mapping[str, str] = MappingProxyType({}), top: int = 1
    ) -> None:
        self.document = document
        self.own = own
        self.top = top
        self.placed: set[str] = set()
        """The names of places whose first paragraph was written."""
        self.passages = {piece.path: piece for piece in pieces(document) if isinstance(piece, Passage)}
        self.found = list(enumerate(checked.findings, 1))
        self.of_passage: dict[int, list[tuple[int, Finding, int, int]]] = defaultdict(list)
        for number, finding in self.found:
            for spot in finding.claim.spots:
                self.of_passage[spot.passage].append((number, finding, spot.start, spot.end))
        self.noted: set[int] = set()
        self.anchored: set[int] = set()
        """The claims whose first place in the text was written."""

    def way(self, number: int) -> str:
        """A link to a claim: to its place in the text, or where it has none to the list."""
        has_place = bool(self.found[number - 1][1].claim.spots)
        return f'<a href="#{"c" if has_place else "n"}{number}">{number}</a>'

    def parts(self, *, with_list: bool = True) -> Iterator[str]:
        title = self.text("title", self.document.title) if self.document.title else "Draft"
        yield f"<h{self.top}>{title}</h{self.top}>\n"
        if self.document.subtitle:
            yield f'<p class="soft">{self.text("subtitle", self.document.subtitle)}</p>\n'
        for at, section in enumerate(self.document.sections):
            yield from self.section(section, f"s{at}", self.top + 1)
        for footnote in self.document.footnotes:
            for at, paragraph in enumerate(footnote.paragraphs):
                path = f"n{footnote.number}.{at}"
                yield (
                    f'<p class="soft"><sup>{footnote.number}</sup> '
                    f"{self.text(path, paragraph.inlines)}</p>\n{self.notes(path)}"
                )
        if with_list:
            yield from self.listed()

    def section(self, section: Section, path: str, level: int) -> Iterator[str]:
        yield "<section>\n"
        if section.heading:
            number = f"{escape(section.number)}. " if section.number else ""
            tag = f"h{min(level, 6)}"
            yield f"<{tag}>{number}{self.text(f'{path}.h', section.heading)}</{tag}>\n{self.notes(f'{path}.h')}"
        for at, block in enumerate(section.blocks):
            yield self.block(block, f"{path}.b{at}")
        for at, inner in enumerate(section.sections):
            yield from self.section(inner, f"{path}.s{at}", level + 1)
        yield "</section>\n"

    def block(self, block: Block, path: str) -> str:
        if isinstance(block, Table):
            return self.table(block, path)
        number = (
            f"{escape(block.number)}. "
            if block.number and block.kind == "prose"
            else escape(block.number + " " * bool(block.number))
        )
        bullet = "• " if block.kind == "item" and not block.number else ""
        apart = self.set_apart(text_of(block.inlines))
        return f"<p{apart}>{number}{bullet}{self.text(path, block.inlines)}</p>\n{self.notes(path)}"

    def set_apart(self, text: str) -> str:
        """The attributes of a paragraph that is one of `own`."""
        name = self.own.get(text)
        if name is None:
            return ""
        anchor = "" if name in self.placed else f' id="at-{escape(name)}"'
        self.placed.add(name)
        return f' class="own"{anchor}'

    def table(self, table: Table, path: str) -> str:
        caption = (
            f"<caption>{self.text(f'{path}.c', table.caption)}{self.notes(f'{path}.c')}</caption>\n"
            if table.caption
            else ""
        )
        rows = [*((row, "th") for row in table.header), *((row, "td") for row in table.rows)]
        written = [f"<tr>{self.row(row, f'{path}.r{at}', tag)}</tr>\n" for at, (row, tag) in enumerate(rows)]
        heads = len(table.header)
        head = f"<thead>\n{''.join(written[:heads])}</thead>\n" if heads else ""
        body = f"<tbody>\n{''.join(written[heads:])}</tbody>\n"
        return f'<div class="scroll" tabindex="0"><table>\n{caption}{head}{body}</table></div>\n'

    def row(self, row: Row, path: str, tag: str) -> str:
        cells = []
        for number, cell in enumerate(row.cells):
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            inside = "".join(
                self.paragraph(paragraph, f"{path}.{number}.{order}") for order, paragraph in enumerate(cell.paragraphs)
            )
            own = tag if cell.paragraphs else "td"  # a heading without words heads nothing
            cells.append(f"<{own}{span}>{inside}</{own}>")
        return "".join(cells)

    def paragraph(self, paragraph: Paragraph, path: str) -> str:
        return f"<div>{self.text(path, paragraph.inlines)}</div>{self.notes(path)}"

    def text(self, path: str, inlines: tuple[Inline, ...]) -> str:
        """The text of a passage with its marks."""
        passage = self.passages.get(path)
        text = text_of(inlines)
        held = self.of_passage.get(passage.number, []) if passage else []
        return self.with_marks(text, held)

    def notes(self, path: str) -> str:
        """What the register says of the claims of a passage that do not agree; each once, where it first stands."""
        passage = self.passages.get(path)
        held = self.of_passage.get(passage.number, []) if passage else []
        shown = []
        for number, finding, _, _ in held:
            if number not in self.noted and finding.judgement.verdict is not Verdict.AGREES:
                self.noted.add(number)
                shown.append(f"<li>{_note(number, finding)}</li>\n")
        return f'<ul class="notes">\n{"".join(shown)}</ul>\n' if shown else ""

    def listed(self) -> Iterator[str]:
        """All claims, with where they stand and what they rest on."""
        if not self.found:
            return
        heads = "".join(
            f'<th scope="col">{one}</th>' for one in ("No.", "Where", "Claim", "Register", "Verdict", "Evidence")
        )
        yield '<section class="claims" lang="en" dir="ltr">\n<h2>All claims</h2>\n'
        yield '<div class="scroll" tabindex="0"><table class="claims">\n'
        yield f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n"
        for number, finding in self.found:
            claim, judgement = finding.claim, finding.judgement
            said = " ".join(claim.text.split())
            verdict = WORDS[judgement.verdict]
            cells = (
                self.way(number) if number in self.anchored else str(number),
                escape(claim.where),
                f'<span dir="auto">{escape(said if len(said) <= LONGEST else f"{said[:LONGEST]}…")}</span>',
                escape(judgement.register),
                f"{verdict if judgement.verdict is Verdict.AGREES else f'<strong>{verdict}</strong>'}. {escape(judgement.why)}",
                ", ".join(escape(key).replace("/", "/<wbr>") for key in judgement.evidence),
            )
            yield f'<tr id="n{number}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>\n'
        yield "</tbody>\n</table></div>\n</section>\n"

    def with_marks(self, text: str, held: Sequence[tuple[int, Finding, int, int]]) -> str:
        """The text cut where marks begin and end; a stretch of several claims shows the gravest of them."""
        bounds = sorted({0, len(text), *(min(place, len(text)) for _, _, start, end in held for place in (start, end))})
        parts = []
        for start, end in pairwise(bounds):
            inside = [(number, finding) for number, finding, first, last in held if first <= start and end <= last]
            written = escape(text[start:end])
            if inside:
                worst = max((finding.judgement.verdict for _, finding in inside), key=lambda verdict: RANK[verdict])
                written = f'<mark class="{CLASSES[worst]}">{written}</mark>'
            ending = {number: finding for number, finding, _, last in held if min(last, len(text)) == end}
            links = " ".join(self.mark_number(number, finding) for number, finding in ending.items())
            parts.append(written + (f"<sup>{links}</sup>" if links else ""))
        return "".join(parts)

    def mark_number(self, number: int, finding: Finding) -> str:
        """The number of a claim behind its mark, with the verdict for those who do not see the mark."""
        judgement = finding.judgement
        verdict = WORDS[judgement.verdict]
        said = f"{verdict}: {judgement.why or judgement.register}".rstrip(": ")
        anchor = "" if number in self.anchored else f' id="c{number}"'
        self.anchored.add(number)
        label = f"Claim {number}: {verdict.lower()}"
        return f'<a{anchor} href="#n{number}" title="{escape(said)}" aria-label="{label}">{number}</a>'


def _note(number: int, finding: Finding) -> str:
    judgement = finding.judgement
    return (
        f'<a href="#n{number}">{number}</a> {WORDS[judgement.verdict]}: {escape(judgement.why or judgement.register)}'
    )
