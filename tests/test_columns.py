"""A fact becomes columns and comes back as it was."""

from dataclasses import fields

import pytest

from accede.activities.values import Activity
from accede.evidence.values import Code, RollCall, Statement
from accede.records.columns import columns_of, fact_from_text, plain
from accede.records.models import MODEL_OF_FACT, digest
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, CodeKind, TextKind

SPOKEN = Statement(
    treaty="apmbc",
    state="FSM",
    occasion="SC June 2008",
    said=PartialDate.parse("2008-06-02"),
    citation="Standing Committee, 2 June 2008",
    channel=Channel.STATEMENT,
    text_kind=TextKind.QUOTATION,
    text="“Words.”",
    codes=(
        Code(
            kind=CodeKind.CONDITION, code="domestic_procedure", target="Congress", expires=PartialDate.parse("2009-01")
        ),
        Code(kind=CodeKind.POSITION, code="committed_to_accede"),
    ),
)
LETTERS = Activity(
    treaty="apmbc", kind=ActivityKind.LETTER_ROUND, on=PartialDate.parse("2018"), by="President", towards=("CHN", "USA")
)


@pytest.mark.parametrize("fact", [SPOKEN, LETTERS])
def test_a_fact_comes_back_as_it_was_stored(fact):
    stored = {column.name: column.store(getattr(fact, column.name)) for column in columns_of(type(fact))}
    assert all(isinstance(value, str | int | bool | None) for value in stored.values())
    assert type(fact)(**{column.name: column.restore(stored[column.name]) for column in columns_of(type(fact))}) == fact


@pytest.mark.parametrize("fact", list(MODEL_OF_FACT), ids=lambda fact: fact.__name__)
def test_the_table_of_a_fact_has_a_column_for_each_of_its_fields(fact):
    columns = {field.name for field in MODEL_OF_FACT[fact]._meta.fields}
    assert {field.name for field in fields(fact)} - {"ballots"} <= columns


def test_ballots_are_rows_of_their_own():
    assert "ballots" not in {column.name for column in columns_of(RollCall)}


def test_a_row_of_a_table_gives_a_fact():
    cells = {
        "treaty": "apmbc",
        "kind": "letter_round",
        "on": "2018",
        "by": "President",
        "towards": "CHN|USA",
        "forum": "",
    }
    assert fact_from_text(Activity, cells) == LETTERS


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"on": "2018-02-31"}, InvalidDate),
        ({"kind": "letter"}, ValueError),
        ({"towards_all_outside": "maybe"}, ValueError),
        ({"towards_count": "many"}, ValueError),
    ],
)
def test_a_cell_that_is_none_of_its_kind_is_refused(cells, error):
    row = {"treaty": "apmbc", "kind": "letter_round", "on": "2018", "by": "President"}
    with pytest.raises(error):
        fact_from_text(Activity, row | cells)


def test_plain_values_are_those_of_json():
    assert plain(SPOKEN.codes[0]) == {
        "kind": "condition",
        "code": "domestic_procedure",
        "trigger": "",
        "target": "Congress",
        "expires": "2009-01",
    }


def test_a_column_added_later_does_not_unseal_what_was_recorded_before():
    before = digest("a_table", ["key", "note"], ["check/1", "looked"])
    assert digest("a_table", ["key", "more", "note", "number"], ["check/1", "", "looked", None]) == before
    assert digest("a_table", ["key", "more"], ["check/1", "looked"]) != before
    assert digest("a_table", ["key", "note", "took_part"], ["check/1", "looked", False]) != before
