"""What was done: meetings as the papers count them, notes and promises that stay inside, the working group, lists of a meeting."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.activities.models import ActivityVersion, NoteVersion, PromiseVersion
from accede.activities.threads import Membership, Note, Offer, Promise
from accede.activities.values import Activity
from accede.evidence.models import AttendanceVersion
from accede.evidence.record import record
from accede.intake.kind import read_findings, shipped_treaties
from accede.intake.record_new import AlreadyRecorded
from accede.outreach.done.group import join_group, leave_group
from accede.outreach.done.invite import invite, register_delegations, states_in, took_floor
from accede.outreach.done.note import rewrite_note, write_note
from accede.outreach.done.offer import make_offer, settle_offer
from accede.outreach.done.promise import record_promise, settle_promise
from accede.outreach.done.record_done import link_to_actions, own_source, record_done
from accede.outreach.done.threads import invitations, members, notes_of, offers, promises
from accede.overview.items import activity_item
from accede.overview.load import EVERY_KIND, load
from accede.publishing import sentences
from accede.publishing.tables.activities import TABLE
from accede.publishing.told import told as told_of
from accede.records.current import current
from accede.records.reference import Reference
from accede.records.review import accept
from accede.records.values import View
from accede.reporting.recipes.status_paper import status_paper
from accede.vocabulary.activities import ActivityKind, NoteKind, OfferStanding, PromiseStanding, SetOff
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor as SaidToHaveActed
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names
from intake_cast import occasions
from recipe_cast import text

pytestmark = pytest.mark.usefixtures("register")

ANA, BEN = operator("ana"), operator("ben")
CLEARER = Actor("office", frozenset({Role.CLEARER}))
MEMBER = Actor("member", frozenset({Role.MEMBER}))
DAY = PartialDate.parse("2026-06-08")
MET = Activity(
    treaty="apmbc",
    kind=ActivityKind.BILATERAL,
    on=DAY,
    by="President",
    towards=("KGZ", "LAO", "SAU", "ARE"),
    place="Geneva",
)
PROMISE = Promise(
    treaty="apmbc",
    by="LAO",
    state="LAO",
    what="Send the text of the draft law",
    promised=DAY,
    standing=PromiseStanding.OPEN,
    due=PartialDate.parse("2026-09"),
)


def view(**about):
    return View(as_of=date.max, known_on=datetime.now(UTC), **about)


def accepted(keys):
    accept(BEN, [Reference("activity", key, 1) for key in keys])


def paper(on: date, **about) -> str:
    return text(status_paper(load(replace(view(**about), as_of=on), "apmbc", *EVERY_KIND)))


def test_four_states_met_one_by_one_are_four_meetings_and_the_status_paper_says_so():
    keys = record_done(ANA, MET)
    assert keys == tuple(f"apmbc/bilateral/2026-06-08/{iso3}" for iso3 in MET.towards)
    assert "met bilaterally" not in paper(date(2026, 8, 1), accepted=True)
    accepted(keys)
    said = paper(date(2026, 8, 1), accepted=True)
    assert "On 8 June 2026, the President met bilaterally with Kyrgyzstan, the Lao People’s Democratic" in said
    assert "Republic, Saudi Arabia and the United Arab Emirates." in said


def test_states_met_together_are_one_meeting():
    assert record_done(ANA, MET, together=True) == ("apmbc/bilateral/2026-06-08/President",)


def test_what_the_president_and_an_envoy_did_on_one_day_is_told_apart():
    keys = record_done(ANA, replace(MET, towards=("KGZ",)))
    keys += record_done(ANA, replace(MET, towards=("LAO",), by="Special Envoy for universalization"))
    accepted(keys)
    said = paper(date(2026, 8, 1), accepted=True)
    assert "the President met bilaterally with Kyrgyzstan." in said
    assert "Special Envoy for universalization met bilaterally with the Lao People’s Democratic Republic." in said


def test_one_state_recorded_already_keeps_the_others_from_being_recorded():
    record_done(ANA, replace(MET, towards=("SAU",)))
    with pytest.raises(AlreadyRecorded):
        record_done(ANA, MET)
    assert not ActivityVersion.objects.filter(key__startswith="apmbc/bilateral/2026-06-08/KGZ").exists()


def test_who_took_part_in_a_bilateral_is_a_note_and_no_field_of_what_can_be_public():
    [key] = record_done(
        ANA, replace(MET, towards=("KGZ",)), participants=["Permanent Representative"], note="Went well."
    )
    [fact] = [each.fact for each in current(ActivityVersion, view(), on=DAY.edtf)]
    assert fact.participants == ()
    assert [(each.fact.kind, each.fact.text) for each in notes_of(ANA, key)] == [
        (NoteKind.PARTICIPANTS, "Permanent Representative"),
        (NoteKind.FILE, "Went well."),
    ]
    assert {each.classification for each in notes_of(ANA, key)} == {Classification.PRESIDENCY}


def test_who_took_part_in_a_workshop_is_said_of_it():
    record_done(ANA, replace(MET, kind=ActivityKind.WORKSHOP, towards=()), participants=["BEL", "ICRC"])
    [fact] = [each.fact for each in current(ActivityVersion, view(), on=DAY.edtf)]
    assert fact.participants == ("BEL", "ICRC")


def test_a_call_is_no_bilateral_meeting():
    keys = record_done(ANA, replace(MET, kind=ActivityKind.CALL))
    assert len(keys) == 4
    accepted(keys)
    assert "met bilaterally" not in paper(date(2026, 8, 1), accepted=True)


def test_a_person_or_an_address_is_refused_and_a_function_is_not():
    for text_ in ("Mr Smith was there", "Ask ana@example.org", "H.E. Mr. Jones", "Mme Dupont a promis"):
        with pytest.raises(Refused):
            write_note(ANA, Note(treaty="apmbc", kind=NoteKind.FILE, text=text_, state="KGZ"))
        with pytest.raises(Refused):
            record_done(ANA, replace(MET, summary=text_))
    told = "Mr. President, the Permanent Representative and Mrs. Chair spoke."
    assert write_note(ANA, Note(treaty="apmbc", kind=NoteKind.FILE, text=told, state="KGZ")) == "apmbc/KGZ/note/1"
    assert not ActivityVersion.objects.filter(on=DAY.edtf).exists()


def test_notes_are_read_by_those_they_are_for():
    for each in (Classification.PRESIDENCY, Classification.ISU):
        note = Note(treaty="apmbc", kind=NoteKind.FILE, text=f"For {each}", activity="apmbc/bilateral/2018/KGZ")
        write_note(ANA, note, classification=each)
    assert len(notes_of(ANA, "apmbc/bilateral/2018/KGZ")) == 2
    assert [each.fact.text for each in notes_of(CLEARER, "apmbc/bilateral/2018/KGZ")] == ["For presidency"]
    assert notes_of(MEMBER, "apmbc/bilateral/2018/KGZ") == ()
    with pytest.raises(UnknownName):
        rewrite_note(CLEARER, "apmbc/bilateral/2018/KGZ/note/2", "Other", expected_version=1)
    with pytest.raises(Refused):
        write_note(ANA, note, classification=Classification.PUBLIC)


def test_nobody_overwrites_a_note_that_somebody_else_changed():
    key = write_note(ANA, Note(treaty="apmbc", kind=NoteKind.FILE, text="First", state="KGZ"))
    rewrite_note(BEN, key, "Second", expected_version=1)
    with pytest.raises(Refused):
        rewrite_note(ANA, key, "Third", expected_version=1)
    assert [each.text for each in NoteVersion.objects.filter(key=key).order_by("version")] == ["First", "Second"]


def test_a_promise_is_open_until_it_is_settled():
    key = record_promise(ANA, PROMISE)
    assert key == "apmbc/promise/LAO/1"
    assert [each.key for each in promises(ANA, "apmbc", is_open=True)] == [key]
    settle_promise(ANA, key, PromiseStanding.KEPT, expected_version=1, note="It came on 1 August")
    assert promises(ANA, "apmbc", is_open=True) == ()
    [kept] = promises(ANA, "apmbc", state="LAO")
    assert (kept.fact.standing, kept.fact.note) == (PromiseStanding.KEPT, "It came on 1 August")
    assert promises(MEMBER, "apmbc") == ()
    with pytest.raises(Refused):
        settle_promise(ANA, key, PromiseStanding.DROPPED, expected_version=1)


def test_promises_stand_in_the_order_in_which_they_are_due():
    record_promise(ANA, PROMISE)
    record_promise(ANA, replace(PROMISE, by="President", due=PartialDate.parse("2026-07-01"), state="KGZ"))
    record_promise(ANA, replace(PROMISE, due=None, state="SAU"))
    assert [each.fact.state for each in promises(ANA, "apmbc")] == ["KGZ", "LAO", "SAU"]


@pytest.mark.parametrize(
    "wrong", [{"what": " "}, {"by": ""}, {"due": PartialDate.parse("2026-06-01")}, {"what": "Mrs Jones comes"}]
)
def test_a_promise_that_cannot_be_is_refused(wrong):
    with pytest.raises(Refused):
        record_promise(ANA, replace(PROMISE, **wrong))
    assert not PromiseVersion.objects.exists()


def test_only_who_may_record_for_the_presidency_promises():
    with pytest.raises(NotAllowed):
        record_promise(MEMBER, PROMISE)


def test_members_come_and_go():
    key = join_group(ANA, Membership(treaty="apmbc", member="BEL", since=PartialDate.parse("2026-01-15")))
    join_group(ANA, Membership(treaty="apmbc", member="International Committee of the Red Cross"))
    with pytest.raises(Refused):
        join_group(ANA, Membership(treaty="apmbc", member="BEL"))
    leave_group(ANA, key, PartialDate.parse("2026-03-01"), expected_version=1)
    assert [each.fact.member for each in members(ANA, "apmbc", on=date(2026, 2, 1))] == [
        "BEL",
        "International Committee of the Red Cross",
    ]
    assert len(members(ANA, "apmbc", on=date(2026, 4, 1))) == 1


def test_an_offer_stands_once_until_something_becomes_of_it():
    offer = Offer(treaty="apmbc", by="BEL", state="LAO", offered=DAY, standing=OfferStanding.OFFERED)
    key = make_offer(ANA, offer)
    with pytest.raises(Refused):
        make_offer(ANA, offer)
    settle_offer(ANA, key, OfferStanding.DONE, expected_version=1)
    assert offers(ANA, "apmbc", is_open=True) == ()
    assert make_offer(ANA, offer) == "apmbc/offer/LAO/2"


def test_a_list_of_a_meeting_is_read_whole_or_not_at_all():
    assert states_in("Lao PDR\n• Saudi Arabia,\n\nKGZ\nLao PDR") == ("LAO", "SAU", "KGZ")
    with pytest.raises(UnknownName, match="line 2"):
        states_in("Lao PDR\nAtlantis")
    with pytest.raises(Refused):
        states_in("\n \n")


def test_who_is_invited_and_registered_is_noted_once():
    assert invite(ANA, "apmbc", "24MSP", ["LAO", "SAU"], DAY) == 2
    assert invite(ANA, "apmbc", "24MSP", ["LAO", "KGZ"], DAY) == 1
    assert register_delegations(ANA, "apmbc", "24MSP", ["LAO"], PartialDate.parse("2026-10-01")) == 1
    found = invitations(ANA, "apmbc", "24MSP")
    assert set(found) == {"LAO", "SAU", "KGZ"}
    assert (found["LAO"].fact.invited, found["LAO"].fact.registered) == (DAY, PartialDate.parse("2026-10-01"))
    assert invitations(MEMBER, "apmbc", "24MSP") == {}


def test_taking_the_floor_completes_the_attendance_that_is_held_from_the_same_source():
    source = own_source(ANA)
    assert took_floor(ANA, "apmbc", "22MSP", ["LAO", "KGZ"], source=source) == 2
    assert took_floor(ANA, "apmbc", "22MSP", ["LAO"], source=source) == 0
    spoke = [each.fact.state for each in current(AttendanceVersion, view(), occasion="22MSP") if each.source == source]
    assert sorted(spoke) == ["KGZ", "LAO"]


def test_a_press_release_about_alleged_use_says_who_alleges_where_and_who_is_said_to_have_acted():
    release = Activity(
        treaty="apmbc", kind=ActivityKind.PRESS_RELEASE, on=DAY, by="President", set_off=SetOff.ALLEGED_USE
    )
    for told in ({}, {"alleged_by": "UNSMIL"}, {"alleged_by": "UNSMIL", "about_state": "LBY"}):
        with pytest.raises(Refused):
            record_done(ANA, replace(release, **told))
    whole = replace(release, alleged_by="UNSMIL", about_state="LBY", actor=SaidToHaveActed.UNKNOWN)
    assert record_done(ANA, whole)
    with pytest.raises(Refused):
        record_done(ANA, replace(whole, actor=SaidToHaveActed.ARMED_GROUP))


def test_an_activity_is_linked_to_an_action_of_the_plan_as_a_correction():
    [key] = record_done(ANA, replace(MET, towards=("KGZ",)))
    [held] = current(ActivityVersion, view(), on=DAY.edtf)
    link_to_actions(ANA, held, ["oslo/11"], expected_version=1)
    [held] = current(ActivityVersion, view(), on=DAY.edtf)
    assert (held.key, held.version, held.fact.plan_actions) == (key, 2, ("oslo/11",))


def test_the_public_is_told_where_and_for_whom_and_never_who_took_part_in_a_bilateral():
    told = {"place": "Geneva", "on_behalf_of": "BEL", "participants": ("zqfunctionqz",)}
    [followed] = record_done(ANA, replace(MET, towards=("SAU",)), classification=Classification.PRESIDENCY)
    record(ANA, "apmbc/met", replace(MET, towards=("KGZ",), follows=followed, **told), source=own_source(ANA))
    record_done(ANA, replace(MET, kind=ActivityKind.WORKSHOP, towards=(), participants=("ICRC",), place="Vientiane"))
    register = load(
        replace(view(classes=frozenset({Classification.PUBLIC})), as_of=date(2026, 8, 1)), "apmbc", *EVERY_KIND
    )
    rows = {each.key: each for each in TABLE.rows(register)}
    met = rows["apmbc/met"]
    assert (met.place, met.on_behalf_of, met.participants, met.follows) == ("Geneva", "BEL", (), None)
    [workshop] = [each for each in rows.values() if each.kind is ActivityKind.WORKSHOP and each.place == "Vientiane"]
    assert workshop.participants == ("ICRC",)
    [held] = [each for each in register.activities if each.key == "apmbc/met"]
    assert "on behalf of Belgium, Geneva." in sentences.activity(activity_item(held))
    assert "zqfunctionqz" not in told_of(held)


def test_what_the_paper_says_of_a_visit_and_a_call_is_read_back():
    visit = replace(MET, kind=ActivityKind.VISIT, towards=("LAO",), by="Special Envoy", place="Vientiane, Lao PDR")
    call = replace(MET, kind=ActivityKind.CALL, towards=("KGZ", "UZB"), place="", on_behalf_of="BEL")
    accepted([*record_done(ANA, visit), *record_done(ANA, call, together=True)])
    register = load(replace(view(accepted=True), as_of=date(2026, 8, 1)), "apmbc", *EVERY_KIND)
    found = read_findings(
        status_paper(register), shipped_names(), occasions(), treaty="apmbc", name="paper", treaties=shipped_treaties()
    )
    read_back = {each.fact.kind: each.fact for each in found.proposals if isinstance(each.fact, Activity)}
    visited, called = read_back[ActivityKind.VISIT], read_back[ActivityKind.CALL]
    assert (visited.towards, visited.place, visited.by, visited.on) == (("LAO",), visit.place, visit.by, visit.on)
    assert (called.towards, called.on_behalf_of, called.on) == (("KGZ", "UZB"), "BEL", call.on)
