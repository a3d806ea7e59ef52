"""The hand-over pack: what stands open, what was promised, what comes, what is old; and what is not held."""

import pytest

from accede.overview.conditions import conditions
from accede.overview.gaps import gaps
from accede.overview.headline import headline
from accede.overview.standings import standings
from accede.paper.tree import DrawnTable, tables, text_of
from recipe_cast import on, pack_of, prose, rows, section, table_of, tables_of

pytestmark = pytest.mark.usefixtures("register")

DAYS = ["2008-12-01", "2011-12-03", "2018-12-01", "2020-11-21", "2025-12-20", "2026-11-22"]


@pytest.mark.parametrize("day", DAYS)
def test_what_is_handed_over_is_counted_as_the_answers_count_it(day):
    told = prose(section(pack_of(day), "In short"))
    counts, silent = headline(on(day)).counts, gaps(on(day))
    assert f"{counts.outside} States stand outside the Convention and {counts.joined} have joined it." in told
    lines = told.split("\n")
    assert _number(lines[3]) == len(conditions(on(day)))
    assert _number(lines[5]) == silent.none
    assert _number(lines[6]) == silent.older


def _number(line: str) -> int:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    first = line.split()[0]
    return words.index(first) if first in words else int(first)


def test_letters_without_a_reply_are_told_by_how_many_have_not_answered():
    told = prose(section(pack_of("2018-12-01"), "Letters without a reply"))
    assert "a reply is recorded from China and the United States of America" in told
    assert "of 31 States that are still outside no reply is recorded" in told
    assert "Lebanon: a reply is recorded from Lebanon" in told


def test_when_no_letters_are_recent_the_last_round_is_told_as_old():
    told = prose(section(pack_of("2026-11-22"), "Letters without a reply"))
    assert told.startswith("No letters of the last three years are recorded. The last round before that:")


def test_promises_are_those_read_in_statements_with_their_day():
    lines = rows(table_of(pack_of("2018-12-01"), "Promises and intentions"))
    assert ["Lao People’s Democratic Republic", "Committed to accede", "21-25 May 2012"] in lines
    assert ["Morocco", "Accession is a strategic objective", "7-8 June 2018"] in lines


def test_a_condition_that_ran_out_is_told_as_such():
    lines = {line[0]: line for line in rows(table_of(pack_of("2018-12-01"), "Conditions"))}
    assert lines["Micronesia (Federated States of)"][2:] == ["2 June 2008", "January 2009", "The time given has passed"]


def test_a_time_that_is_still_to_come_is_a_day_to_come():
    days = rows(table_of(pack_of("2008-12-01"), "Next occasions and due days"))
    assert any(line[0] == "January 2009" and "expected by then" in line[1] for line in days)


def test_withdrawals_and_entries_into_force_to_come_stand_with_their_day():
    days = rows(table_of(pack_of("2025-12-20"), "Next occasions and due days"))
    assert ["27 December 2025", "The withdrawal of Estonia takes effect"] in days
    assert ["20 February 2026", "The withdrawal of Poland takes effect"] in days
    days = rows(table_of(pack_of("2026-11-22"), "Next occasions and due days"))
    assert any("enters into force for Lebanon" in line[1] for line in days)


def test_occasions_of_the_coming_year_stand_there_and_no_later_ones():
    days = rows(table_of(pack_of("2018-12-01"), "Next occasions and due days"))
    assert ["25 November 2019", "Fourth Review Conference, Oslo (presidency: Norway)"] in days
    assert not any("2020" in line[0] for line in days)
    assert any("due from each State Party (Article 7.2)" in line[1] and line[0] == "30 April 2019" for line in days)


@pytest.mark.parametrize("day", DAYS)
def test_every_state_outside_stands_once_in_the_table_of_what_is_old(day):
    table = table_of(pack_of(day), "How old what we hold is")
    held = {gap.iso3: gap for gap in gaps(on(day)).states}
    assert sorted(row.key for row in table.rows) == sorted(held)
    for row, line in zip(table.rows, rows(table), strict=True):
        said_on = held[row.key].said_on
        assert line[1] == (said_on.wording() if said_on else "none held")


def test_contradictions_and_open_standings_are_named():
    told = prose(section(pack_of("2026-11-22"), "Open questions in the records"))
    uncertain = [iso3 for iso3, found in standings(on("2026-11-22")).items() if found.is_uncertain]
    assert uncertain == ["LBN"]
    assert standings(on("2026-11-22"))["LBN"].why.rstrip(".") in told
    assert "The Republic of Korea, Standing Committees, June 2008" in told
    assert "has never taken part by the status paper of the 17MSP" in told


def test_what_the_register_does_not_hold_is_said():
    told = prose(section(pack_of("2026-11-22"), "Not held"))
    assert "contacts at missions and in capitals" in told
    assert "drafts of letters, notes and statements" in told
    assert "borders" not in told
    assert "the text of the actions of the Siem Reap-Angkor Action Plan on universalization" in told
    assert "for 2026, any record of letters to the States not party" in told


def test_the_presidencies_are_named_as_far_as_held():
    assert text_of(pack_of("2026-11-22").subtitle) == (
        "As of 22 November 2026, from the presidency of the 22MSP (Japan) to the presidency of the 23MSP (Zambia)"
    )
    assert pack_of("2026-11-22").masthead.agenda_item.endswith("not for distribution")


@pytest.mark.parametrize("day", DAYS)
def test_the_sections_are_numbered_in_order(day):
    numbers = [each.number for each in pack_of(day).sections if each.number]
    assert numbers == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert all(len(table.rows) for table in tables_of(pack_of(day)))


def test_the_age_of_what_we_hold_is_also_shown_on_a_map():
    (drawn,) = (table for table in tables(pack_of("2018-12-01")) if isinstance(table, DrawnTable))
    assert drawn.drawing.svg.count('class="tile unknown"') == 6  # five tiles, and the one of the legend
