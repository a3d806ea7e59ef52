"""accede publish: the public site, the API's answers and the data as plain files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text, table
from accede.cli.progress import Progress
from accede.cli.register import FULL, open_register
from accede.publishing.wording import counted

if TYPE_CHECKING:
    from accede.publishing.site.leak import Appearing

JSON = (
    'With --json: {"pages", "written", "unchanged", "seconds"}, or "new" where the report waits to be confirmed: of each '
    'record its "kind", "key", "version", "source", "came_from" and "reason"'
)
MOST_NAMED = 20
FINDING = 1


@click.command(name="publish", epilog=JSON)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--confirm-leak-report",
    "is_confirmed",
    is_flag=True,
    help="Publish what the report names. Without it the report is printed, and nothing is written where it names anything.",
)
@json_option
@click.pass_context
def command(ctx: click.Context, folder: Path, is_confirmed: bool, as_json: bool) -> None:
    """Write the public site to DIR: every page in every language for today and the last day of each Meeting of the States
    Parties and Review Conference, the API's answers, the data, a signed list of all files.

    First it says what the public will see that it did not see before; exit status 1 where that waits to be confirmed. Only
    what changed is written; readers of DIR see the old publication until the new one is whole. ACCEDE_ADDRESS is where
    readers will find it (https://...), for citations, feeds and the sitemap.
    """
    open_register(FULL)
    from accede.publishing.site.manifest import PUBLIC_KEY, fingerprint
    from accede.publishing.site.publish import new_to_the_public, publication, publish

    asked = publication()
    new = new_to_the_public(folder, asked)
    if new and not is_confirmed:
        if as_json:
            print_json({"new": new})
        else:
            print_text(
                [*_report(new), "", "Nothing was written. To publish this: accede publish DIR --confirm-leak-report"]
            )
        ctx.exit(FINDING)
    with Progress("Writing") as progress:
        done = publish(folder, asked, progress=progress)
    if as_json:
        print_json(
            {
                "pages": done.pages,
                "written": done.written,
                "unchanged": done.unchanged,
                "seconds": round(done.seconds, 3),
            }
        )
        return
    key = fingerprint((folder / PUBLIC_KEY).read_bytes())
    print_text(
        [
            f"The site is in {folder}: {counted(done.pages, 'page')}; {counted(done.written, 'file')} written, "
            f"{counted(done.unchanged, 'file')} as before, in {done.seconds:.1f} s.",
            f"manifest.json lists every file and is signed; the key begins {key}.",
        ]
    )


def _report(new: Sequence[Appearing]) -> list[str]:
    """What the public will see for the first time; by name what was for fewer readers until now."""
    from accede.publishing.site.leak import summary

    lines = ["The public will see what it did not see before:", ""]
    lines += table(
        ("Kind", "From", "Records"), [(kind, words, str(number)) for kind, words, number in summary(tuple(new))]
    )
    restricted = [each for each in new if each.was_restricted]
    if restricted:
        lines += ["", "For fewer readers until now:"]
        lines += [f"  {each.kind} {each.key} ({each.source})" for each in restricted[:MOST_NAMED]]
        if len(restricted) > MOST_NAMED:
            lines.append(f"  and {len(restricted) - MOST_NAMED} more")
    reasons = [each for each in new if each.reason]
    if reasons:
        lines += ["", "Why it was corrected, as the page of corrections will say:"]
        lines += [f"  {each.kind} {each.key}: {each.reason}" for each in reasons]
    return lines
