"""The papers that are released, and their files."""

import hashlib
import re

import pytest
from django.template import engines
from django.test import Client

from accede.accounts.actor import operator
from accede.publishing.site.further import groups
from accede.publishing.standpoint import standpoint
from accede.records.models import EventKind
from accede.reporting.edition import edition_key, seal
from accede.reporting.models import EditionVersion
from accede.vocabulary.sources import Classification
from judging import judge
from sample_paper import sample_paper
from test_pages import Misspelt, text

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Misspelt("%s"))


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """Editions of a test are gone with it."""
    settings.ACCEDE_HOME = tmp_path


@pytest.fixture
def site():
    return Client()


def sealed(**given):
    return seal(operator("amina"), sample_paper(), treaty="apmbc", **given)


def released():
    edition = sealed()
    judge("amina", EventKind.RELEASE, EditionVersion, edition_key(edition))
    return edition


def test_without_editions_it_says_what_would_stand_there(site):
    page = text(site.get("/papers/"))
    assert "No paper is sealed and released that speaks of" in page
    assert "would stand here once it is sealed and released" in page


def test_an_edition_is_shown_once_it_is_released(site):
    edition = sealed()
    assert edition.tree_sha256 not in site.get("/papers/").content.decode()
    judge("amina", EventKind.RELEASE, EditionVersion, edition_key(edition))
    page = text(site.get("/papers/"))
    assert "1 paper is sealed and released" in page
    assert edition.tree_sha256 in page
    assert "information as of 21 August 2018" in page
    assert "EX/MSP.17/2018/10" in page


def test_an_edition_speaks_of_its_day_and_not_of_one_before(site):
    edition = released()
    assert edition.tree_sha256 in site.get("/on/2018-08-21/papers/").content.decode()
    assert edition.tree_sha256 not in site.get("/on/2018-08-20/papers/").content.decode()


def test_the_json_file_has_the_hash_of_the_edition(site):
    edition = released()
    response = site.get(f"/papers/{edition.tree_sha256[:16]}.json")
    assert hashlib.sha256(response.content).hexdigest() == edition.tree_sha256
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "xml"])
def test_each_format_is_there_and_is_not_sent_twice(site, suffix):
    address = f"/papers/{released().tree_sha256[:16]}.{suffix}"
    response = site.get(address)
    assert response.status_code == 200
    assert response.content
    assert site.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("classification", [Classification.PRESIDENCY, Classification.PUBLIC])
def test_a_paper_that_is_not_released_has_no_file(site, classification):
    edition = sealed(classification=classification)
    assert site.get(f"/papers/{edition.tree_sha256[:16]}.json").status_code == 404


def test_every_download_of_the_page_leads_somewhere(site):
    released()
    links = re.findall(r'href="(/papers/[^"]+)" download', site.get("/papers/").content.decode())
    assert len(links) == 6
    assert all(site.head(link).status_code == 200 for link in links)


def test_a_publication_holds_the_files_of_released_papers():
    edition = released()
    held = {file.path: file for group in groups(standpoint(), {}) for file in group.files()}
    file = held[f"papers/{edition.tree_sha256[:16]}.json"]
    assert hashlib.sha256(file.make()).hexdigest() == edition.tree_sha256
