"""Accounts come back with a backup; sessions and open invitations do not."""

import pytest

pytestmark = pytest.mark.storage

LIVED_IN = """
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.backends.db import SessionStore
from accede.accounts.models import User
user = User.objects.get()
Authenticator.objects.create(user=user, type="totp", data={"secret": "JBSWY3DPEHPK3PXP", "é": [1, None]})
session = SessionStore(); session["_auth_user_id"] = str(user.pk); session.save()
UserSession.objects.create(user=user, session_key=session.session_key, ip="192.0.2.7")
AccessAttempt.objects.bulk_create([AccessAttempt(username="ana", ip_address="192.0.2.7", failures_since_start=5)])
"""

HELD = """
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from accede.accounts.models import AccountEntry, Invitation, Term, User
print(*User.objects.values_list("username", "email", "password", "language"))
print(*Term.objects.values_list("role", "presidency", "starts", "ends", "granted_by", "granted_at", "ended_at"))
print(*Authenticator.objects.values_list("type", "data"))
print(*AccountEntry.objects.values_list("at", "actor", "account", "happening", "details", "address"))
print("--")
print(*(model.objects.count() for model in (Session, UserSession, AccessAttempt)))
print(Invitation.objects.filter(withdrawn_at=None).count(), Invitation.objects.count())
"""


def test_accounts_come_back_and_what_was_open_is_closed(program, nowhere, tmp_path):
    program("user", "add", "ana", "--email", "ana@example.org", "--password-stdin", stdin="seven quiet harbours\n")
    program("user", "grant", "ana", "--role", "clearer", "--presidency", "Norway 2026", "--until", "2999-12-31")
    program("user", "invite", "kari@example.org", "--role", "member")
    program.python(LIVED_IN)
    accounts, _, opened = program.python(HELD).partition("--")
    assert program("backup", tmp_path / "accede.zip").code == 0
    done = nowhere.cold("restore", tmp_path / "accede.zip")
    assert done.code == 0, done.err
    restored, _, closed = nowhere.python(HELD).partition("--")
    assert restored == accounts
    assert (opened.split(), closed.split()) == (["1", "1", "1", "1", "1"], ["0", "0", "0", "0", "1"])
