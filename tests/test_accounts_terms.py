"""Roles are those of the terms of office that run."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accede.accounts.models import Term
from accede.accounts.policy import Role, Verb
from accede.accounts.terms import actor_of, roles_of

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def clearer(people):
    """Of the President's office, for a year."""
    people["clearer"].terms.update(starts=FIRST, ends=LAST)
    return people["clearer"]


@pytest.mark.parametrize(
    ("day", "roles"),
    [
        (FIRST - timedelta(1), set()),
        (FIRST, {Role.CLEARER}),
        (LAST, {Role.CLEARER}),
        (LAST + timedelta(1), set()),
    ],
)
def test_a_term_runs_from_its_first_day_to_its_last(clearer, day, roles):
    assert roles_of(clearer, day) == roles


def test_a_term_that_was_ended_does_not_run(clearer):
    clearer.terms.update(ended_at=datetime.now(UTC), ended_by="operator")
    assert roles_of(clearer, FIRST) == set()


def test_terms_add_up(clearer):
    Term.objects.create(user=clearer, role="drafter", starts=FIRST, granted_by="operator", granted_at=datetime.now(UTC))
    assert roles_of(clearer, LAST) == {Role.CLEARER, Role.DRAFTER}
    assert roles_of(clearer, LAST + timedelta(1)) == {Role.DRAFTER}


def test_a_locked_account_has_no_role(clearer):
    clearer.is_active = False
    assert roles_of(clearer, FIRST) == set()


def test_the_actor_has_the_name_of_the_account_and_its_roles(clearer):
    actor = actor_of(clearer, FIRST)
    assert (actor.name, actor.may(Verb.CLEAR), actor.may(Verb.RELEASE)) == ("clearer", True, False)


def test_everybody_of_the_cast_has_one_role(people):
    assert {name: roles_of(user, LAST) for name, user in people.items()} == {role.value: {role} for role in Role}
