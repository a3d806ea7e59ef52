"""Accounts are made at the command line."""

import pytest

pytestmark = pytest.mark.storage

PASSWORD = "seven quiet harbours\n"
HASHES = "from accede.accounts.models import User\nprint(*User.objects.values_list('username', 'password', 'is_staff'))"


def test_an_account_is_kept_with_an_argon2_hash(program):
    done = program("user", "add", "ana", "--email", "ana@example.org", "--password-stdin", stdin=PASSWORD)
    assert (done.code, done.err) == (0, "")
    held = program.python(HASHES)
    assert "argon2" in held
    assert "True" in held
    assert PASSWORD.strip() not in held


@pytest.mark.parametrize("password", ["\n", "short\n", "startfinding\n", "ana.benali.2026\n"])
def test_a_weak_password_is_refused_with_what_to_do(program, password):
    done = program("user", "add", "ana.benali.2026", "--password-stdin", stdin=password)
    assert done.code == 2
    assert "password" in done.sentence.lower()
    assert program.python(HASHES) == ""


def test_a_name_is_given_once(program):
    program("user", "add", "ana", "--password-stdin", stdin=PASSWORD)
    done = program("user", "add", "ana", "--password-stdin", stdin=PASSWORD)
    assert done.code == 2
    assert "ana" in done.sentence


def test_a_name_has_letters_digits_and_few_signs(program):
    done = program("user", "add", "ana benali", "--password-stdin", stdin=PASSWORD)
    assert done.code == 2
    assert program.python(HASHES) == ""
