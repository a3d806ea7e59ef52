"""The desk and the States: what waits for whom, the next best thing first, and a State with what is unknown of it."""

import pytest
from django.conf import settings

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.records.reference import Reference
from accede.records.review import accept, give_back
from accede.reporting.edition import edition_key, seal
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from sample_paper import sample_paper

pytestmark = pytest.mark.usefixtures("register")

KEY = "apmbc/CUB/check/2026-11-01"
LOOKED = Check(treaty="apmbc", state="CUB", checked=PartialDate.parse("2026-11-01"), note="its ministry's site")


def recorded(by: str = "ana", **around) -> Reference:
    record(operator(by), KEY, LOOKED, source="18msp-statement", **around)
    return Reference("check", KEY, 1)


def test_who_is_not_signed_in_is_sent_to_sign_in(client):
    answer = client.get("/workspace/states/")
    assert answer.status_code == 302
    assert "next=/workspace/states/" in answer["Location"]


def test_what_others_recorded_waits_for_a_reviewer_first(client_of):
    recorded()
    desk = client_of("reviewer").get("/workspace/")
    assert desk.context["page"].tasks[0].heading == "1 record waits for review"
    assert desk.context["page"].next.words.startswith("Cuba: ")
    assert KEY in desk.context["page"].next.address
    assert "no-store" in desk["Cache-Control"]
    assert "script-src 'self'" in desk["Content-Security-Policy"]


def test_ones_own_work_does_not_wait_for_oneself(client_of):
    recorded("reviewer")
    assert "waits for review" not in client_of("reviewer").get("/workspace/").content.decode()


def test_what_was_returned_says_why(client_of):
    give_back(operator("ben"), recorded("drafter"), reason="which of its sites?")
    desk = client_of("drafter").get("/workspace/")
    assert desk.context["page"].tasks[0].heading == "1 record was returned to you"
    assert "which of its sites?" in desk.content.decode()


def test_what_is_accepted_waits_for_the_publisher(client_of):
    accept(operator("ben"), [recorded()])
    headings = [tasks.heading for tasks in client_of("publisher").get("/workspace/").context["page"].tasks]
    assert headings[0] == "1 accepted record is not released"


@pytest.mark.parametrize("role", ["member", "administrator"])
def test_who_reads_only_what_is_released_is_told_of_nothing_else(client_of, role):
    recorded()
    client = client_of(role)
    for address in ("/workspace/", "/workspace/states/", "/workspace/states/CUB/"):
        page = client.get(address).content.decode()
        assert KEY not in page
        assert "1 November 2026" not in page


def test_what_is_for_the_unit_does_not_reach_the_presidency(client_of):
    recorded(classification=Classification.ISU)
    assert (
        "1 November 2026"
        in client_of("drafter").get("/workspace/states/CUB/").content.decode()
        + client_of("drafter").get("/workspace/states/").content.decode()
    )
    for address in ("/workspace/", "/workspace/states/", "/workspace/states/CUB/"):
        assert "1 November 2026" not in client_of("clearer").get(address).content.decode()


def test_the_least_known_states_stand_first(client_of):
    tasks = client_of("drafter").get("/workspace/").context["page"].tasks
    (unknown,) = [each for each in tasks if "we know nothing" in each.heading]
    assert "no statement is held" in unknown.lines[0].detail
    assert unknown.more > 0


def test_a_state_begins_with_what_we_do_not_know(client_of):
    page = client_of("drafter").get("/workspace/states/CUB/").content.decode()
    assert page.index("What we do not know") < page.index("What it says")
    assert "Explanation of vote" in page


def test_a_state_that_there_is_not_is_said_kindly(client_of):
    answer = client_of("drafter").get("/workspace/states/XXX/")
    assert answer.status_code == 404
    assert "The register holds no State" in answer.content.decode()


def test_states_are_found_by_name_and_group(client_of):
    client = client_of("member")
    assert "Tonga" in client.get("/workspace/states/?who=all&q=tong").content.decode()
    assert "Norway" in client.get("/workspace/states/?who=joined").content.decode()
    assert "No State of this name" in client.get("/workspace/states/?q=tonga-x").content.decode()


def test_damage_is_told_and_logged(client_of, caplog):
    """A kept file that is gone: the page says what to do, the log of faults has where it was asked for."""
    edition = seal(operator("ana"), sample_paper(), treaty="apmbc")
    (settings.ACCEDE_HOME / "editions" / edition.tree_sha256).unlink()
    answer = client_of("publisher").get(f"/workspace/papers/edition-file/md/{edition_key(edition)}")
    assert answer.status_code == 500
    assert "Put back the copy of the last backup" in answer.content.decode()
    assert any("The register is damaged" in record.getMessage() for record in caplog.records)
