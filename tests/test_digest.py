"""The daily mail: to whom it is due, what it says, and never twice on a day."""

from datetime import date

import pytest

from accede.accounts.actor import Actor
from accede.accounts.choose_digest import choose_digest
from accede.accounts.models import User
from accede.accounts.policy import Role
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.workspace.work import digest

pytestmark = pytest.mark.usefixtures("register", "people")


@pytest.fixture
def sending(settings, mail_server):
    """Mail goes to a real mail server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.ACCEDE_MAIL, settings.ACCEDE_ADDRESS = True, "https://register.example"
    return mail_server


@pytest.fixture
def waiting():
    """A record of a drafter that waits for review; its note is for nobody's mail."""
    looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"), note="Asked the Mission.")
    dora = Actor("dora", frozenset({Role.DRAFTER}))
    record(dora, "check/1", looked, source="17msp-status-paper", classification=Classification.ISU)


def wants(people, *roles):
    for role in roles:
        choose_digest(people[role], True)


def send():
    return digest.run(digest.Asked(), lambda message, done, of: None)


def test_who_wants_it_gets_what_waits_for_their_role(people, sending, waiting):
    wants(people, "reviewer", "publisher")
    assert send().failed == ()
    mails = {mail["To"]: mail for mail in sending.taken}
    mail = mails["reviewer@example.org"]
    text, page = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert mail["Subject"] == "Accede: 1 record waits for review"
    for body in (text, page):
        assert "1 record waits for review" in body
        assert "https://register.example/workspace/" in body
        assert "Asked the Mission" not in body
    assert 'lang="en"' in page
    assert "review" not in mails.get("publisher@example.org", {}).get("Subject", "")


def test_nobody_gets_two_on_a_day(people, sending, waiting):
    wants(people, "reviewer")
    assert (send().sent, send().sent) == (1, 0)
    assert len(sending.taken) == 1
    User.objects.update(digest_on=date(2020, 1, 1))
    assert send().sent == 1


def test_who_does_not_want_it_or_has_no_role_any_more_gets_none(people, sending, waiting):
    wants(people, "reviewer", "drafter", "clearer")
    people["reviewer"].terms.all().delete()
    people["drafter"].is_active = False
    people["drafter"].save()
    send()
    assert {mail["To"] for mail in sending.taken} <= {"clearer@example.org"}


def test_one_address_that_is_refused_keeps_nobody_else_from_theirs(people, sending, waiting):
    wants(people, "drafter", "reviewer")
    sending.refused.add("drafter@example.org")
    done = send()
    assert done.failed == ("drafter",)
    assert "reviewer@example.org" in {mail["To"] for mail in sending.taken}
    assert "drafter" in digest.KIND.tells(done)


def test_a_mail_server_that_does_not_answer_is_asked_again_later(people, sending, settings, waiting):
    wants(people, "reviewer")
    answering, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    with pytest.raises(OSError, match="refused"):
        send()
    settings.EMAIL_PORT = answering
    assert send().sent == 1


def test_it_is_in_the_language_of_who_gets_it(people, sending, waiting):
    wants(people, "reviewer")
    User.objects.update(language="ar")
    send()
    assert 'lang="ar" dir="rtl"' in sending.taken[0].get_body(("html",)).get_content()
    assert sending.taken[0]["Content-Language"] == "ar"


def test_a_name_with_markup_stays_text(people, sending, waiting):
    wants(people, "reviewer")
    User.objects.filter(username="reviewer").update(username="<b>rita</b>")
    send()
    assert "<b>rita" not in sending.taken[0].get_body(("html",)).get_content()
    assert "<b>rita</b>" in sending.taken[0].get_body(("plain",)).get_content()


def test_without_a_mail_server_nothing_is_sent(people, settings):
    wants(people, "reviewer")
    settings.ACCEDE_MAIL = False
    assert not digest.is_wanted()
    with pytest.raises(Refused, match="ACCEDE_SMTP"):
        send()


def test_who_has_no_address_cannot_ask_for_it(people):
    people["drafter"].email = ""
    with pytest.raises(Refused, match="address"):
        choose_digest(people["drafter"], True)
