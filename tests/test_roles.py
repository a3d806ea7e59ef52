"""The program's role of PostgreSQL: what it can do with the register, and what the database refuses it."""

import re

import psycopg
import pytest
from django.db import connection

from accede.records import guard
from application_role import application_role
from forked import nursery
from program import _BEGIN as BEGIN
from program import ROOT, copied

pytestmark = [
    pytest.mark.storage,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles"),
]

COLUMN = {"evidence_checkversion": "note", "records_auditentry": "hash", "evidence_ballot": "ballot"}
"""A column of each of three kinds of table: versions, the chain, rows of a version."""


@pytest.fixture(scope="module")
def registers(prepared, tmp_path_factory):
    """The same register under its owner, under the application's role, and under the public one."""
    with (
        application_role() as as_application,
        application_role("public") as as_public,
        copied(prepared, tmp_path_factory.mktemp("roles")) as owner,
    ):
        yield owner, as_application(owner), as_public(owner)


@pytest.fixture(scope="module")
def application(registers):
    return registers[1]


def refused(program, statement):
    """What the database says to a statement that it refuses to this role."""
    with psycopg.connect(program.url) as connected, pytest.raises(psycopg.Error) as why:
        connected.execute(statement)
    return str(why.value)


@pytest.mark.parametrize("table", COLUMN)
@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER {table}_no_update ON {table}",
        "ALTER TABLE {table} DISABLE TRIGGER ALL",
        "ALTER TABLE {table} DISABLE TRIGGER {table}_no_delete",
        "ALTER TABLE {table} ADD COLUMN more text",
        "ALTER TABLE {table} OWNER TO current_user",
        "ALTER TABLE {table} RENAME TO gone",
        "CREATE TRIGGER mine BEFORE INSERT ON {table} EXECUTE FUNCTION accede_insert_only()",
        "CREATE RULE mine AS ON INSERT TO {table} DO INSTEAD NOTHING",
        "DROP TABLE {table} CASCADE",
        "TRUNCATE {table} CASCADE",
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
    ],
)
def test_the_tables_of_evidence_cannot_be_changed_nor_their_triggers_taken_down(application, table, statement):
    said = refused(application, statement.format(table=table, column=COLUMN[table]))
    assert re.search("must be owner|permission denied", said)


@pytest.mark.parametrize(
    "statement",
    [
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION accede_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        "DROP FUNCTION accede_insert_only() CASCADE",
        "CREATE TABLE more (id int)",
        "SET ROLE accede",
        "GRANT accede TO current_user",
        "ALTER ROLE current_user SUPERUSER",
        "DROP OWNED BY accede",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('records', '0999', now())",
    ],
)
def test_it_cannot_become_owner_nor_go_round_the_triggers(application, statement):
    assert re.search("must be|permission denied|must have|member", refused(application, statement))


def test_every_table_of_evidence_is_kept_from_it(application):
    asked = "SELECT has_table_privilege(%s, 'UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')"
    with psycopg.connect(application.url) as connected:
        changed = [
            model._meta.db_table
            for model in guard.guarded_models()
            if connected.execute(asked, [model._meta.db_table]).fetchone()[0]
        ]
    assert changed == []


def test_the_register_verifies_under_it(application):
    verified = application("verify")
    assert (verified.code, verified.out.count("\n")) == (0, 1), verified.out


def test_a_role_that_could_undo_what_was_recorded_is_told_apart(registers):
    asked = "from accede.records.roles import could_undo; print(could_undo())"
    assert [program.python(asked) for program in registers] == ["is a superuser", "", ""]


def test_set_up_is_for_the_owner(application):
    assert "as the role that owns the tables" in application("setup").sentence


@pytest.mark.parametrize("table", ["accounts_user", "outreach_contact", "django_session", "activities_letterversion"])
def test_the_public_role_reads_no_accounts_contacts_sessions_or_letters(registers, table):
    assert "permission denied" in refused(registers[2], f"SELECT * FROM {table}")


ASK = """
from django.conf import settings
from django.test import Client
print([Client(SERVER_NAME="localhost").get(path).status_code for path in
       ("/", "/readyz", "/states/CUB/", "/corrections/", "/api/v1/states", "/workspace/", "/confirm/a/")])
"""


def test_the_public_site_is_made_under_the_public_role(registers):
    public = registers[2]
    around = public.environment | {"ACCEDE_PUBLIC_ONLY": "1"}
    status, out, err = nursery("full").run(["-c", BEGIN + ASK], around, ROOT, "")
    assert (status, out.strip()) == (0, "[200, 200, 200, 200, 200, 404, 404]"), err
