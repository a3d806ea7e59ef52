"""Facts of reporting: papers that are being written, their clearance, sealed editions. Pure."""

from dataclasses import dataclass

from accede.reporting.recipes.places import Place
from accede.vocabulary.papers import Fold, PaperKind
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A sealed paper. Its bytes are the canonical tree, kept in ACCEDE_HOME/editions under `tree_sha256`.

    `known_on` is an instant as ISO text in UTC. A correction is a new edition, never a change of this one.
    """

    treaty: str
    paper: str
    title: str
    language: str
    as_of: PartialDate
    known_on: str
    tree_sha256: str
    symbol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPlan:
    """A paper that is being written: of which kind, for what, as of which day, folded from what.

    `meeting` is the occasion it is for, `state` whom a brief or a kit is about, `plan` the plan of action of a report, `start` and
    `end` the two sides of a comparison (`start` also: since when a brief tells changes), `deposit` the day a kit reckons with.
    """

    treaty: str
    paper: PaperKind
    fold: Fold
    as_of: PartialDate
    language: str
    meeting: str = ""
    state: str = ""
    plan: str = ""
    start: str = ""
    end: str = ""
    deposit: PartialDate | None = None
    symbol: str = ""
    agenda_item: str = ""
    dated: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseBlock:
    """What people wrote for a place of a paper: paragraphs parted by an empty line, figures named in braces.

    `paper` is the key of the plan; `taken_from` the key of the block of an earlier paper it began as. An empty text prints nothing.
    """

    treaty: str
    paper: str
    place: Place
    language: str
    text: str
    taken_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """The President's office cleared a paper exactly as it was: the hash of the tree, whose bytes are kept with the editions."""

    treaty: str
    paper: str
    tree_sha256: str
    known_on: str
