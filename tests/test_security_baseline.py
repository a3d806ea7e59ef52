"""What any stranger tries first: forms without our token, addresses of other places, scripts in every field.

It walks the table of addresses and the forms of every page, so that a new page is tried too.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import lxml.html
import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

from accede.accounts.models import User
from accede.accounts.policy import Role
from accede.workspace.screens import Rule
from people import BEGUN, PASSWORD
from test_authorization import EXAMPLES, IN_WORKSPACE, PUBLIC

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
    assert not tree.xpath("//script[not(@src)][not(@type='application/json')]"), where
    assert not tree.xpath("//@style"), where
    assert not tree.xpath("//*[contains(., 'zqx()')][self::script or self::style]"), where
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
