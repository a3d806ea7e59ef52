"""The people of the workspace: one account a role, and browsers that are signed in as one of them.

In the test's own process: `people` and `client_of`. At a real server, on a register of the module's own that may be written to:
`workplace` (the program), `office` (its address) and `desk_of(role)` (a browser's context, signed in).
"""

from __future__ import annotations

import base64
import hmac
import json
import struct
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from application_role import application_role
from program import Program, copied, served

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


_MOVE_IN = f"""
import json
from datetime import UTC, date, datetime
from importlib import import_module
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from allauth.usersessions.models import UserSession
from django.conf import settings
from accede.accounts.models import Term, User
from accede.accounts.policy import Role

Store = import_module(settings.SESSION_ENGINE).SessionStore
keys = {{}}
for role in Role:
    user = User(username=role.value, email=f"{{role.value}}@example.org")
    if not keys:
        user.set_password("{PASSWORD}")
    else:
        user.password = first.password
    user.save()
    first = User.objects.order_by("pk").first()
    begun = datetime(2018, 1, 1, tzinfo=UTC)
    Term.objects.create(user=user, role=role.value, starts=begun.date(), granted_by="operator", granted_at=begun)
    Authenticator.objects.create(user=user, type="totp", data={{"secret": encrypt("{SECRET}")}})
    session = Store()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    UserSession.objects.create(user=user, session_key=session.session_key, ip="127.0.0.1")
    keys[role.value] = session.session_key
print(json.dumps(keys))
"""


@pytest.fixture(scope="module")
def workplace(prepared: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A copy of the shipped register with an account for each role, for the tests of a module.

    On PostgreSQL the program runs as it should: as a role that does not own its tables.
    """
    with application_role() as under_role, copied(prepared, tmp_path_factory.mktemp("workplace")) as program:
        yield under_role(program)


@pytest.fixture(scope="module")
def office(workplace: Program) -> Iterator[str]:
    """Where the workplace is served, by a name that browsers trust with passkeys."""
    with served(workplace) as url:
        yield url.rstrip("/").replace("127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def desk_of(workplace: Program, office: str, browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """`desk_of("drafter")` gives a browser's context that is signed in as the drafter; more arguments go to the browser."""
    keys = json.loads(workplace.python(_MOVE_IN))
    opened: list[BrowserContext] = []

    def desk(role: str, **further: object) -> BrowserContext:
        context = browser.new_context(base_url=office, **{"locale": "en-GB", **further})
        context.add_cookies([{"name": "accede", "value": keys[role], "url": office, "httpOnly": True}])
        opened.append(context)
        return context

    yield desk
    for context in opened:
        context.close()
