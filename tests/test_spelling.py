"""Names are compared without what does not matter, and with what does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.vocabulary.spelling import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TÜRKİYE", "Türkiye"),
        ("COTE D'IVOIRE", "Côte d’Ivoire"),
        ("Marshall Islands⁵", "Marshall Islands"),
        ("Syria [3]*", "SYRIA"),
        ("  Lao\u00a0 PDR\n", "Lao PDR"),
        ("the Niger", "Niger"),
        ("Guinea\u2011Bissau", "Guinea-Bissau"),
        ("ＦＩＪＩ", "Fiji"),
        ("Йемен", "йемен"),
        ("\u200fعمان", "عمان"),
    ],
)
def test_case_accents_marks_and_spaces_do_not_matter(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Niger", "Nigeria"), ("Guinea-Bissau", "Guinea"), ("Korea, DPR of", "Korea, Republic of"), ("the", "")],
)
def test_letters_and_words_matter(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


@given(st.text(max_size=40))
def test_any_text_has_a_spelling_without_white_space_at_its_ends(text: str) -> None:
    assert spelling(text) == spelling(text).strip()
