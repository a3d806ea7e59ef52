"""Files that are no papers are refused in one sentence; nothing makes a reader stumble."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accede.intake.documents import BY_SUFFIX, door, package, read_document
from accede.vocabulary.errors import Unreadable
from intake_cast import SAMPLE

SUFFIXES = sorted(BY_SUFFIX)


def refusal(path, data: bytes = b"") -> str:
    if data:
        path.write_bytes(data)
    with pytest.raises(Unreadable) as error:
        read_document(path)
    sentence = str(error.value)
    assert str(path) in sentence
    assert error.value.remedy
    assert "\n" not in sentence
    return sentence


def word_file(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert "there is no such file" in refusal(tmp_path / "absent.txt")


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "paper.txt").mkdir()
    assert "it is a folder" in refusal(tmp_path / "paper.txt")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_is_refused(tmp_path, suffix):
    path = tmp_path / f"paper{suffix}"
    path.touch()
    assert "it is empty" in refusal(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_of_white_space_is_empty(tmp_path, suffix):
    assert "it is empty" in refusal(tmp_path / f"paper{suffix}", b" \n\t\r\n")


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a hole: it takes no room
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("the file was read"))
    assert "it has 200 MB, more than the 50 MB" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_with_and_without_a_byte_order_mark(tmp_path, encoding):
    sentence = refusal(tmp_path / "paper.txt", SAMPLE.read_text(encoding="utf-8").encode(encoding))
    assert "UTF-16" in sentence
    assert "Save it as UTF-8" in sentence


def test_the_line_of_a_nul_byte_is_named(tmp_path):
    assert "line 3: it has a NUL byte" in refusal(tmp_path / "paper.txt", b"one\ntwo\nth\0ree\n")


def test_the_line_of_a_byte_that_is_not_utf_8_is_named(tmp_path):
    assert "line 2: it is not UTF-8 (byte 0xE9)" in refusal(tmp_path / "paper.txt", "one\ncafé\n".encode("latin-1"))


def test_a_file_that_ends_within_a_character_is_cut_off(tmp_path):
    assert "it is cut off in the midst of a character" in refusal(tmp_path / "paper.txt", "a word, “".encode()[:-1])


def test_the_line_of_an_unprintable_character_is_named(tmp_path):
    assert "line 2: it has the unprintable character U+0007" in refusal(tmp_path / "paper.txt", b"one\ntw\x07o\n")


def test_a_byte_order_mark_of_utf_8_is_no_text(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_bytes(b"\xef\xbb\xbf" + SAMPLE.read_bytes())
    assert read_document(path) == read_document(SAMPLE)


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_are_line_breaks(tmp_path, line_break):
    path = tmp_path / "paper.txt"
    path.write_bytes(SAMPLE.read_text(encoding="utf-8").replace("\n", line_break).encode())
    assert read_document(path) == read_document(SAMPLE)


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"%PDF-1.7\n...", "it is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is an older Word file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "it is a picture"),
        (b"SQLite format 3\x00" + bytes(80), "it is a database"),
    ],
)
def test_other_kinds_of_file_are_called_what_they_are(tmp_path, start, what):
    assert what in refusal(tmp_path / "paper.txt", start)


def test_an_unknown_suffix_is_refused_with_those_that_are_read(tmp_path):
    sentence = refusal(tmp_path / "paper.odt", b"some text")
    assert "“.odt” are not read" in sentence
    assert ".docx" in sentence


def test_a_web_page_is_known_by_its_beginning(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_bytes(b"<!DOCTYPE html><html><body><h1>A page</h1></body></html>")
    assert read_document(path).title[0].text == "A page"


def test_a_zip_that_is_no_word_file_is_refused(tmp_path):
    assert "it is not a Word file" in refusal(tmp_path / "paper.docx", word_file(other=b"<a/>"))


def test_a_word_file_cut_off_is_refused(tmp_path):
    whole = word_file(word__document=b"<w/>" * 1000)
    assert "it is damaged or cut off" in refusal(tmp_path / "paper.docx", whole[: len(whole) // 2])


def test_a_part_that_is_no_xml_is_named(tmp_path):
    data = word_file(word__document=b"<w:document><w:body>")
    assert "its part word/document.xml is damaged" in refusal(tmp_path / "paper.docx", data)


def test_a_word_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 1_000_000)
    data = word_file(word__document=b" " * 2_000_000)
    assert len(data) < 10_000
    assert "it unpacks to more than" in refusal(tmp_path / "paper.docx", data)


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    evil = (
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]><w:document xmlns:w="x"><w:body>&x;</w:body></w:document>'
    )
    assert "declares a document type" in refusal(tmp_path / "paper.docx", word_file(word__document=evil.encode()))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(min_size=1, max_size=300))
def test_whatever_the_bytes_a_reader_reads_or_refuses(suffix, data):
    read_or_refuse(suffix, data)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(text=st.text(st.sampled_from("<>p/i&;*_|\t\n #[^]1:.“”()¹-aA!`\\{}\"'="), max_size=200))
def test_whatever_the_markup_a_reader_reads_or_refuses(suffix, text):
    read_or_refuse(suffix, text.encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 5000), data=st.binary(max_size=8))
def test_a_damaged_word_file_is_read_or_refused(word_paper, at, data):
    read_or_refuse(".docx", word_paper[:at] + data + word_paper[at + len(data) :])


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".html", "<div>" * 20_000 + "text"),
        (".html", "<table><tr><td>" * 3_000 + "text"),
        (".md", "> " * 3_000 + "text"),
        (".md", "*" * 5_000 + "text" + "*" * 5_000),
        (".md", "[" * 5_000 + "]" * 5_000),
        (".txt", "(" * 20_000 + ")" * 20_000),
        (".json", "[" * 20_000),
    ],
)
def test_deep_nesting_is_read_or_refused(suffix, text):
    read_or_refuse(suffix, text.encode())


WIDE, LONG = 100_000, 30_000
LARGE = {
    "wide.md": "|" + " a |" * WIDE + "\n|" + "---|" * WIDE + "\n|" + " b |" * WIDE + "\n",
    "long.md": "| a | b |\n|---|---|\n" + "| c | d |\n" * LONG,
    "wide.txt": "a\t" * WIDE + "\n" + "b\t" * WIDE + "\n",
    "long.txt": "a\tb\tc\n" * LONG,
    "wide.csv": "a," * WIDE + "\n",
    "wide.html": "<table><tr>" + "<td>a</td>" * WIDE + "</tr></table>",
    "long.html": "<table>" + "<tr><td>a</td><td>b</td></tr>" * LONG + "</table>",
    "spanned.html": "<table><tr>" + "<td colspan=99>a</td>" * 300 + "</tr>" + "<tr><td>b</td></tr>" * 900 + "</table>",
    "ragged.txt": "a\t" * 390 + "\n" + "a\tb\tc\n" * 19_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_table_larger_than_those_of_papers_is_refused(tmp_path, name):
    sentence = refusal(tmp_path / name, LARGE[name].encode())
    assert "a table of more than 20,000 rows, 400 columns or 400,000 cells" in sentence
    assert name in sentence


def read_or_refuse(suffix: str, data: bytes) -> None:
    """Anything but a document or Unreadable fails the test."""
    refused: list[Unreadable] = []
    try:
        BY_SUFFIX[suffix](data, name="paper")
    except Unreadable as error:
        refused.append(error)
    assert all(error.remedy and error.where.startswith("paper") for error in refused)


@pytest.fixture(scope="module")
def word_paper() -> bytes:
    from accede.reporting.render import docx

    return docx.render(read_document(SAMPLE))


def test_the_limit_is_well_above_the_papers_there_are():
    assert SAMPLE.stat().st_size * 1000 < door.LARGEST
