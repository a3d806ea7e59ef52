"""Nothing that is not public is in any file of a publication, in the export, in the search or in an answer of the API.

Every kind of record, and every table of outreach, is sown with marked words in each text it holds. Records are classed for fewer
readers (and released all the same), not released, accepted, returned, withdrawn, under embargo, taken out of an embargo,
retracted or merged before anybody saw them, and as a later version that is not released. What is public carries marked words in
what stays inside: who recorded and judged it, why, and what was said of it.

A member of the working group reads what is released to the States Parties, and of all else as little as anybody.

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
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.test import Client

from accede.accounts.models import Term, User
from accede.accounts.policy import Role
from accede.evidence.record import add
from accede.overview.load import EVERY_KIND, load, on_day
from accede.publishing.held import loaded
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
from accede.reporting.recipes.brief import brief
from accede.reporting.recipes.kit import kit
from accede.reporting.recipes.plan import plan_report
from accede.reporting.recipes.statement import statement
from accede.reporting.recipes.status_paper import status_paper
from accede.reporting.render import RENDERERS
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import TextKind
from judging import judge
from people import PASSWORD, SECRET
from sown import fact_with, row_with
from test_authorization import EXAMPLES
from url_table import addresses

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
BEFORE = (
    "states_parties",
    "presidency",
    "isu",
    "unreleased",
    "accepted",
    "returned",
    "withdrawn",
    "embargoed",
    "lifted",
    "retracted",
    "merged",
)
AHEAD = datetime.now(UTC) + timedelta(days=300)
"""When the embargoes end."""


def kinds():
    """Every kind of record but editions, which are files of their own."""
    return [model for model in apps.get_models() if issubclass(model, Version) and model.record_kind() != "edition"]


GIVEN = {"treaty": "apmbc", "state": "ARM", "language": "en"}


def rows():
    """Every table of outreach: rows that are nobody's but those who work there."""
    return list(apps.get_app_config("outreach").get_models())


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
    for model in rows():
        about = {"treaty": "apmbc", "of_state": "ARM", "language": "en"}
        row_with(model, f"{MARK}row{model.__name__.lower()}", about | STATE_OF.get(model.__name__, {"state": "ARM"}))
    for model in kinds():
        held = next(iter(current(model, public)), None)
        kind = model.record_kind()
        if held is None:  # what only people record
            for way in BEFORE:
                sow_work(model, kind, way)
            continue
        values = [getattr(held.fact, field.name) for field in dataclasses.fields(held.fact)]
        named |= {held.key, *(value for value in values if isinstance(value, str))}
        for way in BEFORE:
            key, word = f"{MARK}/{kind}/{way}", f"{MARK}{kind}{way.replace('_', '')}"
            classed = Classification(way) if way in set(Classification) else Classification.PUBLIC
            with writing(f"{MARK}actor", "record", reason=f"{MARK}reason") as write:
                add(write, key, marked(held.fact, word), source=held.source, locator=word, classification=classed)
            become(model, key, way, held.key)
        judge(f"{MARK}judge", EventKind.COMMENT, model, held.key, reason=f"{MARK}comment")
        with writing(f"{MARK}actor", "record", reason=f"{MARK}reason") as write:
            later = marked(held.fact, f"{MARK}{kind}later")
            add(write, held.key, later, source=held.source, locator=f"{MARK}later", reason=f"{MARK}later")
        judge(f"{MARK}judge", EventKind.RETURN, model, held.key, reason=f"{MARK}back")
    return named


STATE_OF = {"Delivery": {"state": "queued"}, "Incoming": {"state": "held"}}
"""Tables in which `state` is no State."""


def sow_work(model, kind, way):
    """A record of a kind that is never public: for the presidency, or as its way has it."""
    key, word = f"{MARK}/{kind}/{way}", f"{MARK}{kind}{way.replace('_', '')}"
    classed = Classification(way) if way in set(Classification) else Classification.PUBLIC
    with writing(f"{MARK}actor", "record", reason=f"{MARK}reason") as write:
        write.record(key, fact_with(model.fact, word, GIVEN, KEYS), source="", locator=word, classification=classed)
    become(model, key, way, key)


def become(model, key, way, other):
    """What happens to a record that it is sown as."""

    def happens(kind, **further):
        judge(f"{MARK}judge", kind, model, key, reason=f"{MARK}why", **further)

    match way:
        case "unreleased":
            pass
        case "accepted":
            happens(EventKind.ACCEPTANCE)
            happens(EventKind.COMMENT)
        case "returned":
            happens(EventKind.RETURN)
        case "embargoed" | "lifted":
            happens(EventKind.RELEASE, effective_at=AHEAD)
        case "retracted":
            happens(EventKind.RETRACTION)
        case "merged":
            happens(EventKind.MERGE, other=other)
        case _:
            happens(EventKind.RELEASE)
    if way in ("withdrawn", "lifted"):
        happens(EventKind.WITHDRAWAL)


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


def of_papers():
    """What papers hold that are made from everything recorded, whoever may read it, of what is work and no evidence."""
    now = View(as_of=datetime.now(UTC).date(), known_on=datetime.now(UTC))
    whole = load(now, "apmbc", *EVERY_KIND)
    work = [model.record_kind() for model in kinds() if not model.is_reviewed] + ["row"]
    papers = {"status": status_paper(whole), "statement": statement(whole), "kit": kit(whole, "ARM", now.as_of)}
    papers |= {"brief": brief(whole, "ARM"), "plan": plan_report(on_day(whole, DAY), "maputo")}
    found = {}
    for name, document in papers.items():
        body = RENDERERS[".json"](document).decode()
        found[name] = {kind for kind in work if f"{MARK}{kind}" in body}
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


def of_days_to_come():
    """The ways of what the site holds a day after the embargoes have ended, and of what its corrections tell."""
    later = AHEAD + timedelta(days=1)
    told = repr(loaded(View(as_of=later.date(), known_on=later, public=True)))
    ways = (*BEFORE, "later")
    return {way for way in ways for model in kinds() if f"{MARK}{model.record_kind()}{way.replace('_', '')}" in told}


def member():
    """A browser that is signed in as a member of the working group."""
    user = User.objects.create(username="zora", email="zora@example.org", password=make_password(PASSWORD))
    begun = datetime(2018, 1, 1, tzinfo=UTC)
    Term.objects.create(user=user, role=Role.MEMBER, starts=begun.date(), granted_by="operator", granted_at=begun)
    Authenticator.objects.create(user=user, type="totp", data={"secret": encrypt(SECRET)})
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    UserSession.objects.create(user=user, session_key=client.session.session_key, ip="127.0.0.1")
    return client


def of_workspace(client, named):
    """The ways of what its pages show to somebody: each address, each sown record, and the States that the sown ones name."""
    words = {
        f"{MARK}{model.record_kind()}{way.replace('_', '')}": way for model in kinds() for way in (*BEFORE, "later")
    }
    words |= {f"{MARK}{what}": what for what in ("comment", "back")}
    found, paths = {}, set()
    for address in addresses():
        if not address.is_in_workspace or "sign-out" in address.route:
            continue
        paths.add(address.filled(EXAMPLES))
        if address.name == "record":
            for model in kinds():
                kind = model.record_kind()
                keys = [f"{MARK}/{kind}/{way}" for way in BEFORE]
                paths |= {address.filled({**EXAMPLES, "kind": kind, "key": key}) for key in keys}
        elif "iso3" in address.parameters:
            states = [one for one in named if len(one) == 3 and one.isupper() and one.isalpha()]
            paths |= {address.filled({**EXAMPLES, "iso3": iso3}) for iso3 in states}
    for path in sorted(paths):
        response = client.get(path)
        body = (b"".join(response.streaming_content) if response.streaming else response.content).decode(
            errors="replace"
        )
        shown = {way for word, way in words.items() if word in body}
        found[path] = shown
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
                    "papers": of_papers(),
                    "search": of_search(),
                    "past": of_past_pages(),
                    "to come": of_days_to_come(),
                    "nobody": of_workspace(Client(), named),
                    "member": of_workspace(member(), named),
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


def test_no_paper_holds_what_is_work_and_no_evidence(seen):
    assert {name: kinds for name, kinds in seen["papers"].items() if kinds} == {}


def test_no_search_finds_what_is_not_public(seen):
    assert {asked: ways for asked, ways in seen["search"].items() if ways} == {OPEN: {"summary"}}


def test_no_page_of_a_past_day_or_with_filters_holds_what_is_not_public(seen):
    assert len(seen["past"]) > len(PAGES)
    assert holding(seen["past"]) == []


def test_what_was_taken_out_of_an_embargo_is_not_there_after_its_end(seen):
    assert seen["to come"] == {"embargoed"}


def test_the_door_of_the_workspace_tells_nothing(seen):
    assert len(seen["nobody"]) > len(BEFORE) * len(kinds())
    assert {path: ways for path, ways in seen["nobody"].items() if ways} == {}


def test_a_member_reads_what_is_released_to_states_parties_and_nothing_else(seen):
    assert set().union(*seen["member"].values()) == {"states_parties"}
