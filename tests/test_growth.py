"""What an answer reads stays the same when the register grows beside it, and after a write only what was written is read.

Counted in rows and queries, not in time; `scripts/bench growth` measures what it costs.
"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accede.evidence.models import StatementVersion
from accede.evidence.record import add
from accede.evidence.values import Statement
from accede.publishing import answers, held
from accede.publishing import standpoint as standpoints
from accede.publishing.standpoint import earlier, standpoint
from accede.records import unsettled as unsettled_found
from accede.records.models import MODEL_OF_FACT, Event, EventKind
from accede.records.reviewing import Stage, waiting
from accede.records.unsettled import unsettled
from accede.records.values import Source
from accede.records.write import writing
from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind

pytestmark = pytest.mark.django_db

PAGE = "/states/MAR/"


@pytest.fixture(autouse=True)
def forgotten():
    """Nothing is kept of the tests before, nor of this one."""
    forget()
    yield
    forget()


def forget():
    answers.forget()
    held.forget()
    standpoints._seen.clear()
    unsettled_found._found.clear()


def grow(treaty, number, *, public=True, state="MAR"):
    """So many statements about a treaty, each with a source and a meeting of its own, in one write."""
    with writing("ana", "import") as write:
        for at in range(number):
            name = f"{treaty}-{state}-{at}"
            source = Source(title=name, kind=SourceKind.STATEMENT, grade=SourceGrade.OFFICIAL, treaty=treaty)
            meeting = Occasion(treaty=treaty, kind=OccasionKind.MSP, name=name, starts=PartialDate.parse("2015-06-01"))
            said = Statement(
                treaty=treaty,
                state=state,
                occasion=name,
                said=PartialDate.parse("2015-06-02"),
                citation=name,
                channel=Channel.STATEMENT,
                text_kind=TextKind.SUMMARY,
                summary=name,
            )
            for key, fact in (
                (name, source),
                (f"{treaty}/{name}", meeting),
                (f"{treaty}/{state}/statement/{name}", said),
            ):
                add(write, key, fact, source="" if fact is source else name)
                if public:
                    write.happen(EventKind.RELEASE, MODEL_OF_FACT[type(fact)], key, 1)


def read():
    """The page of a State, made anew."""
    answers.forget()
    page = Client().get(PAGE)
    assert page.status_code == 200
    return page.content.decode()


def held_rows():
    """How many rows of each kind the register behind a page holds."""
    register = held.register_of(standpoint())
    kinds = ("sources", "occasions", "statements", "attendance", "actions", "other_claims")
    return {kind: len(getattr(register, kind)) for kind in kinds}


def queries_from_the_beginning():
    """How many queries a page takes where a process holds nothing of the register."""
    held.forget()
    with CaptureQueriesContext(connection) as found:
        read()
    return len(found)


def tables_read(found):
    """The tables of evidence that queries began to read from."""
    return {query["sql"].split(' FROM "', 1)[1].split('"')[0] for query in found if ' FROM "' in query["sql"]}


def test_the_register_behind_a_page_is_the_same_however_much_is_held_of_another_treaty(register):
    before = held_rows()
    grow("ccm", 50)
    assert held_rows() == before


def test_the_queries_behind_a_page_do_not_grow_with_what_is_held_of_its_treaty(register):
    grow("apmbc", 1)
    read()
    of_one = queries_from_the_beginning()
    grow("apmbc", 20, state="FRA")
    read()
    assert queries_from_the_beginning() == of_one


def test_after_something_was_recorded_and_not_released_nothing_of_the_evidence_is_read(register):
    read()
    grow("apmbc", 5, public=False)
    with CaptureQueriesContext(connection) as found:
        read()
    assert tables_read(found.captured_queries) <= {"records_auditentry", "records_event"}


def test_after_a_release_the_kinds_that_it_is_about_are_read_and_no_others(register):
    read()
    grow("apmbc", 1)
    with CaptureQueriesContext(connection) as found:
        page = read()
    assert "apmbc-MAR-0" in page
    read_from = tables_read(found.captured_queries)
    assert StatementVersion._meta.db_table in read_from
    assert not read_from & {"evidence_attendanceversion", "evidence_rollcallversion", "register_treatyactionversion"}


def test_looking_only_at_what_was_written_since_finds_what_looking_at_everything_finds(register):
    standpoint()
    unsettled()
    grow("apmbc", 3)
    grow("ccm", 2, public=False)
    with writing("ana", "retract", reason="for the test") as write:
        write.happen(EventKind.RETRACTION, StatementVersion, "apmbc/MAR/statement/apmbc-MAR-1", 1)
    now = standpoint()
    then = earlier(Event.objects.order_by("-id")[5].recorded_at, now.today)
    open_now = unsettled()
    pending = [one.reference for one in waiting(Stage.PENDING)]
    forget()
    assert standpoint() == now
    assert earlier(then.known_on, now.today) == then
    assert unsettled() == open_now
    assert [one.reference for one in waiting(Stage.PENDING)] == pending
    assert {each.key for each in open_now} >= {f"ccm/MAR/statement/ccm-MAR-{at}" for at in range(2)}


def test_what_is_settled_is_not_looked_at_by_the_list_of_what_waits(register):
    grow("apmbc", 2, public=False)
    few = len(unsettled())
    grow("ccm", 30)
    assert len(unsettled()) == few
