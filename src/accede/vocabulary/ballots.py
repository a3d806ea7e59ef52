"""How a State is recorded in a roll call."""

from accede.vocabulary.label import Labelled

BEFORE_SESSIONS = 1945
"""The session of the General Assembly that opens in September of a year has the number of the year less this: the first
opened in January 1946."""


class Ballot(Labelled):
    """NOT_PRESENT only where the record says so; UN voting records do not tell absent from not voting: NOT_RECORDED."""

    IN_FAVOUR = "in_favour", "in favour"
    AGAINST = "against", "against"
    ABSTAINED = "abstained", "abstained"
    NOT_PRESENT = "not_present", "not present"
    NOT_RECORDED = "not_recorded", "not recorded"
    NOT_A_MEMBER = "not_a_member", "not a member then"

    @property
    def is_recorded(self) -> bool:
        """Whether it tells what a Member did, so that another one can be called a change."""
        return self not in (Ballot.NOT_RECORDED, Ballot.NOT_A_MEMBER)


class Body(Labelled):
    """Where a text is put to the vote. The same text is voted on twice, and the votes differ."""

    FIRST_COMMITTEE = "first-committee", "UNGA First Committee"
    PLENARY = "plenary", "UNGA plenary"
