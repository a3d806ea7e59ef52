"""End terms of office before their time: one, all of a person, or all of a presidency in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import QuerySet

from accede.accounts.actor import Actor
from accede.accounts.administrators import keep_one
from accede.accounts.entries import note
from accede.accounts.grant import told
from accede.accounts.models import Happening, Term, User
from accede.accounts.policy import Role, Verb
from accede.accounts.sign_out import end_sessions
from accede.accounts.terms import roles_of
from accede.vocabulary.errors import Refused, UnknownName


def end_term(actor: Actor, term_id: int, *, why: str, address: str | None = None) -> Term:
    """End a term now; whoever has no role left is signed out. Records stay as they are.

    Raises NotAllowed; UnknownName; Refused without a reason, for a term that is over, and for the last administrator's.
    """
    actor.must(Verb.ADMINISTER, where=f"term {term_id}")
    with transaction.atomic():
        found = list(_held().filter(pk=term_id))
        if not found:
            raise UnknownName(
                "there is no such term of office", where=str(term_id), remedy="Look at the list of accounts"
            )
        if found[0].is_over:
            raise Refused("this term of office was ended already", where=found[0].user.username)
        _end(actor.name, found, why, address)
    return found[0]


def end_terms(
    actor: Actor, user: User, *, role: Role | None = None, why: str, address: str | None = None
) -> list[Term]:
    """End all terms of somebody, or those of one role, those to come too. Raises as `end_term` does."""
    actor.must(Verb.ADMINISTER, where=user.username)
    with transaction.atomic():
        found = [term for term in _held().filter(user=user, ended_at=None) if role is None or term.role == role.value]
        found = [term for term in found if term.ends is None or term.ends >= datetime.now(UTC).date()]
        if not found:
            raise UnknownName("no term of office to end", where=user.username, remedy="Look at the list of accounts")
        _end(actor.name, found, why, address)
    return found


def end_presidency(actor: Actor, presidency: str, *, why: str, address: str | None = None) -> list[Term]:
    """End every term of a presidency, those to come too; returns them. Raises as `end_term` does, for none of them or all."""
    actor.must(Verb.ADMINISTER, where=presidency)
    name = presidency.strip()
    with transaction.atomic():
        found = list(_held().filter(presidency=name, ended_at=None)) if name else []
        if not found:
            raise UnknownName(
                "no term of office of this presidency runs", where=name, remedy="Look at the list of accounts"
            )
        _end(actor.name, found, why, address)
    return found


def _held() -> QuerySet[Term]:
    return Term.objects.select_for_update(of=("self",)).select_related("user")


def _end(actor: str, terms: Sequence[Term], why: str, address: str | None) -> None:
    if not why.strip():
        raise Refused("to end a term of office needs a reason", remedy="Say why it ends")
    now = datetime.now(UTC)
    keep_one(now.date(), without={term.pk for term in terms})
    for term in terms:
        term.ended_at, term.ended_by, term.why = now, actor, why.strip()
        term.save(update_fields=["ended_at", "ended_by", "why"])
        note(actor, term.user.username, Happening.ENDED, f"{told(term)}: {term.why}", address=address)
    for user in User.objects.filter(pk__in={term.user_id for term in terms}):
        if not roles_of(user, now.date()):
            end_sessions(user)
