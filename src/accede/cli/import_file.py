"""accede import: read a paper or a table into proposals, and record them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accede.cli.options import json_option, treaty_option
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import actor, open_register
from accede.publishing.wording import counted
from accede.vocabulary.errors import UnknownName

if TYPE_CHECKING:
    from accede.intake.propose import Compared, Intake

JSON = (
    'With --json: {"document":{"kind", "title", "as_of"}, "found":{"states", "statements", "confirmations", '
    '"votes", "attendance", "last_participation", "reports", "practices", "activities"}, "new", "same", '
    '"conflicts":[{"kind", "where", "text", "against":[{"key", "source"}]}], "not_understood":[{"where", "text", '
    '"class"}], "accepted"}'
)


@click.command(name="import", epilog=JSON)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what the file holds and record nothing (this is also the default).")
@click.option("--accept", "is_accepting", is_flag=True, help="Record what is new, in one transaction.")
@click.option(
    "--skip", is_flag=True, help="With --accept: leave out what is not understood instead of recording nothing."
)
@treaty_option
@json_option
def command(file: Path, dry_run: bool, is_accepting: bool, skip: bool, treaty: str, as_json: bool) -> None:
    """Read a paper, page, message or table into proposals, and with --accept record them.

    Formats: text, Markdown, HTML, Word, PDF, e-mail (.eml, .msg), sheets (.xlsx, .csv), JSON. Kinds: status papers,
    statements, press releases, vote records, lists of participants, the depositary's tables and notifications, covers of
    Article 7 reports, replies, minutes, pages and tables of a secretariat. A document that names another treaty is read as
    being about that one.

    What the register says already adds nothing; what contradicts it is recorded beside it. While a State is unknown, a
    table cell is not understood or the file is cut off, nothing is recorded.
    """
    if dry_run and is_accepting:
        raise click.UsageError("--dry-run and --accept exclude each other")
    if skip and not is_accepting:
        raise click.UsageError("--skip belongs to --accept")
    open_register()
    from accede.intake.accept import accept
    from accede.intake.propose import propose

    intake = accept(file, treaty, actor=actor(), skip=skip) if is_accepting else propose(file, treaty)
    print_json(_answer(intake)) if as_json else print_text(_text(intake))


def _new(intake: Intake) -> int:
    from accede.intake.compare import Verdict

    return intake.count(Verdict.NEW, Verdict.COMPLETES)


def _same(intake: Intake) -> int:
    from accede.intake.compare import Verdict

    return intake.count(Verdict.SAME)


def _answer(intake: Intake) -> dict[str, Any]:
    findings = intake.findings
    return {
        "document": {"kind": findings.kind, "title": findings.title, "as_of": findings.as_of},
        "found": findings.found,
        "new": _new(intake),
        "same": _same(intake),
        "conflicts": [_conflict(one) for one in intake.conflicts],
        "not_understood": [
            {"where": one.where, "text": one.text, "class": one.part} for one in findings.not_understood
        ],
        "accepted": intake.is_accepted,
    }


def _conflict(one: Compared) -> dict[str, Any]:
    return {
        "kind": one.proposal.fact.__class__.__name__,
        "where": one.proposal.locator,
        "text": one.proposal.passage,
        "against": [{"key": held.key, "source": held.source} for held in one.comparison.against],
    }


def _text(intake: Intake) -> Iterator[str]:
    findings = intake.findings
    done = "Recorded" if intake.is_accepted else "Nothing is recorded yet (--accept records it)"
    yield (
        f"{findings.kind.label.capitalize()}, information as of "
        f"{findings.as_of.wording() if findings.as_of else 'a day it does not say'}: {_new(intake)} new, "
        f"{_same(intake)} held already, {counted(len(intake.conflicts), 'contradiction')}, "
        f"{len(findings.not_understood)} not understood. {done}."
    )
    yield findings.title
    yield ""
    found = findings.found
    for name in found.__dataclass_fields__:
        yield f"{getattr(found, name):>6}  {name.replace('_', ' ')}"
    yield from _proposals(intake)
    yield from _edited(intake)
    if intake.conflicts:
        yield ""
        yield "Contradictions, kept beside what the register holds"
        for one in intake.conflicts:
            against = ", ".join(held.key for held in one.comparison.against) or "the standing computed"
            yield from wrapped(f"{one.proposal.locator}: {one.proposal.passage} (against {against})")
    if findings.not_understood:
        yield ""
        yield "Not understood"
        for passage in findings.not_understood:
            yield from wrapped(f"{passage.where} ({passage.part}): {passage.text}")


def _proposals(intake: Intake) -> Iterator[str]:
    """What is proposed, a line each with its place and passage; of a status paper its numbers are enough."""
    from accede.intake.findings import Certainty, DocumentKind, StatedCount, StatedGroup
    from accede.intake.wording import worded
    from accede.vocabulary.state_names import shipped_names

    if intake.findings.kind is DocumentKind.STATUS_PAPER:
        return
    verdicts = {id(one.proposal): one.comparison.verdict.value for one in intake.compared}
    stated = [one for one in intake.findings.proposals if isinstance(one.fact, StatedCount | StatedGroup)]
    for title, proposals in (
        ("Proposed", [one.proposal for one in intake.compared]),
        ("Said, and only to be compared", stated),
    ):
        if proposals:
            yield ""
            yield title
        for one in proposals[:MOST_SHOWN]:
            about = ", ".join(filter(None, (verdicts.get(id(one), ""), one.locator)))
            likely = f"; {one.certainty.label}" if one.certainty is not Certainty.READ else ""
            yield from wrapped(f"{worded(one.fact, shipped_names())} ({about}{likely})")
            passage = " ".join(one.passage.split())
            yield from wrapped(
                f"“{passage[:LONGEST_PASSAGE]}{'…' if len(passage) > LONGEST_PASSAGE else ''}”", "      "
            )
        if len(proposals) > MOST_SHOWN:
            yield f"  and {len(proposals) - MOST_SHOWN} more"


def _edited(intake: Intake) -> Iterator[str]:
    """What was changed in a working copy of our own paper, against the paper that the register writes for the same day."""
    from accede.intake.working_copy import changes, written_at

    document = intake.document
    told = written_at(document) if document is not None else None
    if document is None or told is None:
        return
    from accede.records.values import View
    from accede.reporting.recipes.status_paper import write_status_paper

    as_of, known_on = told
    try:
        ours = write_status_paper(intake.treaty, View(as_of=as_of, known_on=known_on))
    except UnknownName:  # a register that cannot tell who has joined has no paper of its own to hold the copy against
        return
    found = changes(ours, document)
    if found:
        yield ""
        yield f"Changed in this copy of our paper ({len(found)})"
    for one in found[:MOST_SHOWN]:
        said = " → ".join(f"“{text[:LONGEST_PASSAGE]}”" for text in (one.before, one.after) if text)
        yield from wrapped(f"{one.where}, {one.kind.label}: {said}")


MOST_SHOWN = 200
LONGEST_PASSAGE = 160
