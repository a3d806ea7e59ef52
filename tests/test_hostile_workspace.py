"""What somebody tries who has an account, or wants one: names of the programme, numbers that are none, others' work."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.accounts.accept import accept as accept_invitation
from accede.accounts.actor import Actor, operator
from accede.accounts.invite import invite
from accede.accounts.models import User
from accede.accounts.policy import Role
from accede.records.jobs import OURSELVES
from accede.records.values import SHIPPED
from accede.vocabulary.errors import Refused
from accede.workspace.screens import Rule
from people import PASSWORD
from test_authorization import EXAMPLES, IN_WORKSPACE, rule_of

pytestmark = pytest.mark.usefixtures("register")


@pytest.mark.parametrize("name", [SHIPPED, SHIPPED.upper(), OURSELVES, "ａccede-data", f" {SHIPPED} "])
def test_nobody_takes_a_name_under_which_the_programme_writes(name):
    """What the programme recorded counts as accepted: whoever had its name would need no second person."""
    token = invite(operator("ana"), "zq@example.org", [Role.DRAFTER]).token
    with pytest.raises(Refused, match="there is an account of this name"):
        accept_invitation(token, name, PASSWORD)
    assert not User.objects.filter(email="zq@example.org").exists()


NO_NUMBERS = ("9" * 5000, "²", "-1", "٣", "", "1e9", "9" * 30)


def test_numbers_that_are_none_are_answered(client_of):
    """A number in a form is of nine digits at most; whatever else comes stands for none, and is no fault of ours."""
    reviewer, drafter = client_of("reviewer"), client_of("drafter")
    planned = drafter.post("/workspace/papers/new/status-paper/", {"as_of": "2026-11-01", "language": "en"})
    for number in NO_NUMBERS:
        told = reviewer.post("/workspace/review/accept/", {"references": f"source {number} 17msp-status-paper"})
        assert told.status_code in (400, 404), number[:40]
        for path in ("review", "records/retract", "records/merge", "records/correct"):
            sent = {"version": number, "expected_version": number, "what": "accept", "into": "18msp-statement"}
            told = reviewer.post(f"/workspace/{path}/source/17msp-status-paper", {**sent, "reason": ""})
            assert told.status_code < 500, f"{path} {number[:40]}"
        assert reviewer.post("/workspace/account/sessions/", {"session": number}).status_code < 500
    assert planned.status_code < 500


@pytest.mark.parametrize("at", ["0001-01-01T00:00+23:59", "9999-12-31T23:59-10:00", "10000-01-01T00:00", "²", "2027"])
def test_an_embargo_ends_in_a_year_that_can_be_told(at, client_of):
    sent = {"version": "source 1 17msp-status-paper", "when": "at", "at": at}
    told = client_of("publisher").post("/workspace/release/", sent)
    assert told.status_code == 400


SIGN = "a\0b"


@pytest.mark.storage
def test_the_sign_of_no_value_is_refused_on_each_database(client_of):
    """PostgreSQL takes no text with U+0000 in it; in a key, a question or a comment it is answered, and not a fault."""
    clients = {role: client_of(role.value) for role in Role}
    every = dict.fromkeys(("q", "source", "state", "kind", "who", "for", "into", "said", "reason", "text"), SIGN)
    for address in IN_WORKSPACE:
        if not isinstance(rule := rule_of(address), Rule) or "/account/" in address.route:
            continue
        client = next(clients[role] for role in Role if rule.admits(Actor(role.value, frozenset({role}))))
        plain = quote(address.filled(EXAMPLES))
        path = quote(address.filled({**EXAMPLES, "key": SIGN, "name": SIGN, "presidency": SIGN, "path": SIGN}))
        for asked in (client.get(path), client.get(plain, every), client.post(plain, {**every, "what": "comment"})):
            assert asked.status_code < 500, path
    told = client_of("drafter").post("/workspace/recording/draft/statement/", {SIGN: SIGN})
    assert told.status_code < 500


def test_what_is_sent_to_fill_the_log_is_not_in_it(settings):
    """A form that is too large is refused; nobody fills the disk of the server by sending it again and again."""
    log = settings.ACCEDE_HOME / "logs" / "faults.log"
    before = log.stat().st_size if log.exists() else 0
    refused = Client().post("/workspace/account/sign-in/", {"login": "a" * 3_000_000})
    assert refused.status_code == 400
    assert (log.stat().st_size if log.exists() else 0) == before


def test_a_text_without_an_end_of_line_is_not_looked_through_as_a_title(client_of):
    """Its first line is all of it; a day is looked for at its beginning alone, where it took minutes once."""
    for before, is_told in ((10, True), (1000, False)):
        content = b"word " * before + b"said on 3 March 2026"
        kept = client_of("drafter").post("/workspace/sources/new/", {"file": SimpleUploadedFile("long.txt", content)})
        assert kept.status_code == 303
        assert ("2026-03-03" in kept["Location"]) == is_told


def test_a_treaty_with_a_number_of_thousands_of_digits_is_not_read(client_of):
    sent = {"key": "zz", "definition": f"a = {'9' * 5000}", "source": "17msp-status-paper", "locator": "x"}
    told = client_of("administrator").post("/workspace/administration/treaties/add/", sent)
    assert told.status_code == 400
    assert b"the file is not TOML" in told.content or b"The file is not TOML" in told.content
