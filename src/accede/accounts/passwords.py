"""What a name and a password of an account must be like."""

from __future__ import annotations

import unicodedata

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accede.accounts.models import User
from accede.vocabulary.errors import Refused

RESERVED = frozenset({"accede", "accede-data"})
"""Names under which the programme itself writes: what it records counts as reviewed, so nobody can have one of them."""


def named(name: str, email: str = "") -> User:
    """An account that is not made yet. Raises Refused for a name or an address that cannot be, or a name that is taken."""
    user = User(username=name, email=email)
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise _refused(error, name) from error
    is_ours = unicodedata.normalize("NFKC", name).casefold() in RESERVED
    if is_ours or User.objects.filter(username__iexact=name).exists():
        raise taken(name)
    return user


def with_password(user: User, password: str) -> User:
    """The account with this password. Raises Refused for one that is too weak."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise _refused(error, user.username) from error
    user.set_password(password)
    return user


def taken(name: str) -> Refused:
    """What is raised for a name that somebody has."""
    return Refused("there is an account of this name", where=name, remedy="Choose another name")


def _refused(error: ValidationError, name: str) -> Refused:
    return Refused(" ".join(error.messages).rstrip("."), where=name, remedy="Choose another")
