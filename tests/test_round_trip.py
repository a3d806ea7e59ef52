"""The main job: the published paper in, the same paper out, and what we write we read back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from accede.accounts.actor import operator
from accede.intake.accept import accept
from accede.intake.compare import Verdict
from accede.intake.passage import folded
from accede.intake.propose import propose
from accede.paper.tree import Document, Table, paragraph_text, tables, text_of
from accede.records.values import View
from accede.reporting.recipes.status_paper import write_status_paper
from accede.reporting.render import renderer_for
from emptied import emptied

CUT_OFF = date(2018, 8, 21)
FORMATS = (".docx", ".pdf", ".md", ".html")


def paper_of(as_of: date) -> Document:
    return write_status_paper("apmbc", View(as_of=as_of, known_on=datetime.now(UTC)))


@pytest.fixture(scope="module")
def published(shared: Path) -> Path:
    return shared / "documents" / "000_144bfe5992db99ac.txt"


@pytest.fixture(scope="module")
def imported(django_db_setup: None, django_db_blocker, published: Path) -> Document:
    """The paper written by a register that holds the published one and nothing else."""
    with django_db_blocker.unblock(), emptied():
        accept(published, "apmbc", actor=operator("amina"))
        return paper_of(CUT_OFF)


def the(document: Document, kind: str) -> Table:
    (found,) = (table for table in tables(document) if table.kind == kind)
    return found


def columns(table: Table) -> dict[str, list[str]]:
    heads = [paragraph_text(cell.paragraphs) for cell in table.header[-1].cells]
    cells = [[paragraph_text(cell.paragraphs) for cell in row.cells] for row in table.rows]
    return {head: [row[number] for row in cells if row[number]] for number, head in enumerate(heads)}


def test_the_vote_table_is_the_published_one(imported: Document) -> None:
    found = columns(the(imported, "votes"))
    assert list(found) == ["In favour (14)", "Abstained (16)", "Not present (3)"]
    assert [len(states) for states in found.values()] == [14, 16, 3]
    assert found["Not present (3)"] == ["Kyrgyzstan", "Lebanon", "Tonga"]


def test_the_matrix_is_the_published_one_mark_by_mark(imported: Document, published: Path) -> None:
    lines = published.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("State not Party\t2014"))
    expected = []
    for line in lines[start + 2 :]:
        if "√" not in line:
            break
        expected.append([cell.strip() == "√" for cell in line.split("\t")[1:]])
    rows = [[bool(paragraph_text(cell.paragraphs)) for cell in row.cells[1:]] for row in the(imported, "matrix").rows]
    assert [row + [False] * (9 - len(row)) for row in expected] == rows
    assert sum(map(sum, rows)) == 64


def test_every_text_and_citation_stands_in_the_published_paper_in_order(imported: Document, published: Path) -> None:
    """White space, page breaks and repeated headers apart, the published table contains each State's entries in order."""
    plain = folded(re.sub(r"<[^>]+>", "", _without_page_breaks(published.read_text(encoding="utf-8"))))
    entries = 0
    for row in imported.overview:
        place = 0
        for entry in row.entries:
            if entry.kind == "confirmation":
                continue
            entries += 1
            for part in (*entry.text.split("\n"), entry.citation):
                found = plain.find(folded(part), place)
                assert found >= 0, (row.iso3, part)
                place = found
    assert entries == 37


def _without_page_breaks(text: str) -> str:
    """The published text with continued rows joined: footnotes, repeated headers, the last column, empty first cells out."""
    text = re.sub(r"\t(?:[^\t\n]{0,30} in \d{4}|Has never participated)$", "", text, flags=re.MULTILINE)
    lines = [
        line.lstrip("\t")
        for line in text.splitlines()
        if line.strip() and not line.startswith(("State not party\t", "⁴", "⁵", "⁶"))
    ]
    return " ".join(lines)


def test_the_last_participation_follows_the_rule_and_differs_for_morocco_alone(
    register: None, imported: Document, published: Path
) -> None:
    intake = propose(published, "apmbc")
    claimed = {
        one.proposal.fact.state: one.proposal.fact.occasion
        for one in intake.compared
        if getattr(one.proposal.fact, "claim", None) in ("last", "never")
    }
    written = {row.iso3: row.last_participation for row in imported.overview}
    keys = {state: _key_of(text) for state, text in written.items()}
    assert {state for state, key in keys.items() if key != claimed[state]} == {"MAR"}
    assert keys["MAR"] == "16MSP"
    cell = next(row for row in the(imported, "overview").rows if row.key == "MAR").cells[2]
    assert "17MSP" in paragraph_text(cell.paragraphs)


def _key_of(text: str) -> str:
    ordinals = {"First": "1RC", "Second": "2RC", "Third": "3RC"}
    head = text.split()[0]
    return "" if text.startswith("Has never") else ordinals.get(head, head)


def test_the_paper_counts_as_the_published_one_does(imported: Document) -> None:
    introduction = text_of(imported.sections[0].blocks[0].inlines)
    assert "164 States have joined" in introduction
    assert "33 States remain outside" in introduction


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_we_write_we_read_back(empty_register: None, published: Path, tmp_path: Path, suffix: str) -> None:
    accept(published, "apmbc", actor=operator("amina"))
    written = tmp_path / f"paper{suffix}"
    written.write_bytes(renderer_for(suffix)(paper_of(CUT_OFF)))
    again = propose(written, "apmbc")
    assert again.count(Verdict.NEW, Verdict.COMPLETES, Verdict.CONFLICT) == 0
    found = again.findings.found
    assert (found.states, found.statements, found.confirmations, found.votes, found.attendance) == (33, 37, 2, 33, 64)
    assert again.findings.not_understood == ()


@pytest.mark.parametrize(
    ("suffix", "as_of"),
    [
        *((suffix, as_of) for suffix in FORMATS for as_of in (CUT_OFF, date(2026, 11, 23))),
        *((suffix, as_of) for suffix in (".docx", ".html") for as_of in (date(2014, 1, 1), date(2020, 11, 20))),
    ],
)
def test_what_the_shipped_register_writes_is_read_back(
    register: None, tmp_path: Path, suffix: str, as_of: date
) -> None:
    written = tmp_path / f"paper{suffix}"
    written.write_bytes(renderer_for(suffix)(paper_of(as_of)))
    again = propose(written, "apmbc")
    assert [one.proposal for one in again.compared if one.comparison.verdict is not Verdict.SAME] == []


def test_contradicted_last_participations_are_shown(register: None, published: Path) -> None:
    accept(published, "apmbc", actor=operator("amina"))
    document = paper_of(CUT_OFF)
    written = {row.iso3: row.last_participation for row in document.overview}
    assert (_key_of(written["VNM"]), _key_of(written["BHR"])) == ("12MSP", "10MSP")
    cells = {row.key: paragraph_text(row.cells[2].paragraphs) for row in the(document, "overview").rows}
    assert "17MSP" in cells["VNM"]
    assert "17MSP" in cells["BHR"]
