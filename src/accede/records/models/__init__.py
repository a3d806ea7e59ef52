"""How anything is kept."""

from accede.records.models.appended import MODEL_OF_FACT, Appended, Version, digest, keeps
from accede.records.models.audit import AuditEntry
from accede.records.models.event import Event, EventKind
from accede.records.models.job import Job, JobState, Worker
from accede.records.models.source import SourceVersion

__all__ = [
    "MODEL_OF_FACT",
    "Appended",
    "AuditEntry",
    "Event",
    "EventKind",
    "Job",
    "JobState",
    "SourceVersion",
    "Version",
    "Worker",
    "digest",
    "keeps",
]
