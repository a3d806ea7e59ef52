"""Pages of replies: the holding pen, one click, words that become a source, files, notes verbales; hostile mail shown as text."""

from __future__ import annotations

import html
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accede.evidence.models import ConfirmationVersion
from accede.outreach.models import Contact, Incoming, IncomingState
from accede.outreach.rounds.held import letter_held, letters_of
from accede.records.models import Job
from accede.vocabulary.letters import LetterStep
from replies_cast import ADDRESS, CHINA, MARK, UNCHANGED, came, delivered, letters_gone, mail

pytestmark = pytest.mark.usefixtures("register")

LIST = "/workspace/outreach/replies/"


@pytest.fixture(autouse=True)
def address(settings):
    settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


def text(answer) -> str:
    return " ".join(html.unescape(answer.content.decode()).split())


def filled(client, row) -> dict[str, str]:
    """What the form of a message would send as it stands."""
    page = client.get(f"{LIST}{row.pk}/").content.decode()
    form = page.partition('id="answer"')[2].partition("</form>")[0]
    fields = dict(re.findall(r'<input type="(?:hidden|text)" name="(\w+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        fields[name] = chosen[1] if chosen else ""
    words = re.search(r'<textarea name="words"[^>]*>(.*?)</textarea>', form, re.DOTALL)
    return {**fields, "words": html.unescape(words[1]).strip() if words else ""}


def test_the_list_says_what_would_fill_it(drafter):
    assert "Nothing came in that waits." in text(drafter.get(LIST))


def test_a_reply_that_is_matched_by_its_thread_is_recorded_in_one_click(drafter):
    key = letters_gone("CHN", "USA")
    delivered(key, "CHN")
    row = came(mail(In_Reply_To=f"<{MARK}@register.example>"))
    assert "To be recorded" in text(drafter.get(LIST))
    page = text(drafter.get(f"{LIST}{row.pk}/"))
    assert "Record: China says that nothing has changed" in page
    assert "Email from China, 6 May 2019" in page
    answer = drafter.post(f"{LIST}{row.pk}/", {**filled(drafter, row), "do": "unchanged"})
    assert answer.status_code == 303, text(answer)
    assert letter_held(row.letter).fact.step is LetterStep.REPLIED
    assert ConfirmationVersion.objects.filter(recorded_by="drafter", state="CHN").count() == 1
    assert "Record more from it" in text(drafter.get(f"{LIST}{row.pk}/"))


def test_a_reply_from_another_address_goes_through_the_holding_pen(drafter):
    key = letters_gone("CHN")
    Contact.objects.create(
        state="CHN", post="geneva", organization="Permanent Mission", language="en", email="office@chn.example",
        changed_by="drafter", changed_at="2019-03-01T00:00:00Z",
    )  # fmt: skip
    row = came(mail("Nothing to report.", sender=CHINA))
    assert "Holding pen" in text(drafter.get(LIST))
    page = text(drafter.get(f"{LIST}{row.pk}/"))
    assert "China: the address of the sender ends like that of a contact" in page.replace("<strong>", "").replace(
        "</strong>", ""
    )
    assert "Anybody can write under this name and address." in page
    told = filled(drafter, row)
    assert (told["state"], told["letter"]) == ("CHN", letters_of(key)["CHN"].key)
    assert drafter.post(f"{LIST}{row.pk}/", {**told, "do": "unchanged"}).status_code == 303
    assert letter_held(told["letter"]).fact.step is LetterStep.REPLIED


def test_a_state_can_be_chosen_first_and_its_letters_are_offered(drafter):
    key = letters_gone("CUB")
    row = came(mail("Hello.", sender="x@y.example"))
    told = {**filled(drafter, row), "state": "CUB", "do": "assign"}
    assert drafter.post(f"{LIST}{row.pk}/", told).status_code == 303
    assert f'value="{letters_of(key)["CUB"].key}"' in drafter.get(f"{LIST}{row.pk}/").content.decode()


def test_a_button_records_of_no_other_state_than_it_names(drafter):
    letters_gone("CHN", "CUB")
    row = came(mail())
    told = {**filled(drafter, row), "state": "CUB", "letter": "", "do": "unchanged"}
    assert told["shown"] == "CHN"
    answer = drafter.post(f"{LIST}{row.pk}/", told)
    assert answer.status_code == 409
    assert "Record: Cuba says that nothing has changed" in text(answer)
    assert not ConfirmationVersion.objects.filter(recorded_by="drafter").exists()
    assert drafter.post(f"{LIST}{row.pk}/", {**told, "shown": "CUB"}).status_code == 303


def test_nothing_is_recorded_while_no_state_is_chosen(drafter):
    row = came(mail("Hello.", sender="x@y.example"))
    answer = drafter.post(f"{LIST}{row.pk}/", {**filled(drafter, row), "do": "unchanged"})
    assert answer.status_code == 400
    assert not ConfirmationVersion.objects.filter(recorded_by="drafter").exists()


def test_words_become_a_source_that_is_recorded_from(drafter):
    letters_gone("CHN")
    row = came(mail(f"Dear Sir,\n\n{UNCHANGED}\n\nIt has produced none since 1997."))
    told = filled(drafter, row)
    assert UNCHANGED in told["words"]
    answer = drafter.post(f"{LIST}{row.pk}/", {**told, "state": "CHN", "do": "words"})
    assert answer.status_code == 303, text(answer)
    assert answer["Location"].startswith(("/workspace/intake/source/reply-chn-2019-05-06", "/workspace/recording/"))
    assert "nothing is recorded" in text(drafter.get(answer["Location"], follow=True)).lower() or UNCHANGED in text(
        drafter.get(answer["Location"], follow=True)
    )


def test_what_was_typed_stays_where_it_is_refused(drafter):
    letters_gone("CHN")
    row = came(mail())
    told = {
        **filled(drafter, row),
        "state": "CHN",
        "citation": f"Email from {CHINA}",
        "words": "Zqtypedqz",
        "do": "words",
    }
    answer = drafter.post(f"{LIST}{row.pk}/", told)
    assert answer.status_code == 409
    assert "Zqtypedqz" in text(answer)
    assert "name the mission or ministry" in text(answer).lower()


def test_who_is_slower_is_told(drafter, client_of):
    row = came(mail())
    told = filled(drafter, row)
    client_of("reviewer").post(f"{LIST}{row.pk}/", {"do": "aside", "version": told["version"]})
    answer = drafter.post(f"{LIST}{row.pk}/", {**told, "state": "CHN", "do": "unchanged"})
    assert answer.status_code == 409
    assert "somebody changed it meanwhile" in text(answer).lower()


def test_files_are_added_and_handed_out_as_files_alone(drafter):
    answer = drafter.post(f"{LIST}add/", {"file": SimpleUploadedFile("note.eml", mail())})
    row = Incoming.objects.get()
    assert answer["Location"] == f"{LIST}{row.pk}/"
    file = drafter.get(f"{LIST}{row.pk}/file/")
    assert file.content == mail()
    assert file["Content-Type"] == "application/octet-stream"
    assert "attachment" in file["Content-Disposition"]
    assert "sandbox" in file["Content-Security-Policy"]
    assert drafter.get(f"{LIST}{row.pk}/file/1/").status_code == 409


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00 a program", b"\x89PNG a picture"])
def test_what_is_no_paper_is_not_taken(drafter, content):
    assert drafter.post(f"{LIST}add/", {"file": SimpleUploadedFile("x.pdf", content)}).status_code == 400
    assert not Incoming.objects.exists()


def test_a_letter_as_a_word_file_is_recorded_from_whole(drafter):
    import docx

    made, file = docx.Document(), io.BytesIO()
    made.add_paragraph("The Permanent Mission of Cuba presents its compliments.")
    made.save(file)
    drafter.post(f"{LIST}add/", {"file": SimpleUploadedFile("note.docx", file.getvalue())})
    row = Incoming.objects.get()
    assert "presents its compliments" in text(drafter.get(f"{LIST}{row.pk}/"))
    answer = drafter.post(f"{LIST}{row.pk}/", {**filled(drafter, row), "state": "CUB", "do": "file"})
    assert answer["Location"].startswith("/workspace/recording/"), text(answer)
    assert "presents its compliments" in text(drafter.get(answer["Location"]))


def test_a_note_verbale_is_typed_in_and_answers_the_last_letter(drafter):
    key = letters_gone("CHN")
    note = {
        "state": "CHN",
        "on": "6 May 2019",
        "title": "No. 12/2019",
        "text": "The Mission has the honour.",
        "answers": "on",
    }
    answer = drafter.post(f"{LIST}note/", note)
    assert answer.status_code == 303, text(answer)
    row = Incoming.objects.get()
    assert row.letter == letters_of(key)["CHN"].key
    assert "Note verbale from China, 6 May 2019" in text(drafter.get(answer["Location"]))
    assert drafter.post(f"{LIST}note/", {**note, "on": "May 2019"}).status_code == 400


def test_what_programs_wrote_is_set_aside_at_once(drafter):
    for number in range(3):
        came(mail(f"Away {number}.", message_id=f"<{number}@x>", Auto_Submitted="auto-replied"))
    assert "Automatic answers" in text(drafter.get(LIST))
    drafter.post(LIST, {"aside": "automatic"})
    assert {row.state for row in Incoming.objects.all()} == {IncomingState.ASIDE.value}


def test_the_mailbox_is_read_by_a_job(drafter, settings):
    settings.ACCEDE_IMAP = "imap+plain://u:p@localhost:1/INBOX"
    assert drafter.post(LIST, {}).status_code == 303
    assert Job.objects.filter(kind="mailbox").count() == 1
    assert "The mailbox has not been read yet." in text(drafter.get(LIST))


def test_hostile_mail_is_text_on_every_page(drafter):
    letters_gone("CHN")
    nasty = "<script>alert(1)</script>"
    row = came(mail(f"{nasty}\n\n{UNCHANGED}", subject=nasty, sender=f'"{nasty}" <a@b.example>'))
    for address in (LIST, f"{LIST}{row.pk}/", "/workspace/outreach/"):
        page = drafter.get(address).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


def test_who_works_on_no_letters_sees_no_mail(client_of):
    row = came(mail())
    for role in ("member", "publisher", "administrator"):
        for address in (LIST, f"{LIST}{row.pk}/", f"{LIST}{row.pk}/file/"):
            assert client_of(role).get(address).status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_mail(drafter, django_assert_max_num_queries):
    for number in range(40):
        came(mail(f"Nothing {number}.", message_id=f"<{number}@x>"))
    with django_assert_max_num_queries(30):
        drafter.get(LIST)
