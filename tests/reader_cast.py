"""The cast of the tests of readers beyond the status paper: the register's names, occasions and treaties, documents read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from accede.intake.documents import read_document
from accede.intake.findings import Findings, Proposal
from accede.intake.kind import read_findings, shipped_treaties
from accede.vocabulary.state_names import shipped_names
from intake_cast import occasions

SAMPLES = Path(__file__).parent / "samples" / "intake"
F = TypeVar("F")


@cache
def treaties():
    return shipped_treaties()


def read(path: Path, treaty: str = "apmbc") -> Findings:
    """What a file holds, read as `accede import` reads it."""
    document = read_document(path)
    return read_findings(document, shipped_names(), occasions(), treaty=treaty, name=path.name, treaties=treaties())


def sample(name: str) -> Findings:
    return read(SAMPLES / name)


def written(folder: Path, text: str, name: str = "page.txt") -> Findings:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def facts(findings: Findings, kind: type[F]) -> list[F]:
    return [one.fact for one in findings.proposals if isinstance(one.fact, kind)]


def proposal(findings: Findings, kind: type) -> Proposal:
    (found,) = [one for one in findings.proposals if isinstance(one.fact, kind)]
    return found
