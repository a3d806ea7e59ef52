"""The log and the counts tell what happened, and nothing of what anybody sent, typed or keeps here."""

import http.client
import json
import re
import signal
import sqlite3
import subprocess
from contextlib import closing, suppress
from urllib.parse import urlencode

import pytest
from django.test import Client
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from accede.records import faults, jobs, last
from accede.watching import statements, tally

TOKEN = "q7-token-of-machines"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
WORD = "zqsown"
NETWORK = "203.0.113.77"
BROWSER = {
    "User-Agent": f"{WORD}/1.0",
    "Referer": f"https://{WORD}.example/",
    "Cookie": f"accede={WORD}; accede-form={WORD}",
    "X-Forwarded-For": NETWORK,
    "Accept-Language": WORD,
}
ASKED = (
    ("GET", f"/?q={WORD}&as_of={WORD}"),
    ("GET", f"/states/MAR/?{WORD}={WORD}"),
    ("GET", f"/states/{WORD}/"),
    ("GET", f"/api/v1/states?{WORD}=1"),
    ("GET", f"/api/v1/states/{WORD}"),
    ("GET", f"/search/?q={WORD}"),
    ("GET", f"/confirm/{WORD}"),
    ("POST", f"/confirm/{WORD}"),
    ("GET", f"/calendar/{WORD}.ics"),
    ("GET", f"/workspace/account/invitation/{WORD}/"),
    ("POST", f"/workspace/account/invitation/{WORD}/"),
    ("GET", f"/workspace/account/password/new/1-{WORD}/"),
    ("GET", f"/workspace/records/{WORD}?next={WORD}"),
    ("POST", "/workspace/account/sign-in/"),
    (WORD.upper(), "/"),
)
FORM = urlencode({"login": f"{WORD}@{WORD}.example", "password": WORD, "email": f"{WORD}@{WORD}.example", "said": WORD})


@pytest.fixture
def machine(register, settings):
    """A machine that brings the token."""
    settings.ACCEDE_METRICS_TOKEN = TOKEN
    return Client(headers=BEARER)


def samples(told: str) -> dict[tuple[str, ...], float]:
    """Each sample by its name and the values of its labels, as a reader of OpenMetrics reads it."""
    families = text_string_to_metric_families(told)
    return {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}


def asked(address: tuple[str, int], method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
    with closing(http.client.HTTPConnection(*address, timeout=60)) as connection:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        return answer


def test_nothing_that_was_sent_is_in_any_log_and_every_fault_is(program, monkeypatch, tmp_path):
    """Through requests, refusals, faults, mail and jobs a word is sown; none of the logs has it, and each tells what happened."""
    program.json("status")
    add = ("user", "add", f"{WORD}name", "--email", f"{WORD}@{WORD}.example", "--password-stdin", "--role", "drafter")
    assert program(*add, stdin="seven quiet harbours\n").code == 0
    around = {
        "ACCEDE_LOG": "json",
        "ACCEDE_METRICS_TOKEN": TOKEN,
        "ACCEDE_SLOW_QUERY_MS": "0.0001",
        "ACCEDE_PROXIES": "1",
    }
    for name, value in {**around, "ACCEDE_SMTP": "smtp+plain://127.0.0.1:9", "CLUSTER": ""}.items():
        monkeypatch.setenv(name, value)
    errors = (tmp_path / "stderr").open("w+", encoding="utf-8")
    server = program.start("serve", "--port", "0", "--no-work", stdout=subprocess.PIPE, stderr=errors)
    host, port = re.search(r"http://([\d.]+):(\d+)/", server.stdout.readline()).groups()
    address = (host, int(port))
    answers = [asked(address, method, path, FORM if method == "POST" else "", **BROWSER) for method, path in ASKED]
    assert [path for (_, path), each in zip(ASKED, answers, strict=True) if each.status >= 500] == []
    form = asked(address, "GET", "/workspace/account/password/forgotten/", **BROWSER)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[1]
    cookie = {**BROWSER, "Cookie": form.headers["Set-Cookie"].partition(";")[0]}
    typed = {"Content-Type": "application/x-www-form-urlencoded"}
    for path in (
        "password/forgotten/",
        *["sign-in/"] * 6,
    ):  # mail that no server takes; then whoever guesses is locked out
        sent = asked(
            address, "POST", f"/workspace/account/{path}", f"{FORM}&csrfmiddlewaretoken={token}", **cookie, **typed
        )
        assert sent.status < 500
    assert asked(address, "GET", "/", Host=f"{WORD}.example").status == 400
    with suppress(http.client.HTTPException), closing(http.client.HTTPConnection(*address)) as broken:
        broken.putrequest("GET", f"/{WORD}", skip_host=True)
        broken.putheader("Transfer-Encoding", WORD)
        broken.endheaders()
        broken.getresponse()
    with closing(sqlite3.connect(program.home / "accede.sqlite3")) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE records_sourceversion SET kind = ?", (WORD,))
        database.execute(
            "UPDATE records_auditentry SET hash = 'another'"
        )  # so that it is looked at again, and loaded again
        database.execute("DELETE FROM records_event WHERE id = (SELECT max(id) FROM records_event)")
        database.commit()
    fault = asked(address, "GET", f"/?q={WORD}", **BROWSER)
    assert fault.status == 500
    counts = asked(address, "GET", "/metrics", **BEARER)
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=60)
    said = (tmp_path / "stderr").read_text(encoding="utf-8")

    program.python(
        "from accede.accounts.actor import operator\n"
        "from accede.records.jobs import ask\n"
        "from accede.workspace.work import kind_named\n"
        "kind = kind_named('publish')\n"
        f"ask(operator('{WORD}'), kind, kind.arguments('{WORD}'))"
    )
    work = program("work", "--once", further=around)
    files = {file.name: file.read_text() for file in (program.home / "logs").iterdir()}
    logs = {"server": said, "work": work.out + work.err, "counts": counts.text, **files}
    for name, log in logs.items():
        assert WORD not in log.lower(), f"{name}: {next(line for line in log.splitlines() if WORD in line.lower())}"
        assert NETWORK not in log, name

    told = [json.loads(line) for line in said.splitlines()]
    requests = [each for each in told if each["what"] == "request"]
    assert len(requests) == len(ASKED) + 11, "each request, but the one that was none"
    number = re.search(r"\b[0-9a-f]{10}\b", fault.text)[0]
    assert fault.headers["X-Request-ID"] == number
    assert number in files["faults.log"]
    assert {each["what"] for each in told if each["number"] == number} == {"slow statement", "fault", "request"}
    routes = {each["route"] for each in requests}
    assert {"states/<iso3:iso3>/", "confirm/(?P<token>.*)$", "calendar/<str:token>.ics", "no such address"} <= routes
    assert "ConnectionRefusedError" in files["faults.log"] + said
    assert {each["what"] for each in map(json.loads, work.err.splitlines())} >= {"job", "command"}
    found = samples(counts.text)
    assert sum(value for sample, value in found.items() if sample[0] == "accede_requests_total") == len(requests) - 1
    assert found["accede_requests_total", "", "500"] == 1


def test_the_counts_are_for_who_brings_the_token_alone(machine, settings):
    assert machine.get("/metrics").status_code == 200
    for stranger in (
        Client(),
        Client(headers={"Authorization": "Bearer "}),
        Client(headers={"Authorization": f"Bearer {TOKEN}x"}),
    ):
        assert stranger.get("/metrics").status_code == 404
    settings.ACCEDE_METRICS_TOKEN = ""
    assert Client(headers={"Authorization": "Bearer "}).get("/metrics").status_code == 404


def test_the_counts_are_read_back_as_openmetrics(machine):
    """Requests, statements and bytes by route; the register's signs of life; an instant that is not known has no sample."""
    before = samples(machine.get("/metrics").content.decode())
    page = machine.get("/states/MAR/?q=zq")
    answer = machine.get("/metrics")
    assert answer["Content-Type"].startswith("application/openmetrics-text; version=1.0.0")
    after = samples(answer.content.decode())

    def grown(*sample: str) -> float:
        return after[sample] - before.get(sample, 0)

    route = "states/<iso3:iso3>/"
    assert grown("accede_requests_total", route, "200") == 1
    assert grown("accede_answer_bytes_total", route) == len(page.content)
    assert grown("accede_statements_total", route) >= 1
    assert grown("accede_request_duration_seconds_count", "site") == 1
    assert grown("accede_request_duration_seconds_bucket", "site", "+Inf") == 1
    assert after[("accede_audit_entries",)] >= 1
    assert after[("accede_database_up",)] == 1
    assert ("accede_worker_seen_timestamp_seconds",) not in after


def test_the_counts_tell_of_work_and_of_copies(machine, monkeypatch, tmp_path):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    jobs.appear("first", last.datetime.now(last.UTC))
    last.note("backup", entry=3)
    last.note("verify", ok=False, entry=3)
    found = samples(machine.get("/metrics").content.decode())
    assert found[("accede_workers",)] == 1
    assert found[("accede_worker_seen_timestamp_seconds",)] > 1.7e9
    assert found[("accede_backup_timestamp_seconds",)] > 1.7e9
    assert found[("accede_verify_ok",)] == 0


def test_every_route_has_a_place_of_its_own(register):
    from url_table import addresses

    known = {each.route.replace("^", "") for each in addresses()}
    assert known <= set(tally.routes())


def test_processes_count_in_parts_of_one_block_and_whoever_follows_goes_on():
    block = tally.mmap.mmap(-1, tally.PROCESSES * tally._CELLS * 8)
    first, second = tally.Counts(block, 0), tally.Counts(block, 1)
    first.note("healthz", 200, 0.5, 2, 10)
    second.note("healthz", 418, 0.5, 1, 10)
    tally.Counts(block, 1).note("healthz", 200, 20.0, 0, 1)
    (counted,) = first.by_route()
    assert (counted.route, counted.by_status, counted.seconds) == ("healthz", {200: 2, 0: 1}, 21.0)
    assert (counted.statements, counted.bytes, first.processes()) == (3, 21, 2)
    watching = next(each for each in second.by_area() if each.area == "watching")
    assert watching.by_bound[-1] == 1
    assert sum(watching.by_bound) == 3
    assert tally.free_part([0, 2]) == 1


def test_a_slow_statement_is_told_without_its_values(register, settings, capfd):
    from django.db import connection

    settings.ACCEDE_SLOW_QUERY_MS = 0.000001
    statements.watch()
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM records_sourceversion WHERE title = 'zq''typed' AND key = %s", ["zqvalue"])
    told = capfd.readouterr().err
    assert "WHERE title = '…' AND key = %s" in told
    assert faults.number() in told
    assert "zq" not in told
