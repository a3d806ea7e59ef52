"""The pages of nearness, for those who work on letters; and no trace of it anywhere else."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.activities.threads import Promise
from accede.intake import shipped
from accede.outreach.done.promise import record_promise
from accede.outreach.models import Task
from accede.outreach.nearness.approach import Reason
from accede.outreach.nearness.rules import Rung
from accede.publishing.tables import TABLES
from accede.reporting.export import export
from accede.reporting.render import renderer_for
from accede.reporting.render.json import render as as_json
from accede.vocabulary.activities import PromiseStanding
from accede.vocabulary.partial_date import PartialDate
from recipe_cast import brief_on, compared, pack_of, statement_at
from test_authorization import body, public_examples

pytestmark = pytest.mark.usefixtures("register")

HERE = "/workspace/outreach/nearness/"
WORDS = re.compile(r"nearness|\brungs?\b|\bladder\b|approach(?:ed)? next|zqinnerqz", re.IGNORECASE)
"""What only these pages say; the last is what a task and a promise of this test say."""


@pytest.fixture
def sown():
    """A task and a promise with a marked word, so that there is something to leak."""
    Task.objects.create(treaty="apmbc", what="zqinnerqz", state="MAR", made_by="drafter", made_at=datetime.now(UTC))
    told = Promise(
        treaty="apmbc",
        by="MAR",
        state="MAR",
        what="zqinnerqz",
        promised=PartialDate.parse("2026-11-01"),
        standing=PromiseStanding.OPEN,
        due=PartialDate.parse("2026-11-10"),
    )
    record_promise(operator("ana"), told)


def test_the_ladder_shows_every_state_outside_with_its_score(client_of):
    page = client_of("drafter").get(HERE, {"on": "2018-08-21"}).context["page"]
    assert len(page.rows) == 33
    assert (page.rows[0].name, page.rows[0].score) == ("Morocco", 11)
    assert len(page.numbers) == len(Rung) == len(page.rows[0].cells)


def test_what_is_switched_off_counts_nowhere_and_goes_on_to_the_state(client_of):
    drafter = client_of("drafter")
    asked = {"on": "2018-08-21", "chosen": "rung", "rung": [each.value for each in Rung if each is not Rung.SPEAKS]}
    page = drafter.get(HERE, asked).context["page"]
    assert page.rows[0].score == 10
    assert len(page.rows[0].cells) == len(Rung) - 1
    state = drafter.get(page.rows[0].address).context["page"]
    assert "10 of 17 rungs" in state.opening
    none = drafter.get(HERE, {"chosen": "rung"}).context["page"]
    assert {row.score for row in none.rows} == {0}


def test_each_rung_of_a_state_tells_its_evidence_day_source_and_age(client_of):
    page = client_of("drafter").get(f"{HERE}of/MAR/", {"on": "2018-08-21"}).context["page"]
    reports = next(each for each in page.rungs if "voluntary report" in each.word)
    assert reports.by.key.startswith("apmbc/MAR/report/")
    assert "2018" in reports.by.detail
    assert reports.age
    stock = next(each for each in page.rungs if "stockpile" in each.word)
    assert stock.against
    assert page.reasons[0].word == "Unresolved conflict or occupied territory"


def test_a_rung_that_was_lost_says_by_what(client_of):
    drafter = client_of("drafter")
    nepal = drafter.get(f"{HERE}of/NPL/", {"on": "2018-08-21"}).context["page"]
    votes = next(each for each in nepal.rungs if "resolution" in each.word)
    assert votes.undone_by.words.startswith("Abstained")
    micronesia = drafter.get(f"{HERE}of/FSM/").context["page"]
    named = next(each for each in micronesia.rungs if "named a day" in each.word)
    assert named.undone_by.words == "The day that was given has passed: January 2009."


def test_movement_tells_both_ways_and_article_20(client_of):
    page = client_of("drafter").get(f"{HERE}movement/", {"after": "2025-01-01", "until": "2026-01-15"}).context["page"]
    assert "Tonga" in {line.name for line in page.towards}
    assert {line.name for line in page.away} == {"Estonia", "Finland", "Latvia", "Lithuania", "Poland", "Ukraine"}
    assert page.rule.startswith("Article 20: a withdrawal takes effect 6 months after")
    assert "armed conflict" in page.rule
    poland = next(line for line in page.leaving if line.name == "Poland")
    assert poland.when == "20 February 2026, in 36 days"
    assert "armed conflict" in poland.told


def test_whom_to_approach_says_why_and_a_reason_can_be_switched_off(client_of, sown):
    drafter = client_of("drafter")
    page = drafter.get(f"{HERE}next/").context["page"]
    morocco = next(each for each in page.states if each.iso3 == "MAR")
    said = [each.words for each in morocco.reasons]
    assert "It promised something by 10 November 2026: zqinnerqz." in said
    asked = {
        "chosen": ["rung", "reason"],
        "rung": [each.value for each in Rung],
        "reason": [each.value for each in Reason if each is not Reason.PROMISED],
    }
    without = drafter.get(f"{HERE}next/", asked).context["page"]
    assert not any("zqinnerqz" in each.words for one in without.states for each in one.reasons)


@pytest.mark.parametrize("wrong", [{"on": "tomorrow"}, {"on": "2018-13-01"}])
def test_a_day_that_is_none_is_refused(client_of, wrong):
    assert client_of("drafter").get(HERE, wrong).status_code == 400


def test_a_day_before_the_treaty_and_a_state_that_is_none_are_answered(client_of):
    drafter = client_of("drafter")
    assert drafter.get(HERE, {"on": "1990-01-01"}).status_code == 409
    assert drafter.get(f"{HERE}of/XXX/").status_code == 404
    assert drafter.get(f"{HERE}movement/", {"after": "2030-01-01"}).status_code == 409


@pytest.mark.parametrize("role", ["member", "publisher", "administrator"])
def test_who_does_not_work_on_letters_sees_nothing_of_it(client_of, role):
    client = client_of(role)
    for path in (HERE, f"{HERE}of/MAR/", f"{HERE}movement/", f"{HERE}next/"):
        assert client.get(path).status_code == 403
    for path in ("/workspace/", "/workspace/states/MAR/"):
        assert not WORDS.search(client.get(path).content.decode())


def test_every_page_is_under_sixty_kilobytes(client_of):
    drafter = client_of("drafter")
    for path in (HERE, f"{HERE}of/MAR/", f"{HERE}movement/", f"{HERE}next/"):
        answer = drafter.get(path)
        assert len(answer.content) < 60_000, path
        assert WORDS.search(answer.content.decode()), path


# No trace of it elsewhere


def test_no_public_address_and_no_table_of_the_interface_has_a_trace_of_it(sown):
    client = Client()
    found = {}
    for path in {path if path.startswith("/") else f"/{path}" for path in public_examples()}:
        found[path] = WORDS.search(body(client.get(path)).decode("utf-8", "replace"))
    for name in TABLES:
        path = f"/api/v1/{name}?limit=1000"
        found[path] = WORDS.search(client.get(path).content.decode())
    assert len(found) > 40
    assert not {path for path, trace in found.items() if trace}


def test_no_file_of_the_export_has_a_trace_of_it(sown, tmp_path):
    export(tmp_path, known_on=datetime.now(UTC))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 10
    assert not [path.name for path in files if WORDS.search(path.read_text("utf-8", "replace"))]


def test_no_paper_has_a_trace_of_it(sown, client_of):
    papers = (statement_at("18MSP"), brief_on("MAR"), compared("16MSP", "2018-08-21"), pack_of("2026-11-22"))
    for paper in papers:
        assert not WORDS.search(as_json(paper).decode())
        assert not WORDS.search(renderer_for(".md")(paper).decode())


def test_the_hand_over_paper_tells_tasks_and_promises_and_nothing_of_nearness(sown, client_of):
    drafter = client_of("drafter")
    plan = {"as_of": datetime.now(UTC).date().isoformat(), "language": "en", "fold": "accepted"}
    made = drafter.post("/workspace/papers/new/handover/", plan)
    paper = drafter.get(made["Location"].replace("/draft/", "/file/md/")).content.decode()
    assert paper.count("zqinnerqz") == 2
    assert not re.search(r"nearness|\brungs?\b|\bladder\b", paper, re.IGNORECASE)


def test_the_members_of_the_working_group_are_told_nothing_by_the_program(sown):
    member = Actor("member", frozenset({Role.MEMBER}))
    from accede.outreach.tasks.due import due
    from accede.workspace.asking import register_of

    assert not [
        each for each in due(member, register_of(member)) if WORDS.search(f"{each.title}{each.words}{each.detail}")
    ]


def test_what_comes_with_the_program_has_no_trace_of_it():
    data = Path(shipped.__file__).parents[1] / "data"
    for path in data.glob("*.csv"):
        assert not re.search(r"nearness", path.read_text("utf-8"), re.IGNORECASE), path.name
