"""Accounts are made by invitation, once, in time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accede.accounts.accept import accept, invitation_of
from accede.accounts.actor import operator
from accede.accounts.invite import DAYS, invite, withdraw
from accede.accounts.models import AccountEntry, Invitation, User
from accede.accounts.policy import Role
from accede.accounts.terms import actor_of, roles_of
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName

TODAY = datetime.now(UTC).date()
PASSWORD = "seven quiet harbours"
OPERATOR = operator("operator")


@pytest.fixture
def invited(db):
    """To be clearer in Norway's presidency."""
    until = TODAY + timedelta(300)
    return invite(OPERATOR, "kari@example.org", [Role.CLEARER], presidency="Norway 2026", until=until)


def test_an_invitation_makes_an_account_with_its_term(invited):
    user = accept(invited.token, "kari", PASSWORD)
    term = user.terms.get()
    assert (user.email, roles_of(user, TODAY)) == ("kari@example.org", {Role.CLEARER})
    assert (term.presidency, term.starts, term.granted_by) == ("Norway 2026", TODAY, "operator")
    assert user.check_password(PASSWORD)


def test_it_can_be_used_once(invited):
    accept(invited.token, "kari", PASSWORD)
    with pytest.raises(UnknownName):
        accept(invited.token, "ola", PASSWORD)
    assert list(User.objects.values_list("username", flat=True)) == ["kari"]


def test_it_expires(invited):
    Invitation.objects.update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    with pytest.raises(UnknownName):
        invitation_of(invited.token)


def test_it_can_be_withdrawn(invited):
    withdraw(OPERATOR, invited.invitation.pk)
    with pytest.raises(UnknownName):
        invitation_of(invited.token)


def test_a_second_one_to_the_same_address_takes_its_place(invited):
    later = invite(OPERATOR, "Kari@example.org", [Role.MEMBER])
    with pytest.raises(UnknownName):
        invitation_of(invited.token)
    assert invitation_of(later.token).role_set == (Role.MEMBER,)


def test_the_token_is_not_kept(invited):
    held = Invitation.objects.values().get()
    assert invited.token not in str(held)
    assert held["expires_at"] - held["invited_at"] == timedelta(DAYS)


@pytest.mark.parametrize(
    ("name", "password"), [("kari nordmann", PASSWORD), ("", PASSWORD), ("kari", "short"), ("kari", "")]
)
def test_a_name_or_password_that_cannot_be_leaves_it_open(invited, name, password):
    with pytest.raises(Refused):
        accept(invited.token, name, password)
    assert invitation_of(invited.token)
    assert not User.objects.exists()


def test_a_name_that_differs_by_case_alone_is_taken(invited):
    User.objects.create(username="Kari")
    with pytest.raises(Refused, match="there is an account"):
        accept(invited.token, "kari", PASSWORD)


@pytest.mark.parametrize(
    ("email", "roles", "until"),
    [
        ("kari", [Role.MEMBER], None),
        ("kari@example.org", [], None),
        ("kari@example.org", [Role.MEMBER], date(2020, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused(db, email, roles, until):
    with pytest.raises(Refused):
        invite(OPERATOR, email, roles, until=until)
    assert not Invitation.objects.exists()


def test_whoever_has_an_account_is_not_invited(people):
    with pytest.raises(Refused, match="has an account"):
        invite(OPERATOR, "DRAFTER@example.org", [Role.REVIEWER])


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_invite(people, role):
    with pytest.raises(NotAllowed):
        invite(actor_of(people[role], TODAY), "kari@example.org", [Role.MEMBER])
    assert not AccountEntry.objects.exists()


def test_the_log_tells_who_invited_whom_and_from_where(people):
    administrator = actor_of(people["administrator"], TODAY)
    token = invite(administrator, "kari@example.org", [Role.MEMBER], address="192.0.2.7").token
    accept(token, "kari", PASSWORD, address="192.0.2.8")
    told = list(AccountEntry.objects.order_by("pk").values_list("actor", "account", "happening", "address"))
    assert told == [
        ("administrator", "kari@example.org", "invited", "192.0.2.7"),
        ("kari", "kari", "accepted", "192.0.2.8"),
        ("administrator", "kari", "granted", "192.0.2.8"),
    ]
