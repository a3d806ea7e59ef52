"""What the server itself says, and where each of its processes counts."""

from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from accede.watching import tally
from accede.watching.told import ToldInForm


class ServerLog(Logger):  # type: ignore[misc]
    """gunicorn's log in the form of ours. It would name who sent a request that is none, and the address that was asked for."""

    def setup(self, cfg: Any) -> None:
        """Called once in each process."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(ToldInForm())


def give_part(server: Any, worker: Any) -> None:
    """Before a process is forked: its part of the counts, the one that a process before it has left where there is one."""
    worker.part = tally.free_part([getattr(each, "part", -1) for each in server.WORKERS.values()])


def take_part(server: Any, worker: Any) -> None:
    """In the process that was forked."""
    tally.take_part(worker.part)


SETTINGS = {"logger_class": ServerLog, "pre_fork": give_part, "post_fork": take_part}
