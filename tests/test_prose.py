"""Sentences: numbers, lists, items and ordinals as English papers of the UN have them."""

import pytest

from accede.paper.tree import Figure, Run, text_of
from accede.reporting.recipes.prose import Pen, items, letter, listed, ordinal, spaced, spelled, words


@pytest.mark.parametrize(
    ("number", "text"), [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (33, "33"), (206317, "206,317")]
)
def test_numbers_up_to_nine_are_words(number, text):
    assert spelled(number) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["China"], "China"),
        (["China", "Cuba"], "China and Cuba"),
        (["China", "Cuba", "Egypt"], "China, Cuba and Egypt"),
    ],
)
def test_a_list_has_its_and_before_the_last(names, text):
    assert text_of(listed(names)) == text


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "First"),
        (17, "Seventeenth"),
        (20, "Twentieth"),
        (23, "Twenty-third"),
        (40, "Fortieth"),
        (80, "Eightieth"),
        (99, "Ninety-ninth"),
    ],
)
def test_ordinals_are_words(number, word):
    assert ordinal(number) == word


def test_words_beside_words_are_one_run_and_figures_keep_their_evidence():
    assert words("As of ", "today, ", Figure("33", ("a",)), " States", Run(" remain")) == (
        Run("As of today, "),
        Figure("33", ("a",)),
        Run(" States remain"),
    )


def test_sentences_have_one_space_between_them():
    assert text_of(spaced(["One.", "Two.", "Three."])) == "One. Two. Three."


def test_the_items_of_a_list_end_as_one_sentence():
    assert [(item.number, text_of(item.inlines)) for item in items([words("one"), words("two")])] == [
        ("(a)", "one;"),
        ("(b)", "two."),
    ]
    assert [letter(at) for at in (0, 25, 26, 27)] == ["a", "z", "aa", "ab"]


def test_a_pen_numbers_in_the_order_of_writing():
    pen = Pen()
    first, second = pen.paragraph("One", pen.footnote("note")), pen.paragraph("Two")
    assert (first.number, second.number) == ("1", "2")
    assert [note.number for note in pen.footnotes] == [1]
