"""A roll call pasted in a real browser: an unknown name resolved in place, the preview, one button, and what was recorded."""

from __future__ import annotations

import pytest

from test_pages_in_browser import complaints_of_axe

pytestmark = pytest.mark.browser

SHEET = "State\tVote\nAlbania\tY\nCubaa\tA\nPeru\tY\nTonga\t–"
ABOUT = {
    "Session": "86",
    "Day of the vote": "3 December 2031",
    "Resolution": "A/RES/86/40",
    "Stated in favour": "3",
    "Stated abstentions": "1",
    "Title of the source": "Voting record of A/RES/86/40",
}


REPORTS = "State,Date of submission,Year covered\nPalau,28 April 2031,2030\nAtlantis,2 May 2031,2030\n"


def can_be_used_by_everybody(tab):
    assert complaints_of_axe(tab, dark=True) == []


def test_a_roll_call_is_pasted_resolved_compared_and_recorded(desk_of):
    tab = desk_of("drafter").new_page()
    tab.goto("/workspace/intake/")
    tab.get_by_role("link", name="Paste a roll call").click()
    tab.get_by_label("Pasted text").fill(SHEET)
    tab.get_by_label("Body").select_option("UNGA plenary")
    for label, words in ABOUT.items():
        tab.get_by_label(label, exact=True).fill(words)
    tab.get_by_label("How near the source is to the fact").select_option("United Nations")
    tab.keyboard.press("Control+Enter")
    tab.get_by_label("Cubaa").wait_for()
    can_be_used_by_everybody(tab)
    tab.get_by_label("Cubaa").select_option("Cuba")
    tab.get_by_role("button", name="Read again").click()
    tab.get_by_text("New ballots (4)").wait_for()
    assert "differs by 1" in tab.get_by_role("table").inner_text()
    tab.get_by_label("Stated in favour").fill("2")
    tab.get_by_role("button", name="Read again").click()
    assert "differs" not in tab.get_by_role("table").inner_text()
    tab.get_by_role("button", name="Tick none").click()
    assert not tab.locator("input[name=take]").is_checked()
    tab.get_by_role("button", name="Tick all").click()
    tab.get_by_role("button", name="Record what is ticked").click()
    tab.get_by_text("1 proposal is recorded and waits for review.").wait_for()


def test_the_proposals_of_a_file_can_be_used_by_everybody(desk_of):
    tab = desk_of("drafter").new_page()
    tab.goto("/workspace/intake/")
    file = {"name": "reports.csv", "mimeType": "text/csv", "buffer": REPORTS.encode()}
    tab.get_by_label("Paper, message or table").set_input_files(file)
    tab.get_by_role("button", name="Read it", exact=True).click()
    can_be_used_by_everybody(tab)
    tab.get_by_label("Leave out what is not understood").check()
    tab.keyboard.press("Control+Enter")
    tab.get_by_text("1 proposal is recorded and waits for review.").wait_for()
