"""A register moves from SQLite to PostgreSQL and back with every kind of record and row in it, the same to the byte."""

import pytest

from backup_content import content
from old_registers import NEWEST
from program import CLUSTER, ROOT, Program

pytestmark = [pytest.mark.storage, pytest.mark.skipif(not CLUSTER, reason="needs both databases")]

SOWING = f"import sys; sys.path.insert(0, {str(ROOT / 'tests')!r})\nfrom lived_in import live_in\nlive_in({{word!r}})"


def backed_up(program, file):
    assert program("backup", file).code == 0  # a register that does not verify is not backed up
    return content(file)


def test_what_moves_to_postgresql_and_back_is_the_same_and_is_written_on(tmp_path, nowhere):
    here, back = Program(tmp_path / "here"), Program(tmp_path / "back")
    assert here("restore", NEWEST).code == 0
    here.python(SOWING.format(word="sown"))
    first = backed_up(here, tmp_path / "1.zip")
    assert [name for name, (rows, _) in first.tables.items() if rows == 0] == []

    assert nowhere.cold("restore", tmp_path / "1.zip").code == 0
    assert first.differing(backed_up(nowhere, tmp_path / "2.zip")) == set()

    nowhere.python(SOWING.format(word="again"))  # every table finds the number of its next row
    second = backed_up(nowhere, tmp_path / "3.zip")
    assert back.cold("restore", tmp_path / "3.zip").code == 0
    assert second.differing(backed_up(back, tmp_path / "4.zip")) == set()
