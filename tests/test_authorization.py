"""The complete matrix: every address of the table, every role, every classification; a new address without a rule fails here.

What a page shows in detail is held by the tests of its family; here it is who gets in, who does not, and that whoever does not
changes nothing and learns nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy

import pytest
from django.db import transaction
from django.test import Client

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import POLICY, READS_UNRELEASED, Role, Verb
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
from accede.records.models import AuditEntry
from accede.records.values import Source
from accede.records.write import writing
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.workspace.account.entrance import Entrance
from accede.workspace.screens import Rule
from url_table import Address, addresses

pytestmark = pytest.mark.usefixtures("register")

IN_WORKSPACE = [each for each in addresses() if each.is_in_workspace]
PUBLIC = [each for each in addresses() if not each.is_in_workspace]
CLASSES = list(Classification)

EXAMPLES: Mapping[str, object] = {
    "iso3": "CUB",
    "kind": "check",
    "token": "no-such-token",
    "uidb36": "1",
    "key": "apmbc/CUB/check/public",
    "pk": 1,
    "mark": "no-such-mark",
    "number": 1,
    "path": "states/",
    "name": "drafter",
    "presidency": "Norway 2026",
    "ticket": "no-such-ticket",
    "at": 1,
    "suffix": "json",
    "language": "fr",
    "plan": "oslo",
}
"""A value for each parameter of an address of the workspace. A new parameter needs one."""

NEEDS_NO_TERM = (Entrance.ANYBODY, Entrance.SIGNED_IN)


@pytest.fixture
def marked(db: None) -> Mapping[Classification, str]:
    """For each classification a source and a check, none of them released, with a word that nothing else says."""
    words = {each: f"zq{each.value.replace('_', '')}qz" for each in Classification}
    for each, word in words.items():
        source = Source(title=f"Letter {word}", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
        with writing("ana", "record") as write:
            write.record(f"letter-{each}", source, source="", classification=each)
        looked = Check(treaty="apmbc", state="CUB", checked=PartialDate.parse("2026-11-01"), note=word)
        record(operator("ana"), f"apmbc/CUB/check/{each}", looked, source=f"letter-{each}", classification=each)
    return words


def rule_of(address: Address) -> Rule | Entrance:
    rule = getattr(address.answer, "rule", None)
    assert isinstance(rule, Rule | Entrance), f"{address.route} says nowhere who may use it"
    return rule


def ask(client: Client, method: str, path: str):
    """The answer, and whatever it changed undone; a fault of a page is not asked of here but shown."""
    cookies = copy(client.cookies)
    with transaction.atomic():
        before = AuditEntry.objects.count()
        response = getattr(client, method)(path)
        response.changed = AuditEntry.objects.count() - before
        transaction.set_rollback(True)
    client.cookies = cookies  # who signed out is signed in again
    return response


def test_every_address_of_the_workspace_has_a_rule():
    assert len(IN_WORKSPACE) > 25
    for address in IN_WORKSPACE:
        rule_of(address)


def test_every_parameter_has_an_example():
    for address in IN_WORKSPACE:
        assert address.filled(EXAMPLES)


def test_nobody_comes_in_without_signing_in(marked):
    client = Client()
    for address in IN_WORKSPACE:
        if rule_of(address) is Entrance.ANYBODY:
            continue
        for method in ("get", "post"):
            response = ask(client, method, address.filled(EXAMPLES))
            assert response.status_code == 302, f"{method} {address.route}"
            assert "/sign-in/" in response["Location"], f"{method} {address.route}"
            assert not response.changed, f"{method} {address.route}"


@pytest.mark.parametrize("role", Role, ids=str)
def test_each_role_gets_in_where_it_may_and_reads_what_it_may(role, client_of, marked):
    """Every page shows only what is classed for the role; where the role may not come in, nothing is changed."""
    client, actor = client_of(role.value), Actor(role.value, frozenset({role}))
    hidden = {word.encode() for each, word in marked.items() if not reads(role, each)}
    for address in IN_WORKSPACE:
        rule, path = rule_of(address), address.filled(EXAMPLES)
        if isinstance(rule, Rule) and not rule.admits(actor):
            for method in ("get", "post"):
                response = ask(client, method, path)
                assert response.status_code == 403, f"{method} {path}: {response.status_code}"
                assert not response.changed, f"{method} {path}"
            continue
        response = ask(client, "get", path)
        assert response.status_code < 500, path
        assert response.status_code != 403 or "key" in address.parameters, path
        if isinstance(rule, Rule):
            assert "/sign-in/" not in response.get("Location", ""), path
        for word in hidden:
            assert word not in body(response), path


@pytest.mark.parametrize("role", Role, ids=str)
def test_what_is_classed_for_others_is_as_if_it_were_not_there(role, client_of, marked):
    """By its key nobody reads, changes or comments what is for others; whoever may read it is shown it."""
    client, actor = client_of(role.value), Actor(role.value, frozenset({role}))
    by_key = [each for each in IN_WORKSPACE if "key" in each.parameters and "/account/" not in each.route]
    for classification, word in marked.items():
        shown = False
        for key, kind in ((f"apmbc/CUB/check/{classification}", "check"), (f"letter-{classification}", "source")):
            for address in by_key:
                rule, path = rule_of(address), address.filled({**EXAMPLES, "kind": kind, "key": key})
                if isinstance(rule, Rule) and not rule.admits(actor):
                    continue
                if reads(role, classification):
                    shown = shown or word.encode() in body(ask(client, "get", path))
                    continue
                for method in ("get", "post"):
                    response = ask(client, method, path)
                    assert response.status_code in (302, 303, 403, 404, 405), f"{method} {path}: {response.status_code}"
                    assert "/sign-in/" not in response.get("Location", ""), f"{method} {path}"
                    assert word.encode() not in body(response), f"{method} {path}"
                    assert not response.changed, f"{method} {path}"
        assert shown == reads(role, classification)


def reads(role: Role, classification: Classification) -> bool:
    """Whether the role sees records of this class that are not released."""
    return role in READS_UNRELEASED and classification in POLICY[role][Verb.READ]


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def public_examples() -> Iterator[str]:
    """An address of each kind of page, file and route of the API, in English and today."""
    register = register_of(standpoint())
    for kind in PAGES.values():
        named = list(kind.every(register))
        of = next((one for one in named if one.get("iso3") == "CUB"), named[len(named) // 2])
        yield Address(kind.route, kind.make, kind.name).filled(of)
    filled = {
        "iso3": "CUB",
        "key": "CUB",
        "rest": "nothing",
        "name": "states.csv",
        "suffix": "json",
        "plan": "oslo",
        "table": "states",
        "token": "x",
    }
    for address in PUBLIC:
        if address.route.startswith(("api/", "data/", "feeds/", "calendar")):
            yield address.filled(filled)


def test_the_public_site_is_the_same_for_everybody_and_knows_nobody(client_of, marked):
    """Every page, file and API route: whoever asks gets the same bytes, no cookie, and nothing that is not released."""
    clients = [client_of(role.value) for role in Role]
    for path in {path if path.startswith("/") else f"/{path}" for path in public_examples()}:
        anonymous = Client().get(path)
        assert not anonymous.cookies
        assert "Cookie" not in anonymous.get("Vary", "")
        told = body(anonymous)
        for word in marked.values():
            assert word.encode() not in told, path
        for client in clients:
            assert body(client.get(path)) == told, path
        for method in ("post", "put", "patch", "delete"):
            if method == "post" and path.endswith("/reconcile"):
                continue  # its questions are posted, as the standard of reconciliation has it; they change nothing
            refused = getattr(clients[0], method)(path)
            assert refused.status_code in (308, 404, 405), f"{method} {path}"  # 308: to the address without a slash
