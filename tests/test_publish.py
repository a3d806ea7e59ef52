"""The public site as plain files: whole, signed, in one step, and only what changed."""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accede.evidence.models import StatementVersion
from accede.evidence.record import add
from accede.evidence.values import Statement
from accede.publishing.site import publish as module
from accede.publishing.site.links import file_of, relative
from accede.publishing.site.manifest import LEFT, left_in
from accede.publishing.site.publish import new_to_the_public, publication, publish
from accede.publishing.site.tree import replacing
from accede.records.models import EventKind
from accede.records.write import writing
from accede.vocabulary.errors import Damaged, Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.statements import Channel, TextKind
from judging import judge

pytestmark = pytest.mark.usefixtures("register")

DAY = date(2018, 8, 21)


def small(now=None):
    """A publication of today and one past day."""
    return replace(publication(now), days={DAY: "the day of the paper"})


def publish_few_pages(monkeypatch):
    """The home page, the list of States and the dossiers of two States alone, no data: the rest is the same work again."""
    few = {name: module.pages.PAGES[name] for name in ("home", "states")}
    dossier = module.pages.PAGES["state"]
    few["state"] = replace(dossier, every=lambda register: ({"iso3": "MAR"}, {"iso3": "OMN"}))
    monkeypatch.setattr(module.pages, "PAGES", few)
    every = module.further.groups
    some = ("not found and sitemap", "search", "papers")
    monkeypatch.setattr(
        module.further, "groups", lambda now, days: [each for each in every(now, days) if each.about in some]
    )
    monkeypatch.setattr(module, "_broken", lambda made, state: ())  # most of what they link to is left out here


@pytest.fixture
def few_pages(monkeypatch):
    """What is published in this test are few pages."""
    publish_few_pages(monkeypatch)


@pytest.fixture(scope="module")
def first(django_db_setup, django_db_blocker, tmp_path_factory):
    """A first publication of few pages: its folder, to be copied, and what was told of it."""
    folder = tmp_path_factory.mktemp("published") / "site"
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as monkeypatch:
        publish_few_pages(monkeypatch)
        return folder, publish(folder, small(), processes=1)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


@pytest.fixture
def published(first, folder, few_pages):
    """The folder of that publication; what follows is of few pages too."""
    return shutil.copytree(first[0], folder)


def said(text, classification):
    """A statement of Oman, or its next version, and its release."""
    key = "apmbc/OMN/statement/17MSP"
    fact = Statement(
        treaty="apmbc",
        state="OMN",
        occasion="17MSP",
        said=PartialDate.parse("2018-11-27"),
        citation="17MSP, 2018",
        channel=Channel.STATEMENT,
        text_kind=TextKind.QUOTATION,
        text=text,
    )
    with writing("ana", "record") as write:
        add(
            write,
            key,
            fact,
            text,
            source="17msp-status-paper",
            classification=classification,
            reason="as the State asks",
        )
    judge("ana", EventKind.RELEASE, StatementVersion, key)


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_an_address_is_a_file():
    assert file_of("/") == "index.html"
    assert file_of("/fr/states/MAR/#source-1") == "fr/states/MAR/index.html"
    assert file_of("/data/states.csv?x=1") == "data/states.csv"


def test_links_lead_from_file_to_file():
    body, found = relative(b'<a href="/states/MAR/#votes">', "on/2018-08-21/index.html", {})
    assert body == b'<a href="../../states/MAR/index.html#votes">'
    assert found == {"states/MAR/index.html"}


@pytest.mark.parametrize(
    ("at", "root"), [("", "/"), ("https://a.example", "/"), ("https://a.example/mines", "/mines/")]
)
def test_the_page_for_what_is_not_there_leads_home_from_any_depth(settings, at, root):
    settings.ACCEDE_ADDRESS = at
    body, found = relative(b'<link href="/static/a.css"> <a href="/">', "404.html", {"static/a.css": "static/a.1.css"})
    assert body == f'<link href="{root}static/a.1.css"> <a href="{root}index.html">'.encode()
    assert found == {"static/a.1.css", "index.html"}


def test_links_to_other_hosts_stay():
    body, found = relative(b'<a href="https://example.org/x"> <a href="//example.org/">', "index.html", {})
    assert body == b'<a href="https://example.org/x"> <a href="//example.org/">'
    assert not found


def test_a_publication_holds_today_and_its_days(published, first):
    assert {"index.html", "on/2018-08-21/index.html", "states/MAR/index.html", "404.html"} <= names(published)
    assert "164 States have joined; 33 remain outside" in (published / "on/2018-08-21/index.html").read_text()
    assert first[1].pages == len([name for name in names(published) if name.endswith(".html")])


def test_no_link_of_a_page_begins_at_the_root(published):
    for name in ("index.html", "on/2018-08-21/states/MAR/index.html"):
        assert not re.findall(r'(?:href|src|action)="/[^"]*"', (published / name).read_text())


def test_a_page_of_a_publication_offers_its_days_instead_of_any_day(published):
    page = (published / "states/MAR/index.html").read_text()
    assert "../../on/2018-08-21/states/MAR/index.html" in page
    assert 'name="as_of"' not in page


def test_styles_have_names_that_change_with_them(published):
    link = re.search(r'href="(static/publishing/accede\.[0-9a-f]{12}\.css)"', (published / "index.html").read_text())
    assert (published / link[1]).is_file()


def test_the_compressed_form_is_the_same_page(published):
    assert gzip.decompress((published / "index.html.gz").read_bytes()) == (published / "index.html").read_bytes()


def test_the_same_register_gives_the_same_bytes(published, tmp_path):
    publish(tmp_path / "again", small(), processes=1)
    assert (published / "manifest.json").read_bytes() == (tmp_path / "again" / "manifest.json").read_bytes()


def test_the_manifest_names_every_file_with_its_hash(published):
    listed = json.loads((published / "manifest.json").read_text())["files"]
    beside = {"manifest.json", "manifest.sig", "manifest-key.pem", LEFT}
    assert set(listed) == {name for name in names(published) - beside if not name.endswith(".gz")}
    for name, told in listed.items():
        assert told["sha256"] == hashlib.sha256((published / name).read_bytes()).hexdigest()


def test_openssl_verifies_the_signature_of_the_manifest_and_of_no_other(published):
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "manifest-key.pem", "-rawin"]
    command += ["-in", "manifest.json", "-sigfile", "manifest.sig"]
    assert subprocess.run(command, cwd=published, capture_output=True).returncode == 0
    (published / "manifest.json").write_bytes((published / "manifest.json").read_bytes().replace(b"index", b"Index", 1))
    assert subprocess.run(command, cwd=published, capture_output=True).returncode == 1


def test_a_second_publication_without_changes_writes_nothing(published, first):
    times = {name: (published / name).stat().st_mtime_ns for name in names(published)}
    second = publish(published, small(), processes=1)
    assert (second.pages, second.written, second.unchanged) == (first[1].pages, 0, first[1].written)
    assert times == {name: (published / name).stat().st_mtime_ns for name in names(published)}


def test_on_the_next_day_only_what_speaks_of_today_is_written(published):
    now = datetime.now(UTC)
    old = (published / "on/2018-08-21/states/MAR/index.html").stat().st_ino
    done = publish(published, small(now + timedelta(days=1)), processes=1)
    assert done.written < done.unchanged
    assert (published / "on/2018-08-21/states/MAR/index.html").stat().st_ino == old


def test_a_file_somebody_changed_is_written_again(published):
    page = published / "index.html"
    good = page.read_bytes()
    page.write_bytes(b"forged")
    assert publish(published, small(), processes=1).written == 1
    assert page.read_bytes() == good


def test_a_compressed_form_somebody_changed_is_written_again(published):
    packed = published / "index.html.gz"
    good = packed.read_bytes()
    packed.write_bytes(gzip.compress(b"forged"))
    assert publish(published, small(), processes=1).written == 1
    assert packed.read_bytes() == good


def test_what_is_no_longer_public_goes(published):
    (published / "states" / "left-over.html").write_text("old")
    publish(published, small(datetime.now(UTC) + timedelta(days=1)), processes=1)
    assert not (published / "states" / "left-over.html").exists()


def test_a_folder_of_something_else_is_not_replaced(folder):
    folder.mkdir()
    (folder / "thesis.txt").write_text("the only copy")
    with pytest.raises(Refused, match="no publication of Accede"):
        publish(folder, small(), processes=1)
    assert (folder / "thesis.txt").read_text() == "the only copy"


def test_a_link_that_leads_nowhere_stops_the_publication(folder, monkeypatch):
    monkeypatch.setattr(module.pages, "PAGES", {"home": module.pages.PAGES["home"]})
    monkeypatch.setattr(module.further, "groups", lambda now, days: ())
    with pytest.raises(Damaged, match="lead to no page"):
        publish(folder, small(), processes=1)
    assert not folder.exists()


def test_after_an_error_the_old_publication_is_there_and_nothing_else(folder):
    folder.mkdir()
    (folder / "page").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(folder) as staged:
        (staged / "page").write_text(str(1 / 0))
    assert (folder / "page").read_text() == "old"
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_what_a_killed_publication_left_is_taken_away(folder):
    left = folder.with_name(f".{folder.name}.next")
    (left / "states").mkdir(parents=True)
    (left / "page").write_text("half")
    with replacing(folder) as staged:
        (staged / "page").write_text("new")
    assert names(folder) == {"page"}
    assert not left.exists()


def test_two_publications_at_once_do_not_mix(folder):
    with replacing(folder), pytest.raises(Refused, match="another publication"), replacing(folder):
        pass


def test_the_leak_report_names_what_was_for_fewer_readers_until_now(published):
    assert new_to_the_public(published, small()) == ()
    said("“We will look at the Convention again.”", Classification.ISU)
    assert new_to_the_public(published, small()) == ()
    said("“We will look at the Convention again next year.”", Classification.PUBLIC)
    (found,) = new_to_the_public(published, small())
    assert (found.kind, found.key, found.came_from) == ("statement", "apmbc/OMN/statement/17MSP", Classification.ISU)
    assert found.was_restricted
    assert found.reason == "as the State asks"


def test_the_state_of_a_publication_is_read_back(published):
    assert left_in(published)["index.html"].plain.size == (published / "index.html").stat().st_size


def test_a_page_leads_to_itself_on_the_days_on_which_it_is_there():
    asked = small()
    every = {file.path: file for group in module.pages.groups(asked.now, asked.days) for file in group.files()}
    later = every["votes/plenary-79/index.html"].make().decode()
    assert "/on/2018-08-21/votes/plenary-79/" not in later
    earlier = every["on/2018-08-21/joining/LBN/index.html"].make().decode()
    assert 'href="/joining/LBN/"' not in earlier
    assert 'href="/joining/"' in earlier
    assert 'href="/on/2018-08-21/votes/plenary-72/"' in every["votes/plenary-72/index.html"].make().decode()


KILLED = """
import os, django
django.setup()
from accede.publishing.site.publish import _parallel
with _parallel(2) as each:
    list(each(os._exit, [1, 1]))
"""


def test_a_process_that_the_system_ends_ends_the_publication(tmp_path):
    around = os.environ | {"DJANGO_SETTINGS_MODULE": "accede.config.full", "ACCEDE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", KILLED], env=around, capture_output=True, text=True)
    assert "Refused: the system ended a process that wrote pages." in done.stderr


WAITING = """
import django, os, signal
django.setup()
from accede.publishing.site.publish import _parallel
def wait(number):
    os.write(1, b"waits\\n")  # at once, whoever else writes
    signal.pause()
with _parallel(2) as each:
    list(each(wait, [1, 1]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone ends a process with its parent")
def test_processes_that_write_pages_end_with_the_publication_that_is_killed(tmp_path):
    around = os.environ | {"DJANGO_SETTINGS_MODULE": "accede.config.full", "ACCEDE_HOME": str(tmp_path)}
    running = subprocess.Popen([sys.executable, "-c", WAITING], env=around, stdout=subprocess.PIPE, text=True)
    assert [running.stdout.readline(), running.stdout.readline()] == ["waits\n", "waits\n"]
    running.kill()
    assert running.communicate(timeout=60) == ("", None)  # their end of the pipe is closed, too
