"""Kinds of occasion at which States meet, speak and vote."""

from accede.vocabulary.label import Labelled


class OccasionKind(Labelled):
    """The treaty's file says which kinds count for last participation."""

    MSP = "MSP", "Meeting of the States Parties"
    RC = "RC", "Review Conference"
    IM = "IM", "intersessional meetings"
    SC = "SC", "Standing Committees"
    SIGNING = "signing", "signing conference"
    UNGA = "unga", "session of the UN General Assembly"
    FORUM = "forum", "another forum"


class ParticipationClaim(Labelled):
    """What a record of attendance says."""

    TOOK_PART = "took_part", "took part"
    DID_NOT = "did_not", "did not take part"
    LAST = "last", "took part last"
    NEVER = "never", "has never taken part"


class AttendanceBasis(Labelled):
    """What a record of attendance rests on. NEVER and DID_NOT may be said only on a complete record: a list or a table."""

    PARTICIPANTS = "participants", "list of participants"
    TABLE = "table", "table of attendance"
    INFERRED = "inferred", "inferred: the State is not in a complete table"
    COLUMN = "column", "last-participation column"
    REPORT = "report", "a single report"

    @property
    def is_complete(self) -> bool:
        """Whether silence of this record means absence."""
        return self in (AttendanceBasis.PARTICIPANTS, AttendanceBasis.TABLE, AttendanceBasis.INFERRED)
