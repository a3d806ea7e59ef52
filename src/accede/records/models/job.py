"""Work in the background: what was asked for, and who works."""

from __future__ import annotations

from django.db import models

from accede.vocabulary.label import Labelled


class JobState(Labelled):
    """From asked for to ended."""

    WAITING = "waiting", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"
    CANCELLED = "cancelled", "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether it is still to end."""
        return self in (JobState.WAITING, JobState.RUNNING)


class Job(models.Model):
    """A piece of work that somebody asked for and a worker does. Not evidence: rows change, and stand outside the audit chain.

    Who works on it holds it until `leased_until`; when that has passed, whoever comes next takes it again.
    """

    kind = models.CharField(max_length=60)
    """The key of a JobKind."""
    arguments = models.TextField()
    """JSON, of the kind's own shape."""
    once = models.CharField(max_length=100, null=True, unique=True)
    """What it is the only one for ("digest 2026-11-23"); None where there may be many."""
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    not_before = models.DateTimeField()
    state = models.CharField(max_length=10, db_index=True)
    """A value of JobState."""
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=150, blank=True)
    """Who holds it, or held it last."""
    leased_until = models.DateTimeField(null=True)
    is_unwanted = models.BooleanField(default=False)
    """Whether somebody cancelled it while it ran: its worker ends it."""
    done = models.BigIntegerField(default=0)
    of = models.BigIntegerField(default=0)
    """How much there is to do; 0 where nobody knows."""
    message = models.TextField(blank=True)
    result = models.TextField(blank=True)
    """JSON, of the kind's own shape."""
    error = models.TextField(blank=True)
    """Why it failed, or is to be tried again: a sentence."""
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]


class Worker(models.Model):
    """A process that works, as it was last seen."""

    name = models.CharField(max_length=150, unique=True)
    """Machine and process."""
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at"]
