"""accede restore: put a backup in the place of the register."""

from __future__ import annotations

from pathlib import Path

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import FULL, further_checks, start_django
from accede.publishing.wording import counted, in_thousands

JSON = 'With --json: {"chain":{"number", "hash"}, "tables", "rows", "kept"}'

_OF_OLDER = (
    "An older version of Accede made it ({version}), and its tables are those of this version now. Run accede setup for what is "
    "new in the shipped data."
)


@click.command(name="restore", epilog=JSON)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Put the backup in the place of the register that is here.")
@json_option
def command(file: Path, replace: bool, as_json: bool) -> None:
    """Restore the register from FILE, as it was when the backup was made.

    It happens whole or not at all. A server that runs meanwhile goes on with the restored register. A backup of an
    older version is brought to this one. Without --replace a register that is here already is left alone.
    """
    start_django(FULL)
    from accede.records.manifest import is_older
    from accede.records.restore import restore

    with Progress("Restoring") as progress:
        manifest = restore(file, replace=replace, progress=progress, further=further_checks())
    if as_json:
        print_json(
            {
                "chain": {"number": manifest.chain_number, "hash": manifest.chain_hash},
                "tables": len(manifest.tables),
                "rows": manifest.rows,
                "kept": len(manifest.kept),
            }
        )
        return
    print_text(
        [
            f"The register is restored: {counted(manifest.rows, 'row')} and {counted(len(manifest.kept), 'kept file')}, "
            f"up to audit entry {in_thousands(manifest.chain_number)}, as of {manifest.made_at:%Y-%m-%d %H:%M} UTC.",
            *([_OF_OLDER.format(version=manifest.accede)] if is_older(manifest.migrations) else []),
        ]
    )
