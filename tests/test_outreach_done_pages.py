"""The pages of what was done: written down, briefed, noted, promised; the working group; press releases; lists; the plan."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import operator
from accede.activities.models import ActivityVersion
from accede.outreach.done.threads import invitations, members, notes_of, offers, promises
from accede.records.current import current
from accede.records.reference import Reference
from accede.records.review import accept
from accede.records.values import View
from accede.vocabulary.activities import PromiseStanding
from accede.workspace.activities.kinds import KINDS

pytestmark = pytest.mark.usefixtures("register")

ANA = operator("ana")
NEW = "/workspace/outreach/activities/new"
BILATERAL = {
    "on": "8 June 2026",
    "by": "President",
    "towards": "Kyrgyzstan\nLao PDR\nSAU\nUnited Arab Emirates",
    "place": "Geneva",
    "summary": "About attendance and accession.",
    "participants": "Permanent Representative\nISU",
    "note": "They ask for a text in Russian.",
    "note_classification": "presidency",
    "classification": "public",
    "plan_actions": ["oslo/11"],
}
RELEASE = {
    "on": "2 March 2026",
    "by": "President",
    "set_off": "alleged_use",
    "tone": "condemnation",
    "set_off_on": "28 February 2026",
    "about_state": "LBY",
    "places": "Tripoli",
    "alleged_by": "UNSMIL",
    "actor": "unknown",
    "note_classification": "presidency",
    "classification": "public",
}


def view():
    return View(as_of=date.max, known_on=datetime.now(UTC))


def held(kind: str):
    return [each for each in current(ActivityVersion, view(), kind=kind) if each.recorded_by == "drafter"]


def text(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


@pytest.fixture
def met(drafter) -> str:
    """The address of the page of a bilateral meeting with Kyrgyzstan, one of four."""
    answer = drafter.post(f"{NEW}/bilateral/", BILATERAL)
    assert answer.status_code == 303, text(answer)
    return answer.headers["Location"]


def test_every_kind_has_a_form(drafter):
    for kind in KINDS:
        page = drafter.get(f"{NEW}/{kind.key}/")
        assert page.status_code == 200
        for name in (*kind.fields, *kind.further):
            assert f'name="{name}"' in page.content.decode(), f"{kind.key}: {name}"


def test_four_states_are_met_from_one_form(drafter, met):
    found = held("bilateral")
    assert sorted(each.fact.towards for each in found) == [("ARE",), ("KGZ",), ("LAO",), ("SAU",)]
    assert {each.fact.plan_actions for each in found} == {("oslo/11",)}
    assert {each.fact.participants for each in found} == {()}
    assert met == "/workspace/outreach/activities/one/apmbc/bilateral/2026-06-08/KGZ"
    page = text(drafter.get(met))
    assert "8 June 2026: bilateral meeting, Kyrgyzstan" in page
    assert "waiting for review" in page
    assert "Permanent Representative" in page
    assert "They ask for a text in Russian." in page


def test_what_is_wrong_keeps_what_was_typed(drafter):
    answer = drafter.post(f"{NEW}/bilateral/", {**BILATERAL, "towards": "Atlantis"})
    assert answer.status_code == 400
    assert "They ask for a text in Russian." in text(answer)
    answer = drafter.post(f"{NEW}/bilateral/", {**BILATERAL, "summary": "Mr Smith was there"})
    assert answer.status_code == 409
    assert "names a person" in text(answer)
    assert "Mr Smith was there" in text(answer)
    assert held("bilateral") == []


def test_the_brief_for_the_meeting_is_downloaded(drafter, met):
    page = drafter.get(met).content.decode()
    word = re.search(r'href="([^"]*brief/docx/KGZ/[^"]*)"', page)[1]
    assert drafter.get(html.unescape(word)).content.startswith(b"PK")
    assert drafter.get(html.unescape(word).replace("docx", "pdf")).content.startswith(b"%PDF")


def test_a_brief_of_a_meeting_to_come_is_of_today(drafter):
    answer = drafter.get("/workspace/outreach/activities/brief/json/KGZ/?on=2031-01-01")
    assert f'"as_of":"{datetime.now(UTC).date().isoformat()}"' in answer.content.decode()


def test_a_note_is_written_changed_and_not_overwritten(drafter, met):
    key = met.removeprefix("/workspace/outreach/activities/one/")
    about = {"do": "note", "note-kind": "file", "note-text": "A second note", "note-classification": "isu"}
    assert drafter.post(met, about).status_code == 303
    note = notes_of(ANA, key)[-1]
    change = {"do": "rewrite", "key": note.key, "version": "1", "text": "Better words"}
    assert drafter.post(met, change).status_code == 303
    answer = drafter.post(met, {**change, "text": "Too late"})
    assert answer.status_code == 409
    assert "Too late" in text(answer)
    assert notes_of(ANA, key)[-1].fact.text == "Better words"


def test_a_note_for_the_isu_is_not_there_for_the_office_of_the_president(drafter, met, client_of):
    about = {"do": "note", "note-kind": "file", "note-text": "Only for us", "note-classification": "isu"}
    drafter.post(met, about)
    assert "Only for us" in text(drafter.get(met))
    assert "Only for us" not in text(client_of("clearer").get(met))
    assert "They ask for a text in Russian." in text(client_of("clearer").get(met))


def test_a_promise_is_written_down_and_settled(drafter, met):
    told = {"do": "promise", "promise-by": "KGZ", "promise-what": "Send the study", "promise-due": "September 2026"}
    assert drafter.post(met, {**told, "promise-state": "KGZ"}).status_code == 303
    [promise] = promises(ANA, "apmbc", is_open=True)
    assert promise.fact.made_in == met.removeprefix("/workspace/outreach/activities/one/")
    shown = drafter.get("/workspace/outreach/activities/promises/")
    assert "Kyrgyzstan: Send the study" in text(shown)
    [task] = re.findall(r'href="(/workspace/outreach/tasks/new/[^"]+)"', shown.content.decode())
    assert promise.key in text(drafter.get(html.unescape(task)))
    assert "Send the study" in text(drafter.get("/workspace/outreach/"))
    answer = drafter.post(
        f"/workspace/outreach/activities/promise/{promise.key}", {"standing": "kept", "version": "1", "note": "It came"}
    )
    assert answer.status_code == 303
    [promise] = promises(ANA, "apmbc")
    assert (promise.fact.standing, promise.fact.note) == (PromiseStanding.KEPT, "It came")
    answer = drafter.post(
        f"/workspace/outreach/activities/promise/{promise.key}", {"standing": "dropped", "version": "1"}
    )
    assert answer.status_code == 409


def test_a_follow_up_is_linked_to_what_it_follows(drafter, met):
    key = met.removeprefix("/workspace/outreach/activities/one/")
    way = re.search(r'href="([^"]*new/bilateral/[^"]*follows[^"]*)"', drafter.get(met).content.decode())[1]
    page = drafter.get(html.unescape(way)).content.decode()
    assert f'value="{key}" selected' in page
    answer = drafter.post(f"{NEW}/call/", {**BILATERAL, "on": "1 July 2026", "towards": "KGZ", "follows": key})
    assert answer.status_code == 303, text(answer)
    assert "1 July 2026: call, Kyrgyzstan" in text(drafter.get(met))
    assert "8 June 2026: bilateral meeting" in text(drafter.get(answer.headers["Location"]))


def test_the_list_tells_what_was_done_and_what_is_to_come(drafter, met):
    drafter.post(f"{NEW}/visit/", {**BILATERAL, "on": "3 May 2031", "towards": "LAO"})
    page = text(drafter.get("/workspace/outreach/activities/"))
    assert page.index("To come") < page.index("3 May 2031: visit") < page.index("8 June 2026: bilateral meeting")
    assert "3 May 2031: visit" not in text(drafter.get("/workspace/outreach/activities/?kind=bilateral"))


def test_a_press_release_is_drafted_checked_and_downloaded(drafter):
    answer = drafter.post(f"{NEW}/press-release/", RELEASE)
    assert answer.status_code == 303, text(answer)
    page = drafter.get(answer.headers["Location"]).content.decode()
    draft = re.search(r'href="([^"]*activities/draft/[^"]*)"', page)[1]
    said = text(drafter.get(draft))
    assert "According to UNSMIL, anti-personnel mines were used in Tripoli (Libya) on 28 February 2026." in said
    assert "The report names no user." in said
    assert "Nothing in it contradicts the register." in said
    assert "used by Libya" not in said
    file = re.search(r'href="([^"]*file/docx/[^"]*)"', drafter.get(draft).content.decode())[1]
    assert drafter.get(file).content.startswith(b"PK")


@pytest.mark.parametrize("missing", ["alleged_by", "actor", "tone", "set_off"])
def test_a_release_about_alleged_use_without_its_essentials_is_refused(drafter, missing):
    answer = drafter.post(f"{NEW}/press-release/", {**RELEASE, missing: ""})
    assert answer.status_code in (400, 409)
    assert held("press_release") == []


def test_a_draft_that_contradicts_the_register_says_so(drafter):
    wrong = {**RELEASE, "set_off": "withdrawal", "tone": "regret", "about_state": "FIN", "alleged_by": "", "actor": ""}
    answer = drafter.post(f"{NEW}/press-release/", {**wrong, "places": ""})
    assert answer.status_code == 303, text(answer)
    said = text(drafter.get(answer.headers["Location"].replace("/one/", "/draft/")))
    assert "1 claim contradicts the register." in said
    assert "10 July 2025" in said


def test_a_tone_without_words_is_told_and_nothing_is_invented(drafter):
    answer = drafter.post(f"{NEW}/press-release/", {**RELEASE, "tone": "welcome"})
    said = text(drafter.get(answer.headers["Location"].replace("/one/", "/draft/")))
    assert "There are no words for welcome where use is alleged" in said


def test_the_working_group_has_members_offers_and_suggestions(drafter):
    group = "/workspace/outreach/group/"
    for member in ("Cambodia", "BEL", "International Committee of the Red Cross"):
        assert drafter.post(group, {"do": "join", "member-member": member}).status_code == 303
    assert [each.fact.member for each in members(ANA, "apmbc")] == [
        "BEL",
        "KHM",
        "International Committee of the Red Cross",
    ]
    said = text(drafter.get(f"{group}?state=LAO"))
    assert "Cambodia is its neighbour by land · is of the same sub-region (South-eastern Asia)" in said
    assert drafter.post(group, {"do": "offer", "offer-by": "KHM", "offer-state": "LAO"}).status_code == 303
    assert drafter.post(group, {"do": "offer", "offer-by": "KHM", "offer-state": "LAO"}).status_code == 409
    assert "has offered to approach it" in text(drafter.get(f"{group}?state=LAO"))
    [offer] = offers(ANA, "apmbc")
    settled = {"do": "settle", "key": offer.key, "version": "1", "standing": "done"}
    assert drafter.post(group, settled).status_code == 303
    [belgium, *_] = members(ANA, "apmbc")
    left = {"do": "leave", "key": belgium.key, "version": "1", "until": "1 November 2026"}
    assert drafter.post(group, left).status_code == 303
    assert "BEL" not in [each.fact.member for each in members(ANA, "apmbc")]


def test_a_list_of_a_meeting_is_taken_whole_or_not_at_all(drafter):
    page = "/workspace/outreach/activities/meetings/23MSP"
    asked = {"which": "invited", "states": "Lao PDR\nKyrgyzstan", "on": "1 February 2026"}
    assert drafter.post(page, asked).status_code == 303
    wrong = drafter.post(page, {**asked, "states": "Cuba\nAtlantis"})
    assert wrong.status_code == 409
    assert "line 2" in text(wrong)
    assert "Atlantis" in text(wrong)
    assert set(invitations(ANA, "apmbc", "23MSP")) == {"LAO", "KGZ"}
    assert drafter.post(page, {"which": "spoke", "states": "Cuba", "on": ""}).status_code == 303
    said = text(drafter.get(page))
    assert "Invited: 2" in said
    assert "Took the floor: 1" in said


def test_what_was_done_is_linked_to_an_action_of_the_plan(drafter):
    answer = drafter.post(f"{NEW}/bilateral/", {**BILATERAL, "on": "8 June 2022", "towards": "KGZ", "plan_actions": []})
    key = answer.headers["Location"].removeprefix("/workspace/outreach/activities/one/")
    assert "8 June 2022: bilateral meeting" in text(drafter.get("/workspace/outreach/plan/?plan=oslo"))
    link = f"/workspace/outreach/plan/link/{key}"
    assert drafter.post(link, {"action": "oslo/11", "version": "1"}).status_code == 303
    assert drafter.post(link, {"action": "oslo/12", "version": "1"}).status_code == 409
    [linked] = held("bilateral")
    assert linked.fact.plan_actions == ("oslo/11",)


def test_the_plan_says_what_is_not_held_and_gives_the_report(drafter):
    said = text(drafter.get("/workspace/outreach/plan/"))
    assert "Siem Reap-Angkor Action Plan" in said
    assert "does not hold the text of its actions" in said
    said = text(drafter.get("/workspace/outreach/plan/?plan=oslo"))
    assert "no target is called met or missed" in said
    assert "States outside that submitted a voluntary report" in said
    page = drafter.get("/workspace/outreach/plan/?plan=oslo").content.decode()
    records = re.findall(r'href="(/workspace/records/[^"]+)"', page)
    assert any("/attendance/" in each for each in records)
    assert all(drafter.get(each).status_code == 200 for each in dict.fromkeys(records))
    assert drafter.get("/workspace/outreach/plan/file/docx/oslo/").content.startswith(b"PK")
    assert drafter.get("/workspace/outreach/plan/?plan=none").status_code == 404


def test_the_status_paper_counts_what_another_person_accepted(drafter, met):
    from accede.workspace.activities.files import plan_of, written

    def said() -> str:
        from accede.vocabulary.papers import PaperKind
        from recipe_cast import text as printed

        return printed(written(ANA, plan_of(PaperKind.STATUS, on=date(2026, 8, 1))))

    assert "met bilaterally" not in said()
    keys = [each.key for each in held("bilateral")]
    accept(operator("ben"), [Reference("activity", key, 1) for key in keys])
    assert "On 8 June 2026, the President met bilaterally with Kyrgyzstan" in said()


@pytest.mark.parametrize("role", ["member", "publisher", "administrator"])
def test_who_does_not_work_for_the_presidency_does_not_come_in(client_of, role):
    client = client_of(role)
    for page in ("activities/", "activities/promises/", "group/", "plan/", "activities/new/bilateral/"):
        assert client.get(f"/workspace/outreach/{page}").status_code == 403


def test_everything_between_us_and_a_state_stands_on_one_page(drafter, met):
    page = "/workspace/outreach/activities/state/KGZ/"
    told = {"do": "promise", "promise-by": "KGZ", "promise-what": "Send the study", "promise-state": "KGZ"}
    drafter.post(met, told)
    note = {"do": "note", "note-kind": "file", "note-text": "A new ministry", "note-classification": "presidency"}
    assert drafter.post(page, note).status_code == 303
    assert drafter.post(page, {**note, "note-text": "Mrs Smith"}).status_code == 409
    said = text(drafter.get(page))
    for words in ("8 June 2026: bilateral meeting", "Send the study", "A new ministry"):
        assert words in said
    change = {"do": "rewrite", "key": "apmbc/KGZ/note/1", "version": "1", "text": "Another ministry"}
    assert drafter.post(page, change).status_code == 303
    assert drafter.post(page, change).status_code == 409
    assert drafter.get("/workspace/outreach/activities/state/XXX/").status_code == 404
