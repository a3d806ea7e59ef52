"""accede accept: a second person accepts what somebody else recorded."""

from __future__ import annotations

from collections.abc import Sequence

import click

from accede.cli.named_records import chosen, records_argument, refuse_mixed, source_and_all
from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.register import FULL, actor, open_register
from accede.publishing.wording import counted

JSON = 'With --json: {"accepted"}'


@click.command(name="accept", epilog=JSON)
@records_argument
@source_and_all
@click.option("--note", default="", metavar="WORDS", help="What was looked at; kept in the audit trail.")
@json_option
def command(records: Sequence[str], source: str, is_all: bool, note: str, as_json: bool) -> None:
    """Accept records that somebody else recorded, all of them or none; sources are accepted with what was taken from them.

    What you recorded yourself, here or by import, another person accepts: --source and --all leave it out, and it is refused
    where it is named. accede review lists what waits.
    """
    refuse_mixed(records, source, is_all)
    if not (records or source or is_all):
        raise click.UsageError("Name what is to be accepted: KIND KEY, --source or --all")
    open_register(FULL)
    from accede.records.review import accept
    from accede.records.reviewing import Stage, waiting

    waits = [one for one in waiting(Stage.PENDING) if records or one.row.recorded_by != actor().name]
    number = accept(actor(), chosen(waits, records, source, is_all), note=note)
    print_json({"accepted": number}) if as_json else print_text([f"Accepted: {counted(number, 'record')}."])
