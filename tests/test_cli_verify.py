"""Verify tells a whole register from a damaged one by its exit status."""

import pytest

from program import CLUSTER

pytestmark = pytest.mark.storage

WRITING = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.vocabulary.partial_date import PartialDate
for number in range({number}):
    looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2026-11-20"), note=str(number))
    record(operator("ana"), f"check/{{number}}", looked, source="17msp-status-paper")
"""

AHEAD = """
from datetime import UTC, datetime, timedelta
from accede.records import lock
class Ahead(datetime):
    @classmethod
    def now(cls, zone=None):
        return datetime.now(zone) + timedelta(days=3)
lock.datetime = Ahead
"""


def sql(program, *statements):
    lines = "".join(f"c.cursor().execute({statement!r})\n" for statement in statements)
    program.python(f"from django.db import connection as c\n{lines}")


def test_a_whole_register(answers):
    assert answers.json("verify") == {"ok": True, "problems": []}
    assert answers("verify").out.startswith("The register is whole: 1 audit entry")


@pytest.mark.skipif(bool(CLUSTER), reason="told with SQLite's statement")
def test_a_changed_row_and_a_dropped_trigger_are_findings(program):
    sql(
        program,
        "DROP TRIGGER evidence_practiceversion_no_update",
        "UPDATE evidence_practiceversion SET claim = 'has' WHERE id = 7",
    )
    done = program("verify", "--json")
    assert done.code == 1
    assert "evidence_practiceversion_no_update" in done.out
    assert "row 7 was changed" in done.out
    assert program("verify").out.startswith("The register is damaged: ")


def test_a_kept_file_that_was_changed_is_a_finding(program):
    program.python("from accede.records import kept; kept.keep('sources', b'a paper')")
    (file,) = (program.home / "sources").iterdir()
    file.write_bytes(b"another paper")
    done = program("verify")
    assert done.code == 1
    assert file.name in done.out


def test_it_is_no_damage_that_others_write_meanwhile(program):
    writer = program.start_python(WRITING.format(number=60))
    verdicts = set()
    while writer.poll() is None:
        verdicts.add(program("verify").out.split(":")[0])
    assert writer.returncode == 0
    assert verdicts == {"The register is whole"}


@pytest.mark.parametrize("table", ["evidence_practiceversion", "records_auditentry"])
def test_a_table_that_is_gone_is_a_finding(program, table):
    sql(program, f"DROP TABLE {table}")
    done = program("verify")
    assert done.code == 1
    assert f"The table {table} is gone. Restore the last backup." in done.out


def test_a_clock_that_went_back_is_told_and_is_no_damage(program):
    program.python(AHEAD + WRITING.format(number=1))
    program.python(WRITING.replace("check/", "later/").format(number=1))
    done = program("verify")
    assert done.code == 0
    assert "clock of this machine is 2 days, 23:59" in done.out
    program.python(
        "from accede.records.models import AuditEntry\n"
        "instants = list(AuditEntry.objects.order_by('number').values_list('at', flat=True))\n"
        "assert instants == sorted(set(instants)) and len(instants) == 3"
    )
