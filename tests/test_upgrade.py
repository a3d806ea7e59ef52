"""A register or a backup of an older version is brought to this one; the older ones of all stages are in `scripts/soak`."""

import gzip

import pytest

from backup_content import content
from old_registers import DATABASE_OF_OLDEST, OLDEST, stand_as_it_was, wrong_after_setup
from program import CLUSTER

pytestmark = pytest.mark.storage


def test_a_backup_of_the_oldest_version_is_brought_to_this_one(nowhere):
    done = nowhere("restore", OLDEST)
    assert done.code == 0, done.err
    assert "An older version of Accede made it (0.1.0)" in done.out
    assert wrong_after_setup(nowhere, OLDEST, nowhere.json("setup")) == []


@pytest.mark.skipif(bool(CLUSTER), reason="a file of SQLite")
def test_the_database_of_the_oldest_version_is_brought_to_this_one_by_setup(nowhere, tmp_path):
    stand_as_it_was(nowhere, OLDEST)  # with its kept files and the witness, which the database knows nothing of
    for part in nowhere.home.glob("accede.sqlite3*"):
        part.unlink()
    (nowhere.home / "accede.sqlite3").write_bytes(gzip.decompress(DATABASE_OF_OLDEST.read_bytes()))
    upgrade(nowhere, tmp_path)


@pytest.mark.skipif(not CLUSTER, reason="a database of PostgreSQL")
def test_tables_of_the_oldest_version_are_brought_to_this_one_by_setup(nowhere, tmp_path):
    stand_as_it_was(nowhere, OLDEST)
    upgrade(nowhere, tmp_path)


def upgrade(program, folder):
    """As the how-to has it: look, back up, set up."""
    looked = program("verify")
    assert looked.code == 2
    assert looked.sentence.startswith("an older version of Accede made this register")
    assert program("backup", folder / "before.zip").code == 0
    old, before = content(OLDEST), content(folder / "before.zip")
    assert (before.head, before.migrations, before.kept) == (old.head, old.migrations, old.kept)
    assert {name: rows for name, (rows, _) in before.tables.items()} == {
        name: rows for name, (rows, _) in old.tables.items()
    }
    assert wrong_after_setup(program, OLDEST, program.json("setup")) == []
