"""What the site answers to those who mean it harm, or who only ask oddly."""

import json
from itertools import islice

import pytest
from django.test import Client

from accede.accounts.actor import operator
from accede.evidence.models import StatementVersion
from accede.evidence.record import add, record
from accede.evidence.values import Statement
from accede.publishing.addresses import filled
from accede.publishing.held import register_of
from accede.publishing.pages import PAGES
from accede.publishing.standpoint import standpoint
from accede.records.models import EventKind, SourceVersion
from accede.records.values import Source
from accede.records.write import writing
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.statements import Channel, TextKind
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

SCRIPT = "</title></script><script>alert('qzharm')</script>“ onload=qzharm"
SECRET = "qzsecret"


@pytest.fixture
def site():
    return Client()


def source(key, *, title="A paper", url="", classification=Classification.PUBLIC, is_released=True):
    fact = Source(title=title, kind=SourceKind.WEB_PAGE, grade=SourceGrade.UN, url=url)
    with writing("ana", "record", reason="a source") as write:
        add(write, key, fact, source=key, classification=classification)
    if is_released:
        judge("ana", EventKind.RELEASE, SourceVersion, key)


def statement(of, said="We will look at the Convention again.", **further):
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="17MSP",
        said=PartialDate.parse("2018-11-27"),
        citation=further.pop("citation", "17MSP, 2018"),
        channel=Channel.STATEMENT,
        text_kind=TextKind.REPORTED,
        text=said,
    )
    record(operator("ana"), "apmbc/BHR/statement/17MSP", fact, source=of, source_text=said, **further)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/17MSP")


@pytest.mark.parametrize("address", ["/states/MAR/", "/data/states.csv", "/api/v1/states", "/feeds/all.atom"])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"x",{}', '"x" , W/{}', '{},"y"'])
def test_a_tag_is_known_in_a_list_and_marked_weak_by_a_proxy(site, address, form):
    tag = site.get(address)["ETag"]
    again = site.get(address, headers={"If-None-Match": form.format(tag)})
    assert (again.status_code, again.content) == (304, b"")


def test_a_tag_of_something_else_is_no_reason_to_send_nothing(site):
    assert site.get("/states/MAR/", headers={"If-None-Match": '"x", W/"y"'}).status_code == 200


def test_the_front_page_of_the_last_day_of_the_calendar_is_no_heavier_than_todays(site):
    far, today = (len(site.get(address).content) for address in ("/on/9999-12-31/", "/"))
    assert far < today * 1.2


@pytest.mark.parametrize("kind", [kind for kind in PAGES.values() if kind.has_days], ids=lambda kind: kind.name)
@pytest.mark.parametrize("day", ["9999-12-31", "1997-09-18"])
def test_a_page_answers_on_the_first_and_the_last_day_there_is(site, kind, day):
    for of in islice(kind.every(register_of(standpoint())), 2):
        assert site.get(f"/on/{day}/{filled(kind.route, of)}").status_code in (200, 404)


@pytest.mark.parametrize("address", ["/", "/data/states.csv", "/api/v1/states"])
def test_an_answer_to_head_has_the_length_and_no_body(site, address):
    got = site.get(address)
    asked = site.head(address)
    assert (asked.content, asked["ETag"]) == (b"", got["ETag"])
    assert asked["Content-Length"] == got["Content-Length"]


def test_a_wrong_value_among_several_is_told_alone(site):
    told = site.get("/api/v1/statements?state=ARM,Armenia")
    assert told.status_code == 400
    assert [each["parameter"] for each in json.loads(told.content)["errors"]] == ["state"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "//evil.example/"]
)
def test_an_address_that_is_none_of_the_web_is_no_link_and_not_told(site, address):
    source("odd-source", title="An odd source", url=address)
    statement("odd-source")
    for page in (
        "/states/BHR/",
        "/statements/?state=BHR",
        "/fr/states/BHR/",
        "/data/sources.csv",
        "/api/v1/sources?limit=1000",
    ):
        body = site.get(page).content.decode()
        assert "An odd source" in body or page.startswith("/statements"), page
        assert address not in body


ADDRESSES = (
    "/",
    "/states/BHR/",
    "/statements/",
    "/changes/?from=2018-01-01",
    "/search/?q=onload",
    "/meetings/17MSP/",
    "/corrections/",
    "/feeds/all.atom",
    "/feeds/BHR.atom",
)
FILES = (
    "/data/",
    "/data/statements.csv",
    "/data/statements.json",
    "/data/sources.csv",
    "/data/dataset.jsonld",
    "/data/datapackage.json",
    "/embed/states/",
    *(f"/api/v1/{table}?limit=1000" for table in ("statements", "sources", "status", "changes")),
)


def every_answer(site):
    """The answers that tell of a statement of Bahrain, by address."""
    pages = [f"{before}{page}" for before in ("", "/fr", "/ar") for page in ADDRESSES]
    found = {address: site.get(address) for address in (*pages, *FILES)}
    assert {answer.status_code for answer in found.values()} == {200}
    return found


def test_markup_in_the_texts_of_the_register_is_text_everywhere(site):
    source("harmful-source", title=f"title {SCRIPT}", url="https://a.example/?\"><script>alert('qzharm')</script>")
    statement("harmful-source", said=f"We said {SCRIPT}", citation=f"17MSP {SCRIPT}", locator=f"page {SCRIPT}")
    for address, answer in every_answer(site).items():
        if answer["Content-Type"].startswith(("text/html", "application/atom")):
            body = answer.content.decode()
            assert "<script>alert" not in body, address
            assert "</title></script>" not in body, address
            assert '" onload' not in body, address
    assert "&lt;script&gt;alert" in site.get("/states/BHR/").content.decode()
    assert "qzharm" in site.get("/feeds/BHR.atom").content.decode()


def test_a_source_for_fewer_readers_is_not_told_by_what_is_public_and_cites_it(site):
    source(
        f"{SECRET}-key",
        title=f"{SECRET} title",
        url=f"https://{SECRET}.example/",
        classification=Classification.PRESIDENCY,
    )
    statement(f"{SECRET}-key", locator="paragraph 4")
    answers = every_answer(site)
    assert "17MSP, 2018" in answers["/states/BHR/"].content.decode()
    assert [address for address, answer in answers.items() if SECRET in answer.content.decode()] == []


def test_a_release_to_fewer_readers_moves_nothing(site):
    before, tag = standpoint(), site.get("/")["ETag"]
    source(f"{SECRET}-key", title="A letter", classification=Classification.PRESIDENCY)
    assert standpoint().key == before.key
    assert site.get("/")["ETag"] == tag


class Gone:
    """A request whose sender is gone before it is whole."""

    def read(self, *size):
        raise OSError("gone")

    readline = read

    def close(self):
        """Nothing is held open."""


def test_a_form_whose_sender_is_gone_is_no_fault_of_ours(rf):
    from accede.publishing.api.reconcile.service import reconcile

    request = rf.post("/api/v1/reconcile", "queries=%7B%7D", content_type="application/x-www-form-urlencoded")
    request._stream = Gone()
    assert reconcile(request).status_code == 408
