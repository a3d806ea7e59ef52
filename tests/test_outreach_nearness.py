"""The ladder of nearness: reached by evidence alone, lost by newer evidence or a day that has passed, never by silence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.activities.threads import Promise
from accede.outreach.nearness.approach import Reason, approaches
from accede.outreach.nearness.ladder import ladder, ladders
from accede.outreach.nearness.movement import movement
from accede.outreach.nearness.rules import (
    ENDS_WITH_ITS_DAY,
    KEPT,
    LADDER,
    PROMISED,
    SPOKE,
    TOOK_PART,
    WAS_ABSENT,
    Rung,
    RungStanding,
    Trace,
    claimed,
    done,
    own,
    position,
    reached,
    step,
    steps,
    vote,
)
from accede.overview.load import EVERY_KIND, load
from accede.overview.standings import outside, standings
from accede.records.values import Evidence, View
from accede.vocabulary.activities import PromiseStanding
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import Position, Step
from accede.vocabulary.treaty_actions import TreatyActionKind

ON = date(2018, 8, 21)
FOR, ABSTAINED = vote(Ballot.IN_FAVOUR), vote(Ballot.ABSTAINED)
OPPOSED = position(Position.OPPOSED)
COMMITTED = position(Position.COMMITTED_TO_ACCEDE)
DECIDED = done(TreatyActionKind.DECISION, TreatyActionKind.ACCESSION)
WITHDREW = done(TreatyActionKind.WITHDRAWAL)


def trace(sign, on="2017-12-18", until=None, key=""):
    given = PartialDate.parse(until) if until else None
    key = key or f"{sign}@{on}"
    return Trace(sign=sign, on=PartialDate.parse(on), key=key, record="statement", source="s", until=given)


def rung(which, *traces, on=ON):
    return next(each for each in steps(traces, on) if each.rung is which)


# The rules


@pytest.mark.parametrize(
    ("which", "sign"),
    [
        (Rung.SPEAKS, SPOKE),
        (Rung.ATTENDS, TOOK_PART),
        (Rung.SUPPORTS, position(Position.SUPPORTS_NORMS)),
        (Rung.VOTES_FOR, FOR),
        (Rung.NO_TRANSFER, own(PracticeKind.EXPORT, Claim.HAS_NOT)),
        (Rung.NO_PRODUCTION, step(Step.PRODUCTION_CEASED)),
        (Rung.NO_USE, own(PracticeKind.USE, Claim.CEASED)),
        (Rung.NO_STOCKPILE, own(PracticeKind.DESTRUCTION, Claim.HAS)),
        (Rung.ADHERES, position(Position.ADHERES_IN_PRACTICE)),
        (Rung.MORATORIUM, step(Step.MORATORIUM)),
        (Rung.REPORTS, "report/voluntary"),
        (Rung.PROMISED, KEPT),
        (Rung.OPEN, position(Position.DOES_NOT_EXCLUDE)),
        (Rung.STEPS, position(Position.STEP_BY_STEP)),
        (Rung.COMMITTED, COMMITTED),
        (Rung.COMMITTED, done(TreatyActionKind.ANNOUNCEMENT, TreatyActionKind.ACCESSION)),
        (Rung.DAY_NAMED, step(Step.TARGET_DATE)),
        (Rung.PROCEDURE, DECIDED),
        (Rung.SIGNED, done(TreatyActionKind.SIGNATURE)),
    ],
)
def test_each_rung_is_reached_by_its_own_evidence_and_no_other_with_it(which, sign):
    found = steps([trace(sign)], ON)
    assert reached(found) == (which,)
    assert rung(which, trace(sign)).by.key == f"{sign}@2017-12-18"


def test_nothing_on_record_reaches_nothing():
    assert {each.standing for each in steps([], ON)} == {RungStanding.NOT_REACHED}


def test_the_last_recorded_vote_decides():
    lost = rung(Rung.VOTES_FOR, trace(FOR, "2016-12-05"), trace(ABSTAINED, "2017-12-04"))
    assert (lost.standing, lost.undone_by.sign) == (RungStanding.LOST, ABSTAINED)
    again = rung(Rung.VOTES_FOR, trace(ABSTAINED, "2016-12-05"), trace(FOR, "2017-12-04"))
    assert again.standing is RungStanding.REACHED


def test_who_was_not_present_has_not_changed_its_vote():
    found = rung(Rung.VOTES_FOR, trace(FOR, "2016-12-05"), trace(vote(Ballot.NOT_PRESENT), "2017-12-04"))
    assert found.standing is RungStanding.REACHED
    assert [each.sign for each in found.against] == [vote(Ballot.NOT_PRESENT)]


def test_what_may_be_older_undoes_nothing_and_speaks_against():
    found = rung(Rung.SUPPORTS, trace(position(Position.SUPPORTS_AIMS), "2017-06-01"), trace(OPPOSED, "2017"))
    assert found.standing is RungStanding.REACHED
    assert [each.sign for each in found.against] == [OPPOSED]


def test_what_others_say_undoes_nothing():
    says, alleged = own(PracticeKind.USE, Claim.HAS_NOT), claimed(PracticeKind.USE, Claim.HAS)
    found = rung(Rung.NO_USE, trace(says, "2010"), trace(alleged, "2017"))
    assert found.standing is RungStanding.REACHED
    assert [each.sign for each in found.against] == [alleged]
    own_word = rung(Rung.NO_USE, trace(says, "2010"), trace(own(PracticeKind.USE, Claim.HAS), "2017"))
    assert own_word.standing is RungStanding.LOST


def test_a_moratorium_with_an_end_is_lost_on_the_day_after_it():
    held = trace(own(PracticeKind.MORATORIUM, Claim.HAS), "2016-05-01", until="2018-05-01")
    assert rung(Rung.MORATORIUM, held, on=date(2018, 5, 1)).standing is RungStanding.REACHED
    over = rung(Rung.MORATORIUM, held, on=date(2018, 5, 2))
    assert (over.standing, over.undone_by) == (RungStanding.LOST, held)
    newer = trace(step(Step.MORATORIUM), "2015")
    assert rung(Rung.MORATORIUM, held, newer, on=ON).by is newer


def test_a_day_that_was_named_and_has_passed_is_lost():
    assert rung(Rung.DAY_NAMED, trace(step(Step.TARGET_DATE), "2010", until="2011")).standing is RungStanding.LOST
    assert rung(Rung.DAY_NAMED, trace(step(Step.TARGET_DATE), "2010")).standing is RungStanding.REACHED


def test_a_promise_stands_until_its_day_and_further_where_it_was_kept():
    assert rung(Rung.PROMISED, trace(PROMISED, "2018-05-01", until="2019")).standing is RungStanding.REACHED
    assert rung(Rung.PROMISED, trace(PROMISED, "2017-05-01", until="2018")).standing is RungStanding.REACHED
    assert rung(Rung.PROMISED, trace(PROMISED, "2017-05-01", until="2018-05")).standing is RungStanding.LOST
    assert rung(Rung.PROMISED, trace(KEPT, "2017-05-01")).standing is RungStanding.REACHED


def test_a_withdrawal_undoes_what_led_to_joining_and_not_what_a_state_says_of_its_practice():
    before = [trace(each, "2004") for each in (COMMITTED, DECIDED, own(PracticeKind.PRODUCTION, Claim.HAS_NOT))]
    assert reached(steps([*before, trace(WITHDREW, "2018")], ON)) == (Rung.NO_PRODUCTION,)


def test_an_absence_speaks_against_and_loses_nothing():
    found = rung(Rung.ATTENDS, trace(TOOK_PART, "2014-06-23"), trace(WAS_ABSENT, "2017-12-18"))
    assert found.standing is RungStanding.REACHED
    assert len(found.against) == 1


def test_the_age_is_of_the_newest_evidence():
    found = rung(Rung.SPEAKS, trace(SPOKE, "2004-12-01"), trace(SPOKE, "2016-08-21"))
    assert (found.age_years, len(found.also)) == (1.9, 1)


SIGNS = sorted({sign for rule in LADDER.values() for sign in rule.reached_by | rule.undone_by | rule.against})
TRACES = st.lists(
    st.builds(
        trace,
        st.sampled_from(SIGNS),
        st.sampled_from(["2004", "2010-05", "2011-06-20", "2016", "2018-06-07"]),
        st.sampled_from([None, "2009-01", "2030"]),
    ),
    max_size=8,
)


@given(TRACES)
def test_no_rung_is_reached_or_lost_without_evidence_of_its_own(found):
    for each in steps(found, ON):
        rule = LADDER[each.rung]
        signs = {one.sign for one in found}
        assert (each.by is None) == (each.standing is RungStanding.NOT_REACHED) == (not signs & rule.reached_by)
        if each.undone_by is not None and each.undone_by is not each.by:
            assert each.undone_by.sign in rule.undone_by
            assert each.undone_by.on.earliest > each.by.on.counts_from
        assert (each.undone_by is not None) == (each.standing is RungStanding.LOST)


@given(TRACES)
def test_time_alone_loses_only_what_was_given_a_day(found):
    later = {each.rung: each for each in steps(found, ON + timedelta(days=9000))}
    for each in steps(found, ON):
        if later[each.rung].standing is not each.standing:
            assert each.rung in ENDS_WITH_ITS_DAY
            assert any(one.until for one in found)


@given(TRACES, st.randoms())
def test_the_order_of_records_says_nothing(found, random):
    shuffled = list({each.key: each for each in found}.values())
    ordered = list(shuffled)
    random.shuffle(shuffled)
    assert reached(steps(shuffled, ON)) == reached(steps(ordered, ON))


# Over the register


def register_on(day: str):
    return load(View(as_of=date.fromisoformat(day), known_on=datetime.now(UTC)), "apmbc", *EVERY_KIND)


def promise(**further):
    told = {
        "treaty": "apmbc",
        "by": "KGZ",
        "state": "KGZ",
        "what": "tells which ministry decides",
        "promised": PartialDate.parse("2018-05-01"),
        "standing": PromiseStanding.OPEN,
        "due": PartialDate.parse("2018-10-01"),
    }
    return Evidence(
        key="apmbc/promise/KGZ/1",
        version=1,
        recorded_at=datetime.now(UTC),
        recorded_by="ana",
        reason="",
        source="",
        locator="",
        classification=Classification.PRESIDENCY,
        fact=Promise(**(told | further)),
    )


@pytest.mark.usefixtures("register")
def test_the_ladder_has_the_states_outside_and_each_rung_its_evidence():
    register = register_on("2018-08-21")
    found = {each.iso3: each for each in ladders(register)}
    assert set(found) == set(outside(standings(register)))
    assert found["PRK"].score == 0
    assert Rung.SIGNED in found["MHL"].reached
    assert {Rung.COMMITTED, Rung.PROCEDURE} <= set(found["LAO"].reached)
    assert Rung.SIGNED not in {one for iso3, each in found.items() if iso3 != "MHL" for one in each.reached}
    assert next(iter(found)) == "MAR"
    keys = {each.by.key for one in found.values() for each in one.rungs if each.by}
    kinds = (register.statements, register.practices, register.roll_calls, register.attendance, register.reports)
    held = {each.key for kind in (*kinds, register.actions) for each in kind}
    assert keys <= held


@pytest.mark.usefixtures("register")
def test_a_rung_that_is_switched_off_counts_nowhere():
    register = register_on("2018-08-21")
    on, off = ladder(register, "MAR"), ladder(register, "MAR", without=(Rung.SPEAKS, Rung.SIGNED))
    assert (on.score - off.score, len(on.rungs) - len(off.rungs)) == (1, 2)
    with pytest.raises(UnknownName):
        ladder(register, "XXX")


@pytest.mark.usefixtures("register")
def test_a_committee_that_voted_on_a_day_nobody_gives_voted_before_the_plenary():
    uzbekistan = ladder(register_on("2018-08-21"), "UZB")
    votes = next(each for each in uzbekistan.rungs if each.rung is Rung.VOTES_FOR)
    assert votes.standing is RungStanding.LOST
    assert votes.undone_by.on.counts_from < date(2017, 12, 5)


@pytest.mark.usefixtures("register")
def test_what_armed_groups_do_in_a_state_is_not_what_it_does():
    register = register_on("2018-08-21")
    for each in ladders(register):
        for one in each.rungs:
            for against in one.against:
                held = next((every for every in register.practices if every.key == against.key), None)
                assert held is None or str(held.fact.actor) == "state"


@pytest.mark.usefixtures("register")
def test_movement_goes_both_ways_and_says_by_what():
    moved = movement(register_on("2026-11-23"), date(2025, 1, 1))
    assert {(each.iso3, str(each.what)) for each in moved.towards} >= {("TON", "deposited"), ("MHL", "deposited")}
    assert {each.iso3 for each in moved.away} == {"EST", "FIN", "LVA", "LTU", "POL", "UKR"}
    assert all(each.evidence for each in (*moved.towards, *moved.away))
    turned = movement(register_on("2018-08-21"), date(2016, 1, 1))
    assert ("AZE", Rung.OPEN) in {(each.iso3, each.rung) for each in turned.gained}
    lost = {(each.iso3, each.rung): each.by for each in movement(register_on("2018-08-21"), date(2009, 1, 1)).lost}
    assert lost["SAU", Rung.VOTES_FOR].on == PartialDate.parse("2017-12-04")
    assert lost["FSM", Rung.DAY_NAMED].until == PartialDate.parse("2009-01")


@pytest.mark.usefixtures("register")
def test_between_a_day_and_itself_nothing_moves_and_backwards_is_refused():
    register = register_on("2018-08-21")
    still = movement(register, date(2018, 8, 21))
    assert (still.gained, still.lost, still.towards, still.away) == ((), (), (), ())
    with pytest.raises(Refused):
        movement(register, date(2018, 8, 22))
    with pytest.raises(Refused):
        movement(register, date(1996, 1, 1))


@pytest.mark.usefixtures("register")
def test_whom_to_approach_has_reasons_with_evidence():
    found = {each.iso3: each for each in approaches(register_on("2018-08-21"))}
    assert {each.reason for each in found["FSM"].reasons} >= {Reason.DAY_PASSED, Reason.NEAR}
    assert Reason.REPLIED in {each.reason for each in found["CHN"].reasons}
    assert "PRK" not in found
    for each in found.values():
        assert {one.reason for one in each.reasons} != {Reason.NOT_MET}
        assert all(one.key for one in each.reasons if one.reason is not Reason.NOT_MET)
    less = {each.iso3: each for each in approaches(register_on("2018-08-21"), leaving_out=(Reason.NEAR,))}
    assert all(one.reason is not Reason.NEAR for each in less.values() for one in each.reasons)


@pytest.mark.usefixtures("register")
def test_who_is_leaving_stands_first_with_the_day():
    first = approaches(register_on("2026-01-15"))[0]
    assert first.iso3 == "POL" or first.iso3 == "UKR"
    leaving = {each.iso3 for each in approaches(register_on("2025-08-01")) if each.reasons[0].reason is Reason.LEAVING}
    assert leaving == {"EST", "FIN", "LVA", "LTU", "POL", "UKR"}


@pytest.mark.usefixtures("register")
def test_a_promise_that_is_due_is_a_reason_and_stands_until_its_day_has_passed():
    before = ladder(register_on("2018-08-21"), "KGZ", [promise()])
    assert Rung.PROMISED in before.reached
    assert Rung.DAY_NAMED not in before.reached
    after = ladder(register_on("2018-11-01"), "KGZ", [promise()])
    assert Rung.PROMISED not in after.reached
    found = {each.iso3: each for each in approaches(register_on("2018-11-01"), [promise()])}
    assert Reason.PROMISED in {each.reason for each in found["KGZ"].reasons}
    kept, dropped = (promise(standing=each) for each in (PromiseStanding.KEPT, PromiseStanding.DROPPED))
    assert Rung.PROMISED in ladder(register_on("2018-11-01"), "KGZ", [kept]).reached
    assert Rung.PROMISED not in ladder(register_on("2018-08-21"), "KGZ", [dropped]).reached
    ours = promise(by="President")
    assert Rung.PROMISED not in ladder(register_on("2018-08-21"), "KGZ", [ours]).reached
