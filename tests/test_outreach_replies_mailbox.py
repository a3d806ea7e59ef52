"""The mailbox, read from a real Dovecot: by TLS, unmarked, each message once, whatever happens to the server meanwhile."""

from __future__ import annotations

import imaplib

import pytest

from accede.outreach.models import Incoming, IncomingState, MailboxFolder
from accede.outreach.replies import fetch as fetching
from accede.outreach.replies import mailbox as mailbox_module
from accede.outreach.replies.address import mailbox_address
from accede.outreach.replies.copies import has_copy
from accede.outreach.replies.fetch import Fetching, fetch
from accede.outreach.replies.job import KIND, Asked, tells
from accede.outreach.replies.message import content_of, message_of
from accede.outreach.rounds.held import letters_of
from accede.records import jobs
from accede.records.models import Job, JobState
from accede.vocabulary.errors import Refused
from imap_server import free_port
from replies_cast import ADDRESS, CHINA, MARK, delivered, letters_gone, mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


@pytest.fixture
def mailbox(mailbox_server, settings):
    """The mailbox of this installation."""
    settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"
    settings.ACCEDE_IMAP, settings.ACCEDE_IMAP_SINCE = mailbox_server.url(), ""
    settings.ACCEDE_IMAP_MARKS_READ = False
    return mailbox_server


@pytest.mark.parametrize("kind", ["imaps", "imap", "imap+plain"])
def test_it_is_read_by_tls_by_starttls_and_plainly(mailbox, settings, monkeypatch, kind):
    monkeypatch.setenv("SSL_CERT_FILE", str(mailbox.authority))
    settings.ACCEDE_IMAP = mailbox.url(kind)
    mailbox.put(mail())
    assert fetch() == Fetching(new=1)


@pytest.mark.parametrize("kind", ["imaps", "imap"])
def test_a_server_that_cannot_prove_its_name_gets_no_password(mailbox, settings, kind):
    settings.ACCEDE_IMAP = mailbox.url(kind)
    with pytest.raises(Refused, match="certificate"):
        fetch()
    assert mailbox.user not in (mailbox.home / "log").read_text()


def test_what_comes_is_kept_as_it_came_and_left_unread(mailbox):
    mailbox.put(mail())
    mailbox.put(mail("Another.", message_id="<2@x>"))
    assert fetch() == Fetching(new=2)
    assert all("\\Seen" not in flags for flags in mailbox.flags())
    assert len(mailbox.flags()) == 2
    row = Incoming.objects.get(message_id="answer-1@chn.example")
    assert content_of(row).replace(b"\r\n", b"\n") == mail().replace(b"\r\n", b"\n")
    assert row.came_by == mailbox.user
    assert fetch() == Fetching()


def test_it_is_marked_as_read_only_where_that_is_set(mailbox, settings):
    settings.ACCEDE_IMAP_MARKS_READ = True
    mailbox.put(mail())
    fetch()
    assert "\\Seen" in mailbox.flags()[0]


def test_a_reply_in_a_thread_and_one_from_elsewhere(mailbox):
    """One is matched by itself, the other waits with what speaks for it."""
    key = letters_gone("CHN", "USA")
    delivered(key, "CHN")
    mailbox.put(mail(In_Reply_To=f"<{MARK}@register.example>", sender=CHINA))
    text = "The United States has nothing to add. Permanent Mission of the United States of America"
    mailbox.put(mail(text, sender="Desk <desk@elsewhere.example>", message_id="<3@x>"))
    assert fetch() == Fetching(new=2)
    one, other = (Incoming.objects.get(message_id=each) for each in ("answer-1@chn.example", "3@x"))
    assert (one.state, one.letter) == (IncomingState.MATCHED.value, letters_of(key)["CHN"].key)
    assert other.state == IncomingState.HELD.value
    assert message_of(other, "apmbc").named == "USA"


def test_our_own_copies_are_passed_over_and_found_when_asked_for(mailbox):
    key = letters_gone("CHN")
    held = delivered(key, "CHN")
    assert has_copy(held.message_id) is False
    mailbox.put(mail("Our letter.", sender=ADDRESS, message_id=f"<{held.message_id}>"))
    assert has_copy(held.message_id) is True
    assert fetch() == Fetching(own=1)
    assert not Incoming.objects.exists()


def test_nobody_can_tell_of_a_copy_where_the_mailbox_does_not_answer(mailbox, settings):
    settings.ACCEDE_IMAP = mailbox.url(port=free_port())
    assert has_copy(f"{MARK}@register.example") is None
    settings.ACCEDE_IMAP = ""
    assert has_copy(f"{MARK}@register.example") is None


def test_a_server_that_numbers_its_messages_anew_brings_nothing_twice(mailbox):
    mailbox.put(mail())
    fetch()
    before = MailboxFolder.objects.get().validity
    mailbox.renumber()
    mailbox.put(mail("Later.", message_id="<4@x>"))
    done = fetch()
    assert MailboxFolder.objects.get().validity != before
    assert done == Fetching(new=1, again=1)


def test_a_message_that_is_deleted_meanwhile_is_counted_and_the_rest_read(mailbox, monkeypatch):
    for number in range(3):
        mailbox.put(mail(f"Text {number}.", message_id=f"<{number}@x>"))
    uids = mailbox_module.Folder.uids

    def then_deleted(folder, after, since):
        found = list(uids(folder, after, since))
        client = mailbox.client()
        client.select("INBOX")
        client.store("2", "+FLAGS", "\\Deleted")
        client.expunge()
        client.logout()
        return iter(found)

    monkeypatch.setattr(mailbox_module.Folder, "uids", then_deleted)
    assert fetch() == Fetching(new=2, gone=1)


def test_where_the_connection_breaks_what_was_kept_stays_and_the_next_reading_goes_on(mailbox, monkeypatch):
    for number in range(3):
        mailbox.put(mail(f"Text {number}.", message_id=f"<{number}@x>"))
    keep, kept = fetching.keep_message, []

    def broken(content, **further):
        if kept:
            raise imaplib.IMAP4.abort("connection reset")
        kept.append(1)
        return keep(content, **further)

    monkeypatch.setattr(fetching, "keep_message", broken)
    with pytest.raises(OSError, match="ended the connection"):
        fetch()
    assert Incoming.objects.count() == 1
    monkeypatch.setattr(fetching, "keep_message", keep)
    assert fetch() == Fetching(new=2)


def test_the_wrong_password_is_told_without_it(mailbox, settings):
    settings.ACCEDE_IMAP = mailbox.url(password="zqwrongqz")
    with pytest.raises(Refused, match="user name or the password") as found:
        fetch()
    assert "zqwrongqz" not in found.value.told


def test_a_folder_that_is_not_there_is_told(mailbox, settings):
    settings.ACCEDE_IMAP = mailbox.url(folders="INBOX,Reponses")
    with pytest.raises(Refused, match="no folder Reponses"):
        fetch()


def test_several_folders_are_read_and_their_names_may_have_any_letters(mailbox, settings):
    settings.ACCEDE_IMAP = mailbox.url(folders="INBOX,R%C3%A9ponses%20%26%20notes")
    mailbox.put(mail())
    mailbox.put(mail("In the other.", message_id="<5@x>"), folder='"R&AOk-ponses &- notes"')
    assert fetch() == Fetching(new=2)


def test_only_what_came_since_a_day_is_read_where_one_is_set(mailbox, settings):
    settings.ACCEDE_IMAP_SINCE = "2099-01-01"
    mailbox.put(mail())
    assert fetch() == Fetching()


def test_a_message_that_is_too_large_is_kept_by_its_beginning(mailbox, monkeypatch):
    monkeypatch.setattr(mailbox_module, "LARGEST", 100_000)
    monkeypatch.setattr(mailbox_module, "BEGINNING", 10_000)
    mailbox.put(mail("Attention.\n" + "zq " * 70_000))
    assert fetch() == Fetching(new=1)
    row = Incoming.objects.get()
    assert row.is_cut
    assert len(content_of(row)) == 10_000
    assert row.subject == "Re: Information on your position"


def test_the_job_reads_it_and_tells(mailbox):
    mailbox.put(mail())
    assert tells(KIND.run(Asked(), lambda what, done, of: None)) == "1 message came in."
    assert tells(KIND.run(Asked(), lambda what, done, of: None)) == "Nothing new came in."


def test_a_mailbox_that_is_gone_is_a_fault_that_may_pass(mailbox, settings):
    settings.ACCEDE_IMAP = mailbox.url(port=free_port())
    with pytest.raises(OSError, match="refused"):
        KIND.run(Asked(), lambda what, done, of: None)


def test_where_none_is_set_nothing_is_asked_for(settings):
    settings.ACCEDE_IMAP = ""
    assert not KIND.is_wanted()
    with pytest.raises(Refused):
        fetch()


@pytest.mark.parametrize(
    "url",
    [
        "imaps://host/INBOX",
        "pop://u:p@host",
        "imap+plain://u:zqwordqz@mail.example/INBOX",
        "imaps://u:zqwordqz@host:port/",
        "nonsense",
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(url):
    with pytest.raises(Refused) as found:
        mailbox_address(url)
    assert "zqwordqz" not in found.value.told


def test_the_address_of_a_mailbox_may_have_any_signs():
    address = mailbox_address("imaps://a%40b.example:w%3A%2Fx@mail.example/INBOX,Archive")
    assert (address.user, address.password, address.port) == ("a@b.example", "w:/x", 993)
    assert address.folders == ("INBOX", "Archive")
    assert "w:/x" not in repr(address)


def test_it_is_asked_for_every_few_minutes_and_not_while_it_is_open(settings):
    from datetime import UTC, datetime, timedelta

    settings.ACCEDE_IMAP, settings.ACCEDE_IMAP_MINUTES = "imaps://u:p@host/INBOX", 5
    now = datetime(2019, 5, 6, 10, tzinfo=UTC)
    (job,) = jobs.ask_again_and_again([KIND], now)
    assert jobs.ask_again_and_again([KIND], now + timedelta(minutes=20)) == []
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE.value)
    assert jobs.ask_again_and_again([KIND], now + timedelta(minutes=2)) == []
    (later,) = jobs.ask_again_and_again([KIND], now + timedelta(minutes=5))
    assert Job.objects.filter(pk=job.pk).exists()
    Job.objects.filter(pk=later.pk).update(state=JobState.DONE.value)
    jobs.ask_again_and_again([KIND], now + timedelta(minutes=10))
    assert not Job.objects.filter(pk=job.pk).exists()
