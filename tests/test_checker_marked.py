"""The draft with its marks in place, as one file of HTML."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from lxml import html

from accede.records.values import View
from accede.reporting.checker.marked import marked
from accede.reporting.checker.values import Checked
from checker_cast import checked

pytestmark = pytest.mark.django_db

DRAFT = """# Note for the President

## Where we stand

As of 21 August 2018, 164 States have joined the Convention. 40 States remain outside the Convention.

The vote was 163 in favour and 16 abstaining.

Oman & others < 3 joined on 31 June 2014.
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
        "164 States have joined the Convention. 40 States remain outside",
        "Oman & others < 3 joined on 31 June",
    ):
        assert words in text


def test_each_verdict_has_a_word_beside_its_mark(page):
    tree, _ = page
    notes = " ".join(one.text_content() for one in tree.xpath("//ul[@class='notes']/li"))
    assert "Contradicts" in notes
    assert "Cannot be told" in notes


def test_a_contradiction_says_what_the_register_says_under_its_paragraph(page):
    tree, _ = page
    paragraph = next(one for one in tree.xpath("//p") if "40 States remain outside" in one.text_content())
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


def test_the_head_leads_to_each_contradiction(page):
    tree, found = page
    head = tree.xpath("//header")[0]
    wrong = [str(at) for at, one in enumerate(found.findings, 1) if str(one.judgement.verdict) == "contradicts"]
    assert wrong
    assert [one.text for one in head.xpath("./p[starts-with(., 'Contradicts')]/a")] == wrong


def test_a_claim_marked_in_two_places_is_named_once():
    document, found = checked(
        "The Convention has 162 States Parties.\n\nOutside it are 33 States not party.\n", "2018-08-21"
    )
    names = html.document_fromstring(marked(document, found).decode()).xpath("//@id")
    assert len(names) == len(set(names))


def test_a_mark_says_its_verdict_to_those_who_do_not_see_it(page):
    tree, _ = page
    labels = tree.xpath("//sup/a/@aria-label")
    assert labels
    assert all(label.split(": ")[1] in ("agrees", "contradicts", "cannot be told") for label in labels)


def test_the_day_it_was_held_against_is_said():
    document, found = checked(DRAFT, "2018-08-21")
    page = marked(document, found, View(as_of=date(2018, 8, 21), known_on=datetime(2026, 11, 23, tzinfo=UTC))).decode()
    assert "as of 21 August 2018, as known on 23 November 2026" in page


def test_a_draft_without_claims_has_no_list_of_claims():
    document, found = checked("# Menu\n\nSoup and bread.\n")
    assert "All claims" not in marked(document, found).decode()


def test_the_file_needs_nothing_from_elsewhere(page):
    tree, _ = page
    assert not tree.xpath("//script|//link|//img|//iframe")
    assert not re.search(r"url\(|@import|https?://", tree.xpath("//style")[0].text)


def test_a_draft_in_arabic_reads_from_the_right():
    document = replace(checked(DRAFT)[0], language="ar")
    tree = html.document_fromstring(marked(document, Checked()).decode())
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert tree.xpath("//header/@dir") == ["ltr"]
