"""Where people's own words may stand in a paper. Without any, a paper is what the register alone makes of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from accede.paper.tree import Inline
from accede.vocabulary.label import Labelled
from accede.vocabulary.papers import PaperKind


class Place(Labelled):
    """A fixed place of a paper, in reading order. At a place, the words come before what is computed."""

    OPENING = "opening", "opening of the statement"
    INTRODUCTION = "introduction", "introduction"
    PRESIDENT = "president", "activities of the President"
    SUPPORT = "support", "support by States not party"
    AIMS = "aims", "support for the aims"
    CIRCUMSTANCES = "circumstances", "circumstances stated"
    PRACTICES = "practices", "practices and moratoria"
    REPORTS = "reports", "voluntary reports"
    VOTES = "votes", "votes"
    PARTICIPATION = "participation", "participation in meetings"
    INVITATION = "invitation", "invitation"
    INFORMATION = "information", "information provided by States"
    CONCLUSIONS = "conclusions", "conclusions"
    CLOSING = "closing", "closing of the statement"


Prose = Mapping[Place, str]
"""What people wrote, by place: paragraphs parted by an empty line, figures named in braces (`accede.reporting.recipes.live`)."""


Written = Mapping[Place, tuple[tuple[Inline, ...], ...]]
"""The same as recipes take it: the paragraphs of each place, with their figures."""

OF_STATUS_PAPER = tuple(place for place in Place if place not in (Place.OPENING, Place.CLOSING))
OF_STATEMENT = (Place.OPENING, Place.CLOSING)


def places_of(kind: PaperKind) -> tuple[Place, ...]:
    """Where people's words may stand in a paper of a kind, in its order."""
    match kind:
        case PaperKind.STATUS:
            return OF_STATUS_PAPER
        case PaperKind.STATEMENT:
            return OF_STATEMENT
        case _:
            return ()


_SECTIONS = {
    "I": Place.INTRODUCTION,
    "II": Place.PRESIDENT,
    "III": Place.SUPPORT,
    "III.A": Place.AIMS,
    "III.B": Place.CIRCUMSTANCES,
    "III.C": Place.PRACTICES,
    "III.D": Place.REPORTS,
    "III.E": Place.VOTES,
    "III.F": Place.PARTICIPATION,
    "III.G": Place.INVITATION,
    "IV": Place.INFORMATION,
    "V": Place.CONCLUSIONS,
}


def place_of_section(where: str) -> Place | None:
    """The place of a status paper in which a paragraph stands ("section III.A, paragraph 7"); None for what is no paragraph."""
    section, _, paragraph = where.removeprefix("section ").partition(", paragraph ")
    return _SECTIONS.get(section) if paragraph else None


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each on one line."""
    lines = ["" if not line.strip() else " ".join(line.split()) for line in text.splitlines()]
    joined = "\n".join(lines).split("\n\n")
    return tuple(" ".join(part.split()) for part in joined if part.strip())
