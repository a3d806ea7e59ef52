"""Nothing that is not public is in any answer of the open API, at any day and any instant."""

from datetime import UTC, datetime, timedelta

import pytest

from accede.evidence.models import PracticeVersion, StatementVersion
from accede.evidence.values import Practice, Statement
from accede.publishing.tables import TABLES
from accede.records.models import EventKind
from accede.records.write import writing
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, ClaimStatus, PracticeKind
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import Channel, TextKind
from api_client import Api
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

MARK = "marked-word"
DAYS = ("2018-08-21", "2030-01-01")


def everything(api):
    """All rows of all tables, now and as known earlier, on several days, and what stands around them."""
    instants = ({}, {"known_on": (datetime.now(UTC) - timedelta(seconds=1)).isoformat()})
    told = [api.get(address).content.decode() for address in ("", "openapi.json", "reconcile")]
    told.append(api.client.get("/api/v1/docs").content.decode())
    for name in TABLES:
        for day in DAYS:
            for instant in instants:
                rows = api.every(name, as_of=day, limit=1000, **instant)
                told += [str(row) for row in rows]
    return " ".join(told)


def statement(**given):
    told = {"text": f"{MARK} text", "summary": f"{MARK} summary", "citation": f"{MARK} citation"} | given
    return Statement(
        treaty="apmbc",
        state="BHR",
        occasion="16MSP",
        said=PartialDate.parse("2017-12-18"),
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION,
        **told,
    )


def practice():
    return Practice(
        treaty="apmbc",
        state="BHR",
        kind=PracticeKind.STOCKPILE,
        claim=Claim.HAS,
        status=ClaimStatus.ALLEGED,
        claimant=f"{MARK} claimant",
        claimed=PartialDate.parse("2017"),
        place=f"{MARK} place",
        summary=f"{MARK} summary",
    )


@pytest.fixture
def api():
    return Api()


def test_what_must_not_be_seen_is_in_no_answer(api):
    source = "17msp-status-paper"
    with writing(f"{MARK} recorder", "record", reason=f"{MARK} reason") as write:
        write.record(f"{MARK}/unreleased", statement(), source=source, locator=f"{MARK} page")
        write.record(f"{MARK}/withdrawn", statement(), source=source)
        write.record(f"{MARK}/embargoed", statement(), source=source)
        write.record(f"{MARK}/alleged", practice(), source=source)
        for classed in (Classification.STATES_PARTIES, Classification.PRESIDENCY, Classification.ISU):
            write.record(f"{MARK}/{classed}", statement(), source=source, classification=classed)
            write.record(f"{MARK}/practice/{classed}", practice(), source=source, classification=classed)
        public = statement(text="Said to all.", summary="Said.", citation="16MSP, 2017")
        write.record("apmbc/BHR/statement/16MSP/9", public, source=source, reason=f"{MARK} why")
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/16MSP/9", reason=f"{MARK} released")
    for classed in (Classification.STATES_PARTIES, Classification.PRESIDENCY, Classification.ISU):
        judge("ana", EventKind.RELEASE, StatementVersion, f"{MARK}/{classed}")
        judge("ana", EventKind.RELEASE, PracticeVersion, f"{MARK}/practice/{classed}")
    ahead = datetime.now(UTC) + timedelta(days=3)
    judge("ana", EventKind.RELEASE, StatementVersion, f"{MARK}/embargoed", effective_at=ahead)
    with writing("ana", "record", reason=f"{MARK} correction") as write:
        write.record("apmbc/BHR/statement/16MSP/9", statement(), source=source, reason=f"{MARK} second version")
    told = everything(api)
    assert "Said to all." in told
    assert MARK not in told


def test_what_was_released_and_withdrawn_is_seen_as_known_then_alone(api):
    key = "apmbc/BHR/statement/16MSP/9"
    with writing("ana", "record") as write:
        write.record(key, statement(), source="17msp-status-paper")
    judge("ana", EventKind.RELEASE, StatementVersion, key)
    then = datetime.now(UTC)
    judge("ana", EventKind.WITHDRAWAL, StatementVersion, key, reason="Released by mistake")
    assert MARK not in str(api.every("statements"))
    assert MARK in str(api.every("statements", known_on=then.isoformat()))
