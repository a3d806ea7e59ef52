"""Hostile mail: whatever comes is kept, told as far as it can be told, and neither faults nor keeps anybody waiting."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.outreach.models import Incoming, IncomingKind
from accede.outreach.replies.attachments import attachments
from accede.outreach.replies.head import MOST_REFERENCES, Head, head_of, is_message
from accede.outreach.replies.match import match
from accede.outreach.replies.message import content_of, message_of
from compound_file import compound_file
from replies_cast import ADDRESS, MARK, came, delivered, letters_gone, mail

DATABASE = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
HEAD = b"From: a@b.example\nTo: outreach@register.example\nSubject: s\nDate: Mon, 06 May 2019 10:15:00 +0200\n"


def nested(depth: int) -> bytes:
    """Parts within parts."""
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(depth))
    return HEAD + opened.encode() + b"Content-Type: text/plain\n\nhello\n"


def bomb() -> bytes:
    """A Word file of a few kilobytes that would be a gigabyte."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", "0" * 60_000_000)
    return file.getvalue()


MESSAGES = {
    "10,000 recipients": HEAD + b"Cc: " + b", ".join(b"p%d@x.example" % n for n in range(10_000)) + b"\n\nhello\n",
    "10,000 marks": HEAD
    + b"Cc: "
    + b", ".join(b"outreach+%024x@register.example" % n for n in range(10_000))
    + b"\n\nhello\n",
    "a chain without end": HEAD + b"References: " + b" ".join(b"<%d@x>" % n for n in range(50_000)) + b"\n\nhello\n",
    "parts within parts": nested(3_000),
    "a part that never ends": HEAD
    + b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nhello',
    "a name alone on its line": HEAD.replace(b"From: a@", b"From:\n a@") + b"\nhello\n",
    "no boundary": HEAD + b"Content-Type: multipart/mixed\n\nhello\n",
    "a charset that is none": HEAD + b"Content-Type: text/plain; charset=x-zq\n\nhello \xff\xfe\n",
    "a wrong charset": HEAD + b"Content-Type: text/plain; charset=utf-8\n\nd\xe9j\xe0 vu, hello\n",
    "broken base64": HEAD + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%=hello\n",
    "no end to the head": HEAD + b"X: " + b"a" * 3_000_000,
    "brackets in brackets": b"From: " + b"(" * 50_000 + b"\n" + HEAD[20:] + b"\nhello\n",
    "words that are no words": HEAD.replace(b"Subject: s", b"Subject: =?utf-8?B?" + b"!" * 500 + b"?= =?x-zq?Q?=ff?=")
    + b"\nhello\n",
    "a NUL and controls": HEAD.replace(b"Subject: s", b"Subject: a\x00b\x1b[2J") + b"\nhel\x00lo\n",
    "lone halves of letters": HEAD.replace(b"Subject: s", b"Subject: \xed\xa0\x80 \xff") + b"\nhello\n",
    "a day that is none": HEAD.replace(b"Mon, 06 May 2019", b"Mon, 99 Zzz 99999") + b"\nhello\n",
    "a day before mail": HEAD.replace(b"2019", b"1066") + b"\nhello\n",
    "two of everything": HEAD + HEAD + b"\nhello\n",
    "nothing": b"\n\n\n",
    "no message": bytes(range(256)) * 20,
    "an Outlook file that is none": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000,
    "a bomb": bomb(),
}


class TestOnTheDatabase:
    pytestmark = DATABASE

    @pytest.mark.parametrize("content", MESSAGES.values(), ids=list(MESSAGES))
    def test_it_is_kept_as_it_came_and_shown_as_far_as_it_can_be_read(self, content, settings, client_of):
        settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"
        row = came(content)
        assert content_of(row) == content
        read = message_of(row, "apmbc")
        assert read.unread or read.own or read.quoted
        match(row, named=read.named)
        client = client_of("drafter")
        assert client.get(f"/workspace/outreach/replies/{row.pk}/").status_code == 200
        assert client.get("/workspace/outreach/replies/").status_code == 200

    def test_recipients_without_end_ask_the_database_a_few_times(self, settings, django_assert_max_num_queries):
        settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"
        with django_assert_max_num_queries(60):
            came(MESSAGES["10,000 marks"])

    def test_a_forged_sender_is_shown_beside_what_is_certain_and_decides_nothing(self, settings):
        settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"
        key = letters_gone("CHN", "USA")
        delivered(key, "CHN")
        forged = "Permanent Mission of the United States of America <mission.usa@usa.example>"
        row = came(
            mail(
                "The position of the United States has not changed.",
                sender=forged,
                In_Reply_To=f"<{MARK}@register.example>",
            )
        )
        read = message_of(row, "apmbc")
        assert {one.state for one in match(row, named=read.named).suggestions} == {"CHN", "USA"}

    def test_of_a_long_text_only_the_beginning_is_looked_through(self):
        row = came(
            HEAD + b"\nNothing has changed in our position on mines.\n\n" + b"The position of China. " * 40_000 + b"\n"
        )
        read = message_of(row, "apmbc")
        assert read.own[0].startswith("Nothing has changed")
        assert max(map(len, read.own)) <= 20_000

    def test_a_text_without_end_is_not_read_at_all(self):
        row = came(HEAD + b"\n" + b"The position of China has not changed. " * 60_000 + b"\n")
        assert "too long" in message_of(row, "apmbc").unread

    def test_a_file_that_would_be_a_gigabyte_is_refused_and_recorded_from_by_nobody(self, client_of):
        from email.message import EmailMessage

        made = EmailMessage()
        made["From"], made["Subject"], made["Date"] = "a@b.example", "Note", "Mon, 06 May 2019 10:15:00 +0200"
        made.set_content("See the file.")
        made.add_attachment(bomb(), maintype="application", subtype="octet-stream", filename="note.docx")
        row = came(bytes(made))
        told = {
            "state": "CUB",
            "on": "6 May 2019",
            "way": "email",
            "classification": "public",
            "version": "1",
            "do": "file:1",
        }
        answer = client_of("drafter").post(f"/workspace/outreach/replies/{row.pk}/", told)
        assert answer.status_code == 409
        row.refresh_from_db()
        assert row.source == ""

    def test_a_message_of_outlook_tells_its_thread(self, settings):
        settings.ACCEDE_OUTREACH_ADDRESS, settings.ACCEDE_OUTREACH_TAG = ADDRESS, "+"
        key = letters_gone("CHN")
        delivered(key, "CHN")
        content = compound_file(
            {
                "__properties_version1.0": b"\0" * 32,
                "__substg1.0_0037001F": "Re: Information".encode("utf-16-le"),
                "__substg1.0_0C1A001F": "Permanent Mission of China".encode("utf-16-le"),
                "__substg1.0_1000001F": "Nothing has changed in our position on mines.".encode("utf-16-le"),
                "__substg1.0_1042001F": f"<{MARK}@register.example>".encode("utf-16-le"),
            }
        )
        row = came(content, name="answer.msg")
        assert (row.kind, row.of_state, row.subject) == (IncomingKind.MESSAGE.value, "CHN", "Re: Information")
        assert "Nothing has changed" in " ".join(message_of(row, "apmbc").own)
        assert Incoming.objects.count() == 1


@given(st.binary(max_size=3000))
def test_no_bytes_at_all_break_the_reader_of_heads(content):
    assert isinstance(head_of(content), Head)
    assert isinstance(is_message(content), bool)
    assert isinstance(attachments(content), tuple)


@given(
    st.lists(
        st.tuples(st.sampled_from(["From", "To", "Subject", "Date", "References", "Message-ID"]), st.text(max_size=60))
    )
)
def test_no_fields_at_all_break_the_reader_of_heads(fields):
    content = "".join(f"{name}: {value}\n" for name, value in fields).encode("utf-8", "replace") + b"\nhello\n"
    head = head_of(content)
    assert len(head.answers) <= MOST_REFERENCES
    assert "\x00" not in "".join((head.subject, head.sender, head.sender_name, *head.recipients, *head.answers))
    assert head.sent_on is None or head.sent_on >= date(1990, 1, 1)
