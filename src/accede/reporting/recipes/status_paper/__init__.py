"""The status paper: how many States have joined a treaty, what the President did, and what the others say and do.

`status_paper` is pure over the register in a view; `write_status_paper` loads the view and calls it. Why the paper is as
it is: docs/decisions/0004-status-paper.md.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accede.overview.load import ABOUT_THE_TREATY, load
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.records.values import View
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.matter import matter as matter_of
from accede.reporting.recipes.prose import Pen
from accede.reporting.recipes.status_paper.information import information
from accede.reporting.recipes.status_paper.introduction import introduction
from accede.reporting.recipes.status_paper.masthead import masthead, subtitle, title
from accede.reporting.recipes.status_paper.president import president
from accede.reporting.recipes.status_paper.support import support
from accede.vocabulary.sources import Classification

KIND = "status-paper"
NEEDS = ABOUT_THE_TREATY


def write_status_paper(
    treaty: str, view: View, *, symbol: str = "", dated: date | None = None, agenda_item: str = ""
) -> Document:
    """The status paper of a treaty from the register in a view, of what is classed public alone: the paper is submitted.

    Raises UnknownName for a treaty the register does not hold.
    """
    view = replace(view, classes=frozenset({Classification.PUBLIC}))
    return status_paper(load(view, treaty, *NEEDS), symbol=symbol, dated=dated, agenda_item=agenda_item)


def status_paper(register: Register, *, symbol: str = "", dated: date | None = None, agenda_item: str = "") -> Document:
    """The status paper as a tree. `dated` is the day in the masthead; undated, a paper of today bears the day of asking, one of
    a past day none.

    Raises UnknownName where the register does not tell who stands outside.
    """
    matter, pen = matter_of(register), Pen()
    heading = title(matter, pen)
    sections = [introduction(matter, pen), president(matter, pen), support(matter, pen)]
    table, overview = information(matter, pen)
    return document_of(
        register,
        KIND,
        masthead=masthead(matter, symbol=symbol, dated=dated, agenda_item=agenda_item),
        title=heading,
        subtitle=subtitle(matter),
        sections=(*sections, table),
        pen=pen,
        overview=overview,
    )


__all__ = ["KIND", "NEEDS", "status_paper", "write_status_paper"]
