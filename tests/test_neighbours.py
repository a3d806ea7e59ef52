"""Neighbours by land: what is derived from a map by its shared arcs, and the table that is shipped."""

import csv
import importlib.util
from pathlib import Path

import pytest

from accede.register.neighbours import Neighbour, shipped_neighbours

ROOT = Path(__file__).parents[1]
ISLANDS = """
ATG AUS BHR BHS BRB COK COM CPV CUB CYP DMA FJI FSM GRD ISL JAM JPN KIR KNA LCA LKA MDG MDV MHL MLT MUS NIU NRU NZL PHL PLW
SGP SLB STP SYC TON TTO TUV VCT VUT WSM
"""


@pytest.fixture(scope="module")
def derive():
    """The script that makes the table."""
    spec = importlib.util.spec_from_file_location("derive_neighbours", ROOT / "scripts" / "derive_neighbours.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def universe():
    with (ROOT / "src/accede/data/states.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"] for row in csv.DictReader(file) if row["in_universe"] == "yes"}


def of(iso3):
    return {each.iso3 for each in shipped_neighbours()[iso3]}


# The table


def test_a_neighbour_has_its_neighbour():
    assert all(iso3 in of(each.iso3) for iso3, held in shipped_neighbours().items() for each in held)


def test_no_state_is_its_own_neighbour_or_stands_twice():
    for iso3, held in shipped_neighbours().items():
        assert iso3 not in of(iso3)
        assert len(held) == len(of(iso3))


def test_every_state_without_a_neighbour_is_an_island():
    assert universe() - set(shipped_neighbours()) == set(ISLANDS.split())


def test_every_neighbour_is_a_state_of_the_universe():
    assert set(shipped_neighbours()) <= universe()


@pytest.mark.parametrize(
    ("iso3", "around"),
    [
        ("ARM", "AZE GEO IRN TUR"),
        ("KOR", "PRK"),
        ("LBN", "ISR SYR"),
        ("MAR", "DZA ESP"),
        ("SOM", "DJI ETH KEN"),
        ("MNG", "CHN RUS"),
        ("LSO", "ZAF"),
        ("PSE", "EGY ISR JOR"),
        ("VAT", "ITA"),
        ("RUS", "AZE BLR CHN EST FIN GEO KAZ LTU LVA MNG NOR POL PRK UKR"),
    ],
)
def test_neighbours_are_who_they_are(iso3, around):
    assert of(iso3) == set(around.split())


def test_a_border_of_a_part_that_lies_apart_names_the_part():
    assert Neighbour("ESP", "by Ceuta and Melilla", "natural-earth-10m") in shipped_neighbours()["MAR"]
    assert Neighbour("FRA", "by French Guiana", "natural-earth-10m") in shipped_neighbours()["SUR"]


# The map


def areas(*given):
    """A map of areas, each with its M49 code, name and arcs."""
    geometries = [{"id": code, "properties": {"name": name}, "arcs": arcs} for code, name, arcs in given]
    return {"objects": {"countries": {"geometries": geometries}}}


STATES = {"051": "ARM", "031": "AZE", "268": "GEO", "706": "SOM", "262": "DJI"}


def test_states_that_share_an_arc_are_neighbours(derive):
    found = derive.bordering(areas(("051", "Armenia", [[0, 1]]), ("031", "Azerbaijan", [[2, ~1]])), STATES)
    assert found == {("ARM", "AZE"), ("AZE", "ARM")}


def test_every_part_of_a_state_counts(derive):
    of_parts = areas(("051", "Armenia", [[[0]], [[1, 2]]]), ("268", "Georgia", [[[~2]], [[5]]]))
    assert derive.bordering(of_parts, STATES) == {("ARM", "GEO"), ("GEO", "ARM")}


def test_an_area_that_is_no_state_borders_nobody(derive):
    assert derive.bordering(areas(("051", "Armenia", [[0]]), ("732", "W. Sahara", [[~0]])), STATES) == set()


def test_an_area_counted_within_a_state_borders_as_that_state(derive):
    apart = areas((None, "Somaliland", [[0, 1]]), ("262", "Djibouti", [[~0]]), ("706", "Somalia", [[~1]]))
    assert derive.bordering(apart, STATES) == {("SOM", "DJI"), ("DJI", "SOM")}
