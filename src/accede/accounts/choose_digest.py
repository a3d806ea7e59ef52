"""Whether somebody gets a daily mail of what waits for them."""

from __future__ import annotations

from accede.accounts.models import User
from accede.vocabulary.errors import Refused


def choose_digest(user: User, wanted: bool) -> None:
    """Keep the wish. Raises Refused where the account has no address for mail."""
    if wanted and not user.email:
        raise Refused(
            "the account has no address for mail", where=user.username, remedy="Ask an administrator to give it one"
        )
    user.wants_digest = wanted
    user.save(update_fields=["wants_digest"])
