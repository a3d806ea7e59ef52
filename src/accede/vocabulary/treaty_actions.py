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


RATIFYING = frozenset({TreatyActionKind.RATIFICATION, TreatyActionKind.ACCEPTANCE, TreatyActionKind.APPROVAL})
"""What signatories deposit (Vienna Convention, article 14); acceptance and approval have the effect of ratification."""
ACCEDING = frozenset({TreatyActionKind.ACCESSION, TreatyActionKind.SUCCESSION})
"""What makes a State join that need not have signed."""
CONSENT = RATIFYING | ACCEDING
