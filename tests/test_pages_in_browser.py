"""Each kind of page in a real browser: axe finds nothing, the smallest screen is enough, and so is the keyboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from accede.publishing.languages import LANGUAGES
from accede.publishing.pages import PAGES

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendored" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
IN_ARABIC = [
    "target-size",
    "scrollable-region-focusable",
    "html-lang-valid",
    "valid-lang",
    "document-title",
    "link-name",
]
"""Rules whose answer can differ where the words and their direction do; colours are those of the English page."""
FIND = """async ([rules, exclude]) => {
  const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const runOnly = rules ? {type: "rule", values: rules} : {type: "tag", values: wcag};
  const {violations} = await axe.run({include: [["html"]], exclude}, {runOnly, resultTypes: ["violations"], elementRef: false});
  const told = (id) => ({html, failureSummary}) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`;
  return violations.flatMap(({id, nodes}) => nodes.map(told(id)));
}"""
MORE_OF_THE_SAME = [["tbody tr:nth-child(n+12)"], ["svg.picture a:nth-of-type(n+30)"]]
"""Left out: rows and tiles like those before them."""
STOPS = """(within) => [...document.querySelector(within ?? "html").querySelectorAll(
  "a[href], button, input, select, summary, [tabindex]")].filter(
  (one) => one.tabIndex >= 0 && one.type !== "hidden" && one.checkVisibility({visibilityProperty: true}))"""
WATCH = f"""(within) => {{
  const stops = ({STOPS})(within);
  window.reached = new Set(); window.unseen = [];
  document.addEventListener("focusin", ({{target}}) => {{
    window.reached.add(target);
    const {{outlineStyle, outlineWidth}} = getComputedStyle(target);
    const box = target.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 1 || !inside) window.unseen.push(target.outerHTML.slice(0, 160));
  }});
  window.stops = stops;
  return stops.length + 5 * stops.filter((one) => one.type === "date").length;
}}"""
FIRST, LAST = 16, 6
"""Stops that are walked to from the beginning of what a page has of its own, and at its end; of one page, all."""
OF_DATES = 10
"""Presses more, for the parts of the dates among them."""
WALKED_WHOLE = "joining"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
WIDTH = "document.documentElement.scrollWidth"


ASKED = {
    "search for words": "/search/?q=mines",
    "narrowed": "/states/?standing=withdrawn&region=African-States",
    "of a past day": "/on/2018-08-21/states/KOR/",
    "to try the API": "/api/v1/docs",
}
"""Pages that look otherwise because of what they are asked; the last has one language."""
SEEN = [*PAGES, *ASKED]


@pytest.fixture(scope="module")
def examples(examples):
    """And those."""
    return {**examples, **ASKED}


def looked_at(page, rules, exclude):
    """What axe finds by these rules, None: by all of the guidelines; it is given to each page once."""
    if not page.evaluate("window.axe !== undefined"):
        page.evaluate(AXE)
    return page.evaluate(FIND, [rules, exclude])


def complaints_of_axe(page, exclude=(), *, dark=False):
    """What axe finds, light and wide or dark and narrow; and what stands beside the smallest screen. Wide and light afterwards."""
    page.set_viewport_size(NARROW if dark else WIDE)
    page.emulate_media(color_scheme="dark" if dark else "light")
    found = looked_at(page, None, list(exclude))
    page.set_viewport_size(NARROW)
    if (width := page.evaluate(WIDTH)) != NARROW["width"]:
        found.append(f"{width} wide on a screen of {NARROW['width']}")
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    return found


@pytest.fixture(scope="module")
def tab(browser, address):
    """One tab for all tests, so that style sheets are fetched once."""
    context = browser.new_context(base_url=address, locale="en-GB", viewport=WIDE)
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(tab, address):
    """The tab; what it asks of another host, or complains of, is a failure."""
    asked, complaints = [], []
    listeners = {
        "request": lambda request: asked.append(request.url),
        "console": lambda message: complaints.append(message.text),
        "pageerror": lambda error: complaints.append(str(error)),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    tab.set_viewport_size(WIDE)
    tab.emulate_media(color_scheme="light", media="screen")
    yield tab
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)
    elsewhere = [url for url in asked if urlsplit(url).netloc not in ("", urlsplit(address).netloc)]
    assert (elsewhere, complaints) == ([], [])


def opened(reader, path, language="en"):
    """Opens the page; where Arabic is not offered yet, the English one is written from right to left."""
    offered = language in LANGUAGES and not path.startswith("/api/")
    reader.goto(f"/{language}{path}" if offered and language != "en" else path)
    if language == "ar" and not offered:
        reader.evaluate("document.documentElement.dir = 'rtl'")


@pytest.mark.parametrize("kind", SEEN)
def test_a_page_is_for_everybody(reader, examples, kind):
    """Opened once. Axe finds nothing, and the smallest screen is wide enough; then what is printed, and the way by keyboard.

    Every other page is looked at dark and narrow: they have one style sheet. `long` looks at each in both ways.
    """
    opened(reader, examples[kind])
    assert complaints_of_axe(reader, MORE_OF_THE_SAME, dark=SEEN.index(kind) % 2 == 1) == []
    if kind in PAGES and not kind.startswith("embed"):
        in_print_there_is_the_page_its_day_and_its_address_and_nothing_to_press(reader)
    if kind in PAGES:
        the_keyboard_reaches_everything_and_shows_where_it_is(reader, whole=kind == WALKED_WHOLE)


@pytest.mark.long
@pytest.mark.parametrize("kind", SEEN)
def test_a_page_is_whole_for_everybody(reader, examples, kind):
    """Light and dark, every row of it, and every stop of the keyboard."""
    opened(reader, examples[kind])
    assert complaints_of_axe(reader) == []
    assert complaints_of_axe(reader, dark=True) == []
    if kind in PAGES:
        the_keyboard_reaches_everything_and_shows_where_it_is(reader, whole=True)


def in_print_there_is_the_page_its_day_and_its_address_and_nothing_to_press(reader):
    reader.emulate_media(media="print")
    seen = "(name) => [...document.querySelectorAll(name)].filter((one) => one.checkVisibility()).length"
    assert reader.evaluate(seen, "nav, form, button, .skip, .past") == 0
    assert "nformation as of" in reader.inner_text(".printed")
    assert reader.evaluate(seen, "h1") == 1
    reader.emulate_media(media="screen")


def the_keyboard_reaches_everything_and_shows_where_it_is(reader, *, whole):
    """The key is held down. What is above and below is the same on every page; on a long one the first stops and the last ones:
    between them is more of the same."""
    stops = reader.evaluate(WATCH, None if whole else "main")
    is_long = stops > FIRST + LAST + 2 * OF_DATES
    if not whole and stops:
        reader.evaluate("{ const before = document.querySelector('main'); before.tabIndex = -1; before.focus(); }")
    for _ in range(FIRST + OF_DATES if is_long and not whole else stops):
        reader.keyboard.down("Tab")
    if is_long and not whole:
        reader.evaluate(f"stops.at(-{LAST}).focus()")
        for _ in range(LAST + OF_DATES):
            reader.keyboard.down("Tab")
        reader.evaluate(f"stops.splice({FIRST}, stops.length - {FIRST + LAST})")
    reader.keyboard.up("Tab")
    missed = reader.evaluate("stops.filter((one) => !reached.has(one)).map((one) => one.outerHTML.slice(0, 160))")
    assert (reader.evaluate("unseen"), missed) == ([], [])


@pytest.mark.parametrize("kind", SEEN)
def test_neither_is_there_anything_in_arabic(reader, examples, kind):
    """Narrow, what can differ there: the markup is that of the English page. Axe looks at one page in four, `long` at each."""
    in_arabic(reader, examples[kind], looks=SEEN.index(kind) % 4 == 0)


@pytest.mark.long
@pytest.mark.parametrize("kind", SEEN)
def test_nor_in_arabic_on_any_page(reader, examples, kind):
    in_arabic(reader, examples[kind], looks=True)


def in_arabic(reader, path, *, looks):
    reader.set_viewport_size(NARROW)
    opened(reader, path, "ar")
    assert reader.evaluate("document.documentElement.dir") == "rtl"
    assert not looks or looked_at(reader, IN_ARABIC, MORE_OF_THE_SAME) == []
    assert reader.evaluate(WIDTH) == 320
