"""What the register counts of a time: each figure with the States and the evidence behind it."""

from datetime import date

import pytest

from accede.overview.indicators import IndicatorKind, indicators
from recipe_cast import shipped

pytestmark = pytest.mark.usefixtures("register")


def counted(after: str, until: str):
    found = indicators(shipped(), date.fromisoformat(after), date.fromisoformat(until))
    return {each.kind: each for each in found}


def test_who_joined_and_who_left_are_those_of_the_time_whoever_is_outside_now():
    found = counted("2024-11-29", "2026-11-22")
    assert set(found[IndicatorKind.JOINED].states) == {"LBN", "MHL", "TON"}
    assert set(found[IndicatorKind.LEFT].states) == {"EST", "FIN", "LTU", "LVA", "POL"}


def test_votes_are_of_those_outside_on_the_day_of_the_vote():
    found = counted("2014-06-27", "2018-08-21")
    first, last = found[IndicatorKind.IN_FAVOUR_FIRST], found[IndicatorKind.IN_FAVOUR_LAST]
    assert (str(first.on), str(last.on)) == ("2014-12-02", "2017-12-04")
    assert "LKA" in first.states
    assert "LKA" in last.states  # it deposited nine days later
    assert "OMN" not in first.states


def test_a_time_with_one_vote_has_no_last_and_one_without_none():
    assert IndicatorKind.IN_FAVOUR_LAST not in counted("2017-01-01", "2017-12-31")
    assert not {IndicatorKind.IN_FAVOUR_FIRST, IndicatorKind.IN_FAVOUR_LAST} & set(counted("2018-01-01", "2018-06-30"))


def test_who_took_part_reported_spoke_and_answered_are_states_outside_at_the_end():
    found = counted("2017-12-21", "2018-08-21")
    assert set(found[IndicatorKind.TOOK_PART].states) == {"LAO", "MAR", "SAU", "USA"}
    assert set(found[IndicatorKind.REPORTED].states) == {"MAR"}
    assert set(found[IndicatorKind.SPOKE].states) == {"MAR"}
    assert set(found[IndicatorKind.ANSWERED].states) == {"CHN", "USA"}


def test_a_figure_has_its_evidence_once_and_in_the_order_of_reports():
    found = indicators(shipped(), date(2017, 12, 21), date(2018, 8, 21))
    assert [each.kind for each in found] == [kind for kind in IndicatorKind if kind in {each.kind for each in found}]
    answered = next(each for each in found if each.kind is IndicatorKind.ANSWERED)
    assert set(answered.evidence) == {
        "apmbc/CHN/confirmation/2018-05-06",
        "apmbc/USA/confirmation/2018-05-09",
        "apmbc/reply/CHN/2018-05-06",
        "apmbc/reply/USA/2018-05-09",
    }
    assert answered.number == 2
