"""The link by which a mission confirms or corrects its own entry, and what came through it."""

from __future__ import annotations

from django.db import models


class ConfirmLink(models.Model):
    """Opens one page about one State, until it expires, is revoked or was used. The link itself is not kept, only its SHA-256."""

    token_hash = models.CharField(max_length=64, unique=True)
    treaty = models.CharField(max_length=60)
    state = models.CharField(max_length=3)
    language = models.CharField(max_length=2)
    letter = models.TextField(blank=True)
    """The key of the letter that bears it."""
    as_of = models.DateField()
    expires_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]


class Submission(models.Model):
    """What a State entered by its link or in the Word form: a proposal, until somebody records it. Never shown outside."""

    link = models.ForeignKey(ConfirmLink, null=True, on_delete=models.SET_NULL)
    treaty = models.CharField(max_length=60)
    state = models.CharField(max_length=3)
    letter = models.TextField(blank=True)
    answers = models.TextField()
    """JSON, of the form's own shape."""
    filled_by = models.CharField(max_length=300, blank=True)
    """Name and function, as given."""
    files = models.TextField(blank=True)
    """JSON: name and SHA-256 of each file in the folder of mail."""
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=60)
    """How: "link", or "form" for the Word form."""
    dealt_with_at = models.DateTimeField(null=True)
    dealt_with_by = models.CharField(max_length=150, blank=True)
    source = models.TextField(blank=True)
    """The key of the source it became."""

    class Meta:
        ordering = ["-came_at", "-pk"]
