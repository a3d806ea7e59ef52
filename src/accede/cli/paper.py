"""accede paper: write papers from the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from accede.cli.options import Asked, Day, answer_options
from accede.cli.output import print_json, print_text
from accede.cli.register import actor, open_for
from accede.publishing.wording import counted

JSON = 'With --json: {"files":[PATH], "states"}, and of a sealed paper also "edition" and "tree_sha256"'


@click.group(name="paper")
def command() -> None:
    """Papers from the register."""


@command.command(name="status", epilog=JSON)
@click.option(
    "-o",
    "files",
    required=True,
    multiple=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; the suffix is the format: .docx .pdf .html .md .json. May be given more than once.",
)
@click.option("--symbol", default="", metavar="TEXT", help="The symbol in the masthead.")
@click.option("--dated", type=Day(), help="The day in the masthead (default: the day the register was asked).")
@click.option("--agenda-item", default="", metavar="TEXT", help="The agenda item in the masthead.")
@click.option("--seal", "is_sealed", is_flag=True, help="Keep the paper as an edition that cannot change any more.")
@answer_options
def status(
    asked: Asked, files: tuple[Path, ...], symbol: str, dated: date | None, agenda_item: str, is_sealed: bool
) -> None:
    """The status paper: how many States have joined, and what the others say and do."""
    open_for(asked)
    from accede.records.whole import written_whole
    from accede.reporting.edition import edition_key, seal
    from accede.reporting.recipes.status_paper import write_status_paper
    from accede.reporting.render import renderer_for

    renderers = [renderer_for(file.suffix) for file in files]
    document = write_status_paper(asked.treaty, asked.view(), symbol=symbol, dated=dated, agenda_item=agenda_item)
    contents = [render(document) for render in renderers]
    edition = seal(actor(), document, treaty=asked.treaty, symbol=symbol) if is_sealed else None
    for file, content in zip(files, contents, strict=True):
        with written_whole(file) as out:
            out.write(content)
    if asked.as_json:
        sealed = {"edition": edition_key(edition), "tree_sha256": edition.tree_sha256} if edition else {}
        print_json({"files": [str(file) for file in files], "states": len(document.overview), **sealed})
        return
    for file in files:
        print_text([f"The status paper is in {file}: {counted(len(document.overview), 'State')} outside."])
    if edition:
        print_text([f"It is sealed as {edition_key(edition)}, SHA-256 {edition.tree_sha256}."])
