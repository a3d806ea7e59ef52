"""The accession kit: steps, model instruments in the State's formal name, and days that are those of the calculator."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accede.overview.calculator import consequences
from accede.overview.standings import outside, standings
from accede.paper.tree import Figure, Paragraph, text_of
from accede.reporting.recipes.kit import kit
from accede.reporting.recipes.kit.texts import filled, kit_texts
from accede.vocabulary.errors import Damaged, Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from recipe_cast import TODAY, kit_for, names, on, prose, rows, section, shipped, table_of, text

pytestmark = pytest.mark.usefixtures("register")


def wording(day: date) -> str:
    return PartialDate.on_day(day).wording()


@pytest.mark.parametrize("iso3", ["IRN", "MNG", "FSM", "LTU", "USA", "CUB"])
@pytest.mark.parametrize("deposit", ["2026-12-31", "2027-01-01", "2027-08-31", "2028-02-29"])
def test_the_days_are_those_of_the_calculator(iso3, deposit):
    found = consequences(on(TODAY), iso3, date.fromisoformat(deposit))
    lines = rows(table_of(kit_for(iso3, deposit), "What follows from the deposit"))
    assert [line[1] for line in lines] == [
        wording(date.fromisoformat(deposit)),
        wording(found.entry_into_force),
        *(wording(due.due) for due in found.obligations),
    ]
    assert [line[3] for line in lines] == ["16.3", "17", *(due.article for due in found.obligations)]
    assert f"{found.counts_after.joined} States will have joined" in text(kit_for(iso3, deposit))


def test_months_are_counted_from_that_of_the_deposit():
    lines = rows(table_of(kit_for("MNG", "2027-03-15"), "What follows from the deposit"))
    assert [(line[0], line[1]) for line in lines] == [
        ("0", "15 March 2027"),
        ("6", "1 September 2027"),
        ("11", "28 February 2028"),
        ("13", "30 April 2028"),
        ("54", "1 September 2031"),
        ("126", "1 September 2037"),
    ]


@pytest.mark.parametrize("deposit", ["2027-01-15", "2027-06-30", "2027-12-01"])
def test_a_deposit_in_another_month_has_the_days_that_the_calculator_gives_for_it(deposit):
    lines = rows(table_of(kit_for("MNG", deposit), "Days by month of deposit"))
    assert len(lines) == 12
    first = date.fromisoformat(deposit).replace(day=1)
    for line in lines:
        found = consequences(on(TODAY), "MNG", first)
        by_article = {due.article: wording(due.due) for due in found.obligations}
        assert line == [
            PartialDate.parse(f"{first:%Y-%m}").wording(),
            wording(found.entry_into_force),
            by_article["7.1"],
            by_article["4"],
            by_article["5.1"],
        ]
        first = (first + timedelta(days=31)).replace(day=1)


@pytest.mark.parametrize(
    ("iso3", "name"),
    [
        ("IRN", "The Islamic Republic of Iran, having examined the Convention, hereby accedes to it"),
        ("FSM", "The Federated States of Micronesia, having examined the Convention, hereby accedes to it"),
        ("MNG", "Mongolia, having examined the Convention, hereby accedes to it"),
    ],
)
def test_the_instrument_bears_the_formal_name(iso3, name):
    assert prose(section(kit_for(iso3, "2027-03-15"), "Instrument of accession")).split("\n")[2].startswith(name)


def test_a_formal_name_that_is_not_held_leaves_a_marked_blank():
    document = kit(on(TODAY), "IRN", date(2027, 3, 15), names=())
    assert "[formal name of the State: not held in the register]" in prose(section(document, "Instrument of accession"))
    assert "The register does not hold its formal name: its place is left open." in text(document)


@pytest.mark.parametrize("iso3", ["ARM", "PRK", "KOR", "VNM", "USA", "POL", "EST"])
def test_the_name_rests_on_the_record_of_the_name(iso3):
    instrument = section(kit_for(iso3, "2027-03-15"), "Instrument of accession")
    figures = [
        inline
        for block in instrument.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Figure)
    ]
    assert figures
    assert all(key.startswith(f"{iso3}/en/formal/") for figure in figures for key in figure.evidence)


def test_a_signatory_ratifies():
    document = kit_for("MHL", "2018-12-31", "2018-08-21")
    assert "hereby ratifies it" in prose(section(document, "Instrument of ratification"))
    assert "It decides, by the procedure of its own law, to be bound by it: to ratify, accept or approve it." in text(
        document
    )
    assert "accedes" not in text(document)


def test_a_state_that_has_withdrawn_is_told_to_settle_how_it_joins_again():
    assert "By which instrument a State joins again is for it and the depositary to settle beforehand" in text(
        kit_for("LTU", "2027-03-15")
    )


def test_every_step_has_its_rule():
    steps = section(kit_for("IRN", "2027-03-15"), "Steps").blocks
    assert [block.number for block in steps[1:]] == [f"({letter})" for letter in "abcdef"]
    assert all(text_of(block.inlines).endswith(")") and "Article" in text_of(block.inlines) for block in steps[1:])


def test_every_state_outside_has_its_kit():
    for iso3 in outside(standings(on(TODAY))):
        told = text(kit(on(TODAY), iso3, date(2027, 3, 15), names=names()))
        assert "not held in the register" not in told
        assert "{" not in told


def test_who_has_joined_needs_no_kit():
    with pytest.raises(Refused, match="France has joined already"):
        kit(shipped(), "FRA", date(2027, 3, 15))
    with pytest.raises(UnknownName, match="no State 'XXX'"):
        kit(shipped(), "XXX", date(2027, 3, 15))


def test_a_treaty_without_a_kit_is_refused():
    with pytest.raises(Refused, match="no accession kit is held for other"):
        kit_texts("other")
    other = replace(shipped(), treaty=replace(shipped().treaty, key="other"))
    with pytest.raises(Refused, match="no accession kit is held for other"):
        kit(other, "IRN", date(2027, 3, 15))


def test_a_place_that_nothing_fills_is_found():
    with pytest.raises(Damaged, match=r"nothing fills the place \{who\}"):
        filled("By {who}", {})
    assert text_of(filled("By {who} at [place].", {"who": "us"})) == "By us at [place]."
