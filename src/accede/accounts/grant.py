"""Grant a term of office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.entries import note
from accede.accounts.models import Happening, Term, User
from accede.accounts.policy import Role, Verb
from accede.vocabulary.errors import Refused


def grant(
    actor: Actor,
    user: User,
    roles: Iterable[Role],
    *,
    presidency: str = "",
    starts: date | None = None,
    ends: date | None = None,
    address: str | None = None,
) -> list[Term]:
    """Give somebody roles from the day `starts` (today) to the day `ends` (until further notice).

    Raises NotAllowed; Refused for days that cannot be, and where a term of the same role runs then already.
    """
    actor.must(Verb.ADMINISTER, where=user.username)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        return add_terms(
            actor.name,
            user,
            roles,
            presidency=presidency.strip(),
            starts=starts or datetime.now(UTC).date(),
            ends=ends,
            address=address,
        )


def add_terms(
    granted_by: str,
    user: User,
    roles: Iterable[Role],
    *,
    starts: date,
    presidency: str = "",
    ends: date | None = None,
    address: str | None = None,
) -> list[Term]:
    """Add the terms, and say so in the log. Raises Refused."""
    wanted = [role for role in Role if role in set(roles)]
    if not wanted:
        raise Refused("no role was named", where=user.username, remedy="Name at least one")
    _refuse_days(user.username, starts, ends)
    held = list(user.terms.filter(ended_at=None))
    made = []
    for role in wanted:
        _refuse_twice(held, role, starts, ends)
        term = Term.objects.create(
            user=user,
            role=role.value,
            presidency=presidency,
            starts=starts,
            ends=ends,
            granted_by=granted_by,
            granted_at=datetime.now(UTC),
        )
        note(granted_by, user.username, Happening.GRANTED, told(term), address=address)
        made.append(term)
    return made


def told(term: Term) -> str:
    """The term in the words of the log: `clearer, Norway 2026, 2026-01-01/2026-12-31`."""
    parts = [term.role, term.presidency, f"{term.starts}/{term.ends or '..'}"]
    return ", ".join(filter(None, parts))


def refuse_past(where: str, ends: date | None) -> None:
    """Raise Refused where a term would be over before it is granted."""
    if ends is not None and ends < datetime.now(UTC).date():
        raise Refused("the last day has passed", where=where, remedy="Name a later day, or none")


def _refuse_days(where: str, starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        raise Refused("the term ends before it starts", where=where, remedy="Look at the two days")
    refuse_past(where, ends)


def _refuse_twice(held: list[Term], role: Role, starts: date, ends: date | None) -> None:
    for term in held:
        apart = (term.ends is not None and term.ends < starts) or (ends is not None and ends < term.starts)
        if term.role == role.value and not apart:
            raise Refused(
                f"a term as {role.label} runs then already",
                where=term.user.username,
                remedy="End it first, or let the new one start after it",
            )
