"""A draft with its claims marked in place, as one HTML file that needs nothing else. Pure.

What agrees is underlined, what cannot be told is dotted, what contradicts is double underlined and set on a ground; each
has a number, and what the register says of the last two stands under the paragraph. All claims are listed at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from accede.paper.tree import Block, Document, Inline, Paragraph, Row, Section, Table, text_of
from accede.reporting.checker.passages import Passage, pieces
from accede.reporting.checker.values import Checked, Finding, Verdict

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5a5a5a; --paper: #fff; --rule: #b9b9b9; --blue: #1d5a9e;
  --ground: #f6e3c5; --sans: "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2de; --soft: #a9a6a0; --paper: #17191c; --rule: #4b4e53;
  --blue: #8db9ec; --ground: #4a3a1c; } }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem clamp(1rem, 5vw, 3.5rem) 4rem; }
main > p, section > p { max-width: 66ch; }
h1 { font-size: 1.728rem; line-height: 1.25; } h2 { font-size: 1.44rem; line-height: 1.25; margin-block: 2.4rem 1rem; }
h3 { font-size: 1.2rem; line-height: 1.25; }
a { color: var(--blue); } .soft { color: var(--soft); }
mark { background: none; color: inherit; text-decoration: underline 1px; text-underline-offset: .2em; }
mark.open { text-decoration: underline dotted 2px; }
mark.contradicts { background: var(--ground); text-decoration: underline double 1px; }
sup { font-size: .72em; line-height: 0; } sup a { text-decoration: none; padding-inline: .1em; }
ul.notes { max-width: 66ch; margin: -.4rem 0 1.2rem; padding: 0 0 0 1rem; list-style: none; font-size: .9rem;
  border-inline-start: 2px solid var(--rule); font-weight: 400; }
ul.notes li { margin-block: .3rem; } td ul.notes { margin-block: .4rem; }
table { border-collapse: collapse; width: 100%; margin-block: 1.2rem 1.6rem; font-size: .9rem; line-height: 1.45;
  font-variant-numeric: tabular-nums; border-block: 1px solid var(--ink); }
caption { text-align: start; font-weight: 700; padding-block-end: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-block-start: 1px solid var(--rule);
  overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
"""
CLASSES = {Verdict.AGREES: "agrees", Verdict.CANNOT_TELL: "open", Verdict.CONTRADICTS: "contradicts"}
WORDS = {Verdict.AGREES: "Agrees", Verdict.CANNOT_TELL: "Cannot be told", Verdict.CONTRADICTS: "Contradicts"}
RANK = {Verdict.AGREES: 0, Verdict.CANNOT_TELL: 1, Verdict.CONTRADICTS: 2}


def marked(document: Document, checked: Checked) -> bytes:
    """The file, in UTF-8."""
    page = _Page(document, checked)
    title = text_of(document.title) or "Draft"
    counts = (
        f"{checked.count(Verdict.AGREES)} claims agree with the register, "
        f"{checked.count(Verdict.CONTRADICTS)} contradict it, "
        f"{checked.count(Verdict.CANNOT_TELL)} cannot be told."
    )
    legend = (
        '<p class="soft"><mark class="agrees">Agrees</mark> · <mark class="open">cannot be told</mark> · '
        '<mark class="contradicts">contradicts</mark></p>\n'
    )
    return (
        f'<!doctype html>\n<html lang="{escape(document.language or "en")}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}: '
        f"checked</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<p><strong>{escape(counts)}</strong></p>\n{legend}"
        f"{''.join(page.parts())}</main>\n</body>\n</html>\n"
    ).encode()


class _Page:
    """Writes the draft; knows which findings stand in which passage."""

    def __init__(self, document: Document, checked: Checked) -> None:
        self.document = document
        self.passages = {piece.path: piece for piece in pieces(document) if isinstance(piece, Passage)}
        self.found = list(enumerate(checked.findings, 1))
        self.of_passage: dict[int, list[tuple[int, Finding, int, int]]] = defaultdict(list)
        for number, finding in self.found:
            for spot in finding.claim.spots:
                self.of_passage[spot.passage].append((number, finding, spot.start, spot.end))
        self.noted: set[int] = set()

    def parts(self) -> Iterator[str]:
        if self.document.title:
            yield f"<h1>{self.text('title', self.document.title)}</h1>\n"
        if self.document.subtitle:
            yield f'<p class="soft">{self.text("subtitle", self.document.subtitle)}</p>\n'
        for at, section in enumerate(self.document.sections):
            yield from self.section(section, f"s{at}", 2)
        for footnote in self.document.footnotes:
            for at, paragraph in enumerate(footnote.paragraphs):
                path = f"n{footnote.number}.{at}"
                yield (
                    f'<p class="soft"><sup>{footnote.number}</sup> '
                    f"{self.text(path, paragraph.inlines)}</p>\n{self.notes(path)}"
                )
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
        return f"<p>{number}{bullet}{self.text(path, block.inlines)}</p>\n{self.notes(path)}"

    def table(self, table: Table, path: str) -> str:
        caption = (
            f"<caption>{self.text(f'{path}.c', table.caption)}{self.notes(f'{path}.c')}</caption>\n"
            if table.caption
            else ""
        )
        rows = [*((row, "th") for row in table.header), *((row, "td") for row in table.rows)]
        body = "".join(f"<tr>{self.row(row, f'{path}.r{at}', tag)}</tr>\n" for at, (row, tag) in enumerate(rows))
        return f'<div class="scroll"><table>\n{caption}{body}</table></div>\n'

    def row(self, row: Row, path: str, tag: str) -> str:
        cells = []
        for number, cell in enumerate(row.cells):
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            inside = "".join(
                self.paragraph(paragraph, f"{path}.{number}.{order}") for order, paragraph in enumerate(cell.paragraphs)
            )
            cells.append(f"<{tag}{span}>{inside}</{tag}>")
        return "".join(cells)

    def paragraph(self, paragraph: Paragraph, path: str) -> str:
        return f"<div>{self.text(path, paragraph.inlines)}</div>{self.notes(path)}"

    def text(self, path: str, inlines: tuple[Inline, ...]) -> str:
        """The text of a passage with its marks."""
        passage = self.passages.get(path)
        text = text_of(inlines)
        held = self.of_passage.get(passage.number, []) if passage else []
        return _with_marks(text, held)

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
        yield '<section>\n<h2>All claims</h2>\n<div class="scroll"><table>\n'
        yield "<tr><th>#</th><th>Where</th><th>Claim</th><th>Register</th><th>Verdict</th><th>Evidence</th></tr>\n"
        for number, finding in self.found:
            claim, judgement = finding.claim, finding.judgement
            said = " ".join(claim.text.split())
            cells = (
                f'<a id="n{number}" href="#c{number}">{number}</a>'
                if claim.spots
                else f'<a id="n{number}"></a>{number}',
                escape(claim.where),
                escape(said if len(said) <= 200 else f"{said[:200]}…"),
                escape(judgement.register),
                f"{WORDS[judgement.verdict]}. {escape(judgement.why)}",
                escape(", ".join(judgement.evidence)),
            )
            yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
        yield "</table></div>\n</section>\n"


def _note(number: int, finding: Finding) -> str:
    judgement = finding.judgement
    return (
        f'<a href="#n{number}">{number}</a> {WORDS[judgement.verdict]}: {escape(judgement.why or judgement.register)}'
    )


def _with_marks(text: str, held: Sequence[tuple[int, Finding, int, int]]) -> str:
    """The text cut where marks begin and end; a stretch of several claims shows the gravest of them."""
    bounds = sorted({0, len(text), *(min(place, len(text)) for _, _, start, end in held for place in (start, end))})
    pieces_of_text = []
    for start, end in pairwise(bounds):
        inside = [(number, finding) for number, finding, first, last in held if first <= start and end <= last]
        written = escape(text[start:end])
        if inside:
            worst = max((finding.judgement.verdict for _, finding in inside), key=lambda verdict: RANK[verdict])
            written = f'<mark class="{CLASSES[worst]}">{written}</mark>'
        ending = [number for number, _, _, last in held if min(last, len(text)) == end]
        links = " ".join(f'<a id="c{number}" href="#n{number}">{number}</a>' for number in dict.fromkeys(ending))
        pieces_of_text.append(written + (f"<sup>{links}</sup>" if links else ""))
    return "".join(pieces_of_text)
