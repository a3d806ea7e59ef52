"""Registers that older versions made (`registers_of_old/make.py` says how), and what must be so when they are of this version."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from program import Program
from registers_of_old.make import HANDED_OVER

FOLDER = Path(__file__).parent / "registers_of_old"
BACKUPS = tuple(FOLDER / f"{commit}.backup" for commit in HANDED_OVER)
"""The oldest first."""
OLDEST, NEWEST = BACKUPS[0], BACKUPS[-1]
DATABASE_OF_OLDEST = OLDEST.with_suffix(".sqlite3.gz")

_AS_IT_WAS = """
from pathlib import Path
from django.db import connection
from accede.records import guard, restore, witness
from accede.records.lock import head
file = Path({file!r})
with restore._archive(file) as archive:
    manifest = restore._manifest(archive, file)
    restore.load_as_it_was(archive, manifest, lambda what, count: None)
    restore._keep_files(archive, manifest, lambda what, count: None)
present = set(connection.introspection.table_names())
with connection.cursor() as cursor:
    if connection.vendor == "postgresql":
        cursor.execute(guard._POSTGRESQL_FUNCTION)
    for model in guard.guarded_models():
        for name, statement in guard._triggers(model) if model._meta.db_table in present else ():
            cursor.execute(statement)
newest = head()
witness.expect(newest.number, newest.hash)
witness.reach(newest.number, newest.hash)
"""

_HELD = """
import json
from accede.accounts.models import User
from accede.evidence.models import CheckVersion, PracticeVersion
from accede.outreach.models import Contact, Task
from accede.records.models import AuditEntry, SourceVersion
from accede.register.models import OccasionVersion
def versions(model, field, key):
    return list(model.objects.filter(key=key).order_by("version").values_list("recorded_by", field))
print(json.dumps({{
    "entry": AuditEntry.objects.get(number={number}).hash,
    "left alone": versions(PracticeVersion, "summary", "apmbc/AFG/practice/use/1"),
    "corrected": versions(PracticeVersion, "summary", "apmbc/AFG/practice/use/2"),
    "meeting": versions(OccasionVersion, "city", "2MSP"),
    "check": versions(CheckVersion, "note", "apmbc/BHR/check/1"),
    "source": versions(SourceVersion, "title", "letter-of-ana"),
    "password": User.objects.get(username="ana").check_password("seven quiet harbours"),
    "rows": Contact.objects.count() + Task.objects.count(),
}}))
"""

_CORRECTED = [
    ["accede-data", "As an older release told it, before somebody corrected it."],
    ["ana", "As Ana corrected it."],
]


def stand_as_it_was(program: Program, backup: Path) -> None:
    """Let the register of a backup stand as the version left it that made it, with its tables and triggers alone."""
    program.home.mkdir(mode=0o700, exist_ok=True)
    program.python(_AS_IT_WAS.format(file=str(backup)))


def wrong_after_setup(program: Program, backup: Path, told: dict[str, Any]) -> list[str]:
    """What is not as it must be in a register that was made of a backup; `told` is what set-up told as JSON."""
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    held = json.loads(program.python(_HELD.format(number=manifest["chain_number"])))
    has_outreach = ["outreach", "0001_initial"] in manifest["migrations"]
    joined = program.json("status", "--as-of", "2018-08-21")["counts"]["joined"]
    kept = sorted(path.relative_to(program.home).as_posix() for path in program.home.glob("*/" + "?" * 64))
    differences = [(one["key"], one["field"], one["held"]) for one in told["differences"]]
    wanted = {
        "whole": (program("verify").out.split(":")[0], "The register is whole"),
        "differences": (differences, [("apmbc/AFG/practice/use/2", "summary", "As Ana corrected it.")]),
        "end of the old chain": (held["entry"], manifest["chain_hash"]),
        "what people left alone": ([by for by, _ in held["left alone"]], ["accede-data"] * 2),
        "correction": (held["corrected"], _CORRECTED),
        "meeting": (held["meeting"], [["accede-data", "Lausanne"], ["accede-data", "Geneva"]]),
        "check": (held["check"], [["ana", "Ana looked."]]),
        "source": (held["source"], [["ana", "A letter that Ana kept"]]),
        "password": (held["password"], True),
        "rows of outreach": (held["rows"], 2 if has_outreach else 0),
        "States that had joined": (joined, 164),
        "kept files": (kept, sorted(manifest["kept"])),
    }
    return [f"{what}: {found!r}, not {due!r}" for what, (found, due) in wanted.items() if found != due]
