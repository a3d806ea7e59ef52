"""The audit trail: one entry a transaction, chained by hashes."""

from __future__ import annotations

import hashlib

import msgspec
from django.db import models

from accede.records.models.appended import canonical


class AuditEntry(models.Model):
    """Who did what when; `content` is the digest of the rows written, `previous` the hash of the entry before.

    The numbers have no gaps: they are given under the write lock.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.TextField()
    verb = models.TextField()
    reason = models.TextField(blank=True)
    rows = models.BigIntegerField()
    content = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "records_auditentry"

    def computed_hash(self) -> str:
        """SHA-256 over all other fields."""
        fields = [
            self.number,
            canonical(self.at),
            self.actor,
            self.verb,
            self.reason,
            self.rows,
            self.content,
            self.previous,
        ]
        return hashlib.sha256(msgspec.json.encode(fields)).hexdigest()
