"""The examples of the documentation are run: what stands after `$ accede ...` is what the program prints."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from program import Program

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("README.md"), *sorted((ROOT / "docs").rglob("*.md"))]


@dataclass(frozen=True)
class Example:
    """A command of a page and what the page says it prints, in which a line `...` stands for any lines."""

    line: int
    command: str
    printed: list[str]


def examples(page: Path) -> list[Example]:
    """The commands in a page's `console` blocks, in order."""
    found: list[Example] = []
    inside = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            found.append(Example(number, line.removeprefix("$ "), []))
        elif inside:
            found[-1].printed.append(line.rstrip())
    return found


def as_pattern(printed: list[str]) -> str:
    """Blank lines at the end do not count; `...` alone is any lines, inside a line any characters."""
    lines = "\n".join(printed).strip("\n").split("\n")
    parts = (
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("..."), ".*") + r"\n" for line in lines
    )
    return "".join(parts)


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.name)
def test_examples_of_a_page_print_what_it_says(page: Path, program: Program, tmp_path: Path) -> None:
    """As wide as the pages are; the first of the README is started from cold, as its reader does."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for number, example in enumerate(examples(page)):
        called, *arguments = shlex.split(example.command)
        assert called == "accede", f"{page.name}:{example.line}: only accede is run here"
        run = program.cold if page.name == "README.md" and not number else program
        done = run(*arguments, folder=folder, further={"COLUMNS": "100"})
        printed = done.out + done.err
        where = f"{page.name}:{example.line}: $ {example.command}"
        assert re.fullmatch(as_pattern(example.printed), printed), f"{where}\nprints\n{printed}"


def test_every_link_to_a_file_of_the_repository_leads_somewhere() -> None:
    broken = []
    for page in [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "requirements" / "README.md"]:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken
