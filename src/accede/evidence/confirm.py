"""A State said that nothing changed: renews confirmed on, never said on."""

from accede.evidence.record import record
from accede.evidence.values import Confirmation


def confirm(actor: str, key: str, confirmation: Confirmation, *, source: str, locator: str = "") -> None:
    """Record a confirmation. Raises Refused where the key is taken."""
    record(actor, key, confirmation, source=source, locator=locator)
