"""Whom to write to."""

from __future__ import annotations

from django.db import models


class Contact(models.Model):
    """A mission, a ministry, or a person there, of a State or an organization. Personal data: erased, not corrected for ever.

    `state` is an ISO alpha-3 key, or "" for an organization that is no State's.
    """

    state = models.CharField(max_length=3, blank=True, db_index=True)
    post = models.CharField(max_length=20)
    """A value of Post."""
    host = models.CharField(max_length=3, blank=True)
    """The ISO alpha-3 key of the State in which an embassy sits."""
    organization = models.CharField(max_length=300)
    """As it is addressed: "Permanent Mission of the Kyrgyz Republic to the United Nations Office in Geneva"."""
    person = models.CharField(max_length=200, blank=True)
    function = models.CharField(max_length=200, blank=True)
    salutation = models.CharField(max_length=200, blank=True)
    """How a letter begins, "" for what is usual in its language."""
    language = models.CharField(max_length=2)
    """In which of the six languages it is written to."""
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    address = models.TextField(blank=True)
    is_addressee = models.BooleanField(default=True)
    """Whether letters to the State go to it."""
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    """The term of the person's function, as far as it is known: first and last day."""
    taken_from = models.CharField(max_length=300, blank=True)
    """Where the data is from ("Blue Book, March 2018")."""
    keep_until = models.DateField(null=True, blank=True)
    """From this day on it is to be looked at again, and erased where nobody needs it."""
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    """Counts its changes, so that nobody overwrites what another wrote meanwhile."""
    changed_by = models.CharField(max_length=150)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["state", "post", "pk"]
