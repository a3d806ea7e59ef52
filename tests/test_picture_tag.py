"""A picture in a page: the figure, its legend, and the table that says the same."""

from html.parser import HTMLParser

import pytest
from django.template import engines

from accede.publishing.asked import Asked
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
from accede.reporting.pictures.colouring import by_standing
from accede.reporting.pictures.joined_per_year import joined_per_year
from accede.reporting.pictures.tile_map import tile_map
from accede.reporting.pictures.votes_matrix import votes_matrix
from accede.reporting.pictures.world_map import world_map
from accede.vocabulary.ballots import Body


@pytest.fixture
def asked(register):
    now = standpoint()
    return Asked(page=PAGES["home"], register=register_of(now), today=now.today, language="en")


@pytest.fixture
def shown(asked):
    def shown(given, options=""):
        page = engines["django"].from_string("{% load pictures %}{% picture given " + options + " %}")
        return page.render({"asked": asked, "given": given})

    return shown


def ids(html):
    found = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.extend(value for key, value in attrs if key == "id")

    Parser().feed(html)
    return found


def test_a_picture_stands_with_its_legend_and_its_table(asked, shown):
    page = shown(tile_map(by_standing(asked.register, lambda iso3: f"/states/{iso3}/")))
    assert "in force <b>161</b>" in page
    assert '<tr><th scope="row"><a href="/states/MAR/">Morocco</a></th><td>not signed</td></tr>' in page
    assert page.index("<svg") < page.index("<details")


def test_a_second_view_of_the_same_does_not_repeat_its_table(asked, shown):
    page = shown(world_map(by_standing(asked.register)), "is_second=True")
    assert "<table>" not in page
    assert "do not imply official endorsement" in page


def test_a_matrix_is_its_own_table_and_each_cell_says_its_sentence(asked, shown):
    page = shown(votes_matrix(asked.register, Body.PLENARY, roll_call_address=lambda key: f"/votes/{key}/"))
    assert 'aria-label="Armenia, 2 December 2024: in favour">●</a>' in page
    assert "<details" not in page


def test_the_ids_of_all_pictures_on_a_page_differ(asked, shown):
    colouring = by_standing(asked.register)
    page = shown(tile_map(colouring)) + shown(world_map(colouring)) + shown(joined_per_year(asked.register))
    assert len(ids(page)) == len(set(ids(page)))


def test_nothing_in_a_page_has_a_style_or_script_of_its_own(asked, shown):
    page = shown(tile_map(by_standing(asked.register)))
    assert "style" not in page
    assert "<script" not in page
