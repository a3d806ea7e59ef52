"""The report on a plan: what was done under each action, what the register counts, and what it does not hold."""

import pytest

from accede.overview.changes import changes
from accede.paper.tree import text_of
from accede.reporting.recipes.plan import plan_report
from accede.vocabulary.errors import Refused, UnknownName
from recipe_cast import on, prose, report_on, rows, section, shipped, table_of, tables_of, text

pytestmark = pytest.mark.usefixtures("register")


def linked(document, action: str) -> list[list[str]]:
    (table,) = section(document, action).blocks[2:]
    return rows(table)


def test_what_was_done_stands_under_the_action_that_a_record_names():
    document = report_on("oslo")
    assert [line[0] for line in linked(document, "Action #11")] == [
        "26 February 2020",
        "2020",
        "2020",
        "2020",
        "18-20 June 2024",
    ]
    assert linked(document, "Action #12") == [
        ["1 June 2020", "Press release of condemnation", "The President, about reported use in Libya", "–"]
    ]


def test_every_activity_of_the_time_is_told_once_under_its_action_or_under_none():
    document = report_on("maputo", "2018-08-21")
    held = [
        each
        for each in changes(shipped(), "2014-06-27", "2018-08-21").activities
        if each.on.earliest and each.on.earliest.isoformat() > "2014-06-27"
    ]
    count = sum(len(table.rows) for table in tables_of(document) if table.kind == "plain" and not table.caption)
    assert count == len(held)


def test_an_action_is_told_as_our_summary():
    (summary, *_) = section(report_on("oslo"), "Action #12").blocks
    assert summary.kind == "summary"
    assert text_of(summary.inlines).startswith("Stand up for the norms everywhere")


@pytest.mark.parametrize("key", ["nairobi", "cartagena", "siem-reap-angkor"])
def test_a_plan_whose_text_is_not_held_says_so(key):
    assert "The text of its actions on universalization is not held in the register." in text(report_on(key))


def test_an_action_to_which_nothing_is_linked_says_so():
    assert "No activity is linked to this action in the register." in text(plan_report(on("2016-01-01"), "maputo"))


def test_the_plan_s_own_indicators_are_said_not_to_be_held():
    assert "The plan’s own indicators are not held in the register." in prose(section(report_on("oslo"), "Figures"))


def test_the_figures_are_those_of_the_changes():
    lines = {line[0]: line[1:] for line in rows(table_of(report_on("maputo", "2018-08-21"), "Figures of the register"))}
    assert lines["States that deposited an instrument"] == ["3", "Oman, Sri Lanka and the State of Palestine"]
    assert lines["States whose withdrawal took effect"] == ["0", "–"]
    assert lines["States outside that answered a letter"] == ["3", "China, Lebanon and the United States of America"]
    assert lines["States outside that submitted a voluntary report"] == ["1", "Morocco"]


def test_states_that_are_counted_are_all_named():
    lines = {line[0]: line[1:] for line in rows(table_of(report_on("oslo", "2024-11-20"), "Figures of the register"))}
    number, which = lines["States then outside that voted in favour, first plenary vote (12 December 2019)"]
    assert number == str(len(which.replace(" and ", ", ").split(", ")))


def test_where_the_record_is_not_whole_nothing_held_is_not_nought():
    lines = {line[0]: line[1] for line in rows(table_of(report_on(""), "Figures of the register"))}
    assert lines["States outside that made an official statement"] == "none recorded"
    assert lines["States whose withdrawal took effect"] == "5"


def test_a_report_on_a_plan_that_is_over_ends_with_it():
    assert report_on("maputo").as_of == "2019-12-31"
    assert text_of(report_on("maputo").subtitle) == "From 27 June 2014 to 31 December 2019"


def test_without_a_key_it_is_the_plan_in_force():
    assert text_of(plan_report(on("2018-08-21")).title).startswith("Maputo Action Plan")
    assert text_of(plan_report(on("2026-11-22")).title).startswith("Siem Reap-Angkor Action Plan")


def test_a_plan_that_is_not_there_or_had_not_begun_is_refused():
    with pytest.raises(UnknownName, match="no plan 'geneva'"):
        plan_report(shipped(), "geneva")
    with pytest.raises(Refused, match="had not begun"):
        plan_report(on("2018-08-21"), "oslo")
    with pytest.raises(Refused, match="no plan is in force"):
        plan_report(on("2003-01-01"))
