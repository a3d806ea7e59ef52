"""Letters go out by mail once, whatever the mail server, the network, the clock or a second press of the button does."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise

import docx
import pdfplumber
import pikepdf
import pytest

from accede.accounts.actor import Actor
from accede.accounts.policy import Role
from accede.outreach.models import ConfirmLink, Contact, Delivery, DeliveryState
from accede.outreach.rounds.held import IN_WORK, letters_of, round_held
from accede.outreach.rounds.remind import remind, reminder_of
from accede.outreach.rounds.steps import move
from accede.outreach.rounds.told import told_by
from accede.outreach.sending import decide, job, settle
from accede.outreach.sending.addresses import delivery_answered, digest_of
from accede.outreach.sending.message import SEVEN_BITS
from accede.outreach.sending.offer import until_next
from accede.outreach.sending.queue import queue
from accede.records import jobs, kept
from accede.records.models import Job
from accede.records.write import writing
from accede.vocabulary.errors import NotAllowed, Refused
from accede.vocabulary.letters import LetterForm, LetterStep
from post_office import MAILBOX, free_port, post_office
from rounds_cast import DRAFTER, cleared, stepped
from sending_cast import STATES, address_of, later, lead_to, mission, queued, round_in, round_to, sent, to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


@pytest.fixture
def office(settings):
    """A mail server that takes everything until it is told otherwise."""
    with post_office() as opened:
        lead_to(settings, opened)
        yield opened


def steps(key: str) -> set[LetterStep]:
    return {each.fact.step for each in letters_of(key).values()}


def text_of(mail: EmailMessage) -> str:
    return mail.get_body(("plain",)).get_content()


def to_number(iso3: str) -> int:
    """The number of the first contact of a State."""
    return Contact.objects.filter(state=iso3).order_by("pk")[0].pk


def _links(pdf: bytes) -> set[str]:
    """The addresses at which the State answers, as the letter has them."""
    with pdfplumber.open(io.BytesIO(pdf)) as letter:
        text = "".join("".join(page.extract_text().split()) for page in letter.pages)
    return set(re.findall(r"https://register\.example/confirm/[A-Za-z0-9_-]{65}", text))


def attached(mail: EmailMessage) -> dict[str, bytes]:
    return {part.get_filename(): part.get_content() for part in mail.iter_attachments()}


class TestOnce:
    """Each letter goes once."""

    def test_each_letter_of_a_round_goes_once_and_its_step_says_so(self, office):
        key = round_to(*STATES)
        assert queued(key).new == 3
        assert sent().taken == 3
        assert [recipients[0] for recipients, _ in office.taken] == [address_of(iso3) for iso3 in STATES]
        for iso3, letter in letters_of(key).items():
            row, fact = to(iso3), letter.fact
            assert (row.state, row.answer) == ("taken", "250 taken")
            assert (fact.step, fact.channel, fact.file_sha256) == (LetterStep.SENT, "e-mail", row.file_sha256)
            assert row.message_id in fact.note
            assert [each.state for each in row.entries.all()] == ["queued", "offered", "taken"]
            assert {each.by for each in row.entries.all()} == {"drafter"}
        assert told_by(round_held(key).fact).fact.towards_count == 3

    def test_pressing_twice_and_a_second_job_send_nothing_more(self, office):
        key = round_to(*STATES)
        assert (queued(key).new, queued(key).new) == (3, 0)
        sent()
        again = queued(key)
        assert (again.new, again.before) == (0, 3)
        sent()
        assert len(office.taken) == Delivery.objects.count() == 3

    def test_two_contacts_with_one_address_get_one_letter(self, office):
        key = round_to("CUB")
        twin = mission("CUB", email=address_of("CUB").upper())
        held = letters_of(key)["CUB"].key
        both = {held: [to_number("CUB"), twin.pk]}
        assert queue(DRAFTER, key, [held], contacts=both).new == 1

    def test_all_of_the_letters_are_queued_or_none(self, office):
        key = round_to("CUB")
        mission("KOR", email="")
        other = round_in({"KOR": "en", "SGP": "en"}, on="2019-05-02")
        with pytest.raises(Refused, match=r"Republic of Korea.*no address for mail"):
            queued(other, "KOR")
        with pytest.raises(Refused, match="no letter of this round"):
            queue(DRAFTER, key, [letters_of(key)["CUB"].key, letters_of(other)["SGP"].key])
        assert not Delivery.objects.exists()

    def test_a_letter_that_nobody_cleared_is_not_queued(self, office):
        mission("CUB")
        key = round_in({"CUB": "es"}, clears=False)
        with pytest.raises(Refused, match="is not cleared yet"):
            queued(key)

    def test_a_letter_that_went_by_hand_is_not_queued(self, office):
        key = round_to("CUB")
        stepped(key, LetterStep.SENT, on=None)
        with pytest.raises(Refused, match="has gone in another way"):
            queued(key)

    @pytest.mark.parametrize("role", [Role.MEMBER, Role.PUBLISHER, Role.ADMINISTRATOR])
    def test_nobody_else_may_queue_cancel_or_decide(self, office, role):
        key = round_to("CUB")
        queued(key)
        nobody = Actor("nobody", frozenset({role}))
        for does in (
            lambda: queue(nobody, key, [letters_of(key)["CUB"].key]),
            lambda: job.send_waiting(nobody),
            lambda: decide.cancel(nobody, [to("CUB").pk]),
            lambda: decide.it_went(nobody, to("CUB").pk, attempts=1),
            lambda: decide.send_it(nobody, to("CUB").pk, attempts=1),
        ):
            with pytest.raises(NotAllowed):
                does()

    def test_what_is_queued_while_a_job_runs_has_a_job_of_its_own(self, office):
        key = round_to(*STATES)
        first = job.send_waiting(DRAFTER, through=queued(key, "CUB").through)
        second = job.send_waiting(DRAFTER, through=queued(key, "KOR").through)
        assert first.pk != second.pk
        assert sent(through=to("CUB").pk).taken == 1
        assert to("KOR").state == "queued"


class TestMessage:
    """What the message is."""

    @pytest.mark.parametrize(
        "subject",
        [
            "ZM/26-1: Anti-Personnel Mine Ban Convention: information on record – Armenia",
            "ZM/26-4: اتفاقية حظر الألغام المضادة للأفراد: المعلومات المسجلة – مصر",
            "Конвенция о запрещении противопехотных мин: имеющиеся сведения – Российская Федерация",
            "plain " * 30 + "words",
        ],
    )
    def test_a_folded_subject_keeps_its_spaces(self, subject):
        mail = EmailMessage(policy=SEVEN_BITS)
        mail["Subject"] = subject
        raw = mail.as_bytes()
        assert max(map(len, raw.splitlines())) <= 78
        assert message_from_bytes(raw, policy=policy.default)["Subject"] == subject

    @pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
    def test_it_is_in_the_language_of_the_letter_with_the_letter_attached(self, office, language):
        mission("EGY")
        key = round_in({"EGY": language})
        queued(key)
        sent()
        (mail,) = office.mails
        (raw,) = office.raw
        assert raw.isascii()
        assert max(map(len, raw.splitlines())) <= 998
        (name,) = attached(mail)
        assert name.endswith("-EGY.pdf")
        letter = attached(mail)[name]
        assert letter == kept.read("letters", to("EGY").file_sha256)
        assert str(pikepdf.open(io.BytesIO(letter)).Root.Lang).startswith(language)
        number = letters_of(key)["EGY"].fact.number
        assert mail["Subject"].startswith(f"{number}: ")
        assert mail["Subject"].removeprefix(f"{number}: ") in text_of(mail)
        assert mail["Content-Language"] == language
        words = {"en": "attached", "fr": "ci-joint", "es": "adjunta", "ru": "письмо", "zh": "信函", "ar": "رسالة"}
        assert words[language] in text_of(mail)

    def test_its_head_leads_answers_back_and_says_that_a_person_sends_it(self, office):
        queued(round_to("CUB"))
        sent()
        (mail,) = office.mails
        row = to("CUB")
        assert mail["Message-ID"] == f"<{row.message_id}>"
        assert (mail["From"], mail["To"]) == (MAILBOX, "mission.cub@cub.example")
        assert mail["Reply-To"] == f"outreach+{row.message_id.partition('@')[0]}@register.example"
        assert delivery_answered(mail["Reply-To"].upper()) == row
        assert delivery_answered("outreach+0123456789abcdef01234567@register.example") is None
        assert delivery_answered(MAILBOX) is None
        assert abs(mail["Date"].datetime - datetime.now(UTC)) < timedelta(minutes=5)
        assert mail["Auto-Submitted"] is None
        assert mail["Bcc"] is mail["Cc"] is None

    def test_a_mailbox_without_marks_and_none_at_all(self, office, settings):
        settings.ACCEDE_OUTREACH_TAG = ""
        queued(round_to("CUB"))
        sent()
        settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_FROM = "", "Présidence <president@example.org>"
        queued(round_to("KOR", on="2019-05-02"))
        sent()
        first, second = office.mails
        assert first["Reply-To"] == MAILBOX
        assert second["Reply-To"] is None
        assert second["From"] == "Présidence <president@example.org>"
        assert office.taken[1][0] == ("mission.kor@kor.example",)

    def test_the_form_goes_with_it_where_it_is_asked_for(self, office):
        queued(round_to("CUB"), with_form=True)
        sent()
        (mail,) = office.mails
        letter, form = attached(mail)
        assert (letter.startswith("letter-"), form.startswith("form-")) == (True, True)
        assert docx.Document(io.BytesIO(attached(mail)[form])).paragraphs
        assert kept.read("letters", to("CUB").form_sha256) == attached(mail)[form]
        assert "form (Word)" in text_of(mail)

    def test_a_note_verbale_is_called_so(self, office):
        queued(round_to("CUB", form=LetterForm.NOTE_VERBALE))
        sent()
        (mail,) = office.mails
        assert "note verbale" in text_of(mail)
        assert next(iter(attached(mail))).startswith("note-verbale-")

    def test_the_letter_bears_a_link_of_its_own_made_once(self, office, settings):
        settings.ACCEDE_ADDRESS = "https://register.example"
        key = round_to("CUB", "KOR")
        office.text = lambda mail: "451 later"
        queued(key)
        assert sent().put_off == 2
        office.text = lambda mail: ""
        later()
        assert sent().taken == 2
        links = [_links(next(iter(attached(mail).values()))) for mail in office.mails]
        assert [len(each) for each in links] == [1, 1]
        assert links[0] != links[1]
        assert ConfirmLink.objects.count() == 2
        assert "confirm/" not in text_of(office.mails[0])

    def test_a_reminder_stands_in_the_thread_of_what_it_reminds_of(self, office):
        key = round_to("CUB")
        queued(key)
        sent()
        reminder = remind(DRAFTER, reminder_of(key, on=date(2019, 6, 3)))
        cleared(reminder)
        queued(reminder)
        sent()
        first, second = office.mails
        assert second["In-Reply-To"] == second["References"] == first["Message-ID"]

    def test_what_the_server_is_given_has_no_line_that_ends_it_early(self):
        from accede.outreach.sending.server import as_given

        assert as_given(b"a\n.\r\n..b\rc") == b"a\r\n..\r\n...b\r\nc\r\n.\r\n"


class TestServer:
    """What the mail server answers."""

    def test_a_refused_address_in_the_middle_keeps_nobody_else_from_theirs(self, office):
        key = round_to(*STATES)
        office.to = lambda address: "550 5.1.1 no such mailbox" if "kor" in address else ""
        queued(key)
        done = sent()
        assert (done.taken, done.refused) == (2, 1)
        assert (to("KOR").state, to("KOR").answer) == ("refused", "550 5.1.1 no such mailbox")
        assert letters_of(key)["KOR"].fact.step is LetterStep.CLEARED
        office.to = lambda address: ""
        Contact.objects.filter(state="KOR").update(email="new@kor.example")
        assert queued(key).new == 1
        assert sent().taken == 1
        assert steps(key) == {LetterStep.SENT}

    def test_what_it_takes_not_yet_is_asked_again_later_under_the_same_name(self, office):
        office.to = lambda address: "451 greylisted, come back later"
        queued(round_to("CUB"))
        assert sent().put_off == 1
        row = to("CUB")
        assert (row.state, row.attempts, row.offered_at) == ("queued", 1, None)
        assert row.not_before > datetime.now(UTC) + timedelta(minutes=4)
        office.to = lambda address: ""
        assert sent().taken == 0  # not yet
        later()
        assert sent().taken == 1
        assert office.mails[0]["Message-ID"] == f"<{row.message_id}>"

    def test_what_it_takes_not_yet_again_and_again_is_refused_at_last(self, office):
        office.text = lambda mail: "452 full"
        queued(round_to("CUB"))
        for _ in range(len(settle.WAITS)):
            assert sent().put_off == 1
            later()
        assert sent().refused == 1
        assert office.taken == []

    def test_a_text_that_it_refuses_is_told(self, office):
        office.text = lambda mail: "554 5.6.0 we do not like it"
        queued(round_to("CUB"))
        assert sent().refused == 1
        assert "we do not like it" in to("CUB").answer

    @pytest.mark.parametrize("answer", ["421 closing", "nonsense", None])
    def test_no_answer_to_a_text_leaves_it_in_doubt_and_is_not_asked_again(self, office, answer):
        office.text = lambda mail: answer
        key = round_to("CUB", "KOR")
        queued(key, "CUB")
        assert sent().doubtful == 1
        assert to("CUB").state == "offered"
        later()
        office.text = lambda mail: ""
        queued(key, "KOR")
        assert sent().taken == 1
        assert (to("CUB").state, to("KOR").state) == ("offered", "taken")
        assert letters_of(key)["CUB"].fact.step is LetterStep.CLEARED

    def test_a_connection_that_was_lost_in_the_meantime_is_made_anew(self, office):
        key = round_to(*STATES)
        heard = []

        def text(mail: EmailMessage) -> str | None:
            heard.append(mail)
            return None if len(heard) == 1 else ""

        office.text = text
        queued(key)
        done = sent()
        assert (done.taken, done.doubtful) == (2, 1)

    def test_a_server_that_refuses_everybody_is_not_asked_for_the_rest(self, office):
        office.to = lambda address: "554 5.7.1 relay access denied"
        states = ("CUB", "KOR", "SGP", "IND", "PAK", "MAR", "LAO")
        key = round_to(*states)
        queued(key)
        with pytest.raises(Refused, match="5 letters one after the other"):
            sent()
        assert sorted(to(iso3).state for iso3 in states) == ["queued"] * 2 + ["refused"] * 5

    def test_a_server_that_is_not_there_leaves_all_waiting(self, office, settings):
        queued(round_to("CUB"))
        settings.EMAIL_PORT = free_port()
        with pytest.raises(OSError, match="refused"):
            sent()
        assert (to("CUB").state, to("CUB").attempts) == ("queued", 0)

    def test_our_own_mailbox_gets_a_copy_in_the_same_transaction(self, office):
        queued(round_to("CUB"))
        sent()
        assert office.taken[0][0] == ("mission.cub@cub.example", MAILBOX)
        assert to("CUB").is_copied

    def test_a_copy_that_is_refused_keeps_the_letter_from_nobody(self, office):
        office.to = lambda address: "550 over quota" if address == MAILBOX else ""
        queued(round_to("CUB"))
        assert sent().taken == 1
        assert not to("CUB").is_copied

    def test_a_pace_is_kept(self, office, settings):
        settings.ACCEDE_MAIL_PER_MINUTE = 300
        queued(round_to(*STATES))
        sent()
        at = sorted(each.offered_at for each in Delivery.objects.all())
        assert min(after - before for before, after in pairwise(at)) >= timedelta(seconds=0.2)

    def test_a_clock_that_went_back_does_not_stop_it(self, office, settings):
        settings.ACCEDE_MAIL_PER_MINUTE = 1
        queued(round_to("CUB"))
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        Delivery.objects.create(
            letter="x", address_digest="0", salt="0", message_id="x@x", content_sha256="0", state="taken",
            queued_by="drafter", queued_at=tomorrow, offered_at=tomorrow,
        )  # fmt: skip
        assert until_next(datetime.now(UTC)) == timedelta(0)
        assert sent().taken == 1


class TestMeanwhile:
    """What changes between the button and the mail server."""

    def test_what_was_called_back_does_not_go(self, office):
        key = round_to("CUB", "KOR")
        queued(key)
        assert decide.cancel(DRAFTER, [to("CUB").pk]) == 1
        assert sent().taken == 1
        assert decide.cancel(DRAFTER, [to("CUB").pk, to("KOR").pk]) == 0
        assert (to("CUB").state, to("KOR").state) == ("cancelled", "taken")
        assert queued(key, "CUB").new == 1

    def test_a_letter_that_is_another_by_now_does_not_go(self, office):
        key = round_to("CUB")
        queued(key)
        held = letters_of(key)["CUB"]
        with writing("drafter", "write letters", reason="another text") as write:
            write.record(held.key, replace(held.fact, content_sha256="0" * 64), source="", classification=IN_WORK)
        assert sent().not_sent == 1
        assert "changed after it was queued" in to("CUB").answer
        assert office.asked == []

    def test_a_letter_that_was_sent_by_hand_meanwhile_does_not_go(self, office):
        key = round_to("CUB")
        queued(key)
        held = letters_of(key)["CUB"]
        move(DRAFTER, held.key, LetterStep.SENT, channel="e-mail", expected_version=held.version)
        assert sent().not_sent == 1
        assert office.asked == []

    @pytest.mark.parametrize("change", ["erased", "corrected"])
    def test_a_contact_that_is_not_as_it_was_gets_nothing(self, office, change):
        queued(round_to("CUB"))
        if change == "erased":
            Contact.objects.all().delete()
        else:
            Contact.objects.update(email="somebody.else@cub.example")
        assert sent().not_sent == 1
        assert office.asked == []

    def test_what_was_queued_by_an_account_that_is_locked_does_not_go(self, office, people):
        key = round_to("CUB")
        queued(key)
        people["drafter"].is_active = False
        people["drafter"].save()
        assert sent().not_sent == 1
        assert office.asked == []


class TestDoubt:
    """What nobody knows."""

    @pytest.fixture
    def in_doubt(self, office):
        """A letter whose answer was lost; the server has it."""
        office.text = lambda mail: None
        key = round_to("CUB")
        queued(key)
        sent()
        office.text = lambda mail: ""
        return key

    def test_a_person_says_that_it_went(self, in_doubt, office):
        decide.it_went(DRAFTER, to("CUB").pk, attempts=1)
        assert to("CUB").state == "taken"
        assert steps(in_doubt) == {LetterStep.SENT}
        assert told_by(round_held(in_doubt).fact).fact.towards_count == 1
        assert len(office.taken) == 1

    def test_a_person_says_that_it_did_not_and_it_goes_under_the_same_name(self, in_doubt, office):
        decide.send_it(DRAFTER, to("CUB").pk, attempts=1)
        assert sent().taken == 1
        first, second = office.mails
        assert first["Message-ID"] == second["Message-ID"]

    def test_a_page_that_is_old_decides_nothing(self, in_doubt):
        with pytest.raises(Refused, match="not in doubt any more"):
            decide.send_it(DRAFTER, to("CUB").pk, attempts=0)
        decide.it_went(DRAFTER, to("CUB").pk, attempts=1)
        with pytest.raises(Refused, match="taken by the mail server"):
            decide.send_it(DRAFTER, to("CUB").pk, attempts=1)

    def test_what_is_on_the_line_at_this_moment_is_not_decided(self, in_doubt):
        Delivery.objects.update(answer="", offered_at=datetime.now(UTC))
        with pytest.raises(Refused, match="at this moment"):
            decide.send_it(DRAFTER, to("CUB").pk, attempts=1)
        later()
        decide.send_it(DRAFTER, to("CUB").pk, attempts=1)

    def test_an_answer_that_comes_after_all_holds_whatever_was_decided(self, in_doubt, office):
        decide.send_it(DRAFTER, to("CUB").pk, attempts=1)
        assert settle.taken(to("CUB"), by="drafter", words="250 at last")
        assert sent().taken == 0
        assert len(office.taken) == 1

    def test_without_a_mailbox_that_answers_it_stays_in_doubt(self, in_doubt):
        assert settle.by_copies() == (0, 0)
        sent()
        assert to("CUB").state == "offered"


class TestJob:
    """What goes on by itself."""

    def test_what_waits_is_gone_on_with_unless_somebody_stopped_it(self, office):
        assert not job.is_wanted()
        queued(round_to("CUB"))
        assert job.is_wanted()
        asked = job.send_waiting(DRAFTER)
        jobs.cancel(DRAFTER, asked.pk)
        assert not job.is_wanted()
        job.send_waiting(DRAFTER)
        assert job.is_wanted()
        Job.objects.filter(state="waiting").update(state="failed", ended_at=datetime.now(UTC))
        assert not job.is_wanted()
        Job.objects.update(ended_at=datetime.now(UTC) - timedelta(hours=2))
        assert job.is_wanted()

    def test_its_result_is_told_in_a_sentence(self):
        done = job.Sent(taken=31, refused=1, put_off=1, doubtful=1, not_sent=1)
        assert job.tells(done) == (
            "31 letters were sent. Refused by the mail server: 1. To be asked for again later: 1. In doubt: 1. "
            "Not to be sent any more: 1."
        )


def test_an_erased_address_can_still_be_proved(office):
    queued(round_to("CUB"))
    row = to("CUB")
    assert row.address_digest == digest_of(row.salt, "Mission.CUB@cub.example")
    assert row.address_digest != digest_of(row.salt, "mission.kor@kor.example")


def test_every_state_of_a_delivery_says_whether_it_may_still_go():
    assert [each.is_live for each in DeliveryState] == [True, True, True, False, False]
