"""The presidency of 2018 once more, through the pages: contacts, a round of 33 letters in four languages, cleared by another person
and sent to a real mail server; two replies from a real mailbox; meetings; and the status paper that tells all of it by itself.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from email.message import EmailMessage

import pytest

from post_office import MAILBOX, post_office

pytestmark = [pytest.mark.browser, pytest.mark.storage]

MOST = 120
"""Seconds within which what is to be seen is there."""
KEY = "apmbc/round/2018-03-26"
OUTREACH = "/workspace/outreach"
ROUND = f"{OUTREACH}/letters/round/{KEY}"
IN_ENGLISH = "BHR EGY GEO IND IRN ISR LAO LBY FSM MHL MMR MNG NPL PAK PRK KOR SAU SGP SYR TON ARE USA VNM CUB"
LANGUAGES = {
    **dict.fromkeys(IN_ENGLISH.split(), "en"),
    **dict.fromkeys(["ARM", "AZE", "KAZ", "KGZ", "RUS", "UZB"], "ru"),
    **dict.fromkeys(("LBN", "MAR"), "fr"),
    "CHN": "zh",
}
"""The States not party on 26 March 2018, and the languages in which their missions are written to here."""
SHIPPED = (
    "confirmation/apmbc/CHN/confirmation/2018-05-06",
    "confirmation/apmbc/USA/confirmation/2018-05-09",
    "activity/apmbc/reply/CHN/2018-05-06",
    "activity/apmbc/reply/USA/2018-05-09",
    "activity/apmbc/bilateral/2018/KGZ",
    "activity/apmbc/bilateral/2018/LAO",
    "activity/apmbc/bilateral/2018/SAU",
    "activity/apmbc/bilateral/2018/ARE",
    "activity/apmbc/working-group/2018-03-27",
)
"""What the register as shipped holds of that year, beside the letters, which the round takes over."""


def address(iso3):
    return f"mission@{iso3.lower()}.example"


@pytest.fixture(scope="module", autouse=True)
def mail(mail_host):
    """The mail server and our mailbox, set for the program before it starts."""
    with post_office() as office, pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "ACCEDE_SMTP", office.url)
        patch.setitem(os.environ, "ACCEDE_OUTREACH_ADDRESS", MAILBOX)
        patch.setitem(os.environ, "ACCEDE_IMAP", mail_host.url())
        patch.setitem(os.environ, "ACCEDE_MAIL_PER_MINUTE", "6000")
        yield office


@pytest.fixture
def tab_of(desk_of):
    """`tab_of("drafter")` gives a page of a browser in which the drafter is signed in; no script may complain."""
    complaints: list[str] = []

    def tab(role):
        page = desk_of(role, viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(MOST * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield tab
    assert complaints == []


@pytest.fixture
def work(workplace):
    """A process beside the server does what waits, and ends."""

    def done():
        worker = workplace.begin("work", "--once")
        said, _ = worker.communicate(timeout=300)
        assert worker.returncode == 0, said
        return said

    return done


def choose(page, name):
    """Press the button of that name in the page itself."""
    page.get_by_role("main").get_by_role("button", name=name).click()


def told(page):
    return page.locator(".messages").inner_text()


def shown(page):
    return " ".join(page.locator("main").inner_text().split())


def retract(page, record):
    """Send the form by which a record is retracted, as a browser does."""
    path = f"/workspace/records/retract/{record}"
    form = page.request.get(path).text()
    sent = dict(re.findall(r'name="(csrfmiddlewaretoken|version)" value="([^"]+)"', form))
    answer = page.request.post(
        path, form={**sent, "reason": "replayed here"}, headers={"Referer": page.url}, max_redirects=0
    )
    assert answer.status == 303, answer.text()


def reply(iso3, sender, sent, text, **fields):
    made = EmailMessage()
    made["From"], made["To"], made["Date"] = sender, MAILBOX, sent
    made["Subject"], made["Message-ID"] = "Re: your letter", f"<answer@{iso3.lower()}.example>"
    for name, value in fields.items():
        made[name.replace("_", "-")] = value
    made.set_content(f"{text}\n")
    return bytes(made)


def paper_in_work(drafter):
    """The address of a status paper as of 21 August 2018, made from what is accepted."""
    drafter.goto("/workspace/papers/new/status/")
    drafter.get_by_label("Meeting").select_option("17MSP")
    drafter.get_by_label("Information as of").fill("2018-08-21")
    drafter.get_by_label("what is accepted").check()
    drafter.keyboard.press("Control+Enter")
    drafter.wait_for_url("**/papers/draft/**")
    return drafter.url


def activities_in(page, paper):
    """What the paper says by now of the activities of the President."""
    page.goto(paper)
    said = " ".join(page.locator(".paper").inner_text().split())
    return said.partition("Activities of the President")[2].partition("Support to the Convention")[0]


def accept_all(reviewer):
    """Accept one by one what waits for review; how many there were."""
    number = 0
    reviewer.goto("/workspace/review/")
    while reviewer.get_by_role("link", name="Review the first").count():
        reviewer.get_by_role("link", name="Review the first").click()
        reviewer.wait_for_url(re.compile("/review/(confirmation|activity|source)/"))
        reviewer.get_by_role("button", name="Accept").click()
        reviewer.locator(".messages").wait_for()
        number += 1
        reviewer.goto("/workspace/review/")
    return number


def test_a_presidency_is_replayed_and_the_status_paper_tells_it(tab_of, work, mail, mail_host):
    drafter, clearer, reviewer = map(tab_of, ("drafter", "clearer", "reviewer"))

    # What the register as shipped holds of the year is taken away.
    reviewer.goto("/workspace/")
    for record in SHIPPED:
        retract(reviewer, record)
    paper = paper_in_work(drafter)
    before = activities_in(drafter, paper)
    assert "replies were received" not in before
    assert "33 States not party" in before
    assert "Kyrgyzstan" not in before

    # Contacts, from a pasted sheet.
    drafter.goto(f"{OUTREACH}/contacts/take-in/")
    rows = [
        f"{iso3}\tPermanent Mission in Geneva\tgeneva\t{language}\t{address(iso3)}"
        for iso3, language in LANGUAGES.items()
    ]
    drafter.locator("#text").fill("\n".join(["State\tOrganization\tPost\tLanguage\tE-mail", *rows]))
    choose(drafter, "Read it")
    choose(drafter, "Take in what is ticked")
    drafter.wait_for_url("**/outreach/contacts/?who=all")
    assert "33 new" in told(drafter)

    # A round to all States not party on the day of the letters.
    drafter.goto(f"{OUTREACH}/letters/new/")
    drafter.get_by_label("What the letters are about").fill("Letters to States not party")
    drafter.get_by_label("State that presides").select_option("AFG")
    drafter.get_by_label("Day that the letters bear").fill("2018-03-26")
    drafter.get_by_label("Information in the annex as of").fill("2018-03-26")
    drafter.get_by_label("Answer asked for by").fill("")
    choose(drafter, "Show whom the question finds")
    drafter.get_by_text("33 States are chosen").wait_for()
    drafter.get_by_label("these are the same letters").check()
    drafter.get_by_label("Why", exact=True).fill("the letters are written here now")
    choose(drafter, "Draft these letters")
    drafter.wait_for_url(f"**{ROUND}")
    assert "33 letters are drafted" in told(drafter)

    # Somebody else of the President's office reads and clears them.
    drafter.goto(f"{OUTREACH}/letters/read/{KEY}")
    assert drafter.get_by_role("button", name="Clear the chosen").count() == 0
    clearer.goto(ROUND)
    clearer.get_by_role("link", name="Read and clear 33 letters").click()
    clearer.frame_locator("iframe").locator("body").wait_for()
    choose(clearer, "Clear the chosen")
    clearer.wait_for_url(f"**{ROUND}")
    assert "33 letters are cleared" in told(clearer)

    # They are queued, and a process beside the server sends them: a message to each, in its language, and a copy to ourselves.
    drafter.goto(ROUND)
    drafter.get_by_role("link", name="Send 33 letters by mail").click()
    choose(drafter, "Send the letters chosen")
    drafter.locator(".messages").wait_for()
    assert "33 letters are being sent" in told(drafter)
    assert mail.taken == []
    work()
    assert sorted(to for to, _ in mail.taken) == sorted((address(iso3), MAILBOX) for iso3 in LANGUAGES)
    assert {each["To"] for each in mail.mails} == {address(iso3) for iso3 in LANGUAGES}
    assert Counter(str(each["Content-Language"]) for each in mail.mails) == Counter(LANGUAGES.values())
    assert len({each["Message-ID"] for each in mail.mails}) == 33
    drafter.reload()
    assert "33 are on their way or have gone" in shown(drafter)

    # They bear the day of 2018.
    drafter.goto(ROUND)
    drafter.get_by_label("Choose all").check()
    drafter.get_by_label("Mark as").select_option("sent")
    drafter.locator("input[name=on]").fill("2018-03-26")
    drafter.locator("input[name=note]").fill("replayed: the letters of 2018 went on this day")
    choose(drafter, "Mark")
    drafter.locator(".messages").wait_for()
    assert "letters to 33 States, 26 March 2018" in shown(drafter), shown(drafter)[:900]

    # Two replies come into the mailbox, where our own copies lie too.
    for raw in mail.raw[:3]:
        mail_host.put(raw)
    (asked,) = (each for each in mail.mails if each["To"] == address("CHN"))
    unchanged = "There is no change in the position of China on anti-personnel mines."
    threaded = reply(
        "CHN", address("CHN"), "Sun, 06 May 2018 10:15:00 +0200", unchanged, In_Reply_To=asked["Message-ID"]
    )
    mail_host.put(threaded)
    words = "The United States has nothing to add to what it said in 2016.\n\nPermanent Mission of the United States of America"
    mail_host.put(reply("USA", "Desk <desk@elsewhere.example>", "Wed, 09 May 2018 16:00:00 +0200", words))
    drafter.goto(f"{OUTREACH}/replies/")
    choose(drafter, "Read the mailbox now")
    drafter.locator(".messages").wait_for()
    work()

    # That of China is matched by its thread; that of the United States waits until a person says whose it is.
    drafter.goto(f"{OUTREACH}/replies/")
    recorded, held = (
        drafter.locator("section", has_text="To be recorded"),
        drafter.locator("section", has_text="Holding pen"),
    )
    assert recorded.locator("li").count() == held.locator("li").count() == 1
    recorded.get_by_role("link").first.click()
    choose(drafter, "Record: China says that nothing has changed")
    drafter.locator(".messages").wait_for()
    drafter.goto(f"{OUTREACH}/replies/")
    held.get_by_role("link").first.click()
    drafter.get_by_label("State", exact=True).select_option("USA")
    choose(drafter, "Only say whose it is")
    drafter.get_by_label("Letter that it answers").select_option(f"{KEY}/USA")
    choose(drafter, re.compile("^Record: .*United States.* says that nothing has changed"))
    drafter.locator(".messages").wait_for()
    drafter.goto(ROUND)
    assert [drafter.locator("tbody tr", has_text=day).count() for day in ("6 May 2018", "9 May 2018")] == [1, 1]

    # Four States are met, and the working group.
    drafter.goto(f"{OUTREACH}/activities/new/bilateral/")
    drafter.locator("[name=on]").fill("8 June 2018")
    drafter.locator("[name=towards]").fill("Kyrgyzstan\nLao PDR\nSaudi Arabia\nUnited Arab Emirates")
    drafter.locator("details.further summary").click()
    drafter.locator("[name=presidency]").select_option("AFG")
    choose(drafter, "Record")
    drafter.wait_for_url("**/activities/one/**")
    drafter.goto(f"{OUTREACH}/activities/new/working-group/")
    drafter.locator("[name=on]").fill("27 March 2018")
    drafter.locator("[name=title]").fill("Informal Working Group on Universalization")
    drafter.locator("details.further summary").click()
    drafter.locator("[name=presidency]").select_option("AFG")
    choose(drafter, "Record")
    drafter.wait_for_url("**/activities/one/**")
    assert "Kyrgyzstan" not in activities_in(drafter, paper)

    # A second person accepts what waits, and the paper tells it.
    assert accept_all(reviewer) == 9
    said = activities_in(drafter, paper)
    assert "33 States not party" in said
    assert "26 March 2018" in said
    assert "Written replies were received from China and the United States of America." in said
    for name in ("Kyrgyzstan", "Lao People’s Democratic Republic", "Saudi Arabia", "United Arab Emirates"):
        assert name in said
    assert "27 March 2018" in said
