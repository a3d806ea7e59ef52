"""What follows by a treaty's rules from a deposit or a notification."""

from datetime import date

import pytest

from accede.register.rules import Bounds, entry_into_force, months_after, obligations, withdrawal_effective
from accede.vocabulary.partial_date import PartialDate
from evidence_cast import treaty


@pytest.mark.parametrize(
    ("deposited", "in_force"),
    [
        ("1998-09-16", "1999-03-01"),
        ("1997-12-03", "1999-03-01"),
        ("2012-12-27", "2013-06-01"),
        ("2012-01-09", "2012-07-01"),
        ("2003-05-12", "2003-11-01"),
        ("2025-08-31", "2026-02-01"),
    ],
)
def test_the_convention_enters_into_force_on_the_first_day_of_the_sixth_month_after_the_month_of_deposit(
    deposited, in_force
):
    assert entry_into_force(date.fromisoformat(deposited), treaty()) == date.fromisoformat(in_force)


@pytest.mark.parametrize(
    ("key", "deposited", "in_force"),
    [
        ("ccm", "2014-03-05", "2014-09-01"),
        ("att", "2015-01-01", "2015-04-01"),
        ("tpnw", "2020-12-01", "2021-03-01"),
        ("cwc", "1997-05-01", "1997-05-31"),
        ("bwc", "1980-05-01", "1980-05-01"),
        ("ccw", "2009-02-26", "2009-08-26"),
        ("ccw", "1983-01-01", "1983-12-02"),
    ],
)
def test_each_treaty_has_its_own_rule(key, deposited, in_force):
    assert entry_into_force(date.fromisoformat(deposited), treaty(key)) == date.fromisoformat(in_force)


def test_a_withdrawal_takes_effect_six_months_after_its_receipt():
    assert withdrawal_effective(date(2025, 6, 27), treaty()) == date(2025, 12, 27)
    assert withdrawal_effective(date(2025, 8, 31), treaty()) == date(2026, 2, 28)


def test_a_withdrawal_from_the_arms_trade_treaty_takes_ninety_days():
    assert withdrawal_effective(date(2025, 1, 1), treaty("att")) == date(2025, 4, 1)


def test_a_month_too_short_for_the_day_gives_its_last():
    assert months_after(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert months_after(date(2025, 2, 28), -6) == date(2024, 8, 28)


def test_the_obligations_of_a_new_state_party_come_in_order_of_days():
    dues = [(due.article, due.due.isoformat()) for due in obligations(date(2025, 12, 1), treaty())]
    assert dues == [("7.2", "2026-04-30"), ("7.1", "2026-05-30"), ("4", "2029-12-01"), ("5.1", "2035-12-01")]


def test_a_source_clips_a_date_it_cannot_have_seen_the_end_of():
    year = PartialDate.parse("2018")
    assert Bounds.of(year, date(2018, 8, 21)) == Bounds(date(2018, 1, 1), date(2018, 8, 21))
    assert Bounds.of(year, date(2017, 8, 21)) == Bounds(date(2018, 1, 1), date(2018, 12, 31))
    assert Bounds.of(year, date(2019, 8, 21)) == Bounds(date(2018, 1, 1), date(2018, 12, 31))
