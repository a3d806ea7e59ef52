"""What lies ahead of a day: meetings, withdrawals, letters without a reply."""

from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import operator
from accede.activities.values import Activity
from accede.evidence.record import record
from accede.overview.ahead import meetings_ahead, meetings_not_over, unanswered, withdrawals_ahead
from accede.overview.load import EVERY_KIND, load
from accede.overview.register import Register
from accede.records.values import View
from accede.register.values import TreatyAction
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind

pytestmark = pytest.mark.usefixtures("register")


def on(day: str) -> Register:
    return load(View(as_of=date.fromisoformat(day), known_on=datetime.now(UTC)), "apmbc", *EVERY_KIND)


def test_meetings_ahead_begin_after_the_day():
    ahead = [each.key for each in meetings_ahead(on("2018-08-21"))]
    assert "17MSP" in ahead
    assert "16MSP" not in ahead
    assert ahead.index("17MSP") < ahead.index("4RC")


def test_a_meeting_of_which_only_the_year_is_known_is_not_over_while_it_lasts():
    register = on("2026-11-24")
    assert "23MSP" in [each.key for each in meetings_not_over(register)]
    assert "23MSP" not in [each.key for each in meetings_ahead(register)]
    assert "23MSP" not in [each.key for each in meetings_not_over(on("2027-01-01"))]


def test_a_withdrawal_lies_ahead_until_it_is_in_effect():
    withdrawal = TreatyAction(
        treaty="apmbc",
        state="NOR",
        kind=TreatyActionKind.WITHDRAWAL,
        deposited=PartialDate.parse("2018-06-01"),
    )
    record(operator("ana"), "apmbc/NOR/withdrawal", withdrawal, source="17msp-status-paper")
    (found,) = withdrawals_ahead(on("2018-08-21"))
    assert (found.iso3, found.takes_effect) == ("NOR", date(2018, 12, 1))
    assert withdrawals_ahead(on("2019-01-01")) == ()


def test_who_was_written_to_and_has_not_replied_is_waited_for():
    letters = Activity(
        treaty="apmbc",
        kind=ActivityKind.LETTER_ROUND,
        on=PartialDate.parse("2026-06-01"),
        by="President",
        towards_all_outside=True,
    )
    reply = Activity(treaty="apmbc", kind=ActivityKind.REPLY, on=PartialDate.parse("2026-07-01"), by="CHN")
    for number, activity in enumerate((letters, reply)):
        record(operator("ana"), f"apmbc/test/{number}", activity, source="18msp-statement")
    assert unanswered(on("2026-06-15")) is None
    found = unanswered(on("2026-11-01"))
    assert found is not None
    assert "IND" in found.states
    assert "CHN" not in found.states
    assert unanswered(on("2029-01-01")) is None
