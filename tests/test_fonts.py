"""The shipped fonts: each is what the manifest says, under a free licence, and together they have every State's name."""

import csv
import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from accede.reporting.render import pdf

FONTS = Path(pdf.__file__).parents[1] / "fonts"
LIMIT = 8_000_000


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return tomllib.loads((FONTS / "manifest.toml").read_text(encoding="utf-8"))


def test_every_font_is_the_one_in_the_manifest(manifest: dict[str, Any]) -> None:
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.?tf")}
    assert held == {font["file"]: font["sha256"] for font in manifest["font"]}


def test_every_font_has_a_version_an_origin_and_a_free_licence_whose_text_is_shipped(manifest: dict[str, Any]) -> None:
    assert all(font["version"] and font["origin"] and font["licence"] == "OFL-1.1" for font in manifest["font"])
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENCE.txt").read_text(encoding="utf-8")


def test_they_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < LIMIT


@pytest.mark.shared
def test_they_have_every_name_of_every_state_in_six_languages(shared: Path) -> None:
    with (shared / "data/states.csv").open(encoding="utf-8", newline="") as file:
        names = {
            name
            for row in csv.DictReader(file)
            for column, name in row.items()
            if column.startswith(("short", "formal"))
        }
    assert len(names) > 1000
    assert {name for name in names if not set(name) <= pdf.covered()} == set()


def test_the_papers_own_signs_are_covered() -> None:
    assert set("√ – — … “ ” « » ‘ ’ № § € ¹ ² ° • → ≥ ½ ✓ Ώ Ж ё ї ﷺ ، ؟ 〈〉《》、。") <= pdf.covered()
