"""What the outgoing presidency has in hand beside the register: given by who writes the paper, printed as it is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.paper.tree import Paragraph, Section
from accede.reporting.recipes.prose import Pen, items, typographic, words


@dataclass(frozen=True, slots=True)
class Thread:
    """Something that goes on: what it is, in a sentence, and a line for each of it, without a full stop. Plain text."""

    lead: str
    lines: tuple[str, ...] = ()


def in_hand(threads: tuple[Thread, ...], pen: Pen) -> Iterator[Section]:
    """One numbered paragraph a thread, its lines under it; no section where nothing was given."""
    if not threads:
        return
    blocks: list[Paragraph] = []
    for thread in threads:
        blocks += [
            pen.paragraph(typographic(thread.lead)),
            *items(words(typographic(line)) for line in thread.lines),
        ]
    yield Section("", words(gettext("In hand")), tuple(blocks))
