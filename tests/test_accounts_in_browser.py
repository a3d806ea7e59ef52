"""Accounts in a real browser: a passkey from an invitation to signing in with it alone; every page is for everybody."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from people import PASSWORD, code_now
from test_pages_in_browser import NARROW, WIDTH, looked_at

pytestmark = pytest.mark.browser

ACCOUNT = "/workspace/account/"


@pytest.fixture(scope="module")
def device(browser, office):
    """A browser on a device that keeps passkeys and knows its owner."""
    context = browser.new_context(base_url=office, locale="en-GB")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    context.close()


@pytest.fixture
def person(device):
    """Who sits there; what the browser complains of is a failure."""
    complaints = []
    device.on("console", lambda message: complaints.append(message.text))
    device.on("pageerror", lambda error: complaints.append(str(error)))
    yield device
    assert complaints == []


def choose(page, name):
    """Press the button of that name in the page itself."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def test_from_an_invitation_to_a_passkey_that_signs_in_alone(person, workplace):
    told = workplace("user", "invite", "kari@example.org", "--role", "member", "--until", "2999-12-31").out
    person.goto(re.search(r"/workspace/account/invitation/\S+", told)[0])
    person.get_by_label("Username").fill("kari")
    person.get_by_label("Password", exact=True).fill(PASSWORD)
    person.get_by_label("Password, once more").fill(PASSWORD)
    choose(person, "Make the account")
    person.get_by_role("link", name="Add a passkey").click()
    person.get_by_label("Name of the passkey").fill("laptop")
    choose(person, "Add a passkey")
    person.wait_for_url("**/recovery-codes/")
    expect(person.locator(".codes li")).to_have_count(10)
    person.get_by_role("link", name="To the desk").click()
    person.get_by_role("heading", level=1).wait_for()

    person.get_by_role("button", name="Sign out").click()
    person.goto("/workspace/states/")
    choose(person, "Sign in with a passkey")
    person.wait_for_url("**/workspace/states/")

    person.get_by_role("button", name="Sign out").click()
    person.get_by_label("Username").fill("kari")
    person.get_by_label("Password").fill(PASSWORD)
    choose(person, "Sign in")
    choose(person, "Use a passkey")
    person.wait_for_url("**/workspace/")

    person.goto(f"{ACCOUNT}second-factor/")
    person.get_by_role("link", name="Rename laptop").click()
    person.get_by_label("Name").fill("office laptop")
    choose(person, "Keep the name")
    person.get_by_role("link", name="Remove office laptop").click()
    choose(person, "Remove the passkey")
    person.get_by_text("before anything else").wait_for()


PAGES = (
    "",
    "password/",
    "sessions/",
    "confirm/",
    "second-factor/",
    "second-factor/application/",
    "second-factor/passkey/",
    "second-factor/recovery-codes/new/",
)
DOORS = ("sign-in/", "sign-in/no-entry/", "password/forgotten/", "invitation/none/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody_and_fits_a_telephone(desk_of, office, browser, scheme):
    signed_in = desk_of("member", color_scheme=scheme, viewport=NARROW)
    page = signed_in.new_page()
    page.goto(f"{ACCOUNT}confirm/code/?next={ACCOUNT}")
    page.get_by_label("Code").fill(code_now()) if scheme == "light" else page.goto(f"{ACCOUNT}confirm/?next={ACCOUNT}")
    if scheme == "dark":
        page.get_by_label("Password").fill(PASSWORD)
    choose(page, "Confirm")
    assert page.url.endswith(ACCOUNT)
    for path in PAGES[scheme == "dark" :: 2]:
        _look_at(page, f"{ACCOUNT}{path}")
    stranger = browser.new_context(base_url=office, color_scheme=scheme, viewport=NARROW)
    page = stranger.new_page()
    for path in DOORS[scheme == "dark" :: 2]:
        _look_at(page, f"{ACCOUNT}{path}")
    stranger.close()


def _look_at(page, path):
    """No rule of axe is broken, and nothing is cut off. Half the pages are light, half dark: they have one style sheet."""
    page.goto(path)
    assert looked_at(page, None, []) == [], path
    assert page.evaluate(WIDTH) <= NARROW["width"], path
