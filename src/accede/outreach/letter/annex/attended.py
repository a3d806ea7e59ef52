"""In which meetings of the treaty the State took part, and in which not, as far as that is recorded."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.overview.items import AttendanceItem
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.publishing.sentences import capital
from accede.publishing.wording import language
from accede.reporting.recipes.prose import Part, words
from accede.vocabulary.occasions import OccasionKind, ParticipationClaim

TOOK_PART = (ParticipationClaim.TOOK_PART, ParticipationClaim.LAST)
NONE = "–"
_PART = {"ar": "، "}
"""Between meetings, whose keys are Latin in every language."""


def attended(matter: Annexed) -> Section:
    """The part: when it last took part, then a row a kind of meeting."""
    blocks: list[Paragraph | Table] = [matter.plain(_last(matter))]
    rows = tuple(row for kind in OccasionKind if (row := _row(matter, kind)) is not None)
    if rows:
        heads = (gettext("Meeting"), gettext("Took part"), gettext("Did not take part"))
        header = Row(tuple(Cell((Paragraph(told(head)),)) for head in heads))
        blocks.append(Table("plain", (), (header,), rows, (30.0, 35.0, 35.0)))
        note = gettext("Meetings of which nothing is recorded for the State are not named.")
        blocks.append(Paragraph(told(note), kind="note"))
    return Section("", told(gettext("Participation in meetings")), tuple(blocks))


def _last(matter: Annexed) -> str:
    found = matter.dossier
    if found.answer.last_participation:
        return gettext("Last took part: %(meeting)s.") % {"meeting": matter.meeting(found.answer.last_participation)}
    if found.participation.has_never:
        return gettext("It has never taken part in a meeting of the Convention.")
    return gettext("When it last took part is not recorded.")


def _row(matter: Annexed, kind: OccasionKind) -> Row | None:
    of_kind = [item for item in matter.dossier.answer.attendance if item.occasion and _kind(matter, item) is kind]
    if not of_kind:
        return None
    came = [item for item in of_kind if item.claim in TOOK_PART]
    stayed = [item for item in of_kind if item.claim not in TOOK_PART]
    cells = [Cell((Paragraph(told(capital(gettext(kind.label)))),))]
    for items in (came, stayed):
        inlines = _named(matter, items) if items else words(NONE)
        cells.append(Cell((Paragraph(inlines),), tuple(item.evidence for item in items)))
    return Row(tuple(cells))


def _named(matter: Annexed, items: list[AttendanceItem]) -> tuple[Inline, ...]:
    """The meetings, newest first, by their number or year; then the sources of all of them."""
    parts: list[Part] = []
    for item in items:
        parts += [_PART.get(language(), ", ")] if parts else []
        parts.append(Figure(_short(matter, item.occasion), (item.evidence,)))
    return words(*parts, *matter.mark(*((item.source, item.evidence) for item in items)))


def _short(matter: Annexed, key: str) -> str:
    """ "17MSP (2018)", "3RC (2014)"; of a meeting without a number its year."""
    held = matter.occasion(key)
    if held is None or held.starts is None:
        return key
    year = str(held.starts.counts_from.year)
    return f"{key} ({year})" if held.number else year


def _kind(matter: Annexed, item: AttendanceItem) -> OccasionKind | None:
    held = matter.occasion(item.occasion)
    return held.kind if held else None
