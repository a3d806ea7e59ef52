"""The register is never left without an administrator."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from accede.accounts.models import Term
from accede.accounts.policy import Role
from accede.vocabulary.errors import Refused


def keep_one(today: date, *, without: Collection[int] = (), without_user: int | None = None) -> None:
    """Raise Refused if nobody is an administrator today without these terms, or without that account.

    Call it inside the transaction that ends them: on PostgreSQL it holds the terms, so that two cannot end each other's.
    """
    terms = Term.objects.select_for_update().filter(role=Role.ADMINISTRATOR, ended_at=None).select_related("user")
    running = [term for term in terms if term.runs_on(today) and term.user.is_active]
    if running and not [term for term in running if term.pk not in without and term.user_id != without_user]:
        raise Refused(
            "nobody would be administrator any more",
            remedy="Give the role to somebody else first",
        )
