"""The gate of quotations: only what stands in the kept source is recorded as a State's words."""

from dataclasses import replace

import pytest

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
        record("amina", "apmbc/NPL/statement/x", WORDS, source="17msp-status-paper")
    assert head() == before


def test_a_quotation_that_is_not_in_its_source_is_not_recorded(register):
    before = head()
    wrong = replace(WORDS, text="“We will join the treaty tomorrow.”")
    with pytest.raises(Refused, match="is not a passage of the source"):
        record("amina", "apmbc/NPL/statement/x", wrong, source="17msp-status-paper", source_text=SOURCE)
    assert head() == before


def test_a_correction_may_keep_the_words_and_not_change_them(register):
    key = "apmbc/NPL/statement/x"
    record("amina", key, WORDS, source="17msp-status-paper", source_text=SOURCE)
    dated = replace(WORDS, said=PartialDate.parse("2017-12-18"))
    supersede("ben", key, dated, expected_version=1, reason="the day", source="17msp-status-paper")
    other = replace(dated, text="“We share the hopes of the treaty.”")
    with pytest.raises(Refused, match="only from a source"):
        supersede("ben", key, other, expected_version=2, reason="the words", source="17msp-status-paper")
