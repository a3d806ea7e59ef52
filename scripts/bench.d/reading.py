"""Our own status paper in Word read to its tree, against python-docx's bare reading of the same file.

python reading.py write FOLDER                 writes the paper
python reading.py ours|bare FOLDER             reads it several times in a process of its own, and prints seconds as JSON
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import papers
import process
from ratio import Ratio

READ = 7
"""Times in one process; the shortest counts, since other programs only ever add to it."""


def ratios(home: Path, folder: Path, times: int = 3) -> Iterator[Ratio]:
    """In turns, each in a process of its own, timed after its imports."""
    around = {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    process.measured("reading.py", "write", folder, **around)
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(times):
        for what, found in taken.items():
            found.append(process.measured("reading.py", what, folder, **around)["seconds"])
    ours, bare = min(taken["ours"]), min(taken["bare"])
    yield Ratio("our status paper in Word read to its tree", ours, "python-docx, all texts", bare, at_most=1.5)


def write(folder: Path) -> float:
    """Write the paper from the register."""
    document = papers._paper()
    from accede.reporting.render import RENDERERS

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "paper.docx").write_bytes(RENDERERS[".docx"](document))
    return 0


def ours(folder: Path) -> float:
    """File to tree, with its footnotes, tables made whole and kinds of paragraphs."""
    from accede.intake.documents import read_document

    return _shortest(lambda: read_document(folder / "paper.docx"))


def bare(folder: Path) -> float:
    """python-docx opening the file and giving the text of each paragraph and cell."""
    import docx

    def read() -> None:
        document = docx.Document(str(folder / "paper.docx"))
        texts = [paragraph.text for paragraph in document.paragraphs]
        for table in document.tables:
            for row in table.rows:
                texts += [cell.text for cell in row.cells]

    return _shortest(read)


def _shortest(read: Callable[[], object]) -> float:
    taken = []
    for _ in range(READ):
        begun = time.perf_counter()
        read()
        taken.append(time.perf_counter() - begun)
    return min(taken)


if __name__ == "__main__":
    does = {"write": write, "ours": ours, "bare": bare}
    sys.stdout.write(json.dumps({"seconds": does[sys.argv[1]](Path(sys.argv[2]))}) + "\n")
