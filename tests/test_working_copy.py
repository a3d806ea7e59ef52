"""A working copy of our paper, edited in Word or LibreOffice, is read back, and what was changed in it is proposed."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from accede.intake.compare import Verdict
from accede.intake.documents import read_document
from accede.intake.propose import propose
from accede.intake.working_copy import Change, ChangeKind, changes, written_at
from accede.paper.tree import Document, Paragraph, Run
from accede.records.values import View
from accede.reporting.recipes.status_paper import write_status_paper
from accede.reporting.render import renderer_for
from sample_paper import sample_paper

CUT_OFF = date(2018, 8, 21)


def edited(document: Document, *pairs: tuple[str, str], suffix: str = "") -> bytes:
    """The Word file with texts replaced in its paragraphs and cells, as somebody does in Word."""
    word = docx.Document(io.BytesIO(renderer_for(".docx")(document)))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    paragraphs = [*word.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    for before, after in pairs:
        for paragraph in paragraphs:
            if before in paragraph.text:
                paragraph.runs[0].text = paragraph.text.replace(before, after)
                for run in paragraph.runs[1:]:
                    run.text = ""
                break
        else:
            pytest.fail(f"“{before}” does not stand in the paper")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.fixture
def paper(register: None) -> Document:
    return write_status_paper("apmbc", View(as_of=CUT_OFF, known_on=datetime.now(UTC)))


def read(tmp_path: Path, data: bytes) -> Document:
    (tmp_path / "copy.docx").write_bytes(data)
    return read_document(tmp_path / "copy.docx")


def test_a_copy_that_nobody_edited_has_no_changes(paper, tmp_path):
    copy = read(tmp_path, renderer_for(".docx")(paper))
    assert changes(paper, copy) == ()
    assert written_at(copy) == (CUT_OFF, datetime.fromisoformat(paper.known_on))


def test_a_paragraph_that_was_edited_is_one_change_with_both_its_texts(paper, tmp_path):
    copy = read(tmp_path, edited(paper, ("33 States remain outside", "32 States remain outside")))
    (change,) = changes(paper, copy)
    assert change.kind is ChangeKind.CHANGED
    assert "33 States remain outside" in change.before
    assert "32 States remain outside" in change.after
    assert change.where.startswith("section I, paragraph")


def test_what_was_edited_in_a_table_is_proposed_and_contradicts(paper, tmp_path):
    (tmp_path / "copy.docx").write_bytes(edited(paper, ("Has never participated", "16MSP in 2017")))
    intake = propose(tmp_path / "copy.docx", "apmbc")
    differing = [one for one in intake.compared if one.comparison.verdict is not Verdict.SAME]
    assert {one.comparison.verdict for one in differing} <= {Verdict.NEW, Verdict.CONFLICT}
    assert [one.proposal.fact.occasion for one in differing] == ["16MSP"]
    (change,) = changes(paper, intake.document)
    assert (change.before, change.after) == ("Has never participated", "16MSP in 2017")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_copy_edited_in_word_and_saved_twice_by_libreoffice_tells_the_same(paper, tmp_path):
    source = tmp_path / "copy.docx"
    source.write_bytes(edited(paper, ("33 States remain outside", "32 States remain outside"),
                              ("Has never participated", "16MSP in 2017")))  # fmt: skip
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    for suffix, given in (("odt", source), ("docx", tmp_path / "saved" / "copy.odt")):
        subprocess.run([*office, suffix, "--outdir", tmp_path / "saved", given], check=True, capture_output=True)
    intake = propose(tmp_path / "saved" / "copy.docx", "apmbc")
    differing = [one for one in intake.compared if one.comparison.verdict is not Verdict.SAME]
    assert [one.proposal.fact.occasion for one in differing] == ["16MSP"]
    assert intake.findings.not_understood == ()
    assert [one.before for one in changes(paper, intake.document) if one.kind is not ChangeKind.CHANGED] == []
    assert {"16MSP in 2017"} <= {one.after for one in changes(paper, intake.document)}


def test_what_was_added_and_removed_is_told_with_its_place():
    before = sample_paper()
    first = before.sections[0]
    added = replace(first, blocks=(Paragraph((Run("A sentence of our own."),)), *first.blocks))
    after = replace(before, sections=(added, *before.sections[1:]))
    (change,) = changes(before, after)
    assert (change.kind, change.before, change.after) == (ChangeKind.ADDED, "", "A sentence of our own.")
    assert changes(after, before) == (Change(ChangeKind.REMOVED, change.where, "A sentence of our own.", ""),)


@pytest.mark.parametrize(
    ("as_of", "known_on"),
    [("", ""), ("soon", "2031-03-03T00:00:00+00:00"), ("2018-08-21", "soon"), ("2018-08-21", "2031-03-03T00:00:00")],
)
def test_a_copy_whose_day_or_instant_was_changed_is_compared_with_nothing(as_of, known_on):
    assert written_at(replace(sample_paper(), as_of=as_of, known_on=known_on)) is None


def test_a_copy_is_told_by_the_command(program, tmp_path):
    path = tmp_path / "copy.docx"
    assert program("paper", "status", "--as-of", "2018-08-21", "-o", path).code == 0
    word = docx.Document(str(path))
    paragraph = next(one for one in word.paragraphs if "33 States remain outside" in one.text)
    paragraph.add_run(" A sentence of our own.")
    word.save(str(path))
    told = " ".join(program("import", path).out.split())
    assert "Changed in this copy of our paper (1)" in told
    assert "A sentence of our own." in told
