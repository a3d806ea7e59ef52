"""The status paper: how many States have joined a treaty, what the President did, and what the others say and do.

`status_paper` is pure over the register in a view; `write_status_paper` loads the view and calls it. Why the paper is as
it is: docs/decisions/0004-status-paper.md.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from accede.overview.load import ABOUT_THE_TREATY, load
from accede.overview.register import Register
from accede.paper.tree import Document, Section
from accede.records.values import View
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.matter import matter as matter_of
from accede.reporting.recipes.places import Place, Written
from accede.reporting.recipes.prose import Pen, section_with, words
from accede.reporting.recipes.status_paper.information import information
from accede.reporting.recipes.status_paper.introduction import introduction
from accede.reporting.recipes.status_paper.masthead import masthead, subtitle, title
from accede.reporting.recipes.status_paper.president import president
from accede.reporting.recipes.status_paper.support import support
from accede.vocabulary.sources import Classification

KIND = "status-paper"
NEEDS = ABOUT_THE_TREATY
PARTS = ((Place.INTRODUCTION, introduction), (Place.PRESIDENT, president), (Place.SUPPORT, support))


def write_status_paper(
    treaty: str, view: View, *, symbol: str = "", dated: date | None = None, agenda_item: str = ""
) -> Document:
    """The status paper of a treaty from the register in a view, of what is classed public alone: the paper is submitted.

    Raises UnknownName for a treaty the register does not hold.
    """
    view = replace(view, classes=frozenset({Classification.PUBLIC}))
    return status_paper(load(view, treaty, *NEEDS), symbol=symbol, dated=dated, agenda_item=agenda_item)


def status_paper(
    register: Register,
    *,
    meeting: str = "",
    symbol: str = "",
    dated: date | None = None,
    agenda_item: str = "",
    prose: Written = MappingProxyType({}),
) -> Document:
    """The status paper for a meeting (default: the next after its day) as a tree. `dated` is the day in the masthead; undated, a
    paper of today bears the day of asking, one of a past day none. `prose` is what people wrote for its places.

    Raises UnknownName for a meeting that is not held, and where the register does not tell who stands outside.
    """
    matter, pen = matter_of(register, meeting), Pen(prose=prose)
    heading = title(matter, pen)
    sections = [section_with(pen, place, partial(part, matter, pen)) for place, part in PARTS]
    opening = pen.written(Place.INFORMATION)
    table, overview = information(matter, pen)
    sections.append(replace(table, blocks=(*opening, *table.blocks)))
    if concluded := pen.written(Place.CONCLUSIONS):
        sections.append(Section("V", words("Conclusions"), concluded))
    return document_of(
        register,
        KIND,
        masthead=masthead(matter, symbol=symbol, dated=dated, agenda_item=agenda_item),
        title=heading,
        subtitle=subtitle(matter),
        sections=sections,
        pen=pen,
        overview=overview,
    )


__all__ = ["KIND", "NEEDS", "status_paper", "write_status_paper"]
