"""One roll call, as of a day, of all States or those outside."""

import pytest

from accede.overview.as_json import as_json
from accede.overview.votes import roll_calls, votes, votes_of
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import UnknownName
from evidence_cast import MONITOR, PAPER, roll_call, small_register, state, view

CAST = {"NOR": Ballot.IN_FAVOUR, "ARM": Ballot.IN_FAVOUR, "KOR": Ballot.ABSTAINED, "MAR": Ballot.NOT_PRESENT}
VOTE = roll_call(Body.PLENARY, 72, "2017-12-04", CAST)


def small(as_of="2018-08-21", calls=(VOTE,), **kinds):
    return small_register(as_of, roll_calls=calls, **kinds)


@pytest.mark.usefixtures("register")
def test_the_first_committee_of_2017_among_states_outside():
    answer = votes_of("apmbc", view("2018-08-21"), Body.FIRST_COMMITTEE, 72, "outside").answer
    counts = answer.counts
    assert (counts.in_favour, counts.against, counts.abstained, counts.not_present) == (14, 0, 16, 3)
    assert answer.not_present == ("KGZ", "LBN", "TON")
    assert set(answer.in_favour) == {
        "ARM", "AZE", "BHR", "CHN", "GEO", "KAZ", "LAO", "LBY", "MHL", "FSM", "MNG", "MAR", "SGP", "ARE",
    }  # fmt: skip


@pytest.mark.usefixtures("register")
def test_the_plenary_of_2017_differs_from_the_committee():
    answer = votes_of("apmbc", view("2018-08-21"), Body.PLENARY, 72).answer
    assert (answer.resolution, answer.on.edtf) == ("A/RES/72/53", "2017-12-04")
    assert (answer.counts.in_favour, answer.counts.abstained) == (167, 17)
    assert answer.stated == {"in_favour": 167, "against": 0, "abstained": 17}
    assert {"KGZ", "TON"} <= set(answer.in_favour)
    assert "OMN" in answer.abstained
    assert answer.not_a_member == ("COK", "VAT", "NIU", "PSE")
    assert len(votes_of("apmbc", view("2018-08-21"), Body.PLENARY, 72, "outside").answer.abstained) == 16


@pytest.mark.usefixtures("register")
def test_the_other_text_of_1997_is_no_vote_on_the_resolution():
    assert votes_of("apmbc", view("2018-08-21"), Body.PLENARY, 52).answer.resolution == "A/RES/52/38A"


def test_a_roll_call_is_json_in_the_order_of_the_contract():
    found = as_json(votes(small(), Body.PLENARY, 72).answer)
    ballots = ["in_favour", "against", "abstained", "not_present", "not_recorded", "not_a_member"]
    assert list(found) == ["resolution", "body", "session", "on", "stated", "counts", *ballots]
    assert list(found["counts"]) == ballots
    assert found["on"] == {"edtf": "2017-12-04", "earliest": "2017-12-04", "latest": "2017-12-04"}
    assert found["in_favour"] == ["ARM", "NOR"]


def test_a_state_that_was_no_member_then_is_not_absent():
    answer = votes(small(), Body.PLENARY, 72).answer
    assert answer.not_a_member == ("VAT",)
    assert answer.not_recorded == ()


def test_a_member_without_a_ballot_is_not_recorded_and_not_absent():
    call = roll_call(Body.PLENARY, 72, "2017-12-04", {"NOR": Ballot.IN_FAVOUR})
    answer = votes(small(calls=[call]), Body.PLENARY, 72).answer
    assert answer.not_recorded == ("ARM", "MAR", "KOR")
    assert answer.not_present == ()


def test_a_state_that_was_not_there_yet_is_in_no_list():
    states = [state("NOR"), state("SSD", since="2011-07-09", member_since="2011-07-14")]
    call = roll_call(Body.PLENARY, 60, "2005-12-08", {"NOR": Ballot.IN_FAVOUR})
    answer = votes(small(calls=[call], states=states), Body.PLENARY, 60).answer
    assert sum(as_json(answer.counts).values()) == 1


def test_a_ballot_of_a_former_state_is_counted():
    states = [state("NOR"), state("YUG", until="2003-02-03", kind="former")]
    call = roll_call(Body.PLENARY, 54, "1999-12-01", {"NOR": Ballot.IN_FAVOUR, "YUG": Ballot.NOT_RECORDED})
    assert votes(small(calls=[call], states=states), Body.PLENARY, 54).answer.not_recorded == ("YUG",)


def test_a_vote_after_the_day_is_not_there():
    with pytest.raises(UnknownName, match="no vote of that session is held by that day"):
        votes(small("2017-12-03"), Body.PLENARY, 72)
    assert roll_calls(small("2017-12-03")) == ()


def test_a_vote_of_the_other_body_is_not_there():
    with pytest.raises(UnknownName, match="First Committee, session 72"):
        votes(small(), Body.FIRST_COMMITTEE, 72)


BESIDE = roll_call(
    Body.PLENARY, 72, "2017-12-04", {"KOR": Ballot.AGAINST, "NOR": Ballot.IN_FAVOUR}, source=MONITOR, beside="~monitor"
)


def test_another_record_of_the_vote_is_kept_beside_and_changes_no_count():
    alone, found = votes(small(), Body.PLENARY, 72), votes(small(calls=[BESIDE, VOTE]), Body.PLENARY, 72)
    assert found.answer == alone.answer
    assert found.evidence == VOTE
    (conflict,) = found.conflicts
    assert conflict.iso3 == "KOR"
    assert conflict.claims == ((VOTE.key, PAPER, Ballot.ABSTAINED), (BESIDE.key, MONITOR, Ballot.AGAINST))


def test_a_source_alone_answers_with_its_own_record():
    found = votes(small(calls=[BESIDE, VOTE], sources={MONITOR}), Body.PLENARY, 72)
    assert (found.answer.against, found.conflicts) == (("KOR",), ())
    assert found.answer.not_recorded == ("ARM", "MAR")


def test_who_stands_outside_is_known_from_the_whole_register_whatever_the_source():
    found = votes(small(sources={PAPER}), Body.PLENARY, 72, "outside")
    assert found.answer.in_favour == ("ARM",)
