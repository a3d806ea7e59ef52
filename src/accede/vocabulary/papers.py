"""The papers that are written from the register, and from what each is folded."""

from accede.vocabulary.label import Labelled
from accede.vocabulary.sources import Classification


class PaperKind(Labelled):
    """A kind of paper; its key is the word of the command line."""

    STATUS = "status", "status paper"
    STATEMENT = "statement", "statement of the President"
    BRIEF = "brief", "brief for a bilateral meeting"
    COMPARISON = "comparison", "comparison of two days"
    PLAN = "plan", "report on a plan of action"
    HANDOVER = "handover", "hand-over pack"
    KIT = "kit", "accession kit"

    @property
    def classification(self) -> Classification:
        """Who may read the paper once it is sealed; it holds nothing that is for fewer."""
        is_inner = self in (PaperKind.BRIEF, PaperKind.HANDOVER)
        return Classification.PRESIDENCY if is_inner else Classification.PUBLIC


class Fold(Labelled):
    """What goes into a paper of everything that is recorded."""

    RELEASED = "released", "what is released"
    ACCEPTED = "accepted", "what is accepted"
