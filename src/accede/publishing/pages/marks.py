"""Rows of small cells on a dossier: how a State voted, year by year, and in which meetings it took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.overview.items import AttendanceItem, VoteItem
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.roll_call import address_of
from accede.reporting.pictures.attendance_matrix import MEANINGS
from accede.reporting.pictures.matrix import SHAPES
from accede.vocabulary.ballots import Body
from accede.vocabulary.occasions import ParticipationClaim


@dataclass(frozen=True, slots=True)
class Mark:
    """A small cell: its heading (a year, a meeting), a shape, what the shape means, and the sentence it stands for.

    `value` is the key of the meaning, by which the style knows the cell; `address` is the page of the roll call or meeting, which
    names the source.
    """

    heading: str
    value: str
    shape: str
    meaning: str
    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class Marks:
    """A row of marks, oldest first, and the key to its shapes."""

    label: str
    cells: tuple[Mark, ...]

    @property
    def legend(self) -> tuple[tuple[str, str, str], ...]:
        """The values that occur, with shape and meaning, in order of their first occurrence."""
        return tuple(dict.fromkeys((cell.value, cell.shape, cell.meaning) for cell in self.cells))


def vote_marks(votes: Iterable[VoteItem], asked: Asked) -> tuple[Marks, ...]:
    """A row for each body; the votes come newest first."""
    rows: dict[Body, list[Mark]] = {}
    for item in votes:
        cell = Mark(
            heading=str(item.on.counts_from.year),
            value=str(item.ballot),
            shape=SHAPES[item.ballot],
            meaning=gettext(item.ballot.label),
            sentence=sentences.vote(item),
            address=address_of(asked, item.body, item.session),
        )
        rows.setdefault(item.body, []).insert(0, cell)
    return tuple(Marks(gettext(body.label), tuple(rows[body])) for body in Body if body in rows)


def attendance_marks(held: Iterable[AttendanceItem], asked: Asked) -> Marks:
    """The meetings of which something is recorded; the records come newest first."""
    cells = [_attended(item, asked) for item in held if item.occasion]
    return Marks(gettext("Meetings of the Convention"), tuple(reversed(cells)))


def _attended(item: AttendanceItem, asked: Asked) -> Mark:
    value = "took_part" if item.claim in (ParticipationClaim.TOOK_PART, ParticipationClaim.LAST) else "did_not"
    return Mark(
        heading=item.occasion,
        value=value,
        shape=SHAPES[value],
        meaning=gettext(MEANINGS[value]),
        sentence=sentences.attendance(item),
        address=asked.to("meeting", {"key": item.occasion}),
    )
