"""Evidence as it is kept."""

from django.db import models

from accede.evidence import values
from accede.records.models import Version, keeps


@keeps(values.Statement)
class StatementVersion(Version):
    """What a State said."""


@keeps(values.Confirmation)
class ConfirmationVersion(Version):
    """A State said that nothing changed."""


@keeps(values.Check)
class CheckVersion(Version):
    """We looked and found nothing new."""


@keeps(values.Practice)
class PracticeVersion(Version):
    """A claim about a practice."""


@keeps(values.RollCall)
class RollCallVersion(Version):
    """A vote. Its ballots are rows of this version, sealed by `ballots_digest`."""

    ballots_count = models.BigIntegerField()
    ballots_digest = models.CharField(max_length=64)


class Ballot(models.Model):
    """How one State is recorded in one version of a roll call."""

    INSERT_ONLY = True

    pk = models.CompositePrimaryKey("roll_call_id", "state")
    roll_call = models.ForeignKey(RollCallVersion, on_delete=models.DO_NOTHING, db_index=False)
    state = models.CharField(max_length=3)
    ballot = models.CharField(max_length=13)

    class Meta:
        indexes = [models.Index(fields=["state"], name="ballot_of_state")]


@keeps(values.Attendance)
class AttendanceVersion(Version):
    """What a source says of a State at an occasion."""


@keeps(values.Report)
class ReportVersion(Version):
    """A transparency report."""


__all__ = [
    "AttendanceVersion",
    "Ballot",
    "CheckVersion",
    "ConfirmationVersion",
    "PracticeVersion",
    "ReportVersion",
    "RollCallVersion",
    "StatementVersion",
]
