"""Every page of the workspace in a real browser: axe finds nothing, light and dark, and the smallest screen is wide enough.

The pages are those of the table of addresses, as somebody with every role sees them.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Error

from test_authorization import EXAMPLES, IN_WORKSPACE
from test_pages_in_browser import MORE_OF_THE_SAME, NARROW, WIDTH, complaints_of_axe
from url_table import Address

pytestmark = pytest.mark.browser

NO_PAGES = ("/account/", "/facts/")
"""The tests of accounts look at their own pages; parts of pages are seen within theirs."""
PAGES = [each for each in IN_WORKSPACE if not any(part in f"/{each.route}" for part in NO_PAGES)]
FURNISHED = """
from datetime import UTC, datetime
from accede.accounts.actor import operator
from accede.accounts.models import Term, User
from accede.accounts.policy import Role
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.records.reference import Reference
from accede.records.review import accept, comment, give_back
from accede.vocabulary.partial_date import PartialDate

begun = datetime(2018, 1, 1, tzinfo=UTC)
person = User.objects.get(username="administrator")
for role in Role:
    if role is not Role.ADMINISTRATOR:
        Term.objects.create(user=person, role=role.value, starts=begun.date(), granted_by="operator", granted_at=begun)
ana, ben = operator("ana"), operator("ben")
for name, state in (("public", "CUB"), ("returned", "CUB"), ("accepted", "LAO"), ("mine", "KOR")):
    looked = Check(treaty="apmbc", state=state, checked=PartialDate.parse("2026-11-01"), note="its ministry's site")
    who = operator("administrator") if name == "mine" else ana
    record(who, f"apmbc/{state}/check/{name}", looked, source="18msp-statement")
comment(ben, Reference("check", "apmbc/CUB/check/public", 1), text="Which of its sites?")
give_back(ben, Reference("check", "apmbc/CUB/check/returned", 1), reason="which of its sites?")
accept(ben, [Reference("check", "apmbc/LAO/check/accepted", 1)])
"""
"""Records at each stage, so that no page is looked at empty."""


@pytest.fixture(scope="module")
def tab(desk_of, workplace):
    """One tab for all pages; what it asks of another host, or complains of, is a failure."""
    desk = desk_of("administrator", viewport={"width": 1280, "height": 800})
    workplace.python(FURNISHED)
    return desk.new_page()


@pytest.fixture
def reader(tab, office):
    complaints: list[str] = []

    def complain(message) -> None:
        if "status of 4" not in message.text:  # what is not there, told by the browser; the page tells it too
            complaints.append(message.text)

    def elsewhere(request) -> None:
        if not request.url.startswith((office, "data:")):
            complaints.append(request.url)

    tab.on("console", complain)
    tab.on("request", elsewhere)
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(color_scheme="light")
    yield tab
    tab.remove_listener("console", complain)
    tab.remove_listener("request", elsewhere)
    assert complaints == []


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.route)
def test_everybody_can_use_the_page(reader, address: Address):
    """Every other page dark and narrow; `long` looks at each in both ways."""
    if is_page(reader, address):
        assert complaints_of_axe(reader, MORE_OF_THE_SAME, dark=PAGES.index(address) % 2 == 1) == []
        assert from_right_to_left(reader) == 320


@pytest.mark.long
@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.route)
def test_everybody_can_use_the_whole_page(reader, address: Address):
    if is_page(reader, address):
        assert complaints_of_axe(reader) == []
        assert complaints_of_axe(reader, dark=True) == []
        assert from_right_to_left(reader) == 320


def is_page(reader, address):
    """Opens it; whether it is a page, and no file, part of a page, or what can only be posted to."""
    try:
        response = reader.goto(address.filled(EXAMPLES))
    except Error:  # a file, or an answer without a body
        return False
    is_whole = response.status == 200 and not response.request.redirected_from
    return is_whole and reader.evaluate("document.doctype !== null")


def from_right_to_left(reader):
    """The width that it takes on a small screen where it is written so."""
    reader.set_viewport_size(NARROW)
    reader.evaluate("document.documentElement.dir = 'rtl'")
    return reader.evaluate(WIDTH)
