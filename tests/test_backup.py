"""A backup is whole and consistent, and restores into either database whole or not at all."""

import json
import random
import shutil
import time
import zipfile
from pathlib import Path

import pytest

from program import CLUSTER, Program

pytestmark = pytest.mark.storage

PASSWORD = "seven quiet harbours\n"
WRITING = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.records import kept
from accede.vocabulary.partial_date import PartialDate
for number in range({number}):
    kept.keep("sources", str(number).encode())
    looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"), note=str(number))
    record(operator("ana"), f"check/{{number}}", looked, source="17msp-status-paper")
"""


@pytest.fixture(scope="session")
def made_once(prepared, tmp_path_factory):
    file = tmp_path_factory.mktemp("backup") / "backup.zip"
    assert prepared("backup", file).code == 0
    return file


@pytest.fixture
def backup(made_once, tmp_path):
    """A backup of the shipped register."""
    return shutil.copy(made_once, tmp_path / "backup.zip")


def test_what_is_restored_is_what_was_backed_up(program, nowhere, tmp_path):
    program.python(WRITING.format(number=3))
    program("user", "add", "ana", "--password-stdin", stdin=PASSWORD)
    file = tmp_path / "backup.zip"
    told = program.json("backup", file)
    assert nowhere("restore", file).code == 0
    assert nowhere.head == program.head == told["chain"]["hash"]
    assert nowhere("verify").code == 0
    state = ["state", "BHR", "--as-of", "2026-11-21", "--known-on", "2099-01-01"]
    assert nowhere.json(*state) == program.json(*state)
    assert nowhere.json("status", "--known-on", "2099-01-01") == program.json("status", "--known-on", "2099-01-01")
    assert sorted(path.name for path in (nowhere.home / "sources").iterdir()) == sorted(
        path.name for path in (program.home / "sources").iterdir()
    )
    users = "from accede.accounts.models import User\nprint(User.objects.get().check_password('seven quiet harbours'))"
    assert nowhere.python(users) == "True"


def test_writing_goes_on_after_a_restore(backup, nowhere):
    nowhere("restore", backup)
    nowhere.python(WRITING.format(number=2))
    assert nowhere("user", "add", "ana", "--password-stdin", stdin=PASSWORD).code == 0
    assert nowhere("verify").code == 0


def test_backups_made_while_others_write_are_each_of_one_instant(program, tmp_path):
    writer = program.start_python(WRITING.format(number=15))
    files = []
    while writer.poll() is None:
        files.append(tmp_path / f"{len(files)}.zip")
        assert program("backup", files[-1]).code == 0
    assert writer.returncode == 0
    for number, file in enumerate(files[:: max(len(files) // 2, 1)]):
        copy = Program(tmp_path / f"copy{number}")
        assert copy("restore", file).code == 0  # it verifies, or it would be refused
        assert copy("verify").code == 0


def test_a_register_that_is_here_is_left_alone_unless_it_is_to_be_replaced(program, backup):
    program.python(WRITING.format(number=1))
    before = program.head
    done = program("restore", backup)
    assert done.code == 2
    assert "--replace" in done.sentence
    assert program.head == before
    assert program("restore", backup, "--replace").code == 0
    assert program.head != before
    assert program("verify").code == 0


def cut(file, share):
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])


def rewritten(file, change):
    """The archive with its members changed: `change` gives the new content of a member, None to leave it out."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            changed = change(name, content)
            if changed is not None:
                archive.writestr(name, changed)


def with_row(name, content):
    return content.replace(b"in_favour", b"against__", 1) if name == "tables/evidence_ballot.jsonl" else content


def with_row_and_hash(file):
    """A ballot changed by somebody who knows the form of the archive, and corrects the hash."""
    import hashlib

    changed = {}

    def change(name, content):
        if name == "tables/evidence_ballot.jsonl":
            content = content.replace(b'"in_favour"', b'"against"', 1)
            changed["sha256"] = hashlib.sha256(content).hexdigest()
        if name == "manifest.json":
            manifest = json.loads(content)
            for table in manifest["tables"]:
                if table["table"] == "evidence_ballot":
                    table["sha256"] = changed["sha256"]
            content = json.dumps(manifest).encode()
        return content

    rewritten(file, change)


def with_manifest(**entries):
    def change(name, content):
        return json.dumps(json.loads(content) | entries).encode() if name == "manifest.json" else content

    return lambda file: rewritten(file, change)


BROKEN = {
    "empty": lambda file: file.write_bytes(b""),
    "half": lambda file: cut(file, 0.5),
    "without its last byte": lambda file: cut(file, 0.99999),
    "a text": lambda file: file.write_text("not a backup\n"),
    "another archive": lambda file: rewritten(file, lambda name, content: None if name == "manifest.json" else content),
    "a table missing": lambda file: rewritten(file, lambda name, content: None if "treatyaction" in name else content),
    "a ballot changed": lambda file: rewritten(file, with_row),
    "a ballot and its hash changed": with_row_and_hash,
    "another form": with_manifest(format_version=99),
    "a newer version": with_manifest(migrations=[["records", "0001_initial"], ["records", "9999_later"]]),
    "a path that leads out": with_manifest(kept=["../../outside"]),
    "a chain that ends elsewhere": with_manifest(chain_number=7),
    "rows of another shape": lambda file: rewritten(
        file, lambda name, content: b"[1]\n" + content if "roll" in name else content
    ),
    "no JSON": lambda file: rewritten(file, lambda name, content: b"{" if name == "manifest.json" else content),
}


REACHES_TABLES = (
    "a table missing",
    "a ballot and its hash changed",
    "a chain that ends elsewhere",
    "rows of another shape",
)
"""What is noticed when rows are there already; the rest is refused by what reads the file, whatever the database."""


@pytest.mark.parametrize("damage", REACHES_TABLES if CLUSTER else BROKEN)
def test_a_broken_backup_changes_nothing_and_is_told_in_one_sentence(program, backup, damage):
    BROKEN[damage](backup)
    before = program.head
    done = program("restore", backup, "--replace")
    assert done.code == 2
    assert done.sentence.endswith(".")
    assert program.head == before
    assert not list(program.home.glob("restoring*"))


def test_a_register_that_does_not_verify_is_not_backed_up_over_a_good_backup(program, backup):
    program.python("from accede.records import kept; kept.keep('sources', b'a paper')")
    (file,) = (program.home / "sources").iterdir()
    file.write_bytes(b"another paper")
    good = backup.read_bytes()
    done = program("backup", backup, "--replace")
    assert done.code == 2
    assert "does not verify" in done.sentence
    assert backup.read_bytes() == good


def test_a_backup_that_is_there_is_left_alone_unless_it_is_to_be_replaced(answers, backup):
    before = backup.read_bytes()
    done = answers("backup", backup)
    assert done.code == 2
    assert "--replace" in done.sentence
    assert backup.read_bytes() == before
    assert answers("backup", backup, "--replace").code == 0
    assert backup.read_bytes() != before


def test_a_backup_takes_the_place_of_a_backup_and_of_nothing_else(answers, tmp_path):
    thesis = tmp_path / "thesis.docx"
    thesis.write_bytes(b"PK\x03\x04 years of work")
    assert answers("backup", thesis, "--replace").code == 2
    assert thesis.read_bytes() == b"PK\x03\x04 years of work"
    assert list(tmp_path.iterdir()) == [thesis]


def test_of_the_backups_in_a_folder_the_newest_stay(answers, tmp_path):
    for name in ("accede-20200101T000000Z.zip", "accede-20210101T000000Z.zip", "accede-of-the-minister.zip"):
        (tmp_path / name).touch()
    told = answers.json("backup", tmp_path, "--keep", "2")
    assert told["removed"] == ["accede-20200101T000000Z.zip"]
    stay = {"accede-20210101T000000Z.zip", "accede-of-the-minister.zip", Path(told["file"]).name}
    assert {path.name for path in tmp_path.iterdir()} == stay


def test_only_its_owner_can_read_a_backup(backup):
    assert backup.stat().st_mode & 0o077 == 0


def test_a_restore_that_is_killed_happened_whole_or_not_at_all(program, backup):
    """`scripts/soak` does it more often."""
    new = program.head
    started = time.monotonic()
    program("restore", backup, "--replace")
    takes = time.monotonic() - started
    chance = random.Random(2018)
    for number in range(2):
        if program.head == new:
            program.python(WRITING.format(number=1).replace("check/", f"check/{number}/"))
        old = program.head
        restoring = program.begin("restore", backup, "--replace")
        time.sleep(chance.uniform(0.5, 1.0) * takes)
        restoring.kill()
        restoring.wait()
        assert program.head in (old, new)
        assert program("verify").code == 0
    assert program("restore", backup, "--replace").code == 0
    assert program.head == new


@pytest.mark.skipif(bool(CLUSTER), reason="the rows are on the disk of the server")
def test_a_backup_for_which_the_disk_has_no_room_is_not_begun(nowhere, backup):
    with zipfile.ZipFile(backup, "a") as archive:
        archive.getinfo("tables/evidence_ballot.jsonl").file_size = 10**15
        archive.writestr("more", b"")  # so that its list is written anew
    done = nowhere("restore", backup)
    assert done.code == 2
    assert "the disk has room for" in done.sentence
    assert not list(nowhere.home.glob("*.sqlite3"))


@pytest.mark.skipif(bool(CLUSTER), reason="a file of SQLite")
def test_a_destroyed_database_file_can_be_replaced_and_is_kept_aside(program, backup):
    database = program.home / "accede.sqlite3"
    for part in program.home.glob("accede.sqlite3-*"):
        part.unlink()
    database.write_bytes(b"nothing of a database" * 1000)
    assert program("restore", backup).code == 2
    assert program("restore", backup, "--replace").code == 0
    assert program("verify").code == 0
    assert [path.read_bytes()[:7] for path in program.home.glob("damaged-*")] == [b"nothing"]


@pytest.mark.skipif(bool(CLUSTER), reason="a file of SQLite")
def test_somebody_who_has_the_register_open_goes_on_with_the_restored_one(program, backup):
    program.python(WRITING.format(number=1))
    reader = program.start_python(
        "import sys\nfrom accede.evidence.models import CheckVersion\n"
        "print(CheckVersion.objects.count(), flush=True)\nsys.stdin.readline()\nprint(CheckVersion.objects.count())"
    )
    assert reader.stdout.readline() == "1\n"
    assert program("restore", backup, "--replace").code == 0
    out, _ = reader.communicate("go on\n")
    assert out == "0\n"
