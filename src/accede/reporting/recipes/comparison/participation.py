"""Who took part in the meetings of the time, and whose last participation is another now."""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.matter import Keys, Matter, meeting_words
from accede.reporting.recipes.prose import Pen, items, words
from accede.reporting.recipes.status_paper.participation import is_complete
from accede.vocabulary.capital import capital


def participation(compared: Compared, pen: Pen) -> Iterator[Section]:
    """One item a meeting, then a table of last participation by the rule of the treaty."""
    now = compared.now
    known = set(compared.then.attendance.answer.occasions)
    new = [key for key in now.attendance.answer.occasions if key not in known]
    lines = [_meeting(now, key) for key in new]
    lead = (
        "States outside recorded at the meetings of this time:"
        if lines
        else "No meeting of the Convention is held by the register in this time."
    )
    blocks: list[Paragraph | Table] = [pen.paragraph(lead), *items(lines)]
    rows = list(_last(compared))
    if rows:
        header = Row(tuple(Cell((Paragraph(words(text)),)) for text in ("State", "Before", "Now")))
        caption = words("Last participation that is another now")
        blocks.append(Table("plain", caption, (header,), tuple(rows), (40, 30, 30)))
    yield Section("", words("Participation"), tuple(blocks))


def _meeting(matter: Matter, key: str) -> tuple[Inline, ...]:
    occasion = matter.occasion(key)
    name = capital(meeting_words(occasion) if occasion else key)
    there: dict[str, Keys] = {
        iso3: (found.attended[key].key,) for iso3, found in matter.attendance.states.items() if key in found.attended
    }
    whole = "" if is_complete(matter, key) else " (no complete record: of the others it is not recorded)"
    if there:
        return words(f"{name}: ", matter.listed(there, there.__getitem__), whole)
    return words(f"{name}: ", "none" if not whole else "nobody is named", whole)


def _last(compared: Compared) -> Iterator[Row]:
    for iso3 in compared.now.outside:
        then = compared.then.attendance.states.get(iso3)
        now = compared.now.attendance.states[iso3]
        if then is None or now.last is None or then.last == now.last:
            continue  # that a record ends says nothing of the State
        cells = ((Paragraph(words(compared.now.in_table(iso3))),), *(
            (Paragraph((Figure(_told(found.last, has_never=found.has_never), _keys(found.shown_by)),)),)
            for found in (then, now)
        ))  # fmt: skip
        yield Row(tuple(Cell(cell) for cell in cells), iso3)


def _told(last: str | None, *, has_never: bool) -> str:
    return last or ("never" if has_never else "not recorded")


def _keys(record: object) -> Keys:
    key = getattr(record, "key", "")
    return (key,) if key else ()
