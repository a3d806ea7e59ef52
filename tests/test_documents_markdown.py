"""A paper in Markdown is read back as it was written."""

from accede.intake.documents.markdown import read
from accede.paper.tree import FootnoteMark, Paragraph, Run, Table, paragraph_text, text_of
from accede.reporting.render.markdown import render
from intake_cast import printed, without_kinds_in_cells
from sample_paper import sample_paper


def document(text: str):
    return read(text.encode(), name="paper.md")


def test_what_is_written_is_read_back():
    back = read(render(sample_paper()), name="paper.md")
    assert printed(back) == without_kinds_in_cells(printed(sample_paper()))


def test_a_table_of_another_program_is_read_by_its_header():
    paper = document("# Title\n\n## Votes\n\n| In favour (1) | Abstained (2) |\n|---|---|\n| A | B |\n|  | C |\n")
    (table,) = paper.sections[0].blocks
    assert isinstance(table, Table)
    assert table.kind == "votes"
    assert [[paragraph_text(cell.paragraphs) for cell in row.cells] for row in table.rows] == [["A", "B"], ["", "C"]]


def test_a_footnote_of_one_word_is_no_link():
    paper = document("# Title[^1]\n\nText[^1] and more.\n\n[^1]: Note\n")
    assert paper.title == (Run("Title"), FootnoteMark(1))
    assert text_of(paper.footnotes[0].paragraphs[0].inlines) == "Note"


def test_a_footnote_may_have_several_paragraphs():
    (note,) = document("# Title\n\nText[^1].\n\n[^1]: One.\n\n    Two.\n").footnotes
    assert [text_of(paragraph.inlines) for paragraph in note.paragraphs] == ["One.", "Two."]


def test_numbers_of_paragraphs_are_those_printed():
    (section,) = document("# T\n\n## I. S\n\n7. Seven.\n\n8. Eight.\n\n<!-- -->\n\n11. Eleven.\n").sections
    numbers = [block.number for block in section.blocks if isinstance(block, Paragraph)]
    assert numbers == ["7", "8", "11"]
