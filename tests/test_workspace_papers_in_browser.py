"""A status paper as a presidency writes it: composed, a wrong figure mended, cleared, sealed, public after its release."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from test_pages_in_browser import WIDTH, looked_at

pytestmark = pytest.mark.browser

MOST = 60
"""Seconds within which what is to be seen is there."""


def tab_of(desk_of, role):
    tab = desk_of(role, viewport={"width": 1280, "height": 900}).new_page()
    tab.set_default_timeout(MOST * 1000)
    return tab


def usable(tab):
    """Axe finds nothing, and the smallest screen is wide enough, in both directions."""
    assert looked_at(tab, None, [[".paper tbody tr:nth-child(n+6)"]]) == []
    tab.set_viewport_size({"width": 320, "height": 640})
    assert tab.evaluate(WIDTH) == 320
    tab.evaluate("document.documentElement.dir = 'rtl'")
    assert tab.evaluate(WIDTH) == 320
    tab.evaluate("document.documentElement.dir = 'ltr'")
    tab.set_viewport_size({"width": 1280, "height": 900})


def test_a_paper_is_composed_mended_cleared_sealed_and_public_after_its_release(desk_of):
    drafter = tab_of(desk_of, "drafter")
    complaints: list[str] = []
    drafter.on("console", lambda message: complaints.append(message.text))
    drafter.goto("/workspace/papers/")
    drafter.get_by_role("link", name="Write a paper").click()
    drafter.get_by_role("link", name="Status paper").click()
    drafter.get_by_label("Meeting").select_option("17MSP")
    drafter.get_by_label("Information as of").fill("2018-08-21")
    drafter.keyboard.press("Control+Enter")
    drafter.wait_for_url("**/papers/draft/**")
    paper = drafter.url

    # A wrong figure is marked while it is typed, and nothing is kept yet.
    drafter.locator("#words-introduction > summary").click()
    words = drafter.locator("#introduction")
    words.fill("As of 21 August 2018, 160 States have joined the Convention.")
    drafter.locator(".paper mark.contradicts").first.wait_for()
    assert "1 figure or fact contradicts" in drafter.locator("#beside .opening").inner_text()
    drafter.locator(".findings li.contradicts a").first.click()
    expect(drafter.locator(".paper :target")).to_have_count(1)
    usable(drafter)

    # Mended with a figure of the register.
    words.fill("As of {as_of}, {joined} States have joined the Convention.")
    drafter.locator("#at-introduction").filter(has_text="164 States have joined").wait_for()
    drafter.keyboard.press("Control+Enter")
    drafter.get_by_text("1 place is written.").wait_for()
    assert drafter.locator(".paper mark.contradicts").count() == 0
    assert drafter.get_by_role("button", name="Clear it as it stands").count() == 0

    clearer = tab_of(desk_of, "clearer")
    clearer.goto(paper)
    clearer.get_by_role("button", name="Clear it as it stands").click()
    clearer.get_by_text("A publisher can seal it.").wait_for()
    assert clearer.get_by_role("button", name="Seal").count() == 0

    publisher = tab_of(desk_of, "publisher")
    publisher.goto(paper)
    publisher.get_by_role("button", name="Seal what was cleared").click()
    publisher.wait_for_url("**/papers/edition/**")
    usable(publisher)
    assert "No paper is sealed and released" in publisher.request.get("/papers/").text()
    edition = publisher.url
    publisher.get_by_role("button", name="Release it").click()
    publisher.get_by_role("heading", name="What would be seen").wait_for()
    publisher.locator("form.decide button.first").click()
    publisher.get_by_text("1 record is released.").wait_for()
    publisher.goto(edition)
    publisher.get_by_role("link", name="What the public sees").click()
    assert publisher.locator(".opening").inner_text().startswith("1 paper is sealed and released")

    drafter.goto(paper.replace("/draft/", "/copy/"))
    with drafter.expect_download() as word:
        drafter.evaluate(f"location.assign('{paper.replace('/draft/', '/file/docx/')}')")
    drafter.locator("#copy").set_input_files(word.value.path())
    drafter.get_by_role("button", name="See what changed").click()
    drafter.get_by_text("Nothing was changed in the copy.").wait_for()
    for page in ("plan", "history", "changes"):
        drafter.goto(paper.replace("/draft/", f"/{page}/"))
        usable(drafter)
    assert complaints == []
