"""A brief of two pages on one State, for a bilateral meeting.

Pure over the register in a view: `brief` writes it. Everything in it is evidence with its source; notes and readings of
ours that are not for others (nearness, remarks) are no part of it. Long quotations are cut at a sentence and marked;
whatever else does not fit on two pages is counted and named, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from accede.overview.load import EVERY_KIND, definition_of
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.reporting.recipes.brief.matter import briefed
from accede.reporting.recipes.brief.neighbours import sources_of_neighbours
from accede.reporting.recipes.brief.points import points
from accede.reporting.recipes.brief.practices import practices
from accede.reporting.recipes.brief.record import record
from accede.reporting.recipes.brief.said import said
from accede.reporting.recipes.brief.since import since as since_then
from accede.reporting.recipes.brief.standing import answer, standing
from accede.reporting.recipes.brief.treaties import treaties
from accede.reporting.recipes.brief.unknown import unknown
from accede.reporting.recipes.brief.waits import waits
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.masthead import working_masthead
from accede.reporting.recipes.prose import Pen, words
from accede.reporting.sources_annex import with_source_lines

KIND = "brief"
NEEDS = EVERY_KIND
PARTS = (standing, said, since_then, unknown, record, waits, practices, points, treaties)
FOR_WHOM = "For the presidency; not for distribution"


def names_of_other_treaties(register: Register) -> dict[str, str]:
    """The names of the other treaties whose lists the register holds, by key; read from the database."""
    others = {each.fact.treaty for each in register.other_claims}
    return {key: definition_of(key, register.view).name() for key in sorted(others)}


def brief(
    register: Register,
    iso3: str,
    *,
    since: str = "",
    treaty_names: Mapping[str, str] | None = None,
    symbol: str = "",
    dated: date | None = None,
) -> Document:
    """The brief on a State. `since`: from which day, occasion or paper on changes are told (default: the last meeting).

    `treaty_names` are the names of the other treaties by key. Raises UnknownName for the State, day or occasion.
    """
    found = briefed(register, iso3, since, treaty_names or {})
    pen = Pen()
    sections = [section for part in PARTS for section in part(found)]
    head = working_masthead(register, "Brief for a bilateral meeting", symbol=symbol, dated=dated)
    return document_of(
        register,
        KIND,
        masthead=replace(head, agenda_item=FOR_WHOM, original_language=""),
        title=words(found.matter.in_table(found.iso3)),
        subtitle=answer(found),
        sections=sections,
        pen=pen,
        sources=sources_of_neighbours(found.iso3),
        annex=with_source_lines,
    )


__all__ = ["KIND", "NEEDS", "brief", "names_of_other_treaties"]
