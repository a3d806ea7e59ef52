"""We looked and found nothing new."""

from accede.accounts.actor import Actor
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.vocabulary.sources import Classification


def check(
    actor: Actor,
    key: str,
    looked: Check,
    *,
    source: str,
    locator: str = "",
    classification: Classification = Classification.PUBLIC,
) -> None:
    """Record a check. Raises NotAllowed, and Refused where the key is taken."""
    record(actor, key, looked, source=source, locator=locator, classification=classification)
