"""Papers as Word documents: what is in the file, part by part, and what another library reads in it."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from accede.paper.canonical import tree_hash
from accede.paper.tree import Document, Footnote, FootnoteMark, Masthead, Paragraph, Run, Section, tables, text_of
from accede.reporting.render.docx import render
from accede.reporting.render.wordml import SPACES, WORD
from sample_paper import SIGNS, sample_paper

VALUE = f"{{{WORD}}}val"


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(render(sample_paper())))


@pytest.fixture(scope="module")
def body(package: zipfile.ZipFile) -> etree._Element:
    return part(package, "word/document.xml")[0]


def short(kind: str, *sections: Section) -> zipfile.ZipFile:
    paper = Document(kind=kind, language="en", masthead=Masthead(), title=(Run("Title"),), sections=sections)
    return zipfile.ZipFile(io.BytesIO(render(paper)))


def part(package: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name))


def texts(element: etree._Element, style: str) -> list[str]:
    """The text of the paragraphs of a style, tabs as tabs."""
    found = element.iterfind(f".//w:p[w:pPr]/w:pPr/w:pStyle[@w:val='{style}']/../..", SPACES)
    return ["".join("\t" if node.tag.endswith("tab") else node.text for node in p.iterfind("w:r/*", SPACES)
                    if node.tag in (f"{{{WORD}}}t", f"{{{WORD}}}tab")) for p in found]  # fmt: skip


def test_its_parts_have_a_fixed_order_and_no_time_of_their_own(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 3)}


def test_every_part_is_declared_and_every_relation_leads_to_a_part(package: zipfile.ZipFile) -> None:
    names = set(package.namelist())
    declared = {item.get("PartName", "/")[1:] for item in part(package, "[Content_Types].xml")} - {""}
    assert declared == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}
    targets = {item.get("Target") for item in part(package, "word/_rels/document.xml.rels")}
    assert {f"word/{target}" for target in targets} <= names


def test_every_style_that_is_used_is_defined(package: zipfile.ZipFile, body: etree._Element) -> None:
    defined = {style.get(f"{{{WORD}}}styleId") for style in part(package, "word/styles.xml")}
    used = {*body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val", namespaces=SPACES)}
    assert used <= defined


def test_it_carries_the_day_and_the_hash_of_the_tree(package: zipfile.ZipFile) -> None:
    core = package.read("docProps/core.xml").decode()
    assert re.findall(r"<dcterms:\w+ [^>]*>([^<]*)<", core) == ["2018-09-21T12:00:00Z"] * 2
    assert "<dc:subject>EX/MSP.17/2018/10</dc:subject>" in core
    assert tree_hash(sample_paper()) in package.read("docProps/custom.xml").decode()


def test_a_paper_without_a_date_is_given_none() -> None:
    undated = zipfile.ZipFile(io.BytesIO(render(replace(sample_paper(), as_of="", known_on=""))))
    assert b"dcterms:created" not in undated.read("docProps/core.xml")


def test_footnotes_are_footnotes(package: zipfile.ZipFile, body: etree._Element) -> None:
    notes = part(package, "word/footnotes.xml")
    assert notes.xpath("w:footnote/@w:id", namespaces=SPACES) == ["-1", "0", "1", "2", "3", "4", "5", "6"]
    assert body.xpath(".//w:footnoteReference/@w:id", namespaces=SPACES) == ["1", "2", "3", "4", "5", "6"]
    assert texts(notes, "FootnoteText")[4:6] == [" E-mail from an example mission, 6 May 2018.", "A second paragraph."]
    assert len(body.xpath(".//w:tc//w:footnoteReference", namespaces=SPACES)) == 3


def test_a_second_mark_refers_to_the_first() -> None:
    title = (Run("T"), FootnoteMark(1), Run(" again"), FootnoteMark(1))
    paper = Document("", "en", Masthead(), title, footnotes=(Footnote(1, (Paragraph((Run("n"),)),)),))
    written = part(zipfile.ZipFile(io.BytesIO(render(paper))), "word/document.xml")
    assert len(written.findall(".//w:footnoteReference", SPACES)) == 1
    assert written.xpath(".//w:fldSimple/@w:instr", namespaces=SPACES) == [" NOTEREF _Footnote1 \\f \\h "]


def test_headings_and_paragraphs_have_their_numbers_as_text_before_a_tab(body: etree._Element) -> None:
    assert texts(body, "Heading1")[0] == "I.\tIntroduction"
    assert texts(body, "Heading2") == ["A.\tVotes", "B.\tAttendance"]
    assert [text.split("\t")[0] for text in texts(body, "Numbered")] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert texts(body, "Item")[0] == "(a)\ta letter to each of the States, answered by two;"
    assert texts(body, "Bullet") == ["an item of a list without a number."]


def test_tables_have_their_kind_their_rows_and_repeated_headers(body: etree._Element) -> None:
    found = body.findall("w:tbl", SPACES)[1:]  # the first is the masthead
    for table, element in zip(tables(sample_paper()), found, strict=True):
        style = element.find("w:tblPr/w:tblStyle", SPACES)
        assert style is not None
        assert style.get(VALUE) == f"{table.kind.capitalize()}Table"
        assert len(element.findall("w:tr", SPACES)) == len(table.header) + len(table.rows)
        repeated = element.findall("w:tr/w:trPr/w:tblHeader", SPACES)
        assert len(repeated) == len(table.header)


def test_only_the_two_longest_rows_of_the_overview_may_break_and_none_of_the_matrix(body: etree._Element) -> None:
    overview, matrix = (
        body.find(f".//w:tblStyle[@w:val='{kind}Table']/../..", SPACES) for kind in ("Overview", "Matrix")
    )
    assert overview is not None
    assert matrix is not None
    assert len(overview.findall("w:tr/w:trPr/w:cantSplit", SPACES)) == len(overview.findall("w:tr", SPACES)) - 2
    assert len(matrix.findall("w:tr/w:trPr/w:cantSplit", SPACES)) == 18


def test_columns_fill_the_page_and_cells_have_the_width_of_theirs(body: etree._Element) -> None:
    for table in body.findall("w:tbl", SPACES):
        grid = [int(width) for width in table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=SPACES)]
        assert abs(sum(grid) - 9412) <= len(grid)
        for row in table.findall("w:tr", SPACES):
            assert sum(int(width) for width in row.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=SPACES)) == sum(grid)


def test_another_library_reads_the_matrix_with_its_spans() -> None:
    matrix = docx.Document(io.BytesIO(render(sample_paper()))).tables[2]
    assert [cell.text for cell in matrix.rows[0].cells] == [
        "State not party", "2014", "2014", "2015", "2015", "2016", "2016", "2017", "2017", "2018",
    ]  # fmt: skip
    assert [cell.text for cell in matrix.rows[1].cells][:4] == ["State not party", "IM", "3RC", "IM"]
    assert [cell.text for cell in matrix.rows[2].cells][:3] == ["Armenia", "√", ""]


def test_the_three_kinds_of_entry_are_styles_and_a_summary_is_marked_without_text(package: zipfile.ZipFile) -> None:
    overview = docx.Document(io.BytesIO(render(sample_paper()))).tables[3]
    entry = overview.rows[6].cells[1]
    assert [paragraph.style.style_id for paragraph in entry.paragraphs] == ["Summary", "Quotation", "Reported"]
    assert entry.paragraphs[0].text.startswith("Example text that stands")
    assert 'w:lvlText w:val="Summary:"' in package.read("word/numbering.xml").decode()
    russian = zipfile.ZipFile(io.BytesIO(render(replace(sample_paper(), language="ru"))))
    assert 'w:lvlText w:val="Резюме:"' in russian.read("word/numbering.xml").decode()


def test_a_summary_in_a_section_stands_as_far_in_as_prose_and_with_what_came_of_it() -> None:
    blocks = (Paragraph((Run("Work on"),), kind="summary"), Paragraph((Run("Done:"),), number="1"))
    document = part(short("plan", Section("", (Run("Action #11"),), blocks)), "word/document.xml")
    summary = next(p for p in document.iterfind(".//w:p", SPACES) if "Work on" in p.itertext())
    assert summary.find("w:pPr/w:ind", SPACES).get(f"{{{WORD}}}left") == "567"
    assert summary.find("w:pPr/w:keepNext", SPACES) is not None


def test_of_a_statement_only_what_is_spoken_is_set_large() -> None:
    said, aside = (Section("", (), (Paragraph((Run(text),)),)) for text in ("I invite", "Check"))
    package = short("statement", said, aside)
    document = part(package, "word/document.xml")
    assert (texts(document, "Spoken"), texts(document, "Prose")) == (["I invite"], ["Check"])
    assert 'w:styleId="Spoken"' in package.read("word/styles.xml").decode()


def test_runs_in_other_languages_say_so_to_the_spelling_checker_and_the_line(body: etree._Element) -> None:
    (chinese,) = body.xpath(
        ".//w:r[w:t='中国'][ancestor::w:p[w:pPr/w:pStyle/@w:val='Numbered']]/w:rPr", namespaces=SPACES
    )
    assert [(child.tag.split("}")[1], *child.attrib.values()) for child in chinese] == [
        ("rFonts", "eastAsia"),
        ("lang", "zh-CN"),
    ]
    (arabic, *_) = body.xpath(".//w:r[starts-with(w:t, 'الجمهورية')]/w:rPr", namespaces=SPACES)
    assert [(child.tag.split("}")[1], *child.attrib.values()) for child in arabic] == [("rtl", "1"), ("lang", "ar-SA")]


def test_a_paper_in_arabic_goes_from_right_to_left() -> None:
    arabic = zipfile.ZipFile(io.BytesIO(render(replace(sample_paper(), language="ar"))))
    written = part(arabic, "word/document.xml")
    assert len(written.findall(".//w:tblPr/w:bidiVisual", SPACES)) == 5
    assert written.find(".//w:sectPr/w:bidi", SPACES) is not None
    assert part(arabic, "word/styles.xml").find("w:style[@w:styleId='Normal']/w:pPr/w:bidi", SPACES) is not None


def test_the_symbol_is_above_and_the_number_below_the_pages(package: zipfile.ZipFile, body: etree._Element) -> None:
    assert "EX/MSP.17/2018/10" in package.read("word/header1.xml").decode()
    assert " PAGE " in package.read("word/footer1.xml").decode()
    kinds = body.xpath("w:sectPr/*[contains(name(), 'Reference')]/@w:type", namespaces=SPACES)
    assert kinds == ["default", "even", "default", "even", "first"]


def test_white_space_and_the_signs_of_markup_come_out_as_they_are() -> None:
    run = Run("  two  spaces\tand\na line ")
    paper = Document("", "en", Masthead(), (Run(SIGNS),), sections=(Section("", (), (Paragraph((run,)),)),))
    read = docx.Document(io.BytesIO(render(paper)))
    assert [paragraph.text for paragraph in read.paragraphs] == [SIGNS, "  two  spaces and a line "]


def test_the_whole_text_is_there_for_another_library() -> None:
    read = docx.Document(io.BytesIO(render(sample_paper())))
    assert read.core_properties.title == text_of(sample_paper().title)
    assert read.paragraphs[0].text == text_of(sample_paper().title)
    assert [row.cells[0].paragraphs[0].text for row in read.tables[3].rows][-1] == "Viet Nam"
