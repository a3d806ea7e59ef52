"""Papers in PDF: tagged ones by their structure, others by where their words stand; damaged and oversized ones refused."""

import io
import zlib
from dataclasses import replace

import pikepdf
import pytest

from accede.intake.documents import read_document
from accede.intake.documents.pdf import bounds, read
from accede.intake.documents.pdf.content import parts_an_address
from accede.intake.documents.pdf.grids import Rule, aligned, ruled
from accede.intake.documents.pdf.lines import Word, lines
from accede.paper.tree import Paragraph, Run, Table, all_sections, paragraph_text, tables, text_of
from accede.reporting.render import RENDERERS
from accede.vocabulary.errors import Unreadable
from intake_cast import printed
from sample_paper import sample_paper


@pytest.fixture(scope="module")
def tagged() -> bytes:
    return RENDERERS[".pdf"](sample_paper())


@pytest.fixture(scope="module")
def untagged(tagged) -> bytes:
    with pikepdf.open(io.BytesIO(tagged)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.docinfo["/Keywords"] = ""
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def rows(document, kind):
    table = next(one for one in tables(document) if one.kind == kind)
    return [[" ".join(paragraph_text(cell.paragraphs).split()) for cell in row.cells] for row in table.rows]


def headings(document):
    return [(section.number, text_of(section.heading)) for section in all_sections(document)]


def test_a_tagged_paper_gives_back_its_sections_and_tables(tagged):
    paper, written = read(tagged, name="paper.pdf"), sample_paper()
    assert paper.kind == written.kind
    assert text_of(paper.title) == text_of(written.title)
    assert headings(paper) == headings(written)
    for kind in ("votes", "matrix", "overview"):
        assert rows(paper, kind) == rows(written, kind)


def test_a_tagged_paper_gives_back_its_masthead_and_footnotes(tagged):
    paper, written = read(tagged, name="paper.pdf"), sample_paper()
    assert paper.masthead == written.masthead
    assert [printed(note) for note in paper.footnotes] == [printed(note) for note in written.footnotes]


def test_an_untagged_paper_is_read_by_its_places(untagged):
    paper, written = read(untagged, name="paper.pdf"), sample_paper()
    assert text_of(paper.title) == text_of(written.title)
    assert rows(paper, "overview") == rows(written, "overview")
    assert rows(paper, "matrix") == rows(written, "matrix")
    assert [note.number for note in paper.footnotes] == [note.number for note in written.footnotes]


def test_a_table_over_several_pages_is_one_table(untagged):
    assert len([one for one in tables(read(untagged, name="paper.pdf")) if one.kind == "overview"]) == 1


def test_italics_are_kept_where_a_citation_needs_them(untagged):
    paper = read(untagged, name="paper.pdf")
    table = next(one for one in tables(paper) if one.kind == "overview")
    runs = [run for row in table.rows for cell in row.cells for one in cell.paragraphs for run in one.inlines]
    assert any(getattr(run, "style", "") == "italic" for run in runs)


def test_a_file_is_known_by_its_beginning(tmp_path, tagged):
    path = tmp_path / "paper.txt"
    path.write_bytes(tagged)
    assert read_document(path).kind == "status-paper"
    assert read_document(path).kind == "status-paper"  # a second time, when its module is loaded


@pytest.mark.parametrize("cut", [400, 20_000])
def test_a_cut_file_is_refused(tagged, cut):
    with pytest.raises(Unreadable, match="damaged or cut off"):
        read(tagged[:-cut], name="paper.pdf")


def test_a_file_with_a_password_is_refused(tagged):
    with pikepdf.open(io.BytesIO(tagged)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Unreadable, match="password"):
        read(out.getvalue(), name="paper.pdf")


def test_a_picture_of_a_paper_is_called_that():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    out = io.BytesIO()
    pdf.save(out)
    with pytest.raises(Unreadable, match="a picture of a paper"):
        read(out.getvalue(), name="paper.pdf")


def test_a_stream_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(b"0 g\n" * (bounds.MOST_CONTENT // 4 + 10))
    out = io.BytesIO()
    pdf.save(out, compress_streams=True)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(Unreadable, match="unpacks to more"):
        read(out.getvalue(), name="paper.pdf")


def test_a_stream_packed_twice_is_counted_as_unpacked():
    bomb = zlib.compress(zlib.compress(b"\0" * (bounds.MOST_CONTENT + 1)))
    with pytest.raises(Unreadable, match="unpacks to more"):
        bounds.refuse_oversized(b"%PDF-1.7\n1 0 obj <<>> stream\n" + bomb, name="paper.pdf")


def test_too_many_pages_are_refused():
    pdf = pikepdf.new()
    for _ in range(501):
        pdf.add_blank_page()
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    out = io.BytesIO()
    pdf.save(out)
    with pytest.raises(Unreadable, match="501 pages"):
        read(out.getvalue(), name="paper.pdf")


def test_a_structure_that_points_to_itself_ends():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    element = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P))
    element.K = pikepdf.Array([element])
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=element))
    out = io.BytesIO()
    pdf.save(out)
    with pytest.raises(Unreadable):
        read(out.getvalue(), name="paper.pdf")


def word(text, x, y, width=40.0, size=10.0, style=""):
    return Word(text, x, x + width, y, y + size, size, style)


def test_lines_without_rules_are_a_table_where_white_parts_them_alike():
    found = lines(
        word(text, x, y)
        for y, texts in ((0, ("State", "Vote")), (14, ("Cuba", "Yes")), (28, ("Peru", "No")))
        for x, text in zip((0, 200), texts, strict=True)
    )
    (grid,) = aligned(found)
    assert grid.rows == (("State", "Vote"), ("Cuba", "Yes"), ("Peru", "No"))


def test_a_numbered_paragraph_is_no_table():
    found = lines(word(text, x, y) for y in (0, 14, 28) for x, text in ((0, "1."), (60, "Words"), (102, "follow")))
    assert aligned(found) == []


def test_a_name_on_two_lines_is_one_cell_where_the_column_goes_on_below():
    texts = {
        0: ((0, "In"), (200, "Abstained")),
        14: ((0, "Cuba"), (200, "Republic")),
        28: ((200, "of"),),
        42: ((0, "Peru"), (200, "Fiji")),
    }
    found = lines(word(text, x, y) for y, words in texts.items() for x, text in words)
    rules = [Rule(0, 300, at) for at in (-2, 12, 56)]
    (grid,) = ruled(found, rules, [])
    assert grid.rows == (("In", "Abstained"), ("Cuba", "Republic of"), ("Peru", "Fiji"))


def test_a_raised_figure_is_the_mark_of_a_footnote():
    mark = Word("3", 40, 43, -2, 4, 6, "")
    (line,) = lines([word("Peru", 0, 0), mark, word("voted", 50, 0)])
    assert line.text() == "Peru³ voted"


@pytest.mark.parametrize("has_structure", [True, False])
def test_letters_that_a_font_draws_as_one_sign_are_read_as_letters(has_structure):
    paper = sample_paper()
    first, *rest = paper.sections
    drawn = replace(first, blocks=(*first.blocks, Paragraph((Run("The o\ufb03ce rati\ufb01ed it."),))))
    with pikepdf.open(io.BytesIO(RENDERERS[".pdf"](replace(paper, sections=(drawn, *rest))))) as pdf:
        if not has_structure:
            del pdf.Root.StructTreeRoot
        pdf.save(file := io.BytesIO())
    sections = all_sections(read(file.getvalue(), name="a.pdf"))
    shown = [text_of(block.inlines) for each in sections for block in each.blocks if isinstance(block, Paragraph)]
    assert any("The office ratified it." in text for text in shown)


def test_tables_have_a_kind(tagged):
    assert {one.kind for one in tables(read(tagged, name="paper.pdf")) if isinstance(one, Table)} >= {
        "votes",
        "matrix",
        "overview",
    }


@pytest.mark.parametrize(
    ("before", "after", "is_one"),
    [
        ("see https://www.exam", "ple.org/a/b", True),
        ("see https://www.example.org/a", "b?c=1", True),
        ("see https://www.example.org/a", "for more", False),
        ("see https://www.example.org/a", "A/RES/72/53", False),
        ("see www.example.org/a and the wri", "ter.of it", False),
    ],
)
def test_an_address_that_a_line_breaks_is_one(before, after, is_one):
    assert parts_an_address(before, after) is is_one
