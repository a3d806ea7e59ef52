"""A statement from an uploaded PDF in a real browser: its passage is marked, its proposals looked at, and it is recorded."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from test_pages_in_browser import complaints_of_axe

pytestmark = pytest.mark.browser

LAST = "Our accession is deferred until the conflict over our territory ends."
PAPER = f"""<!doctype html><html lang="en"><head><title>Statement by Morocco</title></head><body>
<h1>Statement by Morocco</h1><p>Sixteenth Meeting of the States Parties, Vienna, 19 December 2017</p>
<p>Mr President, we thank the Government of Austria for its hospitality.</p>
<p>My delegation shares the humanitarian objectives of the Convention. We declared a moratorium on use.</p>
<p>{LAST}</p></body></html>"""
MOST = 12
"""Keys and clicks, beyond the text itself, from the upload page to the recorded statement; ten do."""
COUNT = """for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => {
  sessionStorage.touches = Number(sessionStorage.touches || 0) + 1;
}, true);"""
"""The page counts them itself: of Ctrl+Enter both keys, of a drag the one press."""


@pytest.fixture(scope="module")
def paper(desk_of, tmp_path_factory):
    """A PDF as any office prints it."""
    page = desk_of("member").new_page()
    page.set_content(PAPER)
    path = tmp_path_factory.mktemp("paper") / "statement.pdf"
    page.pdf(path=path, tagged=True)
    return path


class Hands:
    """A person at the page; `touches` is what the page felt, and what was pressed in the dialog that chooses a file."""

    def __init__(self, page) -> None:
        self.page, self.in_dialogs = page, 0

    @property
    def touches(self) -> int:
        return int(self.page.evaluate("sessionStorage.touches || 0")) + self.in_dialogs

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def choose(self, path) -> None:
        with self.page.expect_file_chooser() as chooser:
            self.page.locator("input[type=file]").click()
        self.in_dialogs += 2  # the file, and "Open"
        chooser.value.set_files(path)

    def write(self, name: str, words: str) -> None:
        """Click into a field, and type: only the click is felt."""
        self.page.locator(f"#recording [name={name}]").click()
        self.page.keyboard.insert_text(words)

    def mark(self, first: str, last: str) -> None:
        """Drag the mouse from the beginning of some words to the end of others."""
        box = self.page.evaluate(PLACE, [first, last])
        self.page.mouse.move(*box[0])
        self.page.mouse.down()
        self.page.mouse.move(*box[1], steps=4)
        self.page.mouse.up()


PLACE = """([first, last]) => {
  const at = (words, end) => {
    const node = [...document.querySelectorAll(".words")].find((one) => one.textContent.includes(words)).firstChild;
    const range = document.createRange();
    const start = node.textContent.indexOf(words);
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    const boxes = range.getClientRects();
    const box = boxes[end ? boxes.length - 1 : 0];
    return [end ? box.right - 1 : box.left + 1, box.top + box.height / 2];
  };
  return [at(first, false), at(last, true)];
}"""


@pytest.fixture
def page(desk_of):
    tab = desk_of("drafter", viewport={"width": 1280, "height": 900}).new_page()
    tab.add_init_script(COUNT)
    complaints: list[str] = []
    tab.on("console", lambda message: "409" in message.text or complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    assert complaints == []
    tab.close()


def value(page, name: str) -> str:
    return page.locator(f"#recording [name={name}]").input_value()


def test_from_a_pdf_to_a_recorded_statement_in_a_few_keys(page, paper):
    page.goto("/workspace/sources/new/")
    hands = Hands(page)
    hands.choose(paper)
    hands.press("Control+Enter")
    page.wait_for_url("**/workspace/recording/from/**")
    hands.mark("We declared", "moratorium on use.")
    page.locator(".codes .kept").first.wait_for()
    assert value(page, "text") == "We declared a moratorium on use."
    assert (value(page, "state"), value(page, "occasion"), value(page, "said")) == ("MAR", "16MSP", "19 December 2017")
    assert value(page, "page") == "1"
    hands.press("Alt+a")
    assert page.locator(".codes .kept input").first.is_checked()
    hands.press("Control+Enter")
    page.locator(".messages").wait_for()
    assert hands.touches == 10 <= MOST
    told = page.locator(".messages a")
    assert told.inner_text().startswith("apmbc/MAR/statement/")
    assert value(page, "text") == ""
    # The next passage, by the keyboard: the paragraph behind the one that was recorded has the focus.
    hands.press("Enter")
    expect(page.locator("#recording [name=text]")).to_have_value(LAST)
    hands.write("citation", "As we cite it: ")
    page.locator("#kept-text [tabindex='0']").click()
    hands.press("Shift+ArrowUp")
    hands.press("Enter")
    expect(page.locator("#recording [name=text]")).to_have_value(re.compile("humanitarian"))
    assert "As we cite it" in value(page, "citation")
    page.locator("#draft-state").get_by_text("Kept as a draft").wait_for()
    hands.press("Control+Enter")
    page.locator(".messages").wait_for()
    assert hands.touches == 10 + 8
    look_at(page)
    source = page.locator(".opening a").get_attribute("href")
    page.goto(page.locator(".messages a").get_attribute("href"))
    assert "As we cite it" in page.content()
    page.goto(source)
    expect(page.locator(".paragraph.recorded")).to_have_count(2)
    look_at(page)


def look_at(page) -> None:
    """Everybody can use the page: axe finds nothing, and the smallest screen is wide enough."""
    assert complaints_of_axe(page) == []


def test_what_cannot_be_taken_is_told(page, paper):
    page.goto("/workspace/sources/new/")
    page.locator("input[type=file]").set_input_files(paper)
    page.keyboard.press("Enter")
    page.locator(".paragraph").first.wait_for()
    page.route("**/proposals/**", lambda route: route.fulfill(status=409, body="no"))
    page.keyboard.press("Enter")
    page.get_by_text("could not be taken").wait_for()


def test_the_same_file_is_found_again_and_one_too_large_is_told_before_it_is_sent(page, paper, tmp_path):
    page.goto("/workspace/sources/new/")
    page.locator("input[type=file]").set_input_files(paper)
    page.keyboard.press("Enter")
    page.get_by_text("kept already").wait_for()
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    page.goto("/workspace/sources/new/")
    page.locator("input[type=file]").set_input_files(large)
    assert "more than 50 MB" in page.locator("input[type=file]").evaluate("input => input.validationMessage")
