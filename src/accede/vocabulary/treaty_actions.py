"""What a State does about a treaty (Vienna Convention on the Law of Treaties, articles 11-16 and 54), and mere steps."""

from accede.vocabulary.label import Labelled


class TreatyActionKind(Labelled):
    """Kinds in the order in which they may follow each other."""

    SIGNATURE = "signature", "signature"
    RATIFICATION = "ratification", "ratification"
    ACCEPTANCE = "acceptance", "acceptance"
    APPROVAL = "approval", "approval"
    ACCESSION = "accession", "accession"
    SUCCESSION = "succession", "succession"
    WITHDRAWAL = "withdrawal", "withdrawal"
    ANNOUNCEMENT = "announcement", "announcement without legal effect"
    DECISION = "decision", "domestic decision without legal effect"
    SUSPENSION = "suspension", "domestic suspension without legal effect"

    @property
    def expresses_consent(self) -> bool:
        """Whether depositing it makes the State join."""
        return self in CONSENT


CONSENT = frozenset(
    {
        TreatyActionKind.RATIFICATION,
        TreatyActionKind.ACCEPTANCE,
        TreatyActionKind.APPROVAL,
        TreatyActionKind.ACCESSION,
        TreatyActionKind.SUCCESSION,
    }
)
