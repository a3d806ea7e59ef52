"""The disk of the register is full, or can be read only: the sentence says so, nothing is half written, all goes on afterwards."""

from __future__ import annotations

import shutil

import pytest

from small_disk import small_disk

__all__ = ["small_disk"]


@pytest.fixture
def disk(small_disk, prepared):
    """A disk with a register on it."""
    shutil.copytree(prepared.home, small_disk.place / "home")
    return small_disk


def test_what_does_not_fit_is_not_there_and_the_register_is_whole(disk, tmp_path):
    program, backup = disk.program(), str(disk.inside / "register.backup")
    head = program.head
    disk.fill(but=64 * 1024)
    for command in (("setup",), ("backup", backup), ("export", str(disk.inside / "package"))):
        told = program(*command)
        if told.code == 0:  # it had nothing to write
            continue
        assert (told.code, told.out) == (2, "")
        assert "full" in told.sentence or "no space left" in told.sentence
    assert not (disk.place / "register.backup").exists()
    assert list(disk.place.glob(".register*")) == []
    verified = program("verify")
    assert (verified.code, verified.err) == (0, "")
    disk.make_room()
    assert program.head == head
    assert program("backup", backup).code == 0


def test_a_disk_that_can_be_read_only_is_told_as_such(disk, tmp_path):
    program = disk.program()
    disk.remount("ro")
    told = program("restore", str(tmp_path / "none"), "--replace")
    assert told.code == 2
    told = program("work", "--once")
    assert told.code == 2
    assert "read only" in told.sentence or "read-only" in told.sentence
    disk.remount("rw")
    assert program("verify").code == 0
