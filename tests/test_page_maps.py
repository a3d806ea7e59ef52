"""The tile map by the last vote and by the age of information."""

import re

import pytest
from django.test import Client

from test_pages import strict_templates, text

__all__ = ["strict_templates"]

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def site():
    return Client()


def test_the_page_opens_with_the_figures_of_the_day(site):
    page = text(site.get("/on/2018-08-21/maps/"))
    assert "In the last vote, of 4 December 2017, 167 States are recorded in favour, 0 against, 17 abstaining." in page
    assert (
        "Of 33 States outside the last word of 15 is 5 years old or older, and of 5 no official information is held, "
        "as of 21 August 2018." in page
    )


def test_tiles_lead_to_dossiers_of_the_day(site):
    page = site.get("/on/2018-08-21/maps/").content.decode()
    assert len(set(re.findall(r'href="/on/2018-08-21/states/([A-Z]{3})/"', page))) == 197


def test_before_the_first_vote_the_page_says_what_would_stand_there(site):
    assert "The first roll call would stand here." in text(site.get("/on/1997-09-18/maps/"))
