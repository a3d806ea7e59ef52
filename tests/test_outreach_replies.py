"""Replies: known by what they answer, suggested by who sent them, recorded by a person, told by the status paper of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest

from accede.accounts.actor import Actor
from accede.accounts.policy import Role
from accede.activities.models import ActivityVersion
from accede.evidence.models import ConfirmationVersion
from accede.outreach.models import Contact, Incoming, IncomingKind, IncomingState
from accede.outreach.replies.assign import assign, set_aside, take_up
from accede.outreach.replies.erase import erase
from accede.outreach.replies.keep import keep_message, keep_note_verbale, keep_upload
from accede.outreach.replies.match import MatchGround, match
from accede.outreach.replies.message import content_of, message_of
from accede.outreach.replies.record_reply import (
    Answer,
    Way,
    acknowledge,
    cited,
    record_file,
    record_unchanged,
    record_words,
)
from accede.outreach.rounds.held import letter_held, letters_of, round_held
from accede.overview.load import EVERY_KIND, load
from accede.paper.tree import Paragraph, text_of
from accede.records import kept
from accede.records.current import current
from accede.records.models import SourceVersion
from accede.records.reference import Reference
from accede.records.release import release
from accede.records.review import accept
from accede.reporting.recipes.status_paper import status_paper
from accede.vocabulary.errors import NotAllowed, Refused
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from replies_cast import ADDRESS, CHINA, MARK, UNCHANGED, UNITED_STATES, came, delivered, letters_gone, mail
from rounds_cast import CLEARER, DRAFTER, REVIEWER, seen_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

PAPER_DAY = date(2019, 8, 21)
SIXTH = PartialDate.parse("2019-05-06")
BOTH = "Written replies were received from China and the United States of America."
PUBLISHER = Actor("publisher", frozenset({Role.PUBLISHER}))


@pytest.fixture(autouse=True)
def address(settings):
    settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"


def contact(state: str, email: str) -> Contact:
    return Contact.objects.create(
        state=state, post="geneva", organization="Permanent Mission", language="en", email=email,
        changed_by="drafter", changed_at="2019-03-01T00:00:00Z",
    )  # fmt: skip


def answer(state: str = "CHN", letter: str = "", on: PartialDate = SIXTH, **changed: object) -> Answer:
    made = Answer(
        treaty="apmbc", state=state, letter=letter, on=on, way=Way.EMAIL,
        citation=cited(Way.EMAIL, "the Permanent Mission of China in Geneva", on),
    )  # fmt: skip
    return replace(made, **changed)


# What is certain, and what is suggested


def test_the_address_for_answers_tells_the_letter():
    key = letters_gone("CHN", "USA")
    delivered(key, "CHN")
    row = came(mail(sender="unknown@elsewhere.example", to=f"outreach+{MARK}@register.example"))
    assert (row.of_state, row.letter, row.state) == ("CHN", letters_of(key)["CHN"].key, IncomingState.MATCHED.value)
    assert row.matched_by == MatchGround.TAG.value


def test_the_thread_tells_the_letter_however_far_back_it_stands():
    key = letters_gone("CHN", "USA")
    delivered(key, "USA")
    row = came(mail(sender="x@y.example", References=f"<{MARK}@register.example> <later@elsewhere.example>"))
    assert (row.of_state, row.matched_by) == ("USA", MatchGround.THREAD.value)


def test_the_address_of_a_contact_is_a_suggestion_and_no_match():
    key = letters_gone("CHN")
    contact("CHN", CHINA)
    row = came(mail())
    assert (row.of_state, row.state) == ("", IncomingState.HELD.value)
    (one,) = match(row).suggestions
    assert (one.state, one.letter, one.ground) == ("CHN", letters_of(key)["CHN"].key, MatchGround.SENDER)


def test_another_address_of_the_same_ministry_is_suggested_and_a_public_one_is_not():
    contact("CHN", CHINA)
    contact("USA", "someone@gmail.com")
    near = came(mail("Nothing.", sender="other@chn.example", message_id="<1@x>"))
    far = came(mail("Nothing.", sender="other@gmail.com", message_id="<2@x>"))
    assert [(one.state, one.ground) for one in match(near).suggestions] == [("CHN", MatchGround.DOMAIN)]
    assert match(far).suggestions == ()


def test_the_state_that_the_message_names_is_suggested_last():
    contact("USA", CHINA)
    row = came(mail())
    named = message_of(row, "apmbc").named
    assert named == "CHN"
    grounds = [(one.state, one.ground) for one in match(row, named=named).suggestions]
    assert grounds == [("USA", MatchGround.SENDER), ("CHN", MatchGround.NAMED)]


def test_a_thread_that_a_contact_of_another_state_writes_in_waits_for_a_person():
    key = letters_gone("CHN", "USA")
    delivered(key, "CHN")
    contact("USA", UNITED_STATES)
    row = came(mail(sender=UNITED_STATES, In_Reply_To=f"<{MARK}@register.example>"))
    assert (row.of_state, row.state) == ("", IncomingState.HELD.value)
    assert {one.state for one in match(row).suggestions} == {"CHN", "USA"}


def test_a_made_up_mark_tells_nothing():
    letters_gone("CHN")
    row = came(mail("Nothing.", sender="x@y.example", to="outreach+ffffffffffffffffffffffff@register.example"))
    assert match(row).suggestions == ()


# What programs write


@pytest.mark.parametrize(
    "fields",
    [
        {"Auto_Submitted": "auto-replied"},
        {"X_Autoreply": "yes"},
        {"Precedence": "bulk"},
        {"List_Id": "<news.example>"},
        {"subject": "Automatic reply: Information on your position"},
        {"subject": "Réponse automatique : vos informations"},
        {"subject": "Автоматический ответ: о позиции"},
        {"subject": "自动回复: 立场"},
    ],
)
def test_an_automatic_answer_is_never_taken_for_a_reply(fields):
    key = letters_gone("CHN")
    delivered(key, "CHN")
    row = came(mail(In_Reply_To=f"<{MARK}@register.example>", **fields))
    assert (row.kind, row.state) == (IncomingKind.AUTOMATIC.value, IncomingState.HELD.value)


def test_a_message_that_says_it_is_no_automatic_one_is_none():
    assert came(mail(Auto_Submitted="no")).kind == IncomingKind.MESSAGE.value


def bounce(about: str) -> bytes:
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: outreach@register.example\n"
        "Subject: Undelivered Mail Returned to Sender\nDate: Tue, 26 Mar 2019 10:00:00 +0000\nMessage-ID: <b@mx.example>\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\nMIME-Version: 1.0\n\n'
        "--b\nContent-Type: text/plain\n\nIt could not be delivered.\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        "Final-Recipient: rfc822; Mission.CHN@chn.example\nAction: failed\nStatus: 5.1.1\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{about}>\nSubject: Letter\n\n--b--\n"
    ).encode()


def test_a_report_of_the_mail_service_tells_which_letter_did_not_arrive():
    key = letters_gone("CHN")
    held = delivered(key, "CHN")
    row = came(bounce(held.message_id))
    assert (row.kind, row.letter, row.state) == (IncomingKind.BOUNCE.value, held.letter, IncomingState.HELD.value)
    assert row.note == "mission.chn@chn.example"


def test_what_was_taken_for_a_programs_can_be_taken_up():
    row = came(mail(Precedence="bulk"))
    take_up(DRAFTER, row.pk, expected_version=row.version)
    row.refresh_from_db()
    assert (row.kind, row.state) == (IncomingKind.MESSAGE.value, IncomingState.HELD.value)


# Kept once, never lost


def test_the_same_message_is_kept_once_whichever_way_it_came():
    first = came(mail())
    again = came(b"Received: from mx by mx2; Mon, 6 May 2019 08:16:00 +0000\nX-Spam: no\n" + mail())
    assert again.pk == first.pk
    assert keep_upload(DRAFTER, mail(), name="answer.eml").number == first.pk
    assert content_of(first) == mail()


def test_two_messages_that_claim_the_same_name_are_two():
    assert came(mail()).pk != came(mail("Another text altogether.")).pk


def test_a_file_that_is_no_message_waits_in_the_pen():
    row = Incoming.objects.get(pk=keep_upload(DRAFTER, b"%PDF-1.4 note", name="../note verbale.pdf").number)
    assert (row.kind, row.state, row.file_name) == (
        IncomingKind.DOCUMENT.value, IncomingState.HELD.value, "note_verbale.pdf",
    )  # fmt: skip


def test_nobody_without_the_presidencys_mail_reads_it():
    for role in (Role.MEMBER, Role.PUBLISHER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            keep_upload(Actor("somebody", frozenset({role})), b"x", name="x.eml")


# Recorded


def test_nothing_changed_is_one_act_with_source_confirmation_reply_and_the_letters_step():
    key = letters_gone("CHN")
    delivered(key, "CHN")
    row = came(mail(In_Reply_To=f"<{MARK}@register.example>"))
    done = record_unchanged(DRAFTER, row.pk, answer(letter=row.letter), expected_version=row.version)
    view = seen_on(PAPER_DAY)
    (said,) = current(ConfirmationVersion, view, said=SIXTH.edtf, state="CHN")
    (reply,) = current(ActivityVersion, view, key=done.reply)
    (source,) = current(SourceVersion, view, key=done.source)
    assert said.fact.reply_to == reply.fact.reply_to == round_held(key).fact.activity
    assert said.source == reply.source == done.source
    assert said.fact.text == ""
    assert source.classification is Classification.PUBLIC
    assert source.fact.kept_sha256 == ""
    assert (letter_held(row.letter).fact.step, letter_held(row.letter).fact.reply) == (LetterStep.REPLIED, done.reply)
    row.refresh_from_db()
    assert (row.state, row.source) == (IncomingState.DONE.value, done.source)


def test_no_word_of_the_message_and_no_address_enters_the_register():
    letters_gone("CHN")
    row = came(mail(sender=f"Zqnameqz <{CHINA}>", subject="Zqsubjectqz"))
    record_unchanged(DRAFTER, row.pk, answer(), expected_version=row.version)
    for model in (SourceVersion, ConfirmationVersion, ActivityVersion):
        for values in model.objects.filter(recorded_by="drafter").values():
            assert not {"Zqnameqz", "Zqsubjectqz", CHINA, UNCHANGED} & set(map(str, values.values()))
            assert "@" not in str(values)


@pytest.mark.storage
def test_the_status_paper_tells_the_replies_by_itself_in_both_folds():
    """Two answer: what is accepted is in the paper in preparation, what is released in the public one. The mail is in neither."""
    key = letters_gone("CHN", "USA", "CUB")
    done = []
    for state, name in (("CHN", "China"), ("USA", "the United States")):
        row = came(mail(message_id=f"<{state}@x>"))
        told = answer(
            state, letters_of(key)[state].key, citation=cited(Way.EMAIL, f"the Permanent Mission of {name}", SIXTH)
        )
        done.append(record_unchanged(DRAFTER, row.pk, told, expected_version=row.version))
    references = [
        *(Reference("confirmation", each.confirmation, 1) for each in done),
        *(Reference("activity", each.reply, 1) for each in done),
    ]
    assert "No written reply" in told_of_letters(accepted=True)
    accept(REVIEWER, references)
    assert BOTH in told_of_letters(accepted=True)
    assert "China" not in told_of_letters(public=True)
    (activity,) = current(ActivityVersion, seen_on(PAPER_DAY), key=round_held(key).fact.activity)
    release(PUBLISHER, [*references, Reference("activity", activity.key, activity.version)])
    assert BOTH in told_of_letters(public=True)
    assert {row.classification for row in SourceVersion.objects.filter(recorded_by="drafter")} == {"public"}
    assert not {row.kept_sha256 for row in SourceVersion.objects.filter(recorded_by="drafter")} - {""}


def told_of_letters(**fold: bool) -> str:
    paper = status_paper(load(seen_on(PAPER_DAY, **fold), "apmbc", *EVERY_KIND), meeting="4RC")
    (section,) = [each for each in paper.sections if each.number == "II"]
    return " ".join(text_of(block.inlines) for block in section.blocks if isinstance(block, Paragraph))


def test_where_the_letter_cannot_move_nothing_is_recorded():
    key = letters_gone("CHN")
    row = came(mail())
    before = SourceVersion.objects.count(), ActivityVersion.objects.count()
    early = PartialDate.parse("2019-01-10")
    with pytest.raises(Refused):
        record_unchanged(
            DRAFTER, row.pk, answer(letter=letters_of(key)["CHN"].key, on=early), expected_version=row.version
        )
    assert (SourceVersion.objects.count(), ActivityVersion.objects.count()) == before
    row.refresh_from_db()
    assert (row.state, row.version) == (IncomingState.HELD.value, 1)


def test_a_letter_to_another_state_a_day_to_come_and_an_address_in_the_citation_are_refused():
    key = letters_gone("CHN", "USA")
    row = came(mail())
    for wrong in (
        answer(letter=letters_of(key)["USA"].key),
        answer(on=PartialDate.parse("2099-01-01")),
        answer(citation=f"Email from {CHINA}, 6 May 2019"),
        answer(citation=" "),
    ):
        with pytest.raises(Refused):
            record_unchanged(DRAFTER, row.pk, wrong, expected_version=row.version)


def test_of_two_who_record_the_same_message_the_second_is_told():
    row = came(mail())
    record_unchanged(DRAFTER, row.pk, answer(), expected_version=1)
    with pytest.raises(Refused):
        record_unchanged(CLEARER, row.pk, answer(), expected_version=1)
    with pytest.raises(Refused):
        record_unchanged(CLEARER, row.pk, answer(), expected_version=2)


def test_the_words_of_an_answer_are_the_copy_of_its_source_and_the_message_is_not():
    letters_gone("CHN")
    row = came(mail(f"Dear Ms Zqnameqz,\n\n{UNCHANGED}"))
    done = record_words(DRAFTER, row.pk, answer(), UNCHANGED, expected_version=row.version)
    (source,) = current(SourceVersion, seen_on(PAPER_DAY), key=done.source)
    copy = kept.read("sources", source.fact.kept_sha256).decode()
    assert UNCHANGED in copy
    assert "Zqnameqz" not in copy
    assert "@" not in copy


def test_the_words_of_an_answer_are_read_into_proposals_as_a_reply():
    from accede.evidence.values import Confirmation
    from accede.intake.findings import DocumentKind
    from accede.intake.propose import propose_copy

    row = came(mail())
    done = record_words(DRAFTER, row.pk, answer(), UNCHANGED, expected_version=row.version)
    (source,) = current(SourceVersion, seen_on(PAPER_DAY), key=done.source)
    found = propose_copy(kept.read("sources", source.fact.kept_sha256), "apmbc", name="reply.eml").findings
    assert found.kind is DocumentKind.REPLY
    (said,) = [one.fact for one in found.proposals if isinstance(one.fact, Confirmation)]
    assert (said.state, said.said, said.citation) == ("CHN", SIXTH, source.fact.title)


def test_a_file_of_the_message_becomes_the_copy_of_the_source():
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = CHINA, "Note", "Mon, 06 May 2019 10:15:00 +0200"
    made.set_content("Please find our note attached.")
    made.add_attachment("The position has not changed.\n", filename="../../note.txt")
    row = came(bytes(made))
    (file,) = message_of(row, "apmbc").files
    assert (file.name, file.is_readable) == ("note.txt", True)
    done = record_file(
        DRAFTER, row.pk, answer(classification=Classification.PRESIDENCY), 0, expected_version=row.version
    )
    (source,) = current(SourceVersion, seen_on(PAPER_DAY), key=done.source)
    assert source.classification is Classification.PRESIDENCY
    assert kept.read("sources", source.fact.kept_sha256) == file.content


def test_an_acknowledgement_moves_the_letter_and_says_nothing_of_the_state():
    key = letters_gone("CHN")
    row = came(mail("Receipt is acknowledged."))
    letter = letters_of(key)["CHN"].key
    before = ActivityVersion.objects.count()
    acknowledge(DRAFTER, row.pk, letter=letter, on=SIXTH, expected_version=row.version)
    assert letter_held(letter).fact.step is LetterStep.ACKNOWLEDGED
    assert not ConfirmationVersion.objects.filter(recorded_by="drafter").exists()
    assert ActivityVersion.objects.count() == before


def test_a_note_verbale_that_was_typed_in_answers_the_letter_it_was_typed_in_for():
    key = letters_gone("CHN")
    letter = letters_of(key)["CHN"].key
    done = keep_note_verbale(
        DRAFTER, "The Mission has the honour.", state="CHN", letter=letter, title="No. 12/2019", on=date(2019, 5, 6)
    )
    row = Incoming.objects.get(pk=done.number)
    assert (row.of_state, row.letter, row.matched_by) == ("CHN", letter, "person drafter")
    assert message_of(row, "apmbc").own == ("No. 12/2019", "The Mission has the honour.")


def test_somebody_says_whose_it_is_and_sets_aside_and_takes_up_again():
    row = came(mail("Hello.", sender="x@y.example"))
    assign(DRAFTER, row.pk, state="CUB", expected_version=1)
    set_aside(DRAFTER, row.pk, note="a greeting", expected_version=2)
    with pytest.raises(Refused):
        assign(DRAFTER, row.pk, state="CUB", expected_version=3)
    take_up(CLEARER, row.pk, expected_version=3)
    row.refresh_from_db()
    assert (row.of_state, row.state, row.matched_by) == ("CUB", IncomingState.MATCHED.value, "person drafter")


def test_what_is_erased_is_gone_and_does_not_come_back(django_capture_on_commit_callbacks):
    row = came(mail())
    with pytest.raises(Refused):
        erase(DRAFTER, row.pk, expected_version=1)
    set_aside(DRAFTER, row.pk, expected_version=1)
    with django_capture_on_commit_callbacks(execute=True):
        erase(DRAFTER, row.pk, expected_version=2)
    row.refresh_from_db()
    assert CHINA not in str(list(Incoming.objects.filter(pk=row.pk).values()))
    assert keep_message(mail(), came_by="mailbox").is_new is False
    assert keep_message(b"Received: again\n" + mail(), came_by="mailbox").is_new is False
    with pytest.raises(Refused):
        content_of(row)
    with pytest.raises(FileNotFoundError):
        kept.read("mail", row.file_sha256)
