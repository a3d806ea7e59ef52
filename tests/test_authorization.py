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

from accede.accounts.actor import operator
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


def may(role: str, verb: Verb) -> bool:
    return bool(POLICY[Role(role)].get(verb))


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


@pytest.mark.parametrize("role", ["", *(role.value for role in Role)])
def test_who_may_comes_in_and_nobody_else(role, client_of, marked):
    client = client_of(role) if role else Client()
    for address in IN_WORKSPACE:
        rule, path = rule_of(address), address.filled(EXAMPLES)
        for method in ("get", "post"):
            response = ask(client, method, path)
            where = f"{method.upper()} {path} as {role or 'nobody'}: {response.status_code}"
            assert response.status_code < 500, where
            is_sent_away = response.status_code == 302 and "/sign-in/" in response["Location"]
            if rule is Entrance.ANYBODY:
                assert response.status_code != 403, where
            elif not role:
                assert is_sent_away, where
                assert not response.changed, where
            elif isinstance(rule, Rule) and rule.verb is not None and not may(role, rule.verb):
                assert response.status_code == 403, where
                assert not response.changed, where
            elif isinstance(rule, Rule):
                assert not is_sent_away, where


@pytest.mark.parametrize("classification", CLASSES, ids=str)
@pytest.mark.parametrize("role", [role.value for role in Role])
def test_what_is_classed_for_others_is_as_if_it_were_not_there(role, classification, client_of, marked):
    client = client_of(role)
    is_read = Role(role) in READS_UNRELEASED and classification in POLICY[Role(role)][Verb.READ]
    examples = {**EXAMPLES, "key": f"apmbc/CUB/check/{classification}"}
    of_source = {**EXAMPLES, "kind": "source", "key": f"letter-{classification}"}
    seen = False
    for address in IN_WORKSPACE:
        paths = {address.filled(examples)} | ({address.filled(of_source)} if "key" in address.parameters else set())
        for path in paths:
            for method in ("get", "post") if "key" in address.parameters else ("get",):
                response = ask(client, method, path)
                shown = b"".join(response.streaming_content) if response.streaming else response.content
                if is_read:
                    seen = seen or marked[classification].encode() in shown
                else:
                    assert marked[classification].encode() not in shown, f"{method} {path}"
                    assert not response.changed or "key" not in address.parameters, f"{method} {path}"
    assert seen == is_read


def public_examples() -> Iterator[str]:
    """An address of each kind of page, file and route of the API, in English and today."""
    register = register_of(standpoint())
    for kind in PAGES.values():
        named = list(kind.every(register))
        of = next((one for one in named if one.get("iso3") == "CUB"), named[len(named) // 2])
        yield Address(kind.route, kind.make, kind.name).filled(of)
    filled = {"iso3": "CUB", "key": "CUB", "rest": "nothing", "name": "states.csv", "suffix": "json", "table": "states"}
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
        body = b"".join(anonymous.streaming_content) if anonymous.streaming else anonymous.content
        for word in marked.values():
            assert word.encode() not in body, path
        for client in clients:
            response = client.get(path)
            told = b"".join(response.streaming_content) if response.streaming else response.content
            assert told == body, path
        for method in ("post", "put", "patch", "delete"):
            if method == "post" and path.endswith("/reconcile"):
                continue  # its questions are posted, as the standard of reconciliation has it; they change nothing
            refused = getattr(clients[0], method)(path)
            assert refused.status_code in (308, 404, 405), f"{method} {path}"  # 308: to the address without a slash
