"""A file is there whole or not at all, whatever becomes of the program that writes it."""

import os
import signal

import pytest

from accede.records.whole import written_whole


def test_a_file_takes_the_place_of_another_when_it_is_whole(tmp_path):
    (tmp_path / "paper").write_bytes(b"old")
    with written_whole(tmp_path / "paper") as out:
        out.write(b"new")
        assert (tmp_path / "paper").read_bytes() == b"old"
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("paper", b"new")]


def test_a_private_file_is_for_its_owner(tmp_path):
    with written_whole(tmp_path / "backup", is_private=True):
        pass
    with written_whole(tmp_path / "paper"):
        pass
    assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o600
    mask = os.umask(0o022)
    os.umask(mask)
    assert (tmp_path / "paper").stat().st_mode & 0o777 == 0o666 & ~mask


def test_nothing_is_left_of_what_failed(tmp_path):
    with pytest.raises(ZeroDivisionError), written_whole(tmp_path / "paper") as out:
        out.write(b"x" * (100_000 // 0))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="a system without files that have no name")
def test_nothing_is_left_where_the_program_is_killed(tmp_path):
    child = os.fork()
    if not child:
        with written_whole(tmp_path / "paper") as out:
            out.write(b"x" * 100_000)
            out.flush()
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def test_an_error_names_the_file_that_people_gave(tmp_path):
    with pytest.raises(FileNotFoundError) as error, written_whole(tmp_path / "nowhere" / "paper"):
        pass
    assert error.value.filename == str(tmp_path / "nowhere" / "paper")
