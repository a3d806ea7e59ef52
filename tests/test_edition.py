"""Sealed papers: bytes with a hash that are kept, rebuilt, and missed by verify when they are gone."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Check
from accede.paper.canonical import canonical_bytes, tree_hash
from accede.records.lock import head
from accede.records.values import View
from accede.records.verify import verify
from accede.reporting.edition import edition_key, missing_editions, rebuild, seal
from accede.reporting.models import EditionVersion
from accede.reporting.recipes.status_paper import write_status_paper
from accede.reporting.render import renderer_for
from accede.vocabulary.errors import Damaged, Refused
from accede.vocabulary.partial_date import PartialDate
from evidence_cast import view
from sample_paper import sample_paper

pytestmark = pytest.mark.django_db

PAPER = sample_paper()


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """Editions of a test are gone with it."""
    settings.ACCEDE_HOME = tmp_path
    return tmp_path


def kept_file(home: Path) -> Path:
    (file,) = (home / "editions").iterdir()
    return file


def test_an_edition_is_the_bytes_of_the_tree_under_their_hash(home):
    edition = seal(operator("amina"), PAPER, treaty="apmbc")
    assert kept_file(home).name == edition.tree_sha256 == tree_hash(PAPER)
    assert kept_file(home).read_bytes() == canonical_bytes(PAPER)


def test_the_register_holds_who_sealed_what_as_of_when():
    edition = seal(operator("amina"), PAPER, treaty="apmbc")
    held = EditionVersion.objects.get(key=edition_key(edition))
    assert (held.recorded_by, held.version, held.symbol) == ("amina", 1, "EX/MSP.17/2018/10")
    assert (held.as_of, held.known_on) == ("2018-08-21", "2018-09-21T12:00:00Z")


def test_it_rebuilds_the_same_paper_and_the_same_file_in_every_format():
    again = rebuild(seal(operator("amina"), PAPER, treaty="apmbc"))
    assert again == PAPER
    for suffix in (".json", ".md", ".html", ".docx", ".pdf"):
        render = renderer_for(suffix)
        assert render(again) == render(PAPER), suffix


def test_sealing_the_same_paper_again_adds_nothing():
    first = seal(operator("amina"), PAPER, treaty="apmbc")
    before = head()
    assert seal(operator("ben"), PAPER, treaty="apmbc") == first
    assert head() == before


def test_a_correction_is_another_edition_beside_the_first():
    first = seal(operator("amina"), PAPER, treaty="apmbc")
    second = seal(operator("amina"), replace(PAPER, subtitle=()), treaty="apmbc")
    assert edition_key(first) != edition_key(second)
    assert rebuild(first) == PAPER
    assert EditionVersion.objects.count() == 2


def test_a_symbol_given_at_the_seal_is_printed_in_the_masthead():
    bare = replace(PAPER, masthead=replace(PAPER.masthead, symbol=""))
    edition = seal(operator("amina"), bare, treaty="apmbc", symbol="APLC/MSP.17/2018/9")
    assert edition.symbol == rebuild(edition).masthead.symbol == "APLC/MSP.17/2018/9"


def test_a_paper_is_not_sealed_under_another_symbol_than_it_bears():
    with pytest.raises(Refused, match="EX/MSP"):
        seal(operator("amina"), PAPER, treaty="apmbc", symbol="APLC/MSP.17/2018/9")


def test_a_paper_from_outside_is_not_sealed(home):
    with pytest.raises(Refused, match="not written from the register"):
        seal(operator("amina"), replace(PAPER, as_of="", known_on=""), treaty="apmbc")
    assert not (home / "editions").exists()


def test_verify_misses_an_edition_whose_file_is_gone(home):
    edition = seal(operator("amina"), PAPER, treaty="apmbc")
    assert list(missing_editions()) == []
    kept_file(home).unlink()
    (problem,) = verify(further=(missing_editions,)).problems
    assert edition_key(edition) in problem
    with pytest.raises(Damaged, match="is gone"):
        rebuild(edition)


def test_verify_finds_an_edition_that_was_changed(home):
    edition = seal(operator("amina"), PAPER, treaty="apmbc")
    kept_file(home).write_bytes(canonical_bytes(replace(PAPER, subtitle=())))
    (problem,) = verify(further=(missing_editions,)).problems
    assert "changed after it was kept" in problem
    with pytest.raises(Damaged, match="was changed"):
        rebuild(edition)


def test_the_register_writes_the_sealed_paper_again_whatever_was_recorded_since(register):
    pinned = View(as_of=view("2018-08-21").as_of, known_on=datetime.now(UTC))
    edition = seal(operator("amina"), write_status_paper("apmbc", pinned, symbol="APLC/MSP.17/2018/9"), treaty="apmbc")
    looked = Check(treaty="apmbc", state="BHR", checked=PartialDate.parse("2018-08-01"))
    record(operator("amina"), "apmbc/BHR/check/1", looked, source="17msp-status-paper")
    again = write_status_paper("apmbc", pinned, symbol="APLC/MSP.17/2018/9")
    assert tree_hash(again) == edition.tree_sha256


def test_a_sealed_paper_names_no_place_on_a_machine(register, home):
    document = write_status_paper("apmbc", view("2018-08-21"))
    assert str(home).encode() not in canonical_bytes(document)
    assert str(Path(__file__).parents[1]).encode() not in canonical_bytes(document)
