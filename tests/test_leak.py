"""Nothing that is not public is in any file of a publication, in the export, in the search or in an answer of the API.

Every kind of record is sown with marked words in each text it holds: classed for fewer readers (and released all the same),
not released, withdrawn, under embargo, and as a later version that is not released. What is public carries marked words in
what stays inside: who recorded and judged it, and why.

It is sown once, everything is looked through once, and it is gone before the first test. Published are all kinds of pages, but
of the States, meetings, votes and tables only those that a sown record names (and one where none does), in English and Arabic:
the same templates make the others. Data, feeds, calendar, what the API answers and what the search looks through are whole.
"""

from __future__ import annotations

import dataclasses
import gzip
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from accede.evidence.record import add
from accede.publishing.languages import LANGUAGES
from accede.publishing.pages import PAGES
from accede.publishing.site import further, pages
from accede.publishing.site import publish as site
from accede.publishing.tables import TABLES
from accede.records import witness
from accede.records.current import current
from accede.records.models import EventKind, Version
from accede.records.values import View
from accede.records.write import writing
from accede.reporting.export import export
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import TextKind
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

MARK, OPEN = "qzmarked", "qzopened"
DAY = date(2018, 8, 21)
KEYS = frozenset(
    {
        "iso3",
        "m49",
        "treaty",
        "state",
        "occasion",
        "language",
        "kept_sha256",
        "definition",
        "successor",
        "statement",
        "reply_to",
        "country",
        "presidency",
        "by",
        "about_state",
        "claimant",
        "alleged_by",
        "paper",
        "known_on",
        "tree_sha256",
        "kind",
        "sub_region",
        "regional_group",
        "name",
        "article",
    }
)
"""Texts that name something else, or by which something is found: a marked word there would be no record at all."""
BEFORE = ("states_parties", "presidency", "isu", "unreleased", "withdrawn", "embargoed")


def kinds():
    """Every kind of record but editions, which are files of their own."""
    return [model for model in apps.get_models() if issubclass(model, Version) and model.record_kind() != "edition"]


def marked(fact, word):
    """The fact with a marked word in each of its free texts."""
    texts = {
        field.name: f"{word}{field.name}"
        for field in dataclasses.fields(fact)
        if isinstance(getattr(fact, field.name), str)
        and not hasattr(getattr(fact, field.name), "label")
        and field.name not in KEYS
    }
    if "text_kind" in {field.name for field in dataclasses.fields(fact)}:
        texts |= {"text": "", "text_kind": TextKind.SUMMARY}
    return dataclasses.replace(fact, **texts)


def sow():
    """A record of each kind in each way of not being public, and a version of what is; gives all that they name."""
    named = set()
    public = View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC), public=True)
    ahead = datetime.now(UTC) + timedelta(days=300)
    for model in kinds():
        held = next(iter(current(model, public)), None)
        if held is None:
            continue
        kind = model.record_kind()
        values = [getattr(held.fact, field.name) for field in dataclasses.fields(held.fact)]
        named |= {held.key, *(value for value in values if isinstance(value, str))}
        for way in BEFORE:
            key, word = f"{MARK}/{kind}/{way}", f"{MARK}{kind}{way.replace('_', '')}"
            classed = Classification(way) if way in set(Classification) else Classification.PUBLIC
            with writing(f"{MARK}actor", "record", reason=f"{MARK}reason") as write:
                add(write, key, marked(held.fact, word), source=held.source, locator=word, classification=classed)
            if way == "embargoed":
                judge(f"{MARK}judge", EventKind.RELEASE, model, key, effective_at=ahead, reason=f"{MARK}why")
            elif way != "unreleased":
                judge(f"{MARK}judge", EventKind.RELEASE, model, key, reason=f"{MARK}why")
            if way == "withdrawn":
                judge(f"{MARK}judge", EventKind.WITHDRAWAL, model, key, reason=f"{MARK}withdrawn")
        with writing(f"{MARK}actor", "record", reason=f"{MARK}reason") as write:
            later = marked(held.fact, f"{MARK}{kind}later")
            add(write, held.key, later, source=held.source, locator=f"{MARK}later", reason=f"{MARK}later")
    return named


def sow_openly():
    """A statement that everybody may read, to see that marked words would be found."""
    from accede.evidence.models import StatementVersion

    public = View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC), public=True)
    held = current(StatementVersion, public)[0]
    with writing(f"{MARK}actor", "record") as write:
        fact = dataclasses.replace(marked(held.fact, OPEN), citation=f"{OPEN} citation", codes=())
        add(write, f"{OPEN}/statement", fact, source=held.source)
    judge(f"{MARK}judge", EventKind.RELEASE, StatementVersion, f"{OPEN}/statement")


def marks(body):
    """Which of the marked words it holds."""
    return {word for word in (MARK, OPEN) if word.encode() in body}


def looked_through(folder):
    """The marked words in each file by its name, the compressed ones unpacked."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            body, name = path.read_bytes(), path.relative_to(folder).as_posix()
            found[name] = marks(gzip.decompress(body) if path.suffix == ".gz" else body) | marks(name.encode())
    return found


def some(every, named, register):
    """Of a kind's pages those of what is named, or sown; the first where there is none."""
    there = list(every(register))
    texts = [frozenset(map(str, of.values())) for of in there]
    chosen = [of for of, told in zip(there, texts, strict=True) if told & named or marks(" ".join(told).encode())]
    return chosen or there[:1]


def of_publication(folder, named):
    """What the files of a publication hold."""
    languages = {key: name for key, name in LANGUAGES.items() if key in ("en", "ar")}
    few = {name: dataclasses.replace(kind, every=partial(some, kind.every, named)) for name, kind in PAGES.items()}
    with pytest.MonkeyPatch.context() as patched:
        for module in (pages, further):
            patched.setattr(module, "LANGUAGES", languages)
        patched.setattr(pages, "PAGES", few)
        patched.setattr(site, "_broken", lambda made, state: ())  # most of what they link to is left out here
        asked = dataclasses.replace(site.publication(), days={DAY: "the day of the paper"})
        site.publish(folder, asked, processes=1)
    return looked_through(folder)


def of_export(folder):
    """What the files of the export hold."""
    export(folder, known_on=datetime.now(UTC))
    return looked_through(folder)


def of_api():
    """What the tables hold, today, on a past day and on one to come, now and as known a second ago."""
    client, found = Client(), {}
    for as_of in ("2018-08-21", "2027-12-31"):
        for known_on in ({}, {"known_on": (datetime.now(UTC) - timedelta(seconds=1)).isoformat()}):
            for name in TABLES:
                answer = client.get(f"/api/v1/{name}", {"as_of": as_of, "limit": 1000, **known_on})
                assert answer.status_code == 200, (name, answer.content)
                found[name, as_of, "then" if known_on else "now"] = marks(answer.content)
    return found


def of_search():
    """What is found for the beginning of the words that are sown for each kind."""
    client, found = Client(), {}
    for kind in (model.record_kind() for model in kinds()):
        page = client.get("/search/", {"q": f"{MARK}{kind}"}).content.decode()
        found[kind] = {way for way in (*BEFORE, "later") if f"{MARK}{kind}{way.replace('_', '')}" in page}
    found[OPEN] = {"summary"} if f"{OPEN}summary" in client.get("/search/", {"q": OPEN}).content.decode() else set()
    return found


def of_past_pages():
    """What pages of a past day hold, and those with filters."""
    client, found = Client(), {}
    for kind in PAGES.values():
        for query in [{}] + [{name: MARK[:4]} for name in kind.filters]:
            route = kind.route if "<" not in kind.route else ""
            path = f"/on/2018-08-21/{route}" if kind.has_days else f"/{route}"
            found[path, *query] = marks(client.get(path, query).content)
    return found


@pytest.fixture(scope="module")
def seen(django_db_setup, django_db_blocker, tmp_path_factory):
    """Which marked words were seen where while they were sown."""
    folder = tmp_path_factory.mktemp("leak")
    with django_db_blocker.unblock():
        noted = witness.path().read_bytes()
        try:
            with transaction.atomic():
                named = sow()
                sow_openly()
                found = {
                    "publication": of_publication(folder / "site", named),
                    "export": of_export(folder / "package"),
                    "api": of_api(),
                    "search": of_search(),
                    "past": of_past_pages(),
                }
                transaction.set_rollback(True)
        finally:
            witness.path().write_bytes(noted)
    return found


def holding(found, word=MARK):
    return [name for name, words in found.items() if word in words]


def test_no_file_of_a_publication_holds_what_is_not_public(seen):
    found = seen["publication"]
    assert {"statements/index.html", "search/texts.js", "data/statements.csv"} <= set(holding(found, OPEN))
    assert holding(found) == []


def test_the_export_holds_nothing_that_is_not_public(seen):
    assert "statements.csv" in holding(seen["export"], OPEN)
    assert holding(seen["export"]) == []


def test_no_answer_of_the_api_holds_what_is_not_public_at_any_day_or_instant(seen):
    assert {as_of for _, as_of, _ in holding(seen["api"], OPEN)}
    assert holding(seen["api"]) == []


def test_no_search_finds_what_is_not_public(seen):
    assert {asked: ways for asked, ways in seen["search"].items() if ways} == {OPEN: {"summary"}}


def test_no_page_of_a_past_day_or_with_filters_holds_what_is_not_public(seen):
    assert len(seen["past"]) > len(PAGES)
    assert holding(seen["past"]) == []
