"""The data package: everything public and released, in the form of the shipped register, proven by hashes."""

import csv
import hashlib
import json
import shutil
from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import operator
from accede.activities.values import Activity
from accede.evidence import values as evidence
from accede.evidence.record import record
from accede.intake.shipped import rows_of, treaty_rows
from accede.records.current import current
from accede.records.models import MODEL_OF_FACT, EventKind
from accede.records.values import View
from accede.register import values as register_values
from accede.reporting.export import export
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from judging import judge

RELEASE = datetime(2026, 11, 22, tzinfo=UTC)
TABLES = {
    "states.csv": register_values.State,
    "occasions.csv": register_values.Occasion,
    "treaty_actions.csv": register_values.TreatyAction,
    "status_claims.csv": register_values.StatusClaim,
    "roll_calls.csv": evidence.RollCall,
    "attendance.csv": evidence.Attendance,
    "reports.csv": evidence.Report,
    "practices.csv": evidence.Practice,
    "activities.csv": Activity,
}


@pytest.fixture(scope="session")
def package_once(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "package"
    with django_db_blocker.unblock():
        export(folder, known_on=RELEASE)
    return folder


@pytest.fixture
def package(register, package_once, tmp_path):
    """The package of the shipped register."""
    return shutil.copytree(package_once, tmp_path / "package")


def rows(package, name):
    with (package / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", TABLES)
def test_the_reader_of_the_shipped_register_reads_the_same_facts_back(package, name):
    view = View(as_of=date.max, known_on=RELEASE)
    if name == "roll_calls.csv":
        from accede.evidence.queries import roll_calls

        held = roll_calls(view)
    else:
        held = current(MODEL_OF_FACT[TABLES[name]], view)
    read = {row.key: (row.fact, row.source, row.locator) for row in rows_of(package, name, TABLES[name])}
    assert read == {each.key: (each.fact, each.source, each.locator) for each in held}
    assert read


def test_treaties_are_their_files(package):
    assert {row.key for row in treaty_rows(package)} >= {"apmbc", "ccm", "att", "tpnw"}


def test_statements_have_their_codes_beside_them(package):
    keys = {row["key"] for row in rows(package, "statements.csv")}
    coded = {row["statement"] for row in rows(package, "statement_codes.csv")}
    assert len(keys) == 37
    assert coded <= keys
    assert coded


def test_every_file_is_described_with_its_size_and_hash(package):
    description = json.loads((package / "datapackage.json").read_bytes())
    described = {resource["path"]: resource for resource in description["resources"]}
    there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert there == {*described, "datapackage.json"}
    for path, resource in described.items():
        content = (package / path).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        if path.endswith(".csv"):
            names = [field["name"] for field in resource["schema"]["fields"]]
            assert content.decode().splitlines()[0].split(",") == names


def test_the_same_instant_gives_the_same_bytes(package, tmp_path):
    export(tmp_path / "again", known_on=RELEASE)
    assert (tmp_path / "again" / "datapackage.json").read_bytes() == (package / "datapackage.json").read_bytes()


def test_what_is_not_released_stays_inside(package):
    looked = evidence.Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"), note="embargoed")
    record(operator("ana"), "check/1", looked, source="17msp-status-paper")
    now = datetime.now(UTC)
    export(package, known_on=now)
    assert not any("embargoed" in path.read_text() for path in package.glob("*.csv"))
    judge("ana", EventKind.RELEASE, MODEL_OF_FACT[evidence.Check], "check/1")
    export(package, known_on=datetime.now(UTC))
    assert [row["note"] for row in rows(package, "checks.csv")] == ["embargoed"]
    assert not any("ana" in row.values() for row in rows(package, "checks.csv"))


def test_an_earlier_package_is_replaced_and_nothing_of_it_stays(package):
    description = json.loads((package / "datapackage.json").read_bytes())
    description["resources"].append({"path": "formerly.csv"})
    (package / "datapackage.json").write_text(json.dumps(description))
    (package / "formerly.csv").write_text("key\n")
    export(package, known_on=RELEASE)
    assert not (package / "formerly.csv").exists()


def test_a_package_whose_writing_was_killed_is_no_package_and_is_written_anew(package):
    half = package / ".datapackage.next"
    half.mkdir()
    (package / "states.csv").write_text("half", encoding="utf-8")
    (package / "datapackage.json").unlink()  # it goes before the first file is replaced, and comes after the last
    export(package, known_on=RELEASE)
    assert not half.exists()
    described = json.loads((package / "datapackage.json").read_bytes())["resources"]
    for each in described:
        assert each["hash"] == f"sha256:{hashlib.sha256((package / each['path']).read_bytes()).hexdigest()}"


def test_a_forged_description_reaches_nothing_outside(package, tmp_path):
    description = json.loads((package / "datapackage.json").read_bytes())
    description["resources"].append({"path": "../letter.txt"})
    (package / "datapackage.json").write_text(json.dumps(description))
    (tmp_path / "letter.txt").write_text("mine")
    export(package, known_on=RELEASE)
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_a_folder_with_something_else_in_it_is_left_alone(register, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Refused, match="something else"):
        export(tmp_path, known_on=RELEASE)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_command_tells_what_it_wrote(answers, tmp_path):
    files = answers.json("export", tmp_path / "package")["files"]
    written = {file["path"]: file for file in files}
    assert written["ballots.csv"]["rows"] == len(rows(tmp_path / "package", "ballots.csv"))
