"""Papers as Akoma Ntoso: valid against the schema of the standard, nothing of the tree lost."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from accede.paper.canonical import tree_hash
from accede.paper.tree import (
    Document,
    Figure,
    Masthead,
    Paragraph,
    Run,
    Section,
    Table,
    all_sections,
    paragraph_text,
    tables,
    text_of,
)
from accede.reporting.render.akn import EVIDENCE, NAMESPACE, OURS, render
from sample_paper import sample_paper

AKN = f"{{{NAMESPACE}}}"


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/akomantoso/akomantoso30.xsd"))


def written(document: Document) -> etree._Element:
    return etree.fromstring(render(document))


def plain(element: etree._Element) -> str:
    """The text of an element without its footnotes and the marks that are ours."""
    parts = element.xpath(
        './/text()[not(ancestor::a:authorialNote) and not(ancestor::a:inline[@name="mark"])]',
        namespaces={"a": NAMESPACE},
    )
    return "".join(parts).strip()


@pytest.mark.parametrize(
    "document",
    [
        sample_paper(),
        replace(sample_paper(), kind="statement"),
        Document("plain", "en", Masthead(), (Run("Title"),)),
        Document("plain", "ar", Masthead(), (Run("عنوان"),), sections=(Section("", (), (Paragraph((Run("نص"),)),)),)),
        Document("plain", "en", Masthead(), (), sections=(Section("", (), (Table("plain", (), (), ()),)),)),
    ],
    ids=["paper", "statement", "empty", "right to left", "empty table"],
)
def test_a_paper_is_valid_against_the_schema_of_the_standard(document: Document) -> None:
    assert schema().validate(written(document)), schema().error_log


def test_a_spoken_paper_is_a_statement_and_every_other_a_document() -> None:
    assert written(replace(sample_paper(), kind="statement"))[0].tag == f"{AKN}statement"
    assert written(sample_paper())[0].tag == f"{AKN}doc"


def test_the_text_of_every_paragraph_and_cell_is_there_once_and_in_order() -> None:
    document = sample_paper()
    paragraphs = [
        paragraph
        for section in all_sections(document)
        for block in section.blocks
        for paragraph in (
            [block]
            if isinstance(block, Paragraph)
            else [each for row in (*block.header, *block.rows) for cell in row.cells for each in cell.paragraphs]
        )
    ]
    body = written(document).find(f".//{AKN}mainBody")
    found = [
        element
        for element in body.iter(f"{AKN}p")
        if not any(ancestor.tag == f"{AKN}authorialNote" for ancestor in element.iterancestors())
    ]
    assert [plain(each).split() for each in found] == [text_of(each.inlines).split() for each in paragraphs]
    assert [each.get("class") for each in found] == [each.kind for each in paragraphs]


def test_headings_captions_and_footnotes_are_those_of_the_tree() -> None:
    document, root = sample_paper(), written(sample_paper())
    headings = [plain(each) for each in root.iter(f"{AKN}heading")]
    assert headings == [text_of(section.heading) for section in all_sections(document) if section.heading]
    assert [plain(each) for each in root.iter(f"{AKN}caption")] == [
        text_of(table.caption) for table in tables(document) if table.caption
    ]
    notes = {note.get("marker"): note for note in root.iter(f"{AKN}authorialNote")}
    assert list(notes) == [str(footnote.number) for footnote in document.footnotes]
    for footnote in document.footnotes:
        told = "".join(notes[str(footnote.number)].itertext())
        assert told.split() == paragraph_text(footnote.paragraphs).split()


def test_a_figure_names_its_evidence_whatever_is_in_the_key() -> None:
    figure = Figure("33", ("apmbc/ARM/statement/1", "SC June 2008"))
    section = Section("", (), (Paragraph((figure,)),))
    document = Document("plain", "en", Masthead(), (Run("Title"),), sections=(section,))
    (found,) = (each for each in written(document).iter(f"{AKN}inline") if plain(each) == "33")
    assert found.get("name") == "figure"
    assert found.get(EVIDENCE).split("|") == ["apmbc/ARM/statement/1", "SC June 2008"]


def test_every_reference_is_described() -> None:
    root = written(sample_paper())
    described = {each.get("eId") for each in root.find(f".//{AKN}references")}
    named = {name.removeprefix("#") for each in root.iter() for name in (each.get("refersTo") or "").split()}
    assert named
    assert named <= described


def test_identifiers_are_unique() -> None:
    ids = [each.get("eId") for each in written(sample_paper()).iter() if each.get("eId")]
    assert len(ids) == len(set(ids))


def test_the_clocks_and_the_hash_of_the_tree_are_told() -> None:
    document = sample_paper()
    told = {etree.QName(each).localname: each.text for each in written(document).find(f".//{AKN}proprietary")}
    assert told == {"as-of": document.as_of, "known-on": document.known_on, "tree": tree_hash(document)}
    assert all(each.tag.startswith(f"{{{OURS}}}") for each in written(document).find(f".//{AKN}proprietary"))


def test_a_paper_without_a_day_says_that_it_is_not_recorded() -> None:
    document = Document("plain", "en", Masthead(), (Run("Title"),))
    dates = list(written(document).iter(f"{AKN}FRBRdate"))
    assert {each.get("name") for each in dates} == {"not-recorded"}
