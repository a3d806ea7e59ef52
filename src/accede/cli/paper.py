"""accede paper: write papers from the register."""

from __future__ import annotations

import importlib

import click

PAPERS = {
    "status": "accede.cli.papers.status",
    "statement": "accede.cli.papers.statement",
    "brief": "accede.cli.papers.brief",
    "comparison": "accede.cli.papers.comparison",
    "plan": "accede.cli.papers.plan",
    "handover": "accede.cli.papers.handover",
    "kit": "accede.cli.papers.kit",
    "letter": "accede.cli.papers.letter",
}
"""Paper to the module whose `command` writes it, in the order of the help."""


class Papers(click.Group):
    """The papers above, without importing those that are not asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(PAPERS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in PAPERS:
            return None
        command: click.Command = importlib.import_module(PAPERS[cmd_name]).command
        return command


@click.command(name="paper", cls=Papers)
def command() -> None:
    """Papers from the register."""
