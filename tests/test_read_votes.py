"""Votes as text: lists by ballot, the lines of the United Nations' digital library, and its table."""

from __future__ import annotations

import pytest

from accede.evidence.values import RollCall
from accede.intake.findings import DocumentKind
from accede.vocabulary.ballots import Ballot
from reader_cast import facts, sample, written

COMMITTEE = "First Committee, 30 October 2031\n\nMine Ban Convention: draft resolution A/C.1/86/L.33\n\n"


def call(found) -> RollCall:
    (one,) = facts(found, RollCall)
    return one


def listed(tmp_path, *lines: str):
    return written(tmp_path, COMMITTEE + "\n\n".join(lines) + "\n")


def test_a_list_of_the_first_committee():
    found = call(sample("vote_list.txt"))
    assert (found.body, found.session, found.draft, found.voted.edtf) == (
        "first-committee", 86, "A/C.1/86/L.33", "2031-10-30",
    )  # fmt: skip
    assert (found.stated_in_favour, found.stated_against, found.stated_abstained) == (5, 0, 3)
    ballots = dict(found.ballots)
    assert [state for state, ballot in ballots.items() if ballot is Ballot.ABSTAINED] == ["CUB", "EGY", "KOR"]
    assert {ballots["TON"], ballots["UZB"]} == {Ballot.NOT_PRESENT}


def test_lines_with_a_letter_and_a_state():
    found = call(sample("vote_lines.txt"))
    assert (found.body, found.session, found.symbol) == ("plenary", 86, "A/RES/86/40")
    assert dict(found.ballots) == {
        "AFG": Ballot.IN_FAVOUR,
        "ALB": Ballot.IN_FAVOUR,
        "NAM": Ballot.IN_FAVOUR,
        "CUB": Ballot.ABSTAINED,
        "IRN": Ballot.ABSTAINED,
        "TON": Ballot.NOT_RECORDED,
    }


def test_the_table_of_the_digital_library():
    sheet = sample("vote_record.csv")
    found = call(sheet)
    assert sheet.kind is DocumentKind.VOTE_RECORD
    assert (found.symbol, found.voted.edtf, len(found.ballots)) == ("A/RES/86/40", "2031-12-03", 7)
    assert dict(found.ballots)["NAM"] is Ballot.IN_FAVOUR
    assert dict(found.ballots)["TON"] is Ballot.NOT_RECORDED


@pytest.mark.parametrize(
    ("names", "states"),
    [
        ("Cuba, Egypt and Israel", ["CUB", "EGY", "ISR"]),
        ("Antigua and Barbuda, Bosnia and Herzegovina, Cuba", ["ATG", "BIH", "CUB"]),
        ("Cuba, Egypt, Trinidad and Tobago", ["CUB", "EGY", "TTO"]),
        ("Cuba, Egypt, and Trinidad and Tobago", ["CUB", "EGY", "TTO"]),
        ("Egypt, Cuba and Trinidad and Tobago", ["CUB", "EGY", "TTO"]),
        ("Egypt, Trinidad and Tobago and Cuba", ["CUB", "EGY", "TTO"]),
        ("Bolivia (Plurinational State of), Iran (Islamic Republic of); Côte d’Ivoire", ["BOL", "CIV", "IRN"]),
        ("CubaEgypt, Israel", ["CUB", "EGY", "ISR"]),
    ],
)
def test_the_names_of_a_list(tmp_path, names, states):
    found = listed(tmp_path, f"Abstaining: {names}.", "Against: None.")
    assert found.not_understood == ()
    assert sorted(dict(call(found).ballots)) == states


def test_a_list_goes_on_in_the_next_paragraph(tmp_path):
    found = listed(tmp_path, "In favour: Albania, Algeria,", "Andorra, Angola, Austria.", "Against: None.")
    assert len(call(found).ballots) == 5


def test_an_unknown_name_in_a_list_is_refused(tmp_path):
    found = listed(tmp_path, "In favour: Albania, Atlantis, Austria.", "Against: None.")
    assert "Atlantis" in str(found.refusal(name="votes.txt"))
    assert sorted(dict(call(found).ballots)) == ["ALB", "AUT"]


def test_a_state_in_two_lists_is_refused(tmp_path):
    found = listed(tmp_path, "In favour: Albania, Cuba.", "Abstaining: Cuba, Egypt.")
    assert "CUB has two ballots" in str(found.refusal(name="votes.txt"))


def test_a_list_without_body_and_year_is_refused(tmp_path):
    found = written(tmp_path, "How they voted\n\nIn favour: Albania, Cuba.\n\nAgainst: None.\n")
    assert facts(found, RollCall) == []
    assert "in which body and session" in str(found.refusal(name="votes.txt"))


def test_a_list_cut_off_is_said_to_be(tmp_path):
    found = listed(tmp_path, "In favour: Albania, Cuba.", "Abstaining: Egypt, Israel, [text ends here]")
    assert found.refusal(name="votes.txt") is not None
