"""E-mail (.eml): the text that was written, in whatever form and character set it was sent; files named and not opened."""

from __future__ import annotations

from email.message import EmailMessage, Message
from email.policy import SMTP

import pytest

from accede.intake.documents import BY_SUFFIX
from accede.intake.documents.message import ATTACHED, QUOTED
from accede.paper.tree import Document, paragraph_text, text_of
from accede.vocabulary.errors import Unreadable

HEAD = "From: Mission of Nepal <m@example.org>\r\nTo: office@example.net\r\nSubject: Our views\r\n"
DATE = "Date: Tue, 07 May 2030 18:20:11 +0200\r\n"


def read(data: bytes | Message) -> Document:
    return BY_SUFFIX[".eml"](data if isinstance(data, bytes) else data.as_bytes(policy=SMTP), name="mail.eml")


def mail(body: str = "Nepal supports the aims.", **headers: str) -> EmailMessage:
    found = EmailMessage()
    told = {"From": "Mission of Nepal <m@example.org>", "Subject": "Our views"}
    for name, value in (told | headers).items():
        found[name] = value
    found.set_content(body)
    return found


def raw(content_type: str, body: bytes, *further: str) -> bytes:
    return (HEAD + DATE + f"Content-Type: {content_type}\r\n" + "".join(f"{one}\r\n" for one in further)).encode() + (
        b"\r\n" + body
    )


def told(document: Document, heading: str | None = "") -> list[str]:
    """The paragraphs under a heading; of the message's own text where it is empty."""
    return [
        text_of(block.inlines)
        for section in document.sections[1:]
        if text_of(section.heading) == heading
        for block in section.blocks
    ]


def test_the_head_is_a_table_of_fields():
    (table,) = read(mail(To="office@example.net", Date="Tue, 07 May 2030 18:20:11 +0200")).sections[0].blocks
    rows = [tuple(paragraph_text(cell.paragraphs) for cell in row.cells) for row in table.rows]
    assert rows == [
        ("From", "Mission of Nepal <m@example.org>"),
        ("To", "office@example.net"),
        ("Date", "Tue, 07 May 2030 18:20:11 +0200"),
        ("Subject", "Our views"),
    ]


def test_of_a_text_and_a_page_that_say_the_same_the_text_is_read():
    both = mail("The text.")
    both.add_alternative("<p>The page.</p>", subtype="html")
    assert told(read(both)) == ["The text."]


def test_a_message_that_is_only_a_page_is_read_as_a_page():
    page = mail()
    page.set_content("<html><body><p>We keep <b>no</b> stockpile.</p><p>Nepal</p></body></html>", subtype="html")
    assert told(read(page)) == ["We keep no stockpile.", "Nepal"]


def test_a_page_beside_an_empty_text_is_read():
    both = mail(" ")
    both.add_alternative("<p>The page.</p>", subtype="html")
    assert told(read(both)) == ["The page."]


def test_attached_files_are_named_and_not_opened():
    with_files = mail()
    with_files.add_attachment(b"Secret words", maintype="application", subtype="pdf", filename="position päper.pdf")
    with_files.add_attachment("State,Vote\nChina,Y\n", subtype="csv", filename="votes.csv")
    found = read(with_files)
    assert told(found, ATTACHED) == ["position päper.pdf", "votes.csv"]
    assert "Secret" not in repr(found)
    assert "China" not in repr(found)


def test_a_text_that_is_attached_as_a_file_is_not_the_message():
    with_file = mail("See the note.")
    with_file.add_attachment("Nepal will join tomorrow.", filename="note.txt")
    assert told(read(with_file)) == ["See the note."]


def test_a_message_attached_to_another_is_a_file_and_not_its_sender_s_words():
    outer = mail("We send you what China wrote.")
    outer.add_attachment(mail("China will accede.", From="Mission of China <c@example.org>", Subject="Decision"))
    found = read(outer)
    assert told(found) == ["We send you what China wrote."]
    assert told(found, ATTACHED) == ["a message: Decision"]
    assert "China will accede" not in repr(found)


def test_a_file_without_a_name_is_told_by_its_kind():
    with_file = mail()
    with_file.add_attachment(b"x", maintype="application", subtype="pdf")
    assert told(read(with_file), ATTACHED) == ["a file without a name (application/pdf)"]


def test_pictures_of_a_signature_are_no_attachments():
    page = mail()
    page.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    assert told(read(page), ATTACHED) == []


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("utf-8", "La Côte d’Ivoire a adhéré."),
        ("iso-8859-1", "Le Sénégal a adhéré."),
        ("windows-1252", "It is “step by step” – as before."),
        ("windows-1251", "Российская Федерация не присоединилась."),
        ("koi8-r", "Узбекистан не присоединился."),
        ("windows-1256", "مصر لم تنضم بعد"),
        ("gb18030", "中国没有加入公约。"),
        ("iso-2022-jp", "条約に加入していない。"),
        ("utf-16", "Nepal keeps its position."),
        ("utf-7", "Nepal ’s position"),
    ],
)
def test_the_character_set_that_the_mail_tells_is_read(charset, text):
    data = raw(f"text/plain; charset={charset}", text.encode(charset))
    assert told(read(data)) == [text]


@pytest.mark.parametrize("charset", ["x-unknown", "punycode", "unicode_escape", "hex", '""', "utf-8\\0", "idna"])
def test_a_character_set_that_is_none_is_read_as_what_the_bytes_look_like(charset):
    assert told(read(raw(f"text/plain; charset={charset}", "Côte d’Ivoire".encode()))) == ["Côte d’Ivoire"]


def test_a_mail_without_a_character_set_that_is_not_utf_8_is_read_as_windows_writes_it():
    assert told(read(raw("text/plain", "It is “so”.".encode("cp1252")))) == ["It is “so”."]


def test_halves_of_characters_are_left_out():
    assert told(read(raw("text/html; charset=utf-7", b"<p>A +2AA- B</p>"))) == ["A B"]


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?q?Vues_de_la_C=C3=B4te?=",
        "=?iso-8859-1?b?VnVlcyBkZSBsYSBD9HRl?=",
        "Vues de la\r\n =?utf-8?b?Q8O0dGU=?=",
    ],
)
def test_an_encoded_subject_is_read(subject):
    head = f"From: a@example.org\r\nSubject: {subject}\r\n\r\nA text.\r\n"
    assert text_of(read(head.encode()).title) == "Vues de la Côte"


def test_a_subject_whose_encoding_is_damaged_stands_as_it_is():
    head = b"From: a@example.org\r\nSubject: =?utf-99?q?x?=\r\n\r\nA text.\r\n"
    assert text_of(read(head).title) == "=?utf-99?q?x?="


@pytest.mark.parametrize(
    "line",
    [
        "On 2 April 2030, the office wrote:",
        "Le 2 avril 2030, le bureau a écrit :",
        "El 2 de abril de 2030, la oficina escribió:",
        "-----Original Message-----",
        "________________________________",
        "From: Office <office@example.net>",
    ],
)
def test_what_stands_under_the_line_of_an_earlier_message_is_quoted(line):
    found = read(mail(f"Nepal's own words.\n\n{line}\n\nWill Nepal accede?\n"))
    assert told(found) == ["Nepal's own words."]
    assert "Will Nepal accede?" in told(found, QUOTED)


def test_lines_with_an_angle_are_quoted_wherever_they_stand():
    found = read(mail("> Will Nepal accede?\n\nNot yet.\n\n> > And China?\n"))
    assert told(found) == ["Not yet."]
    assert told(found, QUOTED) == ["Will Nepal accede? And China?"]


def test_a_mail_whose_last_part_has_no_end_is_said_to_be_cut_off():
    parts = mail("The first part.")
    parts.add_attachment(b"x" * 300, maintype="application", subtype="pdf", filename="a.pdf")
    whole = parts.as_bytes(policy=SMTP)
    assert "[text ends here]" not in repr(read(whole))
    assert "[text ends here]" in repr(read(whole[: len(whole) - 80]))


def test_a_mail_cut_off_within_packed_text_is_said_to_be_cut_off():
    packed = b"TmVwYWwgc3VwcG9ydHMgdGhlIGFpbXMgb2YgdGhlIENvbnZlbnRpb24"
    assert "[text ends here]" in repr(read(raw("text/plain", packed, "Content-Transfer-Encoding: base64")))


def test_a_mail_without_text_is_refused():
    with pytest.raises(Unreadable, match="the message has no text"):
        read(mail(" "))


def test_a_text_that_is_no_mail_is_refused():
    with pytest.raises(Unreadable, match="it is not a message"):
        read(b"Dear President,\n\nNepal supports the aims.\n")


def test_a_mail_that_nobody_sent_is_refused():
    with pytest.raises(Unreadable, match="nobody sent it"):
        read(b"X-One: 1\r\nX-Two: 2\r\n\r\nA text.\r\n")


def test_a_mail_of_a_thousand_parts_is_refused():
    parts = b"".join(b"--b\r\n\r\nx\r\n" for _ in range(1000))
    with pytest.raises(Unreadable, match="more than 500 parts"):
        read(raw("multipart/mixed; boundary=b", parts + b"--b--\r\n"))


def test_parts_within_parts_without_end_are_read_or_refused():
    nested = b"".join(
        b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (at, at + 1) for at in range(400)
    )
    with pytest.raises(Unreadable, match=r"no text|damaged"):
        read(raw("multipart/mixed; boundary=b0", nested))
