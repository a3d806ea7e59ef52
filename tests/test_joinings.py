"""Who joined and who left, by years."""

from datetime import date

import pytest

from accede.overview.headline import headline
from accede.overview.joinings import joinings
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint


@pytest.fixture
def on(register):
    return lambda day: register_of(standpoint(), day)


@pytest.mark.parametrize(
    "day",
    [date(1998, 9, 16), date(1999, 3, 1), date(2003, 9, 3), date(2018, 1, 15), date(2018, 8, 21), date(2026, 11, 22)],
)
def test_the_last_year_and_the_last_step_are_the_headline(on, day):
    found, counts = joinings(on(day)), headline(on(day)).counts
    assert (found.years[-1].total, found.years[-1].in_force) == (counts.joined, counts.in_force)
    assert (found.steps[-1].joined, found.steps[-1].in_force) == (counts.joined, counts.in_force)


def test_years_have_no_gap_and_begin_with_the_adoption(on):
    years = [year.year for year in joinings(on(date(2018, 8, 21))).years]
    assert years == list(range(1997, 2019))


def test_each_state_that_left_is_named_in_its_year(on):
    left = {iso3: year.year for year in joinings(on(date(2026, 11, 22))).years for iso3 in year.left}
    assert left.keys() == {"EST", "FIN", "LTU", "LVA", "POL"}
    assert left["FIN"] == 2026


def test_nobody_has_left_before_a_withdrawal_is_in_effect(on):
    assert not any(year.left for year in joinings(on(date(2025, 12, 1))).years)


def test_who_joined_and_who_left_add_up_in_every_year(on):
    total = 0
    for year in joinings(on(date(2026, 11, 22))).years:
        total += len(year.joined) - len(year.left)
        assert year.total == total
