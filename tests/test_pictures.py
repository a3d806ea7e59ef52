"""Pictures for pages and papers."""

import re
from datetime import date

import pytest
from lxml import etree

from accede.overview.gaps import gaps
from accede.overview.headline import headline
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.reporting.pictures.ages import ages
from accede.reporting.pictures.attendance_matrix import attendance_matrix
from accede.reporting.pictures.axes import steps
from accede.reporting.pictures.colouring import Colouring, Tile, by_age, by_standing, by_vote, of_state
from accede.reporting.pictures.joined_over_time import joined_over_time
from accede.reporting.pictures.joined_per_year import joined_per_year
from accede.reporting.pictures.picture import Picture
from accede.reporting.pictures.tile_map import places, tile_map
from accede.reporting.pictures.votes_matrix import votes_matrix
from accede.reporting.pictures.world_map import world, world_map
from accede.vocabulary.ballots import Body


@pytest.fixture
def folded(register):
    return register_of(standpoint())


@pytest.fixture
def tiles(folded):
    return tile_map(by_standing(folded, lambda iso3: f"/states/{iso3}/"))


def test_every_state_that_may_join_has_one_tile_and_no_two_share_it(tiles):
    assert len(set(places().values())) == len(places())
    assert sorted(re.findall(r">([A-Z]{3})</text>", tiles.body)) == sorted(places())
    assert len(tiles.twin.rows) == len(places())


def test_the_legend_counts_what_the_map_shows(tiles):
    number = {item.kind: item.number for item in tiles.legend}
    assert number["withdrawn"] == tiles.body.count('class="tile withdrawn"') == 5


def test_a_withdrawal_is_told_by_a_pattern_of_the_picture_itself(tiles):
    assert tiles.body.count('fill="url(#tiles-hatch)"') == 5
    assert 'id="tiles-hatch"' in tiles.svg()


def test_a_tile_says_its_sentence_and_leads_to_the_state(tiles):
    assert '<a href="/states/MAR/" tabindex="-1"><title>Morocco: not signed</title>' in tiles.body
    assert '<tr><th scope="row"><a href="/states/MAR/">Morocco</a></th><td>not signed</td></tr>' in tiles.twin.html


def test_a_state_that_is_not_given_has_an_empty_place():
    morocco = {"MAR": Tile("in_force", "x", "Morocco")}
    one = tile_map(Colouring("One", "One", morocco, {"in_force": "x"}, ("State", "Standing")))
    assert one.body.count("<rect") == 1
    assert "<a " not in one.body


def test_a_picture_with_links_is_no_image_and_one_without_is(folded, tiles):
    assert 'role="group"' in tiles.svg()
    assert 'role="img"' in tile_map(by_standing(folded)).svg()


def test_a_picture_is_well_formed_named_and_described_whatever_its_words():
    odd = Picture(name="p", title="<A & B>", description='"quoted"', width=10, height=5.5, body="")
    page = etree.fromstring(odd.svg())
    named = {each.get("id"): each.text for each in page if each.get("id")}
    assert [named[key] for key in page.get("aria-labelledby").split()] == ["<A & B>", '"quoted"']
    alone = etree.fromstring(odd.alone(".tile { fill: red }"))
    assert [each.text for each in alone.iter("{*}text")] == ["<A & B>"]
    assert float(alone.get("height")) > 5.5
    assert alone.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_maps_of_both_kinds_show_every_state_of_a_colouring(folded):
    colouring = by_standing(folded)
    for drawn in (tile_map(colouring), world_map(colouring)):
        page = etree.fromstring(drawn.svg())
        said = {each.text.split(": ")[0] for each in page.iter("{*}title")} - {colouring.title}
        assert said == {tile.name for tile in colouring.tiles.values()}


def test_the_land_of_every_state_that_may_join_is_shipped_once():
    assert len(world().land) + len(world().points) == len(places())
    assert {*world().land, *world().points} == set(places())


def test_the_geographic_map_has_the_disclaimer_of_the_united_nations_and_fits_its_page(folded):
    drawn = world_map(by_standing(folded, lambda iso3: f"/states/{iso3}/"))
    assert "do not imply official endorsement or acceptance by the United Nations" in drawn.note
    assert len(drawn.svg().encode()) < 60_000


def test_contested_land_has_no_colour_and_what_is_not_settled_is_dotted(folded):
    drawn = world_map(by_standing(folded)).body
    neutral = re.search(r'<path class="neutral" d="([^"]*)"', drawn)[1]
    crimea = [tuple(map(int, at.split())) for at in re.findall(r"M(\d+ \d+)", neutral)]
    assert any(1095 < x < 1125 and 150 < y < 180 for x, y in crimea)
    assert world().unsettled in drawn


def test_a_vote_is_told_by_shape_as_well_as_by_colour(folded):
    drawn = tile_map(by_vote(folded, Body.PLENARY, 79)).body
    assert drawn.count('<circle class="tile abstained"') == 14
    assert drawn.count('<path class="tile against"') == 1


def test_a_map_of_ages_tells_the_states_outside_alone_and_those_never_heard_are_unknown(folded):
    drawn = tile_map(by_age(folded))
    number = {item.kind: item.number for item in drawn.legend}
    assert sum(number.values()) == len(drawn.twin.rows) == 35
    assert number["unknown"] == drawn.body.count('class="tile unknown"') == gaps(folded).none


def test_a_map_of_a_state_frames_it_and_leaves_other_regions_faint(folded):
    drawn = tile_map(of_state(folded, "LAO"))
    assert drawn.body.count('class="frame"') == 1
    assert len(drawn.twin.rows) == 11
    assert drawn.body.count('class="tile apart"') == len(places()) - 11


def test_the_line_ends_at_the_headline(folded):
    drawn = joined_over_time(folded)
    found = headline(folded).counts
    assert [item.number for item in drawn.legend][:2] == [found.joined, found.in_force]
    assert drawn.twin.rows[-1][1:3] == (str(found.joined), str(found.in_force))


def test_the_bars_add_up_to_those_that_have_joined_and_name_who_left(folded):
    drawn = joined_per_year(folded)
    number = {item.kind: item.number for item in drawn.legend}
    assert number["joined"] - number["left"] == headline(folded).counts.joined
    assert any("Finland" in row[2] for row in drawn.twin.rows)


def test_a_bar_of_ages_is_there_for_every_state_outside_the_unknown_first(folded):
    drawn = ages(folded)
    assert len(drawn.twin.rows) == 35
    assert drawn.twin.rows[0][1:] == ("no official information", "")


def test_each_cell_of_a_matrix_says_its_sentence(folded):
    drawn = votes_matrix(folded, Body.PLENARY)
    armenia = next(row for row in drawn.rows if row.key == "ARM")
    assert armenia.cells[-1].sentence == "Armenia, 2 December 2024: in favour"
    assert all(len(row.cells) == len(drawn.columns) for row in drawn.rows)


def test_attendance_tells_not_recorded_from_did_not_take_part(folded):
    kinds = {cell.kind for row in attendance_matrix(folded).rows for cell in row.cells}
    assert kinds == {"took_part", "did_not", "not_recorded"}


def test_pictures_of_a_past_day_show_that_day(register):
    then = register_of(standpoint(), date(2018, 8, 21))
    assert {item.kind: item.number for item in joined_over_time(then).legend} == {
        "line-joined": 164,
        "line-in-force": 164,
    }
    assert joined_per_year(then).twin.rows[-1][0] == "2018"
    assert votes_matrix(then, Body.FIRST_COMMITTEE).columns[-1].title.startswith("2017")


def test_round_steps_reach_the_value():
    assert steps(162, most=5) == [0, 50, 100, 150, 200]
    assert steps(1) == [0, 1]
