"""A backup from the workspace, as an administrator makes it in a browser."""

from __future__ import annotations

import zipfile

import pytest

from people import PASSWORD

pytestmark = pytest.mark.browser


def test_a_backup_is_asked_for_watched_and_taken_away(desk_of, workplace, tmp_path):
    page = desk_of("administrator", viewport={"width": 360, "height": 740}).new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto("/workspace/administration/")
    page.get_by_role("navigation", name="Administration").get_by_role("link", name="Backups").click()
    page.get_by_role("button", name="Make a backup now").click()
    page.wait_for_url("**/workspace/jobs/*/")
    assert "waiting" in page.locator("#job").inner_text()
    assert "Nobody works" in page.locator("#job").inner_text()
    assert workplace("work", "--once").code == 0
    page.get_by_text("up to audit entry").wait_for()  # told by itself
    assert page.locator("#job .stage").inner_text() == "done"
    page.get_by_role("link", name="Backups").click()
    page.get_by_role("link", name="Take it away").click()
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_download() as taken:
        page.locator("main form button").first.click()
    file = tmp_path / "backup.zip"
    taken.value.save_as(file)
    assert "manifest.json" in zipfile.ZipFile(file).namelist()
    page.goto("/workspace/administration/accounts-log/")
    assert "taken away" in page.inner_text("main")
    page.goto("/workspace/administration/treaties/of/apmbc/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_label("The file (TOML)").fill('key = "apmbc"')
    page.get_by_role("button", name="Look it through").click()
    assert "apmbc.toml: depositary" in page.inner_text(".errorlist")
    page.close()
    assert [each for each in complaints if "status of 4" not in each] == []
