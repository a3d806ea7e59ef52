"""Which States took part in which meetings of a treaty."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext, gettext_noop

from accede.overview.attendance import Participation, attendance
from accede.overview.occasions import key_of, meetings
from accede.overview.register import Register
from accede.reporting.pictures.colouring import Address, nowhere
from accede.reporting.pictures.matrix import Column, Matrix, MatrixCell, MatrixRow
from accede.reporting.pictures.picture import LegendItem
from accede.reporting.pictures.wording import day, language, meeting, names_by_key
from accede.vocabulary.punctuation import marks

MEANINGS = {
    "took_part": gettext_noop("took part"),
    "did_not": gettext_noop("did not take part"),
    "not_recorded": gettext_noop("not recorded"),
}


def attendance_matrix(
    register: Register,
    since: str = "",
    who: str = "outside",
    *,
    address: Address = nowhere,
    meeting_address: Address = nowhere,
    name: str = "attendance",
) -> Matrix:
    """The meetings held by the view's day, from an occasion on; `meeting_address` gets the key of a meeting.

    Raises UnknownName for an occasion that is not held.
    """
    found = attendance(register, since, who)
    held = {key_of(each): each.fact for each in meetings(register).held}
    names = names_by_key(found.states)
    meanings = {kind: gettext(label) for kind, label in MEANINGS.items()}
    sentence = gettext("%(state)s, %(meeting)s: %(meaning)s")
    addresses = {key: meeting_address(key) for key in found.answer.occasions}
    comma = marks(language()).comma

    def cell(iso3: str, key: str, state: Participation) -> MatrixCell:
        kind = "took_part" if key in state.attended else "did_not" if key in state.absent else "not_recorded"
        told = sentence % {"state": names[iso3], "meeting": key, "meaning": meanings[kind]}
        return MatrixCell(kind, told, addresses[key])

    rows = tuple(
        MatrixRow(
            iso3,
            names[iso3],
            tuple(cell(iso3, key, state) for key in found.answer.occasions),
            address(iso3),
        )
        for iso3, state in found.states.items()
    )
    number = Counter(cell.kind for row in rows for cell in row.cells)
    return Matrix(
        name=name,
        title=gettext("Taking part in meetings, %(day)s") % {"day": day(register.view.as_of)},
        description=gettext("%(states)s States by %(meetings)s meetings; each cell says whether a State took part.")
        % {"states": len(rows), "meetings": len(found.answer.occasions)},
        corner=gettext("State"),
        columns=tuple(
            Column(
                key,
                f"{meeting(held[key])}{comma}{day(starts)}" if (starts := held[key].starts) else key,
                addresses[key],
            )
            for key in found.answer.occasions
        ),
        rows=rows,
        legend=tuple(LegendItem(kind, label, number[kind]) for kind, label in meanings.items() if number[kind]),
    )
