"""The list of States: what it is narrowed and sorted by."""

import re

import pytest
from django.test import Client

from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")

DAY = "/on/2018-08-21/states/"


@pytest.fixture
def site():
    return Client()


def states(response):
    """The keys of the States shown, in their order."""
    return re.findall(r'<th scope="row"><a href="[^"]*/states/([A-Z]{3})/">', response.content.decode())


def test_all_197_states_are_listed_in_the_order_of_names(site):
    page = site.get(DAY)
    assert len(states(page)) == 197
    assert states(page)[:3] == ["AFG", "ALB", "DZA"]
    assert "164 States have joined; 33 remain outside, as of 21 August 2018." in text(page)
    assert "197 States of 197 are shown." in text(page)


def test_the_page_is_under_60_kilobytes(site):
    assert len(site.get(DAY).content) < 50_000


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("standing=outside", 33),
        ("standing=signatory", 1),
        ("standing=joined", 164),
        ("age=none", 5),
        ("standing=outside&region=Asia-Pacific-States", 23),
        ("vote=abstained&standing=outside", 16),
        ("region=none", 4),
    ],
)
def test_each_choice_leaves_the_states_it_fits(site, query, number):
    page = site.get(f"{DAY}?{query}")
    assert len(states(page)) == number
    assert f"{number} of 197 States fit" in text(page)


def test_choices_say_how_many_states_they_would_leave(site):
    page = site.get(f"{DAY}?standing=outside").content.decode()
    assert '<option value="none">no official information (5)</option>' in page
    assert '<option value="outside" selected>all outside (33)</option>' in page


def test_the_newest_day_comes_first_and_what_has_none_last(site):
    assert states(site.get(f"{DAY}?sort=joined"))[0] == "PSE"
    heard = states(site.get(f"{DAY}?standing=outside&sort=heard"))
    assert heard[0] == "MAR"
    assert "BHR" in heard[-5:]


def test_sorting_keeps_the_choices_and_choosing_keeps_the_order(site):
    page = site.get(f"{DAY}?sort=heard&standing=outside").content.decode()
    assert f'href="{DAY}?sort=joined&amp;standing=outside"' in page
    assert '<input type="hidden" name="sort" value="heard">' in page
    assert 'aria-sort="descending"' in page


def test_an_empty_list_says_how_to_go_on(site):
    page = site.get(f"{DAY}?standing=withdrawn&region=African-States")
    assert states(page) == []
    assert "No State fits all of these choices together." in text(page)
    assert f'href="{DAY}?standing=withdrawn"' in page.content.decode()
    assert "Show all 197 States" in text(page)


def test_what_is_no_choice_is_left_out_and_said(site):
    page = site.get(f"{DAY}?standing=perhaps")
    assert len(states(page)) == 197
    assert "“perhaps” is none of the choices here and was left out." in text(page)


def test_absences_are_told_apart(site):
    page = text(site.get(DAY))
    assert "no official information" in page
    assert "has not joined" in page
    assert "not recorded" in page
    assert "has withdrawn" in text(site.get("/states/?standing=withdrawn"))
