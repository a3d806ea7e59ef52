"""What a document tells of itself as a source, before anything is recorded from it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accede.intake.findings import DocumentKind
from accede.intake.ground import Ground
from accede.intake.kind import MOST_CHARACTERS, READERS
from accede.intake.kind import kind_of as status_paper_of
from accede.intake.places import Place, PlaceKind
from accede.intake.prose.days import days
from accede.intake.source import KINDS
from accede.paper.tree import Document, text_of
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.sources import SourceGrade, SourceKind

AS_OF = re.compile(
    r"\b(?:information|status|situation)\b[^.;]{0,30}?\bas (?:of|at) (?P<day>[^.;()]{4,30})", re.IGNORECASE
)
SALUTATION = re.compile(r"(?:Your |H\.?E\.? )?(?:Excellenc(?:y|ies)|Dear .{2,60}?|Sir|Madam)[,:]?$")
CLOSING = re.compile(
    r"^(?:Please accept|Yours (?:sincerely|faithfully|truly)|(?:Kind|Best|With kind) regards|Sincerely)\b"
    r"|\bassurances? of (?:my|its|our) highest (?:consideration|esteem)",
    re.IGNORECASE,
)
COMPLIMENTS = re.compile(r"\bpresents its compliments to\b", re.IGNORECASE)
"""How a note verbale opens. With its assurances at the end it is a letter, as one with a salutation and a closing is."""
HEAD = 6
LONGEST_TITLE = 200
LONGEST_LOOKED_AT = 2000
"""Characters of a title in which a day and a meeting are looked for: a text without an end of line is all title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Title and symbol as printed; kind, grade, day and occasion where the document tells them."""

    title: str
    symbol: str = ""
    document_kind: DocumentKind | None = None
    kind: SourceKind | None = None
    grade: SourceGrade | None = None
    issued: PartialDate | None = None
    information_as_of: PartialDate | None = None
    occasion: str = ""


def described(document: Document, places: tuple[Place, ...], ground: Ground) -> Described:
    """What the document says of itself."""
    found = _kind(document, places, ground)
    kind, grade = KINDS[found] if found else (None, None)
    masthead = document.masthead
    title = text_of(document.title).strip() or _first(places)
    told_first = title[:LONGEST_LOOKED_AT]
    head = (
        masthead.dated,
        masthead.place_and_dates,
        told_first,
        *(place.text[:LONGEST_TITLE] for place in places[:HEAD]),
    )
    told = [one.date for text in head if text for one in days(text)]
    issued = next((day for day in told if day.precision in (Precision.DAY, Precision.MONTH)), None)
    as_of = next((match["day"] for text in head if text and (match := AS_OF.search(text))), "")
    occasions = ground.occasions_of(ground.treaty)
    information = next((one.date for one in days(as_of)), None)
    if information is not None and issued == information:
        issued = None  # the day the information stops, and not the day of the paper
    named = (masthead.meeting, told_first, *(place.text[:LONGEST_TITLE] for place in places[:HEAD]))
    occasion = next((key for text in named if text and (key := occasions.named(text, issued))), "")
    return Described(
        title=_shortened(title),
        symbol=masthead.symbol,
        document_kind=found,
        kind=kind,
        grade=grade,
        issued=issued,
        information_as_of=information,
        occasion=occasion,
    )


def _kind(document: Document, places: tuple[Place, ...], ground: Ground) -> DocumentKind | None:
    if status_paper_of(document) is not None:
        return DocumentKind.STATUS_PAPER
    if sum(len(place.text) for place in places) > MOST_CHARACTERS:
        return None
    if _is_letter(places):
        return DocumentKind.REPLY
    for reader in READERS:
        kind: DocumentKind | None = reader.kind_of(document, ground)
        if kind is not None:
            return kind
    return None


def _is_letter(places: tuple[Place, ...]) -> bool:
    """Whether it opens and closes as letters and notes verbales do: then it is for the presidency until somebody says otherwise."""
    texts = [place.text.strip() for place in places if place.kind is not PlaceKind.CELL]
    opens = next(
        (at for at, text in enumerate(texts) if SALUTATION.fullmatch(text) or COMPLIMENTS.search(text)), len(texts)
    )
    return any(CLOSING.search(text) for text in texts[opens + 1 :])


def _first(places: tuple[Place, ...]) -> str:
    return next((place.text for place in places if place.kind is not PlaceKind.CELL), "")


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
