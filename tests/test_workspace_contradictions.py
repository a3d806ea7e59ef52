"""All contradictions on one screen: both sides with their sources; one is chosen with a reason, and another undoes it."""

import re

import pytest
from django.template import engines

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Attendance
from accede.overview.attendance import participation
from accede.overview.contradictions import contradictions
from accede.records.choose import choices_made
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.sources import Classification
from accede.workspace.asking import register_of
from test_pages import Misspelt

pytestmark = pytest.mark.usefixtures("register")

AT = "/workspace/contradictions/"
VUT = "apmbc/VUT/ratification"
KOR = "apmbc/KOR/attendance/SC June 2008"


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


def text(answer):
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def register():
    return register_of(operator("ana"))


def held():
    return {each.topic: each for each in contradictions(register())}


def choice(key, topic, kind, reason="It is the nearer one."):
    return {"topic": topic, "record": f"{kind} 1 {key}", "reason": reason}


def test_all_of_the_register_stand_there_with_sources_and_grades(client_of):
    found = held()
    assert {VUT, KOR, "apmbc/MAR/attendance/IM2018", "apmbc/plenary/52"} <= set(found)
    assert "apmbc/GEO/practice/use/1 | apmbc/GEO/practice/use/2" in found
    assert found["apmbc/first-committee/72"].states == ("LBY", "MAR")
    told = text(client_of("reviewer").get(AT))
    assert f"On {len(found)} questions the records contradict each other, and nobody has chosen." in told
    assert "Vanuatu: Ratification" in told
    assert "deposited 16 September 2005" in told
    assert "deposited 6 September 2005" in told
    assert "in favour: Libya and Morocco" in told
    assert "depositary · " in told or "· depositary" in told


def test_a_choice_is_told_with_who_and_why_and_undone_by_another(client_of):
    reviewer = client_of("reviewer")
    other = f"{VUT}~paclii-1997-8"
    bare = reviewer.post(AT, choice(other, VUT, "treatyaction", reason=" "))
    assert (bare.status_code, "A choice needs a reason." in text(bare)) == (409, True)
    none = reviewer.post(AT, {"topic": VUT, "reason": "kept as typed"})
    assert "Choose the side that is right." in text(none)
    assert "kept as typed" in none.text
    answer = reviewer.post(AT, choice(other, VUT, "treatyaction"))
    assert answer["Location"] == f"{AT}#apmbc_VUT_ratification"
    told = text(reviewer.get(AT))
    assert "reviewer chose on" in told
    assert "It is the nearer one." in told
    assert "On 1 somebody has." in told
    assert [side.counts for side in held()[VUT].sides] == [True, False]
    assert held()[VUT].sides[0].record.key == other
    reviewer.post(AT, choice(VUT, VUT, "treatyaction", reason="The depositary says so."))
    assert held()[VUT].sides[0].record.key == VUT
    assert choices_made()[VUT].reason == "The depositary says so."


def test_of_claims_that_exclude_each_other_the_chosen_one_answers(client_of):
    one, other = "apmbc/GEO/practice/use/1", "apmbc/GEO/practice/use/2"
    topic = f"{one} | {other}"
    assert not any(side.counts for side in held()[topic].sides)
    client_of("reviewer").post(AT, choice(other, topic, "practice"))
    assert {side.record.key: side.counts for side in held()[topic].sides} == {one: False, other: True}


def test_who_never_took_part_can_be_chosen_against_a_mark(client_of):
    client_of("reviewer").post(AT, choice("apmbc/KOR/attendance/never", KOR, "attendance"))
    assert "SC June 2008" not in participation(register(), "KOR").attended
    client_of("reviewer").post(AT, choice(KOR, KOR, "attendance"))
    assert "SC June 2008" in participation(register(), "KOR").attended


def test_who_does_not_judge_looks_and_does_not_choose(client_of):
    drafter = client_of("drafter")
    assert 'type="radio"' not in drafter.get(AT).text
    assert drafter.post(AT, choice(VUT, VUT, "treatyaction")).status_code == 403
    assert client_of("member").get(AT).status_code == 403
    assert choices_made() == {}


def test_what_is_no_side_of_it_is_not_chosen(client_of):
    reviewer = client_of("reviewer")
    assert reviewer.post(AT, choice("apmbc/AFG/accession", VUT, "treatyaction")).status_code == 409
    assert reviewer.post(AT, choice(VUT, "apmbc/none", "treatyaction")).status_code == 404
    assert choices_made() == {}


def test_a_side_for_fewer_makes_no_contradiction_for_the_others(client_of):
    mark = Attendance(
        treaty="apmbc",
        state="ARE",
        occasion="16MSP",
        claim=ParticipationClaim.TOOK_PART,
        basis=AttendanceBasis.REPORT,
    )
    key = "apmbc/ARE/attendance/16MSP~note"
    record(operator("ana"), key, mark, source="18msp-statement", classification=Classification.ISU)
    seen = client_of("reviewer").get(AT).text
    assert "apmbc_ARE_attendance_16MSP" in seen
    assert "waiting for review" in seen
    assert "apmbc_ARE_attendance_16MSP" not in client_of("clearer").get(AT).text


def test_where_nothing_contradicts_the_page_says_what_would_stand_there(client_of, empty_register):
    assert "No two records contradict each other." in text(client_of("reviewer").get(AT))
