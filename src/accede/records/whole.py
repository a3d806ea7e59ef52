"""A file that is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_NAMELESS = getattr(os, "O_TMPFILE", 0)
"""Linux: a file that has no name yet. If the program is killed, the system takes it away by itself."""


@contextmanager
def written_whole(file: Path, *, is_private: bool = False) -> Iterator[IO[bytes]]:
    """What is written takes the name when all of it is on the disk; nothing is left of what failed, nor, on Linux, of a kill.

    A private file is readable by its owner only, any other by whom the umask allows.
    """
    try:
        out, beside = _begun(file)
    except OSError as error:
        error.filename = str(file)  # the name that people gave
        raise
    with out:
        try:
            yield out
            out.flush()
            if not is_private:
                os.fchmod(out.fileno(), 0o666 & ~_umask())
            os.fsync(out.fileno())
            if beside is None:
                beside = _named(out.fileno(), file)
            beside.replace(file)
        except BaseException as error:
            if beside is not None:
                beside.unlink(missing_ok=True)
            if isinstance(error, OSError) and error.filename is None:
                error.filename = str(file)  # the disk is full: this is where
            raise
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _begun(file: Path) -> tuple[IO[bytes], Path | None]:
    """A new file to write to, and its name beside the named one; None where it has none yet."""
    if _NAMELESS:
        try:
            return os.fdopen(os.open(file.parent, _NAMELESS | os.O_RDWR, 0o600), "w+b"), None
        except OSError:  # no such thing on this file system: what else is wrong shows below
            pass
    beside = tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False)  # noqa: SIM115
    return beside.file, Path(beside.name)


def _named(descriptor: int, file: Path) -> Path:
    """Give a nameless file a name beside the one that it is to take, which may be taken: a link replaces nothing."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.{descriptor}")
    beside.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:  # with a folder named, Python follows the link that /proc has: the file itself gets the name
        os.link(f"/proc/self/fd/{descriptor}", beside.name, dst_dir_fd=folder)
    finally:
        os.close(folder)
    return beside


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
