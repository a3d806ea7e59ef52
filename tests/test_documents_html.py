"""A paper in HTML is read back as it was written; other pages by their headings, paragraphs and tables."""

from accede.intake.documents.html import read
from accede.paper.tree import FootnoteMark, Paragraph, Run, Table, paragraph_text, text_of
from accede.reporting.render.html import render
from intake_cast import printed
from sample_paper import sample_paper


def document(body: str):
    return read(f"<!doctype html><html><body>{body}</body></html>".encode(), name="paper.html")


def test_what_is_written_is_read_back():
    assert printed(read(render(sample_paper()), name="paper.html")) == printed(sample_paper())


def test_the_keys_of_rows_are_kept():
    back = read(render(sample_paper()), name="paper.html")
    tables = [block for section in back.sections for block in section.blocks if isinstance(block, Table)]
    assert [row.key for row in tables[0].rows[:3]] == ["ARM", "AZE", "BHR"]


def test_a_plain_page_is_read_by_its_elements():
    paper = document(
        "<h1>Title</h1><h2>I. First</h2><div><p>7. A  <i>soft</i>\n line.<sup>2</sup></p></div>"
        "<table><tr><th>In favour (1)</th><th>Against (0)</th></tr><tr><td>China</td><td></td></tr></table>"
    )
    (section,) = paper.sections
    paragraph, table = section.blocks
    assert (section.number, text_of(section.heading)) == ("I", "First")
    assert paragraph == Paragraph((Run("A "), Run("soft", "italic"), Run(" line."), FootnoteMark(2)), "7")
    assert isinstance(table, Table)
    assert (table.kind, paragraph_text(table.rows[0].cells[0].paragraphs)) == ("votes", "China")


def test_scripts_and_styles_are_no_text():
    paper = document("<h1>T</h1><script>var a = 'text'</script><style>p {}</style><p>Text.</p>")
    assert [text_of(block.inlines) for block in paper.sections[0].blocks] == ["Text."]
