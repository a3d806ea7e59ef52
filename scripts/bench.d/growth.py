"""What pages, API, papers, commands and the workspace cost in registers of one, ten and a hundred times the shipped evidence.

    python growth.py measure       measures the register of ACCEDE_HOME, and prints it as JSON

Processor time, not the clock: other programs on the machine take turns with it and are not counted. Each is asked several
times, and the median taken; the sizes are measured in rounds, and the lower median counts. See grown.py for the registers.
"""

from __future__ import annotations

import io
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from grown import TREATY
from process import BIN, HERE, ROOT, measured, peak_memory
from ratio import Ratio

SIZES = (1, 10, 100)
ROUNDS = 2
STATE = "MAR"
AGES_AGO = date(1999, 12, 31)
AT_MOST = 1.3
SAME_SIZE = 1.1
"""Answers that differ by less than this are of the same size: a figure in them has a digit more."""
NAMED = {"iso3": STATE, "key": {"meeting": "16MSP", "rollcall": "plenary-72"}, "table": "treaties"}
COMMANDS: Mapping[str, list[str]] = {
    "status": ["status"],
    "status --as-of 1999-12-31": ["status", "--as-of", "1999-12-31"],
    "state": ["state", STATE],
    "state --as-of 1999-12-31": ["state", STATE, "--as-of", "1999-12-31"],
    "votes": ["votes", "--body", "plenary", "--session", "72"],
    "attendance --since 16MSP": ["attendance", "--since", "16MSP"],
    "gaps": ["gaps"],
    "changes, of a year": ["changes", "--from", "2017-06-01", "--to", "2018-06-01"],
    "calc": ["calc", STATE, "--deposit", "2027-01-15"],
    "review": ["review"],
    "release": ["release"],
}
PAPERS: Mapping[str, list[str]] = {
    "status": ["status"],
    "statement": ["statement"],
    "brief": ["brief", STATE],
    "comparison, of a year": ["comparison", "--from", "2017-06-01", "--to", "2018-06-01"],
}


@dataclass
class Cost:
    """What something costs at one size: milliseconds of processor, queries, and bytes of the answer; 0 where not counted."""

    milliseconds: float
    queries: int = 0
    bytes: int = 0


@dataclass
class Row:
    """Something measured at every size; `wanted` whether the bound holds for it."""

    part: str
    what: str
    costs: dict[int, Cost] = field(default_factory=dict)

    def grows(self, size: int = SIZES[-1]) -> float:
        """The cost at a size over that at the first."""
        return self.costs[size].milliseconds / self.costs[1].milliseconds

    def answer_grows(self, size: int = SIZES[-1]) -> float:
        """The bytes of the answer at a size over those at the first; 1 where they were not counted."""
        return self.costs[size].bytes / self.costs[1].bytes if self.costs[1].bytes else 1.0

    @property
    def bound(self) -> float:
        """An answer of the same size costs at most 1.3 times as much, a larger one no more than it is larger, times 1.3."""
        larger = self.answer_grows()
        return AT_MOST * (larger if larger > SAME_SIZE else 1)


def ratios(folder: Path) -> Iterator[Ratio]:
    """Make the registers, measure them, write docs/growth.md, and tell the pages beside their bound."""
    homes = {size: folder / f"times-{size}" for size in SIZES}
    made = {size: _made(size, home) for size, home in homes.items()}
    rows: dict[tuple[str, str], Row] = {}
    scans: dict[str, list[str]] = {}
    facts: dict[int, dict[str, Any]] = {}
    for _ in range(ROUNDS):
        for size, home in homes.items():
            around = {"ACCEDE_HOME": str(home), "DATABASE_URL": "", "ACCEDE_GROWN": str(size)}
            found = measured("growth.py", "measure", **around)
            facts[size] = found["facts"]
            scans |= found["scans"] if size == SIZES[-1] else {}
            _keep(rows, size, found["costs"])
            _keep(rows, size, dict(_programs(home, folder)))
    whole = {size: dict(_whole(home, folder / f"whole-{size}")) for size, home in homes.items()}
    for size, found in whole.items():
        _keep(rows, size, found)
    ordered = list(rows.values())
    (ROOT / "docs/growth.md").write_text(_page(ordered, made, facts, scans), encoding="utf-8")
    for row in ordered:
        if row.part in BOUND:
            first, last = (row.costs[size].milliseconds / 1000 for size in (1, SIZES[-1]))
            yield Ratio(f"{row.part}: {row.what}, 100 times", last, "the same, shipped", first, at_most=row.bound)


BOUND = ("page", "API")
"""Parts that the bound is for; the rest is told."""


def _made(size: int, home: Path) -> float:
    """A register of a size; seconds that its making took."""
    around = os.environ | {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    begun = time.perf_counter()
    subprocess.run([BIN / "accede", "setup"], env=around, check=True, capture_output=True)
    if size > 1:
        subprocess.run([sys.executable, HERE / "grown.py", str(size)], env=around, check=True, stdout=subprocess.PIPE)
    return time.perf_counter() - begun


def _keep(rows: dict[tuple[str, str], Row], size: int, found: Mapping[str, Any]) -> None:
    """The lower cost of two rounds counts."""
    for name, (milliseconds, queries, number) in found.items():
        part, what = name.split(": ", 1)
        row = rows.setdefault((part, what), Row(part, what))
        before = row.costs.get(size)
        if before is None or milliseconds < before.milliseconds:
            row.costs[size] = Cost(milliseconds, queries, number)


def _programs(home: Path, folder: Path) -> Iterator[tuple[str, tuple[float, int, int]]]:
    """Commands and papers from cold."""
    for name, arguments in COMMANDS.items():
        cost, out = _run(home, [*arguments, "--json"], ends=(0, 1))
        yield f"command: {name}", (cost, 0, len(out))
    for name, arguments in PAPERS.items():
        file = folder / "paper.docx"
        cost, _ = _run(home, ["paper", *arguments, "-o", str(file)])
        yield f"paper: {name}, in Word", (cost, 0, file.stat().st_size)


def _whole(home: Path, folder: Path) -> Iterator[tuple[str, tuple[float, int, int]]]:
    """What reads the whole register, once; the first of them holds the generated register to its hashes."""
    folder.mkdir(parents=True)
    cost, out = _run(home, ["verify", "--json"])
    if not json.loads(out)["ok"]:
        raise SystemExit(f"A generated register does not verify: {out[:500]!r}")
    yield "whole register: verify", (cost, 0, 0)
    cost, _ = _run(home, ["export", str(folder / "export")])
    yield "whole register: export", (cost, 0, _bytes_in(folder / "export"))
    cost, _ = _run(home, ["backup", str(folder / "backup.zip")])
    yield "whole register: backup", (cost, 0, (folder / "backup.zip").stat().st_size)


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _run(home: Path, arguments: list[str], *, ends: tuple[int, ...] = (0,)) -> tuple[float, bytes]:
    """Milliseconds of processor of a command from cold to its end, and what it prints."""
    around = os.environ | {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([BIN / "accede", *arguments], env=around, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ends:
        raise SystemExit(f"accede {' '.join(arguments)} failed:\n{done.stderr.decode()[-3000:]}")
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), done.stdout


def measure() -> dict[str, Any]:
    """What this process finds about the register of ACCEDE_HOME."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.full"
    import django

    django.setup()
    looking = _Looking()
    looking.begin()
    looking.pages()
    looking.days()
    looking.api()
    looking.workspace()
    looking.answers()
    looking.after_a_release()
    return {"costs": looking.costs, "scans": looking.scans, "facts": looking.facts()}


class _Looking:
    """One register, asked in one process."""

    def __init__(self) -> None:
        from django.core.wsgi import get_wsgi_application

        self.costs: dict[str, tuple[float, int, int]] = {}
        self.scans: dict[str, list[str]] = {}
        self._site = get_wsgi_application()
        self._tables = _growing_tables()
        self.size = int(os.environ["ACCEDE_GROWN"])

    def begin(self) -> None:
        """The first answer of a server: what it reads before it can answer anything about the register."""
        self.get("/api/")  # what a process reads of the program itself, once
        self._forget_all()
        self._once("the server: first page of a State after its start", f"/states/{STATE}/")

    def pages(self) -> None:
        """Every kind of page as it is made for its first reader; what is folded for the day is held since the reader before."""
        for name, address in self._addresses():
            self._several(f"page: {name} `{address}`", address, self._forget_pages)

    def days(self) -> None:
        """The first page of a day, today's and one of 1999, and what an API answer costs from an earlier instant."""
        for name, address in self._addresses(dated=True):
            if name in ("home", "states", "state", "votes", "attendance", "statements", "meetings", "changes"):
                self._several(f"first of a day: {name}, today", address, self._forget_days, least=3)
                self._several(f"first of a day: {name}, 1999", f"/on/{AGES_AGO}{address}", self._forget_days, least=3)
        known = datetime.fromisoformat(_an_earlier_instant()).strftime("%Y-%m-%dT%H:%M:%SZ")
        asked = f"/api/v1/statements?known_on={known}"
        self._several("API at an instant: statements, now", "/api/v1/statements", self._forget_everything, least=3)
        self._several("API at an instant: statements, known earlier", asked, self._forget_everything, least=3)

    def api(self) -> None:
        """The first page of each list, and one row, as they are made from the rows that the process holds."""
        from accede.publishing.tables import TABLES

        for name in TABLES:
            self._several(f"API: {name}", f"/api/v1/{name}", self._forget_pages)
        self._several("API: one State", f"/api/v1/states/{STATE}", self._forget_pages)

    def workspace(self) -> None:
        """The lists of the menu, as somebody with every role sees them."""
        from django.urls import reverse

        from accede.workspace.menu import ENTRIES, TABS

        cookie = _signed_in()
        names = [*(name for name, *_ in ENTRIES), *(name for name, *_ in TABS[1:])]
        addresses = {name.removeprefix("workspace:"): reverse(name) for name in names}
        addresses |= {"audit trail": "/workspace/administration/audit/", "state": f"/workspace/states/{STATE}/"}
        for name, address in addresses.items():
            self._several(f"workspace: {name}", address, lambda: None, cookie=cookie, least=3)

    def answers(self) -> None:
        """The plans of what the main commands read."""
        from accede.overview.attendance import attendance_of
        from accede.overview.changes import changes_of
        from accede.overview.dossier import dossier_of
        from accede.overview.gaps import gaps_of
        from accede.overview.headline import headline_of
        from accede.overview.votes import votes_of
        from accede.records.values import View
        from accede.vocabulary.ballots import Body

        now = datetime.now(UTC)
        for known, instant in (("", now), (", known earlier", datetime.fromisoformat(_an_earlier_instant()))):
            view = View(as_of=now.date(), known_on=instant)
            asked: dict[str, Callable[[View], object]] = {
                "headline": lambda view: headline_of(TREATY, view),
                "dossier": lambda view: dossier_of(TREATY, view, STATE),
                "votes": lambda view: votes_of(TREATY, view, Body.PLENARY, 72, "all"),
                "attendance": lambda view: attendance_of(TREATY, view),
                "gaps": lambda view: gaps_of(TREATY, view),
                "changes": lambda view: changes_of(TREATY, view, "2017-06-01", "2018-06-01"),
            }
            for name, ask in asked.items():
                self._timed(f"answer: {name}{known}", lambda ask=ask, view=view: [ask(view), b""][1], lambda: None, 3)  # type: ignore[misc]

    def after_a_release(self) -> None:
        """A statement is recorded and made public: what the next reader waits for."""
        from accede.evidence.models import StatementVersion
        from accede.evidence.record import add
        from accede.evidence.values import Statement
        from accede.records.models import EventKind
        from accede.records.write import writing
        from accede.vocabulary.partial_date import PartialDate
        from accede.vocabulary.statements import Channel, TextKind

        self.get(f"/states/{STATE}/")
        key = f"{TREATY}/{STATE}/statement/after-{time.time_ns()}"
        said = Statement(
            treaty=TREATY,
            state=STATE,
            occasion="",
            said=PartialDate.on_day(date(2026, 11, 22)),
            citation="Generated",
            channel=Channel.STATEMENT,
            text_kind=TextKind.SUMMARY,
            summary="Generated.",
        )
        with writing("bench", "record", reason="generated") as write:
            add(write, key, said, source="17msp-status-paper")
        self._once("the server: page of a State after something was recorded", f"/states/{STATE}/")
        with writing("bench", "release", reason="generated") as write:
            write.happen(EventKind.RELEASE, StatementVersion, key, 1)
        self._once("the server: page of a State after its statement was released", f"/states/{STATE}/")

    def facts(self) -> dict[str, Any]:
        """How large the register is, and how much memory this process took."""
        from accede.evidence.models import Ballot
        from accede.records.models import MODEL_OF_FACT, AuditEntry, Event

        versions = sum(model.objects.count() for model in MODEL_OF_FACT.values())  # type: ignore[attr-defined]
        return {
            "versions": versions,
            "ballots": Ballot.objects.count(),
            "events": Event.objects.count(),
            "entries": AuditEntry.objects.count(),
            "memory": peak_memory(),
        }

    def get(self, address: str, cookie: str = "") -> bytes:
        """The body of an answer, through everything that stands around the site."""
        path, _, query = address.partition("?")
        told: list[str] = []
        around = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        }
        answer = self._site(around, lambda status, headers, wrong=None: told.append(status))
        body = b"".join(answer)
        if not told[0].startswith("200"):
            raise SystemExit(f"{address} was answered with {told[0]}")
        return body

    def _addresses(self, *, dated: bool = False) -> Iterator[tuple[str, str]]:
        """An address of each kind of page: of the State, the meeting and the vote that are in every size."""
        from accede.publishing.pages import PAGES

        for name, kind in PAGES.items():
            if dated and not kind.has_days:
                continue
            given = {
                one: value[name] if isinstance(value, dict) and name in value else value for one, value in NAMED.items()
            }
            yield name, "/" + re.sub(r"<[^:]+:(\w+)>", lambda found, given=given: str(given[found[1]]), kind.route)  # type: ignore[misc]

    def _once(self, name: str, address: str) -> None:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            begun = time.process_time()
            body = self.get(address)
            taken = time.process_time() - begun
        self.costs[name] = (1000 * taken, len(asked), len(body))
        self._plans(name, [each["sql"] for each in asked.captured_queries])

    def _several(
        self, name: str, address: str, forget: Callable[[], None], *, cookie: str = "", least: int = 5
    ) -> None:
        self._timed(name, lambda: self.get(address, cookie), forget, least)

    def _timed(self, name: str, ask: Callable[[], bytes], forget: Callable[[], None], least: int) -> None:
        """The median of so many times at least, more often what is quick; queries and plans of one more."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        ask()
        forget()
        with CaptureQueriesContext(connection) as asked:
            body = ask()
        statements = [each["sql"] for each in asked.captured_queries]  # the next request empties the log
        taken: list[float] = []
        while len(taken) < least or (sum(taken) < 0.15 and len(taken) < 25):
            forget()
            begun = time.process_time()
            ask()
            taken.append(time.process_time() - begun)
        self.costs[name] = (1000 * statistics.median(taken), len(statements), len(body))
        self._plans(name, statements)

    def _plans(self, name: str, statements: list[str]) -> None:
        """Notes which growing tables are read from one end to the other."""
        from django.db import connection

        if connection.vendor != "sqlite" or self.size == 1:
            return
        for statement in statements:
            if not statement.startswith("SELECT"):
                continue
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN QUERY PLAN " + statement.replace("%", "%%"), ())
                plan = [row[3] for row in cursor.fetchall()]
            stops = " LIMIT " in statement and not any(
                "TEMP B-TREE" in step for step in plan
            )  # at the row it looks for
            for step in () if stops else plan:
                found = re.match(r"SCAN (\w+)", step)
                table = _table_of(found[1], statement) if found else ""
                if table in self._tables and step not in self.scans.setdefault(name, []):
                    self.scans[name].append(step if found and found[1] == table else f"{step} ({table})")
        self.scans = {each: held for each, held in self.scans.items() if held}

    def _forget_pages(self) -> None:
        from accede.publishing import answers
        from accede.publishing.api import envelope

        answers.forget()
        envelope._kept.clear()

    def _forget_days(self) -> None:
        from accede.publishing import held

        self._forget_pages()
        held._days.clear()

    def _forget_everything(self) -> None:
        from accede.publishing import held
        from accede.publishing.api import held_rows

        self._forget_pages()
        held.forget()
        held_rows._held.clear()

    def _forget_all(self) -> None:
        from accede.publishing import standpoint

        self._forget_everything()
        standpoint._seen.clear()


def _table_of(alias: str, statement: str) -> str:
    """The table that a plan calls by a short name."""
    found = re.search(rf'"(\w+)" {alias}\b', statement)
    return found[1] if found else alias


def _growing_tables() -> set[str]:
    """Tables that grow with the evidence; States and their names do not."""
    from accede.evidence.models import Ballot
    from accede.records.models import MODEL_OF_FACT, AuditEntry, Event
    from accede.register.models import NameVersion, StateVersion, TreatyVersion

    kept = set(MODEL_OF_FACT.values()) - {NameVersion, StateVersion, TreatyVersion}
    return {model._meta.db_table for model in (*kept, Ballot, Event, AuditEntry)}


def _an_earlier_instant() -> str:
    """After the shipped facts, before what was generated about other treaties, where there is such."""
    from accede.records.models import AuditEntry

    return [entry.at for entry in AuditEntry.objects.order_by("number")[:2]][-1].isoformat()


def _signed_in() -> str:
    """The cookie of somebody with every role, a second factor and a session."""
    from importlib import import_module

    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import encrypt
    from allauth.usersessions.models import UserSession
    from django.conf import settings

    from accede.accounts.models import Term, User
    from accede.accounts.policy import Role

    name, begun = f"bench{time.time_ns()}", datetime(2018, 1, 1, tzinfo=UTC)
    user = User(username=name, email=f"{name}@example.org")
    user.set_unusable_password()
    user.save()
    for role in Role:
        presidency = "Norway 2026" if role is Role.CLEARER else ""
        Term.objects.create(
            user=user, role=role.value, presidency=presidency, starts=begun.date(), granted_by="bench", granted_at=begun
        )
    Authenticator.objects.create(user=user, type="totp", data={"secret": encrypt("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")})
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    UserSession.objects.create(user=user, session_key=session.session_key, ip="127.0.0.1")
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def _page(
    rows: list[Row], made: Mapping[int, float], facts: Mapping[int, dict[str, Any]], scans: Mapping[str, list[str]]
) -> str:
    """docs/growth.md."""
    from growth_page import page

    return page(rows, made, facts, scans)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
