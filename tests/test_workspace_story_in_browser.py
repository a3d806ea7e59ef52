"""The workspace as each role lives it in real browsers, on both databases: a statement from a file to the paper and the public,
somebody who comes, is shut out, and leaves with a presidency, and files that mean harm.
"""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from accede.paper.tree import Document, Masthead, Paragraph, Run, Section
from accede.reporting.render.pdf import render
from people import PASSWORD, code_now

pytestmark = [pytest.mark.browser, pytest.mark.storage]

MOST = 60
"""Seconds within which what is to be seen is there."""
SAID = "Tonga shares the humanitarian aims of the Convention, and studies what joining it would take."
SPOKEN = Document(
    kind="plain",
    language="en",
    masthead=Masthead(),
    title=(Run("Statement by Tonga"),),
    sections=(
        Section(
            "",
            (),
            tuple(
                Paragraph((Run(text),))
                for text in (
                    "Eighteenth Meeting of the States Parties, 17 November 2020",
                    "Mr President, we thank you for the floor.",
                    SAID,
                    "We wish this meeting well.",
                )
            ),
        ),
    ),
)


@pytest.fixture
def tab_of(desk_of):
    """`tab_of("drafter")` gives a page of a browser in which the drafter is signed in; no script may complain."""
    complaints: list[str] = []

    def tab(role):
        page = desk_of(role, viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(MOST * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        return page

    yield tab
    assert complaints == []


def choose(page, name):
    """Press the button of that name in the page itself."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def reads(page, path, words=SAID):
    """Whether what is at the address says it."""
    answer = page.request.get(path)
    assert answer.status == 200, (path, answer.status)
    return words in answer.text()


def release_all(publisher):
    """Look at what waits for its release, and release it."""
    publisher.goto("/workspace/release/")
    publisher.get_by_role("button", name=re.compile("^Choose")).click()
    publisher.wait_for_url("**/release/look/**")
    told = publisher.locator("main").inner_text()
    publisher.keyboard.press("Control+Enter")
    publisher.wait_for_url("**/workspace/release/")
    assert "released." in publisher.locator(".messages").inner_text()
    return told


def accept_next(reviewer, *words):
    """Take the next thing that waits for review, see these words in it, and accept it."""
    reviewer.goto("/workspace/review/")
    reviewer.keyboard.press("Alt+n")
    reviewer.wait_for_url("**/review/statement/**")
    for said in words:
        assert said in reviewer.locator("main").inner_text()
    reviewer.keyboard.press("Control+Enter")
    reviewer.wait_for_url("**/workspace/review/")


def test_a_statement_goes_from_a_file_to_the_paper_and_the_public(tab_of):
    drafter, reviewer, publisher, member = map(tab_of, ("drafter", "reviewer", "publisher", "member"))

    # A paper in work, from what is accepted.
    drafter.goto("/workspace/papers/new/status/")
    drafter.get_by_label("Meeting").select_option("18MSP")
    drafter.get_by_label("Information as of").fill("2020-11-20")
    drafter.get_by_label("what is accepted").check()
    drafter.keyboard.press("Control+Enter")
    drafter.wait_for_url("**/papers/draft/**")
    paper = drafter.url
    in_paper = paper.replace("/draft/", "/file/md/")

    # Its passage is marked in the file, and recorded.
    drafter.goto("/workspace/")
    drafter.get_by_role("link", name="Sources", exact=True).click()
    drafter.get_by_role("link", name="Keep a source").click()
    file = {"name": "statement.pdf", "mimeType": "application/pdf", "buffer": render(SPOKEN)}
    drafter.get_by_label("File", exact=True).set_input_files(file)
    drafter.keyboard.press("Control+Enter")
    drafter.wait_for_url("**/recording/from/**")
    drafter.get_by_text(SAID).click(click_count=3)
    drafter.locator(".codes .kept").first.wait_for()
    typed = {name: drafter.locator(f"#recording [name={name}]").input_value() for name in ("text", "state", "occasion")}
    assert typed == {"text": SAID, "state": "TON", "occasion": "18MSP"}
    drafter.keyboard.press("Control+Enter")
    key = drafter.locator(".messages a").inner_text()
    assert not reads(drafter, in_paper)

    # A second person accepts it: it is in the paper, and in nothing that others read.
    accept_next(reviewer, SAID)
    assert reads(drafter, in_paper)
    assert not reads(member, "/workspace/states/TON/")
    assert not reads(member, "/states/TON/")
    release_all(publisher)
    assert reads(member, "/workspace/states/TON/")
    assert reads(member, "/states/TON/")

    # It is superseded: everybody reads how it was cited until then, until that is accepted and released too.
    drafter.goto(f"/workspace/records/statement/{key}")
    drafter.get_by_role("link", name="Correct").click()
    drafter.locator("[name=citation]").fill("Statement of Tonga to the 18MSP")
    drafter.locator("[name=reason]").fill("cited as the list of documents has it")
    drafter.keyboard.press("Control+Enter")
    drafter.wait_for_url("**/records/statement/**")
    accept_next(reviewer, "cited as the list of documents has it")
    assert not reads(member, "/states/TON/", "Statement of Tonga to the 18MSP")
    assert "cited as the list of documents has it" in release_all(publisher)
    assert reads(member, "/states/TON/", "Statement of Tonga to the 18MSP")
    assert reads(member, "/corrections/", "cited as the list of documents has it")

    # How a paper is cleared, sealed and released: test_workspace_papers_in_browser.


def sign_in(page, name, password=PASSWORD):
    """Type the name and the password."""
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    choose(page, "Sign in")


def test_somebody_comes_is_shut_out_and_leaves_with_the_presidency(tab_of, browser, office):
    administrator = tab_of("administrator")
    administrator.goto("/workspace/administration/accounts/invite/")
    administrator.get_by_label("Address for mail").fill("kari@example.org")
    administrator.locator("[name=roles][value=clearer]").check()
    administrator.get_by_label("Presidency that the roles belong to").fill("Norway 2026")
    administrator.keyboard.press("Control+Enter")
    link = administrator.get_by_label("The link").input_value()

    # An account with a second factor, without which there is no way in.
    context = browser.new_context(base_url=office, locale="en-GB")
    kari = context.new_page()
    kari.set_default_timeout(MOST * 1000)
    kari.goto(link)
    kari.get_by_label("Username").fill("kari")
    kari.get_by_label("Password", exact=True).fill(PASSWORD)
    kari.get_by_label("Password, once more").fill(PASSWORD)
    choose(kari, "Make the account")
    kari.goto("/workspace/papers/")
    assert "/second-factor/" in kari.url
    kari.get_by_role("link", name="Set up an application").click()
    kari.get_by_label("Code").fill(code_now(kari.locator("code.key").inner_text()))
    choose(kari, "Use it")
    kari.wait_for_url("**/recovery-codes/")
    ways_in = kari.locator(".codes li").all_inner_texts()
    kari.get_by_role("link", name="To the desk").click()
    kari.get_by_role("link", name="Papers", exact=True).wait_for()
    assert kari.get_by_role("link", name="Release", exact=True).count() == 0
    kari.get_by_role("button", name="Sign out").click()

    # Five failures close the name; an administrator opens it.
    for _ in range(5):
        kari.goto("/workspace/")
        sign_in(kari, "kari", "not her password")
    assert kari.get_by_role("heading", level=1).inner_text() == "Wait half an hour"
    kari.goto("/workspace/")
    sign_in(kari, "kari")
    assert kari.get_by_role("heading", level=1).inner_text() == "Wait half an hour"
    administrator.goto("/workspace/administration/accounts/of/kari/")
    choose(administrator, "Let in after failed sign-ins")
    kari.goto("/workspace/")
    sign_in(kari, "kari")
    kari.get_by_label("Code").fill("000000")
    choose(kari, "Go on")
    kari.get_by_label("Code").fill(ways_in[0])
    choose(kari, "Go on")
    kari.wait_for_url("**/workspace/")

    # She says something; the presidency ends, and with it her way in. What she said stays.
    kari.goto("/workspace/states/LAO/")
    choose(kari, "Looked, nothing new")
    kari.get_by_text("kari").first.wait_for()
    administrator.goto("/workspace/administration/accounts/")
    administrator.get_by_role("link", name="Hand over: end the presidency Norway 2026").click()
    for box in administrator.get_by_role("checkbox").all():
        box.check()
    administrator.get_by_label("Why it ends").fill("Hand-over at the 24MSP")
    choose(administrator, "End the presidency")
    assert "Its records stay." in administrator.locator(".messages").inner_text()
    kari.goto("/workspace/")
    sign_in(kari, "kari")
    assert kari.get_by_role("heading", level=1).inner_text() == "No entry"
    context.close()
    reviewer = tab_of("reviewer")
    reviewer.goto("/workspace/review/")
    assert "kari" in reviewer.locator("main").inner_text()


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"""<!doctype html><title>Position</title><script>alert(2)</script><p onclick="alert(3)">Tonga studies the matter.</p>
<img src=x onerror=alert(4)>"""


def bomb():
    """A Word file of a few hundred kilobytes that unpacks to two hundred megabytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(200):
                part.write(bytes(1024 * 1024))
    return buffer.getvalue()


def give(page, tmp_path, name, content):
    """Upload a file past what the page itself would say against it."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    page.goto("/workspace/sources/new/")
    page.locator("#upload").evaluate("form => { form.noValidate = true; }")
    page.get_by_label("Title").evaluate("field => { field.value = 'What I typed'; }")
    page.get_by_label("File", exact=True).set_input_files(path)
    page.keyboard.press("Control+Enter")


def test_files_that_mean_harm_are_refused_or_read_as_words(tab_of, tmp_path):
    page = tab_of("drafter")
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(300 * 1024 * 1024)
    for name, content, told in (
        ("chart.svg", SVG, "a picture"),
        ("paper.pdf", SVG, "a picture"),
        ("paper.docx", b"MZ\x90\x00" + bytes(range(256)) * 8, "a program"),
        ("bomb.docx", bomb(), "unpacks to more than the 200 MB"),
        ("large.pdf", None, "more than 50 MB"),
    ):
        give(page, tmp_path, name, content)
        assert told in page.locator(".errorlist").inner_text()
        assert page.get_by_label("Title").input_value() == "What I typed"
    give(page, tmp_path, "position.html", HTML)
    page.wait_for_url("**/recording/from/**")
    page.get_by_text("Tonga studies the matter.").click()
    assert page.locator("#kept-text script, #kept-text img, #kept-text [onclick]").count() == 0
