"""Letters on their way by mail: one row a recipient."""

from __future__ import annotations

from django.db import models

from accede.vocabulary.label import Labelled


class DeliveryState(Labelled):
    """How far it is. What was OFFERED when the program died may have been taken: a copy in our own mailbox tells, or a person."""

    QUEUED = "queued", "to be sent"
    OFFERED = "offered", "given to the mail server, no answer yet"
    TAKEN = "taken", "taken by the mail server"
    REFUSED = "refused", "refused by the mail server"
    CANCELLED = "cancelled", "not to be sent"


class Delivery(models.Model):
    """One message to one address. `message_id` is fixed before it is first offered, so that a copy can be found by it.

    The address is here and not in the register: it can be erased, and `address_digest` still proves to whom the letter went.
    """

    letter = models.TextField(db_index=True)
    """The key of the letter."""
    contact = models.BigIntegerField(null=True)
    """The contact as it was then; no foreign key, as it may be erased."""
    address = models.EmailField(blank=True)
    address_digest = models.CharField(max_length=64)
    """SHA-256 of salt and address."""
    salt = models.CharField(max_length=64)
    message_id = models.CharField(max_length=250, unique=True)
    state = models.CharField(max_length=10, db_index=True)
    """A value of DeliveryState."""
    file_sha256 = models.CharField(max_length=64)
    """The file in the folder of letters that is attached."""
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_by = models.CharField(max_length=150)
    queued_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    """What the mail server said, or who decided what became of it."""

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["letter", "address_digest", "salt"], name="delivery_once")]
