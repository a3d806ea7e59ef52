"""A letter whose answer was lost, and the copy of it in our own mailbox, which is read from a real server."""

from __future__ import annotations

import pytest

from accede.outreach.rounds.held import letters_of, round_held
from accede.outreach.rounds.told import told_by
from accede.outreach.sending import decide, job, settle
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterStep
from post_office import post_office
from sending_cast import DRAFTER, lead_to, queued, round_to, sent, to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


@pytest.fixture
def lost(settings, mailbox_server):
    """A round to Cuba, whose letter was taken (the copy is in the mailbox), and to Korea, whose letter was not; no answer came."""
    with post_office(text=lambda mail: None) as office:
        lead_to(settings, office)
        settings.ACCEDE_IMAP = mailbox_server.url()
        office.meanwhile = lambda mail: mailbox_server.put(mail.as_bytes()) if "cub" in mail["To"] else None
        key = round_to("CUB", "KOR")
        queued(key)
        assert sent().doubtful == 2
        yield key


def test_a_letter_of_which_there_is_a_copy_went_and_the_other_stays_in_doubt(lost):
    assert settle.by_copies() == (1, 1)
    assert (to("CUB").state, to("KOR").state) == ("taken", "offered")
    assert (to("CUB").answer, to("KOR").looked_at is None) == (settle.COPY_FOUND, False)
    assert {iso3: each.fact.step for iso3, each in letters_of(lost).items()} == {
        "CUB": LetterStep.SENT,
        "KOR": LetterStep.CLEARED,
    }


def test_it_is_found_out_by_itself_and_told(lost):
    assert job.is_wanted()
    sent()
    assert to("CUB").state == "taken"
    assert told_by(round_held(lost).fact).fact.towards == ("CUB",)


def test_nobody_sends_a_letter_again_of_which_there_is_a_copy(lost):
    with pytest.raises(Refused, match="its copy is in our own mailbox"):
        decide.send_it(DRAFTER, to("CUB").pk, attempts=1)
    assert to("CUB").state == "taken"
    decide.send_it(DRAFTER, to("KOR").pk, attempts=1)
    assert to("KOR").state == "queued"


def test_a_mailbox_that_is_gone_tells_nothing(lost, settings):
    settings.ACCEDE_IMAP = "imap+plain://me:secret@127.0.0.1:9/INBOX"
    assert settle.by_copies() == (0, 0)
    assert (to("CUB").state, to("CUB").looked_at) == ("offered", None)
