"""What the answers at the command line say and in what shape, on the shipped register."""

import json
import re

import pytest

from accede.cli.main import program as root
from accede.cli.reference import commands

BY_COMMAND = {
    "status": ["status"],
    "state": ["state", "MAR"],
    "votes": ["votes", "--body", "plenary", "--session", "72"],
    "attendance": ["attendance", "--since", "IM2014"],
    "gaps": ["gaps"],
    "changes": ["changes", "--from", "16MSP", "--to", "2018-08-21"],
    "calc": ["calc", "arm", "--deposit", "2018-08-21"],
    "verify": ["verify"],
}


def said_shape(command):
    """The keys at the first level of the JSON that the help of a command promises, in order."""
    epilog = dict(commands(root, "accede"))[f"accede {command}"].epilog
    depth, flat = 0, ""
    for character in epilog:
        depth -= character in "}]"
        flat += character if depth == 1 else ""
        depth += character in "{["
    return re.findall(r'"(\w+)"', flat)


@pytest.mark.parametrize("command", BY_COMMAND)
def test_json_has_the_keys_that_the_help_promises_in_their_order(answers, command):
    assert list(answers.json(*BY_COMMAND[command])) == said_shape(command)


@pytest.mark.parametrize(
    ("as_of", "counts"),
    [
        ("1998-09-16", {"joined": 40}),
        ("1999-02-28", {"signed": 133}),
        ("2003-09-03", {"joined": 136}),
        ("2006-07-31", {"joined": 151}),
        ("2013-02-27", {"joined": 161, "in_force": 160}),
        ("2018-01-15", {"joined": 164, "in_force": 162}),
        ("2018-08-21", {"joined": 164, "in_force": 164, "outside": 33, "signatory": 1, "non_signatory": 32}),
        ("2025-12-28", {"joined": 163, "withdrawn": 3}),
        ("2026-11-22", {"joined": 162, "withdrawn": 5, "outside": 35}),
    ],
)
def test_status_counts_as_the_field_does(answers, as_of, counts):
    status = answers.json("status", "--as-of", as_of)
    assert {name: status["counts"][name] for name in counts} == counts
    assert status["as_of"] == as_of


def test_status_opens_with_the_answering_sentence(answers):
    first = answers("status", "--as-of", "2018-08-21").out.splitlines()[0]
    assert first == "164 States have joined; 33 remain outside, as of 21 August 2018."


def test_status_names_whose_standing_is_uncertain(answers):
    assert [state["iso3"] for state in answers.json("status", "--as-of", "2026-11-22")["uncertain"]] == ["LBN"]


def test_votes_of_the_plenary_and_of_the_first_committee_differ(answers):
    plenary = answers.json("votes", "--body", "plenary", "--session", "72")
    committee = answers.json(
        "votes", "--body", "first-committee", "--session", "72", "--among", "outside", "--as-of", "2018-08-21"
    )
    assert (plenary["counts"]["in_favour"], plenary["counts"]["abstained"]) == (167, 17)
    assert "VAT" in plenary["not_a_member"]
    assert [committee["counts"][name] for name in ("in_favour", "against", "abstained", "not_present")] == [
        14,
        0,
        16,
        3,
    ]


def test_a_vote_of_which_only_totals_are_held_says_so(answers):
    lines = answers("votes", "--body", "first-committee", "--session", "80").out.splitlines()
    assert lines[0].startswith("Only totals are held: 154 in favour (")
    assert "193" not in " ".join(lines)


def test_attendance_from_one_source_is_the_paper_s(answers):
    found = answers.json("attendance", "--since", "IM2014", "--as-of", "2018-08-21", "--source", "17msp-status-paper")
    assert len(found["occasions"]) == 9
    assert sum(map(len, found["rows"].values())) == 64
    assert sorted(found["never"]) == ["IRN", "KOR", "PRK", "UZB"]


def test_without_a_source_chosen_a_contradicted_never_is_not_said(answers):
    found = answers.json("attendance", "--since", "IM2014", "--as-of", "2018-08-21")
    assert "KOR" not in found["never"]
    assert {"KOR", "VNM", "BHR"} <= {conflict["iso3"] for conflict in found["conflicts"]}


def test_gaps_of_the_paper(answers):
    gaps = answers.json("gaps", "--as-of", "2018-08-21", "--source", "17msp-status-paper")
    assert (gaps["none"], gaps["older"]) == (5, 15)


def test_partial_dates_have_their_bounds(answers):
    votes = answers.json("votes", "--body", "plenary", "--session", "72")
    assert votes["on"] == {"edtf": "2017-12-04", "earliest": "2017-12-04", "latest": "2017-12-04"}


def test_a_bare_day_of_known_on_means_its_end_in_utc(answers):
    day = answers.json("status", "--known-on", "2026-11-23")
    instant = answers.json("status", "--known-on", "2026-11-24T00:59:59.999999+01:00")
    assert day["known_on"] == instant["known_on"] == "2026-11-23T23:59:59.999999+00:00"


def test_what_was_not_recorded_yet_is_not_known(answers):
    assert answers("status", "--known-on", "2026-11-21").code == 2
    assert answers("status", "--known-on", "2026-11-22").code == 0


def test_a_dossier_at_the_terminal_marks_our_summaries(answers):
    lines = answers("state", "MAR", "--as-of", "2018-08-21").out.splitlines()
    assert lines[0] == "Morocco has not signed and has not joined, as of 21 August 2018."
    assert any("Our summary: Morocco" in line for line in lines)


def test_changes_take_days_and_meetings(answers):
    by_day = answers.json("changes", "--from", "2017-12-21", "--to", "2018-08-21")
    by_meeting = answers.json("changes", "--from", "16MSP", "--to", "2018-08-21")
    assert by_day == by_meeting


@pytest.mark.parametrize("command", [name for name in BY_COMMAND if name != "verify"])
def test_text_for_people_ends_its_first_line_with_a_full_stop(answers, command):
    done = answers(*BY_COMMAND[command])
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0].endswith(".")


def test_json_is_utf_8_in_any_locale(answers):
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert answers.cold("votes", "--body", "plenary", "--session", "72", further=ascii_only).code == 0
    state = answers.cold("state", "CIV", "--json", further=ascii_only)
    assert "Côte d’Ivoire" in json.loads(state.out)["name"]
