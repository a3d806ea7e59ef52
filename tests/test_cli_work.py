"""The process that does what was asked for in the workspace."""

import json
import re
import signal
import subprocess
import urllib.request

import pytest

pytestmark = pytest.mark.storage

ASK = """
from accede.accounts.actor import operator
from accede.records.jobs import ask
from accede.workspace.work import kind_named
for key in {keys!r}:
    kind = kind_named(key)
    ask(operator("ana"), kind, kind.arguments(*{arguments!r}))
"""
TOLD = """
import json
from accede.records.models import Job
print(json.dumps([[job.kind, job.state, job.error, json.loads(job.result or "null")] for job in Job.objects.order_by("pk")]))
"""
WANTS = """
from accede.accounts.models import User
User.objects.update(wants_digest=True)
"""


def ask(program, *keys, arguments=()):
    program.python(ASK.format(keys=keys, arguments=arguments))


def told(program):
    return json.loads(program.python(TOLD))


def test_it_does_what_waits_and_keeps_the_newest_backups(program):
    ask(program, "verify", "backup")
    done = program("work", "--once")
    assert (done.code, done.err) == (0, "")
    assert "backup: done." in done.out
    (_, _, _, verified), (_, state, _, backed_up) = told(program)
    assert verified["ok"] is True
    assert verified["chain_hash"] == program.head
    assert state == "done"
    folder = program.home / "backups"
    assert [file.name for file in folder.iterdir()] == [backed_up["file"]]
    assert folder.stat().st_mode & 0o077 == 0
    (folder / "accede-20200101T000000Z.zip").write_bytes(b"old")
    (folder / "mine.zip").write_bytes(b"not ours to delete")
    ask(program, "backup")
    assert program("work", "--once", further={"ACCEDE_BACKUPS_KEPT": "1"}).code == 0
    assert sorted(file.name for file in folder.iterdir()) == [told(program)[-1][3]["file"], "mine.zip"]


def test_a_damaged_register_is_a_finding_and_no_backup_is_made_of_it(program):
    (next((program.home / "logs").glob("chain-*.log"))).write_text(f"9999 {'0' * 64}\n")
    ask(program, "verify", "backup")
    program("work", "--once")
    (_, checked, _, found), (_, backed_up, error, _) = told(program)
    assert (checked, found["ok"], found["number"]) == ("done", False, 1)
    assert backed_up == "failed"
    assert "does not verify" in error
    assert not list((program.home / "backups").glob("*.zip"))


def test_what_was_not_confirmed_is_not_published(program, tmp_path):
    site = tmp_path / "site"
    ask(program, "publish", arguments=("another report",))
    program("work", "--once")
    program("work", "--once", further={"ACCEDE_PUBLISH_DIR": str(site)})
    assert "ACCEDE_PUBLISH_DIR" in told(program)[0][2]
    ask(program, "publish", arguments=("another report",))
    program("work", "--once", further={"ACCEDE_PUBLISH_DIR": str(site)})
    assert "no longer what was confirmed" in told(program)[1][2]
    assert not site.exists()


def test_the_daily_mail_is_sent_once_whoever_works(program, mail_server):
    add = ("user", "add", "ana", "--email", "ana@example.org", "--password-stdin", "--role", "drafter")
    assert program(*add, stdin="seven quiet harbours\n").code == 0
    program.python(WANTS)
    further = {"ACCEDE_SMTP": mail_server.url, "ACCEDE_DIGEST_HOUR": "0"}
    assert program("work", "--once", further=further).code == 0
    assert program("work", "--once", further=further).code == 0
    assert [mail["To"] for mail in mail_server.taken] == ["ana@example.org"]
    assert [(kind, state) for kind, state, _, _ in told(program)] == [("digest", "done")]


def test_the_server_has_a_worker_beside_it_that_ends_with_it(program):
    ask(program, "verify")
    server = program.start("serve", "--port", "0", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    address = re.search(r"http://[\d.:]+/", server.stdout.readline())[0]
    line = ""
    while "done" not in line:
        line = server.stderr.readline()
        assert line, "the worker has ended"
    with urllib.request.urlopen(f"{address}readyz") as answer:
        assert answer.status == 200
    server.send_signal(signal.SIGTERM)
    out, err = server.communicate()
    assert (out, server.returncode) == ("", 0), err
    assert told(program)[0][1] == "done"
    assert program.python("from accede.records.models import Worker\nprint(Worker.objects.count())") == "0"
