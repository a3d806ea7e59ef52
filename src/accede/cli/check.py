"""accede check: hold every figure of a draft against the register."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accede.cli.options import Asked, answer_options
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import open_for
from accede.publishing.wording import counted
from accede.vocabulary.errors import Unreadable

if TYPE_CHECKING:
    from accede.reporting.checker.values import Checked, Finding

JSON = (
    'With --json: {"claims":[{"where","text","kind","stated","register","verdict":"agrees|contradicts|cannot tell","why",'
    '"evidence":[KEY]}],"agrees","contradicts","cannot_tell"}'
)

FOUND = 1
"""Exit status where something contradicts the register."""


@click.command(name="check", epilog=JSON)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the draft with its marks in place as HTML.",
)
@answer_options
@click.pass_context
def command(ctx: click.Context, asked: Asked, file: Path, output: Path | None) -> None:
    """Hold every figure, list, date and vote of a draft against the register: agrees, contradicts, or cannot tell.

    Reads .docx, .pdf, .html, .md and .txt. A claim is held against the day its sentence gives, else that of the paper
    ("information as of"), else --as-of. Exit status 1 if anything contradicts the register.
    """
    if output is not None and output.suffix.lower() not in (".html", ".htm"):
        raise Unreadable(
            "the draft with its marks is written as HTML only",
            where=str(output),
            remedy="Give a name that ends in .html",
        )
    if output is not None and output.exists() and file.exists() and output.samefile(file):
        raise Unreadable(
            "the draft with its marks would take the place of the draft",
            where=str(output),
            remedy="Give another name",
        )
    open_for(asked)
    gc.disable()  # a draft is checked before there is anything worth collecting
    from accede.reporting.checker import check_file

    document, checked = check_file(file, asked.treaty, asked.view(), is_asked=_names_a_day(ctx))
    if output is not None:
        from accede.records.whole import written_whole
        from accede.reporting.checker.marked import marked

        with written_whole(output) as out:
            out.write(marked(document, checked, asked.view()))
    print_json(_answer(checked)) if asked.as_json else print_text(_text(checked, output))
    ctx.exit(FOUND if _count(checked, "contradicts") else 0)


def _names_a_day(ctx: click.Context) -> bool:
    """Whether --as-of was given, and is not merely today."""
    return ctx.get_parameter_source("as_of") is not click.core.ParameterSource.DEFAULT


def _count(checked: Checked, verdict: str) -> int:
    return sum(one.judgement.verdict == verdict for one in checked.findings)


def _answer(checked: Checked) -> dict[str, Any]:
    return {
        "claims": [
            {
                "where": one.claim.where,
                "text": one.claim.text,
                "kind": one.claim.kind,
                "stated": one.claim.stated,
                "register": one.judgement.register,
                "verdict": one.judgement.verdict,
                "why": one.judgement.why,
                "evidence": one.judgement.evidence,
            }
            for one in checked.findings
        ],
        "agrees": _count(checked, "agrees"),
        "contradicts": _count(checked, "contradicts"),
        "cannot_tell": _count(checked, "cannot tell"),
    }


def _text(checked: Checked, output: Path | None) -> Iterator[str]:
    wrong, right, open_ones = _count(checked, "contradicts"), _count(checked, "agrees"), _count(checked, "cannot tell")
    yield (
        f"{counted(len(checked.findings), 'claim')}: {right} agree with the register, {wrong} contradict it, "
        f"{open_ones} cannot be told."
    )
    if output is not None:
        yield f"The draft with its marks is in {output}."
    for verdict, heading in (("contradicts", "Contradicts the register"), ("cannot tell", "Cannot be told")):
        shown = [one for one in checked.findings if one.judgement.verdict == verdict]
        if shown:
            yield ""
            yield f"{heading} ({len(shown)})"
            for one in shown:
                yield from _lines(one)


def _lines(one: Finding) -> Iterator[str]:
    text = " ".join(one.claim.text.split())
    shown = text if len(text) <= 160 else f"{text[:160]}…"
    yield from wrapped(f"{one.claim.where}: “{shown}”")
    yield from wrapped(one.judgement.why or one.judgement.register, "    ")
