"""A proposed fact is new, the same, completing or contradicting."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Confirmation, Report, RollCall, Statement
from accede.intake.compare import Holdings, Verdict, compare, may_be_same
from accede.records.values import Evidence
from accede.register.values import ClaimedStanding, StatusClaim
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.sources import Classification
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import Channel, TextKind

day = PartialDate.parse


def held(*facts, **standings):
    holdings = Holdings(standings=standings)
    for number, fact in enumerate(facts):
        holdings.add(
            Evidence(
                key=f"key/{number}",
                version=1,
                recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
                recorded_by="amina",
                reason="",
                source="s",
                locator="",
                classification=Classification.PUBLIC,
                fact=fact,
            )
        )
    return holdings


def verdict(fact, *facts, nth=1, **standings):
    return compare(fact, held(*facts, **standings), nth=nth).verdict


WORDS = Statement(
    treaty="apmbc",
    state="ARM",
    occasion="16MSP",
    said=day("2017"),
    citation="16MSP, 2017",
    channel=Channel.STATEMENT,
    text_kind=TextKind.QUOTATION,
    text="“Words of a State.”",
)
SUMMARY = replace(WORDS, text="", text_kind=TextKind.SUMMARY, summary="Our summary.")


def test_words_under_a_new_citation_are_new():
    assert verdict(WORDS) is Verdict.NEW
    assert verdict(WORDS, replace(WORDS, citation="15MSP, 2016")) is Verdict.NEW
    assert verdict(WORDS, replace(WORDS, state="AZE")) is Verdict.NEW


def test_the_same_words_are_the_same_however_they_are_typeset():
    assert verdict(replace(WORDS, text='"Words  of a State."'), WORDS) is Verdict.SAME


def test_words_complete_a_statement_of_which_only_a_summary_is_held():
    comparison = compare(WORDS, held(SUMMARY))
    assert comparison.verdict is Verdict.COMPLETES
    assert comparison.completed == replace(WORDS, summary="Our summary.")


def test_other_words_under_the_same_citation_contradict():
    assert verdict(replace(WORDS, text="“Other words.”"), WORDS) is Verdict.CONFLICT


def test_two_statements_under_one_citation_are_two():
    second = replace(WORDS, text="“Second words.”", place=2)
    assert verdict(second, WORDS, nth=2) is Verdict.NEW
    assert compare(second, held(SUMMARY, replace(SUMMARY, place=2)), nth=2).against[0].fact.place == 2


def test_our_summary_read_back_is_the_same():
    assert verdict(SUMMARY, SUMMARY) is Verdict.SAME
    assert verdict(SUMMARY, replace(WORDS, summary="Our summary.")) is Verdict.SAME


def attended(claim, occasion="16MSP"):
    return Attendance(treaty="apmbc", state="MAR", occasion=occasion, claim=claim, basis=AttendanceBasis.TABLE)


TOOK_PART, DID_NOT, LAST, NEVER = (
    ParticipationClaim.TOOK_PART,
    ParticipationClaim.DID_NOT,
    ParticipationClaim.LAST,
    ParticipationClaim.NEVER,
)


@pytest.mark.parametrize(
    ("claim", "others", "expected"),
    [
        (attended(TOOK_PART), [], Verdict.NEW),
        (attended(TOOK_PART), [attended(TOOK_PART)], Verdict.SAME),
        (attended(TOOK_PART), [attended(LAST)], Verdict.SAME),
        (attended(TOOK_PART), [attended(TOOK_PART, "15MSP")], Verdict.NEW),
        (attended(TOOK_PART), [attended(DID_NOT)], Verdict.CONFLICT),
        (attended(TOOK_PART), [attended(NEVER, "")], Verdict.CONFLICT),
        (attended(TOOK_PART), [attended(DID_NOT), attended(TOOK_PART)], Verdict.SAME),
        (attended(DID_NOT), [attended(TOOK_PART)], Verdict.CONFLICT),
        (attended(DID_NOT), [attended(DID_NOT)], Verdict.SAME),
        (attended(LAST), [attended(TOOK_PART)], Verdict.SAME),
        (attended(LAST), [attended(LAST, "15MSP")], Verdict.CONFLICT),
        (attended(LAST), [attended(LAST, "15MSP"), attended(LAST)], Verdict.SAME),
        (attended(NEVER, ""), [attended(TOOK_PART)], Verdict.CONFLICT),
        (attended(NEVER, ""), [attended(NEVER, "")], Verdict.SAME),
        (attended(NEVER, ""), [attended(DID_NOT)], Verdict.NEW),
    ],
)
def test_what_is_said_of_attendance_is_held_against_all_that_is_held(claim, others, expected):
    assert verdict(claim, *others) is expected


def vote(*ballots, session=72):
    return RollCall(
        treaty="apmbc", body=Body.FIRST_COMMITTEE, session=session, symbol="", voted=day("2017"), ballots=ballots
    )


ARM_YES, ARM_NO, CUB_NO = ("ARM", Ballot.IN_FAVOUR), ("ARM", Ballot.AGAINST), ("CUB", Ballot.AGAINST)


def test_a_vote_is_the_same_if_all_its_ballots_are_held():
    assert verdict(vote(ARM_YES), vote(ARM_YES, CUB_NO)) is Verdict.SAME
    assert verdict(vote(ARM_YES, CUB_NO), vote(ARM_YES)) is Verdict.NEW
    assert verdict(vote(ARM_NO), vote(ARM_YES)) is Verdict.CONFLICT
    assert verdict(vote(ARM_NO), vote(ARM_YES), vote(ARM_NO)) is Verdict.SAME
    assert verdict(vote(ARM_YES), vote(ARM_NO, session=71)) is Verdict.NEW


def test_a_confirmation_is_known_by_state_and_day():
    said = Confirmation(treaty="apmbc", state="CHN", said=day("2018-05-06"), citation="")
    assert verdict(said, said) is Verdict.SAME
    assert verdict(said, replace(said, state="USA")) is Verdict.NEW


def test_a_report_given_by_its_year_is_the_one_held_by_its_day():
    report = Report(
        treaty="apmbc",
        state="MAR",
        report_state=ReportState.SUBMITTED,
        duty=ReportDuty.VOLUNTARY,
        submitted=day("2017-03-20"),
    )
    assert verdict(replace(report, submitted=day("2017")), report) is Verdict.SAME
    assert verdict(replace(report, submitted=day("2018")), report) is Verdict.NEW


def test_an_activity_is_the_same_if_we_hold_as_much_or_more_of_it():
    letters = Activity(
        treaty="apmbc",
        kind=ActivityKind.LETTER_ROUND,
        on=day("2018"),
        by="President",
        towards_all_outside=True,
        towards_count=33,
    )
    assert verdict(replace(letters, towards_count=None), letters) is Verdict.SAME
    assert verdict(replace(letters, towards_count=32), letters) is Verdict.NEW
    assert verdict(replace(letters, on=day("2019")), letters) is Verdict.NEW


def test_a_list_of_states_is_held_against_their_treaty_actions():
    listed = StatusClaim(treaty="apmbc", state="MHL", standing=ClaimedStanding.SIGNATORY, listed=day("2018-08-21"))
    assert verdict(listed) is Verdict.NEW
    assert verdict(listed, MHL=Standing.SIGNATORY) is Verdict.SAME
    assert verdict(listed, MHL=Standing.IN_FORCE) is Verdict.CONFLICT
    assert verdict(replace(listed, standing=ClaimedStanding.NONE), MHL=Standing.WITHDRAWN) is Verdict.SAME


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("2018", "2018-05-06", True), ("2018-05-06", "2018", True), ("2018", "2017", False), ("2018", "2018", True)],
)
def test_a_date_may_be_a_day_within_a_wider_one(one, other, expected):
    assert may_be_same(day(one), day(other)) is expected
    assert may_be_same(None, day(other))
