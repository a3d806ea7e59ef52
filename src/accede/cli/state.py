"""accede state: the dossier of one State."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, answer_options
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import open_for
from accede.publishing import sentences
from accede.vocabulary.statements import TextKind

if TYPE_CHECKING:
    from accede.overview.dossier import DossierFound
    from accede.overview.items import StatementItem

JSON = (
    'With --json: {"iso3", "name", "standing", "actions":[], "statements":[], "practices":[], "votes":[], '
    '"attendance":[], "reports":[], "activities":[], "other_treaties":[], "last_participation", '
    '"freshness":{"said_on", "confirmed_on", "checked_on", "age_years"}, "conflicts":[]}'
)


@click.command(name="state", epilog=JSON)
@click.argument("iso3")
@answer_options
def command(asked: Asked, iso3: str) -> None:
    """The dossier of the State ISO3: standing, what it says, does, votes, attends and reports, and what contradicts."""
    open_for(asked)
    from accede.overview.dossier import dossier_of

    found = dossier_of(asked.treaty, asked.view(), iso3)
    print_json(found.answer) if asked.as_json else print_text(_text(found, asked))


def _text(found: DossierFound, asked: Asked) -> Iterator[str]:
    answer = found.answer
    yield sentences.standing(found, asked.as_of)
    yield f"{sentences.last_word(found)} {sentences.last_participation(found)}"
    if found.standing is not None and found.standing.why:
        yield from wrapped(found.standing.why, "")
    yield ""
    yield "What it says"
    for statement in answer.statements:
        yield from _statement(statement)
    if not answer.statements:
        yield "  No official information is held."
    sections: dict[str, Iterable[tuple[str, str]]] = {
        "About the treaty": ((sentences.action(item), item.source) for item in answer.actions),
        "What it does": ((sentences.practice(item), item.source) for item in answer.practices),
        "Transparency reports": ((sentences.report(item), item.source) for item in answer.reports),
        "How it votes": ((sentences.vote(item), item.source) for item in answer.votes),
        "Where it takes part": ((sentences.attendance(item), item.source) for item in answer.attendance),
        "What was done towards it": ((sentences.activity(item), item.source) for item in answer.activities),
        "Other treaties": (
            (sentences.other_treaty(item, item.treaty.upper()), item.source) for item in answer.other_treaties
        ),
        "Contradictions": ((sentences.conflict(item), "") for item in answer.conflicts),
    }
    for heading, lines in sections.items():
        yield ""
        yield heading
        printed = [part for text, source in lines for part in wrapped(f"{text} [{source}]" if source else text)]
        yield from printed or ["  Nothing is recorded."]


def _statement(item: StatementItem) -> Iterator[str]:
    mark = {TextKind.QUOTATION: "", TextKind.REPORTED: "Reported speech: ", TextKind.SUMMARY: "Our summary: "}
    for number, part in enumerate((item.text or item.summary).split("\n")):
        yield from wrapped(f"{mark[item.text_kind] if number == 0 else ''}{part}")
    yield from wrapped(f"({item.citation}) [{item.source}]", "    ")
    for confirmed in item.confirmed:
        yield from wrapped(f"Unchanged, {confirmed.on.wording()}: {confirmed.citation} [{confirmed.source}]", "    ")
