"""Every package of others is under a licence of requirements/licences.toml. Prints each that is not; exit 1 if any.

All packages of `scripts/run` and `scripts/test` are looked at, those of the tools (bench, soak, audit) where they are installed.
A licence that nobody knows is a problem like one that is not allowed.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = tomllib.loads((ROOT / "requirements" / "licences.toml").read_text(encoding="utf-8"))
ALLOWED = frozenset(TABLE["allowed"])
NAMED: dict[str, frozenset[str]] = {licence: frozenset(names) for licence, names in TABLE["named"].items()}
READ: dict[str, str] = TABLE["read"]
TOOLS = {"bench": ".venv/bench", "soak": ".venv/soak", "audit": ".venv/audit/lib"}
CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Classifiers that name one licence."""


def problems() -> Iterator[str]:
    """A sentence for each."""
    ours = _installed([str(path) for path in map(Path, sys.path) if path.name == "site-packages"])
    for file in ("runtime", "test"):
        for name, version in pins(file):
            found = ours.get(name)
            if found is None or found.version != version:
                yield f"{name} {version}: pinned, but not installed here; its licence is not known. Run scripts/setup test."
            elif said := problem_of(name, licence_of(found)):
                yield said
    for file, folder in TOOLS.items():
        places = [str(path) for path in (ROOT / folder, *(ROOT / folder).glob("python*/site-packages"))]
        tools = _installed(places)
        for name, _ in pins(file):
            if name in tools and (said := problem_of(name, licence_of(tools[name]))):
                yield f"requirements/{file}.txt: {said}"


def pins(file: str) -> Iterator[tuple[str, str]]:
    """Name and version of each package of a file of requirements."""
    text = (ROOT / "requirements" / f"{file}.txt").read_text(encoding="utf-8")
    yield from re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^\s;\\]+)", text, re.MULTILINE)


def licence_of(package: Distribution) -> str:
    """The SPDX expression of a package: as it says itself, else as we have read it; "" where neither tells."""
    about = package.metadata
    if expression := about.get("License-Expression"):
        return str(expression)
    if read := READ.get(_name(package)):
        return read
    free = (about.get("License") or "").strip()
    if free in ALLOWED or free in NAMED:
        return free
    classifiers = [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License ::")
    ]
    told = {CLASSIFIED.get(each, "") for each in classifiers if each != "OSI Approved"}
    return told.pop() if len(told) == 1 else ""


def problem_of(name: str, expression: str) -> str:
    """What is wrong with a package under a licence; "" where nothing is. Of several to choose from, one must be allowed."""
    if not expression:
        return f"{name}: nobody knows its licence. Read it, and name it in requirements/licences.toml."
    for every in expression.replace("(", "").replace(")", "").split(" AND "):
        if not any(each in ALLOWED or name in NAMED.get(each, ()) for each in every.split(" OR ")):
            return f"{name}: its licence, {every}, is not allowed for it in requirements/licences.toml."
    return ""


def _installed(places: list[str]) -> dict[str, Distribution]:
    return {_name(each): each for each in distributions(path=places)}


def _name(package: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()


if __name__ == "__main__":
    found = list(problems())
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
