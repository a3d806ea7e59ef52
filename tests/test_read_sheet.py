"""Sheets (.xlsx, .csv): cells as they are shown, days as days, and the facts in the tables that a secretariat keeps."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Report, RollCall, Statement
from accede.intake.documents import BY_SUFFIX
from accede.intake.documents.xlsx import MOST_SHEETS
from accede.intake.findings import DocumentKind
from accede.paper.tree import Document, paragraph_text, tables, text_of
from accede.register.values import TreatyAction
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.statements import TextKind
from reader_cast import facts, read, written
from reader_seeds import workbook


def opened(data: bytes, suffix: str = ".xlsx") -> Document:
    return BY_SUFFIX[suffix](data, name=f"table{suffix}")


def cells(document: Document) -> list[list[str]]:
    (table,) = tables(document)
    return [[paragraph_text(cell.paragraphs) for cell in row.cells] for row in (*table.header, *table.rows)]


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def kept(tmp_path, data: bytes, name: str = "table.xlsx"):
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name)


def csv(tmp_path, *lines: str, name: str = "table.csv"):
    return written(tmp_path, "\n".join(lines) + "\n", name)


INSTANT = datetime(2031, 4, 28, 9, 30, tzinfo=UTC).replace(tzinfo=None)
"""Sheets know no time zones."""


def test_days_are_days_and_numbers_are_as_they_are_shown():
    names = ["State", "Day", "At", "Number", "Share", "Is"]
    data = workbook(names, ["Nepal", date(2031, 4, 28), INSTANT, 7.0, 0.5, True])
    assert cells(opened(data))[1] == ["Nepal", "2031-04-28", "2031-04-28 09:30:00", "7", "0.5", "yes"]


def test_a_day_given_as_an_instant_at_midnight_is_a_day():
    midnight = INSTANT.replace(hour=0, minute=0)
    assert cells(opened(workbook(["Day", "State"], [midnight, "Nepal"])))[1][0] == "2031-04-28"


def test_a_formula_is_its_value_or_stands_as_it_is():
    assert cells(opened(workbook(["State", "Number"], ["Nepal", "=1+1"])))[1][1] == "=1+1"


def test_the_value_that_a_formula_had_when_the_file_was_saved_is_read():
    data = workbook(["State", "Number"], ["Nepal", "=1+1"])
    assert cells(opened(_with(data, "xl/worksheets/sheet1.xml", b"</f><v></v>", b"</f><v>2</v>")))[1][1] == "2"


def test_merged_cells_hold_their_text_once():
    book = openpyxl.Workbook()
    book.active.append(["State", "Vote", "Note"])
    book.active.append(["Nepal", "Y", "of both"])
    book.active.append(["China", "A", None])
    book.active.merge_cells("C2:C3")
    assert cells(opened(saved(book)))[1:] == [["Nepal", "Y", "of both"], ["China", "A", ""]]


def test_empty_rows_and_columns_at_the_end_are_no_rows_and_columns():
    book = openpyxl.Workbook()
    book.active.append(["State", "Vote"])
    book.active.append(["Nepal", "Y"])
    book.active["Z900"] = " "
    assert cells(opened(saved(book))) == [["State", "Vote"], ["Nepal", "Y"]]


def test_a_sheet_with_a_cell_in_its_very_last_row_is_read_at_once():
    book = openpyxl.Workbook()
    book.active["A1"] = "State"
    book.active["A1048576"] = "Cuba"
    assert cells(opened(saved(book))) == [["State"], ["Cuba"]]


def test_each_sheet_is_a_section_with_its_name():
    book = openpyxl.Workbook()
    book.active.title = "Votes"
    book.active.append(["State", "Vote"])
    book.create_sheet("Empty")
    book.create_sheet("Reports").append(["State", "Submitted"])
    assert [text_of(one.heading) for one in opened(saved(book)).sections] == ["Votes", "Reports"]


def test_sheets_beyond_the_limit_do_not_count_and_the_file_is_refused_where_nothing_is_left():
    book = openpyxl.Workbook()
    for number in range(MOST_SHEETS):
        book.create_sheet(f"empty {number}")
    book.create_sheet("late").append(["State", "Vote"])
    with pytest.raises(Unreadable, match="no row with anything in it"):
        opened(saved(book))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
def test_a_workbook_with_a_damaged_or_missing_part_is_refused(part):
    data = workbook(["State", "Vote"], ["Nepal", "Y"])
    for damaged in (_with(data, part, b">", b"", count=3), _without(data, part)):
        with pytest.raises(Unreadable) as refused:
            opened(damaged)
        assert refused.value.remedy


def test_a_workbook_that_declares_a_document_type_is_refused():
    data = workbook(["State", "Vote"], ["Nepal", "Y"])
    evil = _with(data, "xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', count=1)
    with pytest.raises(Unreadable, match="declares a document type"):
        opened(evil)


def test_a_workbook_cut_off_is_refused():
    data = workbook(["State", "Vote"], ["Nepal", "Y"])
    with pytest.raises(Unreadable, match="damaged or cut off"):
        opened(data[: len(data) // 2])


def _with(data: bytes, name: str, old: bytes, new: bytes, count: int = -1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.namelist():
            part = before.read(entry)
            after.writestr(entry, part.replace(old, new, count) if entry == name else part)
    return out.getvalue()


def _without(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.namelist():
            if entry != name:
                after.writestr(entry, before.read(entry))
    return out.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_what_parts_the_columns_is_told_by_the_first_line(sign):
    found = cells(opened(f'State{sign}Note\n"A{sign}B"{sign}x\n'.encode(), ".csv"))
    assert found == [["State", "Note"], [f"A{sign}B".replace("\t", " "), "x"]]


def test_a_line_break_within_quotation_marks_is_one_of_the_cell():
    assert cells(opened(b'State,Note\nNepal,"one\ntwo"\n', ".csv"))[1] == ["Nepal", "one\ntwo"]


def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_line():
    with pytest.raises(Unreadable, match="not a table in CSV"):
        opened(b'State,Note\nNepal,"one\nChina,two\n', ".csv")


def test_namibia_is_no_missing_value(tmp_path):
    found = csv(tmp_path, "ISO3,Vote,Resolution", "NAM,Y,A/RES/72/53", "CHN,A,A/RES/72/53")
    (call,) = facts(found, RollCall)
    assert dict(call.ballots) == {"NAM": Ballot.IN_FAVOUR, "CHN": Ballot.ABSTAINED}


def test_reports_of_a_sheet_with_real_days(tmp_path):
    found = kept(
        tmp_path,
        workbook(
            ["State", "Date of submission", "Year covered", "Type"],
            ["Nepal", date(2031, 4, 28), 2030, "voluntary"],
            ["Tonga", date(2031, 5, 2), 2030, "initial"],
        ),
    )
    assert found.kind is DocumentKind.SECRETARIAT_TABLE
    assert [(one.state, one.submitted.edtf, one.covers.edtf, one.duty) for one in facts(found, Report)] == [
        ("NPL", "2031-04-28", "2030", ReportDuty.VOLUNTARY),
        ("TON", "2031-05-02", "2030", ReportDuty.INITIAL),
    ]


def test_that_a_report_was_not_submitted_is_read_only_where_the_table_says_so(tmp_path):
    found = csv(tmp_path, "State,Submitted,Year covered", "Nepal,no,2030", "China,,2030", "Cuba,3 May 2031,2030")
    assert [(one.state, one.report_state) for one in facts(found, Report)] == [
        ("NPL", ReportState.NOT_SUBMITTED),
        ("CUB", ReportState.SUBMITTED),
    ]
    assert ["China" in one.text for one in found.not_understood] == [True]


def test_a_report_known_by_its_year_alone_was_submitted(tmp_path):
    found = csv(tmp_path, "State,Year covered", "Nepal,2030", "China,2029")
    assert {one.report_state for one in facts(found, Report)} == {ReportState.SUBMITTED}
    assert {one.submitted for one in facts(found, Report)} == {None}


def test_statements_of_a_sheet_are_quotations_summaries_or_reported(tmp_path):
    found = csv(
        tmp_path,
        "State;Occasion;Date;Statement;Kind of text",
        "Nepal;16MSP;20 December 2017;“We look at the matter again.”;",
        "China;16MSP;20 December 2017;It will not join for now.;summary",
    )
    assert [(one.state, one.occasion, one.text_kind) for one in facts(found, Statement)] == [
        ("NPL", "16MSP", TextKind.QUOTATION),
        ("CHN", "16MSP", TextKind.SUMMARY),
    ]


def test_activities_of_a_sheet_have_their_addressees_in_a_column_of_their_own(tmp_path):
    found = csv(
        tmp_path,
        "Date,Activity,By,Towards,Place,Summary",
        "3 March 2031,Bilateral meeting,President,Nepal,Geneva,About the borders",
        '4 March 2031,Letter,President,"China, Cuba and Nepal",,Asked for news',
        "5 March 2031,Reply,,Cuba,,Nothing new",
    )
    assert [(one.kind, one.by, one.towards, one.summary) for one in facts(found, Activity)] == [
        ("bilateral", "President", ("NPL",), "About the borders"),
        ("letter_round", "President", ("CHN", "CUB", "NPL"), "Asked for news"),
        ("reply", "CUB", (), "Nothing new"),
    ]
    assert found.not_understood == ()


def test_marks_of_attendance_by_meeting(tmp_path):
    found = kept(tmp_path, workbook(["State", "16MSP", "17MSP"], ["China", "x", None], ["Cuba", "?", "✓"]))
    assert [(one.state, one.occasion, one.claim) for one in facts(found, Attendance)] == [
        ("CHN", "16MSP", "took_part"),
        ("CHN", "17MSP", "did_not"),
        ("CUB", "17MSP", "took_part"),
    ]


def test_a_column_of_a_meeting_that_is_not_held_is_not_understood(tmp_path):
    found = csv(tmp_path, "State,16MSP,77MSP", "China,x,x", "Cuba,,x")
    assert {one.occasion for one in facts(found, Attendance)} == {"16MSP"}
    assert any("77MSP" in one.text for one in found.not_understood)
    assert found.refusal(name="table.csv") is not None


@pytest.mark.parametrize(
    ("name", "states"),
    [("ChinaCuba", ["CHN", "CUB"]), ("CHINACUBA", ["CHN", "CUB"]), ("NepalMarshall Islands", ["NPL", "MHL"])],
)
def test_names_run_together_are_taken_apart_where_there_is_one_way(tmp_path, name, states):
    found = csv(tmp_path, "State,Vote,Resolution", f"{name},Y,A/RES/72/53", "Egypt,Y,A/RES/72/53")
    (call,) = facts(found, RollCall)
    assert sorted(dict(call.ballots)) == sorted([*states, "EGY"])


@pytest.mark.parametrize("name", ["ChinaAtlantis", "Chin", "Korea", "Chinacuba"])
def test_names_that_cannot_be_taken_apart_are_refused(tmp_path, name):
    found = csv(tmp_path, "State,Vote,Resolution", f"{name},Y,A/RES/72/53", "Egypt,Y,A/RES/72/53")
    (puzzle,) = found.not_understood
    assert isinstance(puzzle.error, UnknownName)
    assert name in str(found.refusal(name="table.csv"))


def test_several_states_in_a_row_for_one_are_refused(tmp_path):
    found = csv(tmp_path, "State,Submitted", "ChinaCuba,3 May 2031", "Nepal,4 May 2031")
    assert [one.state for one in facts(found, Report)] == ["NPL"]
    assert "are several States" in str(found.refusal(name="table.csv"))


@pytest.mark.parametrize("day", ["31 February 2031", "2031-13-01", "soon", "03/04/2031"])
def test_a_day_that_cannot_be_or_can_be_two_is_not_understood(tmp_path, day):
    found = csv(tmp_path, "State,Submitted", f"China,{day}", "Nepal,4 May 2031")
    assert [one.state for one in facts(found, Report)] == ["NPL"]
    assert found.refusal(name="table.csv") is not None


def test_two_ballots_of_one_state_in_one_vote_are_refused(tmp_path):
    found = csv(tmp_path, "State,Vote,Resolution", "China,Y,A/RES/72/53", "China,A,A/RES/72/53")
    assert "has two ballots in one vote" in str(found.refusal(name="table.csv"))


def test_a_ballot_that_is_none_is_not_understood(tmp_path):
    found = csv(tmp_path, "State,Vote,Resolution", "China,perhaps,A/RES/72/53", "Cuba,A,A/RES/72/53")
    assert [one.text for one in found.not_understood] == ["China: perhaps"]


def test_votes_of_another_matter_are_left_out_and_said_to_be(tmp_path):
    found = csv(
        tmp_path,
        "ms_code,ms_vote,resolution,title",
        "CHN,Y,A/RES/72/90,The law of the sea",
        "CUB,Y,A/RES/72/90,The law of the sea",
    )
    assert facts(found, RollCall) == []
    assert "another matter" in str(found.refusal(name="table.csv"))


def test_a_column_a_resolution_is_a_vote_each(tmp_path):
    found = csv(tmp_path, "State,72/53,73/61", "China,A,Y", "Cuba,A,NV")
    votes = {call.session: dict(call.ballots) for call in facts(found, RollCall)}
    assert votes == {
        72: {"CHN": Ballot.ABSTAINED, "CUB": Ballot.ABSTAINED},
        73: {"CHN": Ballot.IN_FAVOUR, "CUB": Ballot.NOT_RECORDED},
    }


def test_a_sheet_of_something_else_is_not_understood(tmp_path):
    found = csv(tmp_path, "Fruit,Price", "Apple,1", "Pear,2")
    assert (found.proposals, len(found.not_understood)) == ((), 3)


def test_a_list_of_actions_in_a_sheet_tells_its_kinds(tmp_path):
    found = csv(
        tmp_path,
        "State,Signature,Ratification,Entry into force,Withdrawal",
        "Nepal,,3 March 2031 a,1 September 2031,",
        "Tonga,4 December 1997,5 May 1999,,6 June 2030",
        "Cook Islands,3 Dec 1997,7 June 2031 A,,",
    )
    assert [
        (one.state, one.kind, one.deposited.edtf, one.effective and one.effective.edtf)
        for one in facts(found, TreatyAction)
    ] == [
        ("NPL", "accession", "2031-03-03", "2031-09-01"),
        ("TON", "signature", "1997-12-04", None),
        ("TON", "ratification", "1999-05-05", None),
        ("TON", "withdrawal", "2030-06-06", None),
        ("COK", "signature", "1997-12-03", None),
        ("COK", "acceptance", "2031-06-07", None),
    ]
