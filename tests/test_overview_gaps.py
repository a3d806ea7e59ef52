"""What is unknown or old of each State outside."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.evidence.values import Check, Code, Confirmation
from accede.overview.as_json import as_json
from accede.overview.gaps import gaps, gaps_of, is_old
from accede.overview.practices import practices
from accede.overview.statements import confirmations, of_state, said
from accede.vocabulary.practices import Claim, PracticeKind, Question
from accede.vocabulary.statements import CodeKind
from evidence_cast import MONITOR, PAPER, evidence, meeting, on, practice, small_register, statement, view

MSP16 = meeting("16MSP", "MSP", "2017-12-18", "2017-12-21")
BORDERS = Code(kind=CodeKind.CIRCUMSTANCE, code="long_borders")
NO_STOCKPILE = Code(kind=CodeKind.STEP, code="no_stockpile")


def confirmed(iso3: str, day: str, place: int = 1):
    fact = Confirmation(treaty="apmbc", state=iso3, said=on(day), citation="e-mail", place=place)
    return evidence(f"apmbc/{iso3}/confirmation/{place}", fact, PAPER)


def checked(iso3: str, day: str):
    return evidence(f"apmbc/{iso3}/check/{day}", Check(treaty="apmbc", state=iso3, checked=on(day)), PAPER)


def gap(register, iso3: str):
    return next(each for each in gaps(register).states if each.iso3 == iso3)


@pytest.mark.usefixtures("register")
def test_the_status_paper_has_5_states_without_a_statement_and_15_more_of_2012_or_older():
    found = gaps_of("apmbc", view("2018-08-21", {PAPER}))
    assert (found.none, found.older, len(found.states)) == (5, 15, 33)
    assert {each.iso3 for each in found.states if each.none} == {"BHR", "PRK", "SYR", "TON", "UZB"}
    old = {each.iso3 for each in found.states if each.age_years is not None and each.age_years >= 5}
    assert old == {
        "ARM", "EGY", "GEO", "IRN", "ISR", "KAZ", "KGZ", "LAO", "MHL", "FSM", "MNG", "NPL", "SAU", "ARE", "VNM",
    }  # fmt: skip


@pytest.mark.usefixtures("register")
def test_china_and_the_united_states_confirmed_and_said_nothing_new():
    states = {each.iso3: each for each in gaps_of("apmbc", view("2018-08-21", {PAPER})).states}
    assert (states["CHN"].said_on.edtf, states["CHN"].confirmed_on.edtf) == ("2014-06-23/2014-06-27", "2018-05-06")
    assert (states["USA"].said_on.edtf, states["USA"].confirmed_on.edtf) == ("2016-11-28/2016-12-01", "2018-05-09")


def test_the_answer_is_json_in_the_order_of_the_contract():
    found = as_json(gaps(small_register("2018-08-21", statements=[statement("ARM", "2005-10-07")])))
    assert list(found) == ["states", "none", "older"]
    first = found["states"][0]
    assert list(first) == ["iso3", "said_on", "confirmed_on", "checked_on", "age_years", "none", "questions"]
    assert list(first["questions"]) == ["reasons", "moratorium", "stockpile", "production", "transfer", "use"]
    assert first["said_on"] == {"edtf": "2005-10-07", "earliest": "2005-10-07", "latest": "2005-10-07"}
    assert (found["none"], found["older"], first["age_years"]) == (3, 1, 12.8)


def test_a_statement_of_a_year_is_dated_by_the_days_of_its_occasion():
    held = small_register("2018-08-21", occasions=[MSP16], statements=[statement("MAR", "2017", occasion="16MSP")])
    assert gap(held, "MAR").said_on.edtf == "2017-12-18/2017-12-21"


def test_a_statement_not_made_yet_is_no_statement():
    held = {"occasions": [MSP16], "statements": [statement("MAR", "2017", occasion="16MSP")]}
    assert gap(small_register("2017-12-20", **held), "MAR").none
    assert not gap(small_register("2017-12-21", **held), "MAR").none


def test_a_confirmation_renews_confirmed_on_and_never_said_on():
    held = small_register(
        "2018-08-21", statements=[statement("ARM", "2005-10-07")], confirmations=[confirmed("ARM", "2018-05-06")]
    )
    found = gap(held, "ARM")
    assert (found.said_on.edtf, found.confirmed_on.edtf) == ("2005-10-07", "2018-05-06")
    assert gaps(held).older == 1


@pytest.mark.parametrize(("day", "told"), [("2013-08-20", True), ("2013-08-21", False)])
def test_a_statement_is_old_from_the_day_after_five_years(day, told):
    held = small_register("2018-08-21", statements=[statement("ARM", day)])
    assert is_old(gap(held, "ARM"), held.view.as_of) is told


def test_a_statement_confirms_itself():
    found = gap(
        small_register(
            "2018-08-21", statements=[statement("ARM", "2018-06-01")], confirmations=[confirmed("ARM", "2017-05-06")]
        ),
        "ARM",
    )
    assert found.confirmed_on.edtf == "2018-06-01"


def test_a_check_is_neither_said_nor_confirmed():
    found = gap(
        small_register("2018-08-21", checks=[checked("ARM", "2018-01-02"), checked("ARM", "2018-07-02")]), "ARM"
    )
    assert (found.none, found.confirmed_on, found.checked_on.edtf) == (True, None, "2018-07-02")


def test_a_question_has_the_last_day_on_which_the_state_spoke_to_it():
    held = small_register(
        "2018-08-21",
        statements=[
            statement("MAR", "2009", codes=(BORDERS, NO_STOCKPILE), place=1),
            statement("MAR", "2015", codes=(BORDERS,), place=2),
        ],
        practices=[practice("MAR", PracticeKind.PRODUCTION, Claim.HAS_NOT, "2012")],
    )
    questions = gap(held, "MAR").questions
    told = {str(question): day and day.edtf for question, day in questions.items()}
    assert told == {
        "reasons": "2015", "moratorium": None, "stockpile": "2009", "production": "2012", "transfer": None, "use": None,
    }  # fmt: skip


def test_what_others_say_of_a_state_answers_no_question():
    held = small_register(
        "2018-08-21", practices=[practice("MAR", PracticeKind.USE, Claim.HAS, "2012", by="Landmine Monitor")]
    )
    assert gap(held, "MAR").questions[Question.USE] is None


def test_a_refusal_to_say_is_a_word_on_the_question():
    held = small_register(
        "2018-08-21", practices=[practice("MAR", PracticeKind.STOCKPILE, Claim.NOT_TOLD, "2017-10-31")]
    )
    assert gap(held, "MAR").questions[Question.STOCKPILE].edtf == "2017-10-31"


def test_a_claim_made_in_a_statement_is_dated_by_it():
    held = small_register(
        "2018-08-21",
        occasions=[MSP16],
        statements=[statement("MAR", "2017", occasion="16MSP")],
        practices=[practice("MAR", PracticeKind.USE, Claim.CEASED, "2017", statement="apmbc/MAR/statement/1")],
    )
    (topic,) = practices(held)
    assert topic.counts.fact.claimed.edtf == "2017-12-18/2017-12-21"


def test_the_words_of_the_source_join_our_summary_of_the_same_citation():
    summary = statement("MAR", "2018-06-07", summary="It explains.", codes=(BORDERS,))
    words = statement("MAR", "2018-06-07", text="“...”", beside="~import")
    (found,) = said(small_register("2018-08-21", statements=[summary, words]))
    assert (found.evidence, found.summary, found.codes, found.beside) == (words, "It explains.", (BORDERS,), (summary,))


def test_statements_come_newest_first_and_then_as_the_paper_places_them():
    held = small_register(
        "2018-08-21",
        statements=[
            statement("MAR", "[2016-12-31..2018-08-21]", place=1),
            statement("MAR", "2018-06-07", place=3),
            statement("MAR", "2018-06-07", place=2),
            statement("ARM", "2005", place=1),
        ],
    )
    assert [each.evidence.fact.place for each in of_state(said(held), "MAR")] == [2, 3, 1]


def test_confirmations_come_newest_first():
    held = small_register("2018-08-21", confirmations=[confirmed("ARM", "2016", 1), confirmed("ARM", "2018-01-01", 2)])
    assert [each.fact.place for each in confirmations(held)] == [2, 1]


STATEMENTS = st.lists(
    st.builds(
        lambda iso3, year, place: statement(iso3, str(year), place=place),
        st.sampled_from(["ARM", "MAR", "KOR", "NOR"]),
        st.integers(1997, 2030),
        st.integers(1, 4),
    ),
    max_size=8,
).map(lambda found: list({each.key: each for each in found}.values()))


@given(STATEMENTS, st.integers(1, 30))
def test_every_state_outside_has_a_statement_that_is_old_or_not_or_none(statements, years):
    register = small_register("2018-08-21", statements=statements)
    found = gaps(register, years)
    assert found.none == sum(each.none for each in found.states)
    assert 0 <= found.older <= len(found.states) - found.none
    assert found.none + found.older == sum(is_old(each, register.view.as_of, years) for each in found.states)


@given(STATEMENTS)
def test_a_statement_after_the_day_changes_nothing(statements):
    before = [each for each in statements if each.fact.said.earliest.year <= 2018]
    one, other = (gaps(small_register("2018-08-21", statements=held)) for held in (statements, before))
    assert one == other


@given(STATEMENTS, STATEMENTS)
def test_a_source_that_was_not_asked_for_changes_nothing(statements, others):
    strange = [replace(each, key=f"{each.key}~x", source=MONITOR) for each in others]
    one, other = (
        gaps(small_register("2018-08-21", statements=held, sources={PAPER}))
        for held in (statements, [*strange, *statements])
    )
    assert one == other
