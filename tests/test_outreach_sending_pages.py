"""The pages of sending: who may press the button, what the log proves, what a person decides about letters in doubt."""

from __future__ import annotations

import html
import re

import pytest

from accede.outreach.models import Contact, Delivery
from accede.outreach.rounds.held import letters_of
from accede.records.models import Job
from accede.vocabulary.letters import Post
from post_office import post_office
from sending_cast import STATES, lead_to, mission, queued, round_to, sent, to

pytestmark = pytest.mark.usefixtures("register")
SENDING = "/workspace/outreach/sending/"


@pytest.fixture
def office(settings):
    with post_office() as opened:
        lead_to(settings, opened)
        yield opened


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def press(client, key: str, *states: str, **further: str):
    letters = letters_of(key)
    return client.post(f"{SENDING}queue/{key}", {"letter": [letters[iso3].key for iso3 in states], **further})


def test_the_letters_of_a_round_are_chosen_sent_and_proved(drafter, office):
    key = round_to(*STATES)
    page = read(drafter, f"{SENDING}round/{key}")
    assert "3 letters can be sent" in page
    assert "mission.cub@cub.example" in page
    answer = press(drafter, key, "CUB", "KOR")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{SENDING}round/{key}")
    assert "2 letters wait to be sent" in read(drafter, SENDING)
    assert [job.kind for job in Job.objects.all()] == ["letters"]
    assert sent().taken == 2
    page = read(drafter, f"{SENDING}round/{key}")
    row = to("CUB")
    for proof in (row.message_id, row.file_sha256, "250 taken", "drafter", "taken by the mail server"):
        assert proof in page
    assert drafter.get(f"{SENDING}{row.pk}/file/pdf/").content.startswith(b"%PDF")
    assert "No letter waits to be sent" in read(drafter, SENDING)


def test_a_second_press_sends_nothing_twice(drafter, office):
    key = round_to(*STATES)
    press(drafter, key, *STATES)
    press(drafter, key, *STATES)
    sent()
    assert len(office.taken) == 3
    assert "Nothing was queued" in read(drafter, press(drafter, key, *STATES).headers["Location"])


def test_a_letter_in_doubt_is_decided_by_a_person(drafter, office):
    office.text = lambda mail: None
    key = round_to("CUB")
    queued(key)
    assert sent().doubtful == 1
    assert "1 letter is in doubt" in read(drafter, SENDING)
    assert "Cuba: did the letter go?" in read(drafter, "/workspace/outreach/")
    row = to("CUB")
    assert drafter.post(f"{SENDING}{row.pk}/it-went/", {"attempts": "7"}).status_code == 409
    assert drafter.post(f"{SENDING}{row.pk}/it-went/", {"attempts": "1"}).status_code == 303
    assert to("CUB").state == "taken"
    assert drafter.post(f"{SENDING}{row.pk}/send-it/", {"attempts": "1"}).status_code == 409
    assert letters_of(key)["CUB"].fact.step.value == "sent"


def test_what_waits_can_be_called_back_and_what_was_refused_says_why(drafter, office):
    key = round_to("CUB", "KOR")
    office.to = lambda address: "550 no such mailbox" if "kor" in address else ""
    queued(key)
    drafter.post(f"{SENDING}cancel/", {"delivery": [to("CUB").pk]})
    sent()
    assert (to("CUB").state, to("KOR").state, office.taken) == ("cancelled", "refused", [])
    page = read(drafter, SENDING)
    assert "550 no such mailbox" in page
    assert "Republic of Korea: the letter was refused" in read(drafter, "/workspace/outreach/")


def test_a_letter_goes_to_a_further_contact_where_one_is_chosen(drafter, office):
    key = round_to("CUB")
    second = mission("CUB", post=Post.NEW_YORK, email="cuba@new-york.example")
    press(drafter, key, "CUB")
    sent()
    letter = letters_of(key)["CUB"].key
    assert "cuba@new-york.example" in read(drafter, f"{SENDING}round/{key}")
    press(drafter, key, "CUB", **{f"to-{letter}": str(second.pk)})
    assert sent().taken == 1
    assert [recipients[0] for recipients, _ in office.taken] == ["mission.cub@cub.example", "cuba@new-york.example"]
    assert len(set(Delivery.objects.values_list("file_sha256", flat=True))) == 1


def test_an_erased_address_is_gone_from_the_log_and_still_proved(drafter, office):
    key = round_to("CUB")
    queued(key)
    sent()
    contact = Contact.objects.get()
    drafter.post(f"/workspace/outreach/contacts/{contact.pk}/erase/", {"expected_version": contact.version})
    Delivery.objects.update(address="")
    page = read(drafter, f"{SENDING}round/{key}")
    assert "mission.cub@cub.example" not in page
    assert to("CUB").address_digest in page


@pytest.mark.parametrize("role", ["member", "publisher", "administrator"])
def test_nobody_else_sees_or_sends_letters(client_of, office, role):
    client, key = client_of(role), round_to("CUB")
    for address in (SENDING, f"{SENDING}round/{key}"):
        assert client.get(address).status_code == 403
    assert press(client, key, "CUB").status_code == 403
    assert not Delivery.objects.exists()


def test_without_a_mail_server_the_page_says_what_to_do(drafter, office, settings):
    settings.ACCEDE_MAIL = False
    key = round_to("CUB")
    assert "Set ACCEDE_SMTP" in read(drafter, f"{SENDING}round/{key}")
    assert press(drafter, key, "CUB").status_code == 409
