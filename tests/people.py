"""The people of the workspace: one account a role, and a browser without scripts that is signed in as one of them."""

from __future__ import annotations

import base64
import hmac
import struct
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

if TYPE_CHECKING:
    from accede.accounts.models import User

PASSWORD = "seven quiet harbours"
"""Everybody's."""

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""What everybody's authenticator application holds."""

BEGUN = date(2018, 1, 1)
"""Their terms run from then on, until further notice."""


def code_now(secret: str = SECRET) -> str:
    """The six digits that an application shows now (RFC 6238)."""
    counted = struct.pack(">Q", int(time.time()) // 30)
    hashed = hmac.digest(base64.b32decode(secret), counted, "sha1")
    at = hashed[-1] & 15
    return f"{(struct.unpack('>I', hashed[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


@pytest.fixture
def people(db: None) -> Mapping[str, User]:
    """An account for each role, by the role: `people["drafter"]` is a drafter and nothing else. All have a second factor."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import encrypt

    from accede.accounts.models import Term, User
    from accede.accounts.policy import Role

    hashed, secret = make_password(PASSWORD), encrypt(SECRET)
    made = User.objects.bulk_create(
        User(username=role.value, email=f"{role.value}@example.org", password=hashed) for role in Role
    )
    Term.objects.bulk_create(
        Term(
            user=user,
            role=user.username,
            presidency="Norway 2026" if user.username == Role.CLEARER else "",
            starts=BEGUN,
            granted_by="operator",
            granted_at=datetime(2018, 1, 1, tzinfo=UTC),
        )
        for user in made
    )
    Authenticator.objects.bulk_create(Authenticator(user=user, type="totp", data={"secret": secret}) for user in made)
    return {user.username: user for user in made}


@pytest.fixture
def client_of(people: Mapping[str, User]) -> Callable[[str], Client]:
    """`client_of("drafter")` gives a client signed in as the drafter, second factor and all."""

    from allauth.usersessions.models import UserSession

    def signed_in(role: str) -> Client:
        client = Client()
        client.force_login(people[role], backend="django.contrib.auth.backends.ModelBackend")
        UserSession.objects.create(user=people[role], session_key=client.session.session_key, ip="127.0.0.1")
        return client

    return signed_in
