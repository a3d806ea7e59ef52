"""Rounds of letters in the workspace: planned, worded, read, cleared, marked, reminded of; all of a round at a glance."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import UTC, datetime

import pytest

from accede.outreach.models import Contact, Delivery
from accede.outreach.rounds.held import letters_of, round_held, texts_held
from accede.outreach.rounds.told import told_by
from accede.vocabulary.letters import LetterPlace, LetterStep
from rounds_cast import outside

pytestmark = pytest.mark.usefixtures("register")

KEY = "apmbc/round/2019-03-26"
BASE = "/workspace/outreach/letters"
PAGE = f"{BASE}/round/{KEY}"
PLAN = {
    "title": "Letters to States not party",
    "addressees": "outside",
    "form": "letter",
    "presidency": "NOR",
    "on": "2019-03-26",
    "as_of": "2019-03-26",
    "due": "2019-05-31",
    "fold": "released",
    "number_prefix": "PRES/2019/",
    "signatory_function": "President of the Fourth Review Conference",
}


def text(answer) -> str:
    told = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(html.unescape(told).split())


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


@pytest.fixture
def clearer(client_of):
    return client_of("clearer")


@pytest.fixture
def planned(drafter):
    states = {"state": ["CHN", "MAR", "USA"], "language-CHN": "zh", "language-MAR": "fr", "language-USA": "en"}
    answer = drafter.post(f"{BASE}/new/", {**PLAN, **states})
    assert answer.status_code == 303, text(answer)
    assert answer.headers["Location"] == PAGE
    return drafter


def cleared(client) -> None:
    page = client.get(f"{BASE}/read/{KEY}").content.decode()
    contents = dict(re.findall(r'name="content-([^"]+)" value="(\w+)"', page))
    sent = {f"content-{key}": content for key, content in contents.items()}
    answer = client.post(f"{BASE}/clear/{KEY}", {**sent, "letter": list(contents)})
    assert answer.status_code == 303, text(answer)


def marked(client, step: str, *states: str, **further: str):
    held = letters_of(KEY)
    versions = {f"version-{iso3}": each.version for iso3, each in held.items()}
    return client.post(f"{BASE}/steps/{KEY}", {**versions, "letter": states or list(held), "do": step, **further})


def test_the_list_says_what_would_fill_it(drafter):
    assert "No letters are in work. Plan a round" in text(drafter.get(f"{BASE}/"))


def test_the_form_finds_the_states_and_says_why(drafter):
    Contact.objects.create(
        state="CHN",
        post="geneva",
        organization="Permanent Mission of China",
        language="zh",
        email="mission@example.org",
        changed_by="drafter",
        changed_at="2026-01-01T00:00:00Z",
    )
    page = drafter.post(f"{BASE}/new/", {**PLAN, "show": "1"})
    assert page.content.decode().count('name="state"') == len(outside())
    assert "33 States are chosen" in text(page)
    assert 'name="invites" value="4RC"' in page.content.decode(), "meetings ahead of the letters can be invited to"
    asked = drafter.post(f"{BASE}/new/", {**PLAN, "addressees": "no_information", "show": "1"})
    assert "5 States are chosen" in text(asked)
    assert "no statement is held" in text(asked)
    assert "Permanent Mission in Geneva" in text(asked)
    row = re.search(r'language-CHN".*?</select>', asked.content.decode(), re.DOTALL)
    assert row is not None
    assert 'value="zh" selected' in row[0]


def test_a_round_is_seen_at_a_glance(planned):
    said = text(planned.get(PAGE))
    assert "3 letters: 3\u00a0drafted" in said.replace("3 drafted", "3\u00a0drafted")
    assert "PRES/2019/1" in said
    assert "Nothing is told of this round yet" in said
    assert "Of 3 States no contact is held" in said


def test_without_a_state_nothing_is_planned_and_what_was_typed_stays(drafter):
    answer = drafter.post(f"{BASE}/new/", PLAN)
    assert answer.status_code == 409
    assert "No State is written to." in text(answer)
    assert 'value="PRES/2019/"' in answer.content.decode()


def test_letters_on_record_are_taken_over_with_a_reason(drafter):
    of_2018 = {**PLAN, "on": "2018-03-26", "as_of": "2018-03-26", "due": "", "state": ["CHN"]}
    answer = drafter.post(f"{BASE}/new/", of_2018)
    assert answer.status_code == 409
    assert "letters of 2018 are on record already" in text(answer)
    answer = drafter.post(f"{BASE}/new/", {**of_2018, "told": "take over", "takes_over": "the letters are here now"})
    assert answer.status_code == 303, text(answer)
    assert round_held("apmbc/round/2018-03-26").fact.takes_over == "the letters are here now"


def test_taking_over_needs_a_reason(drafter):
    of_2018 = {**PLAN, "on": "2018-03-26", "as_of": "2018-03-26", "due": "", "state": ["CHN"], "told": "take over"}
    answer = drafter.post(f"{BASE}/new/", of_2018)
    assert "Say why the round takes the place" in text(answer)
    assert not letters_of("apmbc/round/2018-03-26")


def test_the_whole_way_of_a_round(planned, clearer):
    cleared(clearer)
    marked(clearer, "signed")
    answer = marked(planned, "sent", on="2019-03-27", channel="by hand")
    assert answer.status_code == 303, text(answer)
    said = text(planned.get(PAGE))
    assert "by hand" in said
    assert "3 overdue" in said
    assert "31 May 2019 overdue" in said
    assert told_by(round_held(KEY).fact) is not None
    assert "accepted" in said
    marked(planned, "replied", "CHN", on="2019-05-06")
    overdue = planned.get(f"{PAGE}?step=overdue").content.decode()
    assert re.findall(r'name="letter" value="(\w+)"', overdue) == ["MAR", "USA"]


def test_who_drafted_reads_that_somebody_else_clears(planned):
    assert "You drafted these letters" in text(planned.get(f"{BASE}/read/{KEY}"))
    assert planned.post(f"{BASE}/clear/{KEY}", {"letter": f"{KEY}/CHN"}).status_code == 403


def test_who_was_slower_is_told_and_nothing_is_done(planned, clearer):
    cleared(clearer)
    held = letters_of(KEY)
    marked(planned, "sent", "CHN")
    late = {f"version-{iso3}": each.version for iso3, each in held.items()}
    answer = planned.post(f"{BASE}/steps/{KEY}", {**late, "letter": ["CHN", "MAR"], "do": "delivered"})
    assert answer.status_code == 409
    assert "changed the letter meanwhile" in text(answer)
    assert letters_of(KEY)["MAR"].fact.step is LetterStep.CLEARED


def test_nothing_chosen_does_nothing(planned):
    answer = planned.post(f"{BASE}/steps/{KEY}", {"do": "sent"}, follow=True)
    assert "No letter was chosen." in text(answer)


def test_words_are_written_in_a_language_and_show_in_its_letters_alone(planned):
    address = f"{BASE}/words/fr/{KEY}"
    page = planned.get(address)
    assert "our own words, as they come with Accede" in text(page)
    typed = {"subject": "Objet nouveau"}
    answer = planned.post(address, typed)
    assert answer.status_code == 303, text(answer)
    assert list(texts_held(KEY)) == [("fr", LetterPlace.SUBJECT)]
    assert "Objet nouveau" in planned.get(f"{BASE}/sheet/{KEY}/MAR").content.decode()
    assert "Objet nouveau" not in planned.get(f"{BASE}/sheet/{KEY}/USA").content.decode()


def test_words_that_somebody_else_wrote_meanwhile_are_shown_beside(planned, client_of):
    address = f"{BASE}/words/fr/{KEY}"
    client_of("reviewer").post(address, {"subject": "Le leur"})
    answer = planned.post(address, {"subject": "Le nôtre", "subject-version": "0"})
    assert answer.status_code == 409
    assert "Somebody else wrote here meanwhile." in text(answer)
    assert "Le nôtre" in answer.content.decode()


def test_a_name_in_braces_that_stands_for_nothing_is_refused(planned):
    answer = planned.post(f"{BASE}/words/fr/{KEY}", {"subject": "{nobody}"})
    assert answer.status_code == 409
    assert "Nothing can be filled in for {nobody}" in text(answer)


def test_one_letter_has_words_of_its_own(planned):
    address = f"{BASE}/letter/{KEY}/USA"
    sent = {"language": "en", "number": "X/1", "exception": "We thank you for your letter.", "expected_version": "1"}
    assert planned.post(address, sent).status_code == 303
    sheet = planned.get(f"{BASE}/sheet/{KEY}/USA").content.decode()
    assert "We thank you for your letter." in sheet
    assert "X/1" in sheet
    late = planned.post(address, {**sent, "exception": "Something else."})
    assert late.status_code == 409
    assert "Something else." in late.content.decode()


def test_a_state_is_added_and_left_out(planned):
    assert planned.post(f"{BASE}/add/{KEY}", {"state": "CUB", "language": "es"}).status_code == 303
    assert letters_of(KEY)["CUB"].fact.number == "PRES/2019/4"
    sent = {"expected_version": "1", "reason": "in contact otherwise"}
    assert planned.post(f"{BASE}/leave-out/{KEY}/CUB", sent).status_code == 303
    assert "CUB" not in letters_of(KEY)


def test_a_cleared_letter_shows_that_words_changed_since(planned, clearer):
    cleared(clearer)
    planned.post(f"{BASE}/words/en/{KEY}", {"subject": "Something else"})
    assert "changed since the letter was cleared" in text(planned.get(f"{BASE}/letter/{KEY}/USA"))
    version = letters_of(KEY)["USA"].version
    sent = {"expected_version": version, "reason": "say it anew"}
    assert planned.post(f"{BASE}/take-back/{KEY}/USA", sent).status_code == 303
    assert "Something else" in planned.get(f"{BASE}/sheet/{KEY}/USA").content.decode()


def test_the_sheet_may_do_nothing_but_look(planned):
    answer = planned.get(f"{BASE}/sheet/{KEY}/USA")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]


def test_letters_are_there_as_files(planned):
    assert planned.get(f"{BASE}/file/pdf/{KEY}/USA").content.startswith(b"%PDF")
    assert planned.get(f"{BASE}/file/docx/{KEY}/USA").content.startswith(b"PK")
    assert planned.get(f"{BASE}/file/xml/{KEY}/USA").status_code == 404
    names = zipfile.ZipFile(io.BytesIO(planned.get(f"{BASE}/files/{KEY}").content)).namelist()
    assert len(names) == 6


def test_what_is_handed_over_is_made_once_and_kept(planned, clearer):
    cleared(clearer)
    assert marked(planned, "files", "USA").status_code == 303
    first = planned.get(f"{BASE}/file/pdf/{KEY}/USA").content
    kept = letters_of(KEY)["USA"].fact.file_sha256
    assert marked(planned, "files", "USA").status_code == 303
    assert letters_of(KEY)["USA"].fact.file_sha256 == kept
    assert planned.get(f"{BASE}/file/pdf/{KEY}/USA").content == first


def test_several_letters_get_another_language(planned):
    marked(planned, "language", "CHN", "MAR", language="es")
    assert {iso3: each.fact.language for iso3, each in letters_of(KEY).items()} == {
        "CHN": "es",
        "MAR": "es",
        "USA": "en",
    }


def test_the_silent_are_reminded(planned, clearer):
    cleared(clearer)
    marked(planned, "sent", on="2019-03-27")
    marked(planned, "replied", "CHN", on="2019-05-06")
    page = planned.get(f"{BASE}/remind/{KEY}")
    assert re.findall(r'name="state" value="(\w+)" checked', page.content.decode()) == ["MAR", "USA"]
    sent = {"title": "Reminder", "on": "2019-06-03", "due": "2019-07-01", "state": ["MAR"]}
    answer = planned.post(f"{BASE}/remind/{KEY}", sent)
    assert answer.headers["Location"] == f"{BASE}/round/apmbc/round/2019-06-03"
    assert list(letters_of("apmbc/round/2019-06-03")) == ["MAR"]
    assert "Reminder, 3 June 2019" in text(planned.get(PAGE))


def test_a_day_that_is_none_is_refused(planned, clearer):
    cleared(clearer)
    assert marked(planned, "sent", on="some day").status_code == 409
    marked(planned, "sent", on="2019-03-27")
    answer = planned.post(f"{BASE}/remind/{KEY}", {"title": "Reminder", "on": "some day", "state": ["MAR"]})
    assert answer.status_code == 409
    assert "is no day" in text(answer)


def test_an_earlier_round_is_entered_from_a_sheet(drafter):
    asked = {key: PLAN[key] for key in ("title", "addressees", "form", "presidency", "on")}
    puzzled = drafter.post(f"{BASE}/earlier/", {**asked, "lines": "Atlantis\t26 March 2019"})
    assert "These lines are not understood." in text(puzzled)
    lines = "China\t27 March 2019\t6 May 2019\tChinese\nMorocco\t27 March 2019\t\tFrench"
    answer = drafter.post(f"{BASE}/earlier/", {**asked, "lines": lines})
    assert answer.status_code == 303, text(answer)
    said = text(drafter.get(PAGE))
    assert "letters to 2 States, 27 March 2019 waiting for review" in said
    assert "6 May 2019" in said


def test_the_plan_is_changed_and_its_numbers(planned):
    changed = {**PLAN, "number_prefix": "P/", "title": "Something else", "expected_version": "1"}
    assert planned.post(f"{BASE}/plan/{KEY}", changed).status_code == 303
    assert round_held(KEY).fact.title == "Something else"
    assert letters_of(KEY)["CHN"].fact.number == "P/1"
    late = planned.post(f"{BASE}/plan/{KEY}", changed)
    assert late.status_code == 409


def test_the_overview_of_outreach_tells_what_is_under_way(planned):
    assert "1 round of letters is under way" in text(planned.get("/workspace/outreach/"))


@pytest.mark.parametrize("role", ["member", "publisher", "administrator"])
def test_others_do_not_come_in(client_of, planned, role):
    for address in (f"{BASE}/", PAGE, f"{BASE}/letter/{KEY}/USA", f"{BASE}/sheet/{KEY}/USA", f"{BASE}/files/{KEY}"):
        assert client_of(role).get(address).status_code == 403


def test_what_is_not_there_is_not_there(drafter):
    for address in (PAGE, f"{BASE}/letter/{KEY}/USA", f"{BASE}/sheet/x", f"{BASE}/files/{KEY}", f"{BASE}/remind/{KEY}"):
        assert drafter.get(address).status_code == 404


def test_of_an_earlier_round_the_month_is_enough(drafter):
    asked = {key: PLAN[key] for key in ("title", "addressees", "form", "presidency")}
    answer = drafter.post(f"{BASE}/earlier/", {**asked, "on": "March 2019", "lines": "China"})
    assert answer.headers["Location"] == f"{BASE}/round/apmbc/round/2019-03"
    assert "letters to 1 State" not in text(drafter.get(f"{BASE}/round/apmbc/round/2019-03"))
    assert "letter to 1 State, March 2019" in text(drafter.get(f"{BASE}/round/apmbc/round/2019-03"))


def test_notes_name_nobody(planned, clearer):
    cleared(clearer)
    answer = marked(planned, "sent", note="given to m.muster@example.org")
    assert answer.status_code == 409
    assert "is never erased" in text(answer)


def test_a_letter_that_was_refused_stands_out(planned, clearer):
    cleared(clearer)
    Delivery.objects.create(
        letter=f"{KEY}/USA",
        state="refused",
        message_id="<1@example.org>",
        queued_at=datetime.now(UTC),
        queued_by="drafter",
    )
    assert "refused by the mail server" in text(planned.get(PAGE))


@pytest.mark.parametrize(
    ("field", "day", "said"),
    [("as_of", "1990-01-01", "The treaty was not there yet"), ("due", "2019-03-26", "not after the day")],
)
def test_days_that_cannot_be_are_told_beside_their_fields(drafter, field, day, said):
    assert said in text(drafter.post(f"{BASE}/new/", {**PLAN, field: day, "state": ["CHN"]}))
    assert not letters_of(KEY)
