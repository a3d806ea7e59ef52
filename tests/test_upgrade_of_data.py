"""Newer shipped facts come in; what people did to a record stands."""

import csv
import json
import shutil
import tomllib
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path

import pytest

from accede.accounts.actor import operator
from accede.evidence.supersede import supersede
from accede.intake import shipped
from accede.records.current import current
from accede.records.models import MODEL_OF_FACT, EventKind
from accede.records.values import Source, View
from accede.register.models import OccasionVersion
from judging import judge
from old_registers import NEWEST
from registers_of_old.make import OLDER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register", "witnessed")]

LEFT_ALONE, CORRECTED, RETRACTED, MERGED, WITHDRAWN, RELEASED_AGAIN = ("2MSP", "3MSP", "4MSP", "5MSP", "6MSP", "7MSP")

SHIPPED_TABLES = (("sources.csv", Source), *shipped.GROUND, *shipped.EVIDENCE)
CUT = "ballots_digest"
"""Of each roll call the old register holds the ballots of six States alone."""


@pytest.fixture
def newer(tmp_path):
    """The shipped data as a later release would have it: six meetings were in another city."""
    folder = tmp_path / "data"
    shutil.copytree(Path(str(resources.files("accede.data") / "release.toml")).parent, folder)
    file = folder / "occasions.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        for row in rows:
            is_other = row["key"] in (LEFT_ALONE, CORRECTED, RETRACTED, MERGED, WITHDRAWN, RELEASED_AGAIN)
            writer.writerow(row | ({"city": "Lausanne"} if is_other else {}))
    return folder


def held(key, *, public=True):
    view = View(as_of=date.max, known_on=datetime.now(UTC), public=public)
    return current(OccasionVersion, view, key=key)


def test_what_people_left_alone_is_brought_up_to_date_and_what_they_did_stands(newer):
    before = held(CORRECTED)[0]
    around = {"source": before.source, "locator": before.locator}
    supersede(
        operator("ana"), CORRECTED, replace(before.fact, city="Bern"), expected_version=1, reason="misread", **around
    )
    judge("ana", EventKind.RETRACTION, OccasionVersion, RETRACTED, reason="there was none")
    judge("ana", EventKind.MERGE, OccasionVersion, MERGED, reason="a double", other=LEFT_ALONE)
    judge("ana", EventKind.WITHDRAWAL, OccasionVersion, WITHDRAWN, reason="in doubt")
    judge("ana", EventKind.WITHDRAWAL, OccasionVersion, RELEASED_AGAIN, reason="in doubt")
    judge("ana", EventKind.RELEASE, OccasionVersion, RELEASED_AGAIN)

    done = shipped.load(empty=True, folder=newer)

    assert done.loaded == {"occasion": 2}
    assert [held(key)[0].fact.city for key in (LEFT_ALONE, RELEASED_AGAIN)] == ["Lausanne", "Lausanne"]
    assert held(LEFT_ALONE)[0].version == 2
    assert {(one.key, one.field, one.shipped, one.held) for one in done.differences} == {
        (CORRECTED, "city", "Lausanne", "Bern"),
        (RETRACTED, "standing", "released", "retracted"),
        (MERGED, "standing", "released", "merged into another record"),
        (WITHDRAWN, "standing", "released", "withdrawn from release"),
    }
    assert held(CORRECTED, public=False)[0].fact.city == "Bern"
    assert [held(key) for key in (RETRACTED, MERGED, WITHDRAWN)] == [[], [], []]


def test_what_is_no_longer_shipped_stays_and_is_listed(newer):
    file = newer / "practices.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8")
    key = lines[1].partition(",")[0]
    done = shipped.load(folder=newer)
    assert [(one.key, one.field, one.shipped, one.held) for one in done.differences] == [
        (key, "standing", "no longer shipped", "held")
    ]


def test_a_shipped_fact_changes_with_the_number_of_its_release():
    """Else the newer one would count as known since the instant of the older."""
    folder = resources.files("accede.data")
    now = {
        (MODEL_OF_FACT[type(row.fact)]._meta.db_table, row.key): shipped._stored(row)
        for rows in [shipped.treaty_rows(folder), *(shipped.rows_of(folder, *of) for of in SHIPPED_TABLES)]
        for row in rows
    }
    changed = []
    with zipfile.ZipFile(NEWEST) as archive:
        for table in json.loads(archive.read("manifest.json"))["tables"]:
            for line in archive.read(f"tables/{table['table']}.jsonl").splitlines():
                then = dict(zip(table["columns"], json.loads(line), strict=True))
                today = now.get((table["table"], then.get("key", "")))
                if today and then["recorded_by"] == "accede-data" and then["key"] not in OLDER:
                    changed += [
                        then["key"] for name in today if name != CUT and name in then and today[name] != then[name]
                    ]
    number = tomllib.loads((folder / "release.toml").read_text(encoding="utf-8"))["number"]
    assert number > 1 or changed == []
