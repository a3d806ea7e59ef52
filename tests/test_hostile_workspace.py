"""What somebody tries who has an account, or wants one: names of the programme, numbers that are none, others' work."""

from __future__ import annotations

import pytest

from accede.accounts.accept import accept as accept_invitation
from accede.accounts.actor import operator
from accede.accounts.invite import invite
from accede.accounts.models import User
from accede.accounts.policy import Role
from accede.records.jobs import OURSELVES
from accede.records.values import SHIPPED
from accede.vocabulary.errors import Refused
from people import PASSWORD

pytestmark = pytest.mark.usefixtures("register")


@pytest.mark.parametrize("name", [SHIPPED, SHIPPED.upper(), OURSELVES, "ａccede-data", f" {SHIPPED} "])
def test_nobody_takes_a_name_under_which_the_programme_writes(name):
    """What the programme recorded counts as accepted: whoever had its name would need no second person."""
    token = invite(operator("ana"), "zq@example.org", [Role.DRAFTER]).token
    with pytest.raises(Refused, match="there is an account of this name"):
        accept_invitation(token, name, PASSWORD)
    assert not User.objects.filter(email="zq@example.org").exists()
