"""The shipped register as files: schema, keys, references and the totals known from its sources. No database."""

import csv
import dataclasses
import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from accede.activities.values import Activity
from accede.evidence import values as evidence
from accede.records.columns import fact_from_text
from accede.records.values import Source
from accede.register import values as register
from accede.register.treaty_file import read_treaty
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Circumstance, Position, Step
from accede.vocabulary.treaty_actions import CONSENT, TreatyActionKind

DATA = Path(str(resources.files("accede.data") / "release.toml")).parent
PAPER = "17msp-status-paper"
FACTS = {
    "occasions": register.Occasion,
    "treaty_actions": register.TreatyAction,
    "status_claims": register.StatusClaim,
    "roll_calls": evidence.RollCall,
    "attendance": evidence.Attendance,
    "reports": evidence.Report,
    "practices": evidence.Practice,
    "statements": evidence.Statement,
    "confirmations": evidence.Confirmation,
    "activities": Activity,
}
IN_OTHER_FILES = {"ballots", "codes", "kept_sha256"}


@cache
def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def keys(table: str) -> set[str]:
    return {row["key"] for row in rows(table)}


STATES = {row["iso3"] for row in rows("states")}


@pytest.mark.parametrize(("table", "fact"), [*FACTS.items(), ("sources", Source)])
def test_the_columns_are_the_fields_of_the_fact(table, fact):
    around = {"key"} if table == "sources" else {"key", "source", "locator"}
    assert set(rows(table)[0]) == {field.name for field in dataclasses.fields(fact)} - IN_OTHER_FILES | around


@pytest.mark.parametrize(("table", "fact"), [*FACTS.items(), ("sources", Source)])
def test_every_row_reads_as_a_fact(table, fact):
    for row in rows(table):
        assert fact_from_text(fact, row) is not None, row["key"]


@pytest.mark.parametrize("table", [*FACTS, "sources", "stated_counts"])
def test_no_key_stands_twice(table):
    assert [key for key, n in Counter(row["key"] for row in rows(table)).items() if n > 1] == []


@pytest.mark.parametrize("table", [*FACTS, "stated_counts", "states", "state_names"])
def test_every_row_has_a_source_that_exists(table):
    assert {row["source"] for row in rows(table)} <= keys("sources")


def test_every_source_of_a_treaty_file_exists():
    for file in (DATA / "treaties").glob("*.toml"):
        named = set(re.findall(r'^source = "(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= keys("sources"), file.name


def test_every_source_is_used_or_named():
    text = "".join(file.read_text(encoding="utf-8") for file in DATA.rglob("*.*") if file.name != "sources.csv")
    named = set(re.findall(r"[a-z0-9][a-z0-9-]*", text))
    assert keys("sources") - named == set()


def test_a_second_source_of_a_fact_stands_beside_a_first():
    for table in FACTS:
        assert {key.split("~")[0] for key in keys(table) if "~" in key} <= keys(table), table


@pytest.mark.parametrize("table", [table for table in FACTS if "state" in rows(table)[0]])
def test_every_state_is_one_of_ours(table):
    assert {row["state"] for row in rows(table)} <= STATES


def test_every_occasion_named_is_held():
    for table in ("statements", "attendance", "activities", "sources"):
        assert {row["occasion"] for row in rows(table)} - {""} <= keys("occasions"), table


def test_replies_and_practices_point_to_what_is_held():
    assert {row["reply_to"] for row in rows("activities") + rows("confirmations")} - {""} <= keys("activities")
    assert {row["statement"] for row in rows("practices")} - {""} <= keys("statements")


def test_every_plan_action_named_is_in_the_treaty_file():
    treaty = read_treaty((DATA / "treaties" / "apmbc.toml").read_text(encoding="utf-8"), "apmbc.toml")
    held = {action.key for plan in treaty.plans for action in plan.actions}
    assert {key for row in rows("activities") for key in row["plan_actions"].split("|")} - {""} <= held


@pytest.mark.parametrize("file", sorted((DATA / "treaties").glob("*.toml")), ids=lambda file: file.stem)
def test_every_treaty_file_reads(file):
    treaty = read_treaty(file.read_text(encoding="utf-8"), file.name)
    assert treaty.key == file.stem
    assert treaty.entry_into_force is not None
    assert treaty.withdrawal is not None


def test_the_release_has_a_number_and_an_instant():
    release = tomllib.loads((DATA / "release.toml").read_text(encoding="utf-8"))
    assert release["number"] == 1
    assert release["released_at"].isoformat() == "2026-11-22T00:00:00+00:00"


def test_nothing_from_memory_came_in():
    for table in [*FACTS, "sources"]:
        assert not any("memory" in cell for row in rows(table) for cell in row.values()), table


# Treaty actions


def _consents() -> list[dict[str, str]]:
    return [row for row in rows("treaty_actions") if TreatyActionKind(row["kind"]) in CONSENT and "~" not in row["key"]]


def _joined_by(day: str) -> set[str]:
    on = PartialDate.parse(day).latest
    joined = {row["state"] for row in _consents() if PartialDate.parse(row["deposited"]).counts_from <= on}
    left = {
        row["state"]
        for row in rows("treaty_actions")
        if row["kind"] == "withdrawal" and row["effective"] and PartialDate.parse(row["effective"]).counts_from <= on
    }
    return joined - left


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1998-09-15", 38),
        ("1998-09-16", 40),
        ("2003-09-03", 136),
        ("2006-07-31", 151),
        ("2013-02-27", 161),
        ("2018-01-15", 164),
        ("2018-08-21", 164),
        ("2025-12-28", 163),
        ("2026-11-22", 162),
    ],
)
def test_as_many_have_joined_as_is_known(day, number):
    assert len(_joined_by(day)) == number


def test_133_signed_before_the_entry_into_force():
    signed = [row["deposited"] for row in rows("treaty_actions") if row["kind"] == "signature"]
    assert len(signed) == 133
    assert max(signed) <= "1999-02-28"


def test_each_state_signs_and_joins_once():
    assert max(Counter(row["state"] for row in _consents()).values()) == 1


def test_lebanon_deposited_on_a_day_known_only_between_two():
    (row,) = [row for row in _consents() if row["state"] == "LBN"]
    assert row["deposited"] == "[2026-01-12..2026-11-22]"


def test_polands_notification_is_not_made_up():
    (row,) = [row for row in rows("treaty_actions") if row["key"] == "apmbc/POL/withdrawal"]
    assert (row["deposited"], row["effective"]) == ("", "2026-02-20")


def test_only_successions_and_withdrawals_state_the_day_they_take_effect():
    stated = {row["kind"] for row in rows("treaty_actions") if row["effective"]}
    assert stated == {"succession", "withdrawal"}


def test_a_step_without_legal_effect_has_no_deposit():
    steps = [row for row in rows("treaty_actions") if row["kind"] in ("announcement", "decision", "suspension")]
    assert {(row["deposited"], row["effective"]) for row in steps} == {("", "")}


# Votes

TOTALS = {
    51: (155, 0, 10), 52: (142, 0, 18), 53: (147, 0, 21), 54: (139, 1, 20), 55: (143, 0, 22), 56: (138, 0, 19),
    57: (143, 0, 23), 58: (153, 0, 23), 59: (157, 0, 22), 60: (158, 0, 17), 61: (161, 0, 17), 62: (164, 0, 18),
    63: (163, 0, 18), 64: (160, 0, 18), 65: (165, 0, 17), 66: (162, 0, 18), 67: (165, 0, 19), 68: (165, 0, 19),
    69: (164, 0, 17), 70: (168, 0, 17), 71: (164, 0, 20), 72: (167, 0, 17), 73: (169, 0, 16), 74: (169, 0, 18),
    75: (169, 0, 17), 76: (169, 0, 19), 77: (167, 0, 17), 78: (170, 1, 16), 79: (173, 1, 14),
}  # fmt: skip


def _ballots(roll_call: str) -> dict[str, list[str]]:
    cast: dict[str, list[str]] = {}
    for row in rows("ballots"):
        if row["roll_call"] == roll_call:
            cast.setdefault(row["ballot"], []).append(row["state"])
    return cast


def test_every_ballot_belongs_to_a_roll_call_and_a_state_once():
    assert {row["roll_call"] for row in rows("ballots")} <= keys("roll_calls")
    assert {row["state"] for row in rows("ballots")} <= STATES
    cast = Counter((row["roll_call"], row["state"]) for row in rows("ballots"))
    assert max(cast.values()) == 1


@pytest.mark.parametrize("session", TOTALS)
def test_the_ballots_of_the_plenary_add_up_to_the_totals(session):
    cast = _ballots(f"apmbc/plenary/{session}")
    counted = tuple(len(cast.get(ballot, ())) for ballot in ("in_favour", "against", "abstained"))
    (row,) = [row for row in rows("roll_calls") if row["key"] == f"apmbc/plenary/{session}"]
    stated = tuple(int(row[f"stated_{ballot}"]) for ballot in ("in_favour", "against", "abstained"))
    assert counted == stated == TOTALS[session]
    assert row["is_complete"] == "true"


def test_a_plenary_record_never_says_not_present():
    assert not any(row["ballot"] == "not_present" for row in rows("ballots") if "plenary" in row["roll_call"])


def test_every_complete_roll_lists_the_members_of_its_day():
    members = {
        row["iso3"]: PartialDate.parse(row["un_member_since"])
        for row in rows("states")
        if row["in_universe"] == "yes" and row["un_member_since"]
    }
    for row in rows("roll_calls"):
        if row["is_complete"] == "true":
            voted = PartialDate.parse(row["voted"])
            listed = {ballot["state"] for ballot in rows("ballots") if ballot["roll_call"] == row["key"]}
            old_seat = {"YUG"} if voted.latest < members["SRB"].earliest else set()
            assert listed == {s for s, since in members.items() if since.latest <= voted.latest} | old_seat, row["key"]


def test_the_two_congos_are_not_swapped():
    assert "COG" in _ballots("apmbc/plenary/52")["in_favour"]
    assert "COD" in _ballots("apmbc/plenary/53")["in_favour"]
    assert _ballots("apmbc/plenary/52~unvotes") == {"in_favour": ["COD"], "not_recorded": ["COG"]}


def test_the_other_text_of_1997_is_not_in_the_series():
    assert not any(row["symbol"] == "A/RES/52/38H" for row in rows("roll_calls"))


def test_the_first_committee_of_2017_stands_as_the_paper_prints_it():
    cast = _ballots("apmbc/first-committee/72")
    assert {ballot: len(states) for ballot, states in cast.items()} == {
        "in_favour": 14,
        "abstained": 16,
        "not_present": 3,
    }
    assert cast["not_present"] == ["KGZ", "LBN", "TON"]


def test_the_other_report_of_that_vote_has_morocco_and_libya_abstain():
    assert {"MAR", "LBY"} <= set(_ballots("apmbc/first-committee/72~icbl-2017-11-09")["abstained"])


def test_an_unattributed_total_stays_unattributed():
    assert not any(row["source"] == "18msp-statement" for row in rows("roll_calls"))
    assert [row["number"] for row in rows("stated_counts") if row["what"].startswith("votes")] == ["163", "16"]


# Attendance and reports

NINE = ("IM2014", "3RC", "IM2015", "14MSP", "IM2016", "15MSP", "IM2017", "16MSP", "IM2018")


def test_the_matrix_of_the_paper_has_64_marks_over_nine_occasions():
    table = [row for row in rows("attendance") if row["source"] == PAPER and row["basis"] == "table"]
    assert {row["occasion"] for row in table} == set(NINE)
    assert len({row["state"] for row in table}) == 16
    assert sum(row["claim"] == "took_part" for row in table) == 64


def test_absence_of_those_missing_from_the_table_is_marked_as_inferred():
    inferred = [row for row in rows("attendance") if row["basis"] == "inferred"]
    assert (len(inferred), {row["claim"] for row in inferred}) == (17 * 9, {"did_not"})


def test_the_last_column_has_33_states_of_whom_four_never_took_part():
    column = [row for row in rows("attendance") if row["basis"] == "column"]
    assert len({row["state"] for row in column}) == len(column) == 33
    assert {row["state"] for row in column if row["claim"] == "never"} == {"IRN", "KOR", "PRK", "UZB"}


def test_nothing_is_said_of_the_attendance_of_those_that_withdrew():
    assert not {row["state"] for row in rows("attendance")} & {"EST", "LVA", "LTU", "FIN", "POL"}


def test_the_papers_reports_are_held():
    told = {(row["state"], row["submitted"]) for row in rows("reports") if row["source"] == PAPER and row["submitted"]}
    assert told == {("AZE", "2008"), ("AZE", "2009"), ("LAO", "2011"), ("MAR", "2018"), ("MNG", "2007")}


# Statements


def test_28_states_have_37_statements_in_places_from_one():
    places: dict[str, list[str]] = {}
    for row in rows("statements"):
        places.setdefault(row["state"], []).append(row["place"])
    assert (len(places), len(rows("statements"))) == (28, 37)
    assert all(held == [str(n + 1) for n in range(len(held))] for held in places.values())


def test_a_statement_is_our_summary_and_nobody_elses_words():
    for row in rows("statements"):
        assert (row["text"], row["text_kind"]) == ("", "summary"), row["key"]
        assert row["summary"], row["key"]
        assert not re.search(r"[“”\"]|\b(I|we|our|us)\b", row["summary"]), row["key"]


def test_every_code_is_in_its_list_and_only_conditions_have_targets():
    lists = {"position": Position, "circumstance": Circumstance, "step": Step, "condition": Circumstance}
    assert {row["statement"] for row in rows("statement_codes")} <= keys("statements")
    for row in rows("statement_codes"):
        assert lists[row["kind"]](row["code"]), row
        assert bool(row["target"]) == (row["kind"] == "condition"), row
        assert 0 < len(row["trigger"].split()) <= 8, row


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("apmbc/PAK/statement/2", "armed_groups"),
        ("apmbc/PAK/statement/2", "other_forum"),
        ("apmbc/IND/statement/1", "other_forum"),
        ("apmbc/USA/statement/1", "alliance"),
        ("apmbc/MNG/statement/1", "domestic_procedure"),
        ("apmbc/MNG/statement/1", "limited_resources"),
    ],
)
def test_what_a_statement_speaks_of_is_no_reason_for_not_joining_unless_it_says_so(statement, code):
    assert not [
        row
        for row in rows("statement_codes")
        if (row["statement"], row["kind"], row["code"]) == (statement, "circumstance", code)
    ]


def test_a_title_is_what_the_source_is_called_and_our_remarks_are_notes():
    filed = [row for row in rows("sources") if re.search("filed under", row["title"] + row["note"], re.IGNORECASE)]
    assert len(filed) > 20
    assert not [row["key"] for row in filed if "filed under" in row["title"]]


def test_one_condition_has_a_day_it_was_expected_by():
    assert [(row["statement"], row["expires"]) for row in rows("statement_codes") if row["expires"]] == [
        ("apmbc/FSM/statement/1", "2009-01")
    ]


def test_the_parts_of_a_citation_follow_each_other():
    parts: dict[str, list[str]] = {}
    for row in rows("citations"):
        parts.setdefault(row["of"], []).append(row["part"])
    assert set(parts) <= keys("statements") | keys("confirmations")
    assert all(held == [str(n + 1) for n in range(len(held))] for held in parts.values())


# Practices and activities


def test_use_in_a_state_by_an_armed_group_is_not_use_by_it():
    groups = [row for row in rows("practices") if row["actor"] == "armed_group"]
    assert {"IND", "PAK", "MMR"} <= {row["state"] for row in groups}
    assert {row["status"] for row in groups} == {"alleged"}


def test_the_use_in_libya_of_2020_names_no_user():
    (claim,) = [row for row in rows("practices") if row["claimant"] == "UNSMIL"]
    releases = [row for row in rows("activities") if row["about_state"] == "LBY"]
    assert {claim["actor"], *(row["actor"] for row in releases)} == {"unknown"}


def test_a_state_alone_declares_its_own_practice():
    for row in rows("practices"):
        assert (row["claimant"] == row["state"]) == (row["status"] in ("declared", "denied", "declined")) or (
            row["actor"] == "armed_group"
        ), row["key"]


def test_the_round_of_2018_went_to_33_and_two_answered():
    (letters,) = [row for row in rows("activities") if row["key"] == "apmbc/letters/2018"]
    assert (letters["towards_count"], letters["towards_all_outside"]) == ("33", "true")
    assert [row["by"] for row in rows("activities") if row["reply_to"] == letters["key"]] == ["CHN", "USA"]
    assert [row["reply_to"] for row in rows("confirmations")] == [letters["key"]] * 2


def test_an_old_none_speaks_only_of_its_own_day():
    assert {row["listed"] for row in rows("status_claims") if row["key"].startswith("ccw/ARM")} == {"2014"}


# What was carried over, held against the shared tables


def _shared_table(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_deposits_are_those_of_the_shared_table(shared):
    ours = {row["state"]: row["deposited"] for row in _consents() if row["state"] != "LBN"}
    given = _shared_table(shared, "apmbc_status.csv")
    assert ours == {row["iso3"]: row["deposit_date"] for row in given if row["deposit_date"]}


def test_the_ballots_are_those_of_the_shared_table(shared):
    meaning = {"Y": "in_favour", "N": "against", "A": "abstained", "NV": "not_recorded"}
    given = {
        (row["resolution"], row["iso3"]): meaning[row["vote"]]
        for row in _shared_table(shared, "unga_votes.csv")
        if row["kind"] != "other-landmine"
    }
    symbols = {row["key"]: row["symbol"] for row in rows("roll_calls") if row["is_complete"] == "true"}
    ours = {
        (symbols[row["roll_call"]], row["state"]): row["ballot"]
        for row in rows("ballots")
        if row["roll_call"] in symbols
    }
    assert ours == given


def test_the_attendance_is_that_of_the_shared_table(shared):
    ours = {(row["state"], row["occasion"], row["claim"] != "did_not") for row in rows("attendance")}
    for row in _shared_table(shared, "attendance.csv"):
        assert (row["iso3"], row["meeting"], row["attended"] == "Y") in ours, row


def test_every_citation_stands_in_the_paper(shared):
    paper = (shared / "documents" / "000_144bfe5992db99ac.txt").read_text(encoding="utf-8")
    plain = " ".join(re.sub(r"<[^>]+>", "", paper).split())
    long: dict[str, list[str]] = {}
    for row in rows("citations"):
        long.setdefault(row["of"], []).append(row["words"])
    for row in rows("statements") + rows("confirmations"):
        citation = " ".join(long[row["key"]]) if row["key"] in long else row["citation"]
        assert citation in plain, row["key"]


def test_every_trigger_stands_in_the_paper(shared):
    paper = (shared / "documents" / "000_144bfe5992db99ac.txt").read_text(encoding="utf-8")
    plain = " ".join(re.sub(r"<[^>]+>", "", paper).split())
    for row in rows("statement_codes"):
        assert row["trigger"] in plain, row


def test_no_sentence_of_the_papers_stands_in_the_data(shared):
    def runs(text: str) -> set[str]:
        words = [word.lower() for word in re.findall(r"[A-Za-z0-9’']+", re.sub(r"<[^>]+>", " ", text))]
        return {" ".join(words[i : i + 14]) for i in range(len(words) - 13)}

    title = "prohibition of the use stockpiling production and transfer"
    papers = {run for file in (shared / "documents").glob("*.txt") for run in runs(file.read_text(encoding="utf-8"))}
    for file in DATA.rglob("*.*"):
        copied = {run for run in runs(file.read_text(encoding="utf-8")) & papers if title not in run}
        assert copied == set(), file.name
