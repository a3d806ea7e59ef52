"""The tables as files to take along: CSV, Excel workbooks, JSON, and the package of all."""

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.test import Client
from openpyxl import load_workbook

from accede.publishing.data import workbook as workbooks
from accede.publishing.data.comma_separated import comma_separated
from accede.publishing.data.files import files
from accede.publishing.data.seen import Seen, forget
from accede.publishing.standpoint import standpoint
from accede.publishing.tables import TABLES, columns, flat

pytestmark = pytest.mark.usefixtures("register")

DAY = date(2018, 8, 21)


@pytest.fixture
def site():
    return Client()


@pytest.fixture
def seen():
    return Seen(standpoint())


def read(content, encoding="utf-8"):
    return list(csv.reader(io.StringIO(content.decode(encoding), newline="")))


def as_text(value):
    """A cell as a reader of CSV gets it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("name", TABLES)
def test_csv_gives_back_every_row(name, seen):
    heads, *rows = read(comma_separated(TABLES[name], seen))
    assert heads == [column for column, _, _ in columns(TABLES[name])]
    assert rows == [[as_text(value) for value in flat(row).values()] for row in seen.rows(TABLES[name])]


@pytest.mark.parametrize("name", [name for name in TABLES if name != "ballots"])
def test_a_workbook_gives_back_every_row(name, seen):
    book = load_workbook(io.BytesIO(files("apmbc")[f"{name}.xlsx"].bytes_of(seen)))
    sheet = book[name]
    heads, *rows = sheet.iter_rows(values_only=True)
    held = seen.rows(TABLES[name])
    assert list(heads) == [column for column, _, _ in columns(TABLES[name])]
    assert len(rows) == len(held)
    for found, row in zip(rows, held, strict=True):
        told = [value.date().isoformat() if isinstance(value, datetime) else value for value in found]
        assert [as_text(value) for value in told] == [as_text(value) for value in flat(row).values()]


def test_the_heading_of_a_workbook_stays_in_sight_and_can_be_filtered_by(site):
    book = load_workbook(io.BytesIO(site.get("/data/status.xlsx").content))
    sheet = book["status"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.column_dimensions["D"].width > 15
    assert {cell.value for cell in book["about"]["A"]} >= {"key", "standing"}


def test_a_known_day_is_a_date_and_a_partial_one_its_text(site):
    sheet = load_workbook(io.BytesIO(site.get("/data/status.xlsx").content))["status"]
    heads = [cell.value for cell in sheet[1]]
    rows = {row[0].value: dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2)}
    assert rows["ARM"]["deposited"].value is None
    assert rows["OMN"]["deposited"].is_date
    assert rows["OMN"]["deposited"].value.date() == date(2014, 8, 20)
    assert rows["LBN"]["deposited"].value == "[2026-01-12..2026-11-22]"


@pytest.fixture
def hostile(seen, monkeypatch):
    """The sources, the first of them with a title that a spreadsheet program would calculate."""

    def make(title):
        first, *others = seen.rows(TABLES["sources"])
        changed = (
            type(first)(**{**{name: getattr(first, name) for name in first.__struct_fields__}, "title": title}),
            *others,
        )
        monkeypatch.setattr(Seen, "rows", lambda self, table: changed)
        return TABLES["sources"]

    return make


FORMULAS = ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\n=1", "\uff1d1+1", '=HYPERLINK("http://x.example","y")', "#REF!"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_stays_a_text_in_a_workbook(formula, hostile, seen):
    book = load_workbook(io.BytesIO(workbooks.workbook(hostile(formula), seen)))
    cell = book["sources"]["B2"]
    assert (cell.data_type, cell.value) == ("s", formula)
    assert cell.quotePrefix or formula.startswith("#")


@pytest.mark.parametrize("formula", [each for each in FORMULAS if not each.startswith("#")])
def test_csv_gives_programs_the_text_and_spreadsheets_one_they_do_not_calculate(formula, hostile, seen):
    table = hostile(formula)
    assert read(comma_separated(table, seen))[1][1] == formula
    assert read(comma_separated(table, seen, for_spreadsheets=True), "utf-8-sig")[1][1] == f"'{formula}"


def test_a_text_longer_than_a_cell_says_that_it_was_cut(hostile, seen):
    book = load_workbook(io.BytesIO(workbooks.workbook(hostile("a\x0b" * 20_000), seen)))
    assert book["sources"]["B2"].value == ("a " * 20_000)[: workbooks.LONGEST - 4] + workbooks.CUT


def test_lines_quotes_and_commas_come_back(hostile, seen):
    title = 'one, "two"\r\nthree\nfour'
    content = comma_separated(hostile(title), seen)
    assert read(content)[1][1] == title
    assert content.startswith(b"key,title")
    assert content.endswith(b"\r\n")


def test_a_byte_order_mark_is_given_on_request(site):
    assert site.get("/data/status.csv").content[:3] == b"key"
    assert site.get("/data/status.csv", {"bom": "1"}).content[:6] == b"\xef\xbb\xbfkey"
    assert site.get("/data/status.csv")["ETag"] != site.get("/data/status.csv", {"bom": "1"})["ETag"]


def test_json_gives_every_row_as_the_api_does(site):
    told = site.get("/data/states.json").json()
    assert (told["treaty"], told["count"]) == ("apmbc", len(told["rows"]))
    assert told["rows"] == site.get("/api/v1/states.json").json()["items"]


def test_a_file_of_a_past_day_tells_what_held_then(site):
    rows = read(site.get("/on/2018-08-21/data/status.csv").content)
    at = rows[0].index("has_joined")
    assert sum(row[at] == "true" for row in rows[1:]) == 164


def test_a_file_is_called_by_table_and_day_and_not_sent_twice(site):
    answer = site.get("/on/2018-08-21/data/status.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="accede-apmbc-status-2018-08-21.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    again = site.get("/on/2018-08-21/data/status.csv", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["data/nothing.csv", "data/states.exe", "data/states.csv.gz", "on/1990-01-01/data/states.csv"]
)
def test_a_file_that_there_is_not_is_not_found(site, path):
    assert site.get(f"/{path}").status_code == 404


def test_the_package_names_every_file_with_its_bytes_and_its_hash(site):
    package = site.get("/data/datapackage.json").json()
    assert package["profile"] == "tabular-data-package"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert [each["name"] for each in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        content = site.get(f"/data/{resource['path']}").content
        assert len(content) == resource["bytes"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["schema"] == site.get(f"/data/{resource['name']}.schema.json").json()


@pytest.mark.parametrize("day", [None, DAY])
def test_every_reference_between_tables_leads_to_a_row(seen, day):
    seen = replace(seen, day=day)
    package = json.loads(files("apmbc")["datapackage.json"].bytes_of(seen))
    keys = {name: {row.key for row in seen.rows(table)} for name, table in TABLES.items()}
    for resource in package["resources"]:
        for reference in resource["schema"].get("foreignKeys", ()):
            named = {flat(row)[reference["fields"]] for row in seen.rows(TABLES[resource["name"]])} - {None}
            assert named <= keys[reference["reference"]["resource"]], (resource["name"], reference["fields"])


def test_every_cell_is_of_the_type_that_the_schema_says(seen):
    kinds = {"string": str, "date": date, "integer": int, "boolean": bool, "number": float, "array": str}
    for table in TABLES.values():
        types = {name: kinds[kind] for name, kind, _ in columns(table)}
        for row in seen.rows(table):
            for name, value in flat(row).items():
                assert value is None or isinstance(value, types[name]), (table.name, name)


def test_the_archive_holds_the_package_whole(site):
    archive = zipfile.ZipFile(io.BytesIO(site.get("/data/accede-apmbc.zip").content))
    package = json.loads(archive.read("datapackage.json"))
    for resource in package["resources"]:
        assert resource["hash"] == f"sha256:{hashlib.sha256(archive.read(resource['path'])).hexdigest()}"
    assert {"dataset.jsonld", "catalog.jsonld", "LICENSE-DATA.md"} < set(archive.namelist())
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_file_is_made_the_same_again(seen):
    made = {name: file.bytes_of(seen) for name, file in files("apmbc").items() if name != "ballots.xlsx"}
    forget()
    assert [name for name in made if files("apmbc")[name].bytes_of(seen) != made[name]] == []
