"""A folder that is replaced as a whole: who reads it sees the old publication or the new one, never a part of each."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accede.vocabulary.errors import Refused

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder`, which takes its place at the end; after an error everything is as it was.

    What a publication that was killed left behind is taken away. Raises Refused where one to the same folder is under way.
    """
    folder = folder.resolve()
    staged = folder.with_name(f".{folder.name}.next")
    staged.mkdir(parents=True, exist_ok=True)
    with _alone_in(staged):
        for left in staged.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        try:
            yield staged
            _put(staged, folder)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


@contextmanager
def _alone_in(staged: Path) -> Iterator[None]:
    """Hold the folder for this process and those that work for it; the system lets go of it when the last of them ends."""
    held = os.open(staged, os.O_RDONLY)
    try:
        _lock(held, staged)
        yield
    finally:
        os.close(held)


def _lock(held: int, staged: Path) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Refused(
            "another publication is being written there",
            where=str(staged),
            remedy="Wait until it is done, and publish again",
        ) from error


def _put(staged: Path, folder: Path) -> None:
    """Put `staged` into the place of `folder`; what was there is left in `staged`."""
    if not folder.exists():
        staged.rename(folder)
        return
    if not _exchanged(staged, folder):  # another system or file system: one moment without a folder cannot be avoided
        old = folder.with_name(f".{folder.name}.old")
        folder.rename(old)
        staged.rename(folder)
        old.rename(staged)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system exchanged both names at once (Linux's renameat2)."""
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = exchange(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0
    if not done and ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return bool(done)
