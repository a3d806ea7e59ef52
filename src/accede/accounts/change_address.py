"""Give an account another address for mail, or none."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.entries import note
from accede.accounts.models import Happening, User
from accede.accounts.policy import Verb
from accede.vocabulary.errors import Refused


def change_address(actor: Actor, user: User, email: str, *, address: str | None = None) -> None:
    """Keep the address; without one no daily mail comes. Raises NotAllowed; Refused for what is none, or somebody else's."""
    actor.must(Verb.ADMINISTER, where=user.username)
    email = email.strip()
    if email:
        _refuse(user, email)
    with transaction.atomic():
        user.email = email
        user.wants_digest = user.wants_digest and bool(email)
        user.save(update_fields=["email", "wants_digest"])
        note(actor.name, user.username, Happening.CHANGED, f"address: {email or 'none'}", address=address)


def _refuse(user: User, email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused("this is not an address for mail", where=email, remedy="Write it as name@example.org") from error
    if len(email) > 254:
        raise Refused("the address is too long", where=email[:40], remedy="Give another")
    if User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        raise Refused("another account has this address", where=email, remedy="Give another")
