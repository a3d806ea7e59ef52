"""The log of faults in ACCEDE_HOME, which the command line and the site share."""

from __future__ import annotations

import logging
from io import TextIOWrapper
from logging.handlers import WatchedFileHandler
from pathlib import Path

from accede.watching.told import Told


class FaultsLog(WatchedFileHandler):
    """Appends to `logs/faults.log` in a home; made at the first fault, and anew where somebody has moved it away."""

    def __init__(self, home: Path) -> None:
        super().__init__(Path(home) / "logs" / "faults.log", encoding="utf-8", delay=True)
        self.setFormatter(Told())

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """On a full disk stderr alone tells; Python would print the values there as well."""
