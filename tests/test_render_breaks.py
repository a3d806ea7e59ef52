"""Where papers break: names of lists stand on one line, short rows on one page, symbols in one piece."""

import io

import pdfplumber
import pytest

from accede.paper.tree import Cell, Document, Masthead, Paragraph, Row, Run, Section, Table
from accede.reporting.render import docx, pdf
from accede.reporting.render.columns import column_widths, name_scale
from accede.reporting.render.pages import introduces, is_short, stays_whole
from accede.reporting.render.symbols import around_symbols
from accede.reporting.render.wordml import SPACES

LONG_NAMES = (
    "Lao People's Democratic Republic",
    "Micronesia (Federated States of)",
    "Democratic People's Republic of Korea",
    "United States of America",
)
SENTENCE = "It stated again that it supports the humanitarian aims. "


def cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),))


def votes(*names: str) -> Table:
    head = Row(tuple(cell(f"Not recorded ({index})") for index, _ in enumerate(names)))
    return Table("votes", (Run("Votes"),), (head,), (Row(tuple(map(cell, names))), Row(tuple(map(cell, names)))))


def paper(*blocks: Table | Paragraph) -> Document:
    return Document("plain", "en", Masthead(), (Run("Title"),), sections=(Section("", (), blocks),), as_of="2018-08-21")


def lines(document: Document) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf.render(document))) as opened:
        return [line for page in opened.pages for line in page.extract_text().splitlines()]


def test_four_lists_of_the_longest_names_stand_beside_each_other_without_a_hole() -> None:
    assert lines(paper(votes(*LONG_NAMES)))[-3:-1] == [" ".join(LONG_NAMES)] * 2


def test_a_list_is_as_wide_as_its_longest_name_wants() -> None:
    narrow, wide = column_widths(votes("Cuba", "Democratic People's Republic of Korea"))
    assert wide > 2 * narrow


def test_names_are_smaller_only_where_they_would_not_fit() -> None:
    assert name_scale(votes("Cuba", "Egypt")) == 1
    assert 0.75 <= name_scale(votes(*LONG_NAMES)) < 1


def test_names_in_word_are_smaller_where_they_would_not_fit() -> None:
    written = docx._Writer(paper(votes(*LONG_NAMES))).document_part()
    sizes = {int(size) for size in written.xpath("//w:sz/@w:val", namespaces=SPACES)}
    assert sizes
    assert max(sizes) < 18


def test_a_table_of_votes_begins_on_the_page_of_its_caption_and_does_not_wait_for_the_next() -> None:
    table = Table("votes", (Run("Votes"),), (Row((cell("In favour"),)),), tuple(Row((cell(str(n)),)) for n in range(9)))
    rows = docx._Writer(paper(table)).document_part().findall(".//w:tr", SPACES)
    kept = [row.find(".//w:keepNext", SPACES) is not None for row in rows[1:]]
    assert kept == [True, False, False, False, False, False, True, True, False]


def test_a_row_of_a_line_or_two_stays_whole_and_one_that_fills_a_page_breaks_between_its_paragraphs() -> None:
    short = Row((cell("Tonga"), cell("No official information is held.")))
    long = Row((cell("Morocco"), Cell((Paragraph((Run(SENTENCE * 10),)),) * 3)))
    assert stays_whole(short, "overview")
    assert not stays_whole(long, "overview")
    assert is_short(long.cells[1].paragraphs[0])
    assert stays_whole(long, "sources")


def test_no_row_of_few_lines_is_cut_by_the_end_of_a_page() -> None:
    rows = tuple(Row((cell(f"State{n}"), cell(f"first{n} " + SENTENCE * 5 + f"last{n}"), cell("x"))) for n in range(40))
    document = paper(Table("overview", (), (Row((cell("a"), cell("b"), cell("c"))),), rows))
    with pdfplumber.open(io.BytesIO(pdf.render(document))) as opened:
        pages = [page.extract_text().split() for page in opened.pages]
    assert len(pages) > 2
    assert all(any({f"first{n}", f"last{n}"} <= set(page) for page in pages) for n in range(40))


def test_a_short_paragraph_stays_with_its_list_and_a_long_one_does_not_empty_a_page() -> None:
    item = Paragraph((Run("an item"),), "(a)", "item")
    assert introduces(Paragraph((Run("Two did:"),)), item)
    assert not introduces(Paragraph((Run(SENTENCE * 6),)), item)


def test_what_is_reported_is_not_set_as_a_states_own_words() -> None:
    with pdfplumber.open(
        io.BytesIO(
            pdf.render(paper(Paragraph((Run("said"),), kind="reported"), Paragraph((Run("“Q”"),), kind="quotation")))
        )
    ) as opened:
        fonts = {c["text"]: (c["fontname"].split("+")[1], c["size"]) for c in opened.pages[0].chars}
    assert fonts["s"][0] == "NotoSans-Regular"
    assert fonts["Q"][0] == "NotoSerif-Regular"
    assert fonts["s"][1] == fonts["Q"][1]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("in 2024 (A/RES/79/34) of", ["A/RES/79/34"]),
        ("A/C.1/72/L.40.", ["A/C.1/72/L.40"]),
        ("APLC/MSP.17/2018/10", ["APLC/MSP.17/2018/10"]),
        ("https://example.org/A/RES/79/34", []),
        ("and/or, 1/2, km/h", []),
        ("", []),
    ],
)
def test_a_symbol_is_one_piece_and_an_address_may_break(text: str, symbols: list[str]) -> None:
    pieces = list(around_symbols(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, whole in pieces if whole] == symbols


def test_no_line_ends_inside_a_symbol() -> None:
    for filling in range(56, 80, 2):
        text = "x" * 3 + " " + "n" * filling + " A/C.1/72/L.40 follows"
        found = [line for line in lines(paper(Paragraph((Run(text),)))) if "A/" in line or "L.40" in line]
        assert len(found) == 1


@pytest.mark.parametrize("length", range(40, 45))
def test_the_last_row_of_a_table_does_not_stand_alone_on_its_page(length: int) -> None:
    rows = tuple(Row((cell(f"row {number}"), cell("text"))) for number in range(length))
    document = paper(Table("plain", (), (Row((cell("Head"), cell("Head"))),), rows))
    with pdfplumber.open(io.BytesIO(pdf.render(document))) as opened:
        pages = [page.extract_text() for page in opened.pages]
    assert [f"row {length - 1} " in page for page in pages] == [f"row {length - 2} " in page for page in pages]


def test_a_table_of_three_rows_stands_on_one_page() -> None:
    before = tuple(Paragraph((Run("A line."),)) for _ in range(30))
    for more in range(0, 12, 2):
        fill = before + tuple(Paragraph((Run("A line."),)) for _ in range(more))
        table = Table("plain", (), (), tuple(Row((cell(f"row {number}"), cell("text"))) for number in range(3)))
        with pdfplumber.open(io.BytesIO(pdf.render(paper(*fill, table)))) as opened:
            pages = [page.extract_text() for page in opened.pages]
        assert sum("row " in page for page in pages) == 1
