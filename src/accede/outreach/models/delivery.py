"""Letters on their way by mail: one row a recipient, and the log of what became of it."""

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

    @property
    def is_live(self) -> bool:
        """Whether it has gone, or may still go: no second one goes to the same address."""
        return self in (DeliveryState.QUEUED, DeliveryState.OFFERED, DeliveryState.TAKEN)


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
    """The same for every address of a letter, so that one is never written to twice."""
    message_id = models.CharField(max_length=250, unique=True)
    state = models.CharField(max_length=10, db_index=True)
    """A value of DeliveryState."""
    content_sha256 = models.CharField(max_length=64)
    """The tree of the letter as it was cleared: if the letter is another by the time it would go, it does not go."""
    file_sha256 = models.CharField(max_length=64, blank=True)
    """The PDF in the folder of letters that is attached; "" until it is made."""
    bears_form = models.BooleanField(default=False)
    """Whether the form to be filled in (Word) goes with it."""
    form_sha256 = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    """How often the mail server was asked to take it."""
    queued_by = models.CharField(max_length=150)
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField(null=True)
    """When a server that took it not yet is asked again."""
    offered_at = models.DateTimeField(null=True)
    is_copied = models.BooleanField(default=False)
    """Whether the server had taken our own mailbox as a second recipient when it was last offered."""
    looked_at = models.DateTimeField(null=True)
    """When our own mailbox was last looked through for the copy, and had none."""
    ended_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    """What the mail server said last, or why it does not go."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "address_digest"],
                condition=models.Q(state__in=["queued", "offered", "taken"]),
                name="delivery_once",
            )
        ]


class DeliveryEntry(models.Model):
    """The log: a delivery came to a state, when and by whom. Written with the change itself, and only ever inserted."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="entries")
    at = models.DateTimeField()
    state = models.CharField(max_length=10)
    """A value of DeliveryState."""
    by = models.CharField(max_length=150)
    """A username: who asked for it, or who decided."""
    words = models.TextField(blank=True)
    """What the mail server said, or what was found. Emptied when the address is erased, for servers repeat it."""

    class Meta:
        ordering = ["pk"]
