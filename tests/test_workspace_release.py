"""Release in the workspace: what waits, what would be seen, embargo, withdrawal, and the site as it will be."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import sleep

import pytest
from django.template import engines
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Report
from accede.publishing import answers
from accede.records.models import Event, EventKind
from accede.records.reference import Reference
from accede.records.release import release
from accede.records.retract import retract
from accede.records.review import accept
from accede.records.reviewing import Stage, stages
from accede.records.values import Source
from accede.records.write import writing
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from test_pages import Misspelt

pytestmark = pytest.mark.usefixtures("register")

ANA, BEN = operator("ana"), operator("ben")
KEY = "apmbc/CUB/report/2031-03-01"
FIRST, SECOND = Reference("report", KEY, 1), Reference("report", KEY, 2)
VALUE = f"report 1 {KEY}"
FACT = Report(
    treaty="apmbc",
    state="CUB",
    duty=ReportDuty.VOLUNTARY,
    report_state=ReportState.SUBMITTED,
    submitted=PartialDate.parse("2017-03-01"),
)
SEEN = "voluntary report submitted, 1 march 2017"
RELEASE = "/workspace/release/"


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def publisher(client_of):
    return client_of("publisher")


def text(response):
    """The words of a page, whatever its status."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def accepted(key=KEY, *, source="18msp-statement", **around):
    record(ANA, key, FACT, source=source, **around)
    accept(BEN, [Reference("report", key, 1)])
    return Reference("report", key, 1)


def letter(**around):
    source = Source(title="A letter", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.OFFICIAL)
    with writing("ana", "record") as write:
        write.record("a-letter", source, source="", **around)


def choose(client, **sent):
    """The answer to what was chosen, and the address to which it leads."""
    answer = client.post(RELEASE, sent)
    return answer, answer.headers.get("Location", "")


def number_on(page):
    return re.search(r'name="number" value="([0-9a-f]{8})"', page.content.decode())[1]


def decide(client, address, **sent):
    return client.post(address, {"number": number_on(client.get(address)), **sent})


def public():
    return text(Client().get("/states/CUB/")).casefold()


def stage(reference):
    return stages([reference])[reference].stage


def test_without_anything_it_says_what_would_stand_there(publisher):
    told = text(publisher.get(RELEASE))
    assert "Nothing waits for release." in told
    assert "What a reviewer accepts stands here" in told
    assert "Nothing is under embargo." in told


def test_what_is_accepted_is_released_after_what_would_be_seen_was(publisher):
    accepted()
    told = text(publisher.get(RELEASE))
    assert "1 accepted record waits for release." in told
    assert "Cuba" in told
    _, address = choose(publisher, version=VALUE)
    look = publisher.get(address)
    told = text(look)
    assert "Everybody would see 1 record that was not public." in told
    assert SEEN in told.casefold()
    assert "Public pages that will change Cuba Reports" in text(publisher.get(f"{address}pages/"))
    assert SEEN not in public()
    answer = publisher.post(address, {"number": number_on(look), "reason": "the meeting is over"})
    assert (answer.status_code, answer["Location"]) == (303, RELEASE)
    assert SEEN in public()
    told = text(publisher.get(RELEASE))
    assert "1 record is released." in told
    assert "UTC · publisher: the meeting is over" in told
    happened = Event.objects.get(happening=EventKind.RELEASE, key=KEY)
    assert (happened.recorded_by, happened.reason) == ("publisher", "the meeting is over")


def test_what_waits_for_review_does_not_wait_for_release(publisher):
    record(ANA, KEY, FACT, source="18msp-statement")
    assert KEY not in publisher.get(RELEASE).content.decode()
    _, address = choose(publisher, version=VALUE)
    assert publisher.get(address).status_code == 409
    assert stage(FIRST) is Stage.PENDING


def test_all_of_a_source_is_chosen_with_one_button(publisher):
    accepted()
    accepted(f"{KEY}~2")
    letter()
    accepted(f"{KEY}~3", source="a-letter")
    _, address = choose(publisher, source="18msp-statement")
    assert "Everybody would see 2 records" in text(publisher.get(address))
    _, address = choose(publisher, all="all")
    told = text(publisher.get(address))
    assert "Everybody would see 4 records" in told
    decide(publisher, address)
    assert stage(Reference("source", "a-letter", 1)) is Stage.RELEASED


def test_sources_that_go_along_are_named(publisher):
    letter()
    accepted(source="a-letter")
    _, address = choose(publisher, version=VALUE)
    assert "Sources that go along A letter" in text(publisher.get(address))


def test_what_a_source_for_fewer_holds_back_cannot_be_ticked(publisher):
    letter(classification=Classification.PRESIDENCY)
    accepted(source="a-letter")
    page = publisher.get(RELEASE)
    assert "Held back: its source is for presidency only." in text(page)
    assert re.search(rf'value="{re.escape(VALUE)}"[^>]* disabled', page.content.decode())
    _, address = choose(publisher, version=VALUE)
    assert publisher.get(address).status_code == 409
    answer, _ = choose(publisher, all="all")
    assert answer.status_code == 400


def test_what_is_for_the_presidency_stays_inside(publisher):
    accepted(classification=Classification.PRESIDENCY)
    told = text(publisher.get(RELEASE))
    assert "1 accepted record is for the presidency or the ISU alone and stays inside." in told
    _, address = choose(publisher, version=VALUE)
    assert publisher.get(address).status_code == 403


def test_what_came_from_fewer_readers_is_told_apart(publisher):
    accepted(classification=Classification.ISU)
    supersede(ANA, KEY, FACT, expected_version=1, reason="the State made it public", source="18msp-statement")
    accept(BEN, [SECOND])
    _, address = choose(publisher, version=f"report 2 {KEY}")
    told = text(publisher.get(address))
    assert "For fewer readers until now" in told
    assert "until now for ISU only" in told


def test_for_states_parties_it_is_they_who_would_see_it(publisher, client_of):
    accepted(classification=Classification.STATES_PARTIES)
    _, address = choose(publisher, version=VALUE)
    told = text(publisher.get(address))
    assert "States Parties would see 1 record that they did not see." in told
    assert "No page of the public site reads otherwise." in text(publisher.get(f"{address}pages/"))
    decide(publisher, address)
    assert SEEN not in public()
    member = text(client_of("member").get("/workspace/states/CUB/")).casefold()
    assert "1 march 2017" in member


def test_a_member_reads_what_is_released_and_nothing_else(publisher, client_of):
    member = client_of("member")
    accepted(classification=Classification.STATES_PARTIES)
    accepted(f"{KEY}~2")

    def told():
        return text(member.get("/workspace/states/CUB/")).casefold()

    assert "1 march 2017" not in told()
    release(BEN, [FIRST], at=datetime.now(UTC) + timedelta(days=1))
    assert "1 march 2017" not in told()
    assert member.get(RELEASE).status_code == 403
    assert member.get(f"{RELEASE}preview/accepted/").status_code == 403


def test_a_member_reads_it_from_the_instant_at_which_the_embargo_ends(client_of):
    member, one = client_of("member"), accepted(classification=Classification.STATES_PARTIES)
    until = datetime.now(UTC) + timedelta(seconds=1)
    release(BEN, [one], at=until)
    is_there = "1 march 2017" in text(member.get("/workspace/states/CUB/")).casefold()
    assert not is_there or datetime.now(UTC) >= until
    sleep(max((until - datetime.now(UTC)).total_seconds(), 0))
    assert "1 march 2017" in text(member.get("/workspace/states/CUB/")).casefold()


def test_the_reason_of_a_correction_is_shown_before_it_is_public(publisher):
    accepted()
    release(BEN, [FIRST])
    fact = replace(FACT, submitted=PartialDate.parse("2017-04-02"))
    supersede(ANA, KEY, fact, expected_version=1, reason="the day of the letter", source="18msp-statement")
    accept(BEN, [SECOND])
    assert "Becomes public with it, as the reason of the correction: the day of the letter" in text(
        publisher.get(RELEASE)
    )
    assert "the day of the letter" not in text(Client().get("/corrections/"))
    _, address = choose(publisher, version=f"report 2 {KEY}")
    told = text(publisher.get(address))
    assert "What the page of corrections will tell everybody" in told
    assert "1 March 2017 → 2 April 2017" in told
    assert "the day of the letter" in told
    decide(publisher, address)
    assert "1 March 2017 → 2 April 2017 the day of the letter" in text(Client().get("/corrections/"))


def test_what_changed_meanwhile_is_shown_again_and_nothing_is_released(publisher):
    letter()
    accepted(source="a-letter")
    other = accepted(f"{KEY}~2", source="a-letter")
    _, address = choose(publisher, version=[VALUE, f"report 1 {KEY}~2"])
    number = number_on(publisher.get(address))
    release(BEN, [other])
    answer = publisher.post(address, {"number": number, "reason": "as typed"})
    assert answer.status_code == 409
    assert "has changed meanwhile" in text(answer)
    assert "as typed" in answer.content.decode()
    assert stage(FIRST) is Stage.ACCEPTED
    assert publisher.post(address, {"number": number_on(answer)}).status_code == 303
    assert stage(FIRST) is Stage.RELEASED


def test_without_its_number_nothing_is_released(publisher):
    accepted()
    _, address = choose(publisher, version=VALUE)
    assert publisher.post(address).status_code == 409
    assert stage(FIRST) is Stage.ACCEPTED


def test_an_embargo_is_in_utc_and_nobody_sees_anything_before_its_end(publisher):
    accepted()
    until = (datetime.now(UTC) + timedelta(days=3, minutes=5)).replace(second=0, microsecond=0)
    _, address = choose(publisher, version=VALUE, when="at", at=f"{until:%Y-%m-%dT%H:%M}")
    told = text(publisher.get(address))
    assert f"{until:%H:%M} UTC, in 3 days" in told
    before = answers.standpoint().key
    decide(publisher, address)
    assert SEEN not in public()
    assert answers.standpoint().key == before
    page = publisher.get(RELEASE)
    told = text(page)
    assert "1 is under embargo, until" in told
    assert "Set by publisher" in told
    ahead = re.search(rf'href="({RELEASE}preview/at-\d+/)"', page.content.decode())[1]
    assert SEEN in text(publisher.get(f"{ahead}states/CUB/")).casefold()
    assert SEEN not in text(publisher.get(f"{RELEASE}preview/accepted/states/CUB/")).casefold()


@pytest.mark.parametrize(
    ("at", "said"), [("", "is no date and time"), ("soon", "is no date and time"), ("2020-01-01T10:00", "has passed")]
)
def test_an_instant_that_cannot_be_is_asked_for_again_and_nothing_typed_is_lost(publisher, at, said):
    accepted()
    answer, _ = choose(publisher, version=VALUE, when="at", at=at)
    assert answer.status_code == 400
    assert said in text(answer)
    page = answer.content.decode()
    assert re.search(rf'value="{re.escape(VALUE)}"[^>]* checked', page)
    assert f'value="{at}" step="any"' in page


def test_nothing_chosen_or_what_no_box_names_is_asked_for_again(publisher):
    answer, _ = choose(publisher)
    assert "Nothing is chosen. Tick at least one record." in text(answer)
    answer, _ = choose(publisher, version="../etc")
    assert answer.status_code == 400
    _, address = choose(publisher, version="report 1 none/such")
    assert publisher.get(address).status_code == 404
    assert publisher.get(f"{RELEASE}look/0123456789abcdef/").status_code == 404


def test_an_embargo_ends_early_or_is_lifted_unseen(publisher):
    accepted()
    other = accepted(f"{KEY}~2")
    until = datetime.now(UTC) + timedelta(days=1)
    release(BEN, [FIRST, other], at=until)
    _, address = choose(publisher, version=VALUE)
    decide(publisher, address)
    assert stage(FIRST) is Stage.RELEASED
    _, address = choose(publisher, version=f"report 1 {KEY}~2", withdraw="yes")
    assert "Nobody outside has seen it." in text(publisher.get(address))
    answer = publisher.post(address, {"reason": " "})
    assert answer.status_code == 400
    assert "A reason is wanting. Say why." in text(answer)
    assert publisher.post(address, {"reason": "not yet"}).status_code == 303
    assert stage(other) is Stage.WITHDRAWN
    assert "Withdrawn, can be released again" in text(publisher.get(RELEASE))


def test_a_release_is_taken_back_with_a_reason_that_stays_inside(publisher):
    accepted()
    _, address = choose(publisher, version=VALUE)
    decide(publisher, address)
    acts = re.findall(rf'href="({RELEASE}act/\d+/)"', publisher.get(RELEASE).content.decode())
    page = publisher.get(acts[0])
    assert "Released by publisher" in text(page)
    assert VALUE in page.content.decode()
    _, address = choose(publisher, version=VALUE, withdraw="yes")
    told = text(publisher.get(address))
    assert "Nothing will be shown in its place." in told
    assert "neither what it was nor why" in told
    publisher.post(address, {"reason": "a reason for us"})
    assert SEEN not in public()
    assert "a reason for us" not in text(Client().get("/corrections/"))
    assert "No longer public" in text(Client().get("/corrections/"))
    assert publisher.get(address).status_code == 404
    assert "Not released any more" in text(publisher.get(acts[0]))


def test_of_a_withdrawn_correction_the_version_before_is_shown_again(publisher):
    accepted()
    release(BEN, [FIRST])
    supersede(ANA, KEY, FACT, expected_version=1, reason="why", source="17msp-status-paper")
    accept(BEN, [SECOND])
    release(BEN, [SECOND])
    _, address = choose(publisher, version=f"report 2 {KEY}", withdraw="yes")
    assert "Version 1 will be shown again." in text(publisher.get(address))


def test_what_ended_cannot_be_withdrawn(publisher):
    accepted()
    release(BEN, [FIRST])
    _, address = choose(publisher, version=VALUE, withdraw="yes")
    retract(BEN, FIRST, reason="another State's")
    assert publisher.get(address).status_code == 409


def test_the_preview_is_the_site_with_what_is_accepted_and_leads_to_itself_alone(publisher):
    accepted()
    page = publisher.get(f"{RELEASE}preview/accepted/states/CUB/")
    told = page.content.decode()
    assert SEEN in text(page).casefold()
    assert "Preview, not public. The site as it will be when 1 accepted record is released." in text(page)
    assert page["Cache-Control"] == "no-store, private"
    assert "script-src" not in page["Content-Security-Policy"]
    body = told.replace(f'href="{RELEASE}"', "")
    assert set(re.findall(r'(?:href|action)="(/[^/"]+/[^/"]*)', body)) <= {
        "/workspace/release",
        "/static/publishing",
        "/static/workspace",
    }
    assert f'href="{RELEASE}preview/accepted/fr/states/CUB/"' in told
    assert SEEN not in public()


def test_pages_of_past_days_other_languages_and_searches_are_previewed_too(publisher):
    accepted()
    before = f"{RELEASE}preview/accepted/"
    assert 'lang="ar" dir="rtl"' in publisher.get(f"{before}ar/states/CUB/").content.decode()
    asked = publisher.get(f"{before}states/CUB/", {"as_of": "2016-01-01"})
    assert asked["Location"] == f"{before}on/2016-01-01/states/CUB/"
    assert SEEN not in text(publisher.get(asked["Location"])).casefold()
    assert "result" in text(publisher.get(f"{before}search/", {"q": "Cuba"}))
    assert publisher.get(f"{before}data/states.csv").status_code == 404
    assert publisher.get(f"{before}no/such/").status_code == 404
    assert publisher.get(f"{RELEASE}preview/no-such/").status_code == 404
    assert publisher.get(f"{before}on/1990-01-01/states/CUB/").status_code == 409


def test_the_preview_shows_nothing_of_what_is_for_fewer(publisher):
    accepted(classification=Classification.STATES_PARTIES)
    assert SEEN not in text(publisher.get(f"{RELEASE}preview/accepted/states/CUB/")).casefold()


def test_what_is_chosen_can_be_previewed_before_it_is_decided(publisher):
    accepted()
    accepted(f"{KEY}~2")
    _, address = choose(publisher, version=VALUE)
    part = publisher.get(f"{address}pages/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    ahead = re.search(rf'href="({RELEASE}preview/[0-9a-f]{{16}}/)states/CUB/"', part)[1]
    assert SEEN in text(publisher.get(f"{ahead}states/CUB/")).casefold()


def test_a_reviewer_may_look_ahead_and_release_nothing(client_of):
    accepted()
    reviewer = client_of("reviewer")
    assert SEEN in text(reviewer.get(f"{RELEASE}preview/accepted/states/CUB/")).casefold()
    assert reviewer.get(RELEASE).status_code == 403
    assert reviewer.post(RELEASE, {"version": VALUE}).status_code == 403
    for role in ("drafter", "clearer", "administrator"):
        assert client_of(role).get(f"{RELEASE}preview/accepted/").status_code == 403


def test_the_number_of_queries_does_not_grow_with_what_waits(publisher, django_assert_max_num_queries):
    for number in range(2):
        accepted(f"{KEY}~{number}")
    publisher.get(RELEASE)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        publisher.get(RELEASE)
    of_two = len(found)  # counted now: the next request empties the log
    for number in range(2, 7):
        accepted(f"{KEY}~{number}")
    publisher.get(RELEASE)  # what was written since is looked through once
    with django_assert_max_num_queries(of_two):
        publisher.get(RELEASE)
