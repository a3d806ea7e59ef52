"""What States give as reasons for staying outside."""

from datetime import UTC, date, datetime

import pytest

from accede.overview.circumstances import circumstances
from accede.overview.load import load
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.records.values import View
from accede.vocabulary.statements import Circumstance


@pytest.fixture
def held(register: None) -> Register:
    view = View(as_of=date(2018, 8, 21), known_on=datetime.now(UTC))
    return load(view, "apmbc", "occasions", "actions", "statements")


def test_a_reason_leads_to_the_statements_that_give_it(held: Register) -> None:
    (found,) = (
        each
        for each in circumstances(held)
        if (each.circumstance, each.iso3) == (Circumstance.UNRESOLVED_CONFLICT, "MAR")
    )
    assert [each.evidence.key for each in found.statements] == ["apmbc/MAR/statement/2", "apmbc/MAR/statement/1"]


def test_only_states_outside_are_asked(held: Register) -> None:
    assert {each.iso3 for each in circumstances(held)} <= set(outside(standings(held)))


def test_reasons_stand_in_their_order_each_once_a_state(held: Register) -> None:
    pairs = [(each.circumstance, each.iso3) for each in circumstances(held)]
    assert len(set(pairs)) == len(pairs)
    order = [list(Circumstance).index(circumstance) for circumstance, _ in pairs]
    assert order == sorted(order)
