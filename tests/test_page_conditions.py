"""Who waits for whom."""

import pytest
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.record import record
from accede.evidence.values import Code, Statement
from accede.records.models import EventKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, CodeKind, TextKind
from judging import judge
from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

DAY = "/on/2018-08-21/conditions/"


@pytest.fixture
def site():
    return Client()


def waits_for(target):
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="",
        said=PartialDate.parse("2018-08-01"),
        citation="Letter",
        channel=Channel.RESPONSE_TO_LETTER,
        text_kind=TextKind.SUMMARY,
        summary="Bahrain waits.",
        codes=(Code(kind=CodeKind.CONDITION, code="reciprocity", target=target),),
    )
    record(operator("ana"), "apmbc/BHR/statement/w", fact, source="17msp-status-paper")
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/w")


def test_the_page_opens_with_how_conditions_stand(site):
    assert (
        "9 of 33 States outside say that joining, or a step towards it, depends on something: 9 conditions are open "
        "and 1 has expired, as of 21 August 2018." in text(site.get(DAY))
    )


def test_a_condition_leads_to_its_statement_and_source(site):
    page = site.get(DAY).content.decode()
    assert 'href="/on/2018-08-21/statements/#apmbc_FSM_statement_1"' in page
    assert "the time given for it has passed" in page
    assert "time given: January 2009" in page
    assert 'href="#source-1"' in page


def test_nobody_is_called_waited_for_who_is_not_named(site):
    page = text(site.get(DAY))
    assert "names no State" in page
    assert "No condition that is held names another State that is to join first." in page


def test_a_state_that_is_waited_for_is_named_with_who_waits(site):
    waits_for("accession of Saudi Arabia")
    page = text(site.get(DAY))
    assert "Saudi Arabia : Bahrain" in page


def test_a_condition_is_met_when_those_it_names_have_joined(site):
    waits_for("accession of Kuwait")
    page = text(site.get(DAY))
    assert "met: the States it names have joined" in page
    assert "Kuwait (has joined): Bahrain" in page


def test_before_anybody_spoke_the_page_says_what_would_stand_there(site):
    page = text(site.get("/on/1997-10-01/conditions/"))
    assert "has named a condition that is held, as of 1 October 1997." in page
    assert "would stand here" in page
