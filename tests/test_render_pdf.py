"""Papers as PDF, as other programs open them: standards, tags, fonts, order of the text."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pdfplumber
import pikepdf
import pytest

from accede.paper.tree import Document, Footnote, FootnoteMark, Masthead, Paragraph, Run, Section, Table
from accede.reporting.render.pdf import render
from accede.vocabulary.errors import Unreadable
from sample_paper import STATES, sample_paper

CODE = "#panic(1) $x^2$ \\ *bold* _low_ `raw` <label> @ref // /* */ = head - item [x] {y} ~ --- ... \"q\" 'q' #[#x] \\u{41}"


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render(sample_paper())))


def paper(*texts: str) -> Document:
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    return Document("plain", "en", Masthead(), (Run("Title"),), sections=(Section("", (), blocks),), as_of="2018-08-21")


def text_in(data: bytes, *pages: int) -> str:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return " ".join(" ".join(opened.pages[page].extract_text().split()) for page in pages)


def elements(
    node: pikepdf.Object, inside: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...], pikepdf.Object]]:
    """Every element of the structure tree in reading order: its tag, the tags around it, itself."""
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from elements(item, inside)
    elif isinstance(node, pikepdf.Dictionary):
        tag = str(node.get("/S", ""))
        if tag:
            yield tag, inside, node
        if "/K" in node:
            yield from elements(node.K, (*inside, tag) if tag else inside)


@pytest.fixture(scope="module")
def tags(pdf: pikepdf.Pdf) -> list[tuple[str, tuple[str, ...], pikepdf.Object]]:
    return list(elements(pdf.Root.StructTreeRoot.K))


def test_it_says_that_it_is_accessible_and_made_to_last(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_it_knows_its_title_symbol_language_and_day(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo.Title) == "Status of universalization of an example convention"
    assert str(pdf.docinfo.Subject) == "EX/MSP.17/2018/10"
    assert str(pdf.docinfo.CreationDate).startswith("D:20180921120000")
    assert str(pdf.Root.Lang) == "en-GB"


def test_a_paper_without_a_date_is_given_none() -> None:
    written = pikepdf.open(io.BytesIO(render(replace(paper("text"), as_of=""))))
    assert "/CreationDate" not in written.docinfo


def test_tables_have_tagged_headers_captions_and_cells(tags: list[tuple[str, tuple[str, ...], pikepdf.Object]]) -> None:
    count = Counter(tag for tag, _, _ in tags)
    assert (count["/Table"], count["/Caption"], count["/THead"]) == (4, 4, 4)
    assert count["/TR"] == 1 + 16 + 2 + 16 + 1 + 33 + 1 + 4
    headers = [element for tag, inside, element in tags if tag == "/TH" and "/THead" in inside]
    assert len(headers) == 3 + (6 + 10) + 3 + 3
    assert {str(part.Scope) for header in headers for part in header.A if "/Scope" in part} == {"/Column"}


def test_sections_are_headings_of_their_level(tags: list[tuple[str, tuple[str, ...], pikepdf.Object]]) -> None:
    assert [tag for tag, _, _ in tags if re.match(r"/H\d|/Title", tag)] == [
        "/Title", "/H1", "/H1", "/H1", "/H2", "/H2", "/H1", "/H1",
    ]  # fmt: skip


def test_footnotes_are_tagged_where_they_are_marked_also_in_cells(
    tags: list[tuple[str, tuple[str, ...], pikepdf.Object]],
) -> None:
    notes = [inside for tag, inside, _ in tags if tag == "/Note"]
    assert len(notes) == 6
    assert [cell for inside in notes for cell in inside if cell in ("/TH", "/TD")] == ["/TH", "/TD", "/TD"]


def test_names_in_other_languages_are_tagged_with_their_language(
    tags: list[tuple[str, tuple[str, ...], pikepdf.Object]],
) -> None:
    assert {str(element.get("/Lang", "")) for _, _, element in tags} >= {"ar", "zh-CN", "ru-RU", "fr-FR"}


def test_only_shipped_fonts_are_in_it_and_all_are_embedded(pdf: pikepdf.Pdf) -> None:
    fonts = [
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    names = {str(font.FontName).split("+")[1].split("-")[0] for font in fonts}
    assert names == {"NotoSans", "NotoSerif", "NotoNaskhArabic", "NotoSerifCJKsc", "NotoSansCJKsc", "NotoSansMath"}
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_the_text_is_in_reading_order() -> None:
    text = text_in(render(sample_paper()), 0, 1)
    places = [text.index(part) for part in (
        "Meeting of the States Parties to an Example", "Status of universalization", "Submitted by", "I. Introduction",
        "1. As of 1 June 2018 the example convention has 164 parties and 33 States", "II. Activities", "(a) a letter",
        "III. Support", "1Information as of 21 August 2018.", "A. Votes", "In favour (14) Abstained (16) Not present (3)",
        "Names as in the roll call.", "B. Attendance", "State not party 2014 2015", "3Intersessional meetings.",
    )]  # fmt: skip
    assert places == sorted(places)


def test_the_header_of_a_long_table_is_repeated_on_each_of_its_pages_and_every_state_is_there() -> None:
    with pdfplumber.open(io.BytesIO(render(sample_paper()))) as opened:
        pages = [" ".join(page.extract_text().split()) for page in opened.pages[2:]]
    assert all("Stated support for the aims and stated circumstances" in page for page in pages)
    assert all(page.startswith("EX/MSP.17/2018/10") for page in pages)
    assert all(name.split()[0] in " ".join(pages) for _, name in STATES)


def test_text_is_never_read_as_code() -> None:
    assert CODE in text_in(render(paper(CODE)), 0)


@pytest.mark.parametrize("part", ["title", "organ", "heading", "cell", "footnote", "number"])
def test_code_is_text_in_every_part_of_a_paper(part: str) -> None:
    given = {name: (Run(CODE if name == part else "x"),) for name in ("title", "heading", "cell", "footnote")}
    table = Table("plain", given["cell"], (), ())
    document = Document(
        "plain", "en", Masthead(organ=CODE if part == "organ" else ""), given["title"],
        sections=(Section("I", given["heading"], (Paragraph((FootnoteMark(1),), CODE if part == "number" else "1"), table)),),
        footnotes=(Footnote(1, (Paragraph(given["footnote"]),)),),
    )  # fmt: skip
    assert "#panic(1) $x^2$" in text_in(render(document), 0)


def test_a_character_without_a_shape_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match=r"no character “ა” \(U\+10D0\)\. Write the paper as \.docx"):
        render(paper("fine", "აბ"))


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh", "de", ""])
def test_a_paper_may_be_in_any_language(language: str) -> None:
    written = pikepdf.open(io.BytesIO(render(replace(sample_paper(), language=language))))
    assert str(written.Root.Lang).split("-")[0] == (language or "und")


def test_a_paper_without_anything_but_a_symbol_is_a_paper() -> None:
    assert render(Document("letter", "en", Masthead(symbol="EX/1"), ()))


def test_a_section_without_a_heading_does_not_break_the_order_of_headings() -> None:
    inner = Section("A", (Run("Inner"),))
    document = Document("", "en", Masthead(), (Run("T"),), sections=(Section("", (), (), (inner,)),))
    written = pikepdf.open(io.BytesIO(render(document)))
    assert "/H1" in [tag for tag, _, _ in elements(written.Root.StructTreeRoot.K)]
