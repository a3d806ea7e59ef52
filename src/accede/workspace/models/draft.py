"""What somebody has typed and not recorded yet."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """The fields of one person's form about one source, as they were typed; gone with the recording of it.

    Nobody else reads it, and it is no evidence: the audit trail knows nothing of it.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=40)
    """The kind of record that is written."""
    source = models.CharField(max_length=500, blank=True)
    """The key of the source beside the form; "" for a form without one."""
    fields = models.JSONField()
    """Names of fields to the texts typed in them."""
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "kind", "source"], name="one_draft_of_each_form")]
