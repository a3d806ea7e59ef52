"""Commands from cold against a bare `django.setup()`, and answers for other days and instants against today's.

python commands.py answers     times the answers in one process, and prints them as JSON
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import django
from process import BIN, ROOT, measured, median_seconds
from ratio import Ratio

BARE = """
import django
from django.conf import settings
apps = ["admin", "auth", "contenttypes", "sessions", "messages", "staticfiles"]
settings.configure(INSTALLED_APPS=[f"django.contrib.{name}" for name in apps])
django.setup()
"""
"""What a new Django project starts with, and nothing of ours."""

COMMANDS = {
    "accede status": ["status", "--json"],
    "accede state MAR": ["state", "MAR", "--json"],
    "accede votes": ["votes", "--body", "plenary", "--session", "72", "--json"],
}

DRAFT = ROOT.parent / "shared/documents/000_144bfe5992db99ac.txt"
"""About ten pages, with some 140 claims."""

LOOKS = {
    "as of 2003-09-03": (date(2003, 9, 3), None),
    "as of 2018-08-21": (date(2018, 8, 21), None),
    "known on an earlier instant": (None, datetime(2026, 11, 22, 12, tzinfo=UTC)),
    "as of 2018-08-21, known on an earlier instant": (date(2018, 8, 21), datetime(2026, 11, 22, 12, tzinfo=UTC)),
}


def cold(home: Path, times: int = 9) -> list[Ratio]:
    """Commands from cold: at most twice a bare `django.setup()`."""
    commands = {"bare": [Path(sys.executable), "-c", BARE]}
    commands |= {name: [BIN / "accede", *arguments] for name, arguments in COMMANDS.items()}
    taken = median_seconds(commands, times, ACCEDE_HOME=str(home), DATABASE_URL="")
    return [
        Ratio(f"`{name}` from cold", taken[name], "a bare `django.setup()`", taken["bare"], at_most=2)
        for name in COMMANDS
    ]


def checked(home: Path, times: int = 9) -> list[Ratio]:
    """A draft of ten pages held against the register: at most the time of five `accede status`, all from cold."""
    if not DRAFT.exists():
        print(f"Left out: checking (../shared/documents/{DRAFT.name} is not there).")
        return []
    commands: dict[str, list[str | Path]] = {
        "status": [BIN / "accede", *COMMANDS["accede status"]],
        "check": [BIN / "accede", "check", DRAFT, "--as-of", "2018-08-21", "--json"],
    }
    taken = median_seconds(commands, times, ends=(0, 1), ACCEDE_HOME=str(home), DATABASE_URL="")
    return [
        Ratio("`accede check` of ten pages", taken["check"], "five `accede status`", 5 * taken["status"], at_most=1)
    ]


def other_days(home: Path) -> list[Ratio]:
    """Any day and any instant: at most 1.3 times today's cost."""
    taken = measured("commands.py", "answers", ACCEDE_HOME=str(home), DATABASE_URL="")
    return [
        Ratio(f"{answer}, {look}", taken[answer][look], "the same, today", taken[answer]["today"], at_most=1.3)
        for answer in taken
        for look in LOOKS
    ]


def answers(times: int = 25) -> dict[str, dict[str, float]]:
    """Seconds of each answer for each look, the shortest of many taken in turns: other programs only ever add to it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.core"
    django.setup()
    from accede.overview.attendance import attendance_of
    from accede.overview.dossier import dossier_of
    from accede.overview.gaps import gaps_of
    from accede.overview.headline import headline_of
    from accede.overview.votes import votes_of
    from accede.records.values import View
    from accede.vocabulary.ballots import Body

    asked: dict[str, Callable[[View], object]] = {
        "headline": lambda view: headline_of("apmbc", view),
        "dossier": lambda view: dossier_of("apmbc", view, "MAR"),
        "votes": lambda view: votes_of("apmbc", view, Body.PLENARY, 56, "all"),
        "attendance": lambda view: attendance_of("apmbc", view),
        "gaps": lambda view: gaps_of("apmbc", view),
    }
    now = datetime.now(UTC)
    views = {"today": View(as_of=now.date(), known_on=now)}
    views |= {look: View(as_of=day or now.date(), known_on=instant or now) for look, (day, instant) in LOOKS.items()}
    taken: dict[str, dict[str, list[float]]] = {answer: {look: [] for look in views} for answer in asked}
    for _ in range(times):
        for answer, ask in asked.items():
            for look, view in views.items():
                begun = time.perf_counter()
                ask(view)
                taken[answer][look].append(time.perf_counter() - begun)
    return {answer: {look: min(found) for look, found in looks.items()} for answer, looks in taken.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(answers()) + "\n")
