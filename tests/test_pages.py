"""The pages that `accede serve` shows: the headline, the States outside, a State's dossier."""

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accede.accounts.actor import operator
from accede.evidence.models import ReportVersion, StatementVersion
from accede.evidence.record import record
from accede.evidence.values import Statement
from accede.overview.dossier import dossier, dossier_of
from accede.publishing import addresses, answers, held
from accede.publishing.api import envelope, held_rows
from accede.publishing.held import register_of
from accede.publishing.languages import LANGUAGES
from accede.publishing.standpoint import standpoint
from accede.records import guard
from accede.records.models import EventKind, SourceVersion
from accede.register.models import StateVersion, TreatyActionVersion
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import Channel, TextKind
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

WORDS = "“We will look at the Convention again next year.”"


NOTES = ("last-participation column", "told by a page")
OUTSIDE = (
    "ARM",
    "CHN",
    "CUB",
    "EGY",
    "GEO",
    "IND",
    "IRN",
    "ISR",
    "KOR",
    "MMR",
    "NPL",
    "PAK",
    "RUS",
    "SGP",
    "USA",
    "VNM",
)


class Misspelt(str):
    """What Django prints for a variable that is not there: here it is an error."""

    def __contains__(self, item):
        return True

    def __mod__(self, name):
        raise AssertionError(f"a template asks for {name}, which is not there")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture
def site():
    return Client()


def text(response):
    """The words of a page."""
    assert response.status_code == 200, response.content[:500]
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def said_something_new():
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="17MSP",
        said=PartialDate.parse("2018-11-27"),
        citation="17MSP, 2018",
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION,
        text=WORDS,
    )
    record(operator("ana"), "apmbc/BHR/statement/17MSP", fact, source="17msp-status-paper", source_text=WORDS)


def test_the_front_page_opens_with_the_answer(site):
    page = text(site.get("/on/2018-08-21/"))
    assert "164 States have joined; 33 remain outside, as of 21 August 2018." in page
    assert "You are reading the register as of 21 August 2018" in page


def test_every_state_outside_leads_to_its_dossier_on_the_same_day(site):
    page = site.get("/on/2018-08-21/").content.decode()
    links = re.findall(
        r'<th scope="row"><a href="(/on/2018-08-21/states/[A-Z]{3}/)"', page[page.index('id="outside"') :]
    )
    assert len(links) == 33
    assert text(site.get(links[0])).count("as of 21 August 2018") >= 2


def test_today_has_no_day_in_its_address_and_names_who_is_uncertain(site):
    page = text(site.get("/"))
    assert "You are reading" not in page
    assert "Uncertain: Lebanon" in page


def test_a_day_asked_for_leads_to_its_address(site):
    assert site.get("/", {"as_of": "2018-08-21"})["Location"] == "/on/2018-08-21/"
    assert site.get("/states/MAR/", {"as_of": "2018-08-21"})["Location"] == "/on/2018-08-21/states/MAR/"


def test_a_dossier_marks_a_summary_as_ours(site):
    page = text(site.get("/on/2018-08-21/states/MAR/"))
    assert "Our summary, not the State’s words Morocco calls accession a strategic objective" in page
    assert "What we do not know" in page


def test_a_state_without_a_word_is_told_so(site):
    page = text(site.get("/on/2018-08-21/states/BHR/"))
    assert "No official information is held." in page
    assert "Bahrain has made no statement that we hold." in page
    assert "We hold no word of its own on these questions: its reasons for staying outside" in page


def test_both_sides_of_a_contradiction_are_shown(site):
    assert "Contradictions" in text(site.get("/on/2018-08-21/states/KOR/"))


def test_each_source_that_is_cited_is_listed(site):
    page = site.get("/states/LBN/").content.decode()
    cited = set(re.findall(r'href="#source-([^"]+)"', page))
    listed = set(re.findall(r'id="source-([^"]+)"', page))
    assert cited
    assert cited <= listed


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31"])
def test_a_day_before_our_dates_has_no_page_and_is_no_fault(site, day):
    for address in (f"/on/{day}/", f"/on/{day}/states/MAR/", f"/?as_of={day}"):
        assert site.get(address).status_code == 404


def test_a_clock_that_a_page_cannot_set_is_refused(site):
    for address in ("/?known_on=2026-11-22", "/states/MAR/?known_on=2026-11-22"):
        response = site.get(address)
        assert response.status_code == 404
        assert "take no known_on" in response.content.decode()


@pytest.mark.parametrize("iso3", ["MAR", "KOR", "LBN", "AZE", "IND", "LKA", "GEO", "VNM"])
def test_a_dossier_prints_neither_our_notes_nor_our_keys(site, iso3):
    page = text(site.get(f"/states/{iso3}/"))
    for ours in (*SourceVersion.objects.values_list("key", flat=True), *NOTES):
        assert not re.search(rf"(?<![\w.-]){re.escape(ours)}(?![\w-])", page), ours
    for each in (*ReportVersion.objects.filter(state=iso3), *TreatyActionVersion.objects.filter(state=iso3)):
        assert not each.note or each.note not in page


def test_a_dossier_cites_titles_with_their_days_and_writes_numbers_as_people_do(site):
    page = text(site.get("/states/KOR/"))
    assert "407\xa0800" in page or "407 800" in page
    assert "407800" not in page
    assert "said by 22 November 2026" in " ".join(text(site.get(f"/states/{iso3}/")) for iso3 in OUTSIDE)


def test_attendance_that_does_not_count_is_explained(site):
    page = text(site.get("/on/2018-08-21/states/KOR/"))
    assert "only these count for when it last took part" in page
    assert "a Meeting of the States Parties or a Review Conference" in page


def test_words_that_are_not_released_are_nowhere_and_then_they_are(site):
    said_something_new()
    addresses = ("/", "/states/BHR/", "/on/2026-01-01/states/BHR/")
    assert not any(WORDS in site.get(address).content.decode() for address in addresses)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/17MSP")
    assert WORDS in site.get("/states/BHR/").content.decode()
    assert WORDS not in site.get("/on/2018-11-26/states/BHR/").content.decode()


def test_an_embargo_holds_until_its_instant(site):
    said_something_new()
    later = datetime.now(UTC) + timedelta(days=30)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/17MSP", effective_at=later)
    assert WORDS not in site.get("/states/BHR/").content.decode()


def test_words_are_escaped(site):
    fact = Statement(
        treaty="apmbc",
        state="BHR",
        occasion="",
        said=PartialDate.parse("2019"),
        citation="<b>2019</b>",
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION,
        text="<script>alert(1)</script>",
    )
    record(operator("ana"), "apmbc/BHR/statement/x", fact, source="17msp-status-paper", source_text=fact.text)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/x")
    page = site.get("/states/BHR/").content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    "address", ["/nowhere", "/states/XYZ/", "/states/mar/", "/on/2018-02-31/", "/on/yesterday/", "/?as_of=yesterday"]
)
def test_an_address_that_is_not_there_says_what_to_do(site, address):
    response = site.get(address)
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_a_page_brings_everything_itself_and_runs_nothing(site):
    for address in ("/", "/states/MAR/", "/nowhere"):
        response = site.get(address)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script" not in policy
        assert "unsafe" not in policy
        assert response["X-Content-Type-Options"] == "nosniff"
        page = response.content.decode()
        assert "<script" not in page
        assert " style=" not in page


def test_a_page_with_its_style_and_without_its_pictures_is_under_60_kilobytes(site):
    from accede.publishing import apps

    style = (apps.__file__).replace("apps.py", "static/publishing/accede.css")
    with open(style, "rb") as file:  # noqa: PTH123
        size = len(file.read())
    for address in ("/", "/states/MAR/", "/states/LBN/"):
        page = re.sub(rb'<figure class="pictured".*?</figure>', b"", site.get(address).content, flags=re.DOTALL)
        assert len(page) + size < 60_000


ADDRESSES = ("/", "/states/", "/states/MAR/", "/votes/", "/on/2018-08-21/attendance/", "/api/v1/states")


def queries_of(site, address):
    """How many queries an answer takes that nothing is kept of."""
    forget_everything()
    with CaptureQueriesContext(connection) as found:
        assert site.get(address).status_code == 200, address
    return len(found)


def forget_everything():
    for kept in (answers, held):
        kept.forget()
    envelope._kept.clear()
    held_rows._held.clear()


def test_the_number_of_queries_does_not_grow_with_the_states(site, request):
    request.addfinalizer(forget_everything)  # what is kept of ten States is none of the next test's
    for address in ADDRESSES:
        site.get(address)  # what a process asks once only
    of_all = {address: queries_of(site, address) for address in ADDRESSES}
    keep_ten_states()
    assert {address: queries_of(site, address) for address in ADDRESSES} == of_all
    assert site.get("/api/v1/states").json()["count"] == 10


def keep_ten_states():
    """A register of ten States and what is held of them; all is rolled back after the test."""
    ten = sorted((*OUTSIDE[:7], "MAR", "FRA", "MOZ"))
    guard.take_down()
    with connection.cursor() as cursor:
        for model in (StateVersion, TreatyActionVersion):
            column = "key" if model is StateVersion else "state"
            cursor.execute(
                f"DELETE FROM {model._meta.db_table} WHERE {column} NOT IN ({', '.join(['%s'] * len(ten))})",
                ten,
            )


def test_pages_only_answer_to_reading(site):
    assert site.post("/").status_code == 405
    assert site.head("/").status_code == 200


class Outline(HTMLParser):
    """Checks that tags are closed in order, and gathers ids."""

    VOID = frozenset({"meta", "link", "input", "br"})

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.headings = [], [], []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "address", ["/", "/on/2018-08-21/", "/states/MAR/", "/states/BHR/", "/states/FRA/", "/nowhere"]
)
def test_markup_is_well_formed_with_headings_in_order(site, address):
    outline = Outline()
    outline.feed(site.get(address).content.decode())
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))


@pytest.mark.parametrize("iso3", ["FRA", "SSD", "EST", "MHL", "USA", "LBY", "VAT", "PSE", "COK"])
def test_every_kind_of_state_has_a_dossier(site, iso3):
    assert site.get(f"/states/{iso3}/").status_code == 200
    assert site.get(f"/on/1998-01-01/states/{iso3}/").status_code == 200


def test_before_the_convention_there_is_nothing_to_show(site):
    response = site.get("/on/1996-01-01/")
    assert response.status_code == 404
    assert "18 September 1997" in response.content.decode()


def test_a_language_is_offered_only_when_its_words_are_there(site):
    assert site.get("/fr/").status_code == (200 if "fr" in LANGUAGES else 404)
    assert ('class="languages"' in site.get("/").content.decode()) == (len(LANGUAGES) > 1)


def test_addresses_say_language_day_and_what_they_name():
    named = {"iso3": "MAR"}
    day = date(2018, 8, 21)
    assert addresses.address("states/<iso3:iso3>/", named, language="en", as_of=None) == "/states/MAR/"
    assert addresses.address("states/<iso3:iso3>/", named, language="fr", as_of=day) == "/fr/on/2018-08-21/states/MAR/"
    assert addresses.address("at/<str:key>/", {"key": "SC June 2008"}, language="en", as_of=None) == "/at/SC-June-2008/"


def test_a_page_that_the_reader_has_is_not_sent_again(site):
    first = site.get("/states/MAR/")
    again = site.get("/states/MAR/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    said_something_new()
    assert site.get("/states/MAR/").content == first.content  # not released: not a byte moves
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/17MSP")
    assert site.get("/states/MAR/", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_embargo_ends_without_anybody_writing(register):
    said_something_new()
    later = datetime.now(UTC) + timedelta(days=30)
    judge("ana", EventKind.RELEASE, StatementVersion, "apmbc/BHR/statement/17MSP", effective_at=later)
    before, after = (standpoint(later + timedelta(seconds=seconds)) for seconds in (-1, 1))
    assert before.known_on < later <= after.known_on
    said = [each.key for each in register_of(after).statements]
    assert "apmbc/BHR/statement/17MSP" in said
    assert "apmbc/BHR/statement/17MSP" not in [each.key for each in register_of(before).statements]


def test_the_dossier_from_the_whole_register_is_the_one_loaded_for_the_state(register):
    seen = standpoint()
    for iso3 in ("MAR", "KOR", "FRA", "LBN", "VAT"):
        assert dossier(register_of(seen), iso3) == dossier_of("apmbc", seen.view(), iso3)
