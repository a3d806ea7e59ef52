"""Words read off a pattern, without which it is not tried."""

import re

import pytest

from accede.reporting.checker.anchors import anchors, folded, has
from accede.reporting.checker.counting.frames import put_in
from accede.reporting.checker.late import Late, Parted


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("had joined", (("had joined",),)),
        (r"\bat ⟦N(?P<n>\d+)⟧", (("at ⟦N",),)),
        (r"(?:joined|ratified) by", (("joined", "ratified"), (" by",))),
        (r"(?:the )?States?", (("State",),)),
        (r"(?:(?:all|only) of )?them", (("them",),)),
        (r"(?:(?:(?:all|only) of )?them,?(?: \d+)? )?now", (("now",),)),
        (r"(?: now){0,2} outside", ((" outside",),)),
        (r"(?: now)+ outside", ((" now",), (" outside",))),
        (r"countr(?:y|ies)", (("countr",),)),
        (r"(?:[Ss]tates|[Nn]ations) joined", (("tates", "ations"), (" joined",))),
        (r"(?<!not )joined(?= it)(?! up)", (("joined",),)),
        (r"joined|", ()),
        (r"(?:joined|\d+)", ()),
        (r"\u25a0\d{1,2}[^;]*\.x", ()),
        (r"(?P<a>of)(?P=a)", ()),
        (r"(?i:joined)", ()),
        (r"joined(?(1)a|b)", ()),
    ],
)
def test_the_words_of_every_match(pattern: str, found: object) -> None:
    assert anchors(pattern) == found


def test_a_text_has_the_words_in_their_order() -> None:
    found = anchors(r"⟦N(?P<n>\d+)⟧ (?:have|had) left")
    assert has("⟦N0⟧ had left", found)
    assert not has("they had left ⟦N0⟧", found)


def test_a_commented_pattern_has_none() -> None:
    assert anchors("joined  # by whom", re.VERBOSE) == ()


@pytest.mark.parametrize("text", ["JOINED", "joıned", "JOİNED", "ſigned and joined"])
def test_case_matters_as_little_as_it_does_to_the_pattern(text: str) -> None:
    assert re.search("joined", text, re.IGNORECASE)
    assert has(folded(text), anchors("joined", re.IGNORECASE))


def test_a_pattern_is_compiled_when_a_text_has_its_words() -> None:
    late = Late(r"\bhad joined\b")
    assert late.search("33 States stayed outside") is None
    assert "pattern" not in vars(late)
    assert late.search("164 States had joined")
    assert "pattern" in vars(late)


def test_a_pattern_in_parts_is_compiled_when_a_text_has_each() -> None:
    parted = Parted((r"\d+ States", r" (?:now )?", r"outside\b"))
    assert parted.search("12 States are now outside") is None
    assert "pattern" in vars(parted)
    other = Parted((r"\d+ Parties", r" (?:now )?", r"outside\b"))
    assert other.search("12 States outside; some Parties") is None
    assert "pattern" not in vars(other)
    assert other.search("12 Parties outside")


@pytest.mark.parametrize(
    "outline",
    [
        "⟦D0⟧ ⟦N0⟧ States have joined ⟦T0⟧.",
        "Of the ⟦N0⟧ States not party, ⟦N1⟧ have signed ⟦T0⟧.",
        "⟦N0⟧ STATES REMAIN OUTSIDE ⟦T0⟧",
        "States Parties: ⟦N0⟧",
        "No State Party has ever withdrawn from ⟦T0⟧.",
    ],
)
def test_what_is_found_late_is_found_at_once_too(outline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    late = [(put.match.span(), put.of) for put in put_in(outline)]
    for pattern in (Late, Parted):
        monkeypatch.setattr(pattern, "_may", lambda *_: True)
    assert late
    assert [(put.match.span(), put.of) for put in put_in(outline)] == late
