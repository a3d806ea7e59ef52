"""accede export: the public register as a data package."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from accede.cli.options import Instant, json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import open_register
from accede.publishing.wording import counted

JSON = 'With --json: {"files":[{"path", "rows", "bytes", "sha256"}]}'


@click.command(name="export", epilog=JSON)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--known-on",
    type=Instant(),
    help="What the register had recorded and released by this instant, or by the end of this day in UTC (default: now).",
)
@json_option
def command(folder: Path, known_on: datetime | None, as_json: bool) -> None:
    """Write what is public and released to DIR: a CSV table a kind, and datapackage.json with every SHA-256.

    The folder must be empty, not there yet, or hold an earlier package, which is replaced.
    """
    open_register()
    from accede.reporting.export import export

    with Progress("Writing") as progress:
        resources = export(folder, known_on=known_on or datetime.now(UTC), progress=progress)
    if as_json:
        print_json(
            {
                "files": [
                    {"path": one.path, "rows": one.rows, "bytes": one.bytes, "sha256": one.sha256} for one in resources
                ]
            }
        )
        return
    rows = sum(resource.rows for resource in resources)
    print_text([f"The data package is in {folder}: {counted(len(resources), 'file')}, {counted(rows, 'row')}."])
