"""Letters to States: rounds, their form, and how far each letter has come."""

from accede.vocabulary.label import Labelled


class LetterForm(Labelled):
    """How a State is written to."""

    LETTER = "letter", "letter"
    NOTE_VERBALE = "note_verbale", "note verbale"


class LetterStep(Labelled):
    """How far a letter has come, in order; that its answer is overdue follows from the day it went and is not stored."""

    DRAFTED = "drafted", "drafted"
    CLEARED = "cleared", "cleared"
    SIGNED = "signed", "signed"
    SENT = "sent", "sent"
    DELIVERED = "delivered", "delivered"
    ACKNOWLEDGED = "acknowledged", "acknowledged"
    REPLIED = "replied", "replied"
    CLOSED = "closed", "closed"

    @property
    def has_gone(self) -> bool:
        """Whether it has left the house."""
        return list(LetterStep).index(self) >= list(LetterStep).index(LetterStep.SENT)


class LetterPlace(Labelled):
    """The places of a letter that people write, in its order; the annex is computed."""

    SUBJECT = "subject", "subject"
    OPENING = "opening", "opening"
    REQUEST = "request", "what is asked"
    INVITATION = "invitation", "invitation to the next meetings"
    CLOSING = "closing", "closing"


class Post(Labelled):
    """Where a contact of a State sits."""

    GENEVA = "geneva", "Permanent Mission in Geneva"
    NEW_YORK = "new_york", "Permanent Mission in New York"
    CAPITAL = "capital", "capital"
    EMBASSY = "embassy", "embassy"
    OTHER = "other", "other"


class Addressees(Labelled):
    """To which States a round goes; each is a question to the register, answered on the day of the round."""

    OUTSIDE = "outside", "all States not party"
    NO_INFORMATION = "no_information", "those of which no statement is held"
    OLD_INFORMATION = "old_information", "those whose last word is older than five years"
    ABSTAINED = "abstained", "those that abstained in the last plenary vote"
    UNANSWERED = "unanswered", "those that have not answered an earlier round"
    CHOSEN = "chosen", "chosen one by one"
