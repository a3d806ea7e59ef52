"""The open tables: what goes out, and that nothing else does."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from django.utils.translation import override

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.record import record
from accede.evidence.values import Statement
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.publishing.tables import TABLES, columns, flat
from accede.publishing.tables.flat import fields
from accede.records.models import EventKind, SourceVersion
from accede.records.values import Source
from accede.records.write import writing
from accede.reporting.models import EditionVersion
from accede.reporting.values import Edition
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

DAY = date(2018, 8, 21)
MARK = "markerword"


def rows(name, day=DAY):
    return list(TABLES[name].rows(register_of(standpoint(datetime.now(UTC) + timedelta(seconds=1)), day)))


def row(name, key, day=DAY):
    return next(each for each in rows(name, day) if each.key == key)


def everything():
    return b"".join(msgspec.json.encode(rows(name, day)) for name in TABLES for day in (DAY, date(2026, 11, 22)))


def statement(state="BHR", **given):
    words = {"text": f"“{MARK} said.”", "summary": MARK} | given
    return Statement(
        treaty="apmbc",
        state=state,
        occasion="16MSP",
        said=PartialDate.parse("2017-12-18"),
        citation="16MSP, 2017",
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION,
        **words,
    )


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_field_says_what_it_is(table):
    assert table.description.endswith(".")
    assert all(description for _, _, description in fields(table.row))
    assert all(description for _, _, description in columns(table))


@pytest.mark.parametrize("name", [name for name in TABLES if name != "papers"])
def test_keys_are_there_once(name):
    keys = [each.key for each in rows(name)]
    assert keys
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_those_of_the_columns(name):
    wanted = [column for column, _, _ in columns(TABLES[name])]
    for each in rows(name):
        assert list(flat(each)) == wanted


def test_the_standings_of_2018_come_to_the_counts_of_2018():
    held = rows("status")
    assert len(held) == 197
    assert sum(each.has_joined for each in held) == 164
    assert Counter(str(each.standing) for each in held)["signatory"] == 1


def test_a_nested_value_takes_the_name_of_its_field():
    cells = flat(row("treaty_actions", "apmbc/BRA/ratification"))
    assert cells["deposited"] == "1999-04-30"
    assert cells["deposited_earliest"] == date(1999, 4, 30)
    assert cells["source"]
    assert cells["source_title"]


def test_several_words_stand_in_one_cell():
    cells = [flat(each) for each in rows("statements")]
    assert any("; " in (each["circumstances"] or "") for each in cells)
    coded = next(each["codes"] for each in cells if each["codes"])
    assert msgspec.json.decode(coded)[0]["kind"] in {"position", "circumstance", "condition", "step"}


def test_kinds_of_absence_are_different_words():
    told = Counter(str(each.participation) for each in rows("status"))
    assert {"took_part", "never", "not_recorded"} <= set(told)
    cast = Counter(str(each.ballot) for each in rows("ballots"))
    assert {"not_present", "not_recorded", "not_a_member"} <= set(cast)


def test_both_sides_of_a_contradiction_go_out():
    assert {"counts", "contradicts"} <= {str(each.bearing) for each in rows("treaty_actions")}
    assert any(len({other.ballot for other in each.others}) > 1 for each in rows("ballots"))


def test_what_had_not_happened_is_not_there():
    assert all(each.said_on.earliest <= DAY for each in rows("statements") if each.said_on.earliest)
    assert all(each.on.earliest is None or each.on.earliest <= DAY for each in rows("changes") if each.on)
    assert "apmbc/plenary/73" not in {each.key for each in rows("roll_calls")}


def test_states_are_called_as_the_language_has_them():
    with override("fr"):
        assert row("status", "ARM").state_name == "Arménie"
    with override("ar"):
        assert row("states", "ARM").name == row("states", "ARM").name_ar != "Armenia"


def test_a_paper_that_was_sealed_is_listed():
    fact = Edition(
        treaty="apmbc",
        paper="status",
        title="Status of universalization",
        language="en",
        as_of=PartialDate.on_day(DAY),
        known_on="2018-08-21T12:00:00+00:00",
        tree_sha256="0" * 64,
    )
    with writing("ana", "seal") as write:
        write.record("apmbc/status/2018-08-21/en/0", fact, source="")
    assert rows("papers") == []
    judge("ana", EventKind.RELEASE, EditionVersion, "apmbc/status/2018-08-21/en/0")
    (paper,) = rows("papers")
    assert paper.as_of.earliest == DAY
    assert rows("papers", date(2018, 8, 20)) == []


def test_what_is_recorded_and_not_released_does_not_go_out():
    record(
        operator("ana"),
        "apmbc/BHR/statement/16MSP/9",
        statement(),
        source="17msp-status-paper",
        source_text=f"“{MARK} said.”",
    )
    assert MARK.encode() not in everything()


@pytest.mark.parametrize("classed", [Classification.STATES_PARTIES, Classification.PRESIDENCY, Classification.ISU])
def test_what_is_classed_does_not_go_out_even_where_somebody_released_it(classed):
    with writing("ana", "record") as write:
        write.record("apmbc/BHR/statement/16MSP/9", statement(), source="17msp-status-paper", classification=classed)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/16MSP/9")
    assert MARK.encode() not in everything()


def test_neither_who_recorded_nor_why_goes_out():
    with writing(f"{MARK}-recorder", "record", reason=f"{MARK} reason") as write:
        write.record(
            "apmbc/BHR/statement/16MSP/9",
            statement(text="“We look at it.”", summary="Looks at it."),
            source="17msp-status-paper",
            reason=f"{MARK} why",
        )
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/16MSP/9", reason=f"{MARK} released")
    told = everything()
    assert b"We look at it." in told
    assert MARK.encode() not in told


def test_of_a_source_that_is_not_public_nothing_is_told():
    kept = Source(title=f"{MARK} letter", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    with writing("ana", "record") as write:
        write.record(f"{MARK}-letter", kept, source="", classification=Classification.ISU)
        write.record(
            "apmbc/BHR/statement/16MSP/9",
            statement(text="“We look at it.”", summary="Looks at it."),
            source=f"{MARK}-letter",
            locator=f"{MARK} page",
        )
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/16MSP/9")
    judge("ana", EventKind.RELEASE, SourceVersion, f"{MARK}-letter")
    told = everything()
    assert b"We look at it." in told
    assert MARK.encode() not in told
