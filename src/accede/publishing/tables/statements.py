"""What States said, one row a citation. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from accede.evidence.values import Code
from accede.overview.statements import said
from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Day, Provenance, Row, day, known_day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.statements import Channel, CodeKind, TextKind


class CodeRead(Struct, frozen=True, kw_only=True):
    """A position, circumstance, condition or step read in a statement."""

    kind: Annotated[CodeKind, says("From which list the code is.")]
    code: Annotated[str, says("The code.")]
    words: Annotated[str | None, says("The words that show it.")]
    target: Annotated[str | None, says("Of a condition: the State, conflict or event it waits for.")]
    expires: Annotated[Day | None, says("Of a condition: the day by which it was expected.")]


class StatementRow(Row, frozen=True, kw_only=True):
    """A statement by its citation."""

    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    said_on: Annotated[Day, says("When it was said.")]
    citation: Annotated[str, says("How it is cited.")]
    meeting: Annotated[str | None, says("Key of the meeting or other occasion.")]
    channel: Annotated[Channel, says("By what way it was made.")]
    text_kind: Annotated[
        TextKind, says("Whose words these are: a quotation, reported speech of the source, or only our summary.")
    ]
    text: Annotated[str | None, says("The passage as the source prints it, in its language; null where none is held.")]
    language: Annotated[str | None, says("ISO 639-1 key of the language of the text.")]
    translation: Annotated[str | None, says("An unofficial translation of the text into English.")]
    summary: Annotated[str | None, says("Our own summary; not the words of the State.")]
    page: Annotated[str | None, says("Page of the source.")]
    positions: Annotated[tuple[str, ...], says("Positions read in it.")]
    circumstances: Annotated[tuple[str, ...], says("Circumstances stated for not joining; conditions among them.")]
    steps: Annotated[tuple[str, ...], says("Steps that it tells of.")]
    codes: Annotated[tuple[CodeRead, ...], says("All that was read in it, with the words that show it.")]
    beside: Annotated[tuple[str, ...], says("Keys of further records of the same citation.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[StatementRow]:
    """The statements made by the day, newest first."""
    for each in said(register):
        record, fact = each.evidence, each.evidence.fact
        yield StatementRow(
            key=record.key,
            treaty=fact.treaty,
            state=fact.state,
            state_name=state_name(fact.state),
            said_on=known_day(each.said_on),
            citation=fact.citation,
            meeting=word(fact.occasion),
            channel=fact.channel,
            text_kind=fact.text_kind if fact.text else TextKind.SUMMARY,
            text=word(fact.text),
            language=word(fact.language) if fact.text else None,
            translation=word(fact.translation),
            summary=word(each.summary),
            page=word(fact.page),
            positions=_of(each.codes, CodeKind.POSITION),
            circumstances=_of(each.codes, CodeKind.CIRCUMSTANCE, CodeKind.CONDITION),
            steps=_of(each.codes, CodeKind.STEP),
            codes=tuple(map(_code, each.codes)),
            beside=tuple(other.key for other in each.beside),
            source=provenance(register, record, each.said_on),
        )


def _of(codes: tuple[Code, ...], *kinds: CodeKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in codes if each.kind in kinds))


def _code(code: Code) -> CodeRead:
    return CodeRead(
        kind=code.kind, code=code.code, words=word(code.trigger), target=word(code.target), expires=day(code.expires)
    )


TABLE = Table(
    name="statements",
    title="Statements",
    description="What States said about the treaty, one row a citation, with the positions and circumstances read in it.",
    row=StatementRow,
    rows=rows,
    dated="said_on",
)
