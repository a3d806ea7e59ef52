"""accede verify: hold the register against its seals."""

from __future__ import annotations

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import FULL, further_checks, open_however, refuse_empty
from accede.publishing.wording import counted

JSON = 'With --json: {"ok", "problems":[]}'


@click.command(name="verify", epilog=JSON)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Check every hash, count, trigger and kept file of the register. Exit status 1 if it is damaged."""
    open_however(FULL)
    from accede.records.lock import head
    from accede.records.roles import could_undo
    from accede.records.snapshot import snapshot
    from accede.records.verify import verify

    with Progress("Checking") as progress, snapshot():
        verdict = verify(progress, further_checks())
        newest = head() if verdict.ok else None
        power = could_undo() if newest else ""
    if verdict.ok and newest is None:
        refuse_empty()
    if as_json:
        print_json({"ok": verdict.ok, "problems": list(verdict.problems)})
    elif verdict.ok and newest is not None:
        print_text(
            [
                f"The register is whole: {counted(newest.number, 'audit entry', 'audit entries')}, the newest of "
                f"{newest.at:%Y-%m-%d %H:%M:%S} UTC with hash {newest.hash}.",
                *_of_role(power),
            ]
        )
    else:
        print_text([f"The register is damaged: {counted(len(verdict.problems), 'problem')} found.", *verdict.problems])
    ctx.exit(0 if verdict.ok else 1)


def _of_role(power: str) -> list[str]:
    """That the program should not run as the role that this command runs as, where it could undo what was recorded."""
    if not power:
        return []
    return [
        f"This role of the database {power}, and so could take the triggers down. Let serve and work run as another: "
        "accede setup --application-role ROLE."
    ]
