"""All that Accede reads at run time is in its wheel; the whole proof is `scripts/build --prove`."""

import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "accede"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_file_of_the_package_that_is_no_code_is_named_as_its_data():
    listed = subprocess.run(["git", "ls-files", "src/accede"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("the checkout has no git")
    data = PROJECT["tool"]["setuptools"]["package-data"]["accede"]
    named = {path for pattern in data for path in PACKAGE.glob(f"{pattern}/*" if pattern.endswith("**") else pattern)}
    lacking = [
        name
        for name in listed.stdout.split()
        if not name.endswith(".py") and (ROOT / name).exists() and ROOT / name not in named
    ]
    assert lacking == []


def test_licences_go_with_it():
    assert set(PROJECT["project"]["license-files"]) == {"LICENSE", "NOTICE"}


def test_a_licence_that_nobody_knows_or_that_is_not_allowed_is_told(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts" / "check.d"))
    import licences

    told = {
        licence: licences.problem_of("name", licence)
        for licence in ("", "AGPL-3.0-only", "MIT AND GPL-2.0-only", "MPL-2.0")
    }
    assert all(told.values())
    assert "nobody knows" in told[""]
    assert not licences.problem_of("name", "GPL-2.0-only OR (MIT AND Zlib)".replace("(MIT AND Zlib)", "MIT"))
    assert not licences.problem_of("psycopg", "LGPL-3.0-only")
    assert licences.problem_of("another", "LGPL-3.0-only")
