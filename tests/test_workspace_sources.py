"""Sources in the workspace: kept once, read by our readers alone, handed out as files, never shown; hostile ones refused."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.intake.copies import copy_of
from accede.records import kept
from accede.records.current import current
from accede.records.keep_source import LARGEST, keep_source
from accede.records.models import SourceVersion
from accede.records.values import Source
from accede.vocabulary.errors import NotAllowed, Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.workspace.asking import view_of
from accede.workspace.sources.streaming import was_too_large
from accede.workspace.sources.upload import key_of

pytestmark = pytest.mark.usefixtures("register")

STATEMENT = """Statement by Morocco

Meeting of the States Parties, Geneva, 21 November 2023

Morocco shares the humanitarian objectives of the Convention. We have observed a moratorium on use since 1997.

The unresolved conflict over our territory keeps us from joining.
"""
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><head><title>Position of Cuba</title></head><body><script>alert(1)</script>\
<p onclick='alert(2)'>Cuba shares the humanitarian concerns.</p><img src=x onerror=alert(3)></body></html>"


WORDS = STATEMENT.encode()


def uploaded(client, content=WORDS, name="statement.txt", **fields):
    return client.post("/workspace/sources/new/", {**fields, "file": SimpleUploadedFile(name, content)})


def sources_kept() -> dict[str, Source]:
    held = current(SourceVersion, view_of(operator("ana")))
    return {one.key: one.fact for one in held if one.recorded_by == "drafter"}


def files_kept() -> set[Path]:
    return set(kept.files())


@pytest.fixture
def drafter(client_of):
    return client_of("drafter")


def test_a_file_becomes_a_source_with_what_it_tells_of_itself(drafter):
    answer = uploaded(drafter, url="https://example.org/statement")
    [(key, source)] = sources_kept().items()
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/workspace/recording/from/{key}"
    assert source.title == "Statement by Morocco"
    assert source.issued == PartialDate.parse("2023-11-21")
    assert (source.kind, source.grade, source.language) == (SourceKind.STATEMENT, SourceGrade.OFFICIAL, "en")
    assert kept.read("sources", source.kept_sha256) == WORDS
    page = drafter.get(f"/workspace/sources/of/{key}").content.decode()
    assert "keeps us from joining" in page
    assert source.kept_sha256 in page
    assert key in drafter.get("/workspace/sources/", {"q": "morocco statement"}).content.decode()
    assert "Statement by Morocco" in drafter.get("/workspace/recording/").content.decode()


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Excellency,", "Please accept, Excellency, the assurances of my highest consideration."),
        ("Dear Mr. Ambassador,", "Yours sincerely,"),
        (
            "The Permanent Mission presents its compliments to the Unit.",
            "It renews the assurances of its highest esteem.",
        ),
    ],
)
def test_a_letter_is_correspondence_of_the_state_and_for_the_presidency(drafter, opening, closing):
    said = "The Ministry considers accession to the Convention."
    drafter.post("/workspace/sources/new/", {"text": f"14 October 2026\n\n{opening}\n\n{said}\n\n{closing}"})
    [row] = SourceVersion.objects.filter(note__startswith="imported from")
    assert (row.kind, row.grade) == (SourceKind.CORRESPONDENCE, SourceGrade.OFFICIAL)
    assert row.classification == Classification.PRESIDENCY


def test_a_statement_that_greets_excellencies_is_no_letter(drafter):
    said = "Statement by Cuba\n\nExcellencies,\n\nCuba considers accession to the Convention.\n\nI thank you."
    drafter.post("/workspace/sources/new/", {"text": said})
    [(_, source)] = sources_kept().items()
    assert source.kind is SourceKind.STATEMENT


def test_the_same_file_leads_to_its_source(drafter, client_of):
    first = uploaded(drafter)
    again = uploaded(client_of("reviewer"), name="other name.txt")
    assert again.headers["Location"] == first.headers["Location"]
    assert len(sources_kept()) == 1
    page = drafter.get(uploaded(drafter).headers["Location"]).content.decode()
    assert "kept already" in page


def test_the_same_file_of_a_source_one_may_not_read_is_kept_for_oneself(drafter, client_of):
    uploaded(drafter, classification="isu")
    clearer = client_of("clearer")
    answer = uploaded(clearer)
    held = {one.key: one for one in current(SourceVersion, view_of(operator("ana"))) if one.fact.kept_sha256}
    assert len({one.fact.kept_sha256 for one in held.values()}) == 1
    assert {one.recorded_by for one in held.values()} == {"drafter", "clearer"}
    secret = next(key for key, one in held.items() if one.classification is Classification.ISU)
    assert secret not in answer.headers["Location"].split("/")
    assert clearer.get(f"/workspace/sources/of/{secret}").status_code == 404
    assert clearer.get(f"/workspace/sources/copy/{secret}").status_code == 404
    assert clearer.get(f"/workspace/recording/from/{secret}").status_code == 404


def test_a_text_is_pasted_with_its_address_and_day(drafter):
    uploaded_text = {
        "text": "Cuba shares the humanitarian concerns.\r\n\r\nIt cannot join.",
        "issued": "May 2021",
        "title": "Letter",
    }
    drafter.post("/workspace/sources/new/", uploaded_text)
    [(key, source)] = sources_kept().items()
    assert (source.title, source.issued) == ("Letter", PartialDate.parse("2021-05"))
    assert [place.text for place in copy_of(source).places] == [
        "Cuba shares the humanitarian concerns.",
        "It cannot join.",
    ]
    assert key == "statement-2021-05-letter"


def test_a_source_that_waits_for_its_copy_gets_it(drafter):
    key = "17msp-status-paper"
    assert "No copy is kept" in drafter.get(f"/workspace/sources/of/{key}").content.decode()
    drafter.post("/workspace/sources/new/", {"file": SimpleUploadedFile("p.txt", WORDS), "for": key})
    assert sources_kept()[key].kept_sha256
    refused = drafter.post("/workspace/sources/new/", {"text": "another", "for": key})
    assert refused.status_code == 400
    assert "waits for its copy" in refused.content.decode()


def test_what_is_wrong_is_told_and_what_was_typed_stays(drafter):
    answer = drafter.post("/workspace/sources/new/", {"title": "My title", "issued": "someday"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Choose a file" in page
    assert "My title" in page
    bad = uploaded(drafter, url="javascript:alert(1)")
    assert bad.status_code == 400
    assert not sources_kept()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("chart.svg", SVG, "it is a picture"),
        ("paper.pdf", SVG, "it is a picture"),
        ("paper.html", SVG, "it is a picture"),
        ("paper.pdf", b"MZ\x90\x00" + bytes(range(256)) * 8, "it is a program"),
        ("paper.pdf", b"just words", "it is not a PDF"),
        ("paper.docx", b"just words", "it is not a Word file"),
        ("paper.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it is an older Word file"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 600, "it is a picture"),
        ("things.zip", b"PK\x03\x04" + b"\0" * 600, "."),
        ("empty.txt", b"  \n", "it is empty"),
        ("page.php", b"words", "are not read"),
    ],
)
def test_a_wrong_file_is_refused_kindly_and_leaves_nothing(drafter, name, content, told):
    before = files_kept()
    answer = uploaded(drafter, content, name)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert told.casefold() in page.casefold()
    assert "<svg" not in page
    assert "alert(1)" not in page
    assert not sources_kept()
    assert files_kept() == before


def bomb() -> bytes:
    """A Word file of a few kilobytes that unpacks to a gigabyte."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(200):
                part.write(bytes(1024 * 1024))
    return buffer.getvalue()


def test_a_zip_bomb_is_refused_unread(drafter):
    before = files_kept()
    answer = uploaded(drafter, bomb(), "paper.docx")
    assert answer.status_code == 400
    assert not sources_kept()
    assert files_kept() == before


def test_a_page_with_scripts_is_read_as_text_and_handed_out_as_a_file(drafter):
    uploaded(drafter, HTML, "position.html")
    [(key, _)] = sources_kept().items()
    for address in (f"/workspace/sources/of/{key}", f"/workspace/recording/from/{key}"):
        page = drafter.get(address).content.decode()
        assert "Cuba shares the humanitarian concerns." in page
        assert "alert(" not in page
        assert "onerror" not in page
    copy = drafter.get(f"/workspace/sources/copy/{key}")
    assert copy.content == HTML
    assert copy.headers["Content-Type"] == "application/octet-stream"
    assert copy.headers["Content-Disposition"] == 'attachment; filename="position.html"'
    assert "sandbox" in copy.headers["Content-Security-Policy"]
    assert copy.headers["X-Content-Type-Options"] == "nosniff"


def test_scripts_in_what_is_known_of_a_source_stay_text(drafter):
    uploaded(drafter, WORDS, '"><script>alert(4)</script>.txt', title="<script>alert(5)</script>")
    [(key, source)] = sources_kept().items()
    for address in (
        "/workspace/sources/",
        f"/workspace/sources/of/{key}",
        f"/workspace/recording/from/{key}",
        "/workspace/recording/",
    ):
        assert "<script>alert" not in drafter.get(address).content.decode()
    assert '"' not in drafter.get(f"/workspace/sources/copy/{key}").headers["Content-Disposition"].split('"')[1]
    assert "/" not in source.note


class Flood(io.RawIOBase):
    """The body of an upload of 300 MB that is made as it is read; `given` says how much was asked for."""

    SIZE = 300 * 1024 * 1024
    HEAD = (
        b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nLarge\r\n'
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n%PDF-1.7'
    )

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = self.HEAD if not self.given else b"x" * min(size if size > 0 else 65536, self.SIZE - self.given)
        self.given += len(piece)
        return piece


@pytest.mark.parametrize("announced", [Flood.SIZE, 1000])
def test_an_upload_of_300_megabytes_is_refused_while_it_comes(announced, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    flood = Flood()
    request = RequestFactory().post("/workspace/sources/new/", {})
    request.META |= {"CONTENT_TYPE": "multipart/form-data; boundary=x", "CONTENT_LENGTH": str(announced)}
    request._stream, request._read_started = flood, False
    for name in ("_post", "_files"):
        request.__dict__.pop(name, None)
    assert was_too_large(request)
    assert request.POST["title"] == "Large"
    assert not request.FILES
    assert flood.given <= LARGEST + 2 * 1024 * 1024
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_large_is_told_on_the_page(drafter):
    answer = uploaded(drafter, b"%PDF" + b"x" * (LARGEST + 2 * 1024 * 1024), "large.pdf", title="Large paper")
    assert answer.status_code == 413
    page = answer.content.decode()
    assert "more than 50 MB" in page
    assert "Large paper" in page
    assert not sources_kept()


def test_whoever_may_not_record_keeps_nothing(client_of):
    for role in ("member", "publisher", "administrator"):
        client = client_of(role)
        assert uploaded(client).status_code == 403
        assert client.get("/workspace/sources/").status_code == 200
    member = Actor("member", frozenset({Role.MEMBER}))
    with pytest.raises(NotAllowed):
        keep_source(member, "x", source("x"), b"words")
    with pytest.raises(NotAllowed):
        keep_source(
            Actor("c", frozenset({Role.CLEARER})), "x", source("x"), b"words", classification=Classification.ISU
        )


def source(title: str) -> Source:
    return Source(
        title=title, kind=SourceKind.STATEMENT, grade=SourceGrade.OFFICIAL, issued=PartialDate.parse("2021-05-04")
    )


def test_keeping_refuses_nothing_and_too_much():
    for content in (b"", b" ", b"x" * (LARGEST + 1)):
        with pytest.raises(Refused):
            keep_source(operator("ana"), "x", source("x"), content)


def test_a_key_is_readable_and_free():
    assert key_of(source("Letter of the Permanent Mission")) == "statement-2021-05-04-letter-of-the-permanent-mission"
    first = keep_source(operator("ana"), "letter", source("Letter"), b"one")
    second = keep_source(operator("ana"), "letter", source("Letter"), b"two")
    assert (first.key, second.key) == ("letter", "letter-2")
    assert keep_source(operator("ana"), "letter", source("Letter"), b"two").is_new is False
