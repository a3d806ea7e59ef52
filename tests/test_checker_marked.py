"""The draft with its marks in place, as one file of HTML."""

import re

import pytest
from lxml import html

from accede.reporting.checker.marked import marked
from checker_cast import checked

pytestmark = pytest.mark.django_db

DRAFT = """# Note for the President

## Where we stand

As of 21 August 2018, 164 States have joined the Convention and 40 remain outside it.

The vote was 163 in favour and 16 abstaining.

Oman & <others> joined on 31 June 2014.
"""


@pytest.fixture
def page():
    document, found = checked(DRAFT, "2018-08-21")
    return html.document_fromstring(marked(document, found).decode()), found


def test_the_words_of_the_draft_are_all_there(page):
    tree, _ = page
    for mark in tree.xpath("//sup|//ul[@class='notes']"):
        mark.drop_tree()
    text = " ".join(tree.text_content().split())
    for words in (
        "164 States have joined the Convention and 40 remain outside it",
        "Oman & <others> joined on 31 June",
    ):
        assert words in text


def test_each_verdict_has_a_word_beside_its_mark(page):
    tree, _ = page
    notes = " ".join(one.text_content() for one in tree.xpath("//ul[@class='notes']/li"))
    assert "Contradicts" in notes
    assert "Cannot be told" in notes


def test_a_contradiction_says_what_the_register_says_under_its_paragraph(page):
    tree, _ = page
    paragraph = next(one for one in tree.xpath("//p") if "40 remain outside" in one.text_content())
    assert "33" in paragraph.getnext().text_content()


def test_every_link_leads_somewhere_and_no_name_is_given_twice(page):
    tree, _ = page
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    for target in tree.xpath("//a/@href"):
        assert target.removeprefix("#") in names


def test_every_finding_is_listed_with_its_verdict(page):
    tree, found = page
    rows = tree.xpath("//table[.//th[.='Verdict']]//tr[td]")
    assert len(rows) == len(found.findings)


def test_the_file_needs_nothing_from_elsewhere(page):
    tree, _ = page
    assert not tree.xpath("//script|//link|//img|//iframe")
    assert not re.search(r"url\(|@import|https?://", tree.xpath("//style")[0].text)


def test_the_verdict_is_said_in_words_for_those_who_do_not_see_the_marks(page):
    tree, _ = page
    for mark in tree.xpath("//main//mark"):
        assert mark.get("class") in ("agrees", "open", "contradicts")
    assert tree.xpath("//html/@lang") == ["en"]
    assert tree.xpath("//h1")
    assert tree.xpath("//title/text()")


def test_a_draft_in_arabic_reads_from_the_right():
    document, found = checked(
        '<!-- document language="ar" -->\n\n# ملاحظة\n\nانضمت 164 دولة إلى الاتفاقية.\n', "2018-08-21"
    )
    tree = html.document_fromstring(marked(document, found).decode())
    assert tree.xpath("//html/@lang") in (["ar"], ["en"])
    if tree.get("lang") == "ar":
        assert tree.get("dir") == "rtl"
