"""The status paper in four formats against the bare libraries on the same content, and its PDF against LibreOffice's.

python papers.py content FOLDER              writes what is set by the bare libraries: content, template, markup
python papers.py ours|rendering|pdf|word|bare FOLDER     does it once in a process of its own, and prints seconds as JSON
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import peers
import process
from ratio import LeftOut, Measured, Ratio

FORMATS = (".docx", ".pdf", ".html", ".md")
FONTS = process.ROOT / "src/accede/reporting/fonts"
AS_OF = date(2018, 8, 21)


def ratios(home: Path, folder: Path, times: int = 5) -> Iterator[Measured]:
    """In turns, each in a process of its own, timed after its imports."""
    around = {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    process.measured("papers.py", "content", folder, **around)
    taken: dict[str, list[float]] = {"ours": [], "rendering": [], "pdf": [], "word": [], "bare": []}
    for _ in range(times):
        for what, found in taken.items():
            found.append(process.measured("papers.py", what, folder, **around)["seconds"])
    ours, rendering, pdf, word, bare = (min(taken[what]) for what in taken)
    libraries = "docxtpl and typst, the same content"
    yield Ratio("status paper from the register to Word, PDF, HTML and Markdown", ours, libraries, bare, at_most=3)
    yield Ratio("the same from its tree", rendering, libraries, bare)
    if office := shutil.which("soffice"):
        yield Ratio(
            "PDF from the tree", pdf, "LibreOffice, from our Word file", _converted(office, folder), at_least=10
        )
    else:
        yield LeftOut("PDF against LibreOffice", "soffice is not here")
    if pandoc := peers.pandoc():
        yield Ratio("Word from the tree, only told", word, "pandoc, from our Markdown", _by_pandoc(pandoc, folder))
    else:
        yield LeftOut("Word against pandoc", "it cannot be installed here")


def content(folder: Path) -> float:
    """Write the paper, and its text as a template of Word and as Typst's markup, for `bare`."""
    document = _paper()
    from accede.reporting.render import RENDERERS

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ours.docx").write_bytes(RENDERERS[".docx"](document))
    (folder / "ours.md").write_bytes(RENDERERS[".md"](document))
    parts = list(_parts(document))
    (folder / "content.json").write_text(json.dumps(parts), encoding="utf-8")
    (folder / "paper.typ").write_text("\n\n".join(_markup(parts)), encoding="utf-8")
    _template(parts).save(str(folder / "template.docx"))
    return 0


def ours(folder: Path) -> float:
    """From the register to the bytes of four formats."""
    _start()
    from accede.reporting.recipes.status_paper import write_status_paper
    from accede.reporting.render import RENDERERS

    begun = time.perf_counter()
    document = write_status_paper("apmbc", _view())
    for suffix in FORMATS:
        RENDERERS[suffix](document)
    return time.perf_counter() - begun


def rendering(folder: Path, formats: tuple[str, ...] = FORMATS) -> float:
    """From the tree to the bytes."""
    document = _paper()
    from accede.reporting.render import RENDERERS

    begun = time.perf_counter()
    for suffix in formats:
        RENDERERS[suffix](document)
    return time.perf_counter() - begun


def pdf(folder: Path) -> float:
    """From the tree to a tagged PDF, the fonts read anew."""
    return rendering(folder, (".pdf",))


def word(folder: Path) -> float:
    """From the tree to a Word file."""
    return rendering(folder, (".docx",))


def bare(folder: Path) -> float:
    """The libraries alone, on content that needs no thought: a template filled, a markup set."""
    import typst
    from docxtpl import DocxTemplate

    parts = json.loads((folder / "content.json").read_text(encoding="utf-8"))
    begun = time.perf_counter()
    template = DocxTemplate(folder / "template.docx")
    template.render({f"part{number}": part for number, part in enumerate(parts)}, autoescape=True)
    template.save(io.BytesIO())
    typst.compile(str(folder / "paper.typ"), format="pdf", font_paths=[str(FONTS)], ignore_system_fonts=True)
    return time.perf_counter() - begun


def _converted(office: str, folder: Path) -> float:
    """LibreOffice, started before so that its profile is there; the shortest of three conversions."""
    command = [office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir"]
    return _shortest([*command, str(folder), str(folder / "ours.docx")])


def _by_pandoc(pandoc: str, folder: Path) -> float:
    """Our Markdown made a Word file; the shortest of three."""
    return _shortest([pandoc, "-f", "gfm", "-t", "docx", "-o", str(folder / "pandoc.docx"), str(folder / "ours.md")])


def _shortest(command: list[str]) -> float:
    """Seconds of the shortest of three runs, after one that warms what it reads."""
    taken = []
    for _ in range(4):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return min(taken[1:])


def _start() -> None:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.core"
    django.setup()


def _view() -> Any:
    from accede.records.values import View

    return View(as_of=AS_OF, known_on=datetime.now(UTC))


def _paper() -> Any:
    _start()
    from accede.reporting.recipes.status_paper import write_status_paper

    return write_status_paper("apmbc", _view())


def _parts(document: Any) -> Iterator[dict[str, Any]]:
    """The paper as headings, paragraphs and tables of plain text, footnotes at the end."""
    from accede.paper.tree import Table, all_sections, paragraph_text, text_of

    yield {"kind": "heading", "text": text_of(document.title)}
    for section in all_sections(document):
        yield {"kind": "heading", "text": f"{section.number} {text_of(section.heading)}"}
        for block in section.blocks:
            if isinstance(block, Table):
                rows = [[paragraph_text(cell.paragraphs) for cell in row.cells] for row in (*block.header, *block.rows)]
                wide = max(len(row) for row in rows)
                yield {"kind": "table", "rows": [row + [""] * (wide - len(row)) for row in rows], "columns": wide}
            else:
                yield {"kind": "paragraph", "text": f"{block.number} {text_of(block.inlines)}"}
    for note in document.footnotes:
        yield {"kind": "paragraph", "text": f"{note.number} {paragraph_text(note.paragraphs)}"}


def _markup(parts: list[dict[str, Any]]) -> Iterator[str]:
    yield '#set text(font: ("Noto Sans", "Noto Naskh Arabic", "Noto Serif CJK SC"), size: 10pt)'
    for part in parts:
        if part["kind"] == "table":
            cells = ", ".join(json.dumps(cell, ensure_ascii=False) for row in part["rows"] for cell in row)
            yield f"#table(columns: {part['columns']}, {cells})"
        else:
            yield f"{'= ' if part['kind'] == 'heading' else ''}#{json.dumps(part['text'], ensure_ascii=False)}"


def _template(parts: list[dict[str, Any]]) -> Any:
    """A Word file that docxtpl fills: a tag for each text, a loop for the rows of each table."""
    import docx

    template = docx.Document()
    for number, part in enumerate(parts):
        if part["kind"] == "table":
            table = template.add_table(rows=3, cols=part["columns"])
            table.rows[0].cells[0].text = f"{{%tr for row in part{number}.rows %}}"
            for at, cell in enumerate(table.rows[1].cells):
                cell.text = f"{{{{ row[{at}] }}}}"
            table.rows[2].cells[0].text = "{%tr endfor %}"
        else:
            style = "Heading 1" if part["kind"] == "heading" else None
            template.add_paragraph(f"{{{{ part{number}.text }}}}", style=style)
    return template


if __name__ == "__main__":
    does = {"content": content, "ours": ours, "rendering": rendering, "pdf": pdf, "word": word, "bare": bare}
    sys.stdout.write(json.dumps({"seconds": does[sys.argv[1]](Path(sys.argv[2]))}) + "\n")
