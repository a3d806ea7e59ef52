"""The program `accede`: its commands, each in a module that is imported when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time
from collections.abc import Sequence

import click

from accede.cli.errors import explain
from accede.records import faults
from accede.watching import log

COMMANDS = {
    "setup": "accede.cli.setup",
    "serve": "accede.cli.serve",
    "work": "accede.cli.work",
    "user": "accede.cli.user",
    "status": "accede.cli.status",
    "state": "accede.cli.state",
    "votes": "accede.cli.votes",
    "attendance": "accede.cli.attendance",
    "gaps": "accede.cli.gaps",
    "changes": "accede.cli.changes",
    "calc": "accede.cli.calc",
    "import": "accede.cli.import_file",
    "review": "accede.cli.review",
    "accept": "accede.cli.accept",
    "release": "accede.cli.release",
    "withdraw": "accede.cli.withdraw",
    "check": "accede.cli.check",
    "paper": "accede.cli.paper",
    "export": "accede.cli.export",
    "publish": "accede.cli.publish",
    "backup": "accede.cli.backup",
    "restore": "accede.cli.restore",
    "verify": "accede.cli.verify",
}
"""Command to the module whose `command` it is, in the order of the help."""

INTERRUPTED = 130
PIPE_CLOSED = 141


class Commands(click.Group):
    """The commands above, without importing those that are not asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


@click.command(cls=Commands, invoke_without_command=True)
@click.version_option(package_name="accede", prog_name="accede", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """The register and workbench of treaty universalization.

    Exit status: 0 done; 1 the answer is a finding (check found a contradiction, verify found damage, publish or release found
    what is to be confirmed); 2 wrong usage or unreadable input, said in one sentence; 70 a fault of Accede; 130 stopped by the
    keyboard. ACCEDE_HOME is the folder of the register, DATABASE_URL selects PostgreSQL.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    faults.going_on(f"accede {ctx.invoked_subcommand or ''}".strip())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status. Errors are one sentence on stderr, never a traceback."""
    number, began = faults.begin("accede"), time.perf_counter()
    code = _run(arguments)
    milliseconds = round((time.perf_counter() - began) * 1000)
    log.tell("command", number=number, command=faults.doing().removeprefix("accede "), exit=code, ms=milliseconds)
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        log.require_form()
        code = program.main(args=arguments, prog_name="accede", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone (`accede votes | head`); Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except (Exception, SystemExit) as error:
        if isinstance(error, SystemExit) and not isinstance(error.code, str):
            raise  # so a worker of the server ends, with the status it means
        sentence, code = explain(error)
        click.echo(sentence, err=True)
    return code if isinstance(code, int) else 0


def main() -> None:
    """The console script."""
    gc.disable()  # what a start makes stays; `start_django` turns the collector on again, without looking at it
    sys.exit(run())


if __name__ == "__main__":
    main()
