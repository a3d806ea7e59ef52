"""A copy of a paper that comes back from Word: what changed in it, and what of that can go into people's words. Pure.

A change in people's words can be taken over, with the figures that still stand in it kept as names in braces. A change in what is
computed is a hint that a record may be wrong: the paper is never edited past the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from accede.intake.working_copy import Change, ChangeKind, changes
from accede.paper.tree import Cell, Document, Figure, Inline, Paragraph, Table, all_sections, text_of
from accede.reporting.recipes.live import Piece, escaped, pieces
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.places import Place, Prose, paragraphs_of, place_of_section

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Returned:
    """A change in a copy. `place` and `at`: in which paragraph of whose words (None: in what is computed); `at` behind the last
    paragraph: a new one. `text` is that paragraph anew, empty to drop it; `is_late` where the words are others by now, so that it
    cannot be taken over by itself. `evidence`: on what the changed passage rests.
    """

    change: Change
    place: Place | None = None
    at: int = 0
    text: str = ""
    is_late: bool = False
    evidence: tuple[str, ...] = ()


def returned(written: Document, edited: Document, prose: Prose, matter: Matter, now: Prose) -> tuple[Returned, ...]:
    """The changes in a copy, in its order. `prose` are the words the copy was written with, `now` those it would go into.

    Where the words have changed since the copy was made, its change is listed and cannot be taken over by itself.
    """
    own = {
        _even("".join(piece.text for piece in told)): (place, at, told)
        for place, text in prose.items()
        for at, told in enumerate(pieces(each, matter, where=place.label) for each in paragraphs_of(text))
    }
    resting = _evidence_by_text(written)
    return tuple(_returned(change, own, resting, prose, now) for change in changes(written, edited))


def taken_over(prose: Prose, chosen: Sequence[tuple[Place, int, str]]) -> Prose:
    """The texts of the places that change, with the chosen paragraphs in them."""
    found: dict[Place, str] = {}
    for place in dict.fromkeys(place for place, _, _ in chosen):
        held = dict(enumerate(paragraphs_of(prose.get(place, ""))))
        end = len(held)
        for where, at, text in chosen:
            if where is place:
                held[at if at < end else len(held)] = text
        found[place] = "\n\n".join(text for text in held.values() if text.strip())
    return found


Own = Mapping[str, tuple[Place, int, tuple[Piece, ...]]]


def _returned(change: Change, own: Own, resting: Mapping[str, tuple[str, ...]], prose: Prose, now: Prose) -> Returned:
    held = own.get(change.before) if change.before else None
    if held is not None:
        place, at, told = held
        template = paragraphs_of(prose[place])[at]
        present = paragraphs_of(now.get(place, ""))
        if template not in present:
            return Returned(change, place, is_late=True)
        return Returned(change, place, present.index(template), reworded(told, change.after))
    place_of_new = place_of_section(change.where) if change.kind is ChangeKind.ADDED else None
    if place_of_new is not None:
        return Returned(change, place_of_new, len(paragraphs_of(now.get(place_of_new, ""))), escaped(change.after))
    return Returned(change, evidence=resting.get(change.before, ()))


def reworded(told: Sequence[Piece], after: str) -> str:
    """A paragraph as it was changed: figures that still stand stay names in braces, everything else is words."""
    if not after:
        return ""
    tokens: list[tuple[str, int]] = [
        (token, number) for number, piece in enumerate(told) for token in _TOKEN.findall(piece.text)
    ]
    changed = _TOKEN.findall(after)
    found: list[str] = []
    matcher = SequenceMatcher(None, [token for token, _ in tokens], changed, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            found.append(escaped("".join(changed[start:end])))
            continue
        found += _kept(told, tokens, first, last)
    return "".join(found)


def _kept(told: Sequence[Piece], tokens: Sequence[tuple[str, int]], first: int, last: int) -> Iterator[str]:
    """A stretch that did not change; a figure of which only a part is in it is words."""
    at = first
    while at < last:
        number = tokens[at][1]
        end = at
        while end < last and tokens[end][1] == number:
            end += 1
        is_whole = (at == 0 or tokens[at - 1][1] != number) and (end == len(tokens) or tokens[end][1] != number)
        name = told[number].name
        yield f"{{{name}}}" if name and is_whole else escaped("".join(token for token, _ in tokens[at:end]))
        at = end


def _evidence_by_text(document: Document) -> Mapping[str, tuple[str, ...]]:
    """On what each passage of a paper rests, by its text."""
    found: dict[str, tuple[str, ...]] = {}
    for section in all_sections(document):
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        found |= {_even(text_of(each.inlines)): _resting(each, cell) for each in cell.paragraphs}
            else:
                found[_even(text_of(block.inlines))] = _resting(block)
    return found


def _resting(paragraph: Paragraph, cell: Cell | None = None) -> tuple[str, ...]:
    keys = [*paragraph.evidence, *(key for inline in paragraph.inlines for key in _keys(inline))]
    return tuple(dict.fromkeys([*keys, *(cell.evidence if cell else ())]))


def _keys(inline: Inline) -> tuple[str, ...]:
    return inline.evidence if isinstance(inline, Figure) else ()


def _even(text: str) -> str:
    return " ".join(text.split())
