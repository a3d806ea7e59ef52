"""accede verify: hold the register against its seals."""

from __future__ import annotations

from datetime import timedelta

import click

from accede.cli.errors import of_damage
from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import FULL, further_checks, is_set_up, open_however, refuse_empty
from accede.publishing.wording import counted
from accede.vocabulary.errors import Refused

JSON = 'With --json: {"ok", "problems":[]}'
FINDING = 1


@click.command(name="verify", epilog=JSON)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Check every hash, count, trigger and kept file of the register. Exit status 1 if it is damaged.

    A register that an older version made is checked when accede setup has brought it to this one.
    """
    try:
        is_of_older_version = _opened()
    except Exception as error:
        # What cannot even be opened is damage too, and as such an answer.
        if not (problem := of_damage(error)):
            raise
        _tell_damage((problem,), as_json=as_json)
        ctx.exit(FINDING)
    if is_of_older_version:
        raise Refused(
            "an older version of Accede made this register, and this one can check it when its tables are up to date",
            remedy="Make a backup with accede backup, then run accede setup and accede verify",
        )
    from django.conf import settings

    from accede.records import last, witness
    from accede.records.lock import clock_is_behind, head, last_load
    from accede.records.roles import could_undo
    from accede.records.snapshot import snapshot
    from accede.records.verify import verify

    with Progress("Checking") as progress, snapshot():
        verdict = verify(progress, further_checks())
        newest, loaded = (head(), last_load()) if verdict.ok else (None, None)
        power = could_undo() if newest else ""
    if verdict.ok and newest is None:
        refuse_empty()
    if not verdict.ok and not witness.noted() and not is_set_up():
        raise Refused(
            "nothing was ever recorded here: a set-up did not come to its end",
            where=str(settings.ACCEDE_HOME),
            remedy="Run accede setup; where a register was here before, restore its last backup",
        )
    last.note("verify", ok=verdict.ok, entry=newest.number if newest else 0)
    if as_json:
        print_json({"ok": verdict.ok, "problems": list(verdict.problems)})
    elif verdict.ok and newest is not None:
        print_text(
            [
                f"The register is whole: {counted(newest.number, 'audit entry', 'audit entries')}, the newest of "
                f"{newest.at:%Y-%m-%d %H:%M:%S} UTC with hash {newest.hash}."
                + (f" What came with Accede: {loaded.reason}, loaded on {loaded.at:%Y-%m-%d}." if loaded else ""),
                *_of_role(power),
                *_of_clock(clock_is_behind()),
            ]
        )
    else:
        _tell_damage(verdict.problems, as_json=False)
    ctx.exit(0 if verdict.ok else FINDING)


def _opened() -> bool:
    """Open the register; whether an older version made it."""
    open_however(FULL)
    from accede.records.manifest import applied_migrations, is_older

    return is_older(applied_migrations())


def _tell_damage(problems: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        print_json({"ok": False, "problems": list(problems)})
    else:
        print_text([f"The register is damaged: {counted(len(problems), 'problem')} found.", *problems])


def _of_role(power: str) -> list[str]:
    """That the program should not run as the role that this command runs as, where it could undo what was recorded."""
    if not power:
        return []
    return [
        f"This role of the database {power}, and so could take the triggers down. Let serve and work run as another: "
        "accede setup --application-role ROLE."
    ]


def _of_clock(behind: timedelta) -> list[str]:
    """That the clock of this machine went back, or was ahead when somebody recorded."""
    if behind < timedelta(seconds=2):
        return []
    return [
        f"The clock of this machine is {str(behind).partition('.')[0]} behind the newest entry. Nothing is lost or out of "
        "order, but what is recorded meanwhile is seen only when the clock has caught up: set it right."
    ]
