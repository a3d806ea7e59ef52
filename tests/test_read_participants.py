"""Lists of participants: States by the part they stand in; delegates are not kept."""

from __future__ import annotations

import pytest

from accede.evidence.values import Attendance
from accede.intake.findings import DocumentKind
from reader_cast import facts, sample, written

TITLE = (
    "Seventeenth Meeting of the States Parties to the Mine Ban Convention, Geneva, 26-30 November 2018\n\n"
    "LIST OF PARTICIPANTS"
)


def listed(tmp_path, *lines: str, title: str = TITLE):
    return written(tmp_path, "\n\n".join([title, *lines]) + "\n")


def there(found) -> list[tuple[str, str]]:
    return [(one.state, one.capacity) for one in facts(found, Attendance)]


def test_states_are_read_by_the_part_they_stand_in():
    found = sample("participants.txt")
    assert (found.kind, found.occasion) == (DocumentKind.PARTICIPANTS, "17MSP")
    assert there(found) == [
        ("AFG", "State Party"),
        ("CIV", "State Party"),
        ("CHN", "observer"),
        ("CUB", "observer"),
        ("LAO", "observer"),
    ]


def test_delegates_are_not_kept():
    assert "Example" not in repr(sample("participants.txt").proposals)


@pytest.mark.parametrize(
    "person",
    ["Mr. Jordan Example", "Ms. Georgia Example, Counsellor", "H.E. Mr. Chad Example", "E. Example, e@example.org"],
)
def test_a_delegate_with_the_name_of_a_state_is_a_delegate(tmp_path, person):
    assert there(listed(tmp_path, "STATES PARTIES", "ALBANIA", person)) == [("ALB", "State Party")]


@pytest.mark.parametrize("line", ["ALBANIA / ALBANIE", "Albania/Albanie/Albania", "Albania / Albanie"])
def test_a_state_in_several_languages_is_one(tmp_path, line):
    assert there(listed(tmp_path, "STATES PARTIES / ÉTATS PARTIES", line)) == [("ALB", "State Party")]


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("CHINACUBA", ["CHN", "CUB"]),
        ("NIGERNIGERIA", ["NER", "NGA"]),
        ("GUINEA-BISSAUGUYANA", ["GNB", "GUY"]),
        ("Papua New GuineaGuinea", ["PNG", "GIN"]),
    ],
)
def test_states_run_together_are_taken_apart(tmp_path, line, states):
    assert there(listed(tmp_path, "STATES NOT PARTIES", line)) == [(state, "observer") for state in states]


@pytest.mark.parametrize("line", ["ATLANTIS", "CHINAATLANTIS", "REPUBLIC OF ATLANTIS"])
def test_what_looks_like_a_state_and_is_none_is_refused(tmp_path, line):
    found = listed(tmp_path, "STATES NOT PARTIES", line, "CUBA")
    assert there(found) == [("CUB", "observer")]
    assert line in str(found.refusal(name="list.txt"))


@pytest.mark.parametrize("line", ["ALBANIA Mr. A. Example", "JORDAN EXAMPLE, Counsellor", "ALBANIA\n\na@example.org"])
def test_a_line_that_begins_with_a_state_and_goes_on_is_refused(tmp_path, line):
    found = listed(tmp_path, "STATES PARTIES", "CHILE", line)
    assert there(found) == [("CHL", "State Party")]
    assert found.refusal(name="list.txt") is not None


def test_organizations_are_no_states(tmp_path):
    found = listed(tmp_path, "STATES PARTIES", "ALBANIA", "INTERNATIONAL ORGANIZATIONS", "OMAN", "GEORGIA FUND")
    assert there(found) == [("ALB", "State Party")]


def test_a_list_of_a_meeting_that_is_not_held_is_refused(tmp_path):
    found = listed(tmp_path, "I. STATES PARTIES", "ALBANIA", title="LIST OF PARTICIPANTS")
    assert found.proposals == ()
    assert "names no meeting that is held" in str(found.refusal(name="list.txt"))


def test_a_list_without_a_state_is_refused(tmp_path):
    assert "no State is found" in str(listed(tmp_path, "STATES PARTIES", "Mr. A. Example").refusal(name="list.txt"))


def test_a_state_listed_twice_took_part_once(tmp_path):
    assert there(listed(tmp_path, "STATES PARTIES", "ALBANIA", "Ms. A. Example", "ALBANIA")) == [("ALB", "State Party")]


def test_a_list_that_ends_in_the_midst_is_said_to(tmp_path):
    found = listed(tmp_path, "STATES PARTIES", "ALBANIA", "[text ends here]")
    assert "cut off" in found.cut_off
    assert "Get the whole paper" in str(found.refusal(name="list.txt"))
