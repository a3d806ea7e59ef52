"""accede withdraw: take a release back, or lift a record out of an embargo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from accede.cli.named_records import records_argument
from accede.cli.options import Named, json_option
from accede.cli.output import print_json, print_text
from accede.cli.register import FULL, actor, open_register
from accede.publishing.wording import counted

if TYPE_CHECKING:
    from accede.records.reference import Reference

JSON = 'With --json: {"withdrawn"}'


@click.command(name="withdraw", epilog=JSON)
@records_argument
@click.option(
    "--why", required=True, type=Named("the reason"), metavar="REASON", help="Why; kept in the audit trail, not public."
)
@json_option
def command(records: Sequence[str], why: str, as_json: bool) -> None:
    """Take the newest released version of each record back, or lift it out of an embargo before it ends.

    Who has seen it has seen it. The page of corrections tells that something was withdrawn, neither what nor why; of what was
    still under embargo nothing is told. An earlier version that is released is shown again.
    """
    if len(records) < 2:
        raise click.UsageError("Name a kind and keys, as in: statement KEY")
    open_register(FULL)
    from accede.records.release import withdraw

    kind, *keys = records
    number = withdraw(actor(), [_released(kind, key) for key in keys], reason=why)
    print_json({"withdrawn": number}) if as_json else print_text([f"Withdrawn: {counted(number, 'record')}."])


def _released(kind: str, key: str) -> Reference:
    """The newest version that is released or under embargo, else the newest of all, which is refused. Raises UnknownName."""
    from accede.records.reference import Reference, newest
    from accede.records.reviewing import Stage, stages

    last = newest(kind, key).version
    versions = [Reference(kind, key, version) for version in range(last, 0, -1)]
    standing = stages(versions)
    shown = (one for one in versions if standing[one].stage in (Stage.RELEASED, Stage.EMBARGOED))
    return next(shown, versions[0])
