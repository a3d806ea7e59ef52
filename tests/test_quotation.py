"""The gate of quotations: only what stands in the kept source is recorded as a State's words."""

import textwrap
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accede.accounts.actor import operator
from accede.evidence.quotation import is_passage, refuse_misquotation
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Statement
from accede.records.lock import head
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind

SOURCE = """The delegate of Nepal took the floor.
“We share the aims of the treaty. For now our borders keep us from joining it, and we say so openly. We shall look at the
matter again, year by year, with our neighbours.”
Another speaker thanked the chair."""
WORDS = Statement(
    treaty="apmbc",
    state="NPL",
    occasion="16MSP",
    said=PartialDate.parse("2017"),
    citation="16MSP, 2017",
    channel=Channel.STATEMENT,
    text_kind=TextKind.QUOTATION,
    text="“We share the aims of the treaty.”",
)


@pytest.mark.parametrize(
    "text",
    [
        "“We share the aims of the treaty.”",
        '"We share the aims of the treaty."',
        "We share   the aims\nof the treaty.".replace("\n", " "),
        "“We share the aims of the treaty. (...) We shall look at the matter again”",
        "“We share the aims [...] with our neighbours.”",
        "“For now our borders keep us from joining it … year by year, with our neighbours.”",
        "“(...) and we say so openly.”",
    ],
)
def test_a_passage_may_differ_in_typesetting_and_leave_words_out_where_it_says_so(text):
    assert is_passage(text, SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        "“We share the aim of the treaty.”",
        "“We shall look at the matter again (...) We share the aims of the treaty.”",
        "“We share the aims of the treaty, year by year.”",
        "“we Share the aims of the treaty.”",
        "“We (...) it (...) so”",
        "“We will join the treaty.”",
    ],
)
def test_other_words_another_order_and_crumbs_are_no_passage(text):
    assert not is_passage(text, SOURCE)


def test_a_word_that_the_end_of_a_line_parts_is_one_word():
    assert is_passage(
        "“the humanitarian objectives of the treaty”", "It shares the humani-\ntarian objectives of the treaty."
    )
    assert is_passage("“in self-defence alone”", "It is kept in self-\ndefence alone.".replace("self-\n", "self-"))


LINES = """It shares the humani-
tarian aims, and keeps them in self-
defence; co-operation is well-known.\f
5
The mines of the 1980s are a me\u00ad
mory."""


@pytest.mark.parametrize(
    "text",
    [
        "the humanitarian aims, and keeps them in self-defence; co-operation",
        "the humani-tarian aims",
        "keeps them in self- defence",
        "are a memory",
        "shares the humanitarian aims (...) co-operation is well-known",
        "shares the humanitarian aims [ . . . ] are a memory",
    ],
)
def test_the_ends_of_lines_part_words_and_change_none(text):
    assert is_passage(text, LINES)


@pytest.mark.parametrize(
    "text", ["cooperation is", "is wellknown", "is well- known", "the human itarian aims", "inself"]
)
def test_a_hyphen_within_a_line_is_a_sign_of_the_word(text):
    assert not is_passage(text, LINES)


@pytest.mark.parametrize(
    "dots", ["...", "…", "(...)", "(…)", "[...]", "[…]", ". . .", "(. . .)", "<...>", "....", "[ … ]"]
)
def test_every_way_to_write_an_ellipsis_leaves_words_out(dots):
    assert is_passage(f"We share the aims {dots} with our neighbours.", SOURCE)
    assert not is_passage(f"with our neighbours {dots} We share the aims", SOURCE)


@pytest.mark.parametrize(
    "text",
    ["«We share the aims»", "‘We share the aims’", "„We share the aims“", '"We share the aims"', "We share the aims"],
)
def test_quotation_marks_of_any_kind_are_those_of_the_source(text):
    assert is_passage(text, SOURCE)


def test_a_word_put_in_or_changed_in_brackets_is_no_word_of_the_source():
    assert not is_passage("[W]e share the aims", SOURCE.replace("We share", "we share"))
    assert not is_passage("We share [all] the aims of the treaty", SOURCE)


@pytest.mark.parametrize("text", ["(...)", "“”", "…", ". , ;"])
def test_a_quotation_without_a_word_is_none(text):
    assert not is_passage(text, SOURCE)


@given(st.integers(0, len(SOURCE)), st.integers(0, len(SOURCE)), st.integers(4, 40))
def test_what_is_cut_out_of_a_source_stands_in_it_however_its_lines_end(start, end, width):
    passage = SOURCE[min(start, end) : max(start, end)].replace("\n", " ")
    wrapped = "\n".join(textwrap.wrap(SOURCE, width, break_long_words=False, break_on_hyphens=False))
    assert is_passage(passage, wrapped) == any(sign.isalnum() for sign in passage)


@given(st.integers(0, len(SOURCE) - 1), st.sampled_from("abcdefgh"))
def test_a_letter_changed_is_another_word(at, letter):
    assume(SOURCE[at].isalpha() and SOURCE[at].lower() != letter)
    passage = f"{SOURCE[:at]}{letter}{SOURCE[at + 1 :]}".replace("\n", " ")
    assert not is_passage(passage, SOURCE)


def test_paragraphs_of_a_quotation_need_not_follow_each_other_at_once():
    source = "First it said this much.\nFootnote 4 of the page.\nThen it said that as well."
    assert is_passage("First it said this much.\nThen it said that as well.", source)


def test_an_ellipsis_does_not_reach_over_half_a_document():
    source = f"We share the aims of the treaty. {'x ' * 15000} We will join the treaty."
    assert not is_passage("“We share the aims of the treaty (...) We will join the treaty.”", source)


def test_reported_speech_and_summaries_pass_without_a_source():
    for kind in (TextKind.REPORTED, TextKind.SUMMARY):
        refuse_misquotation(replace(WORDS, text_kind=kind, text="whatever"), None, where="x")


def test_a_quotation_without_a_kept_source_is_not_recorded(register):
    before = head()
    with pytest.raises(Refused, match="only from a source that is kept"):
        record(operator("amina"), "apmbc/NPL/statement/x", WORDS, source="17msp-status-paper")
    assert head() == before


def test_a_quotation_that_is_not_in_its_source_is_not_recorded(register):
    before = head()
    wrong = replace(WORDS, text="“We will join the treaty tomorrow.”")
    with pytest.raises(Refused, match="is not a passage of the source"):
        record(operator("amina"), "apmbc/NPL/statement/x", wrong, source="17msp-status-paper", source_text=SOURCE)
    assert head() == before


def test_a_correction_may_keep_the_words_and_not_change_them(register):
    key = "apmbc/NPL/statement/x"
    record(operator("amina"), key, WORDS, source="17msp-status-paper", source_text=SOURCE)
    dated = replace(WORDS, said=PartialDate.parse("2017-12-18"))
    supersede(operator("ben"), key, dated, expected_version=1, reason="the day", source="17msp-status-paper")
    other = replace(dated, text="“We share the hopes of the treaty.”")
    with pytest.raises(Refused, match="only from a source"):
        supersede(operator("ben"), key, other, expected_version=2, reason="the words", source="17msp-status-paper")
