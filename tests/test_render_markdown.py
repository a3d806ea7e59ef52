"""Papers as Markdown, as another program's Markdown reader understands them."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from accede.paper.sound import UNPRINTABLE
from accede.paper.tree import (
    Cell,
    Document,
    Footnote,
    FootnoteMark,
    Masthead,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraph_text,
    tables,
    text_of,
)
from accede.reporting.render.markdown import render
from sample_paper import SIGNS, sample_paper

READER = MarkdownIt("commonmark").enable("table")
STYLES = {"em": "italic", "strong": "bold"}


def written(document: Document) -> str:
    return render(document).decode()


def of(*blocks: Paragraph | Table) -> str:
    """What is written of these blocks, without the title."""
    text = written(Document("", "en", Masthead(), (Run("T"),), sections=(Section("", (), blocks),)))
    return text.split("# T\n\n")[1].strip()


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def characters(html: str) -> list[tuple[str, str]]:
    """Each character that is not white space with its style."""
    found, style = [], ""
    for piece in re.split(r"(<[^>]+>)", html):
        if piece.startswith("<"):
            tag = piece.strip("</>")
            style = STYLES.get(tag, style) if not piece.startswith("</") else "" if tag in STYLES else style
        else:
            found += [(character, style) for character in unescape(piece) if not character.isspace()]
    return found


printable = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))).filter(
    lambda text: not UNPRINTABLE.search(text)
)
tricky = st.text("ab1 *_`[]()<>|~$&#+-=.!\\^:\"'“é")


@given(printable | tricky)
def test_any_text_is_read_as_it_is(text: str) -> None:
    read = READER.render(of(Paragraph((Run(text),))))
    assert plain(read).removesuffix("\n") == (text if text else "")


@given(printable | tricky)
def test_any_text_in_a_cell_is_read_as_it_is(text: str) -> None:
    row = Row((Cell((Paragraph((Run(text),)),)), Cell((Paragraph((Run("next"),)),))))
    read = READER.render(of(Table("plain", (), (row,), (row,))))
    assert [plain(cell) for cell in re.findall(r"<td>(.*?)</td>", read, re.DOTALL)] == [text, "next"]


@given(st.lists(st.tuples(tricky, st.sampled_from(["", "italic", "bold"])), max_size=5))
def test_emphasis_begins_and_ends_where_it_should(runs: list[tuple[str, str]]) -> None:
    read = READER.render(of(Paragraph(tuple(Run(text, style) for text, style in runs))))  # type: ignore[arg-type]
    expected = [(character, style) for text, style in runs for character in text if not character.isspace()]
    assert characters(read) == expected


def test_headings_have_their_numbers_and_levels() -> None:
    headings = re.findall(r"^#+ .*$", written(sample_paper()), re.MULTILINE)
    assert headings[:2] == ["# Status of universalization of an example convention[^1]", "## I. Introduction"]
    assert headings[4:7] == [
        "### A. Votes",
        "### B. Attendance",
        "## IV. Information provided by the 33 States not party",
    ]
    assert headings[7] == "## Annex: sources"


def test_numbered_paragraphs_keep_their_numbers_for_every_reader() -> None:
    read = READER.render(written(sample_paper()))
    assert re.findall(r'<ol start="(\d+)">', read) == ["3", "4", "5", "6"]
    assert read.count("<ol>") == 1  # paragraphs 1 and 2


def test_numbers_that_jump_are_not_counted_on() -> None:
    read = READER.render(of(Paragraph((Run("a"),), "4"), Paragraph((Run("b"),), "6")))
    assert re.findall(r'<ol start="(\d+)">', read) == ["4", "6"]


@pytest.mark.parametrize("text", ["# 1", "1. one", "12) x", "- dash", "+ plus", "= equals", "> more", "7bis. seven"])
def test_a_paragraph_that_looks_like_something_else_stays_a_paragraph(text: str) -> None:
    assert READER.render(of(Paragraph((Run(text),)))) == f"<p>{text.replace('>', '&gt;')}</p>\n"


def test_every_cell_of_every_table_is_there() -> None:
    read = READER.render(written(sample_paper()))
    found = re.findall(r"<table>.*?</table>", read, re.DOTALL)[1:]  # the first is the masthead
    for table, html in zip(tables(sample_paper()), found, strict=True):
        rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)]
        for row, cells in zip((*table.header, *table.rows), rows, strict=True):
            kept = [cell for cell in cells if cell != "<!-- -->"]
            texts = [plain(cell.replace("<br>", "\n")).replace("Summary: ", "") for cell in kept]
            assert [re.sub(r"\[\^\d\]", "", text) for text in texts] == [
                paragraph_text(c.paragraphs) for c in row.cells
            ]


def test_a_table_says_its_kind_header_and_widths_above_its_caption() -> None:
    assert (
        "<!-- table kind=matrix header=2 widths=3,1,1,1,1,1,1,1,1,1 -->\n\n**Example attendance at meetings since 2014**"
        in written(sample_paper())
    )


def test_a_year_that_spans_two_meetings_is_one_cell_and_a_sign_of_going_on() -> None:
    assert "| State not party | 2014 | <!-- --> | 2015 | <!-- --> |" in written(sample_paper())


def test_citations_are_italic_inside_upright_brackets() -> None:
    assert "lines and pages.” (*10MSP, 2010*) |" in written(sample_paper())


def test_a_summary_is_marked_as_ours_in_the_language_of_the_paper() -> None:
    assert "<br>**Summary:** It goes on" in written(sample_paper())
    assert "<br>**Резюме:** It goes on" in written(replace(sample_paper(), language="ru"))


def test_footnotes_stand_at_the_end_with_all_their_paragraphs() -> None:
    notes = written(sample_paper()).split("\n[^1]: ")[1]
    assert notes.startswith("Information as of 21 August 2018.\n\n[^2]: Action #1 of an *Example Action Plan*.\n")
    assert "[^5]: E-mail from an example mission, 6 May 2018.\n\n    A second paragraph.\n" in notes


def test_an_exclamation_mark_before_a_footnote_makes_no_picture() -> None:
    title = (Run("Stop!"), FootnoteMark(1))
    assert r"# Stop\![^1]" in written(Document("", "en", Masthead(), title, footnotes=(Footnote(1, ()),)))


def test_text_in_another_language_says_so() -> None:
    text = written(sample_paper())
    assert '<span lang="zh">中国</span>, <span lang="ar" dir="rtl">الجمهورية العربية السورية</span>' in text


def test_the_masthead_is_left_out_where_there_is_none() -> None:
    assert of(Paragraph((Run("text"),))) == "text"
    assert "|" not in written(Document("", "en", Masthead(), (Run("T"),)))


def test_the_signs_of_markup_come_out_as_they_are() -> None:
    assert SIGNS in plain(READER.render(written(sample_paper())))


def test_the_title_is_the_title() -> None:
    assert f"# {text_of(sample_paper().title)}" in written(sample_paper())
