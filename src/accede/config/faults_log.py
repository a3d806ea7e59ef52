"""The log of faults in ACCEDE_HOME, which the command line and the site share."""

from __future__ import annotations

import logging
from io import TextIOWrapper
from pathlib import Path


class FaultsLog(logging.FileHandler):
    """Appends to `logs/faults.log` in a home; folder and file are made at the first fault."""

    def __init__(self, home: Path) -> None:
        super().__init__(Path(home) / "logs" / "faults.log", encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(message)s"))

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return super()._open()
