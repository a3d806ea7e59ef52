"""A file that is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def written_whole(file: Path, *, is_private: bool = False) -> Iterator[IO[bytes]]:
    """A file beside the named one, which takes its name when all of it is on the disk; nothing is left of a failed one.

    A private file is readable by its owner only, any other by whom the umask allows.
    """
    try:
        beside = tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False)  # noqa: SIM115
    except OSError as error:
        error.filename = str(file)  # the name that people gave
        raise
    with beside as out:
        try:
            yield out
            out.flush()
            if not is_private:
                os.fchmod(out.fileno(), 0o666 & ~_umask())
            os.fsync(out.fileno())
            Path(out.name).replace(file)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
