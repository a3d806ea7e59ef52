"""Makes the backups of this folder with the programme as it was when each stage of the work was handed over.

Each is made by the old code itself, in an environment of its own from its own requirements: set-up with the data of then, cut
down to what is told of six States and with a few values as an older release might have had them (`OLDER`), then people's
work (`lived.py`), then `accede backup`. Of the oldest the database of SQLite is kept too, as the old programme left it.

    python tests/registers_of_old/make.py [COMMIT]...    needs the repository's history and the packages of requirements/runtime.txt
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import os
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

HANDED_OVER = {
    "f7790cd": "the register and the status paper",
    "4662a8b": "the checker and the other papers",
    "f777e6b": "the public site, the open API and the open data",
    "7cd2e46": "the workspace",
    "bf69eb9": "outreach",
}
"""Commit to what was new with it, the oldest first: what a register may have been made with."""

STATES = frozenset(("AFG", "ARM", "BHR", "CHN", "LAO", "MAR"))

OLDER = {
    "apmbc/AFG/practice/use/1": {"summary": "As an older release told it."},
    "apmbc/AFG/practice/use/2": {"summary": "As an older release told it, before somebody corrected it."},
    "2MSP": {"city": "Lausanne"},
}
"""Key of a shipped record to values that it has in these registers alone."""

BEGIN = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'accede.config.full'; django.setup()\n"


def make(commit: str, environments: Path) -> None:
    """Make the backup of a commit; `environments` is where those of other commits are."""
    with tempfile.TemporaryDirectory(prefix="accede-of-old-") as name:
        folder = Path(name)
        archive = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        cut(folder / "src" / "accede" / "data")
        python = environment(folder, environments)
        home, backup = folder / "home", HERE / f"{commit}.backup"
        program = [str(python), "-m", "accede.cli.main"]
        of_old = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PYTHONPATH")}
        of_old["ACCEDE_HOME"] = str(home)

        def run(*command: str, given: str | None = None) -> None:
            subprocess.run(command, env=of_old, cwd=environments, check=True, input=given, text=True)

        run(*program, "setup")
        run(*program, "user", "add", "ana", "--password-stdin", given="seven quiet harbours\n")
        run(str(python), "-c", BEGIN + (HERE / "lived.py").read_text(encoding="utf-8"))
        run(*program, "paper", "status", "--as-of", "2018-08-21", "--seal", "-o", str(folder / "paper.md"))
        run(*program, "verify")
        backup.unlink(missing_ok=True)
        run(*program, "backup", str(backup))
        backup.chmod(0o644)
        if commit == next(iter(HANDED_OVER)):
            keep_database(home, HERE / f"{commit}.sqlite3.gz")
    sys.stdout.write(f"{backup.name}: {backup.stat().st_size:,} bytes\n")


def environment(folder: Path, environments: Path) -> Path:
    """Python with the packages of then, and the programme as it is in `folder`."""
    requirements = folder / "requirements" / "runtime.txt"
    place = environments / hashlib.sha256(requirements.read_bytes()).hexdigest()
    python = place / "bin" / "python"
    install = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([*install, "--require-hashes", "--only-binary", ":all:", "-r", str(requirements)], check=True)
    subprocess.run([*install, "--force-reinstall", "--no-deps", "--no-build-isolation", str(folder)], check=True)
    return python


def cut(data: Path) -> None:
    """Leave all States with their short English names, the votes of 2017, and what is told of six; put the older values in."""
    tables = {file.stem: _rows(file) for file in sorted(data.glob("*.csv"))}
    for name, rows in tables.items():
        for row in rows:
            row.update(OLDER.get(row.get("key", ""), {}))
        if name == "state_names":
            tables[name] = [row for row in rows if (row["language"], row["form"]) == ("en", "short")]
        elif name == "roll_calls":
            tables[name] = [row for row in rows if row["voted"].startswith("2017")]
        elif name not in ("states", "tiles", "world_map", "neighbours"):
            tables[name] = [row for row in rows if row.get("state", "") in {*STATES, ""}]
    statements = {row["key"] for name in ("statements", "confirmations") for row in tables[name]}
    votes = {row["key"] for row in tables["roll_calls"]}
    tables["ballots"] = [row for row in tables["ballots"] if row["roll_call"] in votes]
    tables["statement_codes"] = [row for row in tables["statement_codes"] if row["statement"] in statements]
    tables["citations"] = [row for row in tables["citations"] if row["of"] in statements]
    told = "\n".join(row.get("source", "") for name, rows in tables.items() if name != "sources" for row in rows)
    told += "".join(file.read_text(encoding="utf-8") for file in (data / "treaties").glob("*.toml"))
    tables["sources"] = [row for row in tables["sources"] if row["key"] in told]
    for name, rows in tables.items():
        _write(data / f"{name}.csv", rows)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    header = next(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def keep_database(home: Path, file: Path) -> None:
    """The database in one file, with what stood beside it written into it."""
    with closing(sqlite3.connect(home / "accede.sqlite3")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.write_bytes(gzip.compress((home / "accede.sqlite3").read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="accede-environments-") as place:
        for each in sys.argv[1:] or HANDED_OVER:
            make(each, Path(place))
