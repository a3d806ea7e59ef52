"""Newer shipped facts come in; what people did to a record stands."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path

import pytest

from accede.accounts.actor import operator
from accede.evidence.supersede import supersede
from accede.intake import shipped
from accede.records.current import current
from accede.records.models import EventKind
from accede.records.values import View
from accede.register.models import OccasionVersion
from judging import judge

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register", "witnessed")]

KEY = "2MSP"


@pytest.fixture
def newer(tmp_path):
    """The shipped data as a later release would have it: the second meeting was in another city."""
    folder = tmp_path / "data"
    shutil.copytree(Path(str(resources.files("accede.data") / "release.toml")).parent, folder)
    occasions = folder / "occasions.csv"
    before = occasions.read_text(encoding="utf-8")
    after = before.replace("2000-09-11,2000-09-15,Geneva,CHE", "2000-09-11,2000-09-15,Lausanne,CHE")
    assert after != before
    occasions.write_text(after, encoding="utf-8")
    return folder


def held(*, public=False):
    view = View(as_of=date.max, known_on=datetime.now(UTC), public=public)
    return current(OccasionVersion, view, key=KEY)


def city():
    return held(public=True)[0].fact.city


def test_a_newer_shipped_fact_comes_in_as_the_next_version(newer):
    done = shipped.load(empty=True, folder=newer)
    assert done.loaded == {"occasion": 1}
    assert (held()[0].version, city()) == (2, "Lausanne")


def test_a_correction_stands_and_the_difference_is_listed(newer):
    before = held()[0]
    fact = replace(before.fact, city="Bern")
    around = {"source": before.source, "locator": before.locator}
    supersede(operator("ana"), KEY, fact, expected_version=1, reason="misread", **around)
    done = shipped.load(empty=True, folder=newer)
    assert done.loaded == {}
    assert [(one.key, one.field, one.shipped, one.held) for one in done.differences] == [
        (KEY, "city", "Lausanne", "Bern")
    ]
    assert held()[0].fact.city == "Bern"


@pytest.mark.parametrize(
    ("kind", "other", "standing"),
    [
        (EventKind.RETRACTION, "", "retracted"),
        (EventKind.MERGE, "1MSP", "merged into another record"),
        (EventKind.WITHDRAWAL, "", "withdrawn from release"),
    ],
)
def test_what_people_took_back_does_not_come_back(newer, kind, other, standing):
    judge("ana", kind, OccasionVersion, KEY, reason="why", other=other)
    done = shipped.load(empty=True, folder=newer)
    assert done.loaded == {}
    assert [(one.key, one.field, one.held) for one in done.differences] == [(KEY, "standing", standing)]
    assert held(public=True) == []


def test_what_was_released_again_is_brought_up_to_date(newer):
    judge("ana", EventKind.WITHDRAWAL, OccasionVersion, KEY, reason="why")
    judge("ana", EventKind.RELEASE, OccasionVersion, KEY)
    assert shipped.load(empty=True, folder=newer).loaded == {"occasion": 1}
    assert city() == "Lausanne"
