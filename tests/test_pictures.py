"""Pictures for pages and papers."""

import re

import pytest
from lxml import etree

from accede.overview.standings import name_of, standings
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.reporting.pictures.picture import Picture
from accede.reporting.pictures.tile_map import Tile, places, tile_map

LABELS = {"in_force": "State Party", "withdrawn": "withdrew", "non_signatory": "not a signatory"}


@pytest.fixture
def world(register):
    held = standings(register_of(standpoint()))
    tiles = {
        iso3: Tile(str(found.standing), found.standing.label, name_of(iso3), f"/states/{iso3}/")
        for iso3, found in held.items()
    }
    return tile_map("standing", "Where States stand", "One tile a State", tiles, LABELS, ("State", "Standing"))


def test_every_state_that_may_join_has_one_tile_and_no_two_share_it(world):
    assert len(set(places().values())) == len(places())
    assert sorted(re.findall(r">([A-Z]{3})</text>", world.body)) == sorted(places())
    assert len(world.twin.rows) == len(places())


def test_the_legend_counts_what_the_map_shows(world):
    number = {item.kind: item.number for item in world.legend}
    assert number["withdrawn"] == world.body.count('class="tile withdrawn"') == 5


def test_a_withdrawal_is_told_by_a_pattern_of_the_picture_itself(world):
    assert world.body.count('fill="url(#standing-hatch)"') == 5
    assert 'id="standing-hatch"' in world.svg()


def test_a_tile_says_its_sentence_and_leads_to_the_state(world):
    assert '<a href="/states/MAR/"><g><title>Morocco: not a signatory</title>' in world.body


def test_a_state_that_is_not_given_has_an_empty_place():
    one = tile_map("one", "One", "One", {"MAR": Tile("in_force", "x", "Morocco")}, LABELS, ("State", "Standing"))
    assert one.body.count("<rect") == 1
    assert "<a " not in one.body


def test_a_picture_is_well_formed_named_and_described_whatever_its_words():
    odd = Picture(name="p", title="<A & B>", description='"quoted"', width=10, height=5.5, body="")
    page = etree.fromstring(odd.svg())
    named = {each.get("id"): each.text for each in page if each.get("id")}
    assert [named[key] for key in page.get("aria-labelledby").split()] == ["<A & B>", '"quoted"']
    alone = etree.fromstring(odd.alone(".tile { fill: red }"))
    assert alone.get("height") == "5.5"
    assert alone.tag == "{http://www.w3.org/2000/svg}svg"
