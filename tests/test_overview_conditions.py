"""Who waits for whom, and whether what they wait for has come."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.evidence.values import Code
from accede.overview.conditions import ConditionStanding, conditions
from accede.overview.load import load
from accede.overview.register import Register
from accede.records.values import View
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import CodeKind


@pytest.fixture
def held(register: None) -> Register:
    view = View(as_of=date(2018, 8, 21), known_on=datetime.now(UTC))
    return load(view, "apmbc", "occasions", "actions", "statements")


def with_target(held: Register, key: str, target: str) -> Register:
    """The register in which the statement with this key waits for something else."""
    code = Code(kind=CodeKind.CONDITION, code="reciprocity", target=target)
    statements = tuple(
        replace(each, fact=replace(each.fact, codes=(code,))) if each.key == key else each for each in held.statements
    )
    return replace(held, statements=statements)


def test_a_condition_has_its_target_and_the_statement_that_names_it(held: Register) -> None:
    (found,) = (each for each in conditions(held) if each.iso3 == "AZE")
    assert found.key == "apmbc/AZE/statement/1"
    assert found.code.target.startswith("settlement of the armed conflict")
    assert found.standing is ConditionStanding.OPEN


def test_a_condition_whose_time_has_passed_has_run_out(held: Register) -> None:
    (found,) = (each for each in conditions(held) if each.iso3 == "FSM")
    assert found.code.expires == PartialDate.parse("2009-01")
    assert found.standing is ConditionStanding.EXPIRED


@pytest.mark.parametrize(("day", "standing"), [("2009-01-31", "open"), ("2009-02-01", "expired")])
def test_the_last_day_of_the_time_given_is_still_within_it(held: Register, day: str, standing: str) -> None:
    then = replace(held, view=replace(held.view, as_of=date.fromisoformat(day)))
    assert [str(each.standing) for each in conditions(then) if each.iso3 == "FSM"] == [standing]


def test_a_condition_does_not_name_the_state_that_states_it(held: Register) -> None:
    assert all(each.iso3 not in each.waits_for for each in conditions(held))


def test_a_condition_is_met_when_all_the_states_it_names_have_joined(held: Register) -> None:
    told = with_target(held, "apmbc/ARM/statement/1", "accession of Türkiye and Iraq")
    (found,) = (each for each in conditions(told) if each.iso3 == "ARM")
    assert (found.waits_for, found.standing) == (("TUR", "IRQ"), ConditionStanding.MET)


def test_a_condition_is_open_while_one_of_them_is_outside(held: Register) -> None:
    told = with_target(held, "apmbc/ARM/statement/1", "accession of Türkiye and Azerbaijan")
    (found,) = (each for each in conditions(told) if each.iso3 == "ARM")
    assert (found.waits_for, found.standing) == (("TUR", "AZE"), ConditionStanding.OPEN)


def test_a_state_that_has_joined_waits_for_nobody(held: Register) -> None:
    assert {each.iso3 for each in conditions(held)} <= {
        "ARM", "AZE", "FSM", "ISR", "MAR", "MHL", "MNG", "RUS", "USA",
    }  # fmt: skip


def test_before_it_was_said_there_is_no_condition(held: Register) -> None:
    then = replace(held, view=replace(held.view, as_of=date(2007, 12, 31)))
    assert {each.iso3 for each in conditions(then)} == {"ARM", "ISR"}
