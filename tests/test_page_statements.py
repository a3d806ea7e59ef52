"""The statements of all States: newest first, narrowed, each with its citation and whose words it is."""

import re

import pytest
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.record import record
from accede.evidence.values import Statement
from accede.records.models import EventKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind
from judging import judge
from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

DAY = "/on/2018-08-21/statements/"


@pytest.fixture
def site():
    return Client()


def shown(response):
    return re.findall(r'<article id="([^"]+)">', response.content.decode())


def quoted(text_kind, words, key):
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="",
        said=PartialDate.parse("2018-08-01"),
        citation=f"Letter {key}",
        channel=Channel.RESPONSE_TO_LETTER,
        text_kind=text_kind,
        text=words,
        language="ar",
        translation="We shall see.",
    )
    record(operator("ana"), f"apmbc/BHR/statement/{key}", fact, source="17msp-status-paper", source_text=words)
    judge("ana", EventKind.RELEASE, StatementVersion, f"apmbc/BHR/statement/{key}")


def test_every_statement_has_an_entry_newest_first(site):
    page = site.get(DAY)
    assert len(shown(page)) == 37
    assert shown(page)[0] == "apmbc_MAR_statement_2"
    assert "37 statements of 28 States are held, as of 21 August 2018; the last is of 7-8 June 2018." in text(page)


def test_what_was_said_later_is_not_there(site):
    assert shown(site.get("/on/1998-01-01/statements/")) == ["apmbc_ARM_statement_1", "apmbc_ISR_statement_1"]


@pytest.mark.parametrize(
    ("query", "number"),
    [("state=MAR", 3), ("year=2018", 2), ("circumstance=national_security", 11), ("kind=summary", 37)],
)
def test_each_choice_leaves_the_statements_it_fits(site, query, number):
    page = site.get(f"{DAY}?{query}")
    assert len(shown(page)) == number
    assert f"{number} of 37 statements fit" in text(page)


def test_an_entry_leads_to_the_dossier_and_to_its_source(site):
    page = site.get(f"{DAY}?state=MAR").content.decode()
    assert 'href="/on/2018-08-21/states/MAR/"' in page
    assert 'href="#source-1"' in page
    assert 'id="source-1"' in page
    assert "section IV, Morocco, 2" in page


def test_whose_words_they_are_is_marked(site):
    quoted(TextKind.QUOTATION, "سننظر في الأمر", "a")
    quoted(TextKind.REPORTED, "قال الوفد", "b")
    page = text(site.get(DAY))
    assert "In its own words سننظر في الأمر We shall see. (unofficial translation) Letter a" in page
    assert "Reported speech قال الوفد" in page
    assert "Our summary, not the State’s words Morocco calls accession" in page
    assert '<blockquote lang="ar" dir="auto">' in site.get(DAY).content.decode()


def test_an_empty_list_says_how_to_go_on(site):
    page = site.get(f"{DAY}?state=MAR&year=1997")
    assert "No statement fits all of these choices together." in text(page)
    assert f'href="{DAY}?state=MAR"' in page.content.decode()
    assert "A statement that a State made by this day would stand here" in text(site.get("/on/1997-10-01/statements/"))


def test_what_is_no_choice_is_left_out_and_said(site):
    page = site.get(f"{DAY}?year=soon")
    assert len(shown(page)) == 37
    assert "“soon” is none of the choices here" in text(page)


def test_the_words_of_statements_can_be_searched(site):
    page = site.get("/statements/").content.decode()
    assert '<form class="filters" method="get" action="/search/" role="search">' in page
    assert "Mongolia" in text(site.get("/search/?q=funding&kind=statement"))
