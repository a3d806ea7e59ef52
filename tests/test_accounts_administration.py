"""What administrators do with accounts."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt

from accede.accounts import second_factor
from accede.accounts.actor import operator
from accede.accounts.end_term import end_presidency, end_term, end_terms
from accede.accounts.grant import grant
from accede.accounts.lock import lock, unlock
from accede.accounts.make import make_account
from accede.accounts.models import AccountEntry, Term, User
from accede.accounts.passwords import named, with_password
from accede.accounts.policy import Role
from accede.accounts.reset_second_factor import reset_second_factor
from accede.accounts.roster import presidencies, roster
from accede.accounts.sign_out import sign_out_everywhere
from accede.accounts.terms import actor_of, roles_of
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName

TODAY = datetime.now(UTC).date()
TOMORROW, YESTERDAY = TODAY + timedelta(1), TODAY - timedelta(1)
OPERATOR = operator("operator")


@pytest.fixture
def administrator(people):
    """The actor."""
    return actor_of(people["administrator"], TODAY)


def roles(user):
    """Those of today, read again."""
    return roles_of(User.objects.get(pk=user.pk), TODAY)


def test_a_role_is_granted_for_a_while(administrator, people):
    grant(administrator, people["member"], [Role.DRAFTER], presidency="Norway 2026", ends=TOMORROW)
    assert roles(people["member"]) == {Role.MEMBER, Role.DRAFTER}
    assert roles_of(User.objects.get(username="member"), TOMORROW + timedelta(1)) == {Role.MEMBER}


def test_a_role_can_be_granted_ahead(administrator, people):
    grant(administrator, people["member"], [Role.DRAFTER], starts=TOMORROW)
    assert roles(people["member"]) == {Role.MEMBER}


@pytest.mark.parametrize(
    ("starts", "ends"), [(TOMORROW, TODAY), (YESTERDAY - timedelta(1), YESTERDAY)], ids=["backwards", "over already"]
)
def test_days_that_cannot_be_are_refused(administrator, people, starts, ends):
    with pytest.raises(Refused):
        grant(administrator, people["member"], [Role.DRAFTER], starts=starts, ends=ends)


def test_the_same_role_is_not_granted_twice_at_a_time(administrator, people):
    with pytest.raises(Refused, match="runs then already"):
        grant(administrator, people["drafter"], [Role.REVIEWER, Role.DRAFTER], starts=TOMORROW)
    assert roles(people["drafter"]) == {Role.DRAFTER}


def test_a_term_ends_now_and_its_holder_is_signed_out(administrator, people, client_of):
    client = client_of("drafter")
    term = people["drafter"].terms.get()
    end_term(administrator, term.pk, why="left the ISU")
    assert roles(people["drafter"]) == set()
    assert not client.session.get("_auth_user_id")
    ended = Term.objects.get(pk=term.pk)
    assert (ended.ended_by, ended.why) == ("administrator", "left the ISU")


def test_who_has_another_role_stays_signed_in(administrator, people, client_of):
    grant(administrator, people["drafter"], [Role.REVIEWER])
    client = client_of("drafter")
    end_terms(administrator, people["drafter"], role=Role.DRAFTER, why="reviews now")
    assert roles(people["drafter"]) == {Role.REVIEWER}
    assert client.session.get("_auth_user_id")


def test_a_term_is_ended_once_and_for_a_reason(administrator, people):
    term = people["drafter"].terms.get()
    with pytest.raises(Refused):
        end_term(administrator, term.pk, why=" ")
    end_term(administrator, term.pk, why="left")
    with pytest.raises(Refused):
        end_term(administrator, term.pk, why="left")
    with pytest.raises(UnknownName):
        end_term(administrator, 10**9, why="left")


def test_a_presidency_ends_in_one_step(administrator, people):
    grant(administrator, people["member"], [Role.CLEARER], presidency="Norway 2026", starts=TOMORROW)
    grant(administrator, people["drafter"], [Role.CLEARER], presidency="Kenya 2027")
    assert presidencies(TODAY) == ("Kenya 2027", "Norway 2026")
    ended = end_presidency(administrator, "Norway 2026", why="the year is over")
    assert {term.user.username for term in ended} == {"clearer", "member"}
    assert (roles(people["clearer"]), roles(people["member"])) == (set(), {Role.MEMBER})
    assert roles(people["drafter"]) == {Role.DRAFTER, Role.CLEARER}
    assert presidencies(TODAY) == ("Kenya 2027",)


@pytest.mark.parametrize("name", ["", " ", "Norway 1999"])
def test_a_presidency_that_there_is_not_ends_nothing(administrator, people, name):
    with pytest.raises(UnknownName):
        end_presidency(administrator, name, why="the year is over")
    assert not Term.objects.exclude(ended_at=None).exists()


def test_somebody_stays_administrator(administrator, people):
    term = people["administrator"].terms.get()
    for attempt in (
        lambda: end_term(OPERATOR, term.pk, why="left"),
        lambda: end_terms(OPERATOR, people["administrator"], why="left"),
        lambda: lock(OPERATOR, people["administrator"], why="left"),
    ):
        with pytest.raises(Refused, match="nobody would be administrator"):
            attempt()
    grant(administrator, people["member"], [Role.ADMINISTRATOR])
    end_term(OPERATOR, term.pk, why="left")
    assert roles(people["administrator"]) == set()


def test_a_locked_account_is_signed_out_and_comes_back_as_it_was(administrator, people, client_of):
    client = client_of("drafter")
    lock(administrator, people["drafter"], why="lost the laptop")
    assert (roles(people["drafter"]), client.session.get("_auth_user_id")) == (set(), None)
    unlock(administrator, people["drafter"])
    assert roles(people["drafter"]) == {Role.DRAFTER}


def test_nobody_locks_their_own_account(administrator, people):
    with pytest.raises(Refused, match="your own"):
        lock(administrator, people["administrator"], why="curious")


def test_to_unlock_forgets_failures_of_that_name_alone(administrator, people):
    for name in ("drafter", "reviewer"):
        AccessAttempt.objects.create(username=name, ip_address="192.0.2.7", failures_since_start=5)
    unlock(administrator, people["drafter"])
    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["reviewer"]


def test_a_lost_second_factor_is_reset(administrator, people, client_of):
    client = client_of("drafter")
    reset_second_factor(administrator, people["drafter"])
    assert second_factor.is_wanting(people["drafter"])
    assert not client.session.get("_auth_user_id")
    assert Authenticator.objects.filter(user=people["reviewer"]).exists()


def test_sessions_of_one_account_end_everywhere(administrator, people, client_of):
    first, second, other = client_of("drafter"), client_of("drafter"), client_of("reviewer")
    assert sign_out_everywhere(administrator, people["drafter"]) == 2
    assert [bool(client.session.get("_auth_user_id")) for client in (first, second, other)] == [False, False, True]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_may(people, role):
    actor, other = actor_of(people[role], TODAY), people["administrator"]
    for attempt in (
        lambda: grant(actor, other, [Role.DRAFTER]),
        lambda: end_term(actor, other.terms.get().pk, why="left"),
        lambda: end_terms(actor, other, why="left"),
        lambda: end_presidency(actor, "Norway 2026", why="left"),
        lambda: lock(actor, other, why="left"),
        lambda: unlock(actor, other),
        lambda: reset_second_factor(actor, other),
        lambda: sign_out_everywhere(actor, other),
        lambda: make_account(actor, with_password(named("ola"), "seven quiet harbours"), [Role.MEMBER]),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert not AccountEntry.objects.exists()


def test_the_roster_tells_all_of_every_account(administrator, people, django_assert_max_num_queries):
    lock(administrator, people["member"], why="left")
    with django_assert_max_num_queries(4):
        told = {one.name: one for one in roster(TODAY)}
    assert told["drafter"].roles == (Role.DRAFTER,)
    assert told["drafter"].has_second_factor
    assert (told["member"].is_locked, told["member"].roles) == (True, ())
    assert told["clearer"].terms[0].presidency == "Norway 2026"
