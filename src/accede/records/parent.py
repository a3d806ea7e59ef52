"""A process that ends when the one that began it does, however that one ends: it would go on alone, with its locks."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def end_with(parent: int, how: signal.Signals = signal.SIGTERM) -> None:
    """Let the system send this process a signal when its parent is killed. Ends it at once where that has happened already."""
    with contextlib.suppress(OSError, AttributeError):  # Linux alone knows this
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, how, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit(1)
