"""Texts pasted from sheets and lists: each way that sheets have of a roll call, of participants and of reports."""

from __future__ import annotations

import pytest

from accede.evidence.values import RollCall
from accede.intake.ground import Ground
from accede.intake.pasted import participants, reports, roll_call
from accede.intake.pasted.paste import MOST_ASKED
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.state_names import shipped_names
from intake_cast import occasions
from reader_cast import treaties

YES, NO, ABSTAINED, UNRECORDED = Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED, Ballot.NOT_RECORDED
FOUR = {"AFG": YES, "CIV": ABSTAINED, "CUB": NO, "TON": UNRECORDED}


@pytest.fixture(scope="module")
def ground():
    return Ground(names=shipped_names(), occasions=occasions(), treaties=treaties(), treaty="apmbc")


def call(**of):
    usual = {"session": 72, "symbol": "A/RES/72/53", "voted": PartialDate.parse("2017-12-04"), "body": Body.PLENARY}
    return RollCall(treaty="apmbc", **(usual | of))


def ballots(pasted):
    (proposal,) = pasted.findings.proposals
    return dict(proposal.fact.ballots)


@pytest.mark.parametrize(
    "text",
    [
        "State\tVote\nAfghanistan\tY\nCôte d’Ivoire\tA\nCuba\tN\nTonga\t–\n",
        "Afghanistan\tY\nCôte d’Ivoire\tA\nCuba\tN\nTonga\t–",
        "Afghanistan,Yes\r\nCôte d’Ivoire,Abstain\r\nCuba,No\r\nTonga,\r\n",
        "Afghanistan; in favour\nCôte d’Ivoire; abstained\nCuba; against\nTonga; not voting",
        "1\tAfganistán\tsí\n2\tCôte d’Ivoire\tabstención\n3\tCuba\tno\n4\tTonga\t-",
        "أفغانستان\tY\n科特迪瓦\tA\nКуба\tN\nTonga\t-",
        "Pays\tVote émis\nAfghanistan\toui\nCôte d’Ivoire\tabstention\nCuba\tnon\nTonga\t",
        "ISO3\tVote\nAFG\tY\nCIV\tA\nCUB\tN\nTON\tX",
        "State\tYes\tNo\tAbstain\nAfghanistan\tx\t\t\nCôte d’Ivoire\t\t\tx\nCuba\t\tx\t\nTonga\t\t\t",
        "State\t72/53\t72/54\nAfghanistan\tY\tN\nCôte d’Ivoire\tA\tN\nCuba\tN\tN\nTonga\t-\tY",
        "In favour (1)\nAfghanistan\nAgainst (1)\nCuba\nAbstaining\nCôte d’Ivoire\nNot voting\nTonga",
        "In favour: Afghanistan.\nAgainst: Cuba.\nAbstaining: Côte d’Ivoire\nNot voting: Tonga",
        "In favour\tAgainst\tAbstaining (1)\tNot voting\nAfghanistan\tCuba\tCôte d’Ivoire\tTonga",
        "Y AFGHANISTAN\nA COTE D'IVOIRE\nN CUBA\nX TONGA",
    ],
)
def test_a_roll_call_is_read_in_any_of_the_ways_that_sheets_have(text, ground):
    found = roll_call.read(text, call(), ground)
    assert found.problems == ()
    assert ballots(found) == FOUR


def test_a_name_with_a_comma_is_one_name(ground):
    found = roll_call.read('"Korea, Republic of",A\nCuba,A\n"Iran (Islamic Republic of)",A', call(), ground)
    assert ballots(found) == dict.fromkeys(("KOR", "CUB", "IRN"), ABSTAINED)


def test_an_unknown_name_is_told_with_its_line_and_what_it_may_mean(ground):
    found = roll_call.read("State\tVote\n\nAfganistanistan\tY\nCuba\tA", call(), ground)
    (problem,) = found.problems
    assert (problem.line, problem.name, problem.suggestions[0]) == (3, "Afganistanistan", "AFG")
    assert found.findings.refusal(name="it") is not None
    assert ballots(found) == {"CUB": ABSTAINED}


@pytest.mark.parametrize("text", ["Atlantiss\tY\nCuba\tA\nPeru\tY", "In favour\nPeru\nAtlantiss\nAbstaining\nCuba"])
def test_a_person_says_what_an_unknown_name_means_or_leaves_it_out(text, ground):
    told = roll_call.read(text, call(), ground, told={"Atlantiss": "MLT"})
    assert (told.problems, ballots(told)) == ((), {"MLT": YES, "PER": YES, "CUB": ABSTAINED})
    left = roll_call.read(text, call(), ground, told={"atlantiss": ""})
    assert (left.problems, left.left_out) == ((), ("Atlantiss",))
    assert ballots(left) == {"PER": YES, "CUB": ABSTAINED}


def test_a_name_that_two_states_had_is_decided_by_the_day_of_the_vote(ground):
    assert ballots(roll_call.read("Macedonia\tY\nCuba\tA", call(), ground)).keys() <= {"MKD", "CUB"}


def test_totals_stated_are_held_against_the_totals_counted(ground):
    found = roll_call.read("Cuba\tA\nPeru\tY", call(stated_in_favour=2, stated_abstained=1), ground)
    assert [(one.ballot, one.stated, one.counted) for one in found.differences] == [(YES, 2, 1)]
    listed = roll_call.read("In favour (3)\nCuba\nPeru\nAgainst\nNone", call(), ground)
    assert [(one.ballot, one.stated) for one in listed.differences] == [(YES, 3)]


def test_totals_of_text_and_form_that_differ_are_a_problem(ground):
    found = roll_call.read("In favour (3)\nCuba\nPeru\nAgainst\nNone", call(stated_in_favour=2), ground)
    assert "the text says 3 and the form 2" in str(found.problems[0].error)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Cuba\tY\nCuba\tA\nPeru\tY", 2, "two ballots"),
        ("Cuba\tY\nPeru\tmaybe\nFiji\tY", 2, "ballot is not understood"),
        ("State\tVote\tResolution\nCuba\tY\tA/RES/71/34", 2, "another vote"),
        ("State\tVote\nCuba\tY\n\tY", 3, "names no State"),
        ("State\tYes\tNo\nCuba\tx\tx", 2, "ballot is not understood"),
        ("alpha\tbeta\ngamma\tdelta", 1, "no column holds names of States"),
        ("Cuba\nIn favour\nPeru", 1, "under no heading"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(text, line, what, ground):
    found = roll_call.read(text, call(), ground)
    assert [(one.line, what in one.error.what) for one in found.problems] == [(line, True)]


@pytest.mark.parametrize("text", ["", "  \n ", 'State\tVote\n"Cuba\tY', "Cuba\tY\x01", "x" * 200_001])
def test_what_is_no_text_is_refused_with_what_to_do(text, ground):
    with pytest.raises(Unreadable) as refused:
        roll_call.read(text, call(), ground)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "capacities"),
    [
        ("Cuba\nPeru\nCongo (Republic of the)", {"CUB": "", "PER": "", "COG": ""}),
        ("State\nCuba\nPeru", {"CUB": "", "PER": ""}),
        ("State\tCapacity\nCuba\tobserver\nPeru\tState Party", {"CUB": "observer", "PER": "State Party"}),
        ("Cuba;observer\nPeru;State Party", {"CUB": "observer", "PER": "State Party"}),
        ("STATES PARTIES\nPeru\nH.E. Ms. Ana Example\nStates not parties\nCuba", {"PER": "State Party", "CUB": "observer"}),
    ],
)  # fmt: skip
def test_participants_are_a_name_a_line_or_a_column(text, capacities, ground):
    found = participants.read(text, "16MSP", ground)
    facts = [one.fact for one in found.findings.proposals]
    assert found.problems == ()
    assert {one.state: one.capacity for one in facts} == capacities
    assert {(one.occasion, one.claim, one.basis) for one in facts} == {
        ("16MSP", ParticipationClaim.TOOK_PART, AttendanceBasis.PARTICIPANTS)
    }


def test_states_among_organizations_and_rows_of_another_meeting_are_told(ground):
    found = participants.read("Peru\nInternational organizations\nCuba", "16MSP", ground)
    assert [(one.line, "no States" in one.error.what) for one in found.problems] == [(3, True)]
    other = participants.read("State\tMeeting\nPeru\t16MSP\nCuba\t15MSP", "16MSP", ground)
    assert [(one.line, one.text) for one in other.problems] == [(3, "15MSP")]


def test_absence_is_said_only_from_the_whole_list(ground):
    text = "State\tTook part\nPeru\tyes\nCuba\tno"
    claims = {one.fact.state: one.fact.claim for one in participants.read(text, "16MSP", ground).findings.proposals}
    assert claims == {"PER": ParticipationClaim.TOOK_PART, "CUB": ParticipationClaim.DID_NOT}
    part = participants.read(text, "16MSP", ground, basis=AttendanceBasis.REPORT)
    assert [one.fact.state for one in part.findings.proposals] == ["PER"]


@pytest.mark.parametrize(
    "text",
    [
        "State\tDate of submission\tDuty\nPeru\t28 April 2024\tannual\nCuba\tno\t",
        "Peru\t2024-04-28\tannual\nCuba\tno\t",
        "State\tDate\tYear\tType\nPeru\t28 April 2024\t2023\tannual\nCuba\tno\t2023\t",
    ],
)
def test_reports_of_a_year(text, ground):
    found = reports.read(text, ground, covers=PartialDate.parse("2023"), duty=ReportDuty.VOLUNTARY)
    told = [
        (one.fact.state, one.fact.report_state, one.fact.duty, one.fact.submitted and one.fact.submitted.edtf)
        for one in found.findings.proposals
    ]
    assert found.problems == ()
    assert told == [
        ("PER", ReportState.SUBMITTED, ReportDuty.ANNUAL, "2024-04-28"),
        ("CUB", ReportState.NOT_SUBMITTED, ReportDuty.VOLUNTARY, None),
    ]
    assert {one.fact.covers.edtf for one in found.findings.proposals} == {"2023"}
    assert all(one.locator.startswith("line ") for one in found.findings.proposals)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Peru\t31 February 2024\nCuba\t2024-04-30", "31 February"),
        ("Peru\t\nCuba\t2024-04-30", "whether the report was submitted"),
        ("Peru\nCuba", "no day of submission"),
        ("State\tSubmitted\tType\nPeru\t2024-04-30\tspecial", "no kind of report"),
    ],
)
def test_a_report_without_a_day_that_can_be_is_told(text, what, ground):
    found = reports.read(text, ground, covers=PartialDate.parse("2023"))
    assert any(what in str(one.error) or what in one.text for one in found.problems)


@pytest.mark.parametrize("joint", [", ", " and ", "\n"])
def test_a_text_that_is_no_list_of_states_at_all_is_told_without_end_of_suggestions(joint, ground):
    words = joint.join(f"nowhere{number}" for number in range(12_000))
    found = roll_call.read(f"In favour: {words}", call(), ground)
    assert found.problems
    assert sum(1 for one in found.problems if one.suggestions) <= MOST_ASKED
    assert not found.findings.proposals
