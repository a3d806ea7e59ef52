"""The calculator: what follows from depositing an instrument on a day."""

import re
from datetime import date

import pytest
from django.template import engines
from django.test import Client

from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
from test_pages import Misspelt, text

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def site():
    return Client()


def test_it_opens_with_the_rule_applied_to_its_day(site):
    page = text(site.get("/on/2018-08-21/joining/"))
    assert "deposits its instrument on 21 August 2018, the Convention enters into force on 1 February 2019." in page
    assert "By Article 17" in page


def test_a_state_outside_and_a_day_give_what_follows(site):
    page = text(site.get("/on/2018-08-21/joining/", {"state": "MAR", "deposit": "2018-12-15"}))
    assert "If Morocco deposits its instrument on 15 December 2018" in page
    assert "enters into force for it on 1 June 2019" in page
    assert "State Party number 165" in page
    assert "32 would remain outside" in page
    assert "28 November 2019 first transparency report" in page
    assert "1 June 2023 destruction of stockpiled anti-personnel mines" in page
    assert "1 June 2029 destruction of anti-personnel mines in mined areas" in page


def test_each_state_outside_has_an_address_of_its_own(site):
    links = set(
        re.findall(r'href="(/on/2018-08-21/joining/[A-Z]{3}/)"', site.get("/on/2018-08-21/joining/").content.decode())
    )
    assert len(links) == 33
    assert "If Morocco deposits its instrument on 21 August 2018" in text(site.get("/on/2018-08-21/joining/MAR/"))


def test_a_signatory_is_told_that_it_would_ratify(site):
    page = text(site.get("/on/2018-08-21/joining/MHL/"))
    assert "It has signed, so its instrument would be one of ratification, acceptance or approval." in page
    assert "Its instrument would be one of accession." in text(site.get("/on/2018-08-21/joining/MAR/"))


def test_a_state_that_has_joined_is_told_its_days(site):
    page = text(site.get("/on/2018-08-21/joining/", {"state": "FRA", "deposit": "2019-01-01"}))
    assert "France has joined already, as of 21 August 2018." in page
    assert "It deposited its instrument (ratification): 23 July 1998." in page
    assert "Entry into force for it: 1 March 1999." in page
    assert "1 March 2003 destruction of stockpiled anti-personnel mines" in page


def test_a_state_that_joins_between_the_pages_day_and_the_deposit_is_told_so(site):
    page = text(site.get("/on/2005-01-01/joining/", {"state": "FIN", "deposit": "2018-01-01"}))
    assert "Finland has joined already, as of 1 January 2018." in page


def test_a_state_that_withdrew_may_join_again(site):
    page = text(site.get("/on/2026-11-20/joining/LTU/"))
    assert "If Lithuania deposits its instrument on 20 November 2026" in page


def test_a_state_that_was_not_there_could_not_join(site):
    assert "South Sudan was not one of the States that may join" in text(site.get("/on/1999-01-01/joining/SSD/"))


@pytest.mark.parametrize("given", ["yesterday", "2018", "1900-01-01", "9999-12-31", "0001-01-01"])
def test_a_day_that_cannot_be_calculated_is_said_kindly(site, given):
    page = site.get("/on/2018-08-21/joining/", {"state": "MAR", "deposit": given})
    assert 'class="uncertain"' in page.content.decode()
    assert "If Morocco deposits its instrument on 21 August 2018" in text(page)


def test_a_key_of_no_state_is_said_kindly(site):
    page = text(site.get("/joining/", {"state": "<b>"}))
    assert "No State has the key" in page
    assert site.get("/joining/XYZ/").status_code == 404


def test_every_state_can_be_asked_for_on_early_and_late_days(site):
    for iso3 in ("SSD", "MNE", "VAT", "COK", "LBN", "POL"):
        for day in ("1998-01-01", "2026-11-22"):
            assert site.get(f"/on/{day}/joining/{iso3}/").status_code == 200


def test_a_publication_has_a_page_for_each_state_outside_on_the_day():
    register = register_of(standpoint(), date(2018, 8, 21))
    assert len(list(PAGES["joining-state"].every(register))) == 33
