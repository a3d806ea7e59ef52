"""Files of others in the repository are named with version, licence and hash, and are what they were."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MANIFEST = tomllib.loads((ROOT / "requirements" / "vendored.toml").read_text(encoding="utf-8"))["vendored"]
FILES = {path: digest for one in MANIFEST for path, digest in one.get("files", {}).items()}


@pytest.mark.parametrize("path", FILES)
def test_a_vendored_file_is_what_it_was(path):
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == FILES[path]


def test_each_is_named_with_its_version_licence_and_origin():
    for one in MANIFEST:
        assert all(one[field] for field in ("name", "version", "licence", "from", "for"))
        assert one.get("files") or (ROOT / one["manifest"]).is_file()


def test_nothing_else_is_vendored():
    held = {str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "vendored").rglob("*") if path.is_file()}
    assert held <= set(FILES)


def test_the_site_brings_nothing_of_others():
    """Each of our styles and scripts says in its first line what it is for; fonts and packed scripts are never ours."""
    static = [path for path in (ROOT / "src" / "accede" / "publishing" / "static").rglob("*") if path.is_file()]
    assert static
    for path in static:
        assert path.suffix in (".css", ".js"), path
        assert path.read_text(encoding="utf-8").startswith(("/*", "//")), path
        assert max(map(len, path.read_text(encoding="utf-8").splitlines())) < 300, path
