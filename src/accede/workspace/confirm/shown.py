"""The form as a page prints it: parts, what is on record, and fields with what is filled in and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accede.outreach.confirm.fields import Block, Field, FieldKind, Part, Told, parts_of
from accede.outreach.confirm.form import Form
from accede.outreach.confirm.read import TICKED
from accede.publishing.languages import direction

LEAST_ROWS, MOST_ROWS, A_LINE = 3, 40, 70
"""Of a text: so that it can be written by hand on paper, and is printed whole."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice."""

    value: str
    words: str
    is_chosen: bool
    id: str


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field with what is filled in. `described_by` names the elements of its help and of what is wrong with it."""

    name: str
    label: str
    help: str
    value: str
    wrong: str
    options: tuple[Option, ...]
    is_tick: bool
    is_ticked: bool
    is_choice: bool
    is_text: bool
    is_number: bool
    rows: int
    most: int
    described_by: str


@dataclass(frozen=True, slots=True)
class ToldShown:
    """Words on record, with their language and direction."""

    words: str
    language: str
    direction: str
    kind: str


@dataclass(frozen=True, slots=True)
class BlockShown:
    """What is on record about one thing, and what is asked about it."""

    heading: str
    told: tuple[ToldShown, ...]
    fields: tuple[FieldShown, ...]


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of the page, to which its contents lead."""

    key: str
    heading: str
    opening: str
    blocks: tuple[BlockShown, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a field, at the top of the page, with a way to it."""

    name: str
    label: str
    why: str


def parts_shown(form: Form, values: Mapping[str, str], wrong: Mapping[str, str]) -> tuple[PartShown, ...]:
    """The parts, filled in."""
    return tuple(_part(part, values, wrong) for part in parts_of(form))


def all_wrong(form: Form, wrong: Mapping[str, str]) -> Iterator[Wrong]:
    """What is wrong, in the order of the page."""
    for part in parts_of(form):
        for block in part.blocks:
            for field in block.fields:
                if field.name in wrong:
                    yield Wrong(field.name, field.label, wrong[field.name])


def _part(part: Part, values: Mapping[str, str], wrong: Mapping[str, str]) -> PartShown:
    return PartShown(part.key, part.heading, part.opening, tuple(_block(block, values, wrong) for block in part.blocks))


def _block(block: Block, values: Mapping[str, str], wrong: Mapping[str, str]) -> BlockShown:
    fields = tuple(_field(field, values.get(field.name, ""), wrong.get(field.name, "")) for field in block.fields)
    return BlockShown(block.heading, tuple(map(_told, block.told)), fields)


def _told(told: Told) -> ToldShown:
    kind = "quotation" if told.is_quotation else "note" if told.is_remark else "plain"
    return ToldShown(told.words, told.language, direction(told.language), kind)


def _field(field: Field, value: str, wrong: str) -> FieldShown:
    lines = sum(1 + len(line) // A_LINE for line in value.split("\n"))
    about = [f"{field.name}-{part}" for part, is_there in (("help", field.help), ("wrong", wrong)) if is_there]
    return FieldShown(
        name=field.name,
        label=field.label,
        help=field.help,
        value=value,
        wrong=wrong,
        options=tuple(
            Option(key, words, key == value, f"{field.name}-{number}")
            for number, (key, words) in enumerate(field.options)
        ),
        is_tick=field.kind is FieldKind.TICK,
        is_ticked=field.kind is FieldKind.TICK and value == TICKED,
        is_choice=field.kind is FieldKind.CHOICE,
        is_text=field.kind is FieldKind.TEXT,
        is_number=field.kind is FieldKind.NUMBER,
        rows=min(max(LEAST_ROWS, lines), MOST_ROWS),
        most=field.most,
        described_by=" ".join(about),
    )
