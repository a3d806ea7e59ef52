"""The page of a link: what it shows, what it carries, what is sent by it, and that nothing of it gets out before review."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Check, Statement
from accede.outreach.confirm import files
from accede.outreach.confirm.answers import from_json
from accede.outreach.confirm.fields import fields_of
from accede.outreach.confirm.read import number_of, read, values_of
from accede.outreach.models import ConfirmLink, Contact, Submission
from accede.publishing.held import register_of
from accede.publishing.languages import LANGUAGES
from accede.publishing.standpoint import standpoint
from accede.records import kept
from accede.records.models import AuditEntry
from accede.vocabulary.confirming import Holds, Intention
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, Question
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import Channel, TextKind
from confirm_cast import form, link_path, sent, visitor

pytestmark = pytest.mark.usefixtures("register", "own_address")


@pytest.fixture
def own_address(settings, tmp_path):
    """The site knows its address; attempts and kept files are this test's alone."""
    settings.ACCEDE_ADDRESS = "https://register.example"
    settings.ACCEDE_HOME = tmp_path


def submitted():
    return from_json(Submission.objects.order_by("-pk")[0].answers)


def test_it_carries_no_cookie_and_may_be_kept_indexed_framed_or_told_by_nobody():
    answer = visitor().get(link_path())
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "Vary" not in answer or "Cookie" not in answer["Vary"]
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert b"<script" not in answer.content
    assert not re.search(rb'(?:href|src|action)="https?:', answer.content)


def test_it_leads_nowhere_but_to_itself():
    path = link_path()
    page = visitor().get(path).content.decode()
    leads = set(re.findall(r'(?:href|action)="([^"#]+)', page))
    assert leads == {"data:,", "/static/publishing/accede.css", "/static/workspace/confirm.css"} | {
        f"{path}?language={key}" for key in LANGUAGES
    }


def test_it_shows_what_is_public_about_its_own_state_and_nothing_of_others():
    page = visitor().get(link_path("MAR")).content.decode()
    assert "Morocco has not signed and has not joined" in page
    assert "Intersessional meetings, 2018" in page
    for other in ("Armenia", "Cuba", "Lebanon", "Myanmar"):
        assert other not in page


def test_notes_contacts_and_what_is_not_released_are_never_on_it():
    marker = "zqmarkerqz"
    Contact.objects.create(
        state="MAR", post="geneva", organization=marker, person=marker, note=marker, language="fr",
        changed_by="ana", changed_at="2026-01-01T00:00:00Z",
    )  # fmt: skip
    for classification in Classification:
        fact = Statement(
            treaty="apmbc", state="MAR", occasion="", said=PartialDate.parse("2018-08-01"), citation=f"Letter {marker}",
            channel=Channel.STATEMENT, text_kind=TextKind.SUMMARY, summary=marker,
        )  # fmt: skip
        record(
            operator("ana"),
            f"apmbc/MAR/statement/{classification}",
            fact,
            source="17msp-status-paper",
            classification=classification,
        )
        looked = Check(treaty="apmbc", state="MAR", checked=PartialDate.parse("2018-08-02"), note=marker)
        record(
            operator("ana"),
            f"apmbc/MAR/check/{classification}",
            looked,
            source="17msp-status-paper",
            classification=classification,
        )
    path = link_path("MAR")
    for key in LANGUAGES:
        assert marker not in visitor().get(f"{path}?language={key}").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_there_in_each_language_and_for_a_state_of_which_nothing_is_held(language):
    answer = visitor().get(link_path("PLW", language=language))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert ('dir="rtl"' in page) is (language == "ar")
    assert "%(" not in page


def test_a_language_nobody_knows_is_the_links_own():
    path = link_path(language="fr")
    assert b'<html lang="fr"' in visitor().get(f"{path}?language=xx%00").content
    assert b'<html lang="ru"' in visitor().get(f"{path}?language=ru").content


def test_what_is_filled_in_is_kept_as_a_proposal_and_shown_again_to_be_amended():
    path, held = link_path(), form()
    last = held.statements[0]
    values = {
        f"e_{last.sign}_holds": "changed",
        f"e_{last.sign}_text": "We no longer keep inert mines.\r\nNot one.",
        "q_stockpile_claim": "has",
        "q_stockpile_number": "12 345",
        "q_moratorium_claim": "has",
        "act_use": "1",
        "q_moratorium_since": "May 2012",
        "report": "yes",
        "statement": "Our policy is unchanged.",
        "message": "Please call us.",
        "filled_by": "A. Person",
        "function": "Counsellor",
    }
    before = AuditEntry.objects.count()
    answer = sent(visitor(), path, values)
    assert (answer.status_code, answer["Location"]) == (303, f"{path}?language=en")
    told = submitted()
    assert told.entries[0].holds is Holds.CHANGED
    assert told.entries[0].text == "We no longer keep inert mines.\nNot one."
    by_question = {each.question: each for each in told.questions}
    assert by_question[Question.STOCKPILE].number == 12345
    assert by_question[Question.MORATORIUM].claim is Claim.HAS
    assert by_question[Question.MORATORIUM].since == PartialDate.parse("2012-05")
    assert by_question[Question.MORATORIUM].acts == ("use",)
    assert told.report is Intention.YES
    assert Submission.objects.get().filled_by == "A. Person, Counsellor"
    assert AuditEntry.objects.count() == before  # nothing came into the register
    page = visitor().get(path).content.decode()
    assert "Received with thanks" in page
    assert "We no longer keep inert mines.\nNot one.</textarea>" in page


def test_sent_twice_it_is_kept_once():
    path = link_path()
    for _ in range(3):
        assert sent(visitor(), path, {"nothing_changed": "1"}).status_code == 303
    assert Submission.objects.count() == 1


def test_what_is_amended_takes_the_place_of_what_was_sent_and_both_are_kept():
    path = link_path()
    sent(visitor(), path, {"statement": "First"})
    sent(visitor(), path, {"statement": "Second"}, seen=1)
    assert Submission.objects.count() == 2
    page = visitor().get(path).content.decode()
    assert "Second</textarea>" in page
    assert "First" not in page


def test_who_sends_from_an_older_page_is_told_and_keeps_what_was_typed():
    path = link_path()
    sent(visitor(), path, {"statement": "First"})
    late = sent(visitor(), path, {"statement": "Typed at the same time"}, seen=0)
    assert late.status_code == 409
    assert "Typed at the same time</textarea>" in late.content.decode()
    assert 'name="seen" value="1"' in late.content.decode()
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("statement", "A\0B", "U+0000"),
        ("statement", "A\u202eB", "U+202E"),
        ("filled_by", "\u2066A", "U+2066"),
        ("statement", "x" * 4_001, "4\u00a0001 characters"),
        ("function", "x" * 201, "201 characters"),
        ("q_stockpile_number", "many", "in digits"),
        ("q_moratorium_since", "when we were young", "not understood as a date"),
        ("q_use_claim", "maybe", "offered"),
        ("nothing_changed", "yes", "offered"),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_its_field_and_the_rest_stays_typed(name, value, why):
    path = link_path()
    answer = sent(visitor(), path, {name: value, "message": "Still here"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert why in page
    assert f'href="#{name}"' in page
    assert "Still here</textarea>" in page
    assert not Submission.objects.exists()


def test_marks_of_a_letters_own_direction_are_no_danger():
    assert sent(visitor(), link_path("LBN"), {"statement": "\u200fلا تغيير\u200e"}).status_code == 303


def test_an_empty_form_is_not_kept():
    answer = sent(visitor(), link_path(), {"filled_by": "A. Person"})
    assert answer.status_code == 400
    assert b"Nothing is filled in yet" in answer.content


def test_fields_of_other_states_and_of_nobody_are_not_looked_at():
    foreign = form("ARM").statements[0].sign
    path = link_path("MAR")
    sent(visitor(), path, {f"e_{foreign}_holds": "holds", "state": "ARM", "statement": "Ours"})
    assert submitted().state == Submission.objects.get().state == "MAR"
    assert submitted().entries == ()


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "null"}, 303),
        ({"origin": "http://testserver"}, 303),
        ({}, 303),
    ],
)
def test_a_form_of_another_site_is_refused(headers, code):
    answer = visitor().post(link_path(), {"seen": "0", "nothing_changed": "1"}, headers=headers)
    assert answer.status_code == code
    assert Submission.objects.exists() is (code == 303)


def test_files_come_along_and_are_kept_beside_the_register():
    path = link_path()
    file = SimpleUploadedFile("../../law no 5.pdf", b"%PDF-1.4 a law")
    assert sent(visitor(), path, {"statement": "With a law", "files": file}).status_code == 303
    held = files.files_of(Submission.objects.get())
    assert [each.name for each in held] == ["law_no_5.pdf"]
    assert kept.read("mail", held[0].sha256) == b"%PDF-1.4 a law"
    # It stays when the form is amended, unless its tick is taken away.
    sent(visitor(), path, {"statement": "Amended", "stay": held[0].sha256}, seen=1)
    assert files.files_of(Submission.objects.order_by("-pk")[0]) == held
    sent(visitor(), path, {"statement": "Amended"}, seen=2)
    assert files.files_of(Submission.objects.order_by("-pk")[0]) == ()


def test_a_file_is_kept_only_if_it_came_by_this_link():
    other = kept.keep("mail", b"somebody else's")
    sent(visitor(), link_path(), {"statement": "x", "stay": other})
    assert files.files_of(Submission.objects.get()) == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("program.exe", b"MZ\x90\x00"),
        ("law.pdf", b"MZ\x90\x00"),
        ("law.pdf", b"PK\x03\x04"),
        ("table.csv", b"PK\x03\x04"),
        ("law.docx", b"plain"),
        ("empty.txt", b""),
        ("older.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("double.pdf.html", b"%PDF-1.4"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_nothing_is_kept(name, content):
    answer = sent(visitor(), link_path(), {"statement": "Typed", "files": SimpleUploadedFile(name, content)})
    assert answer.status_code == 400
    assert "Typed</textarea>" in answer.content.decode()
    assert not Submission.objects.exists()
    assert not list(kept.files())


def test_too_many_and_too_large_files_are_refused_and_what_was_typed_stays(monkeypatch):
    path = link_path()
    many = [SimpleUploadedFile(f"{number}.txt", b"text") for number in range(files.MOST_FILES + 1)]
    answer = visitor().post(path, {"seen": "0", "statement": "Typed", "files": many})
    assert answer.status_code == 400
    assert "Typed</textarea>" in answer.content.decode()
    large = SimpleUploadedFile("large.txt", b"x" * (files.LARGEST + 1))
    assert sent(visitor(), path, {"statement": "Typed", "files": large}).status_code == 400
    monkeypatch.setattr("accede.workspace.confirm.bounded.LARGEST_TOGETHER", 1000)
    answer = sent(visitor(), path, {"statement": "Typed", "files": SimpleUploadedFile("a.txt", b"x" * 2000)})
    assert answer.status_code == 413
    assert "Typed</textarea>" in answer.content.decode()
    assert not Submission.objects.exists()


def test_a_form_without_end_is_not_read():
    path = link_path()
    answer = visitor().post(path, "statement=" + "x" * 3_000_000, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    answer = visitor().post(
        path, "&".join(f"f{number}=1" for number in range(1_100)), content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 413
    answer = visitor().post(path, b"--x\r\nnonsense", content_type="multipart/form-data; boundary=x")
    assert answer.status_code in (400, 413)
    assert not Submission.objects.exists()


def test_nothing_of_a_strangers_form_is_read(monkeypatch):
    class NeverRead(io.BytesIO):
        def read(self, *given):
            raise AssertionError("the body of a request without a token was read")

    answer = Client().generic("POST", "/confirm/nobody", **{"wsgi.input": NeverRead(), "CONTENT_LENGTH": "10"})
    assert answer.status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_it_can_only_be_opened_and_sent(method):
    answer = getattr(visitor(), method)(link_path())
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, POST"


def test_a_fault_of_ours_is_logged_without_the_address(monkeypatch, caplog):
    path = link_path()
    monkeypatch.setattr("accede.workspace.confirm.page.state_of", lambda link: 1 / 0)
    client = visitor()
    client.raise_request_exception = False
    with caplog.at_level("DEBUG"):
        answer = client.get(path)
    assert answer.status_code == 500
    assert "ZeroDivisionError" in caplog.text
    assert path not in caplog.text
    assert answer["Cache-Control"] == "no-store, private"


def test_what_is_entered_is_nowhere_in_public_before_it_is_reviewed():
    marker = "zqenteredqz"
    held = form("MAR")
    values = {name: marker for name, field in fields_of(held).items() if field.kind.value in ("text", "line")}
    path = link_path("MAR")
    file = SimpleUploadedFile(f"{marker}.txt", marker.encode())
    assert sent(visitor(), path, {**values, "files": file}).status_code == 303
    assert marker in visitor().get(path).content.decode()  # to who has the link, and to nobody else
    client = Client()
    for public in (
        "/states/MAR/",
        "/statements/",
        "/api/v1/states/MAR",
        "/changes/",
        "/data/statements.csv",
        "/states/MAR/?q=" + marker,
    ):
        answer = client.get(public)
        assert marker not in (
            b"".join(answer.streaming_content) if answer.streaming else answer.content
        ).decode().replace("?q=" + marker, "")
    assert marker not in repr(register_of(standpoint()))
    assert (
        marker not in visitor("192.0.2.8").get(link_path("MAR")).content.decode()
    )  # nor by another link of the same State


def test_answers_come_back_as_they_were_filled_in():
    held = form("MAR")
    values = dict.fromkeys(fields_of(held), "")
    values |= {"nothing_changed": "1", "q_moratorium_since": "2012-05", "q_stockpile_number": "7", "act_export": "1"}
    values |= {f"e_{each.sign}_holds": "holds" for each in held.entries}
    values |= {f"m_{each.sign}_who": "two persons" for each in held.meetings}
    first = read(held, values).answers
    assert first is not None
    again = read(held, values_of(held, first)).answers
    assert again == first


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,345", 12345),
        ("12 345", 12345),
        ("1.234.567", 1234567),
        ("٣٤", 34),
        ("0", 0),
        ("12,34", None),
        ("-5", None),
        ("1e9", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text, number):
    assert number_of(text) == number


def test_links_are_rows_that_can_be_erased():
    path = link_path()
    sent(visitor(), path, {"filled_by": "A. Person", "statement": "x"})
    ConfirmLink.objects.all().delete()
    assert Submission.objects.get().link is None
