"""Why States say that they stay outside, by region and by year."""

import re

import pytest
from django.test import Client

from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

DAY = "/on/2018-08-21/circumstances/"


@pytest.fixture
def site():
    return Client()


def cells(page, reason):
    """The numbers of a reason in each table."""
    rows = re.findall(rf'<a href="#{reason}">[^<]*</a></th>(.*)</tr>', page)
    return [[int(number) for number in re.findall(r">(\d+)<", row)] for row in rows]


def test_the_page_opens_with_the_reason_most_often_given(site):
    page = text(site.get(DAY))
    assert (
        "24 of 33 States outside give reasons for staying outside, most often national security (10 States), "
        "as of 21 August 2018." in page
    )


def test_states_are_counted_by_region_and_statements_by_year(site):
    by_region, by_year = cells(site.get(DAY).content.decode(), "national_security")
    assert by_region == [0, 6, 2, 0, 2]
    assert sum(by_year) == 11


def test_a_number_leads_to_as_many_statements(site):
    page = site.get(DAY).content.decode()
    ((address, number),) = re.findall(r'href="([^"]*circumstance=long_borders&amp;year=2017[^"]*)">(\d+)<', page)
    statements = site.get(address.replace("&amp;", "&")).content.decode()
    assert statements.count("<article") == int(number)


def test_each_state_leads_to_the_statement_that_gives_the_reason(site):
    page = site.get(DAY).content.decode()
    (address,) = set(re.findall(r'href="([^"]*#apmbc_MAR_statement_2)"', page))
    assert 'id="apmbc_MAR_statement_2"' in site.get(address).content.decode()


def test_those_who_give_none_are_named(site):
    page = text(site.get(DAY))
    assert "Bahrain" in page[page.index("No reason that we hold") :]


def test_before_anybody_spoke_the_page_says_what_would_stand_there(site):
    page = text(site.get("/on/1997-10-01/circumstances/"))
    assert "No State outside has given a reason that is held, as of 1 October 1997." in page
    assert "would stand here" in page
