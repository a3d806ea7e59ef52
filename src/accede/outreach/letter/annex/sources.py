"""The sources of an annex, by the numbers under which its entries name them."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.paper.tree import Cell, Paragraph, Row, Run, Section, Table
from accede.publishing.pages.citing import SourceLine
from accede.publishing.wording import language
from accede.reporting.recipes.prose import words


def sources(matter: Annexed) -> Section | None:
    """The part; none where nothing rests on a source."""
    keys = list(matter.cited)
    if not keys:
        return None
    lines = {line.number: line for line in matter.citing.listed()}
    ordered = sorted(keys, key=lambda key: int(matter.citing.number(key)))
    rows = tuple(
        _row(key, tuple(dict.fromkeys(matter.cited[key])), lines[matter.citing.number(key)]) for key in ordered
    )
    return Section("", told(gettext("Sources")), (Table("sources", (), (), rows, (7.0, 93.0)),))


def _row(key: str, evidence: tuple[str, ...], line: SourceLine) -> Row:
    spoken = "" if line.language in ("", language()) else line.language
    title = words(Run(line.title, language=spoken))
    details = told("; ".join(part for part in (line.details, line.url) if part))
    paragraphs = [Paragraph(title), *([Paragraph(details, kind="note")] if details else [])]
    return Row((Cell((Paragraph(words(f"[{line.number}]")),)), Cell(tuple(paragraphs), evidence)), key)
