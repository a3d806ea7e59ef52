"""What a State says of its own entry, in the form it is sent."""

from accede.vocabulary.label import Labelled


class Holds(Labelled):
    """What it says of something that is on record about it."""

    HOLDS = "holds", "this is still right"
    CHANGED = "changed", "this is to be corrected"


class Intention(Labelled):
    """Whether it means to do something."""

    YES = "yes", "yes"
    NO = "no", "no"
    UNDECIDED = "undecided", "not decided yet"


class LinkState(Labelled):
    """What the link to a State's entry still opens."""

    OPEN = "open", "open"
    SENT = "sent", "something was sent by it and can be amended"
    USED = "used", "used: what was sent by it has been dealt with"
    EXPIRED = "expired", "expired"
    REVOKED = "revoked", "revoked"

    @property
    def takes_answers(self) -> bool:
        """Whether something can be sent by it."""
        return self in (LinkState.OPEN, LinkState.SENT)
