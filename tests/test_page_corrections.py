"""The log of corrections: what was said, what is said now, when and why, and nothing that is not public."""

from dataclasses import replace

import pytest
from django.template import engines
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.models import AttendanceVersion, RollCallVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Attendance
from accede.overview.corrections import CorrectionKind, corrections_in
from accede.publishing.held import register_of
from accede.publishing.standpoint import standpoint
from accede.records.models import EventKind
from accede.register.models import TreatyActionVersion
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from judging import judge
from test_pages import Misspelt, text

pytestmark = pytest.mark.usefixtures("register")

KEY = "apmbc/FRA/ratification"
REASON = "The depositary gives another day."


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def page():
    return lambda: text(Client().get("/corrections/"))


def held(key):
    return next(each for each in register_of(standpoint()).actions if each.key == key)


def correct(day="1998-07-24", *, reason=REASON, classification=Classification.PUBLIC):
    now = TreatyActionVersion.objects.filter(key=KEY).order_by("-version").first()
    fact = replace(held(KEY).fact, deposited=PartialDate.parse(day))
    supersede(
        operator("ana"),
        KEY,
        fact,
        expected_version=now.version,
        reason=reason,
        source=now.source,
        classification=classification,
    )


def release(model=TreatyActionVersion, key=KEY):
    judge("ana", EventKind.RELEASE, model, key)


def test_without_corrections_it_says_what_would_stand_there(page):
    assert "No released fact has been corrected or taken back" in page()
    assert "would stand here" in page()


def test_a_correction_says_both_and_why(page):
    correct()
    assert REASON not in page()
    release()
    told = page()
    assert "1 released fact has been corrected or taken back" in told
    assert "France , treaty action: corrected deposited: 23 July 1998 → 24 July 1998 " + REASON in told


def test_a_correction_that_is_not_released_or_not_public_is_nowhere(page):
    correct(reason="a reason for us alone", classification=Classification.PRESIDENCY)
    release()
    assert "a reason for us alone" not in page()
    assert "No released fact" in page()


def test_who_corrected_is_not_told(page):
    correct()
    release()
    assert "ana" not in page().split()


def test_a_retraction_says_what_it_said(page):
    judge("ana", EventKind.RETRACTION, TreatyActionVersion, KEY, reason="It was another State.")
    told = page()
    assert "treaty action: retracted" in told
    assert "deposited: 23 July 1998" in told
    assert "→" not in told
    assert "It was another State." in told


def test_what_was_withdrawn_from_release_is_not_shown(page):
    correct("1998-07-29")
    release()
    judge("ana", EventKind.WITHDRAWAL, TreatyActionVersion, KEY, reason="It came from a letter to us.")
    told = page()
    assert "29 July 1998" not in told
    assert "letter to us" not in told
    assert "No longer public" in told


def test_what_was_never_released_and_is_retracted_is_nowhere(page):
    fact = Attendance(
        treaty="apmbc",
        state="BHR",
        occasion="16MSP",
        claim=ParticipationClaim.TOOK_PART,
        basis=AttendanceBasis.REPORT,
    )
    record(operator("ana"), "apmbc/BHR/attendance/16MSP~x", fact, source="17msp-status-paper")
    judge("ana", EventKind.RETRACTION, AttendanceVersion, "apmbc/BHR/attendance/16MSP~x", reason="Wrong.")
    assert "No released fact" in page()


def test_a_corrected_roll_call_names_the_states_whose_ballot_changed(page):
    call = next(each for each in register_of(standpoint()).roll_calls if each.key == "apmbc/plenary/72")
    ballots = tuple((iso3, Ballot.AGAINST if iso3 == "MAR" else cast) for iso3, cast in call.fact.ballots)
    supersede(
        operator("ana"),
        call.key,
        replace(call.fact, ballots=ballots),
        expected_version=1,
        reason="Misread.",
        source=call.source,
    )
    release(RollCallVersion, call.key)
    assert "Morocco: in favour → against Misread." in page()


def test_each_of_several_corrections_is_told_the_newest_first():
    for day in ("1998-07-24", "1998-07-25"):
        correct(day)
        release()
    found = corrections_in(standpoint().view(), "apmbc")
    assert [each.kind for each in found] == [CorrectionKind.SUPERSEDED] * 2
    assert [str(each.after.fact.deposited) for each in found] == ["1998-07-25", "1998-07-24"]


def test_the_number_of_queries_does_not_grow_with_the_corrections(django_assert_max_num_queries):
    view = standpoint().view()
    with django_assert_max_num_queries(1):
        corrections_in(view, "apmbc")
    keys = ("apmbc/FRA/ratification", "apmbc/AGO/ratification", "apmbc/ALB/ratification", "apmbc/ARG/ratification")
    for key in keys:
        judge("ana", EventKind.RETRACTION, TreatyActionVersion, key, reason="For the test.")
    view = standpoint().view()
    with django_assert_max_num_queries(3):
        assert len(corrections_in(view, "apmbc")) == len(keys)


def test_a_merged_record_says_that_the_fact_is_held_once_now(page):
    judge("ana", EventKind.MERGE, TreatyActionVersion, KEY, reason="Recorded twice.", other=f"{KEY}~x")
    told = page()
    assert "treaty action: merged into another record" in told
    assert "The fact was held twice, and is held once now. Recorded twice." in told
