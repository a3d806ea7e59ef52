"""accede work: does what was asked for in the workspace."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from accede.cli.output import print_text
from accede.cli.register import FULL, open_register
from accede.records import faults
from accede.watching import log

if TYPE_CHECKING:
    from accede.records.models import Job


@click.command(name="work")
@click.option("--once", is_flag=True, help="Do what waits, and end.")
@click.option("--beside", type=int, hidden=True, help="End when this process, which started it, has ended.")
def command(once: bool, beside: int | None) -> None:
    """Do what was asked for in the workspace: backups, checks, publication, the daily mail.

    `accede serve` starts one such process beside itself; this is for running it apart, or on another machine with the same
    PostgreSQL. When it is asked to end, what runs may end within 20 seconds, and is else given back to be done from the
    beginning.
    """
    open_register(FULL)
    from accede.records.working import Working
    from accede.watching import statements
    from accede.workspace.work import kinds

    statements.watch()  # also in the process of each job, which is forked from this one
    working = Working(kinds(), told=_told)
    signal.signal(signal.SIGTERM, lambda number, frame: working.stop())
    signal.signal(signal.SIGINT, lambda number, frame: working.stop())
    if once:
        while working.once():
            pass
        working.leave()
        return
    if beside is None:
        print_text(["Accede does what is asked for in the workspace (Ctrl-C stops it)."])
    working.run(is_over=lambda: beside is not None and os.getppid() != beside)


def _told(job: Job, what: str) -> None:
    """What became of it, in a line. Why it failed is told to who may see the job: it can name a person's address."""
    became = what.partition(":")[0].removesuffix(".")
    print_text([f"Job {job.pk}, {job.kind}: {became}."])
    since = job.started_at or job.asked_at
    milliseconds = 0 if became == "begun" else round((datetime.now(UTC) - since).total_seconds() * 1000)
    about = {"number": faults.number(), "job": job.pk, "kind": job.kind, "became": became}
    log.tell("job", **about, attempt=job.attempts, ms=milliseconds)
