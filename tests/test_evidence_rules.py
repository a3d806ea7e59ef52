"""What evidence tells: questions answered, age, claims that exclude each other."""

from dataclasses import replace
from datetime import date

import pytest

from accede.evidence.rules import (
    accepts_aims,
    age_years,
    ends_positions_of,
    exclude_each_other,
    has_words,
    is_older_than,
    is_own_claim,
    newest_by,
    question_of_code,
    question_of_practice,
)
from accede.evidence.values import Code
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, PracticeKind, Question
from accede.vocabulary.statements import CodeKind, Position, Step
from evidence_cast import practice, statement


@pytest.mark.parametrize(
    ("kind", "code", "question"),
    [
        (CodeKind.CIRCUMSTANCE, "long_borders", Question.REASONS),
        (CodeKind.CONDITION, "reciprocity", Question.REASONS),
        (CodeKind.POSITION, "supports_aims", None),
        (CodeKind.STEP, "moratorium", Question.MORATORIUM),
        (CodeKind.STEP, "stockpile_not_told", Question.STOCKPILE),
        (CodeKind.STEP, "never_exported", Question.TRANSFER),
        (CodeKind.STEP, "mine_clearance", None),
    ],
)
def test_a_code_answers_a_question_or_none(kind, code, question):
    assert question_of_code(Code(kind=kind, code=code)) is question


@pytest.mark.parametrize("step", Step)
def test_every_step_is_known(step):
    assert question_of_code(Code(kind=CodeKind.STEP, code=str(step))) in (None, *Question)


@pytest.mark.parametrize("kind", PracticeKind)
def test_every_practice_but_policy_is_about_a_question(kind):
    found = question_of_practice(practice("MAR", kind, Claim.HAS, "2018").fact)
    assert (found is None) == (kind is PracticeKind.POLICY)


def test_what_another_says_is_no_official_information():
    assert is_own_claim(practice("SAU", PracticeKind.TRANSFER, Claim.HAS_NOT, "2004").fact)
    assert not is_own_claim(practice("SAU", PracticeKind.IMPORT, Claim.HAS, "1999", by="Monitor").fact)


def test_a_yes_and_a_no_of_two_sides_exclude_each_other():
    no = practice("SAU", PracticeKind.TRANSFER, Claim.HAS_NOT, "2004").fact
    yes = practice("SAU", PracticeKind.IMPORT, Claim.HAS, "1999", by="Monitor").fact
    assert exclude_each_other(no, yes)
    assert exclude_each_other(yes, no)


def test_a_state_that_says_otherwise_later_has_changed():
    before = practice("GEO", PracticeKind.STOCKPILE, Claim.HAS, "2004").fact
    after = practice("GEO", PracticeKind.STOCKPILE, Claim.HAS_NOT, "2009").fact
    assert not exclude_each_other(before, after)
    assert exclude_each_other(before, practice("GEO", PracticeKind.STOCKPILE, Claim.HAS_NOT, "2004").fact)


def test_claims_about_different_times_exclude_nothing():
    def of(claim, year, by):
        fact = practice("KOR", PracticeKind.PRODUCTION, claim, year, by=by).fact
        return replace(fact, since=PartialDate.parse(year), until=PartialDate.parse(year))

    assert not exclude_each_other(of(Claim.HAS, "2007", "Monitor"), of(Claim.HAS_NOT, "2011", ""))
    assert not exclude_each_other(of(Claim.HAS_NOT, "2011", ""), of(Claim.HAS, "2007", "Monitor"))
    assert exclude_each_other(of(Claim.HAS, "2011", "Monitor"), of(Claim.HAS_NOT, "2011", ""))


@pytest.mark.parametrize("position", [Position.CONSIDERING, Position.DOES_NOT_EXCLUDE, Position.OPPOSED])
def test_to_consider_or_not_to_exclude_is_no_acceptance(position):
    assert not accepts_aims(position)
    assert accepts_aims(Position.SUPPORTS_NORMS)


def test_a_policy_ends_what_was_said_before_it_ended_and_nothing_later():
    ended = practice("USA", PracticeKind.POLICY, Claim.CEASED, "2020-01-31").fact
    assert ends_positions_of(ended, PartialDate.parse("2016"))
    assert not ends_positions_of(ended, PartialDate.parse("2020"))
    assert not ends_positions_of(ended, PartialDate.parse("2021-06"))
    told = practice("USA", PracticeKind.POLICY, Claim.CEASED, "2020-01-31", by="Monitor").fact
    assert not ends_positions_of(told, PartialDate.parse("2016"))


def test_declining_to_say_excludes_nothing():
    declined = practice("LBN", PracticeKind.STOCKPILE, Claim.NOT_TOLD, "2017-10-31").fact
    no = practice("LBN", PracticeKind.STOCKPILE, Claim.HAS_NOT, "2017-12", by="somebody").fact
    assert not exclude_each_other(declined, no)


def test_years_are_never_rounded_up():
    assert age_years(date(2008, 8, 22), date(2018, 8, 21)) == 9.9
    assert age_years(date(2018, 8, 21), date(2018, 8, 21)) == 0


def test_older_than_five_years_means_more_than_five():
    assert not is_older_than(5, date(2013, 8, 21), date(2018, 8, 21))
    assert is_older_than(5, date(2013, 8, 20), date(2018, 8, 21))


def test_a_day_known_only_between_two_is_not_called_newer_than_what_is_surely_later():
    between, known = PartialDate.parse("[2016-12-31..2018-08-21]"), PartialDate.parse("2018-06-07/2018-06-08")
    assert newest_by(between) < newest_by(known)
    assert newest_by(PartialDate.parse("2017")) == date(2017, 12, 31)


def test_a_summary_of_ours_is_not_the_words_of_a_state():
    assert has_words(statement("MAR", "2018", text="“...”").fact)
    assert not has_words(statement("MAR", "2018", summary="It says.").fact)
