"""What DATABASE_URL says, and secrets that stand in files."""

from pathlib import Path

import pytest

from accede.config.database import database
from accede.config.given import given

HOME = Path("somewhere")


def test_without_it_the_register_is_a_file_in_its_home():
    assert database(HOME, "")["NAME"] == HOME / "accede.sqlite3"


def test_it_names_user_password_host_port_and_database():
    found = database(HOME, "postgresql://ana:p%40ss@db.example:5433/register")
    assert [found[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "ana",
        "p@ss",
        "db.example",
        "5433",
        "register",
    ]


def test_what_stands_after_the_question_mark_is_given_to_libpq():
    options = database(HOME, "postgresql://db/register?sslmode=verify-full&connect_timeout=3")["OPTIONS"]
    assert (options["sslmode"], options["connect_timeout"]) == ("verify-full", "3")


def test_a_socket_is_named_by_its_folder():
    assert database(HOME, "postgresql:///register?host=/run/postgresql")["HOST"] == "/run/postgresql"


def test_of_several_servers_the_one_that_takes_writes_is_asked():
    found = database(HOME, "postgresql://one,two:5433/register")
    assert (found["HOST"], found["OPTIONS"]["target_session_attrs"]) == ("one,two", "read-write")


def test_who_only_reads_asks_a_standby_first_and_may_write_nothing():
    options = database(HOME, "postgresql://one,two/register", reads_only=True)["OPTIONS"]
    assert options["target_session_attrs"] == "prefer-standby"
    assert "default_transaction_read_only=on" in options["options"]


@pytest.mark.parametrize(
    "url",
    ["mysql://ana:secret@db/x", "postgresql://ana:secret@db", "postgresql://ana:se cret@db/x", "postgresql://db/x?y=1"],
)
def test_what_cannot_be_is_told_without_its_password(url):
    with pytest.raises(SystemExit, match="DATABASE_URL") as told:
        database(HOME, url)
    assert "cret" not in str(told.value)


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("a secret\n")
    monkeypatch.setenv("ACCEDE_TRIED_FILE", str(tmp_path / "key"))
    assert given("ACCEDE_TRIED") == "a secret"


def test_a_file_of_a_secret_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("ACCEDE_TRIED_FILE", str(tmp_path / "key"))
    with pytest.raises(SystemExit, match="ACCEDE_TRIED_FILE"):
        given("ACCEDE_TRIED")
