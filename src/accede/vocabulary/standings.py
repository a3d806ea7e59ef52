"""Where a State stands towards a treaty on a day. Computed, never stored."""

from accede.vocabulary.label import Labelled


class Standing(Labelled):
    """Every State of the universe has exactly one."""

    IN_FORCE = "in_force", "State Party"
    JOINED_NOT_IN_FORCE = "joined_not_in_force", "has joined, not yet in force"
    SIGNATORY = "signatory", "signatory"
    NON_SIGNATORY = "non_signatory", "not a signatory"
    WITHDRAWN = "withdrawn", "withdrew"

    @property
    def has_joined(self) -> bool:
        """Whether an instrument is deposited and no withdrawal is in effect: what the field counts as State Party."""
        return self in (Standing.IN_FORCE, Standing.JOINED_NOT_IN_FORCE)
