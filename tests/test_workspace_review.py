"""Review: what waits, by source; one record beside the passage of its source; accepted, returned, commented by a second person."""

import re

import pytest
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role
from accede.evidence.record import record
from accede.evidence.values import Report, Statement
from accede.intake import copies
from accede.records import kept
from accede.records.keep_source import keep_source
from accede.records.models import Event, EventKind
from accede.records.reference import Reference
from accede.records.reviewing import Stage, stages
from accede.records.values import Source
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind
from accede.workspace.records.passage import Anchor, passage
from test_pages import Misspelt

pytestmark = pytest.mark.usefixtures("register")

QUEUE = "/workspace/review/"
LETTER = """A letter of the Permanent Mission

Cuba thanks the President for the letter of 2 March.
Cuba shares the humanitarian aims of the Convention and
will look at its position again in 2027. It has nothing to add.
Cuba shares the aims of many treaties.
"""
WORDS = "Cuba shares the humanitarian aims of the Convention and will look at its position again in 2027."


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.ACCEDE_HOME = tmp_path


DRAFTER = Actor("drafter", frozenset({Role.DRAFTER}))


def report(key="apmbc/CUB/report/2026-03-01", *, actor=DRAFTER, source="18msp-statement", **around):
    fact = Report(
        treaty="apmbc",
        state=key.split("/")[1],
        duty=ReportDuty.VOLUNTARY,
        report_state=ReportState.SUBMITTED,
        submitted=PartialDate.parse("2026-03-01"),
    )
    record(actor, key, fact, source=source, **around)
    return Reference("report", key, 1)


def statement():
    source = Source(title="A letter of Cuba.txt", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    keep_source(DRAFTER, "letter-cuba", source, LETTER.encode())
    fact = Statement(
        treaty="apmbc",
        state="CUB",
        occasion="",
        said=PartialDate.parse("2026-03-01"),
        citation="Letter of 1 March 2026",
        channel=Channel.INFORMATION_SENT,
        text_kind=TextKind.QUOTATION,
        text=WORDS,
    )
    record(DRAFTER, "apmbc/CUB/statement/99", fact, source="letter-cuba", source_text=LETTER)
    return Reference("statement", "apmbc/CUB/statement/99", 1)


def text(answer):
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def stage(reference):
    return stages([reference])[reference].stage


def test_an_empty_queue_says_what_would_fill_it(client_of):
    told = text(client_of("reviewer").get(QUEUE))
    assert "Nothing waits for review." in told
    assert "until a second person has accepted it" in told


def test_a_record_is_reviewed_beside_the_passage_and_the_next_opens(client_of):
    first, second = statement(), report()
    reviewer = client_of("reviewer")
    told = text(reviewer.get(QUEUE))
    assert "2 records of others wait for review." in told
    assert "A letter of Cuba.txt 1 record" in told
    page = reviewer.get(f"{QUEUE}statement/{first.key}")
    assert f"<mark>{WORDS}</mark> It has nothing to add." in page.text
    assert page.text.count("<mark>") == 1
    assert "Words of the source" in text(page)
    answer = reviewer.post(page.request["PATH_INFO"], {"what": "accept", "version": 1, "said": ""})
    assert (answer.status_code, answer["Location"]) == (303, f"{QUEUE}report/{second.key}")
    assert (stage(first), stage(Reference("source", "letter-cuba", 1))) == (Stage.ACCEPTED, Stage.ACCEPTED)
    assert "Accepted: Cuba." in text(reviewer.get(answer["Location"]))
    answer = reviewer.post(answer["Location"], {"what": "accept", "version": 1})
    assert answer["Location"] == QUEUE
    assert "Nothing waits for review." in text(reviewer.get(QUEUE))


def test_the_queue_is_narrowed_and_the_next_is_of_what_was_narrowed_to(client_of):
    cuba, armenia = report(), report("apmbc/ARM/report/2026-03-01")
    georgia = report("apmbc/GEO/report/2026-03-01", actor=operator("ana"))
    reviewer = client_of("reviewer")
    assert "apmbc/ARM" not in reviewer.get(f"{QUEUE}?state=CUB").text
    narrowed = reviewer.get(f"{QUEUE}?by=drafter").text
    assert f"{QUEUE}report/{armenia.key}?by=drafter" in narrowed
    assert georgia.key not in narrowed
    answer = reviewer.post(f"{QUEUE}report/{armenia.key}?by=drafter", {"what": "accept", "version": 1})
    assert answer["Location"] == f"{QUEUE}report/{cuba.key}?by=drafter"
    assert "Nothing that waits fits all of these together." in text(reviewer.get(f"{QUEUE}?state=MAR"))


def test_one_returns_with_a_reason_and_comments_without_losing_what_was_typed(client_of):
    reference = report()
    reviewer, at = client_of("reviewer"), f"{QUEUE}report/apmbc/CUB/report/2026-03-01"
    answer = reviewer.post(at, {"what": "return", "version": 1, "said": ""})
    assert answer.status_code == 409
    assert "To return a record needs a reason." in text(answer)
    reviewer.post(at, {"what": "comment", "version": 1, "said": "Is this the covering letter?"})
    assert "Is this the covering letter?" in text(reviewer.get(at))
    reviewer.post(at, {"what": "return", "version": 1, "said": "The day is that of the letter."})
    assert stage(reference) is Stage.RETURNED
    assert "reviewer: The day is that of the letter." in text(client_of("drafter").get(f"{QUEUE}?stage=returned"))
    answer = reviewer.post(at, {"what": "accept", "version": 2, "said": "Now it is right."})
    assert answer.status_code == 404


def test_nobody_accepts_what_they_recorded_themselves(client_of):
    reference = report(actor=Actor("reviewer", frozenset({Role.REVIEWER})))
    reviewer = client_of("reviewer")
    at = f"{QUEUE}report/{reference.key}"
    assert 'value="accept"' not in reviewer.get(at).text
    assert "1 of your own waits for somebody else." in text(reviewer.get(QUEUE))
    answer = reviewer.post(at, {"what": "accept", "version": 1, "said": "As the source says."})
    assert answer.status_code == 409
    assert "two persons are needed" in text(answer)
    assert "As the source says." in answer.text


def test_a_batch_of_one_source_is_accepted_at_once_without_ones_own(client_of):
    first, second = report(), report("apmbc/ARM/report/2026-03-01")
    own = report("apmbc/GEO/report/2026-03-01", actor=operator("reviewer"))
    elsewhere = report("apmbc/AZE/report/2026-03-01", source="17msp-status-paper")
    reviewer = client_of("reviewer")
    page = reviewer.get(QUEUE)
    assert "Accept all 2 of this source without 1 of your own" in text(page)
    told = f"report 1 {first.key}\nreport 1 {second.key}"
    assert told in page.text
    answer = reviewer.post(f"{QUEUE}accept/", {"references": told})
    assert "2 records were accepted." in text(reviewer.get(answer["Location"]))
    assert {each: stage(each) for each in (first, second, own, elsewhere)} == {
        first: Stage.ACCEPTED,
        second: Stage.ACCEPTED,
        own: Stage.PENDING,
        elsewhere: Stage.PENDING,
    }
    assert reviewer.post(f"{QUEUE}accept/", {"references": "report 1 apmbc/none"}).status_code == 404
    assert reviewer.post(f"{QUEUE}accept/", {"references": "nonsense"}).status_code == 400


def test_who_does_not_review_sees_the_queue_and_comments_alone(client_of):
    reference = report()
    drafter, at = client_of("publisher"), f"{QUEUE}report/{reference.key}"
    assert "1 record of others waits for review." in text(drafter.get(QUEUE))
    assert 'value="accept"' not in drafter.get(at).text
    assert drafter.post(at, {"what": "accept", "version": 1}).status_code == 403
    assert drafter.post(f"{QUEUE}accept/", {"references": f"report 1 {reference.key}"}).status_code == 403
    drafter.post(f"{QUEUE}comment/report/{reference.key}", {"said": "Seen."})
    assert Event.objects.get(happening=EventKind.COMMENT).reason == "Seen."
    for role in ("member", "administrator"):
        assert client_of(role).get(QUEUE).status_code == 403
        assert client_of(role).get(at).status_code == 403


def test_what_is_for_fewer_is_not_there_for_the_others(client_of):
    reference = report(classification=Classification.ISU)
    clearer = client_of("clearer")
    assert "Nothing waits for review." in text(clearer.get(QUEUE))
    unread = clearer.get(f"{QUEUE}report/{reference.key}")
    absent = clearer.get(f"{QUEUE}report/apmbc/CUB/report/2026-04-01")
    assert (unread.status_code, absent.status_code) == (404, 404)
    assert text(unread).replace("2026-03-01", "2026-04-01") == text(absent)
    assert clearer.post(f"{QUEUE}comment/report/{reference.key}", {"said": "?"}).status_code == 404


def test_the_number_of_queries_does_not_grow_with_what_waits(client_of, django_assert_max_num_queries):
    report()
    reviewer = client_of("reviewer")
    reviewer.get(QUEUE)
    with CaptureQueriesContext(connection) as asked:
        reviewer.get(QUEUE)
    few = len(asked)
    for iso3 in ("ARM", "GEO", "AZE", "LBY", "MAR"):
        report(f"apmbc/{iso3}/report/2026-03-01")
    reviewer.get(QUEUE)
    with django_assert_max_num_queries(few):
        reviewer.get(QUEUE)


def test_without_a_kept_copy_the_place_says_what_would_stand_there(client_of):
    report()
    told = text(client_of("reviewer").get(f"{QUEUE}report/apmbc/CUB/report/2026-03-01"))
    assert "No copy of the source is kept that can be read." in told


def marked(found):
    return [piece.text for paragraph in found.paragraphs for piece in paragraph if piece.is_marked]


def test_of_several_places_the_one_between_the_words_of_the_anchor_is_marked():
    source = "We vote for it.\nBefore: we vote for it. After.\nWe vote for it."
    found = passage(source, Anchor("we vote for it.", prefix="Before:", suffix="After."))
    assert marked(found) == ["we vote for it."]
    assert found.is_exact


def test_typesetting_does_not_hide_a_passage_and_an_ellipsis_leaves_out():
    source = "It said that “mines\u00a0are — always —\nwrong”, and much more, and that it will join."
    assert marked(passage(source, Anchor('"mines are - always - wrong" (...) it will join'))) == [
        "“mines\u00a0are — always —",
        "wrong”",
        "it will join",
    ]


def test_without_words_the_line_that_names_most_of_it_is_marked():
    source = "\n".join(["Armenia and Georgia"] * 10 + ["Armenia reported on 1 March 2026."] + ["Georgia"] * 20)
    found = passage(source, Anchor(names=("Armenia", "1 March 2026")))
    assert marked(found) == ["Armenia", "1 March 2026"]
    assert (found.is_exact, found.before, found.after) == (False, 4, 14)
    assert passage("Nothing of it.", Anchor(names=("Armenia", "1 March 2026"))).is_found is False


def test_a_copy_that_is_gone_hides_nothing_else(client_of):
    reference = statement()
    for path in kept.files():
        path.unlink()
    copies._read.cache_clear()
    assert "No copy of the source is kept" in text(client_of("reviewer").get(f"{QUEUE}statement/{reference.key}"))


def test_who_is_not_signed_in_is_asked_to(client_of):
    assert Client().get(QUEUE).status_code == 302
