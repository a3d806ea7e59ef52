"""A change in a paper as a page prints it, word by word."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from accede.intake.working_copy import Change
from accede.workspace.records.difference import Piece, difference


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Where what was changed: the words of both sides in their order."""

    where: str
    kind: str
    pieces: tuple[Piece, ...]


def change_line(change: Change) -> ChangeLine:
    """The line of a change."""
    return ChangeLine(change.where, gettext(change.kind.label), difference(change.before, change.after))
