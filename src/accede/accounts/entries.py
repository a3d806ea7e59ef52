"""Writing to the log of accounts."""

from __future__ import annotations

from datetime import UTC, datetime

from accede.accounts.models import AccountEntry, Happening


def note(actor: str, account: str, happening: Happening, details: str = "", *, address: str | None = None) -> None:
    """Add to the log what happened to an account; `address` is the network address it was done from, where there is one."""
    AccountEntry.objects.create(
        at=datetime.now(UTC),
        actor=actor[:150],
        account=account[:254],
        happening=happening.value,
        details=details,
        address=address,
    )
