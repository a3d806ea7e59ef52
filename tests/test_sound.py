"""What no format prints is refused before a byte is written, in every format alike."""

from dataclasses import replace

import pytest

from accede.paper.sound import refuse_unsound
from accede.paper.tree import Cell, Document, Footnote, FootnoteMark, Masthead, Paragraph, Row, Run, Section, Table
from accede.reporting.render import RENDERERS, Renderer
from accede.vocabulary.errors import Unreadable
from sample_paper import sample_paper

every_format = pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS.keys())


def paper(*texts: str) -> Document:
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    return Document("plain", "en", Masthead(), (Run("Title"),), sections=(Section("", (), blocks),))


@every_format
@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\ud800", "\ufffe"])
def test_an_unprintable_character_is_refused_with_its_place(render: Renderer, character: str) -> None:
    with pytest.raises(
        Unreadable, match=rf"sections\[0\].blocks\[1\].inlines\[0\].text.*U\+{ord(character):04X}.*“a b”"
    ):
        render(paper("fine", f"a b{character}c"))


def test_a_refused_character_is_found_wherever_it_stands() -> None:
    with pytest.raises(Unreadable, match=r"masthead\.symbol"):
        refuse_unsound(replace(sample_paper(), masthead=Masthead(symbol="A\x00")))


@every_format
def test_tabs_and_line_breaks_are_no_reason_to_refuse(render: Renderer) -> None:
    assert render(paper("one\ntwo\tthree\r\nfour"))


@pytest.mark.parametrize(
    ("marks", "footnotes"),
    [((1,), ()), ((), (1,)), ((2, 1), (1, 2)), ((1, 3), (1, 3)), ((1,), (1, 1))],
    ids=["mark without footnote", "footnote without mark", "out of order", "number left out", "number twice"],
)
def test_footnotes_that_do_not_fit_their_marks_are_refused(marks: tuple[int, ...], footnotes: tuple[int, ...]) -> None:
    document = replace(
        paper(),
        title=tuple(FootnoteMark(number) for number in marks),
        footnotes=tuple(Footnote(number, (Paragraph((Run("note"),)),)) for number in footnotes),
    )
    with pytest.raises(Unreadable, match="order of their marks"):
        refuse_unsound(document)


def test_a_footnote_may_be_marked_again() -> None:
    marked_twice = (FootnoteMark(1), Run(" and "), FootnoteMark(1))
    refuse_unsound(replace(paper(), title=marked_twice, footnotes=(Footnote(1, ()),)))


@pytest.mark.parametrize("spans", [(1,), (1, 1, 1), (2, 1), (2, 0)], ids=str)
def test_a_row_of_another_width_is_refused(spans: tuple[int, ...]) -> None:
    first, other = Row((Cell(), Cell())), Row(tuple(Cell(span=span) for span in spans))
    table = Table("plain", (Run("Votes"),), (first,), (other,))
    with pytest.raises(Unreadable, match=r"^table “Votes”: row 2"):
        refuse_unsound(replace(paper(), sections=(Section("", (), (table,)),)))
