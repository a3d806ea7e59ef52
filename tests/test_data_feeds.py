"""Feeds: what became public, of all and of each State."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from lxml import etree, html

from accede.evidence.models import StatementVersion
from accede.evidence.record import add
from accede.publishing.data import atom
from accede.publishing.data.seen import Seen
from accede.publishing.languages import LANGUAGES
from accede.publishing.standpoint import standpoint
from accede.records.current import current
from accede.records.models import EventKind
from accede.records.values import View
from accede.records.write import writing
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

ATOM = {"a": "http://www.w3.org/2005/Atom"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def site():
    return Client()


def read(site, path="/feeds/all.atom"):
    return etree.fromstring(site.get(path).content)


def texts(of, path):
    return [found if isinstance(found, str) else found.text for found in of.xpath(path, namespaces=ATOM)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_has_all_that_the_form_asks_for(site, language):
    path = f"/{atom.feed_path('all', language)}"
    feed = read(site, path)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for name in ("id", "title", "updated", "author/a:name"):
        assert len(texts(feed, f"a:{name}")) == 1
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == atom.MOST
    for entry in entries:
        for name in ("id", "title", "updated", "published", "content"):
            (text,) = texts(entry, f"a:{name}")
            assert text
        assert all(INSTANT.fullmatch(text) for text in texts(entry, "a:updated|a:published"))
    assert len(set(texts(feed, "//a:id"))) == atom.MOST + 1


def test_every_link_of_a_feed_leads_to_a_page(site):
    for path in ("/feeds/all.atom", "/feeds/MAR.atom"):
        folder = path.rpartition("/")[0]
        for link in set(texts(read(site, path), "//a:link[@rel='alternate']/@href")):
            parts = f"{folder}/{link}".split("#")[0].split("/")
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            assert site.get("/".join(parts)).status_code == 200, link


def test_links_are_whole_where_the_site_knows_where_it_stands(site, settings):
    settings.ACCEDE_ADDRESS = "https://register.example"
    feed = read(site)
    assert texts(feed, "a:link[@rel='self']/@href") == ["https://register.example/feeds/all.atom"]
    assert texts(feed, "a:id") == ["tag:register.example,2026:apmbc:feeds/en/all"]


def test_the_feed_of_a_state_tells_of_it_alone(site):
    feed = read(site, "/feeds/MAR.atom")
    assert {title.split(" · ")[0] for title in texts(feed, "a:entry/a:title")} == {"Morocco"}
    assert {"statement", "vote"} <= set(texts(feed, "a:entry/a:category/@term"))


def test_a_vote_of_which_no_ballots_are_held_has_no_totals(site):
    for entry in read(site).findall("a:entry", ATOM):
        if "vote/apmbc/first-committee/80" in entry.find("a:id", ATOM).text:
            assert "in favour" not in entry.find("a:content", ATOM).text
            return
    pytest.fail("the vote is not there")


def test_what_is_released_later_comes_first_with_that_instant_and_a_correction_is_told(site):
    held = current(StatementVersion, View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC), public=True))[0]
    before = site.get("/feeds/all.atom")["ETag"]
    with writing("somebody", "record", reason="the source was misread") as write:
        fact = replace(held.fact, summary="Another summary.", text="", text_kind="summary")
        add(write, held.key, fact, source=held.source, reason="the source was misread")
    assert site.get("/feeds/all.atom")["ETag"] == before
    judge("somebody", EventKind.RELEASE, StatementVersion, held.key)
    feed = read(site)
    first, second = feed.findall("a:entry", ATOM)[:2]
    kinds = {entry.find("a:category", ATOM).get("term"): entry for entry in (first, second)}
    assert set(kinds) == {"statement", "correction"}
    assert "Another summary." in kinds["statement"].find("a:content", ATOM).text
    assert "the source was misread" in kinds["correction"].find("a:content", ATOM).text
    said = datetime.fromisoformat(kinds["statement"].find("a:updated", ATOM).text)
    assert abs(datetime.now(UTC) - said) < timedelta(minutes=5)
    assert texts(feed, "a:updated")[0] == kinds["statement"].find("a:updated", ATOM).text


def test_our_summary_is_marked_as_ours(site):
    for entry in read(site, "/feeds/MAR.atom").findall("a:entry", ATOM):
        if entry.find("a:category", ATOM).get("term") == "statement":
            assert entry.find("a:content", ATOM).text.startswith("[")


def test_a_feed_is_not_sent_twice(site):
    answer = site.get("/feeds/MAR.atom")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert site.get("/feeds/MAR.atom", headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_feed_of_no_state_is_not_found(site):
    assert site.get("/feeds/XXX.atom").status_code == 404


def test_a_feed_is_made_the_same_again():
    seen = Seen(standpoint())
    assert atom.feed(seen, "all", "en") == atom.feed(seen, "all", "en")


def test_the_front_page_and_the_page_of_a_state_lead_to_their_feeds(site):
    for path, feed in (("/", "/feeds/all.atom"), ("/states/MAR/", "/feeds/MAR.atom"), ("/data/", "/feeds/all.atom")):
        page = html.fromstring(site.get(path).content)
        assert feed in page.xpath("//head/link[@rel='alternate' and @type='application/atom+xml']/@href"), path


def test_of_what_was_withdrawn_from_release_not_even_the_key_is_told(site):
    view = View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC), public=True)
    held = current(StatementVersion, view)[0]
    with writing("somebody", "record") as write:
        add(write, "apmbc/MAR/statement/qzsecret", replace(held.fact, citation="qzsecret"), source=held.source)
    judge("somebody", EventKind.RELEASE, StatementVersion, "apmbc/MAR/statement/qzsecret")
    assert "qzsecret" in site.get("/feeds/all.atom").content.decode()
    judge("somebody", EventKind.WITHDRAWAL, StatementVersion, "apmbc/MAR/statement/qzsecret", reason="qzsecret")
    feed = site.get("/feeds/all.atom").content.decode()
    assert 'term="correction"' in feed
    assert "qzsecret" not in feed
