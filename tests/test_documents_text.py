"""The text form of a paper: what a page break parted is whole again."""

from accede.intake.documents.text import read
from accede.paper.tree import FootnoteMark, Paragraph, Run, Section, Table, paragraph_text, text_of
from intake_cast import SAMPLE

HEADER = "State not party\tWhat it said\tLast participation in a meeting"


def document(text: str):
    return read(text.encode(), name="paper.txt")


def blocks(text: str):
    sections = document(f"I. Heading\n\n{text}").sections
    assert len(sections) == 1
    return sections[0].blocks


def texts(*blocks) -> list[str]:
    return [text_of(block.inlines) for block in blocks if isinstance(block, Paragraph)]


def rows(table: Table) -> list[list[str]]:
    return [[paragraph_text(cell.paragraphs) for cell in row.cells] for row in table.rows]


def test_title_and_subtitle_stand_before_the_first_section():
    paper = document("A Title¹\n\nSubmitted by somebody\n\nI. Introduction\n\nA sentence.\n\n¹ A note.\n")
    assert paper.title == (Run("A Title"), FootnoteMark(1))
    assert text_of(paper.subtitle) == "Submitted by somebody"
    assert paper.sections == (Section("I", (Run("Introduction"),), (Paragraph((Run("A sentence."),)),)),)
    assert [note.number for note in paper.footnotes] == [1]


def test_a_footnote_in_the_midst_of_a_paragraph_does_not_part_it():
    assert texts(*blocks("Some States\n\n¹ A note.\n\nnot party, though.\n\nAnother one.")) == [
        "Some States not party, though.",
        "Another one.",
    ]


def test_a_paragraph_that_goes_on_with_a_small_letter_is_one():
    assert texts(*blocks("In June the President\n\nissued a paper.")) == ["In June the President issued a paper."]


def test_a_whole_sentence_is_not_joined_with_the_next():
    assert len(texts(*blocks("One.\n\n¹ A note.\n\ntwo begins small."))) == 2


def test_a_number_glued_to_a_word_begins_a_paragraph():
    first, second = blocks("It ends here. 17.On a day it begins.")
    assert (text_of(first.inlines), first.number) == ("It ends here.", "")
    assert (text_of(second.inlines), second.number) == ("On a day it begins.", "17")


def test_a_number_with_a_decimal_point_begins_nothing():
    assert texts(*blocks("It costs 17.5 per cent. 3.5 is less.")) == ["It costs 17.5 per cent. 3.5 is less."]


def test_styles_and_marks_are_runs_of_their_own():
    (paragraph,) = blocks("One *two* **three** <i>four</i>² five ³ six.")
    assert paragraph.inlines == (
        Run("One "),
        Run("two", "italic"),
        Run(" "),
        Run("three", "bold"),
        Run(" "),
        Run("four", "italic"),
        FootnoteMark(2),
        Run(" five"),
        FootnoteMark(3),
        Run(" six."),
    )


def test_square_metres_are_no_footnote():
    assert texts(*blocks("It cleared 300 m² and 4 km².")) == ["It cleared 300 m² and 4 km²."]


def test_a_table_cut_by_a_page_break_is_one_table_and_its_row_one_row():
    (table,) = blocks(
        f"{HEADER}\nChina\t<p>“It speaks and</p>\t16MSP in 2017\n\n⁴ A note.\n\n{HEADER}\n"
        "\t<p>goes on.” (<i>16MSP, 2017</i>)</p> <p>More.</p>\t\nCuba\tNothing.\t2RC in 2009"
    )
    assert table.kind == "overview"
    assert rows(table) == [
        ["China", "“It speaks and goes on.” (16MSP, 2017)\nMore.", "16MSP in 2017"],
        ["Cuba", "Nothing.", "2RC in 2009"],
    ]


def test_a_paragraph_that_ended_before_the_page_did_stays_one():
    (table,) = blocks(
        f"{HEADER}\nChina\t“Said.” (16MSP, 2017)\t\n\n{HEADER}\n\t“Said again.” (17MSP, 2018)\t16MSP in 2017"
    )
    assert rows(table) == [["China", "“Said.” (16MSP, 2017)\n“Said again.” (17MSP, 2018)", "16MSP in 2017"]]


def test_a_quotation_still_open_at_the_end_of_the_page_goes_on_in_its_paragraph():
    (table,) = blocks(f'{HEADER}\nChina\t"It ends its page.\t\n\n{HEADER}\n\tIt goes on.”\t16MSP in 2017')
    assert rows(table)[0][1] == '"It ends its page. It goes on.”'


def test_a_table_with_another_header_is_another_table():
    assert len(blocks(f"{HEADER}\nChina\tSaid.\t16MSP in 2017\n\nA\tB\nc\td")) == 2


def test_a_line_above_a_table_is_its_caption():
    sentence, table = blocks("A sentence.\n\nA caption without a full stop\n\nIn favour (2)\tAbstained (1)\nA\tB\nC\t")
    assert text_of(sentence.inlines) == "A sentence."
    assert text_of(table.caption) == "A caption without a full stop"
    assert table.kind == "votes"
    assert rows(table) == [["A", "B"], ["C", ""]]


def test_a_header_of_two_rows_has_years_over_occasions():
    (table,) = blocks("State\t2014\t\t2015\n\tIM ²\t3 rd RevCon\tIM\nChina\t√\t\t√")
    assert table.kind == "matrix"
    assert [[(paragraph_text(cell.paragraphs), cell.span) for cell in row.cells] for row in table.header] == [
        [("State", 1), ("2014", 2), ("2015", 1)],
        [("", 1), ("IM", 1), ("3 rd RevCon", 1), ("IM", 1)],
    ]
    assert rows(table) == [["China", "√", "", "√"]]


def test_cells_missing_at_the_end_of_a_row_are_empty():
    (table,) = blocks("In favour (1)\tAbstained (2)\nA\tB\n\tC")
    assert rows(table) == [["A", "B"], ["", "C"]]


def test_a_numbered_paragraph_with_a_tab_is_no_table():
    paragraph, item = blocks("7.\tIt is said.\n\n(a)\tan item;")
    assert (paragraph.number, text_of(paragraph.inlines)) == ("7", "It is said.")
    assert (item.kind, item.number) == ("item", "(a)")


def test_nothing_of_the_sample_is_lost():
    paper = read(SAMPLE.read_bytes(), name="sample")
    assert [section.number for section in paper.sections] == ["I", "II", "III", "IV"]
    assert [note.number for note in paper.footnotes] == [1, 2, 3, 4, 5]
    kinds = [block.kind for section in paper.sections for block in section.blocks if isinstance(block, Table)]
    assert kinds == ["votes", "matrix", "overview"]
    (overview,) = (block for block in paper.sections[3].blocks if isinstance(block, Table))
    assert len(overview.rows) == 9
    kazakhstan = paragraph_text(overview.rows[2].cells[1].paragraphs)
    assert "the page ends, in the midst" in kazakhstan
    assert "\n" not in kazakhstan
