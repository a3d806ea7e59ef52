"""The corpus of the checker: what it rests on holds, and the checker meets its targets on it."""

import random
from datetime import date, timedelta

import pytest

from accede.overview.headline import headline
from checker_corpus import handwritten, score
from checker_corpus.case import Verdict
from checker_corpus.examiner import generate as examiner
from checker_corpus.generate import COUNT, generate
from checker_corpus.holding import Holding
from checker_corpus.kinds import KINDS
from checker_corpus.oracle import LAST, Facts

LEAST = 0.9
"""The share of false sentences that must be found, and of true ones confirmed."""
FILES = (
    "handwritten.toml",
    "held_out.toml",
    "fresh.toml",
    "kept.toml",
    "languages.toml",
    "second.toml",
    "opened.toml",
    "third.toml",
    "traps.toml",
    "blind.toml",
)


@pytest.fixture(scope="module")
def facts(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return Facts()


@pytest.fixture(scope="module")
def generated(facts):
    return generate(facts)


@pytest.fixture(scope="module", params=[4, pytest.param(1, marks=pytest.mark.long)], ids=["one in four", "all"])
def generated_score(request, generated, django_db_blocker):
    some = generated[:: request.param]
    with django_db_blocker.unblock():
        return score.score(some, score.answered(some))


@pytest.fixture(scope="module")
def handwritten_score(django_db_setup, django_db_blocker):
    cases = handwritten.read("handwritten.toml")
    with django_db_blocker.unblock():
        return score.score(cases, score.answered(cases))


def test_the_corpus_has_two_thousand_cases_of_every_kind_true_and_false(generated):
    assert len(generated) == COUNT >= 2000
    for kind in KINDS:
        verdicts = [verdict for case in generated if case.kind == kind for verdict in case.claims[0].verdicts]
        if kind not in ("first time", "statements without a source"):
            assert max(verdicts.count(Verdict.AGREES), verdicts.count(Verdict.NOTHING)) >= 5, kind
        if kind != "statements without a source":
            assert verdicts.count(Verdict.CONTRADICTS) >= 5, kind


def test_one_seed_gives_one_corpus(facts):
    assert generate(facts, 5, 40) == generate(facts, 5, 40)
    assert generate(facts, 5, 40) != generate(facts, 6, 40)


def test_the_passage_of_each_claim_stands_in_its_text(generated):
    for case in generated:
        for claim in case.claims:
            start, end = case.span(claim)
            assert case.text[start:end] == claim.passage


@pytest.mark.django_db  # pytest-django makes no database for a run without any such test
def test_between_two_turning_days_the_headline_is_the_same(facts):
    rnd = random.Random(1)
    for _ in range(30):
        day = date(1997, 12, 5) + timedelta(rnd.randrange((LAST - date(1997, 12, 5)).days))
        answer = headline(facts.at(day))
        assert facts.counts(day) == answer.counts, day
        assert facts.outside(day) == tuple(each.iso3 for each in answer.outside), day
        assert facts.is_uncertain(day) == bool(answer.uncertain), day


@pytest.mark.parametrize("name", FILES)
def test_what_the_hand_written_cases_rest_on_holds(facts, name):
    holding = Holding(facts)
    cases = handwritten.read(name)
    assert len({case.key for case in cases}) == len(cases) >= 40
    assert [(case.key, fact) for case in cases for fact in case.holds if not holding.holds(fact)] == []


def test_there_are_a_hundred_and_fifty_written_by_hand():
    assert len(handwritten.read("handwritten.toml")) >= 150


@pytest.mark.django_db
def test_the_scorer_asks_the_checker_as_the_command_does(generated):
    some = generated[::150]
    assert score.answered(some) == {case.key: score.checked(case) for case in some}


def test_contradicts_is_right_every_time_in_generated_sentences(generated_score):
    alarms = generated_score.of("alarm")
    assert not alarms, score.listed(alarms)


def test_nine_in_ten_false_generated_sentences_are_found(generated_score):
    whole = generated_score.whole
    assert whole.caught >= LEAST * whole.false, score.table(generated_score)


def test_nine_in_ten_true_generated_sentences_are_confirmed(generated_score):
    whole = generated_score.whole
    assert whole.confirmed >= LEAST * whole.true, score.table(generated_score)


def test_contradicts_is_right_every_time_in_sentences_written_by_hand(handwritten_score):
    alarms = handwritten_score.of("alarm")
    assert not alarms, score.listed(alarms)


def test_nine_in_ten_false_sentences_written_by_hand_are_found(handwritten_score):
    whole = handwritten_score.whole
    assert whole.caught >= LEAST * whole.false, score.listed(handwritten_score.of("not caught"))


def test_nine_in_ten_true_sentences_written_by_hand_are_confirmed(handwritten_score):
    whole = handwritten_score.whole
    assert whole.confirmed >= LEAST * whole.true, score.listed(handwritten_score.of("not confirmed"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", FILES[1:])
def test_contradicts_is_right_every_time_in_sentences_that_others_wrote(name):
    cases = handwritten.read(name)
    alarms = score.score(cases, score.answered(cases)).of("alarm")
    assert not alarms, score.listed(alarms)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [120, pytest.param(500, marks=pytest.mark.long)])
def test_contradicts_is_right_every_time_in_the_examiners_sentences(facts, number):
    cases = examiner.generate(facts, 77, number)
    alarms = score.score(cases, score.answered(cases)).of("alarm")
    assert not alarms, score.listed(alarms)
