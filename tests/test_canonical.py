"""The canonical form of a paper: one tree, one text of bytes, one hash, and back."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.paper.canonical import canonical_bytes, document_from, tree_hash
from accede.paper.tree import Cell, Document, Figure, FootnoteMark, Masthead, Paragraph, Row, Run, Section, Table
from accede.vocabulary.errors import Unreadable
from sample_paper import sample_paper

SMALL = Document(
    "statement",
    "fr",
    Masthead(symbol="EX/1"),
    (Run("Titre"), FootnoteMark(1)),
    sections=(Section("I", (), (Paragraph((Figure("33", ("a", "b")),), "1"),)),),
)


def test_the_bytes_are_json_with_sorted_keys_and_no_white_space() -> None:
    decoded = msgspec.json.decode(canonical_bytes(SMALL))
    assert canonical_bytes(SMALL) == msgspec.json.encode(decoded, order="sorted")
    assert canonical_bytes(SMALL).startswith(b'{"as_of":"","footnotes":[],"kind":"statement","known_on":"","language"')


def test_the_hash_is_the_same_on_every_machine() -> None:
    assert tree_hash(SMALL) == "5a7761d2304f5069cdf30d32497a422c4712b5f57bed4776b3dd0ac34920ed6a"


def test_a_paper_reads_back_as_an_equal_tree() -> None:
    assert document_from(canonical_bytes(sample_paper())) == sample_paper()


# Numbers that JSON holds in the same way everywhere, and text that Unicode can encode.
st.register_type_strategy(int, st.integers(-(2**53), 2**53))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.from_type(Paragraph), st.tuples(st.from_type(float)))
def test_any_paragraph_and_any_width_read_back(paragraph: Paragraph, widths: tuple[float]) -> None:
    table = Table("plain", (), (), (Row((Cell((paragraph,)),)),), widths)
    document = Document("plain", "en", Masthead(), (), sections=(Section("", (), (paragraph, table)),))
    assert document_from(canonical_bytes(document)) == document


def test_white_space_and_the_order_of_keys_do_not_matter_to_the_reader() -> None:
    pretty = msgspec.json.format(msgspec.json.encode(sample_paper()), indent=2)
    assert tree_hash(document_from(pretty)) == tree_hash(sample_paper())


def test_what_an_older_paper_does_not_have_is_taken_as_empty() -> None:
    older = msgspec.json.decode(canonical_bytes(sample_paper()))
    del older["overview"]
    assert document_from(msgspec.json.encode(older)).overview == ()


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"sections": "none"}, "paper.sections"),
        ({"title": [{"text": 1}]}, r"paper.title\[0\].text"),
        ({"title": [{"text": "x", "style": "blue"}]}, r"paper.title\[0\].style"),
        ({"title": [{"number": True}]}, r"paper.title\[0\].number"),
        ({"colour": "blue"}, "paper"),
    ],
)
def test_a_tree_of_another_shape_is_refused_with_its_place(change: dict[str, object], where: str) -> None:
    raw = msgspec.json.decode(canonical_bytes(SMALL)) | change
    with pytest.raises(Unreadable, match=f"^{where}: "):
        document_from(msgspec.json.encode(raw))


@pytest.mark.parametrize("data", [b"", b"{", b"\x00\x01", '{"kind":"é"}'.encode("utf-16"), b"\xff{}"])
def test_what_is_not_json_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not JSON"):
        document_from(data)
