"""Nothing that is not public is in any file of a publication, in the export, in the search or in an answer of the API.

Every kind of record is sown with marked words in each text it holds: classed for fewer readers (and released all the same),
not released, withdrawn, under embargo, and as a later version that is not released. What is public carries marked words in
what stays inside: who recorded and judged it, and why.
"""

from __future__ import annotations

import dataclasses
import gzip
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.test import Client

from accede.evidence.record import add
from accede.publishing.pages import PAGES
from accede.publishing.site.publish import publication, publish
from accede.publishing.tables import TABLES
from accede.records.current import current
from accede.records.judge import judge
from accede.records.models import EventKind, Version
from accede.records.values import View
from accede.records.write import writing
from accede.reporting.export import export
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import TextKind

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
    """A record of each kind in each way of not being public, and one of each kind that is."""
    public = View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC), public=True)
    ahead = datetime.now(UTC) + timedelta(days=300)
    for model in kinds():
        held = next(iter(current(model, public)), None)
        if held is None:
            continue
        kind = model.record_kind()
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


def sow_openly():
    """A statement that everybody may read, to see that marked words would be found."""
    from accede.evidence.models import StatementVersion

    public = View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC), public=True)
    held = current(StatementVersion, public)[0]
    with writing(f"{MARK}actor", "record") as write:
        fact = dataclasses.replace(marked(held.fact, OPEN), citation=f"{OPEN} citation", codes=())
        add(write, f"{OPEN}/statement", fact, source=held.source)
    judge(f"{MARK}judge", EventKind.RELEASE, StatementVersion, f"{OPEN}/statement")


@pytest.fixture
def sown(register):
    sow()
    sow_openly()


def published(folder):
    """Every file of a publication by its name, the compressed ones unpacked."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            found[path.relative_to(folder).as_posix()] = gzip.decompress(body) if path.suffix == ".gz" else body
    return found


@pytest.mark.usefixtures("sown")
def test_no_file_of_a_publication_holds_what_is_not_public(tmp_path):
    publish(tmp_path / "site", dataclasses.replace(publication(), days={DAY: "the day of the paper"}), processes=1)
    files = published(tmp_path / "site")
    assert OPEN.encode() in files["statements/index.html"]
    assert OPEN.encode() in files["search/texts.js"]
    assert [name for name, body in files.items() if MARK.encode() in body or MARK in name] == []


@pytest.mark.usefixtures("sown")
def test_the_export_holds_nothing_that_is_not_public(tmp_path):
    export(tmp_path / "package", known_on=datetime.now(UTC))
    files = published(tmp_path / "package")
    assert OPEN.encode() in files["statements.csv"]
    assert [name for name, body in files.items() if MARK.encode() in body] == []


@pytest.mark.usefixtures("sown")
@pytest.mark.parametrize("as_of", ["2018-08-21", "2027-12-31"])
def test_no_answer_of_the_api_holds_what_is_not_public_at_any_day_or_instant(as_of):
    client, seen = Client(), False
    for known_on in ({}, {"known_on": (datetime.now(UTC) - timedelta(seconds=1)).isoformat()}):
        for name in TABLES:
            answer = client.get(f"/api/v1/{name}", {"as_of": as_of, "limit": 1000, **known_on})
            assert answer.status_code == 200, (name, answer.content)
            assert MARK.encode() not in answer.content, name
            seen = seen or OPEN.encode() in answer.content
    assert seen


@pytest.mark.usefixtures("sown")
def test_no_search_finds_what_is_not_public():
    for kind in (model.record_kind() for model in kinds()):
        page = Client().get("/search/", {"q": f"{MARK}{kind}"}).content.decode()
        assert not any(f"{MARK}{kind}{way.replace('_', '')}" in page for way in (*BEFORE, "later"))
    assert f"{OPEN}summary" in Client().get("/search/", {"q": OPEN}).content.decode()


@pytest.mark.usefixtures("sown")
def test_no_page_of_a_past_day_or_with_filters_holds_what_is_not_public():
    client = Client()
    for kind in PAGES.values():
        for query in [{}] + [{name: MARK[:4]} for name in kind.filters]:
            route = kind.route if "<" not in kind.route else ""
            answer = client.get(f"/on/2018-08-21/{route}" if kind.has_days else f"/{route}", query)
            assert MARK.encode() not in answer.content
