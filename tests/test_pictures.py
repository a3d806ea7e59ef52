"""Pictures for pages and papers."""

import re

import pytest
from lxml import etree

from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.reporting.pictures.colouring import Colouring, Tile, by_standing
from accede.reporting.pictures.picture import Picture
from accede.reporting.pictures.tile_map import places, tile_map


@pytest.fixture
def folded(register):
    return register_of(standpoint())


@pytest.fixture
def world(folded):
    return tile_map(by_standing(folded, lambda iso3: f"/states/{iso3}/"))


def test_every_state_that_may_join_has_one_tile_and_no_two_share_it(world):
    assert len(set(places().values())) == len(places())
    assert sorted(re.findall(r">([A-Z]{3})</text>", world.body)) == sorted(places())
    assert len(world.twin.rows) == len(places())


def test_the_legend_counts_what_the_map_shows(world):
    number = {item.kind: item.number for item in world.legend}
    assert number["withdrawn"] == world.body.count('class="tile withdrawn"') == 5


def test_a_withdrawal_is_told_by_a_pattern_of_the_picture_itself(world):
    assert world.body.count('fill="url(#tiles-hatch)"') == 5
    assert 'id="tiles-hatch"' in world.svg()


def test_a_tile_says_its_sentence_and_leads_to_the_state(world):
    assert '<a href="/states/MAR/" tabindex="-1"><title>Morocco: not signed</title>' in world.body
    assert ("Morocco", "/states/MAR/", ("not signed",)) in list(world.twin.linked)


def test_a_state_that_is_not_given_has_an_empty_place():
    morocco = {"MAR": Tile("in_force", "x", "Morocco")}
    one = tile_map(Colouring("One", "One", morocco, {"in_force": "x"}, ("State", "Standing")))
    assert one.body.count("<rect") == 1
    assert "<a " not in one.body


def test_a_picture_with_links_is_no_image_and_one_without_is(folded, world):
    assert 'role="group"' in world.svg()
    assert 'role="img"' in tile_map(by_standing(folded)).svg()


def test_a_picture_is_well_formed_named_and_described_whatever_its_words():
    odd = Picture(name="p", title="<A & B>", description='"quoted"', width=10, height=5.5, body="")
    page = etree.fromstring(odd.svg())
    named = {each.get("id"): each.text for each in page if each.get("id")}
    assert [named[key] for key in page.get("aria-labelledby").split()] == ["<A & B>", '"quoted"']
    alone = etree.fromstring(odd.alone(".tile { fill: red }"))
    assert alone.get("height") == "5.5"
    assert alone.tag == "{http://www.w3.org/2000/svg}svg"
