"""Numbers on a page and what stands under them: rows of a table, items of a list, States behind a colon."""

import pytest

from accede.reporting.checker.values import ClaimKind
from checker_cast import AGREES, CONTRADICTS, said, verdict, verdicts

pytestmark = pytest.mark.django_db


def table(*names: str, head: str = "State", second: str = "") -> str:
    if second:
        rows = "\n".join(f"| {name} | {second} |" for name in names)
        return f"| {head} | Note |\n| --- | --- |\n{rows}\n"
    rows = "\n".join(f"| {name} |" for name in names)
    return f"| {head} |\n| --- |\n{rows}\n"


LEFT = ("Estonia", "Finland", "Latvia", "Lithuania", "Poland")
HEADINGS = (
    "States that have withdrawn from the Convention ({})",
    "Table 2. States that have withdrawn ({})",
    "The {} States that have withdrawn from the Convention",
    "States withdrawn: {}",
    "Withdrawals ({} States)",
    "Table 4: Withdrawn States (total: {})",
    "{} States have withdrawn:",
)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("mark", ["", "## "])
def test_a_heading_with_a_count_is_held_against_the_rows_below(heading, mark):
    text = f"{mark}{heading}\n\n{table(*LEFT)}"
    assert verdict(text.format(5), "2026-11-22", ClaimKind.HEADING) is AGREES
    assert CONTRADICTS not in verdicts(text.format(5))
    assert verdict(text.format(6), "2026-11-22", ClaimKind.HEADING) is CONTRADICTS


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_with_a_count_is_held_against_the_items_below(heading):
    items = "\n".join(f"- {name}" for name in LEFT)
    assert verdict(f"{heading.format(5)}\n\n{items}\n", "2026-11-22", ClaimKind.HEADING) is AGREES
    assert verdict(f"{heading.format(4)}\n\n{items}\n", "2026-11-22", ClaimKind.HEADING) is CONTRADICTS


@pytest.mark.parametrize(
    "heading",
    [
        "Table 7. States that have withdrawn",
        "States that have withdrawn (2025)",
        "Resolution 72/53",
        "Annex 3: States that have withdrawn (as of 1 June 2026)",
        "Some of the 33 States not party",
        "Four of the 36 States not party",
        "More than 160 States have joined; five have left",
        "Meetings held with States not party in 12 months",
        "At least 3 States have withdrawn",
    ],
)
def test_a_number_that_counts_something_else_is_no_heading_of_a_count(heading):
    for below in (table(*LEFT), "\n".join(f"- {name}" for name in LEFT)):
        assert CONTRADICTS not in {
            one.judgement.verdict for one in said(f"{heading}\n\n{below}", "2026-11-22", ClaimKind.HEADING)
        }


def test_totals_and_notes_below_the_rows_are_not_counted():
    text = "States that have withdrawn (5)\n\n" + table(*LEFT, "Total: 5", second="notified in 2025")
    assert verdict(text, "2026-11-22", ClaimKind.HEADING) is AGREES


def test_rows_that_go_on_below_one_name_are_one_state():
    rows = "| State | Step |\n| --- | --- |\n| Estonia | notified |\n|  | in effect |\n| Latvia | notified |\n"
    text = f"States that have withdrawn (2)\n\n{rows}"
    assert verdict(text, "2026-11-22", ClaimKind.HEADING) is AGREES


def test_the_rows_of_a_table_of_those_outside_are_held_against_the_register_too():
    heading = "States that have withdrawn from the Convention (5)"
    wrong = f"{heading}\n\n{table('Estonia', 'Finland', 'Latvia', 'Lithuania', 'Norway')}"
    assert verdict(wrong) is CONTRADICTS
    assert any("Norway" in one.judgement.why for one in said(wrong))


def test_columns_of_a_vote_are_counted():
    head = "UNGA First Committee vote of 2017 on the mine ban resolution: States not party"
    rows = "| In favour (2) | Not present (3) |\n| --- | --- |\n| Armenia | Kyrgyzstan |\n| China | Micronesia |\n|  | Tonga |\n"
    found = said(f"{head}\n\n{rows}", "2018-08-21", ClaimKind.HEADING)
    assert [one.judgement.verdict for one in found] == [AGREES, AGREES]
    wrong = said(f"{head}\n\n{rows.replace('(2)', '(4)')}", "2018-08-21", ClaimKind.HEADING)
    assert [one.judgement.verdict for one in wrong] == [CONTRADICTS, AGREES]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three States (Estonia, Latvia and Lithuania) withdrew together.", AGREES),
        ("Four States (Estonia, Latvia and Lithuania) withdrew together.", CONTRADICTS),
        ("Three countries – Georgia, Armenia and Azerbaijan – sent observers.", AGREES),
        ("Three countries – Georgia and Azerbaijan – sent observers.", CONTRADICTS),
        ("Three States Parties, namely Chile, Peru and Ecuador, spoke.", AGREES),
        ("Two of the 33 States not party answered: Azerbaijan and Georgia.", AGREES),
        ("Three of the 33 States not party answered: Azerbaijan and Georgia.", CONTRADICTS),
        ("Ten States, including Chile and Peru, spoke.", None),
        ("Seven States (among them Chile and Peru) spoke.", None),
        ("33 States remain outside: from Armenia to Viet Nam.", None),
        ("The number of States Parties stands at 164. Palau, Oman and Sri Lanka joined last.", None),
        ("Six States spoke: Chile, Peru, Ecuador, Colombia, the European Union and the Holy See.", None),
    ],
)
def test_a_number_before_the_states_it_counts(text, expected):
    assert verdict(text, "2018-08-21", ClaimKind.HEADING) is expected
