"""Section III: what States outside say and do short of joining, one sub-section a question."""

from __future__ import annotations

from functools import partial

from accede.paper.tree import Figure, Paragraph, Section
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.places import Place
from accede.reporting.recipes.prose import Pen, section_with, words
from accede.reporting.recipes.status_paper.aims import aims
from accede.reporting.recipes.status_paper.circumstances import circumstances
from accede.reporting.recipes.status_paper.participation import participation
from accede.reporting.recipes.status_paper.practices import practices
from accede.reporting.recipes.status_paper.reports import reports
from accede.reporting.recipes.status_paper.votes import votes_section

PARTS = (
    (Place.AIMS, aims),
    (Place.CIRCUMSTANCES, circumstances),
    (Place.PRACTICES, practices),
    (Place.REPORTS, reports),
    (Place.VOTES, votes_section),
    (Place.PARTICIPATION, participation),
)


def support(matter: Matter, pen: Pen) -> Section:
    """The section."""
    parts = (*PARTS, (Place.INVITATION, _invitation))
    sections = tuple(section_with(pen, place, partial(part, matter, pen)) for place, part in parts)
    return Section("III", words("Support to the Convention by States not party"), (), sections)


def _invitation(matter: Matter, pen: Pen) -> Section:
    """What the paper asks of the States that are outside, and thanks them for."""
    paragraph: Paragraph = pen.paragraph(
        "The President invites the ",
        Figure(str(matter.counts.outside), matter.evidence_of(matter.outside)),
        " States to join the Convention and, until they do, to renew and complete the information given in section IV. "
        "The President thanks all those that share such information, at meetings, in reports or in writing.",
    )
    return Section("G", words("Invitation"), (paragraph,))
