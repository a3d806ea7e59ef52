"""What would follow from a deposit."""

from datetime import date

import pytest

from accede.overview.as_json import as_json
from accede.overview.calculator import consequences, consequences_of
from accede.vocabulary.errors import Refused, UnknownName
from evidence_cast import action, small_register, view


@pytest.mark.usefixtures("register")
def test_a_deposit_by_mongolia_in_2018():
    found = as_json(consequences_of("apmbc", view("2018-08-21"), "mng", date(2018, 9, 25)))
    assert list(found) == ["entry_into_force", "obligations", "counts_after"]
    assert found["entry_into_force"] == "2019-03-01"
    assert [(due["article"], due["due"]) for due in found["obligations"]] == [
        ("7.1", "2019-08-28"),
        ("7.2", "2020-04-30"),
        ("4", "2023-03-01"),
        ("5.1", "2029-03-01"),
    ]
    assert list(found["obligations"][0]) == ["article", "due", "what"]
    counts = found["counts_after"]
    assert (counts["joined"], counts["joined_not_in_force"], counts["outside"]) == (165, 1, 32)


def test_a_state_that_withdrew_may_come_back():
    actions = [action("NOR", "ratification", "1998-07-09"), action("NOR", "withdrawal", "2025-06-27")]
    found = consequences(small_register("2026-01-01", actions=actions), "NOR", date(2026, 2, 1))
    assert (found.counts_after.joined, found.counts_after.withdrawn) == (1, 0)


def test_a_state_that_has_joined_has_nothing_to_deposit():
    with pytest.raises(Refused, match="Norway has joined already"):
        consequences(small_register("2018-08-21"), "NOR", date(2018, 9, 1))


def test_a_state_nobody_knows_is_an_error():
    with pytest.raises(UnknownName, match="no State 'XXX'"):
        consequences(small_register("2018-08-21"), "xxx", date(2018, 9, 1))


def test_nothing_is_recorded_by_asking():
    register = small_register("2018-08-21")
    assert consequences(register, "ARM", date(2018, 9, 1)) == consequences(register, "ARM", date(2018, 9, 1))
    assert len(register.actions) == 1
