"""The brief: two pages that answer where a State stands, what it said, what we do not know, and what to ask next."""

import io
from dataclasses import replace

import pikepdf
import pytest

from accede.evidence.values import Code
from accede.overview.dossier import dossier
from accede.overview.gaps import gaps
from accede.overview.standings import outside, standings
from accede.paper.tree import Paragraph, text_of
from accede.reporting.recipes.brief import brief
from accede.reporting.recipes.brief.said import LONGEST, shortened
from accede.reporting.recipes.brief.texts import talking_points
from accede.reporting.render import pdf
from accede.reporting.render.setting import Setting, setting
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Question
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import Circumstance, CodeKind, TextKind
from recipe_cast import TODAY, brief_on, on, prose, rows, section, shipped, table_of, tables_of, text, treaty_names

pytestmark = pytest.mark.usefixtures("register")
NEIGHBOURS = "Neighbours, and who waits for whom"


def pages(document) -> int:
    with pikepdf.open(io.BytesIO(pdf.render(document))) as file:
        return len(file.pages)


def told(document, heading: str) -> str:
    return prose(section(document, heading))


def question(document) -> str:
    found = (
        line for line in told(document, "What we do not know").split("\n") if line.startswith("The next question. ")
    )
    return next(found).removeprefix("The next question. ")


# Two pages


@pytest.mark.parametrize("part", range(5))
def test_every_state_outside_has_at_most_two_pages(part):
    states = outside(standings(on(TODAY)))[part::5]
    assert {iso3: count for iso3 in states if (count := pages(brief_on(iso3))) > 2} == {}


def test_a_state_that_said_much_at_length_has_two_pages_all_the_same():
    """Four statements of 3,000 characters each: what is printed is cut and marked, the others are named."""
    register = on("2018-08-21")
    of_it = [each for each in register.statements if each.fact.state == "RUS"]
    long = "This sentence is as long as those of a statement usually are. " * 50
    wordy = tuple(
        replace(each, fact=replace(each.fact, text=long.strip(), text_kind=TextKind.QUOTATION))
        if each in of_it
        else each
        for each in register.statements
    )
    document = brief(replace(register, statements=wordy), "RUS", treaty_names=treaty_names())
    assert pages(document) == 2
    assert "(...)" in told(document, "What it has said")
    assert "Said earlier, not printed here: Explanation of vote, UNGA First Committee resolution, 2009." in told(
        document, "What it has said"
    )


def test_a_brief_is_set_closer_than_other_papers():
    assert setting(brief_on("MAR")) is Setting.CLOSE
    assert setting(replace(brief_on("MAR"), kind="status-paper")) is Setting.USUAL


def test_a_text_is_cut_after_a_sentence_and_marked():
    assert shortened("One. Two. Three.", 100) == "One. Two. Three."
    assert shortened("One. Two. Three.", 10) == "One. Two. (...)"
    assert shortened("word " * 300, LONGEST).endswith("word (...)")


# What it says


def test_the_line_below_the_name_answers():
    assert text_of(brief_on("PRK", "2018-11-01").subtitle) == (
        "Not a State Party, has not signed as of 1 November 2018. No official word is held. Has never taken part."
    )
    assert "unchanged on 9 May 2018" in text_of(brief_on("USA").subtitle)
    assert text_of(brief_on("LTU").subtitle).startswith("Withdrew, not a State Party as of 22 November 2026.")


@pytest.mark.parametrize("iso3", ["MAR", "MMR", "FSM", "LTU", "USA", "CHN"])
def test_the_figures_are_those_of_the_dossier(iso3):
    document, answer = brief_on(iso3), dossier(on(TODAY), iso3).answer
    last = answer.last_participation
    assert (f"Last took part: {last}." if last else "Last participation") in text_of(document.subtitle)
    statements = [each.citation for each in answer.statements]
    assert all(citation in told(document, "What it has said") for citation in statements)


def test_statements_stand_newest_first():
    said = told(brief_on("RUS"), "What it has said")
    assert (
        said.index("20 October 2017") < said.index("10MSP, 2010") < said.index("UNGA First Committee resolution, 2009")
    )


def test_treaty_actions_stand_with_their_days():
    assert told(brief_on("LTU"), "Where it stands").startswith(
        "Lithuania: signature 26 February 1999, ratification 12 May 2003 (in force from 1 November 2003) and withdrawal "
        "27 June 2025 (effective 27 December 2025)."
    )


def test_a_vote_is_where_it_was_cast():
    document = brief_on("MMR")
    table = table_of(document, "1997 to 2026, by year")
    years = [text_of(cell.paragraphs[0].inlines) for cell in table.header[0].cells[1:]]
    by_name = {line[0]: dict(zip(years, line[1:], strict=True)) for line in rows(table)}
    marks = {Ballot.IN_FAVOUR: "+", Ballot.ABSTAINED: "○", Ballot.AGAINST: "×", Ballot.NOT_RECORDED: "·"}
    for item in dossier(on(TODAY), "MMR").answer.votes:
        if item.body is Body.PLENARY:
            assert by_name["Plenary"][f"{item.on.counts_from.year % 100:02}"] == marks[item.ballot]
    assert by_name["First Committee"]["17"] == "○"
    assert by_name["First Committee"]["18"] == ""
    assert (by_name["MSP, Review Conf."]["17"], by_name["MSP, Review Conf."]["16"]) == ("√", "–")


def test_changes_are_told_since_the_last_bilateral_meeting_else_the_last_meeting():
    heading = "What changed since the last meeting"
    assert told(brief_on("KGZ", "2018-11-01"), heading).startswith("Since the bilateral meeting of 2018")
    assert told(brief_on("PRK", "2018-11-01"), heading).startswith("Since the 16MSP (from 21 December 2017 on)")
    since = brief(on("2018-11-01"), "MAR", since="15MSP")
    assert "4 statements" in told(since, heading) or "3 statements" in told(since, heading)
    assert "took part in" in told(since, heading)


def test_a_condition_stands_with_its_target_its_time_and_whether_that_has_passed():
    assert (
        "approval of accession by the Congress of the Federated States of Micronesia (stated 2 June 2008; expected by "
        "January 2009; the time given has passed)"
    ) in told(brief_on("FSM"), NEIGHBOURS)


def test_neighbours_by_land_stand_by_whether_they_have_joined():
    waits = told(brief_on("ARM"), NEIGHBOURS)
    assert (
        "Neighbours by land, as Natural Earth draws them and without prejudice to any boundary: Türkiye has joined; "
        "Azerbaijan, Georgia and the Islamic Republic of Iran are outside."
    ) in waits
    assert "Of the rest of its sub-region, Western Asia, " in waits
    assert "Spain (by Ceuta and Melilla) have joined" in told(brief_on("MAR"), NEIGHBOURS)


def test_an_island_is_told_the_states_of_its_sub_region():
    waits = told(brief_on("SGP"), NEIGHBOURS)
    assert "It has no neighbour by land. Of its sub-region, South-eastern Asia, Brunei Darussalam" in waits
    assert "Myanmar and Viet Nam are outside" in waits


def test_a_neighbour_that_may_have_joined_is_said_to():
    """Lebanon's deposit is known only to lie between 12 January and 22 November 2026."""
    assert "Lebanon may have joined." in told(brief_on("ISR", "2026-06-01"), NEIGHBOURS)
    assert "Lebanon may" not in told(brief_on("ISR"), NEIGHBOURS)


def test_a_state_that_was_not_there_yet_is_no_neighbour():
    assert "Timor-Leste" not in told(brief_on("SGP", "2001-01-01"), NEIGHBOURS)


def test_neighbours_have_their_source():
    (table,) = (each for each in tables_of(brief_on("ARM")) if each.kind == "sources")
    assert "Natural Earth: countries at 1:10 million, version 4.1" in [line[0] for line in rows(table)]


def test_who_names_a_state_in_its_condition_is_told():
    register = on("2018-08-21")
    code = Code(kind=CodeKind.CONDITION, code="reciprocity", target="accession of Azerbaijan")
    statements = tuple(
        replace(each, fact=replace(each.fact, codes=(code,))) if each.key == "apmbc/ARM/statement/1" else each
        for each in register.statements
    )
    waits = told(brief(replace(register, statements=statements), "AZE"), NEIGHBOURS)
    assert "It is named in the conditions of Armenia." in waits


def test_another_treaty_stands_as_of_the_day_of_its_list():
    entry = told(brief_on("MMR", "2018-11-01"), "Other treaties as entry points")
    assert "Party: Convention on the Rights of Persons with Disabilities (as of February 2015)." in entry
    assert "(as of 2014)." in entry


def test_what_a_state_declares_and_what_others_say_stand_apart():
    declared = told(brief_on("PAK"), "What it declares, and what others say").split("\n")
    own, others = declared
    assert own.startswith("Pakistan declares")
    assert "Pakistan alleges use by armed groups in Pakistan" in own
    assert others.startswith("Said by others, not by the State; an allegation is not a finding:")
    assert "Landmine Monitor alleges use by armed groups in Pakistan" in others


def test_use_by_nobody_known_in_a_state_is_not_use_by_it():
    declared = told(brief_on("LBY", "2020-12-01"), "What it declares, and what others say")
    assert "UNSMIL alleges use in Libya, naming no user (1 June 2020)." in declared


# What we do not know, and what to ask


@pytest.mark.parametrize("iso3", ["MAR", "MMR", "FSM", "NPL", "CHN", "IND"])
def test_what_is_not_held_is_what_the_gaps_say(iso3):
    gap = next(each for each in gaps(on(TODAY)).states if each.iso3 == iso3)
    unknown = told(brief_on(iso3), "What we do not know").split("Older than")[0]
    for asked in Question:
        spoken = gap.questions[asked] is not None
        assert (
            (asked.label.replace("'", "’") in unknown) is not spoken
            or gap.none
            or set(gap.questions.values()) == {None}
        )


@pytest.mark.parametrize(
    ("iso3", "asked"),
    [
        ("FSM", "On 2 June 2008 it expected this by January 2009: approval of accession by the Congress"),
        ("LTU", "What would bring it back,"),
        ("MMR", "Landmine Monitor alleged use of anti-personnel mines by it (December 2025); no later word"),
        ("LAO", "On 21-25 May 2012 it said that it will join. By when, and what comes first?"),
        ("PRK", "Where does it stand on the Convention, and may its answer be made public?"),
        ("IRN", "Does it use anti-personnel mines today"),
        ("MAR", "On 7-8 June 2018 it last spoke of this: reasons for staying outside. Does that still hold?"),
    ],
)
def test_the_next_question_is_the_first_that_applies(iso3, asked):
    assert question(brief_on(iso3)).startswith(asked)


def test_an_allegation_that_the_state_has_answered_since_is_not_asked_again():
    """In 2018 Myanmar's own word of December 2017 was later than the use alleged for 2016 and 2017."""
    assert "alleged" not in question(brief_on("MMR", "2018-03-01"))


# Talking points


def test_there_is_a_point_for_every_circumstance_and_a_question_for_every_question():
    held = talking_points("apmbc")
    assert set(held.circumstances) == set(Circumstance)
    assert {str(each) for each in Question} <= set(held.questions)
    points = (
        *held.circumstances.values(),
        *held.positions.values(),
        *held.standings.values(),
        held.always,
        held.silent,
    )
    assert all(point.text.endswith((".", "?")) and point.basis for point in points)
    assert set(held.standings) == {Standing.SIGNATORY, Standing.WITHDRAWN}


@pytest.mark.parametrize("iso3", ["ARM", "AZE", "CUB", "EGY", "ISR", "KAZ", "LBY", "RUS", "SGP", "VNM"])
def test_the_points_are_those_for_what_the_state_has_stated(iso3):
    document, held = brief_on(iso3), talking_points("apmbc")
    stated = {
        code.code
        for each in on(TODAY).statements
        if each.fact.state == iso3
        for code in each.fact.codes
        if code.kind is CodeKind.CIRCUMSTANCE
    }
    printed = told(document, "Talking points")
    for circumstance, point in held.circumstances.items():
        if point.text.replace("'", "’") in printed:
            assert circumstance in stated
    assert sum(held.circumstances[Circumstance(each)].text.replace("'", "’") in printed for each in stated) >= min(
        len(stated), 4
    )


def test_a_point_names_what_called_for_it_and_what_it_rests_on():
    (item,) = (
        block
        for block in section(brief_on("AZE"), "Talking points").blocks
        if isinstance(block, Paragraph) and text_of(block.inlines).startswith("Unresolved conflict")
    )
    assert item.evidence == ("apmbc/AZE/statement/1",)
    assert text_of(item.inlines).endswith("(Articles 5.1, 5.3 and 5.4)")


def test_a_treaty_without_points_says_so():
    other = replace(shipped().treaty, key="other")
    assert "No talking points are held for this treaty." in text(brief(replace(on(TODAY), treaty=other), "MAR"))


# The paper


def test_it_is_marked_as_for_the_presidency():
    assert brief_on("MAR").masthead.agenda_item == "For the presidency; not for distribution"


def test_sources_share_lines():
    (table,) = (each for each in tables_of(brief_on("MAR")) if each.kind == "sources")
    lines = [line[0] for line in rows(table)]
    assert len(lines) < 16
    assert "United Nations, Dag Hammarskjöld Library: 28 vote records, 1997 to 2024" in lines


def test_an_unknown_state_or_occasion_is_an_error():
    with pytest.raises(UnknownName, match="no State 'XXX'"):
        brief(shipped(), "XXX")
    with pytest.raises(UnknownName, match="no occasion '99MSP'"):
        brief(shipped(), "MAR", since="99MSP")


def test_a_state_that_has_joined_has_a_brief_too():
    document = brief(on("2018-08-21"), "AFG")
    assert text_of(document.subtitle).startswith("State Party as of 21 August 2018.")
    assert pages(document) <= 2


def test_a_date_of_a_partial_meeting_is_not_made_a_day():
    assert PartialDate.parse("2018").wording() in told(brief_on("KGZ", "2018-11-01"), "Where it stands")
