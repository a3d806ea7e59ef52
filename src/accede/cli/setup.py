"""accede setup: make or upgrade the database and load the shipped register."""

from __future__ import annotations

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import FULL, start_django
from accede.publishing.wording import counted, in_thousands

JSON = 'With --json: {"loaded":{KIND:N}, "unchanged", "differences":[{"key", "field", "shipped", "held"}]}'


@click.command(name="setup", epilog=JSON)
@click.option("--empty", is_flag=True, help="Load vocabulary, treaties, States and occasions only, and no evidence.")
@json_option
def command(empty: bool, as_json: bool) -> None:
    """Create or upgrade the database, and load the shipped register. It is safe to repeat.

    What a user recorded is never overridden: where the shipped register says something else, the difference is listed.
    """
    start_django(FULL)
    from django.conf import settings
    from django.core.management import call_command

    from accede.intake import shipped
    from accede.records.manifest import applied_migrations

    settings.ACCEDE_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    applied_migrations()  # refuses a register of a newer version
    with Progress("Loading") as progress:
        call_command("migrate", verbosity=0, interactive=False)
        done = shipped.load(empty=empty, progress=progress)
    if as_json:
        differences = [
            {"key": one.key, "field": one.field, "shipped": one.shipped, "held": one.held} for one in done.differences
        ]
        print_json({"loaded": done.loaded, "unchanged": done.unchanged, "differences": differences})
        return
    lines = [
        f"The register is ready in {settings.ACCEDE_HOME}: {counted(sum(done.loaded.values()), 'record')} loaded, "
        f"{in_thousands(done.unchanged)} unchanged, {len(done.differences)} different from what was recorded here."
    ]
    lines += [f"  {in_thousands(count):>9}  {kind}" for kind, count in done.loaded.items()]
    lines += [f"  {one.key}, {one.field}: shipped {one.shipped!r}, here {one.held!r}" for one in done.differences]
    print_text(lines)
