"""The front page: the headline with its day, the map, what is new, how old the information is, who is outside."""

import re

import pytest
from django.test import Client

from accede.publishing.pages import PAGES
from accede.publishing.pages.home import GUIDE
from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

DAY = "/on/2018-08-21/"


@pytest.fixture
def site():
    return Client()


def part(page, name, until):
    return page[page.index(f'id="{name}"') : page.index(f'id="{until}"')]


def test_every_state_has_a_tile_that_leads_to_its_dossier(site):
    tiles = part(site.get(DAY).content.decode(), "map", "new")
    assert len(set(re.findall(r'href="/on/2018-08-21/states/([A-Z]{3})/"', tiles))) == 197


def test_the_geographic_map_is_the_second_view_and_takes_no_side(site):
    page = text(site.get(DAY))
    assert "The same as a geographic map" in page
    assert "do not imply official endorsement or acceptance by the United Nations" in page


def test_ages_of_information_add_up_and_lead_to_the_states(site):
    page = part(site.get(DAY).content.decode(), "age", "years")
    found = re.findall(r'<dd><a href="([^"]*)">(\d+)</a></dd>', page)
    assert [int(number) for _, number in found] == [11, 2, 7, 8, 5]
    for address, number in found:
        listed = site.get(address.replace("&amp;", "&"))
        assert f"{number} of 197 States fit" in text(listed)


def test_a_class_without_states_is_a_zero(site):
    page = part(site.get("/on/2026-11-22/").content.decode(), "age", "years")
    assert "<dt>less than 2 years</dt><dd>0</dd>" in page


def test_what_is_new_is_newest_first_with_its_source(site):
    page = site.get(DAY).content.decode()
    news = part(page, "new", "age")
    days = re.findall(r'<span class="on">([^<]*)</span>', news)
    assert days[0] == "7-8 June 2018"
    assert "1 June 2018" in days
    assert set(re.findall(r'href="#(source-\d+)"', news)) <= set(re.findall(r'id="(source-\d+)"', page))


def test_who_left_is_there_today(site):
    page = text(site.get("/on/2026-11-22/"))
    assert "Poland : its withdrawal took effect" in page
    assert "5 withdrew" in page


def test_a_state_outside_has_the_age_of_what_it_said(site):
    rows = part(site.get(DAY).content.decode(), "outside", "more")
    assert len(re.findall(r'<th scope="row">', rows)) == 33
    row = r'Morocco</a></th>.*7-8 June 2018</td><td[^>]*>less than 2 years</td><td><a href="[^"]*/meetings/16MSP/">16MSP</a>'
    assert re.search(row, rows)
    assert re.search(r"Uzbekistan</a></th>.*no official information</b></td><td[^>]*>nothing heard</td>", rows)
    assert '<td class="absent">not recorded</td>' in rows


def test_the_front_page_leads_to_every_page_there_is_one_of(site):
    page = site.get("/").content.decode()
    single = {name for name, kind in PAGES.items() if "<" not in kind.route} - {"home"}
    for name in single & set(GUIDE):
        assert f'<dt><a href="/{PAGES[name].route}">' in page


def test_before_anything_happened_the_page_says_so(site):
    page = text(site.get("/on/1997-09-18/"))
    assert "Nothing is recorded of the last three years." in page
