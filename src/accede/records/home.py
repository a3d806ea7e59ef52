"""Where a register lives: the folder of the database, kept sources, editions and logs. Needs no settings."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """ACCEDE_HOME, else `accede` in the user's folder of data. It may not be there yet."""
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(os.environ.get("ACCEDE_HOME") or f"{data}/accede").expanduser()
