"""Answers on a real register: what had been said, what had been recorded, what a person chose, what is public."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Check, Statement
from accede.overview.attendance import attendance_of
from accede.overview.dossier import dossier_of
from accede.overview.gaps import gaps_of
from accede.overview.headline import headline_of
from accede.overview.load import load
from accede.records.current import current
from accede.records.lock import head
from accede.records.models import EventKind
from accede.records.values import View
from accede.register.models import TreatyActionVersion
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import Channel, TextKind
from evidence_cast import PAPER, view
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

MOROCCO = "apmbc/MAR/statement/2"


def now(as_of: str = "2018-08-21", **others) -> View:
    return replace(view(as_of), **{"known_on": datetime(2100, 1, 1, tzinfo=UTC)} | others)


def summaries(seen: View) -> dict[str, str]:
    return {each.evidence: each.summary for each in dossier_of("apmbc", seen, "MAR").answer.statements}


def test_a_superseded_statement_is_old_before_new_after_and_not_there_before_it_was_said():
    before = now(known_on=head().at)
    (held,) = current(StatementVersion, before, key=MOROCCO)
    corrected = replace(held.fact, summary="Corrected.")
    supersede(operator("ana"), MOROCCO, corrected, expected_version=1, reason="misread", source=PAPER)
    assert summaries(before)[MOROCCO] == held.fact.summary
    assert summaries(now())[MOROCCO] == "Corrected."
    assert MOROCCO not in summaries(now("2018-06-07"))
    assert MOROCCO in summaries(now("2018-06-08"))


def test_what_is_recorded_for_the_states_parties_is_in_nothing_public():
    fact = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2018-08-01"))
    record(operator("ana"), "apmbc/BHR/check/1", fact, source=PAPER, classification=Classification.STATES_PARTIES)

    def checked_on(seen: View):
        return next(each.checked_on for each in gaps_of("apmbc", seen).states if each.iso3 == "BHR")

    assert checked_on(now()) == fact.checked
    assert checked_on(now(public=True)) is None


def test_the_shipped_register_is_public():
    seen = now(public=True)
    assert headline_of("apmbc", seen).counts == headline_of("apmbc", now()).counts


def test_what_a_person_chose_between_two_sources_answers():
    chosen = next(
        each.key
        for each in current(TreatyActionVersion, now(), treaty="apmbc", state="VUT")
        if each.key.startswith("apmbc/VUT/ratification~")
    )

    def vanuatu() -> Standing:
        return dossier_of("apmbc", now("2005-09-10"), "VUT").answer.standing

    assert vanuatu() is Standing.SIGNATORY
    judge("ana", EventKind.CHOICE, TreatyActionVersion, chosen, reason="seen", other="apmbc/VUT/ratification")
    assert vanuatu() is Standing.JOINED_NOT_IN_FORCE


def test_a_new_source_changes_nothing_of_an_answer_by_another():
    asked = now(sources=frozenset({PAPER}))
    before = attendance_of("apmbc", asked).answer, gaps_of("apmbc", asked)
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="",
        said=PartialDate.parse("2018-01-01"),
        citation="a speech",
        channel=Channel.STATEMENT,
        text_kind=TextKind.SUMMARY,
        summary="It speaks.",
    )
    record(operator("ana"), "apmbc/BHR/statement/1", fact, source="isu-state-bhr")
    assert (attendance_of("apmbc", asked).answer, gaps_of("apmbc", asked)) == before
    assert gaps_of("apmbc", now()).none == before[1].none - 1


@pytest.mark.parametrize("answer", [headline_of, attendance_of, gaps_of])
def test_any_day_costs_as_many_queries_as_today(answer, django_assert_max_num_queries):
    for day in ("1999-03-01", "2018-08-21", "2026-11-22"):
        with django_assert_max_num_queries(13):
            answer("apmbc", now(day))


def test_a_treaty_that_is_not_held_is_an_error_that_names_those_that_are():
    with pytest.raises(UnknownName, match="no treaty 'xyz'") as error:
        load(now(), "xyz")
    assert "apmbc" in error.value.remedy


def test_a_treaty_of_which_only_lists_of_some_states_are_held_has_no_headline():
    with pytest.raises(UnknownName, match="lists that name only"):
        headline_of("ccm", now("2026-11-22"))
