"""Review and release at the command line: two persons, what would be seen, embargo, withdrawal."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

pytestmark = pytest.mark.storage

KEY = "apmbc/CUB/report/2031-03-01"
RECORD = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Report
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
fact = Report(treaty="apmbc", state="CUB", duty=ReportDuty.VOLUNTARY, report_state=ReportState.SUBMITTED,
    submitted=PartialDate.parse("2017-03-01"))
record(operator({who!r}), {key!r}, fact, source="18msp-statement")
"""
VERSIONS = """
from datetime import UTC, datetime
from accede.evidence.models import ReportVersion
from accede.records.current import current
from accede.records.values import View
now = datetime.now(UTC)
print(len(current(ReportVersion, View(as_of=now.date(), known_on=now, public=True), key={key!r})))
"""


def record(program, who="ana", key=KEY):
    program.python(RECORD.format(who=who, key=key))


def is_public(program, key=KEY):
    return program.python(VERSIONS.format(key=key)) == "1"


def test_from_recorded_to_public_and_back(program):
    assert program("review").out == "Nothing waits for review.\n"
    assert program("release").out == "Nothing waits for release, and nothing is under embargo.\n"
    record(program)
    pending = program.json("review")["waiting"]
    assert [(each["kind"], each["key"], each["state"], each["is_own"]) for each in pending] == [
        ("report", KEY, "CUB", False)
    ]
    assert program("accept", "report", KEY).out == "Accepted: 1 record.\n"
    waiting = program.json("release")["waiting"]
    assert [(each["key"], each["stage"], each["held_back_by"]) for each in waiting] == [(KEY, "accepted", "")]

    look = program("release", "report", KEY)
    assert look.code == 1
    assert "At once everybody would see what they do not see:" in look.out
    assert "CUB Voluntary report submitted, 1 March 2017." in look.out
    assert not is_public(program)
    number = look.out.rstrip().rpartition(" ")[2]
    assert program("release", "--all", "--json").code == 1
    other = program("release", "report", KEY, "--confirm", "00000000")
    assert other.code == 1
    assert "not what the report of that number told" in other.out
    assert program("release", "report", KEY, "--confirm", number).out == "Released: 1 record.\n"
    assert is_public(program)

    done = program("withdraw", "report", KEY, "--why", "not for this year")
    assert done.out == "Withdrawn: 1 record.\n"
    assert not is_public(program)
    assert "(withdrawn)" in program("release").out


def test_who_recorded_does_not_accept(program):
    import getpass

    record(program, who=getpass.getuser())
    assert program.json("review")["waiting"][0]["is_own"]
    refused = program("accept", "report", KEY)
    assert refused.code == 2
    assert "two persons are needed" in refused.err
    assert program("accept", "--all").out == "Accepted: 0 records.\n"


def test_under_embargo_until_an_instant(program):
    record(program)
    program("accept", "--source", "18msp-statement")
    until = datetime.now(UTC) + timedelta(days=2)
    look = program("release", "--source", "18msp-statement", "--at", until.isoformat(), "--json")
    assert look.code == 1
    report = json.loads(look.out)
    assert [each["key"] for each in report["everybody"]] == [KEY]
    done = program(
        "release", "--source", "18msp-statement", "--at", until.isoformat(), "--confirm", report["number"], "--json"
    )
    assert (done.code, json.loads(done.out)["released"]) == (0, 1)
    assert not is_public(program)
    waiting = program.json("release")["waiting"]
    assert [each["stage"] for each in waiting] == ["embargoed"]
    assert waiting[0]["until"].startswith(until.date().isoformat())
    assert "1 record under embargo" in program("release").out
    assert program("withdraw", "report", KEY, "--why", "too early").code == 0


def test_what_cannot_be_done_is_said_in_a_sentence(program):
    record(program)
    for arguments, said in (
        (("release", "report", KEY), "waiting for review, and only what is accepted is released"),
        (("release", "report", "none/such"), "the register holds no such report"),
        (("release", "letters", KEY), "there is no kind of record 'letters'"),
        (("release", "report"), "Name the keys of the kind too"),
        (("release", "report", KEY, "--all"), "exclude each other"),
        (("release", "--source", "none"), "nothing of this source waits"),
        (("release", "--why", "so"), "Name what is to be released"),
        (("release", "report", KEY, "--at", "2020-01-01"), "cannot be put into the past"),
        (("withdraw", "report", KEY, "--why", "so"), "it is waiting for review"),
        (("withdraw", "report", KEY), "--why"),
        (("accept",), "Name what is to be accepted"),
    ):
        refused = program(*arguments)
        assert refused.code == 2, arguments
        assert said in refused.err, refused.err
