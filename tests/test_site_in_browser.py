"""What a person does on the real site, in a real browser: find, follow to the source, go to another day, take along."""

from __future__ import annotations

import re
from datetime import date

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["with scripts", "without scripts"])
def desk(request, browser, address):
    """Where somebody sits, with or without scripts; style sheets are fetched once."""
    context = browser.new_context(
        base_url=address, locale="en-GB", accept_downloads=True, java_script_enabled=request.param == "with scripts"
    )
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(desk):
    """One tab for all that is done there."""
    return desk.new_page()


@pytest.fixture
def person(tab):
    """Somebody there; what the browser complains of is a failure."""
    complaints = []
    listeners = {
        "console": lambda message: complaints.append(message.text),
        "pageerror": lambda error: complaints.append(str(error)),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    yield tab
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)
    assert complaints == []


def test_a_state_is_found_by_any_of_its_names(person):
    person.goto("/")
    person.get_by_role("search").get_by_role("searchbox").fill("Maroc")
    person.get_by_role("search").get_by_role("button").click()
    person.get_by_role("main").get_by_role("link", name="Morocco").first.click()
    assert person.get_by_role("heading", level=1).inner_text() == "Morocco"


def test_a_value_leads_to_the_document_it_comes_from(person):
    person.goto("/on/2018-08-21/states/MAR/")
    cited = person.locator("figure.said a.source").first
    number = cited.inner_text().strip("[]")
    cited.click()
    assert person.url.endswith(f"#source-{number}")
    source = person.locator(":target, :target + dd, div:has(> :target) dd").last
    assert "Status of Universalization" in source.inner_text()


def test_from_the_votes_to_a_roll_call_and_to_how_a_state_voted(person):
    person.goto("/on/2018-08-21/")
    person.get_by_role("navigation", name="Pages").get_by_role("link", name="Votes").click()
    person.locator(".matrix td a").first.click()
    assert re.search(r"/on/2018-08-21/votes/[\w-]+/", person.url)
    assert "as of 21 August 2018" in person.inner_text("main")


def test_a_filter_is_an_address_that_outlives_another_day(person):
    person.goto("/states/")
    person.get_by_label("Standing").select_option("outside")
    person.locator("form.filters button").click()
    person.wait_for_url("**standing=outside**")
    expect(person.locator("tbody tr")).to_have_count(35)
    person.get_by_label("As of another day").fill("2018-08-21")
    person.locator("footer button").click()
    person.wait_for_url("**/on/2018-08-21/states/?standing=outside")
    expect(person.locator("tbody tr")).to_have_count(33)
    person.locator(".past a").click()
    expect(person.locator("tbody tr")).to_have_count(35)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_same_page_in_another_language_on_the_same_day(person, language):
    person.goto("/on/2018-08-21/states/MAR/")
    person.locator(f".languages a[hreflang={language}]").click()
    assert f"/{language}/on/2018-08-21/states/MAR/" in person.url
    assert person.locator("html").get_attribute("lang") == language
    assert person.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    person.locator(".languages a[hreflang=en]").click()
    assert person.get_by_role("heading", level=1).inner_text() == "Morocco"


def test_a_table_is_taken_along_as_a_workbook(person, tmp_path):
    person.goto("/data/")
    with person.expect_download() as taken:
        person.locator('a[href$="/status.xlsx"]').click()
    taken.value.save_as(tmp_path / "status.xlsx")
    sheet = load_workbook(tmp_path / "status.xlsx").worksheets[0]
    head, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    stands = {row[head.index("state")]: dict(zip(head, row, strict=True)) for row in rows}
    assert sheet.freeze_panes == "A2"
    assert len(stands) == 197
    assert stands["MAR"]["standing"] == "non_signatory"
    assert stands["AFG"]["since"].date() == date(2003, 3, 1)
