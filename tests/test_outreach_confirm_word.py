"""The Word form: the same answers as the page, also when LibreOffice filled it in and somebody moved things."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.utils.translation import override

from accede.outreach.confirm.fields import fields_of
from accede.outreach.confirm.read import read
from accede.outreach.confirm.word import reference_in, written
from accede.outreach.confirm.word_read import read_word
from accede.publishing.languages import LANGUAGES
from accede.vocabulary.errors import Unreadable
from confirm_cast import form
from office_cast import filled_in, is_there

pytestmark = pytest.mark.usefixtures("register")

LETTER = "apmbc/round/2018-03-12/MAR"


@pytest.fixture(scope="module")
def office_profile(tmp_path_factory):
    """A profile of LibreOffice's own; the tests that ask for it are left out where there is none."""
    if not is_there():
        pytest.skip("LibreOffice is not installed (soffice, python3-uno)")
    return tmp_path_factory.mktemp("office")


def document_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("word/document.xml").decode()


def changed(content, change, part="word/document.xml"):
    """The file with a part rewritten."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for each in before.infolist():
            data = before.read(each)
            after.writestr(each, change(data.decode()).encode() if each.filename == part else data)
    return made.getvalue()


def filled(content, name, text):
    """A text field with a text in it, as Word writes it: in several runs, with line breaks."""
    lines = "</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>".join(text.split("\n"))
    pattern = rf'(<w:name w:val="{name}"/>.*?fldCharType="separate"/></w:r>)<w:r><w:t[^>]*>[^<]*</w:t></w:r>'
    return changed(
        content,
        lambda told: re.sub(
            pattern, lambda match: f"{match[1]}<w:r><w:t>{lines}</w:t></w:r>", told, count=1, flags=re.DOTALL
        ),
    )


def test_the_same_form_gives_the_same_bytes_and_only_its_fields_can_be_changed():
    held = form("MAR")
    content = written(held, letter=LETTER)
    assert content == written(held, letter=LETTER)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert re.search(
            r'<w:documentProtection [^>]*w:edit="forms" w:enforcement="1"', package.read("word/settings.xml").decode()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_fields_are_the_same_in_each_language_and_word_takes_them(language):
    held = form("MAR")
    with override(language):
        told = document_of(written(held))
        names = re.findall(r'<w:name w:val="([^"]+)"/>', told)
        assert names == list(fields_of(held))
    with override("en"):
        assert set(names) == set(fields_of(held))
    assert len(set(names)) == len(names)
    choices = [
        re.findall(r'<w:listEntry w:val="([^"]*)"', each) for each in re.findall("<w:ddList>.*?</w:ddList>", told)
    ]
    assert all(len(each) <= 25 and all(0 < len(words) <= 50 for words in each) for each in choices)
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,19}", name) for name in names)
    assert len(re.findall("<w:bookmarkStart ", told)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_form_is_read_back_as_nothing_and_nothing_of_it_is_unread(language):
    with override(language):
        content = written(form("KGZ"), letter=LETTER)
    found = read_word(content, name="form.docx")
    assert found.answers.is_empty
    assert found.unread == ()
    assert (found.form.state, found.answers.language, found.letter) == ("KGZ", language, LETTER)


def test_what_is_filled_in_is_read_as_the_page_reads_it():
    held = form("MAR")
    content = filled(written(held), "statement", "Nothing changed.\nIt will be looked at.")
    content = filled(content, "q_moratorium_since", "May 2012")
    found = read_word(content, name="form.docx")
    page = read(held, {"statement": "Nothing changed.\r\nIt will be looked at.", "q_moratorium_since": "2012-05"})
    assert found.answers == page.answers


def test_fields_are_known_wherever_they_were_moved_to():
    held = form("MAR")
    content = filled(written(held), "statement", "Moved to the top.")

    def moved(told):
        tables = re.findall(r"<w:tbl>.*?</w:tbl>", told, flags=re.DOTALL)
        own = next(each for each in tables if 'w:name w:val="statement"' in each)
        return told.replace(own, "").replace("<w:body>", f"<w:body>{own}", 1)

    found = read_word(changed(content, moved), name="form.docx")
    assert found.answers.statement == "Moved to the top."
    assert found.unread == ()


def test_what_is_typed_beside_the_fields_is_told():
    content = changed(
        written(form("MAR")),
        lambda told: told.replace("<w:body>", "<w:body><w:p><w:r><w:t>We also wish to say this.</w:t></w:r></w:p>", 1),
    )
    found = read_word(content, name="form.docx")
    assert found.answers.is_empty
    assert [each.text for each in found.unread] == ["We also wish to say this."]


def test_a_field_that_is_gone_or_there_twice_or_cannot_be_read_is_told():
    held = form("MAR")
    labels = fields_of(held)
    content = filled(written(held), "q_stockpile_number", "many")
    content = changed(
        content, lambda told: re.sub(r'<w:tr>(?:(?!</w:tr>).)*w:val="filled_by".*?</w:tr>', "", told, flags=re.DOTALL)
    )
    own = re.search(r"<w:tbl>(?:(?!</w:tbl>).)*w:val=\"statement\".*?</w:tbl>", document_of(content), flags=re.DOTALL)[
        0
    ]
    first, second = (document_of(filled(content, "statement", text)) for text in ("One.", "Two."))
    one, two = (
        re.search(r"<w:tbl>(?:(?!</w:tbl>).)*w:val=\"statement\".*?</w:tbl>", told, flags=re.DOTALL)[0]
        for told in (first, second)
    )
    content = changed(content, lambda told: told.replace(own, one + two))
    found = read_word(content, name="form.docx")
    assert found.answers.statement == "One."
    assert {(each.where, each.text) for each in found.unread} == {
        (labels["q_stockpile_number"].label, "many"), (labels["filled_by"].label, ""), (labels["statement"].label, "Two.")
    }  # fmt: skip


def test_what_was_deleted_under_tracked_changes_is_not_read():
    content = filled(written(form("MAR")), "statement", "Kept.")
    content = changed(
        content,
        lambda told: told.replace(
            "<w:r><w:t>Kept.</w:t></w:r>",
            "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins><w:r><w:t>Kept.</w:t></w:r></w:ins>",
        ),
    )
    assert read_word(content, name="form.docx").answers.statement == "Kept."


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.replace("ACCEDE-FORM-1", "A FORM"),
        lambda told: told.replace("| MAR |", "| XXX |"),
        lambda told: told.replace("| apmbc |", "| nothing |"),
        lambda told: told.replace("| 2018-08-21 |", "| 1900-01-01 |"),
        lambda told: told.replace("| en |", "| xx |"),
        lambda told: re.sub(r"\| 20\d\d-\d\d-\d\dT[^|<]*", "| yesterday", told),
    ],
)
def test_what_is_no_form_of_ours_is_refused(change):
    with pytest.raises(Unreadable, match="reference"):
        read_word(changed(written(form("MAR")), change), name="form.docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4", b"text"])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(Unreadable):
        read_word(content, name="form.docx")


def test_a_reference_names_what_the_file_is_a_form_of():
    told = document_of(written(form("MAR"), letter=LETTER))
    found = reference_in(re.search(r"ACCEDE-FORM-1[^<]*", told)[0])
    assert (found.treaty, found.state, found.language, found.as_of, found.letter) == (
        "apmbc",
        "MAR",
        "en",
        "2018-08-21",
        LETTER,
    )


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_filled_in_by_libreoffice_it_gives_the_answers_of_the_page(language, tmp_path, office_profile):
    held = form("MAR")
    last = held.statements[0].sign
    texts = {
        "statement": "Position unchanged: لا تغيير, 没有变化.",
        f"e_{last}_text": "It keeps no mines for training.",
        "q_stockpile_number": "12 345",
        "q_moratorium_since": "2012-05",
        "function": "Counsellor",
    }
    with override(language):
        content = written(held, letter=LETTER)
        page = {
            **texts,
            "nothing_changed": "1",
            "act_use": "1",
            f"e_{last}_holds": "changed",
            "q_use_claim": "has_not",
            "report": "undecided",
        }
        expected = read(held, page).answers
    typed = {**texts, "nothing_changed": True, "act_use": True, f"e_{last}_holds": 2, "q_use_claim": 2, "report": 3}
    saved, names = filled_in(content, typed, tmp_path, office_profile, moved="Typed beside the fields")
    assert set(names) == set(typed)
    found = read_word(saved, name="form.docx")
    assert found.answers == expected
    assert found.letter == LETTER
    assert [each.text for each in found.unread] == ["Typed beside the fields", "Typed beside the fields at the end"]
