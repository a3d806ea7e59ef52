"""What must not enter the repository. Prints each problem; exit 1 if any.

- addresses of package registries, and paths of the machine somebody worked on;
- sentences of the published papers: runs of fourteen words of `../shared/documents`, where that exists;
- requirements without a pin and a hash, or pins that differ between the files.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAPERS = ROOT.parent / "shared" / "documents"

REGISTRIES = "|".join(
    re.escape(host) + r"\.(?:org|com)"
    for host in ("py" + "pi", "python" + "hosted", "npm" + "js", "deb." + "debian", "security." + "debian")
)
MACHINE_PATHS = r"(?<![\w.])/(?:work|farm|root|home/\w+|tmp/bash_jobs)/"
FORBIDDEN = re.compile(f"{REGISTRIES}|{MACHINE_PATHS}", re.IGNORECASE)

RUN = 14
"""Words in a row that make a copied sentence; titles and table headings are shorter, or named here."""
HEADINGS = (
    "stated support for the aims of the convention and stated circumstances",
    "convention on the prohibition of the use stockpiling production and transfer",
)


def problems() -> Iterator[str]:
    """A sentence for each."""
    copied = _runs_of_papers()
    for name in _files():
        path = ROOT / name
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture, a font; or deleted and not yet committed
        for number, line in enumerate(text.splitlines(), 1):
            if FORBIDDEN.search(line):
                yield f"{name}:{number}: a registry's address or a path of a machine."
        if copied and (hits := _runs(text) & copied):
            yield f"{name}: {len(hits)} run(s) of {RUN} words of a published paper, e.g. “{min(hits)}”."
    runtime, test = (dict(_pins(name)) for name in ("runtime.txt", "test.txt"))
    yield from _unpinned()
    yield from (
        f"requirements: {name} is {pin} at run time and {test.get(name)} in tests."
        for name, pin in runtime.items()
        if test.get(name) != pin
    )


def _files() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name]


def _runs(text: str) -> set[str]:
    words = [word.lower().replace("’", "'") for word in re.findall(r"[A-Za-z0-9’']+", re.sub(r"<[^>]+>", " ", text))]
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _runs_of_papers() -> set[str]:
    papers = PAPERS.glob("*.txt") if PAPERS.is_dir() else ()
    runs = set[str]().union(*(_runs(paper.read_text(encoding="utf-8", errors="replace")) for paper in papers))
    return {run for run in runs if not any(heading in run for heading in HEADINGS)}


def _requirements(name: str) -> Iterator[str]:
    """The requirements of a file, each with its continued lines as one."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    yield from "\n".join(lines).replace("\\\n", " ").splitlines()


def _unpinned() -> Iterator[str]:
    for file in ("runtime.txt", "test.txt", "soak.txt", "bench.txt", "audit.txt"):
        for line in _requirements(file):
            if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*==\S+( ; [^-]+)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", line):
                yield f"requirements/{file}: “{line[:60]}” is not a pin with its hashes."


def _pins(file: str) -> Iterator[tuple[str, str]]:
    for line in _requirements(file):
        name, _, rest = line.partition("==")
        yield name, rest.split()[0] if rest else ""


if __name__ == "__main__":
    found = list(problems())
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
