"""Whoever asks for what cannot be gets one sentence and exit status 2, and never a traceback."""

import pickle
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from accede.cli.errors import explain
from accede.vocabulary.errors import Refused
from program import Program

WRONG = [
    ["nothing-of-this-name"],
    ["status", "--nothing"],
    ["status", "more"],
    ["status", "--as-of", "2018-02-31"],
    ["status", "--as-of", "21 August 2018"],
    ["status", "--known-on", "2018-08-21T12:00"],
    ["status", "--known-on", "0001-01-01T00:00+14:00"],
    ["status", "--treaty", "nothing"],
    ["status", "--source", "nothing"],
    ["state"],
    ["state", "XYZ"],
    ["votes", "--body", "plenary"],
    ["votes", "--body", "council", "--session", "72"],
    ["votes", "--body", "plenary", "--session", "12"],
    ["votes", "--body", "plenary", "--session", "-1"],
    ["attendance", "--since", "99MSP"],
    ["gaps", "--older-than", "many"],
    ["attendance", "--since", "nothing"],
    ["calc", "ARM", "--deposit", "9999-06-30"],
    ["changes", "--from", "0001-01-01", "--to", "2018-08-21"],
    ["changes", "--from", "2018-08-21", "--to", "2017-08-21"],
    ["changes", "--from", "2018-08-21", "--to", "nothing"],
    ["calc", "FRA", "--deposit", "2020-01-01"],
    ["calc", "ARM", "--deposit", "2020-02-30"],
    ["import", "no-such-file.txt"],
    ["import", "/dev/null", "--skip"],
    ["import", "/dev/null", "--dry-run", "--accept"],
    ["paper"],
    ["paper", "status", "-o", "paper.odt"],
    ["paper", "status", "-o", "no/such/folder/paper.md"],
    ["export", "/dev/null"],
    ["backup", "no/such/folder/backup.zip"],
    ["restore", "no-such-file.zip"],
    ["user"],
    ["serve", "--port", "70000"],
    ["serve", "--host", "192.0.2.1"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_one_sentence(answers, arguments):
    done = answers(*arguments)
    assert done.code == 2
    assert done.sentence.endswith(".")


SAYS = [
    (["status", "--as-of", "0001-01-01"], "0001-01-01 is not in the years 1000 to 9000"),
    (["changes", "--from", "0001-01-01", "--to", "2018-08-21"], "0001-01-01 is not in the years 1000 to 9000"),
    (["changes", "--from", "", "--to", "2018-08-21"], "name a day or a meeting"),
    (["calc", "ARM", "--deposit", "9999-06-30"], "9999-06-30 is not in the years 1000 to 9000"),
    (["status", "--known-on", "2018-08-21"], "the first recording is of 22 November 2026"),
    (["status", "--known-on", "2018-08-21"], "--as-of"),
    (["status", "--source", ""], "name a source"),
    (["attendance", "--since", ""], "name a meeting"),
    (["gaps", "--older-than", "nan"], "'nan' is not a valid whole number"),
    (["--json", "status"], "--json stands after the command, as in accede status --json."),
    (["votes", "--body", "plenary", "--session", "12"], "Held by then are sessions 52 to "),
    (["votes", "--body", "plenary", "--session", "72", "--as-of", "1995-01-01"], "1995"),
]


@pytest.mark.parametrize(("arguments", "words"), SAYS, ids=lambda given: " ".join(given) if type(given) is list else "")
def test_what_is_wrong_is_said(answers, arguments, words):
    done = answers(*arguments)
    assert done.code == 2
    assert words in done.sentence


@pytest.mark.parametrize("command", [["status"], ["verify"], ["backup", "b.zip"], ["user", "add", "ana"], ["serve"]])
def test_where_nothing_is_set_up_it_says_what_to_run(nowhere, command):
    done = nowhere(*command)
    assert done.code == 2
    assert "accede setup" in done.sentence
    assert not list(nowhere.home.glob("*.sqlite3"))


def test_a_database_that_is_none_is_told_as_damage(tmp_path):
    (tmp_path / "accede.sqlite3").write_bytes(b"this is no database" * 500)
    done = Program(tmp_path)("status")
    assert done.code == 2
    assert "accede restore" in done.sentence


@pytest.mark.parametrize(
    "url", ["mysql://host/name", "postgresql://host:port/name", "postgresql://ana:secret@127.0.0.1:1/accede"]
)
def test_a_database_that_cannot_be_reached_is_told_without_its_password(tmp_path, url):
    done = Program(tmp_path, url)("status")
    assert done.code == 2
    assert "DATABASE_URL" in done.sentence
    assert "secret" not in done.sentence


def test_a_reader_who_goes_away_is_no_error(answers):
    shell = f"{' '.join(answers.command)} votes --body plenary --session 72 --json | head -c 1"
    done = subprocess.run(shell, shell=True, env=answers.environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")


def test_a_full_disk_is_told(answers):
    with Path("/dev/full").open("w") as full:
        done = answers.start("status", stdout=full, stderr=subprocess.PIPE)
        _, err = done.communicate()
    assert done.returncode == 2
    assert err.count("\n") == 1
    assert "no space left" in err


def test_an_interrupt_ends_quietly(answers):
    waiting = answers.start(
        "user", "add", "ana", "--password-stdin", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while _is_starting(waiting.pid):
        pass
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate()
    assert (waiting.returncode, out, err.strip()) == (130, "", "Stopped.")


def _is_starting(pid):
    """Whether a process has not come to wait for its standard input."""
    return Path(f"/proc/{pid}/syscall").read_text().split()[:2] != ["0", "0x0"]  # read(0, ...)


def test_an_error_comes_whole_from_a_process_that_works_for_another():
    error = Refused("the folder holds something else", where="site", remedy="Name another")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_fault_of_ours_is_logged_and_told_in_one_sentence(tmp_path, monkeypatch):
    from accede.config import core

    monkeypatch.setattr(core, "ACCEDE_HOME", tmp_path)
    try:
        {}["nothing"]
    except KeyError as error:
        sentence, code = explain(error)
    assert code == 70
    assert str(tmp_path / "logs" / "faults.log") in sentence
    log = (tmp_path / "logs" / "faults.log").read_text()
    assert re.search("number ([0-9a-f]{10})", sentence)[1] in log
    assert log.endswith("KeyError: nothing\n"), "what the code itself says is told"


def test_what_an_error_was_about_is_not_in_the_log(tmp_path, monkeypatch):
    from accede.config import core

    monkeypatch.setattr(core, "ACCEDE_HOME", tmp_path)
    for about in (KeyError("zqtyped"), ValueError("zqtyped"), UnicodeEncodeError("ascii", "zqtyped", 0, 1, "zqtyped")):
        try:
            raise about
        except Exception as error:
            explain(error)
    log = (tmp_path / "logs" / "faults.log").read_text()
    assert log.count("Error") == 3
    assert "zqtyped" not in log


def test_a_fault_before_the_settings_is_logged_in_the_home_and_not_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "accede.config.core")
    monkeypatch.delenv("ACCEDE_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    sentence, code = explain(KeyError("nothing"))
    assert code == 70
    assert str(tmp_path / "data" / "accede" / "logs" / "faults.log") in sentence
    assert not list((tmp_path / "here").iterdir())


def test_help_is_given_without_a_register_and_without_arguments(nowhere):
    assert nowhere("--help").code == nowhere().code == nowhere("votes", "--help").code == 0
    assert not nowhere.home.exists()


def test_the_version_is_told(answers):
    assert answers("--version").out.startswith("accede ")


FORGET = "DELETE FROM django_migrations WHERE app = 'reporting'"


def sql(program, *statements):
    lines = "".join(f"c.cursor().execute({statement!r})\n" for statement in statements)
    program.python(f"from django.db import connection as c\n{lines}")


def test_a_register_of_another_version_is_told(program):
    sql(program, "DROP TABLE reporting_editionversion", FORGET)
    done = program("paper", "status", "--seal", "-o", program.home / "paper.json")
    assert done.code == 2
    assert "accede setup" in done.sentence


def test_a_table_that_is_gone_is_damage_and_not_a_register_to_set_up(program):
    sql(program, "DROP TABLE evidence_practiceversion")
    done = program("gaps")
    assert done.code == 2
    assert "evidence_practiceversion is gone" in done.sentence
    assert "accede restore" in done.sentence


def test_an_audit_trail_that_is_gone_is_damage_too(program):
    sql(program, "DROP TABLE records_auditentry")
    done = program("status")
    assert done.code == 2
    assert "records_auditentry is gone" in done.sentence
