"""Outlook's messages (.msg): the same tree as of the same message in .eml, from a compound file."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from accede.activities.values import Activity
from accede.intake.documents import BY_SUFFIX, read_document
from accede.intake.findings import DocumentKind
from accede.paper.tree import Document, paragraph_text, text_of
from accede.vocabulary.errors import Unreadable
from compound_file import compound_file, message
from reader_cast import facts, read

SENT = datetime(2030, 5, 7, 18, 20, 11, tzinfo=UTC)
TICKS = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
FIELDS = {
    "0037": "RE: Mine Ban Convention: your letter",
    "0C1A": "Permanent Mission of Nepal",
    "0C1F": "mission@example.org",
    "0E04": "Office",
    "1000": "Dear President,\r\n\r\nNepal's position on the Convention has not changed.\r\n",
}


def opened(data: bytes) -> Document:
    return BY_SUFFIX[".msg"](data, name="mail.msg")


def head(document: Document) -> dict[str, str]:
    (table,) = document.sections[0].blocks
    return dict(tuple(paragraph_text(cell.paragraphs) for cell in row.cells) for row in table.rows)


def told(document: Document) -> list[str]:
    return [text_of(block.inlines) for section in document.sections[1:] for block in section.blocks]


def test_subject_sender_day_and_text_are_read():
    found = opened(message(FIELDS, sent=TICKS))
    assert head(found) == {
        "From": "Permanent Mission of Nepal <mission@example.org>",
        "To": "Office",
        "Date": "Tue, 07 May 2030 18:20:11 +0000",
        "Subject": "RE: Mine Ban Convention: your letter",
    }
    assert told(found) == ["Dear President,", "Nepal's position on the Convention has not changed."]


def test_a_message_is_known_by_its_beginning_and_read_as_a_reply(tmp_path):
    (tmp_path / "mail.dat").write_bytes(message(FIELDS, sent=TICKS))
    assert read_document(tmp_path / "mail.dat").kind == "email"
    found = read(tmp_path / "mail.dat")
    assert (found.kind, found.issued.edtf) == (DocumentKind.REPLY, "2030-05-07")
    assert [(one.kind, one.by) for one in facts(found, Activity)] == [("reply", "NPL")]


def test_a_message_that_was_never_sent_has_no_day():
    assert "Date" not in head(opened(message(FIELDS)))


@pytest.mark.parametrize("ticks", [1, 2**63 - 1, 2**64 - 1])
def test_an_instant_that_cannot_be_is_none(ticks):
    day = head(opened(message(FIELDS, sent=ticks))).get("Date", "")
    assert day == "" or day.startswith("Mon, 01 Jan 1601")


def test_texts_of_an_older_outlook_are_read_in_its_code_page():
    text = "Российская Федерация не присоединилась."
    fixed = b"\0" * 32 + (0x3FFD0003).to_bytes(4, "little") + b"\0" * 4 + (1251).to_bytes(8, "little")
    streams = {
        "__substg1.0_0037001E": "Ответ".encode("cp1251"),
        "__substg1.0_1000001E": text.encode("cp1251"),
        "__properties_version1.0": fixed,
    }
    found = opened(compound_file(streams))
    assert (text_of(found.title), told(found)) == ("Ответ", [text])


def test_a_message_that_is_only_a_page_is_read_as_a_page():
    streams = {
        "__substg1.0_0037001F": "Our views".encode("utf-16-le"),
        "__substg1.0_10130102": b"<html><body><p>We keep <b>no</b> stockpile.</p></body></html>",
        "__properties_version1.0": b"\0" * 32,
    }
    assert told(opened(compound_file(streams))) == ["We keep no stockpile."]


def test_an_older_word_file_is_called_one():
    with pytest.raises(Unreadable, match="an older Word file, or another file of Office"):
        opened(compound_file({"WordDocument": b"x" * 100}))


def test_a_message_without_text_is_refused():
    with pytest.raises(Unreadable, match="the message has no text"):
        opened(message({"0037": "Our views"}))


@pytest.mark.parametrize("cut", [600, 1500])
def test_a_message_cut_off_before_its_text_is_refused(cut):
    with pytest.raises(Unreadable, match=r"damaged|no text"):
        opened(message(FIELDS, sent=TICKS)[:cut])


@pytest.mark.parametrize("missing", [100, 600, 2000])
def test_a_message_cut_off_behind_its_text_is_said_to_be(missing):
    whole = message(FIELDS, sent=TICKS)
    assert "[text ends here]" not in told(opened(whole))
    assert "[text ends here]" in told(opened(whole[:-missing]))
