"""A paper in Word is read back as it was written, and after other programs have saved it."""

import io
import shutil
import subprocess
import zipfile

import pytest

from accede.intake.documents.docx import read
from accede.paper.tree import FootnoteMark, Paragraph, Run, Section, paragraph_text, text_of
from accede.reporting.render.docx import render
from intake_cast import printed
from sample_paper import sample_paper

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body: str, footnotes: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        text = f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{SPACE}">{footnotes}</w:footnotes>')
    return buffer.getvalue()


def blocks(body: str, footnotes: str = ""):
    (section,) = read(word_file(body, footnotes), name="paper.docx").sections
    return section.blocks


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_what_is_written_is_read_back():
    assert printed(read(render(sample_paper()), name="paper.docx")) == printed(sample_paper())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_what_libreoffice_saves_again_is_read_back(tmp_path):
    (tmp_path / "paper.docx").write_bytes(render(sample_paper()))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*command, "--outdir", tmp_path / "saved", tmp_path / "paper.docx"],
        check=True,
        capture_output=True,
        timeout=300,
    )
    back = read((tmp_path / "saved" / "paper.docx").read_bytes(), name="paper.docx")
    assert printed(back) == printed(sample_paper())


def test_what_was_deleted_under_tracked_changes_is_not_read():
    deleted = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('indeed ')}</w:ins>"
    (paragraph,) = blocks(f"<w:p>{run('It is ')}{deleted}{inserted}{run('so.')}</w:p>")
    assert paragraph.inlines == (Run("It is indeed so."),)


def test_hidden_text_is_not_read():
    hidden, shown = run("999 ", "<w:vanish/>"), run("164.", '<w:vanish w:val="0"/>')
    (paragraph,) = blocks(f"<w:p>{run('There are ')}{hidden}{shown}</w:p>")
    assert paragraph.inlines == (Run("There are 164."),)


def test_footnotes_are_numbered_as_they_are_printed():
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p>{run('One')}{mark.format(7)}{run(' two')}{mark.format(3)}</w:p>"
    notes = "".join(
        f'<w:footnote w:id="{key}"><w:p>{run(text)}</w:p></w:footnote>' for key, text in ((3, "b"), (7, "a"))
    )
    paper = read(word_file(body, notes), name="paper.docx")
    assert paper.sections[0].blocks[0].inlines == (Run("One"), FootnoteMark(1), Run(" two"), FootnoteMark(2))
    assert [(note.number, paragraph_text(note.paragraphs)) for note in paper.footnotes] == [(1, "a"), (2, "b")]


def test_a_field_shows_its_result_and_not_its_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _RefF1 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (paragraph,) = blocks(f"<w:p>{run('See')}{field}</w:p>")
    assert paragraph.inlines == (Run("See"), FootnoteMark(4))


def test_emphasis_that_is_switched_off_is_none():
    bold, off = "<w:b/>", '<w:b w:val="0"/>'
    (paragraph,) = blocks(f"<w:p>{run('bold', bold)}{run(' plain', off)}</w:p>")
    assert paragraph.inlines == (Run("bold", "bold"), Run(" plain"))


def test_a_number_before_a_tab_is_the_paragraphs_number():
    body = "<w:p><w:r><w:t>7.</w:t><w:tab/><w:t>It is said.</w:t></w:r></w:p>"
    assert blocks(body) == (Paragraph((Run("It is said."),), "7"),)


def test_headings_are_known_by_the_name_of_their_style():
    heading = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("II. Activities")}</w:p><w:p>{run("Text.")}</w:p>'
    paper = read(word_file(heading), name="paper.docx")
    assert paper.sections == (Section("II", (Run("Activities"),), (Paragraph((Run("Text."),)),)),)


def test_a_cell_over_several_columns_keeps_its_width():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p>{}</w:p></w:tc>'
    row = f"<w:tr>{cell.format(2, run('wide'))}{cell.format(1, run('narrow'))}</w:tr>"
    (table,) = blocks(f"<w:tbl>{row}</w:tbl>")
    assert [cell.span for cell in table.header[0].cells] == [2, 1]
    assert text_of(table.header[0].cells[0].paragraphs[0].inlines) == "wide"
