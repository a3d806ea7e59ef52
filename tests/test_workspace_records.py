"""A record's page: versions and what happened to them; corrected, retracted, merged; and not there for those it is not for."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.template import engines
from django.test import Client

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.evidence.models import CheckVersion, ConfirmationVersion, ReportVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Report
from accede.records.models import Event, EventKind
from accede.records.reference import Reference
from accede.records.release import release
from accede.records.review import accept, comment, give_back
from accede.records.reviewing import Stage, stages
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.sources import Classification
from accede.workspace.records.difference import difference
from test_pages import Misspelt

pytestmark = pytest.mark.usefixtures("register")

ANA, BEN = Actor("ana", frozenset({Role.DRAFTER})), operator("ben")
KEY = "apmbc/CUB/report/2026-03-01"
AT = f"/workspace/records/report/{KEY}"
CORRECT = f"/workspace/records/correct/report/{KEY}"
FACT = Report(
    treaty="apmbc",
    state="CUB",
    duty=ReportDuty.VOLUNTARY,
    report_state=ReportState.SUBMITTED,
    submitted=PartialDate.parse("2026-03-01"),
    note="sent by the mission in Geneva",
)


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


def text(answer):
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def recorded(key=KEY, fact=FACT, *, actor=ANA, **around):
    record(actor, key, fact, source="18msp-statement", **around)
    return Reference("report", key, 1)


def corrected(*, actor=ANA, version=1, **changed):
    classification = changed.pop("classification", Classification.PUBLIC)
    supersede(
        actor,
        KEY,
        replace(FACT, **changed),
        expected_version=version,
        reason="misread",
        source="18msp-statement",
        classification=classification,
    )
    return Reference("report", KEY, version + 1)


def typed(**changed):
    """What the form of a correction sends, of the first version."""
    sent = {
        "treaty": "apmbc",
        "state": "CUB",
        "duty": "voluntary",
        "report_state": "submitted",
        "submitted": "1 March 2026",
        "covers": "",
        "note": "sent by the mission in Geneva",
        "source": "18msp-statement",
        "locator": "",
        "classification": "public",
        "expected_version": "1",
        "reason": "as the letter says",
    }
    return {**sent, **changed}


def versions(key=KEY):
    return list(ReportVersion.objects.filter(key=key).order_by("version"))


def stage(reference):
    return stages([reference])[reference].stage


def test_it_shows_every_version_and_what_happened_word_by_word(client_of):
    first = recorded()
    give_back(BEN, first, reason="The day is that of the letter.")
    second = corrected(note="sent by the mission in New York")
    accept(BEN, [second])
    page = client_of("drafter").get(AT)
    told = text(page)
    assert "Transparency report: Cuba" in told
    assert "Version 2, recorded by ana on" in told
    assert "returned in review: ben" in told
    assert "The day is that of the letter." in told
    assert f"audit entry {Event.objects.get(happening=EventKind.ACCEPTANCE).entry}" in told
    assert "sent by the mission in <del>Geneva</del><ins>New York</ins>" in page.text
    assert "misread" in told


def test_it_is_shown_as_known_on_an_instant(client_of):
    recorded()
    then = datetime.now(UTC)
    corrected(note="sent by the mission in New York")
    drafter = client_of("drafter")
    before = drafter.get(AT, {"known-on": then.isoformat().replace("+00:00", "Z")})
    assert "New York" not in before.text
    assert "As known on" in text(before)
    assert "held nothing of it that you may read" in text(drafter.get(AT, {"known-on": "2020-01-01"}))
    assert "Give a day, as 2018-08-21" in text(drafter.get(AT, {"known-on": "soon"}))


def test_who_corrects_what_was_returned_sees_why(client_of):
    recorded(actor=Actor("drafter", frozenset({Role.DRAFTER})))
    assert "The day is that" not in text(client_of("drafter").get(CORRECT))
    give_back(BEN, Reference("report", KEY, 1), reason="The day is that of the letter.")
    assert "ben: The day is that of the letter." in text(client_of("drafter").get(CORRECT))


def test_a_correction_is_a_new_version_that_waits_for_review(client_of):
    recorded()
    drafter = client_of("drafter")
    assert "sent by the mission in Geneva" in drafter.get(CORRECT).text
    assert "Nothing was changed" in text(drafter.post(CORRECT, typed()))
    wrong = drafter.post(CORRECT, typed(submitted="the day after", note="kept as typed"))
    assert wrong.status_code == 400
    assert "kept as typed" in wrong.text
    answer = drafter.post(CORRECT, typed(submitted="2 March 2026"))
    assert answer["Location"] == AT
    assert "It waits for review." in text(drafter.get(AT))
    newest = versions()[-1]
    assert (newest.version, newest.submitted, newest.recorded_by) == (2, "2026-03-02", "drafter")
    assert newest.reason == "as the letter says"
    assert stage(Reference("report", KEY, 2)) is Stage.PENDING


def test_who_was_slower_sees_both_versions_and_goes_on_from_there(client_of):
    recorded()
    corrected(submitted=PartialDate.parse("2026-03-05"))
    drafter = client_of("drafter")
    met = drafter.post(CORRECT, typed(note="sent by the mission in New York"))
    assert met.status_code == 409
    told = text(met)
    assert "ana recorded version 2 meanwhile" in told
    assert "<del>1</del><ins>5</ins> March 2026" in met.text
    assert "in <del>Geneva</del><ins>New York</ins>" in met.text
    assert 'name="expected_version" value="2"' in met.text
    assert "as the letter says" in met.text
    assert "Record version 3" in told
    assert len(versions()) == 2
    # The form has both: what was changed meanwhile, and one's own.
    assert 'value="5 March 2026"' in met.text
    drafter.post(CORRECT, typed(note="sent by the mission in New York", submitted="5 March 2026", expected_version="2"))
    newest = versions()[-1]
    assert (newest.version, newest.submitted, newest.note) == (3, "2026-03-05", "sent by the mission in New York")


def test_what_is_no_fact_yet_is_kept_in_a_collision_too(client_of):
    recorded()
    corrected(submitted=PartialDate.parse("2026-03-05"))
    met = client_of("drafter").post(CORRECT, typed(submitted="some day", note="half a sen"))
    assert met.status_code == 409
    assert "What you typed stands in the form below." in text(met)
    assert "half a sen" in met.text
    assert "some day" in met.text


def test_a_retraction_needs_a_reason_and_stays_in_the_history(client_of):
    reference = recorded()
    accept(BEN, [reference])
    at = f"/workspace/records/retract/report/{KEY}"
    assert client_of("drafter").post(at, {"reason": "wrong", "version": 1}).status_code == 403
    reviewer = client_of("reviewer")
    assert "To retract a record needs a reason." in text(reviewer.post(at, {"reason": " ", "version": 1}))
    assert reviewer.post(at, {"reason": "Another State's.", "version": 1})["Location"] == AT
    told = text(reviewer.get(AT))
    assert "Another State" in told
    assert "Correct" not in told
    assert reviewer.get(CORRECT).status_code == 409


def test_one_click_says_that_nothing_changed_and_another_takes_it_back(client_of):
    drafter = client_of("drafter")
    today = datetime.now(UTC).date().isoformat()
    answer = drafter.post("/workspace/records/confirm/CUB/")
    assert answer["Location"] == "/workspace/states/CUB/"
    page = drafter.get(answer["Location"])
    assert "Noted: Cuba said today that nothing changed." in text(page)
    undo = f"/workspace/records/undo/confirmation/apmbc/CUB/confirmation/{today}"
    assert f'action="{undo}"' in page.text
    held = ConfirmationVersion.objects.get(recorded_by="drafter")
    assert (held.said, held.source, held.classification) == (today, "secretariat-notes", "presidency")
    assert 'name="back" value="/workspace/states/CUB/"' in page.text
    undone = drafter.post(undo, {"back": "/workspace/states/CUB/"})
    assert (undone.status_code, undone["Location"]) == (303, "/workspace/states/CUB/")
    assert Event.objects.get(happening=EventKind.RETRACTION).reason == "undone"
    assert stage(Reference("confirmation", held.key, 1)) is Stage.RETRACTED
    drafter.post("/workspace/records/confirm/CUB/")
    assert ConfirmationVersion.objects.filter(recorded_by="drafter").count() == 2
    back = drafter.post("/workspace/records/check/CUB/", {"back": "/workspace/states/"})
    assert back["Location"] == "/workspace/states/"
    assert CheckVersion.objects.get().checked == today
    assert drafter.post("/workspace/records/check/CUB/", {"back": "//example.org/"})["Location"].startswith("/w")
    assert drafter.post("/workspace/records/check/XXX/").status_code == 404
    assert client_of("publisher").post("/workspace/records/check/CUB/").status_code == 403


def test_a_double_is_merged_and_its_key_leads_on(client_of):
    recorded()
    double = recorded(f"{KEY}~letter", replace(FACT, note="double"))
    recorded("apmbc/ARM/report/2026-03-01", replace(FACT, state="ARM"))
    at = f"/workspace/records/merge/report/{double.key}"
    assert client_of("drafter").get(at).status_code == 403
    reviewer = client_of("reviewer")
    found = reviewer.get(at)
    assert f"?into={KEY}" in found.text
    assert "apmbc/ARM" not in found.text
    assert "No other record" in text(reviewer.get(at, {"q": "nowhere"}))
    both = reviewer.get(at, {"into": KEY})
    assert "<del>double</del>" in both.text
    assert "The other way round" in text(both)
    assert "needs a reason" in text(reviewer.post(at, {"into": KEY, "version": 1, "reason": ""}))
    assert reviewer.post(at, {"into": KEY, "version": 1, "reason": "The same report."})["Location"] == AT
    old = f"/workspace/records/report/{double.key}"
    assert reviewer.get(old)["Location"] == AT
    told = text(reviewer.get(AT))
    assert f"Merged into it: {double.key}" in told
    assert "The same report." in text(reviewer.get(f"{old}?stay"))


def test_a_record_for_fewer_is_not_there_whatever_is_asked(client_of):
    reference = recorded(classification=Classification.ISU)
    comment(BEN, reference, text="a word for us")
    clearer, drafter = client_of("clearer"), client_of("drafter")
    assert drafter.get(AT).status_code == 200
    for before, may in (("", True), ("correct/", True), ("retract/", True), ("merge/", False)):
        at = f"/workspace/records/{before}report/"
        held, absent = clearer.get(at + KEY), clearer.get(f"{at}apmbc/CUB/report/none")
        assert (held.status_code, absent.status_code) == ((404, 404) if may else (403, 403))
        assert text(held).replace(KEY, "") == text(absent).replace("apmbc/CUB/report/none", "")
    assert clearer.post(CORRECT, typed()).status_code == 404
    assert clearer.post(f"/workspace/records/undo/report/{KEY}").status_code == 404


def test_what_was_classed_for_fewer_later_is_gone_for_the_others_with_its_past(client_of):
    recorded()
    clearer = client_of("clearer")
    assert clearer.get(AT).status_code == 200
    corrected(note="for us alone", classification=Classification.ISU)
    assert clearer.get(AT).status_code == 404


def test_an_earlier_version_for_fewer_stays_theirs(client_of):
    recorded(classification=Classification.ISU, fact=replace(FACT, note="for us alone"))
    comment(BEN, Reference("report", KEY, 1), text="a word for us")
    corrected(note="for all")
    page = client_of("clearer").get(AT)
    assert "for us alone" not in page.text
    assert "a word for us" not in page.text
    assert "for <del>us alone</del><ins>all</ins>" in client_of("drafter").get(AT).text


@pytest.mark.parametrize("role", ["member", "administrator"])
def test_who_reads_what_is_released_sees_those_versions_and_no_others(client_of, role):
    first = recorded()
    reader = client_of(role)
    assert reader.get(AT).status_code == 404
    comment(BEN, first, text="a word for us")
    accept(BEN, [first])
    assert reader.get(AT).status_code == 404
    release(BEN, [first])
    corrected(note="not yet for all")
    page = reader.get(AT)
    assert "Version 1, recorded by ana" in text(page)
    assert "not yet for all" not in page.text
    assert "a word for us" not in page.text
    assert "accepted in review" not in text(page)
    assert "audit entry" not in text(page)
    assert "Correct" not in text(page)
    assert reader.get(CORRECT).status_code == 403


def test_kinds_without_a_page_and_keys_that_are_none_are_not_there(client_of):
    drafter = client_of("drafter")
    assert drafter.get("/workspace/records/edition/x").status_code == 404
    assert drafter.get("/workspace/records/nothing/x").status_code == 404
    assert Client().get(AT).status_code == 302


def test_shipped_records_of_every_kind_have_a_page(client_of):
    drafter = client_of("drafter")
    for kind, key in (
        ("treatyaction", "apmbc/AFG/accession"),
        ("statement", "apmbc/ARM/statement/1"),
        ("rollcall", "apmbc/plenary/72"),
        ("attendance", "apmbc/KOR/attendance/SC June 2008"),
        ("practice", "apmbc/ARM/practice/production/1"),
        ("activity", "apmbc/letters/2017"),
        ("occasion", "16MSP"),
        ("state", "ARM"),
        ("treaty", "apmbc"),
        ("source", "17msp-status-paper"),
        ("statusclaim", "att/ARE/listed/2014"),
    ):
        page = drafter.get(f"/workspace/records/{kind}/{key}")
        assert page.status_code == 200, (kind, key)
        assert "Accede’s own data" in text(page)
        if kind != "state":
            assert drafter.get(f"/workspace/records/correct/{kind}/{key}").status_code == 200, (kind, key)


def test_script_in_a_text_is_text(client_of):
    recorded(fact=replace(FACT, note="<script>alert(1)</script>"))
    corrected(note="<script>alert(2)</script>")
    assert "<script>alert" not in client_of("drafter").get(AT).text


def pieces(before, after):
    return [(each.how, each.text) for each in difference(before, after)]


def test_texts_differ_word_by_word_and_not_by_white_space():
    assert pieces("It will join soon.", "It will not join soon.") == [
        ("same", "It will "),
        ("new", "not "),
        ("same", "join soon."),
    ]
    assert pieces("same  words", "same words") == [("same", "same words")]
    assert pieces("", "all new") == [("new", "all new")]
    assert pieces("中国支持", "中国不支持") == [("same", "中国"), ("new", "不"), ("same", "支持")]


def test_a_sentence_that_took_the_place_of_another_is_told_as_a_whole():
    assert pieces("Listed as a producer of mines.", "Officials say that it never made mines.") == [
        ("gone", "Listed as a producer of"),
        ("new", "Officials say that it never made"),
        ("same", " mines."),
    ]


def test_of_very_long_texts_the_ends_that_are_the_same_are_told():
    before, after = "a " * 4000 + "end", "a " + "b " * 4000 + "end"
    assert [how for how, _ in pieces(before, after)] == ["same", "gone", "new", "same"]
