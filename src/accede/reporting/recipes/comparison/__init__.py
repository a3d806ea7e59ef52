"""What changed between two days, two meetings or two status papers. Pure over the register.

`comparison` writes the paper of a register between two `Moment`s; `moments.py` says what may be named as one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accede.overview.changes import changes
from accede.overview.load import Kind
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.reporting.recipes.comparison.activities import activities
from accede.reporting.recipes.comparison.counts import counts
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.comparison.moments import Moment, last_meeting_before, moment_of, moment_of_paper
from accede.reporting.recipes.comparison.participation import participation
from accede.reporting.recipes.comparison.practices import practices, reports
from accede.reporting.recipes.comparison.recorded import recorded
from accede.reporting.recipes.comparison.standing import standing
from accede.reporting.recipes.comparison.statements import statements
from accede.reporting.recipes.comparison.votes import votes
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.masthead import working_masthead
from accede.reporting.recipes.matter import matter
from accede.reporting.recipes.prose import Pen, words
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate

KIND = "comparison"
NEEDS: tuple[Kind, ...] = (
    "occasions",
    "actions",
    "statements",
    "confirmations",
    "practices",
    "roll_calls",
    "attendance",
    "reports",
    "activities",
)
PARTS = (counts, standing, statements, votes, participation, reports, practices, activities, recorded)


def comparison(
    register: Register, before: Moment, after: Moment, *, symbol: str = "", dated: date | None = None
) -> Document:
    """The paper: what had not happened by the end of the one day and had by the end of the other.

    Raises Refused where the second day is not later than the first.
    """
    if after.day <= before.day:
        raise Refused(
            f"{after.name} is not later than {before.name}", remedy="Give the earlier day, meeting or paper first"
        )
    compared = Compared(
        before=before,
        after=after,
        then=matter(replace(register, view=replace(register.view, as_of=before.day))),
        now=matter(replace(register, view=replace(register.view, as_of=after.day))),
        changes=changes(register, before.day.isoformat(), after.day.isoformat()),
    )
    pen = Pen()
    sections = [section for part in PARTS for section in part(compared, pen)]
    numbered = [replace(section, number=number) for section, number in zip(sections, NUMERALS, strict=False)]
    return document_of(
        compared.now.register,
        KIND,
        masthead=working_masthead(compared.now.register, "Comparison", symbol=symbol, dated=dated),
        title=words(f"{register.treaty.name()}: what changed in universalization"),
        subtitle=words(f"After {_named(before)}, up to {_named(after)}"),
        sections=numbered,
        pen=pen,
    )


NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def _named(moment: Moment) -> str:
    """A moment with its day: "the 16MSP (21 December 2017)"."""
    day = PartialDate.on_day(moment.day).wording()
    return day if moment.name == day else f"{moment.name} ({day})"


__all__ = ["KIND", "NEEDS", "Moment", "comparison", "last_meeting_before", "moment_of", "moment_of_paper"]
