"""People who use the workspace: accounts, their terms of office, invitations, and what happened to them."""

from accede.accounts.models.entry import AccountEntry, Happening
from accede.accounts.models.invitation import Invitation
from accede.accounts.models.term import Term
from accede.accounts.models.user import User

__all__ = ["AccountEntry", "Happening", "Invitation", "Term", "User"]
