"""accede backup: a consistent copy of the register in one file."""

from __future__ import annotations

from pathlib import Path

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import FULL, further_checks, open_register
from accede.publishing.wording import counted, in_thousands
from accede.vocabulary.errors import Refused

JSON = 'With --json: {"file", "bytes", "chain":{"number", "hash"}, "tables", "rows", "kept", "removed":[NAME]}'


@click.command(name="backup", epilog=JSON)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put the new backup in the place of a backup that FILE is already.")
@click.option(
    "--keep",
    metavar="N",
    type=click.IntRange(min=1),
    help="FILE is a folder: let its newest N backups stay, this one included.",
)
@json_option
def command(file: Path, replace: bool, keep: int | None, as_json: bool) -> None:
    """Write the whole register with its kept sources and editions to FILE, while others go on working.

    In a folder the backup gets a name of its own, accede-20261123T023000Z.zip; with --keep older ones of such names are removed
    once the new one is there.

    The same file restores into SQLite and into PostgreSQL. It holds the accounts with their password hashes: keep it
    where only you can read it. A register that does not verify is not backed up, so that a good backup is not
    overwritten with a bad one. Without --replace a file that is there already is left alone; what is no backup always is.
    """
    open_register(FULL)
    from accede.records.series import let_go, next_file

    folder = file if keep or file.is_dir() else None
    if folder:
        _refuse_file(folder)
        file = next_file(folder)
    if file.exists() and not replace:
        raise Refused(
            "the file is there already",
            where=str(file),
            remedy="Give another name, or --replace to put the new backup in its place",
        )
    from accede.records import last
    from accede.records.backup import back_up

    with Progress("Copying") as progress:
        manifest = back_up(file, progress=progress, further=further_checks())
    last.note("backup", entry=manifest.chain_number)
    removed = let_go(folder, keep) if folder and keep else ()
    if as_json:
        print_json(
            {
                "file": str(file),
                "bytes": file.stat().st_size,
                "chain": {"number": manifest.chain_number, "hash": manifest.chain_hash},
                "tables": len(manifest.tables),
                "rows": manifest.rows,
                "kept": len(manifest.kept),
                "removed": list(removed),
            }
        )
        return
    print_text(
        [
            f"The backup is in {file}: {counted(manifest.rows, 'row')} and {counted(len(manifest.kept), 'kept file')}, "
            f"up to audit entry {in_thousands(manifest.chain_number)}.",
            *([f"Removed: {', '.join(removed)}."] if removed else []),
        ]
    )


def _refuse_file(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise Refused(
            "it is a file, and --keep needs a folder", where=str(folder), remedy="Give a folder for the backups"
        )
