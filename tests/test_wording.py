"""Sentences are put together as each language writes them."""

import pytest
from django.utils.translation import override

from accede.publishing.wording import bracketed, headed, held, listed, parted, sentence


def test_lists_end_with_and_or_or():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], choice=True) == "a or b"


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("en", "Vote: a, b (c); d."),
        ("fr", "Vote\N{NO-BREAK SPACE}: a, b (c)\N{NO-BREAK SPACE}; d."),
        ("ru", "Vote: a, b (c); d."),
        ("zh", "Vote：a，b（c）；d。"),
        ("ar", "Vote: a، b (c)؛ d."),
    ],
)
def test_each_language_has_its_own_marks(language, whole):
    with override(language):
        assert headed("Vote", parted([sentence(["a", "b" + bracketed("c")])[:-1], sentence(["d"])])) == whole


@pytest.mark.parametrize(
    ("last", "choice", "joined"),
    [("Israel", False, "e"), ("hijos", False, "e"), ("hierro", False, "y"), ("Omán", True, "u"), ("Cuba", True, "o")],
)
def test_spanish_and_before_the_same_sound(last, choice, joined, settings):
    with override("es"):
        words = listed(["Cuba", last], choice=choice).split()
    assert words[0] == "Cuba"
    assert joined in ("y", "o") or words[1] == joined


def test_what_is_held_in_english_is_set_apart_in_other_languages_alone():
    assert held("Voting record") == "Voting record"
    with override("ar"):
        assert held("Voting record") == "\u2068Voting record\u2069"
        assert held("") == ""
