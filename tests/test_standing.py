"""Where a State stands towards a treaty on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.register.standing import effects, standing
from accede.register.universe import is_un_member, universe
from accede.vocabulary.standings import Standing
from evidence_cast import DEPOSITARY, PAPER, SOURCES, action, state, treaty

KNOWN_UNTIL = {PAPER: SOURCES[PAPER].speaks_until}


def stands(day: str, *actions):
    return standing(actions, date.fromisoformat(day), treaty(), KNOWN_UNTIL)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1999-02-25", Standing.NON_SIGNATORY),
        ("1999-02-26", Standing.SIGNATORY),
        ("2003-05-11", Standing.SIGNATORY),
        ("2003-05-12", Standing.JOINED_NOT_IN_FORCE),
        ("2003-10-31", Standing.JOINED_NOT_IN_FORCE),
        ("2003-11-01", Standing.IN_FORCE),
        ("2025-12-26", Standing.IN_FORCE),
        ("2025-12-27", Standing.WITHDRAWN),
    ],
)
def test_lithuania_from_signature_to_withdrawal(day, expected):
    found = stands(
        day,
        action("LTU", "signature", "1999-02-26"),
        action("LTU", "ratification", "2003-05-12"),
        action("LTU", "withdrawal", "2025-06-27"),
    )
    assert found.standing is expected
    assert not found.is_uncertain
    assert found.has_signed == (day >= "1999-02-26")


def test_a_notified_withdrawal_is_seen_with_the_day_it_takes_effect():
    found = stands("2025-07-01", action("LTU", "ratification", "2003-05-12"), action("LTU", "withdrawal", "2025-06-27"))
    assert found.standing is Standing.IN_FORCE
    assert found.withdrawal.effective.latest == date(2025, 12, 27)
    assert "Article 20" in found.why
    assert "armed conflict" in found.why


def test_a_withdrawal_whose_effect_is_stated_needs_no_caution():
    found = stands(
        "2026-01-01",
        action("LTU", "ratification", "2003-05-12"),
        action("LTU", "withdrawal", "2025-06-27", effective="2025-12-27"),
    )
    assert (found.standing, found.why) == (Standing.WITHDRAWN, "")


def test_a_computed_effect_of_a_withdrawal_is_said_to_be_computed():
    found = stands("2026-01-01", action("LTU", "ratification", "2003-05-12"), action("LTU", "withdrawal", "2025-06-27"))
    assert found.standing is Standing.WITHDRAWN
    assert "computed and not stated" in found.why


def test_a_withdrawal_of_which_only_the_effect_is_held_is_under_way_six_months_before():
    poland = (action("POL", "ratification", "2012-12-27"), action("POL", "withdrawal", effective="2026-02-20"))
    assert stands("2025-08-19", *poland).withdrawal is None
    assert stands("2025-08-20", *poland).withdrawal.key == "apmbc/POL/withdrawal"
    assert stands("2026-02-20", *poland).standing is Standing.WITHDRAWN


def test_a_succession_in_force_from_independence_is_seen_only_from_its_deposit_on():
    south_sudan = action("SSD", "succession", "2011-11-11", effective="2011-07-09")
    assert stands("2011-11-10", south_sudan).standing is Standing.NON_SIGNATORY
    found = stands("2011-11-11", south_sudan)
    assert found.standing is Standing.IN_FORCE
    assert found.since == date(2011, 7, 9)
    assert found.why == "In force since 9 July 2011, seen only from the deposit of its succession on 11 November 2011."


def test_steps_without_legal_effect_change_nothing():
    steps = [action("UKR", kind, decided="2025-07-15") for kind in ("suspension", "decision", "announcement")]
    found = stands("2026-01-01", action("UKR", "ratification", "2005-12-27"), *steps)
    assert found.standing is Standing.IN_FORCE
    assert effects(steps, treaty()) == ()


def test_a_withdrawal_that_is_only_decided_changes_nothing():
    found = stands(
        "2025-06-01", action("LTU", "ratification", "2003-05-12"), action("LTU", "withdrawal", decided="2025-05-08")
    )
    assert (found.standing, found.withdrawal) == (Standing.IN_FORCE, None)


def test_a_state_that_withdrew_can_join_again():
    again = [
        action("LTU", "ratification", "2003-05-12"),
        action("LTU", "withdrawal", "2025-06-27"),
        action("LTU", "accession", "2030-01-15"),
    ]
    assert stands("2029-12-31", *again).standing is Standing.WITHDRAWN
    assert stands("2030-01-15", *again).standing is Standing.JOINED_NOT_IN_FORCE
    assert stands("2030-07-01", *again).standing is Standing.IN_FORCE


def test_a_second_consent_of_a_state_that_has_joined_changes_nothing():
    found = stands("2013-06-15", action("POL", "ratification", "2012-12-27"), action("POL", "accession", "2013-06"))
    assert (found.standing, found.since) == (Standing.IN_FORCE, date(2013, 6, 1))


LEBANON = action("LBN", "accession", "[2026-01-12..2026-11-22]")


def test_a_deposit_known_only_between_two_days_counts_from_the_latest_and_is_uncertain():
    before, between, after = (stands(day, LEBANON) for day in ("2026-01-11", "2026-08-01", "2026-11-22"))
    assert (before.standing, before.is_uncertain) == (Standing.NON_SIGNATORY, False)
    assert between.standing is Standing.NON_SIGNATORY
    assert between.possible == (Standing.IN_FORCE, Standing.JOINED_NOT_IN_FORCE, Standing.NON_SIGNATORY)
    assert after.standing is Standing.JOINED_NOT_IN_FORCE
    assert after.possible == (Standing.IN_FORCE, Standing.JOINED_NOT_IN_FORCE)
    for day in ("12 January 2026", "22 November 2026", "1 July 2026", "1 May 2027"):
        assert day in after.why


def test_the_uncertainty_ends_with_the_latest_entry_into_force():
    found = stands("2027-05-01", LEBANON)
    assert (found.standing, found.is_uncertain, found.why) == (Standing.IN_FORCE, False, "")


def test_a_year_in_a_paper_has_happened_by_the_day_of_the_paper():
    told = action("LKA", "accession", "2018", source=PAPER)
    assert stands("2018-08-20", told).standing is Standing.NON_SIGNATORY
    assert stands("2018-08-21", told).standing is Standing.JOINED_NOT_IN_FORCE
    assert stands("2018-08-21", action("LKA", "accession", "2018")).standing is Standing.NON_SIGNATORY


def test_the_universe_is_dated_and_former_states_are_no_part_of_it():
    states = [
        state("NOR"),
        state("SSD", since="2011-07-09"),
        state("PSE", since="2012-11-29", member_since=None),
        state("SCG", until="2006-06-02", kind="former"),
    ]
    assert universe(states, date(2005, 1, 1)) == ("NOR",)
    assert universe(states, date(2011, 7, 8)) == ("NOR",)
    assert universe(states, date(2011, 7, 9)) == ("NOR", "SSD")
    assert universe(states, date(2018, 1, 1)) == ("NOR", "PSE", "SSD")


def test_membership_of_the_united_nations_is_another_thing():
    switzerland = state("CHE", member_since="2002-09-10").fact
    assert not is_un_member(switzerland, date(2002, 9, 9))
    assert is_un_member(switzerland, date(2002, 9, 10))
    assert not is_un_member(state("VAT", member_since=None).fact, date(2026, 1, 1))


DAYS = st.dates(date(1997, 12, 3), date(2030, 12, 31))
PARTIAL = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    st.tuples(DAYS, st.integers(1, 400)).map(lambda pair: f"[{pair[0]}..{pair[0] + timedelta(days=pair[1])}]"),
)
KINDS = st.sampled_from(["signature", "ratification", "accession", "withdrawal", "suspension"])
HISTORIES = st.lists(
    st.builds(
        lambda kind, done, effective, source: action("LTU", kind, done, effective=effective, source=source),
        KINDS,
        PARTIAL,
        st.none() | PARTIAL,
        st.sampled_from([DEPOSITARY, PAPER]),
    ),
    max_size=4,
)


@given(HISTORIES, DAYS)
def test_what_counts_is_always_one_of_what_is_possible(history, day):
    found = standing(history, day, treaty(), KNOWN_UNTIL)
    assert found.standing in found.possible
    assert found.is_uncertain == (len(set(found.possible)) > 1)
    assert bool(found.why) or not found.is_uncertain


@given(HISTORIES, DAYS)
def test_the_order_in_which_actions_were_recorded_changes_nothing(history, day):
    one, other = (standing(order, day, treaty(), KNOWN_UNTIL) for order in (history, history[::-1]))
    assert (one.standing, one.possible, one.has_signed) == (other.standing, other.possible, other.has_signed)


@given(HISTORIES, DAYS, st.lists(KINDS, min_size=1, max_size=3), st.integers(1, 2000))
def test_what_is_done_after_the_day_changes_nothing(history, day, kinds, later):
    added = [action("LTU", kind, str(day + timedelta(days=later))) for kind in kinds]
    before, after = (standing(actions, day, treaty(), KNOWN_UNTIL) for actions in (history, [*history, *added]))
    assert (before.standing, before.since, before.possible, before.why, before.evidence) == (
        after.standing,
        after.since,
        after.possible,
        after.why,
        after.evidence,
    )


@given(HISTORIES.filter(lambda history: all(each.fact.effective is None for each in history)))
def test_on_days_that_are_known_nothing_is_uncertain(history):
    known = [each for each in history if each.fact.deposited.earliest == each.fact.deposited.latest]
    assert not standing(known, date(2020, 6, 1), treaty()).is_uncertain
