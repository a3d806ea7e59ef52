"""The President's statement: what is spoken, of which time, by whom; what is not recorded is not spoken of."""

from dataclasses import replace

import pytest

from accede.activities.values import Activity
from accede.overview.headline import headline
from accede.overview.votes import votes
from accede.paper.tree import paragraph_text, text_of
from accede.reporting.recipes.statement import statement
from accede.reporting.recipes.statement.speaker import minutes
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.ballots import Body
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor
from evidence_cast import evidence
from recipe_cast import on, prose, section, shipped, statement_at

pytestmark = pytest.mark.usefixtures("register")


def spoken(document) -> str:
    """What is read out: the first section without its note."""
    first = document.sections[0]
    return "\n".join(text_of(block.inlines) for block in first.blocks if block.kind == "prose")


def aside(document) -> str:
    return prose(section(document, "For the speaker, not to be read out"))


@pytest.mark.parametrize("meeting", ["16MSP", "17MSP", "18MSP", "19MSP", "22MSP"])
def test_the_counts_are_those_of_the_headline(meeting):
    document = statement_at(meeting)
    counts = headline(on(document.as_of)).counts
    assert f"{counts.joined} States have joined the Convention" in spoken(document)
    assert f"{counts.outside} States remain outside it" in spoken(document)


def test_the_statement_of_2020_says_what_that_presidency_did():
    told = spoken(statement_at("18MSP"))
    assert "As of 20 November 2020, 164 States have joined the Convention. 33 States remain outside it" in told
    assert "In 2020, I wrote to the 33 States not party, to each of them individually" in told
    assert "In 2020, I met bilaterally with some States not party." in told
    assert "On 26 February 2020, I appealed, at the Conference on Disarmament," in told
    assert "In 2020, Canada appealed, at the CCW meeting," in told
    assert "On 3 February 2020, I issued a press release about the United States of America" in told
    assert "On 12 December 2019, the General Assembly voted" in told
    assert "(A/RES/74/61): 169 States in favour, none against and 18 abstaining." in told


def test_what_an_action_of_the_plan_asked_for_stands_with_what_was_done_under_it():
    told = spoken(statement_at("18MSP"))
    assert "This work follows the Oslo Action Plan" in told
    assert "Action #11" in told
    assert "In accordance with Action #12, on 1 June 2020, I issued a press release" in told


def test_reported_use_in_a_state_is_not_use_by_it():
    told = spoken(statement_at("18MSP"))
    assert "condemned the reported use of anti-personnel mines of an improvised nature in Libya" in told
    assert "which UNSMIL had reported; no user is named." in told
    assert "by Libya" not in told


@pytest.mark.parametrize("actor", [Actor.STATE, Actor.ARMED_GROUP, Actor.UNKNOWN])
def test_a_condemnation_never_names_the_place_as_the_user(actor):
    fact = Activity(
        treaty="apmbc",
        kind=ActivityKind.PRESS_RELEASE,
        on=PartialDate.parse("2020-07-01"),
        by="President",
        presidency="SDN",
        tone=PressTone.CONDEMNATION,
        about_state="SYR",
        alleged_by="a monitor",
        actor=actor,
    )
    held = replace(shipped(), activities=(evidence("apmbc/press-release/x", fact, "18msp-statement"),))
    told = spoken(statement(held, "18MSP", is_day_given=False))
    assert "the reported use of anti-personnel mines in the Syrian Arab Republic, which a monitor had reported" in told
    assert "by the Syrian Arab Republic" not in told


def test_votes_are_those_of_the_register_with_body_and_day():
    told = spoken(statement_at("17MSP"))
    first = votes(on("2018-11-30"), Body.FIRST_COMMITTEE, 72, "outside").answer.counts
    plenary = votes(on("2018-11-30"), Body.PLENARY, 72, "outside").answer.counts
    assert "In 2017, the First Committee of the General Assembly voted" in told
    assert f"{first.in_favour} voted in favour and {first.abstained} abstained" in told
    assert "On 4 December 2017, the General Assembly voted" in told
    assert f"{plenary.in_favour} voted in favour and {plenary.abstained} abstained" in told


def test_a_session_without_ballots_is_no_vote_of_nobody():
    """The First Committee of 2025 is held without ballots: it is not said that none voted in favour."""
    document = statement_at("23MSP")
    assert "2025" not in "".join(line for line in spoken(document).split("\n") if "voted on the resolution" in line)
    assert "began in 2025 and 2026, the register does not hold how they voted" in aside(document)


def test_replies_meetings_and_the_working_group_of_2018_are_told():
    told = spoken(statement_at("17MSP"))
    assert "Written replies came from China and the United States of America." in told
    assert "I met bilaterally with Kyrgyzstan, the Lao People’s Democratic Republic, Saudi Arabia and" in told
    assert "On 27 March 2018, I convened the Informal Working Group on Universalization." in told


def test_what_another_presidency_did_is_not_done_by_the_one_who_speaks():
    told = spoken(statement_at("22MSP"))
    assert "I convened" not in told
    assert "2024, the President" not in told
    assert "I wrote to Lebanon" in spoken(statement_at("16MSP"))
    assert "I wrote to Lebanon" not in spoken(statement_at("17MSP"))


def test_a_withdrawal_under_way_is_told_with_its_day():
    told = spoken(statement_at("22MSP"))
    assert "a withdrawal has been notified and is not yet in effect for Estonia (27 December 2025)" in told
    assert "Poland (20 February 2026)" in told


def test_what_the_register_does_not_hold_is_not_spoken_of_but_told_to_the_speaker():
    document = statement_at("23MSP")
    assert "letter" not in spoken(document)
    assert "the register holds no record of letters to the States not party" in aside(document)
    assert "The standing of Lebanon is open." in aside(document)
    assert "does not name the States" in aside(statement_at("18MSP"))


@pytest.mark.parametrize("meeting", ["16MSP", "17MSP", "18MSP", "22MSP", "23MSP"])
def test_the_speaking_time_is_an_estimate_from_the_words_that_are_read_out(meeting):
    first = statement_at(meeting).sections[0]
    note, said = first.blocks[0], [block for block in first.blocks if block.kind == "prose"]
    count = len(paragraph_text(tuple(said)).split())
    assert text_of(note.inlines).startswith(f"Not read out: {count} words. At about 100 words a minute")
    assert "(an estimate)" in text_of(note.inlines)
    assert count / 100 <= minutes(said) < count / 100 + 0.5


def test_it_speaks_up_to_the_last_day_of_a_meeting_that_is_over_unless_a_day_is_named():
    assert statement(shipped(), "18MSP", is_day_given=False).as_of == "2020-11-20"
    assert statement(on("2020-06-15"), "18MSP").as_of == "2020-06-15"


def test_without_a_meeting_it_is_that_of_the_one_in_session_or_the_next():
    assert statement(on("2020-11-18")).masthead.meeting == "Eighteenth Meeting"
    assert statement(on("2020-11-21")).masthead.meeting == "Nineteenth Meeting"


def test_no_president_reports_at_intersessional_meetings():
    with pytest.raises(Refused, match="no meeting at which a President reports"):
        statement(shipped(), "IM2018")
    with pytest.raises(UnknownName, match="no occasion '99MSP'"):
        statement(shipped(), "99MSP")


def test_the_president_is_named_as_far_as_held():
    assert text_of(statement_at("18MSP").subtitle) == (
        "Statement by the President of the Eighteenth Meeting of the States Parties, "
        "Osman Abufatima Adam Mohammed (Sudan)"
    )
    assert text_of(statement_at("23MSP").subtitle).endswith("Twenty-third Meeting of the States Parties (Zambia)")
