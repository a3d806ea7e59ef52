"""What somebody tries with letters, links and mail who wants more than they may, or means no good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from accede.outreach import retention
from accede.outreach.confirm.link import find, link_for, state_of
from accede.outreach.contacts.read_vcards import read_vcards
from accede.outreach.models import DeliveryState, Incoming, IncomingState
from accede.outreach.replies.keep import keep_message
from accede.outreach.rounds.clear import take_back
from accede.outreach.rounds.drafts import Draft, change_letter, leave_out
from accede.outreach.rounds.held import letters_of
from accede.outreach.sending import settle
from accede.outreach.sending.returned import RETURNED
from accede.vocabulary.confirming import LinkState
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterStep
from post_office import PostOffice, post_office
from rounds_cast import DRAFTER, cleared, planned, stepped
from sending_cast import lead_to, mission, queued, round_to, sent, to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


@pytest.fixture
def office(settings):
    with post_office() as opened:
        lead_to(settings, opened)
        yield opened


def letter(key, iso3="CUB"):
    return letters_of(key)[iso3]


@pytest.mark.parametrize("step", [LetterStep.CLEARED, LetterStep.SENT, LetterStep.DELIVERED, LetterStep.REPLIED])
def test_a_letter_that_nobody_cleared_is_not_cleared_by_closing_it_and_taking_that_back(step):
    key = planned("CUB")
    stepped(key, LetterStep.CLOSED, on=None)
    if step is LetterStep.CLEARED:  # what the page calls taking a step back
        stepped(key, step, on=None, note="by mistake")
        assert letter(key).fact.step is LetterStep.DRAFTED
    else:
        with pytest.raises(Refused, match="not cleared"):
            stepped(key, step, on=None, note="by mistake")


def test_a_number_of_several_lines_writes_no_field_of_a_message_and_keeps_no_letter_from_going(office):
    mission("CUB", email="mission..of@cuba.example")
    mission("KOR")
    key = planned("CUB", "KOR")
    held = letter(key, "KOR")
    draft = Draft(language="en", number="1\nBcc: zq@zq.example")
    change_letter(DRAFTER, held.key, draft, expected_version=held.version)
    cleared(key)
    queued(key)
    done = sent()
    assert (done.taken, done.not_sent) == (1, 1)
    ((_, mail),) = office.taken
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("1 Bcc: zq@zq.example: ")
    assert "no message can be made" in to("CUB").answer


def link_of(key, iso3="CUB"):
    return find(link_for(DRAFTER, letter(key, iso3).key).rpartition("/")[2])


def test_the_link_of_a_letter_that_is_taken_back_or_left_out_opens_nothing_any_more(settings):
    settings.ACCEDE_ADDRESS = "https://register.example"
    key = planned("CUB", "KOR", "SGP")
    cleared(key, "CUB", "SGP")
    links = {iso3: link_of(key, iso3) for iso3 in ("CUB", "KOR", "SGP")}
    taken, left = letter(key, "CUB"), letter(key, "KOR")
    take_back(DRAFTER, taken.key, expected_version=taken.version, reason="another day")
    leave_out(DRAFTER, left.key, expected_version=left.version, reason="it has answered")
    for link in links.values():
        link.refresh_from_db()
    stands = {iso3: state_of(link) for iso3, link in links.items()}
    assert stands == {"CUB": LinkState.REVOKED, "KOR": LinkState.REVOKED, "SGP": LinkState.OPEN}


def report(delivery, *, action="failed", tells=True):
    """What a mail service says of a letter, in a part that machines read (RFC 3464)."""
    about = f"In-Reply-To: <{delivery.message_id}>\n" if tells else ""
    return (
        "From: MAILER-DAEMON@mx.example\nTo: outreach@register.example\nSubject: Returned mail\n"
        "Date: Tue, 24 Nov 2026 09:00:00 +0000\n"
        f"Message-ID: <{action}{tells}@mx.example>\n{about}"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nIt could not be delivered.\n"
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; mission.cub@cub.example\nAction: {action}\nStatus: 5.1.1\n\n--b--\n"
    ).encode()


def test_what_a_mail_service_reports_of_a_letter_stands_in_its_log(settings, client_of):
    lead_to(settings, PostOffice(port=25))
    key = round_to("CUB")
    queued(key)
    delivery = to("CUB")
    assert settle.taken(delivery, by="drafter", words="")
    for content in (report(delivery, tells=False), report(delivery, action="delayed")):
        keep_message(content, came_by="us")
        assert not delivery.entries.filter(words=RETURNED).exists()
    for _ in range(2):
        keep_message(report(delivery), came_by="us")
    delivery.refresh_from_db()
    assert (delivery.state, delivery.answer) == (DeliveryState.TAKEN.value, RETURNED)
    assert delivery.entries.filter(words=RETURNED).count() == 1
    assert letter(key).fact.step is LetterStep.SENT
    assert b"Not delivered" in client_of("drafter").get(f"/workspace/outreach/sending/round/{key}").content


def test_mail_that_was_dealt_with_is_erased_after_the_days_that_are_set_and_never_without():
    kept = [keep_message(report_of_nobody(name), came_by="us").number for name in ("done", "open", "new")]
    long_ago = datetime.now(UTC) - timedelta(days=40)
    Incoming.objects.filter(pk__in=kept[:2]).update(came_at=long_ago)
    Incoming.objects.filter(pk__in=(kept[0], kept[2])).update(state=IncomingState.ASIDE.value)
    assert not retention.KIND.is_wanted()
    done = retention.erase_old(30, datetime.now(UTC))
    assert done == retention.Done(messages=1)
    gone = Incoming.objects.filter(pk__in=kept, erased_at=None).values_list("pk", flat=True)
    assert list(gone.order_by("pk")) == kept[1:]
    assert Incoming.objects.get(pk=kept[0]).sender == ""


def report_of_nobody(name):
    return f"From: {name}@zq.example\nSubject: {name}\nDate: Tue, 24 Nov 2026 09:00:00 +0000\n\n{name}".encode()


LONG = {
    "a quoted line that goes on": "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\n"
    + "a=\n" * 300_000
    + "\nEND:VCARD\n",
}


@pytest.mark.parametrize("card", LONG.values(), ids=LONG)
def test_a_card_of_lines_without_end_keeps_nobody_waiting(card):
    """It took minutes once: what had been read was looked through again with each line."""
    assert len(read_vcards(card.encode(), name="a.vcf")) == 2
