"""Keeping, putting together and erasing contacts: what goes, what stays, what is in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.outreach.contacts.details import Details, details_of
from accede.outreach.contacts.doubles import doubles, put_together
from accede.outreach.contacts.erase import due, erase, erase_due, erase_person
from accede.outreach.contacts.keep import add, change, keep_longer, set_until
from accede.outreach.contacts.log import entries
from accede.outreach.contacts.queries import today
from accede.outreach.contacts.traces import traces_by, traces_of
from accede.outreach.models import (
    Contact,
    ContactEntry,
    ContactHappening,
    Delivery,
    DeliveryState,
    Incoming,
    IncomingState,
    Submission,
)
from accede.records import kept
from accede.records.models import AuditEntry
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.vocabulary.letters import Post
from contacts_cast import AT, came, delivered, digest_of

pytestmark = pytest.mark.django_db

ANA = operator("ana")
TONGA = Details(state="TON", post=Post.GENEVA, email="mission@tonga.example.org")
PERSON = replace(TONGA, person="A. Person", function="Second Secretary", email="a@tonga.example.org")


def filled(words, state="TON"):
    return Submission.objects.create(
        treaty="apmbc", state=state, answers="{}", filled_by=words, came_at=AT, came_by="link"
    )


@pytest.mark.storage
def test_with_a_contact_go_the_address_of_its_letters_and_the_sender_of_its_messages():
    made = add(ANA, PERSON)
    delivered(made)
    came(made.email, name="Person, A.")
    filled("A. Person, Second Secretary")
    gone = erase(ANA, made.pk, expected_version=1)
    assert (gone.contacts, gone.deliveries, gone.messages, gone.files, gone.submissions) == (1, 1, 1, 0, 1)
    letter, message = Delivery.objects.get(), Incoming.objects.get()
    assert (letter.address, letter.answer, letter.contact) == ("", "", made.pk)
    assert [entry.words for entry in letter.entries.all()] == [""]
    assert (message.sender, message.sender_name, message.subject) == ("", "", "Re: a letter")
    assert Submission.objects.get().filled_by == ""
    assert not Contact.objects.exists()


def test_the_digest_still_proves_where_a_letter_went():
    made = add(ANA, PERSON)
    delivered(made)
    erase(ANA, made.pk, expected_version=1)
    assert Delivery.objects.get().address_digest == digest_of("a@tonga.example.org")


def test_nobody_is_erased_while_a_letter_waits_to_be_sent_there():
    made = add(ANA, PERSON)
    letter = delivered(made)
    for state in (DeliveryState.QUEUED, DeliveryState.OFFERED):
        Delivery.objects.filter(pk=letter.pk).update(state=state.value)
        with pytest.raises(Refused, match="a letter waits"):
            erase(ANA, made.pk, expected_version=1)
    assert Contact.objects.get().email == "a@tonga.example.org"
    assert Delivery.objects.get().address == "a@tonga.example.org"


def test_a_mailbox_that_others_have_too_is_not_this_persons_alone():
    mission = add(ANA, TONGA)
    person = add(ANA, replace(PERSON, email=TONGA.email))
    to_mission, to_person = delivered(mission), delivered(person)
    came(TONGA.email, name="Permanent Mission of Tonga")
    assert traces_of(ANA, person).deliveries == (to_person.pk,)
    erase(ANA, person.pk, expected_version=1)
    assert Delivery.objects.get(pk=to_mission.pk).address == TONGA.email
    assert Incoming.objects.get().sender == TONGA.email


def test_a_person_of_the_same_name_elsewhere_is_somebody_else():
    made = add(ANA, PERSON)
    came("other@example.org", name="A. Person", state="MAR")
    filled("A. Person", state="MAR")
    mine = came("home@example.org", name="a. person", content="1" * 64)
    assert traces_of(ANA, made).messages == (mine.pk,)
    assert traces_of(ANA, made).submissions == ()


def test_files_of_messages_go_where_that_is_asked_and_no_source_rests_on_them(
    settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.ACCEDE_HOME = tmp_path
    free, source, open_one = (kept.keep("mail", content) for content in (b"free", b"source", b"open"))
    came("a@tonga.example.org", content=open_one, stands=IncomingState.HELD)
    came("a@tonga.example.org", content=free)
    came("a@tonga.example.org", content=source, source="letter")
    with django_capture_on_commit_callbacks(execute=True):
        gone = erase_person(ANA, email="A@tonga.example.org", with_files=True)
    assert (gone.messages, gone.files) == (3, 1)
    assert {file.name for file in (tmp_path / "mail").iterdir()} == {source, open_one}
    erased = Incoming.objects.get(file_sha256=free)
    assert erased.subject == ""
    assert erased.erased_at is not None


def test_somebody_is_found_by_address_and_by_whole_name_and_never_by_a_part_of_one():
    made = add(ANA, PERSON)
    delivered(None, address="old@tonga.example.org")
    assert traces_by(ANA, person="a. person").contacts == (made.pk,)
    assert traces_by(ANA, email="OLD@tonga.example.org").number == 1
    assert traces_by(ANA, person="Person").number == 0
    assert traces_by(ANA, email="nobody@example.org").number == 0
    with pytest.raises(Refused):
        traces_by(ANA, person="A.")


def test_erasing_leaves_no_word_of_the_person_in_any_table_of_contacts_letters_or_mail_and_none_in_the_chain():
    before = AuditEntry.objects.count()
    made = add(ANA, replace(PERSON, note="likes tea", phone="+41 22", address="Rue 1", salutation="Dear A. Person"))
    change(ANA, made.pk, replace(details_of(made), phone="+41 23"), expected_version=1)
    delivered(made)
    came(made.email, name="A. Person")
    filled("A. Person")
    erase(ANA, made.pk, expected_version=2)
    words = ("Person", "tonga.example.org", "+41", "Rue", "tea")
    for model in (Contact, ContactEntry, Delivery, Incoming, Submission):
        held = repr(list(model.objects.values_list()))
        assert not any(word in held for word in words), model
    assert AuditEntry.objects.count() == before


def test_the_log_tells_who_did_what_and_outlives_the_contact():
    made = add(ANA, PERSON)
    change(operator("bo"), made.pk, replace(details_of(made), phone="1", language="fr"), expected_version=1)
    erase(ANA, made.pk, expected_version=2)
    told = [(each.actor, each.happening, each.details) for each in entries(ANA, contact=made.pk)]
    assert told == [("ana", "erased", ""), ("bo", "changed", "language phone"), ("ana", "added", "")]
    assert entries(ANA)[0].state == "TON"


def test_a_change_that_changes_nothing_is_none():
    made = add(ANA, PERSON)
    assert change(ANA, made.pk, details_of(made), expected_version=1).version == 1
    assert len(entries(ANA)) == 1


def test_data_of_a_person_is_looked_at_again_and_that_of_a_post_is_not():
    assert add(ANA, TONGA).keep_until is None
    assert add(ANA, replace(PERSON, until=date(2027, 6, 30))).keep_until == date(2028, 6, 29)
    assert add(ANA, replace(PERSON, person="B. Person")).keep_until == today() + timedelta(days=730)
    assert add(ANA, replace(PERSON, person="C. Person", keep_until=date(2030, 1, 1))).keep_until == date(2030, 1, 1)


def test_what_is_due_is_what_has_come_and_the_rest_is_not_touched():
    first = add(ANA, replace(PERSON, keep_until=today()))
    later = add(ANA, replace(PERSON, person="B. Person", email="", keep_until=today() + timedelta(days=1)))
    waits = add(ANA, replace(PERSON, person="C. Person", email="c@example.org", keep_until=today() - timedelta(days=9)))
    delivered(waits, state=DeliveryState.QUEUED)
    stale = add(ANA, replace(PERSON, person="D. Person", email="d@example.org", keep_until=today()))
    assert [one.pk for one in due(ANA)] == [waits.pk, first.pk, stale.pk]
    gone, stay = erase_due(ANA, [(first.pk, 1), (later.pk, 1), (waits.pk, 1), (stale.pk, 2)])
    assert gone.contacts == 1
    assert {one.pk for one in stay} == {waits.pk, stale.pk}
    assert Contact.objects.count() == 3


def test_keeping_longer_needs_a_day_to_come():
    made = add(ANA, replace(PERSON, keep_until=today()))
    with pytest.raises(Refused):
        keep_longer(ANA, made.pk, today(), expected_version=1)
    assert keep_longer(ANA, made.pk, today() + timedelta(days=9), expected_version=1).version == 2
    assert due(ANA) == ()


def test_a_term_that_ended_begins_again_and_the_day_of_looking_follows():
    made = add(ANA, PERSON)
    ended = set_until(ANA, made.pk, date(2026, 1, 31), expected_version=1)
    assert ended.keep_until == date(2027, 1, 31)
    assert set_until(ANA, made.pk, None, expected_version=2).until is None
    with pytest.raises(Refused, match="meanwhile"):
        set_until(ANA, made.pk, date(2026, 1, 31), expected_version=1)


def test_two_are_put_together_and_letters_to_both_belong_to_the_one_that_stays():
    first = add(ANA, replace(PERSON, phone="1"))
    second = add(ANA, replace(PERSON, person="Anna Person", phone="2", address="Rue 1"))
    letter = delivered(second)
    assert doubles(ANA) == ((first, second),)
    held = put_together(ANA, first.pk, second.pk, versions=(1, 1))
    assert (held.person, held.phone, held.address) == ("A. Person", "1", "Rue 1")
    letter.refresh_from_db()
    assert letter.contact == first.pk
    assert [each.happening for each in entries(ANA)][:2] == [ContactHappening.ERASED, ContactHappening.MERGED]
    with pytest.raises(UnknownName):
        put_together(ANA, first.pk, second.pk, versions=(2, 1))


def test_contacts_of_two_states_are_never_put_together():
    first, second = add(ANA, TONGA), add(ANA, replace(TONGA, state="MAR"))
    assert doubles(ANA) == ()
    with pytest.raises(Refused):
        put_together(ANA, first.pk, second.pk, versions=(1, 1))
    with pytest.raises(Refused):
        put_together(ANA, first.pk, first.pk, versions=(1, 1))


def test_a_person_and_the_post_with_one_mailbox_are_no_double():
    add(ANA, TONGA)
    add(ANA, replace(PERSON, email=TONGA.email))
    add(ANA, replace(PERSON, person="Somebody Else", email=TONGA.email))
    assert doubles(ANA) == ()


@pytest.mark.parametrize(
    "details",
    [
        replace(TONGA, state="XXX"),
        replace(TONGA, language="de"),
        replace(TONGA, email="not an address"),
        replace(TONGA, organization="x" * 301),
        replace(TONGA, post=Post.CAPITAL),
        replace(PERSON, since=date(2027, 1, 1), until=date(2026, 1, 1)),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(details):
    with pytest.raises(Refused) as refused:
        add(ANA, details)
    assert refused.value.remedy
    assert not Contact.objects.exists()


def test_nobody_without_the_role_keeps_erases_or_looks():
    made = add(ANA, PERSON)
    member = Actor("bo", frozenset({Role.MEMBER, Role.PUBLISHER, Role.ADMINISTRATOR}))
    asked = (
        lambda: add(member, TONGA),
        lambda: change(member, made.pk, TONGA, expected_version=1),
        lambda: erase(member, made.pk, expected_version=1),
        lambda: erase_person(member, email="a@tonga.example.org"),
        lambda: due(member),
        lambda: entries(member),
        lambda: doubles(member),
    )
    for each in asked:
        with pytest.raises(NotAllowed):
            each()
    assert Contact.objects.get().version == 1
    assert datetime.now(UTC) >= Contact.objects.get().changed_at
