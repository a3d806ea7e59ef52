"""Signing in: name and password, then the second factor."""

from datetime import UTC, date, datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accede.accounts.actor import operator
from accede.accounts.lock import unlock
from accede.accounts.models import AccountEntry
from people import PASSWORD, code_now

SIGN_IN = "/workspace/account/sign-in/"
SECOND = "/workspace/account/sign-in/second-step/"
DESK = "/workspace/"


@pytest.fixture(autouse=True)
def _attempts_forgotten():
    cache.clear()


@pytest.fixture
def browser(people):
    """Somebody's, who is not signed in."""
    return Client()


def type_password(client, name="drafter", password=PASSWORD, **further):
    """Send the form of signing in."""
    return client.post(SIGN_IN, {"login": name, "password": password}, **further)


def is_in(client):
    """Whether the desk opens."""
    return client.get(DESK).status_code == 200


def test_the_password_and_then_a_code_open_the_desk(browser):
    asked = browser.get("/workspace/states/")
    assert asked.headers["Location"] == f"{SIGN_IN}?next=/workspace/states/"
    first = browser.post(
        asked.headers["Location"], {"login": "drafter", "password": PASSWORD, "next": "/workspace/states/"}
    )
    assert first.headers["Location"].startswith(SECOND)
    before = browser.session.session_key
    second = browser.post(first.headers["Location"], {"code": code_now()})
    assert second.headers["Location"] == "/workspace/states/"
    assert is_in(browser)
    assert browser.session.session_key != before
    assert AccountEntry.objects.get().happening == "signed_in"


def test_the_password_alone_opens_nothing(browser):
    type_password(browser)
    assert not is_in(browser)
    assert browser.get("/workspace/account/").headers["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize("code", ["000000", "", "12345678", "ABC"])
def test_a_wrong_code_opens_nothing(browser, code):
    type_password(browser)
    assert browser.post(SECOND, {"code": code}).status_code == 200
    assert not is_in(browser)


def test_a_code_is_used_once(browser):
    code = code_now()
    type_password(browser)
    browser.post(SECOND, {"code": code})
    other = Client()
    type_password(other)
    other.post(SECOND, {"code": code})
    assert (is_in(browser), is_in(other)) == (True, False)


def test_the_second_step_is_not_there_without_the_first(browser):
    assert browser.post(SECOND, {"code": code_now()}).headers["Location"].startswith(SIGN_IN)
    assert not is_in(browser)


def test_codes_cannot_be_guessed_for_long(browser):
    type_password(browser)
    for _ in range(5):
        browser.post(SECOND, {"code": "000000"})
    browser.post(SECOND, {"code": code_now()})
    assert not is_in(browser)


@pytest.mark.parametrize("name", ["drafter", "nobody"])
def test_whether_a_name_is_known_is_not_told(browser, name):
    said = type_password(browser, name, "wrong")
    assert said.status_code == 200
    assert "The username and/or password you specified are not correct." in said.content.decode()


@pytest.mark.parametrize("name", ["drafter", "nobody"])
def test_after_five_failures_the_name_is_closed_to_that_address(browser, name):
    for _ in range(5):
        last = type_password(browser, name, "wrong")
    assert last.status_code == 429
    assert "thirty minutes" in last.content.decode()
    assert type_password(browser, name).status_code == 429


def test_other_addresses_and_other_names_stay_open(browser):
    for _ in range(5):
        type_password(browser, password="wrong")
    assert type_password(browser, "reviewer").headers["Location"].startswith(SECOND)
    assert type_password(Client(), REMOTE_ADDR="192.0.2.9").headers["Location"].startswith(SECOND)


def test_it_opens_again_after_half_an_hour_or_when_an_administrator_says_so(browser, people):
    for _ in range(5):
        type_password(browser, password="wrong")
    unlock(operator("operator"), people["drafter"])
    assert type_password(browser).status_code == 302
    for _ in range(5):
        type_password(browser, password="wrong")
    AccessAttempt.objects.update(attempt_time=datetime.now(UTC) - timedelta(minutes=31))
    assert type_password(Client()).status_code == 302


def test_failures_are_logged_without_what_was_typed_for_a_name(browser):
    type_password(browser, "drafter", "wrong")
    type_password(browser, "seven quiet harbours", "wrong")
    told = AccountEntry.objects.order_by("pk").values_list("account", "happening", "address")
    assert list(told) == [("drafter", "refused", "127.0.0.1"), ("", "refused", "127.0.0.1")]


@pytest.mark.parametrize(
    "unsafe",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", "http:///evil.example"],
)
def test_one_goes_on_within_this_site_alone(browser, unsafe):
    browser.post(SIGN_IN, {"login": "drafter", "password": PASSWORD, "next": unsafe})
    assert browser.post(SECOND, {"code": code_now()}).headers["Location"] == DESK


def test_who_has_no_term_of_office_does_not_come_in(browser, people):
    people["drafter"].terms.update(ends=date(2020, 1, 1))
    answered = type_password(browser)
    assert answered.headers["Location"] == "/workspace/account/sign-in/no-entry/"
    assert "term of office" in browser.get(answered.headers["Location"]).content.decode()
    assert browser.post(SECOND, {"code": code_now()}).headers["Location"].startswith(SIGN_IN)


def test_a_locked_account_does_not_come_in(browser, people):
    people["drafter"].is_active = False
    people["drafter"].save()
    type_password(browser)
    assert browser.post(SECOND, {"code": code_now()}).headers["Location"].startswith(SIGN_IN)
    assert not is_in(browser)


def test_signing_out_ends_the_session(client_of):
    client = client_of("drafter")
    key = client.session.session_key
    assert client.post("/workspace/account/sign-out/").headers["Location"] == SIGN_IN
    assert not is_in(client)
    client.cookies["accede"] = key
    assert not is_in(client)


def test_a_form_from_elsewhere_is_not_answered(people):
    client = Client(enforce_csrf_checks=True)
    assert type_password(client).status_code == 403


def test_addresses_that_would_let_people_sign_up_do_not_exist(browser):
    for name in ("account_signup", "account_email", "account_set_password", "account_signup_by_passkey", "mfa_trust"):
        with pytest.raises(Exception, match="not found"):
            reverse(name)
    for path in ("signup/", "sign-up/", "email/", "login/", "social/connections/", "password/set/"):
        assert browser.get(f"/workspace/account/{path}").status_code == 404


def test_public_pages_have_no_session(client_of):
    client = client_of("drafter")
    answered = client.get("/")
    assert not answered.cookies
    assert "Cookie" not in answered.headers.get("Vary", "")
    assert "drafter" not in answered.content.decode()


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(browser):
    type_password(browser)
    browser.post(SECOND, {"code": code_now()})
    cookie = browser.cookies["accede"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert 0 < int(cookie["max-age"]) <= 12 * 3600
