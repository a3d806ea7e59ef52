"""How old the last word of each State outside is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.overview.ages import InformationAge, ages, information_age
from accede.overview.load import load, on_day
from accede.overview.register import Register
from accede.records.values import View
from accede.vocabulary.partial_date import PartialDate


@pytest.fixture
def held(register: None) -> Register:
    view = View(as_of=date(2018, 8, 21), known_on=datetime.now(UTC))
    return load(view, "apmbc", "occasions", "actions", "statements")


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("2018-08-21", InformationAge.NEW),
        ("2016-08-25", InformationAge.NEW),
        ("2016-08-20", InformationAge.RECENT),
        ("2013", InformationAge.RECENT),
        ("2012", InformationAge.OLD),
        ("2008", InformationAge.OLD),
        ("2007", InformationAge.OLDEST),
    ],
)
def test_a_class_is_told_by_whole_years_since_the_latest_day(said: str, age: InformationAge) -> None:
    assert information_age(PartialDate.parse(said), date(2018, 8, 21)) is age


def test_every_state_outside_is_in_one_class(held: Register) -> None:
    found = ages(held)
    assert list(found) == list(InformationAge)
    assert sum(map(len, found.values())) == 33
    assert len(found[InformationAge.NONE]) == 5


def test_information_grows_older_by_itself(held: Register) -> None:
    assert not ages(on_day(held, date(2026, 11, 22)))[InformationAge.NEW]


def test_without_any_statement_all_are_without_information(held: Register) -> None:
    assert len(ages(replace(held, statements=()))[InformationAge.NONE]) == 33
