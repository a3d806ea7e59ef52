"""What happened to a version after it was recorded. What is current is derived from versions and events."""

from django.db import models

from accede.records.models.appended import Appended
from accede.vocabulary.label import Labelled


class EventKind(Labelled):
    """Kinds of event. `other` holds the topic of a choice, or the key a merged record goes on under."""

    ACCEPTANCE = "acceptance", "accepted in review"
    RETURN = "return", "returned in review"
    RELEASE = "release", "released"
    WITHDRAWAL = "withdrawal", "withdrawn from release"
    RETRACTION = "retraction", "retracted"
    COMMENT = "comment", "commented"
    CHOICE = "choice", "chosen between contradictions"
    MERGE = "merge", "merged into another record"


class Event(Appended):
    """An event of a version. A release takes effect at `effective_at`, which may lie ahead (an embargo)."""

    happening = models.TextField()
    record = models.TextField()
    key = models.TextField()
    version = models.PositiveIntegerField()
    effective_at = models.DateTimeField()
    other = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["record", "key", "happening"], name="event_of_record"),
            # Choices, merges, withdrawals and corrections are few among releases: they are found by what happened.
            models.Index(fields=["happening", "version"], name="event_of_kind"),
        ]
