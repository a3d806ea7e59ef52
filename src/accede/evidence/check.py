"""We looked and found nothing new."""

from accede.evidence.record import record
from accede.evidence.values import Check


def check(actor: str, key: str, looked: Check, *, source: str, locator: str = "") -> None:
    """Record a check. Raises Refused where the key is taken."""
    record(actor, key, looked, source=source, locator=locator)
