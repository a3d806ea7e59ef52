"""The server that `accede serve` starts, and its pages in a real browser."""

import re
import signal
import subprocess
import urllib.error
import urllib.request

import pytest

from program import Program


def test_it_says_where_it_is_and_answers(address):
    with urllib.request.urlopen(f"{address}on/2018-08-21/") as page:
        assert "164 States have joined" in page.read().decode()


def test_it_serves_the_style_sheet_to_be_kept(address):
    with urllib.request.urlopen(f"{address}static/publishing/accede.css") as style:
        assert style.headers["Content-Type"].startswith("text/css")
        assert "max-age" in style.headers["Cache-Control"]


def test_a_name_it_does_not_have_is_refused(address):
    asked = urllib.request.Request(address, headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)
    assert refused.value.code == 400


def test_a_port_that_is_taken_is_told_in_one_sentence(address, prepared):
    done = prepared("serve", "--port", address.strip("/").rpartition(":")[2])
    assert done.code == 2
    assert "--port" in done.sentence


def test_it_shows_what_was_recorded_meanwhile(program: Program):
    server = program.start("serve", "--port", "0", "--no-work", stdout=subprocess.PIPE)
    try:
        address = re.search(r"http://[\d.:]+/", server.stdout.readline())[0]
        with urllib.request.urlopen(address) as page:
            before = page.read().decode()
        program.python(
            "from accede.accounts.actor import operator\n"
            "from accede.evidence.record import record\n"
            "from accede.records.reference import Reference\n"
            "from accede.records.release import release\n"
            "from accede.records.review import accept\n"
            "from accede.register.values import TreatyAction\n"
            "from accede.vocabulary.partial_date import PartialDate\n"
            "from accede.vocabulary.treaty_actions import TreatyActionKind\n"
            "fact = TreatyAction(treaty='apmbc', state='CUB', kind=TreatyActionKind.ACCESSION,"
            " deposited=PartialDate.parse('2026-11-01'))\n"
            "record(operator('ana'), 'apmbc/CUB/accession', fact, source='17msp-status-paper')\n"
            "joined = [Reference('treatyaction', 'apmbc/CUB/accession', 1)]\n"
            "accept(operator('ben'), joined)\n"
            "release(operator('ana'), joined)"
        )
        with urllib.request.urlopen(address) as page:
            after = page.read().decode()
    finally:
        server.send_signal(signal.SIGINT)
        ended = server.wait(60)
    assert ended == 0
    assert "162 States have joined" in before
    assert "163 States have joined" in after


@pytest.fixture
def reader(browser, address):
    """A reader with a small screen in the dark, who has switched nothing off; complaints of the browser are failures."""
    context = browser.new_context(
        base_url=address, viewport={"width": 320, "height": 640}, color_scheme="dark", locale="en-GB"
    )
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_from_the_headline_to_a_dossier_and_to_its_source_by_keyboard(reader):
    reader.goto("/on/2018-08-21/")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.textContent") == "To the content"
    reader.get_by_role("region", name="States outside").get_by_role("link", name="Morocco").focus()
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/on/2018-08-21/states/MAR/")
    assert reader.get_by_role("heading", level=1).inner_text() == "Morocco"
    cited = reader.locator("figcaption a.source").first
    number = cited.inner_text()
    cited.press("Enter")
    assert reader.url.endswith(f"#source-{number}")
    assert "Status of Universalization" in reader.locator(f"#source-{number} + dd").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/states/LBN/", "/nothing"])
def test_a_page_fits_the_smallest_screen(browser, address, path):
    page = browser.new_page(base_url=address, viewport={"width": 320, "height": 640})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


@pytest.mark.browser
def test_another_day_can_be_asked_for(reader):
    reader.goto("/states/MAR/")
    reader.get_by_label("As of another day").fill("2003-09-03")
    reader.get_by_role("button", name="Show").click()
    reader.wait_for_url("**/on/2003-09-03/states/MAR/")
    assert "as of 3 September 2003" in reader.inner_text("main")


@pytest.mark.browser
def test_dark_and_print_have_their_own_paper(browser, address):
    page = browser.new_page(base_url=address, color_scheme="dark")
    page.goto("/")
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(colour) == "rgb(22, 22, 20)"
    page.emulate_media(media="print")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    assert not page.get_by_role("button", name="Show").is_visible()
    page.close()
