"""Pictures in papers: drawn above the table that says the same, and no part of what is read back."""

import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree

from accede.intake.documents import read_document
from accede.paper.canonical import canonical_bytes, document_from
from accede.paper.tree import (
    Cell,
    Document,
    Masthead,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraph_text,
    table_with,
    tables,
    text_of,
)
from accede.reporting.pictures.in_paper import drawing
from accede.reporting.pictures.picture import LegendItem, Picture, rect
from accede.reporting.render import RENDERERS

PICTURE = Picture(
    name="p",
    title="Two squares",
    description="One dark, one hatched.",
    width=100,
    height=40,
    body=rect("tile in_force", 0, 0, 20, 20),
    legend=(LegendItem("in_force", "in force", 1), LegendItem("withdrawn", "withdrew", 0)),
    note="A sentence under it.",
)


def cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),))


TABLE = Table(
    "plain", (Run("Counts of States"),), (Row((cell("What"), cell("Number"))),), (Row((cell("In force"), cell("1"))),)
)


def paper(table: Table) -> Document:
    before, after = Paragraph((Run("What comes before it."),)), Paragraph((Run("What comes after it."),))
    return Document(
        kind="comparison",
        language="en",
        masthead=Masthead(organ="An organ", symbol="A/1"),
        title=(Run("A paper"),),
        sections=(Section("I", (Run("Counts"),), (before, table, after)),),
        as_of="2018-08-21",
        known_on="2018-08-22T00:00:00.000000Z",
    )


@pytest.fixture
def drawn() -> Document:
    return paper(table_with(TABLE, drawing(PICTURE)))


def texts(document: Document) -> list[object]:
    return [
        [text_of(section.heading) for section in document.sections],
        [
            text_of(block.inlines)
            for section in document.sections
            for block in section.blocks
            if isinstance(block, Paragraph)
        ],
        [
            (
                text_of(table.caption),
                [[paragraph_text(each.paragraphs) for each in row.cells] for row in (*table.header, *table.rows)],
            )
            for table in tables(document)
        ],
    ]


def test_a_drawing_needs_nothing_else_and_says_title_legend_and_note():
    found = drawing(PICTURE)
    page = etree.fromstring(found.svg)
    assert [each.text for each in page.iter("{*}text")] == [
        "Two squares",
        "in force: 1",
        "withdrew: 0",
        "A sentence under it.",
    ]
    assert "var(" not in found.svg
    assert "http" not in found.svg.replace("http://www.w3.org/2000/svg", "")
    assert float(page.get("height")) == found.height > PICTURE.height


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".md"])
def test_a_paper_with_a_drawing_is_read_back_as_the_one_without(suffix, drawn, tmp_path):
    file = tmp_path / f"paper{suffix}"
    file.write_bytes(RENDERERS[suffix](drawn))
    assert texts(read_document(file)) == texts(drawn)


def test_json_gives_the_drawing_back(drawn):
    assert document_from(canonical_bytes(drawn)) == drawn


def test_a_table_without_a_drawing_is_the_same_bytes_as_ever():
    assert b"drawing" not in canonical_bytes(paper(TABLE))


def test_word_has_the_picture_twice_with_its_description(drawn):
    with zipfile.ZipFile(io.BytesIO(RENDERERS[".docx"](drawn))) as package:
        assert package.read("word/media/picture1.png").startswith(b"\x89PNG")
        etree.fromstring(package.read("word/media/picture1.svg"))
        text = etree.fromstring(package.read("word/document.xml"))
        targets = {each.get("Id") for each in etree.fromstring(package.read("word/_rels/document.xml.rels"))}
        assert b"image/png" in package.read("[Content_Types].xml")
    embedded = {value for each in text.iter() for key, value in each.attrib.items() if key.endswith("}embed")}
    assert embedded == {"picture1.png", "picture1.svg"} <= targets
    assert [each.get("descr") for each in text.iter("{*}docPr")] == ["Two squares. One dark, one hatched."]


def test_a_word_file_without_a_picture_has_no_media():
    with zipfile.ZipFile(io.BytesIO(RENDERERS[".docx"](paper(TABLE)))) as package:
        assert not any("media" in name for name in package.namelist())


def test_a_pdf_describes_the_picture(drawn):
    with pikepdf.open(io.BytesIO(RENDERERS[".pdf"](drawn))) as written:
        described = [
            str(each["/Alt"]) for each in written.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert described == ["Two squares. One dark, one hatched."]


@pytest.mark.parametrize("suffix", RENDERERS)
def test_the_same_drawing_gives_the_same_bytes(suffix, drawn):
    assert RENDERERS[suffix](drawn) == RENDERERS[suffix](replace(drawn))


def test_two_drawings_have_files_of_their_own():
    twice = paper(table_with(TABLE, drawing(PICTURE)))
    (section,) = twice.sections
    both = replace(twice, sections=(replace(section, blocks=(*section.blocks, section.blocks[1])),))
    with zipfile.ZipFile(io.BytesIO(RENDERERS[".docx"](both))) as package:
        assert {"word/media/picture1.svg", "word/media/picture2.svg"} <= set(package.namelist())
