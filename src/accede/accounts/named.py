"""The account of a name."""

from __future__ import annotations

from accede.accounts.models import User
from accede.vocabulary.errors import UnknownName


def account_named(name: str) -> User:
    """The account. Raises UnknownName where there is none."""
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise UnknownName(
            "there is no account of this name", where=name, remedy="See all with accede user list"
        ) from None
