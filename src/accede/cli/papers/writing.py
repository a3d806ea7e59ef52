"""What the commands that write papers share: their options, and a paper into files and, if asked, into an edition."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accede.cli.options import Asked, Day
from accede.cli.output import print_bytes, print_json, print_text
from accede.cli.register import actor
from accede.vocabulary.sources import Classification

if TYPE_CHECKING:
    from accede.paper.tree import Document
    from accede.records.values import View
    from accede.reporting.values import Edition

FORMATS = ".docx .pdf .html .md .json .xml"
JSON = 'With --json: {"files":[PATH]}, and of a sealed paper also "edition" and "tree_sha256"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What every command that writes a paper is asked for."""

    files: tuple[Path, ...]
    symbol: str
    dated: date | None
    is_sealed: bool


def paper_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of every paper; it receives them as one `Wanted`, named `wanted`."""

    @functools.wraps(function)
    def command(files: tuple[Path, ...], symbol: str, dated: date | None, is_sealed: bool, **further: Any) -> None:
        function(wanted=Wanted(files=files, symbol=symbol, dated=dated, is_sealed=is_sealed), **further)

    for option in reversed(_OPTIONS):
        option(command)
    return command


def write(
    asked: Asked,
    wanted: Wanted,
    document: Document,
    what: str,
    *,
    classification: Classification,
    note: str = "",
    further: Mapping[str, Any] | None = None,
) -> None:
    """Write the paper in every format asked for, seal it if asked, and say so; without a file, print the paper itself.

    `what` begins the sentence about it and `note` ends it; `further` joins the JSON. Raises UnknownName for a suffix that
    no format has, before anything is written.
    """
    from accede.records.whole import written_whole
    from accede.reporting.edition import edition_key, seal
    from accede.reporting.render import renderer_for

    if not wanted.files:
        printed = renderer_for(".json" if asked.as_json else ".md")(document)
    contents = [renderer_for(file.suffix)(document) for file in wanted.files]
    edition = (
        seal(actor(), document, treaty=asked.treaty, symbol=wanted.symbol, classification=classification)
        if wanted.is_sealed
        else None
    )
    for file, content in zip(wanted.files, contents, strict=True):
        with written_whole(file) as out:
            out.write(content)
    if not wanted.files:
        print_bytes(printed)
        if edition:
            click.echo(_sealed(edition), err=True)
        return
    sealed = {"edition": edition_key(edition), "tree_sha256": edition.tree_sha256} if edition else {}
    if asked.as_json:
        print_json({"files": [str(file) for file in wanted.files], **(further or {}), **sealed})
        return
    names = ", ".join(map(str, wanted.files[:-1]))
    listed = f"{names} and {wanted.files[-1]}" if names else str(wanted.files[-1])
    print_text([f"{what} is in {listed}{note}."])
    if edition:
        print_text([_sealed(edition)])


def _sealed(edition: Edition) -> str:
    from accede.reporting.edition import edition_key

    return f"It is sealed as {edition_key(edition)}, SHA-256 {edition.tree_sha256}."


def public_view(asked: Asked) -> View:
    """The view of a paper that everybody may read: of what is classed public alone."""
    return replace(asked.view(), classes=frozenset({Classification.PUBLIC}))


def presidency_view(asked: Asked) -> View:
    """The view of a paper for the presidency: of everything that the presidency may see."""
    return replace(asked.view(), classes=frozenset(Classification) - {Classification.ISU})


def is_day_given() -> bool:
    """Whether the person named the day (`--as-of`); else it is today's."""
    return click.get_current_context().params.get("as_of") is not None


_OPTIONS = (
    click.option(
        "-o",
        "files",
        multiple=True,
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help=f"Where to; the suffix is the format: {FORMATS} (Akoma Ntoso). May be given more than once. Without it the "
        "paper is printed, as Markdown, or with --json as its tree.",
    ),
    click.option("--symbol", default="", metavar="TEXT", help="The symbol in the masthead."),
    click.option("--dated", type=Day(), help="The day in the masthead (default: the day the register was asked)."),
    click.option("--seal", "is_sealed", is_flag=True, help="Keep the paper as an edition that cannot change any more."),
)
