"""A State said that nothing changed: renews confirmed on, never said on."""

from accede.accounts.actor import Actor
from accede.evidence.record import record
from accede.evidence.values import Confirmation
from accede.vocabulary.sources import Classification


def confirm(
    actor: Actor,
    key: str,
    confirmation: Confirmation,
    *,
    source: str,
    locator: str = "",
    classification: Classification = Classification.PUBLIC,
) -> None:
    """Record a confirmation. Raises NotAllowed, and Refused where the key is taken."""
    record(actor, key, confirmation, source=source, locator=locator, classification=classification)
