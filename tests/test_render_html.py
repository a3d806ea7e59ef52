"""Papers as HTML: one file that needs nothing, says what it rests on, and hides no text."""

import re
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from accede.paper.tree import (
    Document,
    Figure,
    Footnote,
    FootnoteMark,
    Masthead,
    Paragraph,
    Run,
    Section,
    paragraph_text,
    tables,
    text_of,
)
from accede.reporting.render.html import STYLE, render
from sample_paper import SIGNS, sample_paper


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return html.document_fromstring(render(sample_paper()))


def words(element: HtmlElement) -> str:
    """The text of an element without the marks of footnotes."""
    return re.sub(r"\s+", " ", "".join(element.xpath(".//text()[not(ancestor::sup)]"))).strip()


def test_the_page_asks_for_nothing_and_runs_nothing(page: HtmlElement) -> None:
    assert (
        page.xpath(
            "//script | //link | //img | //iframe | //@*[starts-with(name(), 'on')] | //@src | //@style[contains(., 'url')]"
        )
        == []
    )
    assert "@import" not in STYLE
    assert "url(" not in STYLE
    assert all(href.startswith("#") for href in page.xpath("//@href"))


def test_the_style_is_a_small_part_of_what_a_page_may_weigh() -> None:
    empty = Document("", "en", Masthead(), (Run("T"),))
    assert len(render(empty)) < 20_000


def test_every_link_leads_somewhere_and_every_id_is_one(page: HtmlElement) -> None:
    ids = Counter(page.xpath("//@id"))
    assert set(ids.values()) == {1}
    assert {unquote(href[1:]) for href in page.xpath("//@href")} <= set(ids)


def test_the_language_and_direction_are_those_of_the_paper(page: HtmlElement) -> None:
    arabic = html.document_fromstring(render(replace(sample_paper(), language="ar")))
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert page.xpath("//span[@lang='ar']/@dir") == ["rtl"] * 5


def test_the_masthead_and_title_stand_first(page: HtmlElement) -> None:
    first, second, *_ = page.find("body/main")
    assert [(line.get("class"), line.text) for line in first][:3] == [
        ("organ", "Meeting of the States Parties to an Example Convention on the Rendering of Papers"),
        ("symbol", "EX/MSP.17/2018/10"),
        ("dated", "21 September 2018"),
    ]
    assert (second.tag, words(second)) == ("h1", text_of(sample_paper().title))
    assert page.findtext("head/title") == text_of(sample_paper().title)


def test_numbers_of_sections_and_paragraphs_are_marked_apart(page: HtmlElement) -> None:
    assert page.xpath("//*[self::h2 or self::h3]/span[@class='number']/text()") == [
        "I.",
        "II.",
        "III.",
        "A.",
        "B.",
        "IV.",
    ]
    assert page.xpath("//p[@class='numbered']/span[@class='number']/text()") == [f"{n}." for n in range(1, 7)]
    assert page.xpath("//li/span[@class='number']/text()") == ["(a)", "(b)"]


def test_every_cell_of_every_table_is_there(page: HtmlElement) -> None:
    for table, element in zip(tables(sample_paper()), page.iter("table"), strict=True):
        assert words(element.find("caption")) == text_of(table.caption)
        for part, rows in (("thead", table.header), ("tbody", table.rows)):
            for row, line in zip(rows, element.find(part), strict=True):
                texts = [re.sub(r"\s+", " ", paragraph_text(cell.paragraphs).replace("\n", "")) for cell in row.cells]
                assert [words(cell) for cell in line] == [text.strip() for text in texts]


def test_header_cells_say_what_they_head(page: HtmlElement) -> None:
    years = page.xpath("//table[@class='matrix']/thead/tr[1]/th")
    assert [(year.text, year.get("scope"), year.get("colspan")) for year in years][:2] == [
        ("State not party", "col", None),
        ("2014", "colgroup", "2"),
    ]
    assert len(page.xpath("//table[@class='matrix']/tbody/tr/th[@scope='row']")) == 16
    assert len(page.xpath("//table[@class='overview']/tbody/tr/th[@scope='row']")) == 33
    assert page.xpath("//table[@class='votes']/tbody//th") == []


def test_a_figure_carries_its_evidence_and_links_to_its_source(page: HtmlElement) -> None:
    (link,) = page.xpath("//a[text()='14']")
    assert link.get("data-evidence") == "ballot:example:ARM ballot:example:AZE"
    assert link.get("href") == "#source-example-votes"
    assert words(page.get_element_by_id("source-example-votes")).startswith("Example roll call")


def test_a_cell_carries_its_evidence_and_links_to_its_source(page: HtmlElement) -> None:
    (cell,) = page.xpath("//table[@class='matrix']//td[@data-evidence='attendance:ARM:0']")
    assert (cell.find("a").text, cell.find("a").get("href")) == ("√", "#source-lists")


def test_the_citation_of_a_statement_is_the_link_to_its_source(page: HtmlElement) -> None:
    link = page.xpath("//tr[@id='state-ARM']//p[@data-evidence='statement:ARM:0']/cite/a")[0]
    assert (link.text_content(), link.get("href")) == ("10MSP, 2010", "#source-statements")


def test_without_an_annex_the_evidence_stays_and_nothing_links() -> None:
    paper = Document(
        "", "en", Masthead(), (Run("T"),), sections=(Section("", (), (Paragraph((Figure("9", ("k",)),)),)),)
    )
    assert b'<span data-evidence="k">9</span>' in render(paper)


def test_the_three_kinds_of_entry_are_told_apart(page: HtmlElement) -> None:
    kinds = page.xpath("//tr[@id='state-EGY']/td[1]//p/@class")
    assert kinds == ["summary", "quotation", "reported"]
    assert page.xpath("//tr[@id='state-EGY']//blockquote/p/@class") == ["quotation"]
    assert set(page.xpath("//p[@class='summary']/@data-mark")) == {"Summary"}


def test_footnotes_link_to_their_marks_and_back(page: HtmlElement) -> None:
    notes = page.xpath("//section[@class='notes']//li")
    assert [note.get("id") for note in notes] == [f"note-{n}" for n in range(1, 7)]
    assert page.xpath("//sup/a/@href") == [f"#note-{n}" for n in range(1, 7)]
    assert [note.xpath(".//a[@class='back']/@href") for note in notes] == [[f"#mark-{n}"] for n in range(1, 7)]
    assert words(notes[4]) == "E-mail from an example mission, 6 May 2018. A second paragraph."


def test_a_second_mark_of_a_footnote_has_an_id_of_its_own() -> None:
    title = (FootnoteMark(1), Run("T"), FootnoteMark(1))
    paper = Document("", "en", Masthead(), title, footnotes=(Footnote(1, (Paragraph((Run("n"),)),)),))
    assert html.document_fromstring(render(paper)).xpath("//sup/a/@id") == ["mark-1", "mark-1-2"]


def test_a_key_with_spaces_is_told_from_two_keys() -> None:
    keys = ("apmbc/KOR/attendance/SC June 2008", "100% of\u00a0it", "a", "")
    figure = Figure("9", keys)
    paper = Document("", "en", Masthead(), (Run("T"),), sections=(Section("", (), (Paragraph((figure,)),)),))
    (evidence,) = html.document_fromstring(render(paper)).xpath("//span/@data-evidence")
    assert evidence.startswith("apmbc/KOR/attendance/SC%20June%202008 ")
    assert tuple(unquote(key) for key in evidence.split(" ")) == keys


@given(st.text("ab<>&\"'/! -#;é中%\n\t"))
def test_no_text_becomes_markup(text: str) -> None:
    run, keys = Run(text, "italic"), ("key", text)
    paper = Document(
        text, "en", Masthead(organ=text), (run,), sections=(Section("I", (run,), (Paragraph((Figure(text, keys),)),)),)
    )
    page = html.document_fromstring(render(paper))
    assert page.xpath("//h1/em")[0].text_content() == text
    assert page.xpath("//p[@class='prose']/span/text()") == ([text] if text else [])
    (evidence,) = page.xpath("//p[@class='prose']/span/@data-evidence")
    assert [unquote(key) for key in evidence.split(" ")] == ["key", text]


def test_the_signs_of_markup_come_out_as_they_are(page: HtmlElement) -> None:
    assert SIGNS in page.text_content()


def test_a_symbol_cannot_leave_the_style_sheet() -> None:
    paper = Document("", "en", Masthead(symbol='"; } </style><b>'), (Run("T"),))
    assert html.document_fromstring(render(paper)).xpath("//b") == []
    assert rb'content: "\22 \3b  \7d  \3c /style\3e \3c b\3e "' in render(paper)
