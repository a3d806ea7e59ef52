"""What any stranger tries first: forms without our token, addresses of other places, scripts in every field.

It walks the table of addresses and the forms of every page, so that a new page is tried too.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import lxml.etree
import lxml.html
import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

from accede.accounts.actor import operator
from accede.accounts.models import User
from accede.accounts.policy import Role
from accede.evidence.queries import roll_calls
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import RollCall, Statement
from accede.records.current import current
from accede.records.models import MODEL_OF_FACT, SourceVersion
from accede.records.reference import Reference
from accede.records.release import release
from accede.records.review import accept, comment
from accede.records.values import View
from accede.vocabulary.statements import TextKind
from accede.workspace.screens import Rule
from people import BEGUN, PASSWORD
from test_authorization import EXAMPLES, IN_WORKSPACE, PUBLIC, public_examples

pytestmark = pytest.mark.usefixtures("register")

SCRIPT = "<script>zqx()</script><img src=x onerror=zqx()>\"'><svg/onload=zqx()>"
AWAY = (
    "https://zq.example/",
    "//zq.example/",
    "/\\zq.example",
    "javascript:zqx()",
    "https:zq.example",
    "\\\\zq.example",
)
TEXTS = ("text", "search", "email", "url", "textarea")


@pytest.fixture
def everything(client_of, people) -> Client:
    """Somebody with every role: who is let in everywhere."""
    model = people["administrator"].terms.model
    told = {"starts": BEGUN, "granted_by": "operator", "granted_at": datetime(2018, 1, 1, tzinfo=UTC)}
    model.objects.bulk_create(
        model(user=people["administrator"], role=role.value, **told) for role in Role if role is not Role.ADMINISTRATOR
    )
    return client_of("administrator")


@dataclass
class Form:
    """A form of a page, with what a browser would send."""

    page: str
    action: str
    method: str
    values: dict[str, str | list[str]]
    texts: tuple[str, ...]
    names: frozenset[str]


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def pages(client: Client) -> Iterator[tuple[str, bytes]]:
    """Every HTML page that the person gets at an address of the workspace, looked at for what must be around it."""
    for address in IN_WORKSPACE:
        path = address.filled(EXAMPLES)
        if "/sign-out/" in path:
            continue
        response = client.get(path)
        assert response.status_code < 500, path
        if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
            continue
        shown = body(response)
        if not shown:
            continue  # a part of a page that has nothing to say
        sealed(response, path)
        yield path, shown


def sealed(response, path: str) -> None:
    """Kept by nobody, and kept to what it brings itself."""
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy, path
    assert "default-src 'none'" in policy, path
    assert "base-uri 'none'" in policy, path
    assert response["X-Content-Type-Options"] == "nosniff", path
    assert response["Referrer-Policy"] == "same-origin", path
    assert "no-store" in response["Cache-Control"], path


def forms(path: str, shown: bytes) -> Iterator[Form]:
    """The forms of a page; of those that lead to one kind of address, the first."""
    found: set[tuple[str, str]] = set()
    for form in lxml.html.fromstring(shown).forms:
        kind = form.method.lower(), resolve(urlsplit(form.action or path).path or path).view_name
        if kind in found:
            continue
        found.add(kind)
        values: dict[str, str | list[str]] = {}
        for name, value in form.form_values():
            values.setdefault(name, value or "")
        texts = tuple(
            field.name
            for field in form.inputs
            if field.name and (field.tag == "textarea" or getattr(field, "type", "") in TEXTS)
        )
        names = frozenset(field.name for field in form.inputs if field.name)
        yield Form(path, form.action or path, form.method.lower(), values, texts, names)


MORE = {
    "is_staff": "1",
    "is_superuser": "1",
    "is_active": "0",
    "username": "zq",
    "role": "administrator",
    "roles": "administrator",
    "recorded_by": "zq",
    "version": "99",
    "user": "1",
    "digest": "0",
}
"""Fields that no form has, for whoever hopes that they are taken all the same."""


def test_every_form_takes_hostile_words_as_words_and_nothing_more(everything, people):
    """Each form of each page is sent with markup in every text field, and with more fields than it has.

    Every page is sealed before and after, each form has our token, nobody is fetched, nothing is gained.
    """
    sent, of_others = 0, [user for role, user in people.items() if role != "administrator"]
    with listening() as (place, came):
        for path, shown in list(pages(everything)):
            for form in forms(path, shown):
                assert form.method == "get" or form.values.get("csrfmiddlewaretoken"), f"{path}: {form.action}"
                if "/account/" in form.action or "/lock/" in form.action or not (form.texts or form.method == "post"):
                    continue
                words = {name: place if "url" in name or "address" in name else SCRIPT for name in form.texts}
                more = {name: value for name, value in MORE.items() if name not in form.names}
                answer = getattr(everything, form.method)(
                    form.action.partition("#")[0], {**more, **form.values, **words}
                )
                assert answer.status_code < 500, f"{form.action}: {form.values}"
                if answer.get("Content-Type", "").startswith("text/html") and answer.status_code == 200:
                    harmless(body(answer), form.action)
                sent += 1
    assert sent > 20
    assert came == []
    for path, shown in pages(everything):
        harmless(shown, path)
    assert not User.objects.filter(username="zq").exists()
    assert not User.objects.filter(is_superuser=True).exists()
    for user in of_others:
        assert {term.role for term in user.terms.all()} == {user.username}


KEPT_AS_THEY_ARE = {
    "treaty", "state", "iso3", "occasion", "language", "kept_sha256", "statement", "regional_group", "sub_region",
    "definition", "m49", "successor", "symbol", "about_state", "reply_to", "form", "via", "since", "until",
}  # fmt: skip
"""Fields that name another record or a code: other words in them are refused, or lead nowhere."""
NOT_TYPED = {"edition", "paperplan", "proseblock", "clearance", "treaty", "state"}
"""What is made of other records or read from a file, which refuses what it does not know; papers have their own forms."""


def hostile_records(place: str) -> dict[str, str]:
    """A record of each kind with markup in every text of it, accepted and released, commented and corrected: kind to key."""
    ana, ben = operator("ana"), operator("ben")
    now = View(as_of=date.max, known_on=datetime.now(UTC))
    made: dict[str, str] = {}
    for model in sorted(MODEL_OF_FACT.values(), key=lambda model: model is not SourceVersion):
        kind = model.record_kind()
        held = (roll_calls(now) if model.fact is RollCall else current(model, now)) if kind not in NOT_TYPED else []
        if not held:
            continue
        fact = held[0].fact
        texts = {each.name for each in fields(fact) if isinstance(getattr(fact, each.name), str)} - KEPT_AS_THEY_ARE
        texts = {name for name in texts if type(getattr(fact, name)) is str}
        changed = replace(fact, **{name: place if name == "url" else SCRIPT for name in texts})
        if isinstance(changed, Statement):
            changed = replace(changed, text_kind=TextKind.REPORTED)
        key, source = f"zq/{kind}", "" if kind == "source" else "zq/source"
        record(ana, key, changed, source=source, locator=SCRIPT)
        first = Reference(kind, key, 1)
        comment(ben, first, text=SCRIPT)
        accept(ben, [first])
        release(ana, [first])
        supersede(ana, key, changed, expected_version=1, reason=SCRIPT, source=source, locator=SCRIPT)
        accept(ben, [Reference(kind, key, 2)])
        release(ana, [Reference(kind, key, 2)])
        made[kind] = key
    return made


def test_hostile_words_that_are_held_stay_words_everywhere(everything):
    """What was recorded all the same, by whatever way, is read on every page, in every feed and file; nobody is fetched."""
    with listening() as (place, came):
        made = hostile_records(place)
        assert len(made) > 10
        seen = set()
        for address in IN_WORKSPACE:
            by_record = {"kind", "key"} <= set(address.parameters)
            for kind, key in made.items() if by_record else [("source", "zq/source")]:
                path = address.filled({**EXAMPLES, "kind": kind, "key": key})
                if "/sign-out/" in path:
                    continue
                answer = everything.get(path)
                assert answer.status_code < 500, path
                if answer.get("Content-Type", "").startswith("text/html") and (shown := body(answer)):
                    harmless(shown, path)
                    seen |= {path} if b"zqx()" in shown else set()
        assert len(seen) > 2 * len(made)
        published = 0
        for path in public_examples():
            answer = Client().get(path if path.startswith("/") else f"/{path}")
            kind, shown = answer.get("Content-Type", ""), body(answer)
            published += b"zqx()" in shown
            if not shown:
                continue  # it leads to another address
            if kind.startswith("text/html"):
                harmless(shown, path)
            elif "xml" in kind:
                lxml.etree.fromstring(shown)
            assert answer.get("X-Content-Type-Options") == "nosniff", path
        assert published > 5
    assert came == []


@contextmanager
def listening() -> Iterator[tuple[str, list[object]]]:
    """A place on this machine, and who came there."""
    came: list[object] = []
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as place:
        place.settimeout(0.2)

        def listen() -> None:
            while not stop.is_set():
                try:
                    came.append(place.accept())
                except TimeoutError:
                    continue

        listener = threading.Thread(target=listen)
        listener.start()
        try:
            yield f"http://127.0.0.1:{place.getsockname()[1]}/", came
        finally:
            stop.set()
            listener.join()


def test_a_form_without_our_token_is_refused(people):
    """Also where the person is signed in: another site's page can send a form, and cannot read our token."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(people["administrator"], backend="django.contrib.auth.backends.ModelBackend")
    for address in IN_WORKSPACE:
        refused = client.post(address.filled(EXAMPLES))
        assert refused.status_code == 403, address.route


def test_nothing_leads_to_another_site(everything):
    """Whatever an address or a form carries as a place to go to afterwards, the answer leads to ours."""
    for number, address in enumerate(IN_WORKSPACE):
        path = address.filled(EXAMPLES)
        for away in (AWAY[number % len(AWAY)], AWAY[1]):
            response = everything.get(path, {"next": away, "to": away})
            assert is_ours(response.get("Location", "")), f"{path} next={away}"
            for header in ("HX-Redirect", "Refresh"):
                assert "zq" not in response.get(header, ""), path
            if "/sign-out/" in path:
                continue
            response = everything.post(path, {"next": away})
            assert is_ours(response.get("Location", "")), f"POST {path} next={away}"


def is_ours(location: str) -> bool:
    parts = urlsplit(location)
    return not parts.netloc and not parts.scheme and not location.startswith(("//", "/\\", "\\"))


def test_after_signing_in_one_stays_here(people):
    for away in AWAY:
        response = Client().post(f"/workspace/account/sign-in/?next={away}", {"login": "drafter", "password": PASSWORD})
        assert is_ours(response.get("Location", "")), away


def harmless(shown: bytes, where: str) -> None:
    tree = lxml.html.fromstring(shown)
    for script in tree.xpath("//script[not(@src)]"):  # data, which no browser runs
        assert script.get("type") in ("application/json", "application/ld+json"), where
    assert not tree.xpath("//@style"), where
    assert not tree.xpath("//style[contains(., 'zqx()')] | //script[@src and contains(., 'zqx()')]"), where
    assert not tree.xpath("//@*[starts-with(name(), 'on')]"), where
    assert not tree.xpath("//img[@src='x']"), where
    for address in tree.xpath("//@href | //@src | //@action | //@formaction"):
        assert not address.strip().lower().startswith(("javascript:", "data:text", "vbscript:")), where


def test_cookies_are_for_us_alone(people):
    client = Client()
    client.get("/workspace/account/sign-in/")
    client.post("/workspace/account/sign-in/", {"login": "drafter", "password": PASSWORD})
    assert {settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME} >= set(client.cookies)
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] in ("Lax", "Strict")


def test_public_addresses_take_nothing(client_of):
    """No address outside of the workspace knows a session or changes anything."""
    client = client_of("administrator")
    for address in PUBLIC:
        assert not isinstance(getattr(address.answer, "rule", None), Rule), address.route
    assert not client.get("/states/").cookies
