"""One State: everything held about it, and what contradicts itself."""

from dataclasses import replace

import pytest

from accede.activities.values import Activity
from accede.evidence.values import Report
from accede.overview.as_json import as_json
from accede.overview.dossier import dossier, dossier_of
from accede.register.values import ClaimedStanding, StatusClaim
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.standings import Standing
from evidence_cast import (
    DEPOSITARY,
    MONITOR,
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
from test_overview_gaps import confirmed

FIELDS = [
    "iso3", "name", "standing", "actions", "statements", "practices", "votes", "attendance", "reports", "activities",
    "other_treaties", "last_participation", "freshness", "conflicts",
]  # fmt: skip


def of(iso3, as_of="2018-08-21", **kinds):
    return dossier(small_register(as_of, **kinds), iso3).answer


@pytest.mark.usefixtures("register")
def test_the_dossier_of_morocco():
    found = dossier_of("apmbc", view("2018-08-21"), "mar").answer
    assert (found.iso3, found.name, found.standing) == ("MAR", "Morocco", Standing.NON_SIGNATORY)
    assert found.last_participation == "16MSP"
    assert [each.occasion for each in found.statements[:2]] == ["IM2018", "IM2018"]
    assert len(found.statements) == 3
    assert {each.treaty for each in found.other_treaties} >= {"ccw", "ccm"}
    assert "attendance, IM2018" in {each.about for each in found.conflicts}


@pytest.mark.usefixtures("register")
def test_the_dossier_of_a_state_that_withdrew_shows_nothing_that_is_not_held():
    found = dossier_of("apmbc", view("2026-11-22"), "LTU")
    assert found.answer.standing is Standing.WITHDRAWN
    assert found.answer.statements == ()
    assert found.answer.last_participation is None
    assert not found.participation.is_recorded
    assert {str(each.kind) for each in found.answer.actions} >= {"signature", "ratification", "withdrawal"}


@pytest.mark.usefixtures("register")
def test_no_dossier_asks_more_of_the_database_than_another(django_assert_max_num_queries):
    for iso3 in ("MAR", "NOR", "LTU"):
        with django_assert_max_num_queries(18):
            dossier_of("apmbc", view("2026-11-22"), iso3)


@pytest.mark.usefixtures("register")
def test_a_key_that_is_not_held_is_an_error():
    with pytest.raises(UnknownName, match="no State 'XXX'"):
        dossier_of("apmbc", view("2026-11-22"), "xxx")


def test_the_answer_is_json_in_the_order_of_the_contract():
    found = as_json(of("ARM", statements=[statement("ARM", "2005-10-07")]))
    assert list(found) == FIELDS
    assert list(found["freshness"]) == ["said_on", "confirmed_on", "checked_on", "age_years"]
    assert found["statements"][0]["evidence"] == "apmbc/ARM/statement/1"
    assert found["statements"][0]["source"] == PAPER


def test_a_dossier_holds_its_own_state_alone():
    found = of(
        "ARM",
        statements=[statement("MAR", "2005")],
        practices=[practice("MAR", PracticeKind.USE, Claim.HAS_NOT, "2005")],
        attendance=[attended("MAR", "16MSP")],
        occasions=[meeting("16MSP", "MSP", "2017-12-18")],
    )
    assert (found.actions, found.statements, found.practices, found.attendance) == ((), (), (), ())


WITHDRAWAL = [
    action("NOR", "ratification", "1998-07-09"),
    action("NOR", "withdrawal", "2025-06-27", decided="2025-05-08"),
]


def test_a_withdrawal_notified_and_not_in_effect_is_seen_with_its_effective_day():
    register = small_register("2025-07-01", actions=WITHDRAWAL)
    found = dossier(register, "NOR")
    assert found.answer.standing is Standing.IN_FORCE
    assert found.answer.actions[-1].effective.edtf == "2025-12-27"
    assert not found.answer.actions[-1].is_stated
    assert found.standing.withdrawal.key == "apmbc/NOR/withdrawal"


def test_days_that_lie_ahead_are_not_shown():
    (_, withdrawal) = of("NOR", "2025-06-01", actions=WITHDRAWAL).actions
    assert (withdrawal.decided.edtf, withdrawal.deposited, withdrawal.effective) == ("2025-05-08", None, None)
    assert len(of("NOR", "2025-05-07", actions=WITHDRAWAL).actions) == 1


def test_a_step_without_legal_effect_is_shown_as_one():
    (suspension,) = of("ARM", actions=[action("ARM", "suspension", decided="2015-07-15")]).actions
    assert not suspension.has_legal_effect


def test_what_a_state_confirmed_is_given_with_its_last_statement():
    found = of(
        "ARM",
        statements=[statement("ARM", "2005", place=1), statement("ARM", "2010", place=2)],
        confirmations=[confirmed("ARM", "2007", 1), confirmed("ARM", "2018-05-06", 2)],
    )
    assert [[each.on.edtf for each in item.confirmed] for item in found.statements] == [["2018-05-06"], []]
    assert found.freshness.confirmed_on.edtf == "2018-05-06"


def test_a_vote_without_a_ballot_is_not_recorded_and_before_membership_no_absence():
    call = roll_call(Body.PLENARY, 72, "2017-12-04", {"NOR": Ballot.IN_FAVOUR})
    assert [each.ballot for each in of("ARM", roll_calls=[call]).votes] == [Ballot.NOT_RECORDED]
    assert [each.ballot for each in of("VAT", roll_calls=[call]).votes] == [Ballot.NOT_A_MEMBER]


def test_a_treaty_list_speaks_of_its_own_day():
    claims = [
        evidence(
            f"ccm/ARM/listed/{day}", StatusClaim(treaty="ccm", state="ARM", standing=standing, listed=on(day)), PAPER
        )
        for day, standing in (("2014-06", ClaimedStanding.NONE), ("2017", ClaimedStanding.SIGNATORY))
    ]
    (newest,) = of("ARM", other_claims=claims).other_treaties
    assert (newest.standing, newest.listed.edtf) == (ClaimedStanding.SIGNATORY, "2017")
    (then,) = of("ARM", "2015-01-01", other_claims=claims).other_treaties
    assert (then.standing, then.listed.edtf) == (ClaimedStanding.NONE, "2014-06")
    assert of("ARM", "2014-01-01", other_claims=claims).other_treaties == ()


def activity(key, day="2018-03", **about):
    fact = Activity(treaty="apmbc", kind=ActivityKind.LETTER_ROUND, on=on(day), by="President", **about)
    return evidence(key, fact, PAPER)


def test_a_letter_to_all_outside_went_to_those_outside_on_its_day():
    letters = activity("letters", towards_all_outside=True)
    assert [each.evidence for each in of("ARM", activities=[letters]).activities] == ["letters"]
    assert of("NOR", activities=[letters]).activities == ()
    joined_since = [action("ARM", "accession", "2018-08-01")]
    assert len(of("ARM", activities=[letters], actions=joined_since).activities) == 1


def test_an_activity_towards_others_is_not_shown():
    assert of("ARM", activities=[activity("visit", towards=("MAR",))]).activities == ()
    assert len(of("MAR", activities=[activity("visit", towards=("MAR",))]).activities) == 1


def test_a_report_without_a_day_is_known_from_the_day_of_its_source():
    fact = Report(
        treaty="apmbc", state="MAR", report_state=ReportState.SUBMITTED, duty=ReportDuty.VOLUNTARY, covers=on("2016")
    )
    reports = [evidence("apmbc/MAR/report/for-2016", fact, PAPER)]
    assert of("MAR", "2018-08-20", reports=reports).reports == ()
    assert len(of("MAR", "2018-08-21", reports=reports).reports) == 1


def test_contradictions_of_every_kind_are_shown_with_both_sides():
    found = of(
        "ARM",
        actions=[
            action("ARM", "accession", "2010-01-05"),
            action("ARM", "accession", "2010-01-06", source=MONITOR, beside="~monitor"),
        ],
        practices=[
            practice("ARM", PracticeKind.TRANSFER, Claim.HAS_NOT, "2004", place=1),
            practice("ARM", PracticeKind.IMPORT, Claim.HAS, "1999", by="Monitor", place=2),
        ],
        roll_calls=[
            roll_call(Body.PLENARY, 65, "2010-12-08", {"ARM": Ballot.IN_FAVOUR}),
            roll_call(Body.PLENARY, 65, "2010-12-08", {"ARM": Ballot.ABSTAINED}, source=MONITOR, beside="~monitor"),
        ],
        occasions=[meeting("16MSP", "MSP", "2017-12-18")],
        attendance=[attended("ARM", "", "never"), attended("ARM", "16MSP", source=MONITOR)],
    )
    assert [each.about for each in found.conflicts] == [
        "accession", "transfer", "UNGA plenary, session 65", "attendance, 16MSP",
    ]  # fmt: skip
    assert all(len(each.claims) == 2 for each in found.conflicts)
    accession = found.conflicts[0]
    assert [(side.source, side.claim, side.counts) for side in accession.claims] == [
        (DEPOSITARY, "deposited 5 January 2010", True),
        (MONITOR, "deposited 6 January 2010", False),
    ]
    assert accession.topic == "apmbc/ARM/accession"


def test_a_contradiction_about_a_day_to_come_is_not_told():
    actions = [
        action("ARM", "accession", "2010-01-05"),
        action("ARM", "accession", "2010-01-06", source=MONITOR, beside="~monitor"),
    ]
    assert of("ARM", "2010-01-04", actions=actions).conflicts == ()
    assert len(of("ARM", "2010-01-05", actions=actions).conflicts) == 1


def test_a_former_state_has_a_dossier_and_no_standing():
    former = state("YUG", until="2003-02-03", kind="former")
    found = of("YUG", states=[former, state("NOR")])
    assert (found.standing, found.iso3) == (None, "YUG")


def test_what_another_source_says_is_left_out_when_not_asked_for():
    strange = replace(statement("ARM", "2015", place=9), source=MONITOR)
    held = {"statements": [statement("ARM", "2005"), strange], "sources": {PAPER}}
    assert [each.said_on.edtf for each in of("ARM", **held).statements] == ["2005"]


def test_a_report_of_which_two_sources_tell_different_things_has_both(register):
    found = dossier_of("apmbc", view("2018-12-31"), "MAR").answer.reports
    (report,) = [each for each in found if each.covers is not None and str(each.covers) == "2016"]
    assert str(report.submitted) == "2017-03-20"
    assert report.source == "17msp-status-paper"
    assert "The day of submission is told by monitor-mar-2018." in report.note


def test_production_in_one_year_and_none_in_another_is_no_contradiction(register):
    found = dossier_of("apmbc", view("2026-11-22"), "KOR").answer
    assert len([each for each in found.practices if each.kind is PracticeKind.PRODUCTION]) == 2
    assert "production" not in {each.about for each in found.conflicts}
