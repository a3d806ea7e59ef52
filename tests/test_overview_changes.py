"""What changed between two days or meetings."""

from dataclasses import replace

import pytest
from hypothesis import given

from accede.activities.values import Activity
from accede.evidence.values import Report
from accede.overview.as_json import as_json
from accede.overview.changes import changes, changes_of
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.reports import ReportDuty, ReportState
from evidence_cast import (
    PAPER,
    action,
    attended,
    evidence,
    meeting,
    on,
    practice,
    roll_call,
    small_register,
    state,
    statement,
    view,
)
from test_standing import DAYS

LITHUANIA = [
    action("NOR", "signature", "1997-12-03"),
    action("NOR", "ratification", "1998-07-09"),
    action("NOR", "decision", decided="2025-05-08"),
    action("NOR", "withdrawal", "2025-06-27"),
]


def standing(start, end, actions, **kinds):
    found = changes(small_register("2026-01-01", actions=actions, **kinds), start, end).standing
    return [(str(each.what), each.on.edtf, each.before and str(each.before), str(each.after)) for each in found]


def test_every_step_of_a_state_is_told_with_where_it_stood_before_and_after():
    assert standing("1997-01-01", "2026-12-31", LITHUANIA) == [
        ("signed", "1997-12-03", "non_signatory", "signatory"),
        ("deposited", "1998-07-09", "signatory", "joined_not_in_force"),
        ("in_force", "1999-03-01", "joined_not_in_force", "in_force"),
        ("step", "2025-05-08", "in_force", "in_force"),
        ("withdrawal_notified", "2025-06-27", "in_force", "in_force"),
        ("withdrawal_in_effect", "2025-12-27", "in_force", "withdrawn"),
    ]


def test_the_first_day_is_not_in_and_the_last_one_is():
    assert standing("1998-07-09", "1999-02-28", LITHUANIA) == []
    assert [each[0] for each in standing("1998-07-08", "1998-07-09", LITHUANIA)] == ["deposited"]


def test_a_state_in_force_before_its_deposit_shows_once():
    succession = [action("SSD", "succession", "2011-11-11", effective="2011-07-09")]
    states = [state("NOR"), state("SSD", since="2011-07-09")]
    assert standing("2011-01-01", "2012-12-31", succession, states=states) == [
        ("deposited", "2011-11-11", "non_signatory", "in_force")
    ]


def test_a_state_that_was_not_there_the_day_before_had_no_standing():
    succession = [action("MNE", "succession", "2006-06-03")]
    states = [state("NOR"), state("MNE", since="2006-06-03")]
    assert standing("2006-01-01", "2006-12-31", succession, states=states)[0][2] is None


def test_a_ballot_that_differs_from_the_vote_before_is_a_change():
    calls = [
        roll_call(Body.PLENARY, 71, "2016-12-05", {"MAR": Ballot.IN_FAVOUR, "KOR": Ballot.ABSTAINED}),
        roll_call(Body.PLENARY, 72, "2017-12-04", {"MAR": Ballot.ABSTAINED, "KOR": Ballot.ABSTAINED}),
        roll_call(Body.FIRST_COMMITTEE, 72, "2017-11-01", {"MAR": Ballot.AGAINST}),
    ]
    (found,) = changes(small_register("2018-08-21", roll_calls=calls), "2017-01-01", "2018-01-01").votes
    assert (found.iso3, found.session_before, found.session) == ("MAR", 71, 72)
    assert (found.before, found.after) == (Ballot.IN_FAVOUR, Ballot.ABSTAINED)
    assert found.evidence == ("apmbc/plenary/71", "apmbc/plenary/72")


def test_between_a_ballot_and_none_recorded_nothing_is_known_to_have_changed():
    calls = [
        roll_call(Body.PLENARY, 71, "2016-12-05", {"MAR": Ballot.NOT_RECORDED, "KOR": Ballot.ABSTAINED}),
        roll_call(Body.PLENARY, 72, "2017-12-04", {"MAR": Ballot.ABSTAINED}),
    ]
    assert changes(small_register("2018-08-21", roll_calls=calls), "2017-01-01", "2018-01-01").votes == ()


def test_a_ballot_is_compared_with_the_last_one_that_is_recorded_of_the_state():
    calls = [
        roll_call(Body.PLENARY, 70, "2015-12-07", {"MAR": Ballot.IN_FAVOUR}),
        roll_call(Body.PLENARY, 71, "2016-12-05", {"MAR": Ballot.NOT_RECORDED}),
        roll_call(Body.PLENARY, 72, "2017-12-04", {"MAR": Ballot.ABSTAINED}),
    ]
    (found,) = changes(small_register("2018-08-21", roll_calls=calls), "2017-01-01", "2018-01-01").votes
    assert (found.session_before, found.session, found.before) == (70, 72, Ballot.IN_FAVOUR)


MEETINGS = [
    meeting("15MSP", "MSP", "2016-11-28", "2016-12-01"),
    meeting("16MSP", "MSP", "2017-12-18", "2017-12-21"),
    meeting("17MSP", "MSP", None),
]
REPORT = Report(
    treaty="apmbc", state="MAR", report_state=ReportState.SUBMITTED, duty=ReportDuty.VOLUNTARY, submitted=on("2017-03")
)
LETTERS = Activity(treaty="apmbc", kind=ActivityKind.LETTER_ROUND, on=on("2017"), by="President")
KINDS = {
    "occasions": MEETINGS,
    "statements": [statement("MAR", "2017", occasion="16MSP"), statement("MAR", "2016-12-01", place=2)],
    "practices": [practice("MAR", PracticeKind.USE, Claim.CEASED, "2017", statement="apmbc/MAR/statement/1")],
    "attendance": [attended("MAR", "15MSP"), attended("MAR", "16MSP"), attended("KOR", "16MSP", "did_not")],
    "reports": [evidence("apmbc/MAR/report/2017", REPORT, PAPER)],
    "activities": [evidence("apmbc/activity/letters", LETTERS, PAPER)],
}


def test_between_two_meetings_is_after_the_last_day_of_the_one_to_the_last_day_of_the_other():
    found = changes(small_register("2026-01-01", **KINDS), "15MSP", "16MSP")
    assert (found.from_.isoformat(), found.to.isoformat()) == ("2016-12-01", "2017-12-21")
    assert [each.evidence for each in found.statements] == ["apmbc/MAR/statement/1"]
    assert [each.claimed.edtf for each in found.practices] == ["2017-12-18/2017-12-21"]
    assert [(each.iso3, each.occasion) for each in found.attendance] == [("MAR", "16MSP")]
    assert [each.evidence for each in found.reports] == ["apmbc/MAR/report/2017"]
    assert found.activities == ()


def test_what_is_dated_by_a_year_has_happened_when_the_year_is_over():
    found = changes(small_register("2026-01-01", **KINDS), "16MSP", "2018-01-01")
    assert [each.evidence for each in found.activities] == ["apmbc/activity/letters"]
    assert (found.statements, found.practices, found.attendance, found.reports) == ((), (), (), ())


def test_the_answer_is_json_in_the_order_of_the_contract():
    found = as_json(changes(small_register("2026-01-01", **KINDS), "2016-01-01", "2018-08-21"))
    assert list(found) == [
        "from", "to", "standing", "statements", "practices", "votes", "attendance", "reports", "activities",
    ]  # fmt: skip
    assert (found["from"], found["to"]) == ("2016-01-01", "2018-08-21")


@pytest.mark.parametrize(
    ("start", "end", "error", "says"),
    [
        ("2018-01-01", "2017-01-01", Refused, "2017-01-01 is before 2018-01-01"),
        ("99MSP", "2017-01-01", UnknownName, "no occasion '99MSP'"),
        ("2017-01-01", "17MSP", UnknownName, "does not hold the days of 17MSP"),
        ("2017-02-31", "2018-01-01", UnknownName, "2017-02-31"),
    ],
)
def test_days_and_occasions_that_cannot_be_are_named(start, end, error, says):
    with pytest.raises(error, match=says):
        changes(small_register("2026-01-01", **KINDS), start, end)


@pytest.mark.usefixtures("register")
def test_three_states_withdrew_on_27_december_2025():
    found = changes_of("apmbc", view("2026-11-22"), "2025-12-26", "2025-12-27").standing
    assert {(each.iso3, str(each.what)) for each in found} == {
        (iso3, "withdrawal_in_effect") for iso3 in ("EST", "LTU", "LVA")
    }


@given(DAYS, DAYS, DAYS)
def test_what_changed_over_two_spans_changed_over_both(one, other, third):
    first, middle, last = sorted((one, other, third))
    held = small_register("2026-01-01", actions=LITHUANIA, **KINDS)
    whole, early, late = (
        changes(held, str(start), str(end)) for start, end in ((first, last), (first, middle), (middle, last))
    )
    assert whole.standing == early.standing + late.standing
    assert whole.attendance == early.attendance + late.attendance
    assert {each.evidence for each in whole.statements} == {
        each.evidence for each in early.statements + late.statements
    }


@given(DAYS)
def test_the_day_of_the_view_is_not_asked(day):
    held = small_register("2026-01-01", actions=LITHUANIA, **KINDS)
    other = replace(held, view=view(day))
    assert changes(held, "1997-01-01", "2026-01-01") == changes(other, "1997-01-01", "2026-01-01")
