"""Accounts at the command line."""

import re

import pytest

pytestmark = pytest.mark.storage

PASSWORD = "seven quiet harbours\n"
HASHES = "from accede.accounts.models import User\nprint(*User.objects.values_list('username', 'password'))"
TERMS = (
    "from accede.accounts.models import Term\n"
    "print(*(f'{t.user.username}:{t.role}:{t.presidency}:{t.ends}:{t.is_over}' for t in Term.objects.order_by('pk')))"
)


def add(program, name, *further, password=PASSWORD):
    """Make an account that must come about."""
    done = program("user", "add", name, "--password-stdin", *further, stdin=password)
    assert (done.code, done.err) == (0, ""), done.err
    return done.out


def test_an_account_is_kept_with_an_argon2_hash(program):
    add(program, "ana", "--email", "ana@example.org")
    held = program.python(HASHES)
    assert "argon2" in held
    assert PASSWORD.strip() not in held


def test_the_first_account_is_the_administrators_and_others_have_no_role(program):
    assert "administrator" in add(program, "ana")
    assert "no role yet" in add(program, "ben")
    add(program, "eva", "--role", "drafter", "--role", "reviewer")
    assert program.python(TERMS) == "ana:administrator::None:False eva:drafter::None:False eva:reviewer::None:False"


def test_a_weak_password_is_refused_with_what_to_do(program):
    for password in ("\n", "short\n", "startfinding\n", "ana.benali.2026\n"):
        done = program("user", "add", "ana.benali.2026", "--password-stdin", stdin=password)
        assert done.code == 2
        assert "password" in done.sentence.lower()
    assert program.python(HASHES) == ""


def test_a_name_is_given_once(program):
    add(program, "ana")
    done = program("user", "add", "Ana", "--password-stdin", stdin=PASSWORD)
    assert done.code == 2
    assert "Ana" in done.sentence


def test_a_name_has_letters_digits_and_few_signs(program):
    done = program("user", "add", "ana benali", "--password-stdin", stdin=PASSWORD)
    assert done.code == 2
    assert program.python(HASHES) == ""


def test_an_invitation_is_a_link_to_pass_on(program):
    done = program("user", "invite", "kari@example.org", "--role", "clearer", "--presidency", "Norway 2026")
    assert re.search(r"^http://localhost:8000/workspace/account/invitation/[\w-]{43}/$", done.out, re.MULTILINE), done
    assert "kari@example.org (clearer)" in program("user", "list").out


def test_a_presidency_is_handed_over(program):
    add(program, "ana")
    add(program, "kari", "--role", "drafter")
    for name in ("ana", "kari"):
        done = program(
            "user", "grant", name, "--role", "clearer", "--presidency", "Norway 2026", "--until", "2999-12-31"
        )
        assert done.out.startswith(f"Granted to {name}: clearer, Norway 2026, ")
    ended = program("user", "end", "--presidency", "Norway 2026", "--why", "handed over to Kenya")
    assert ended.out.count("Ended for") == 2
    listed = program("user", "list").out
    assert "clearer" not in listed
    assert re.search(r"kari .* drafter", listed)


def test_one_role_of_somebody_ends(program):
    add(program, "ana")
    add(program, "eva", "--role", "drafter", "--role", "reviewer")
    assert program("user", "end", "eva", "--role", "drafter", "--why", "reviews now").code == 0
    assert "eva:drafter::None:True eva:reviewer::None:False" in program.python(TERMS)


def test_the_last_administrator_stays(program):
    add(program, "ana")
    assert "nobody would be administrator" in program("user", "end", "ana", "--why", "left").sentence


def test_somebody_is_helped_in_again(program):
    add(program, "ana")
    for what in ("unlock", "reset-second-factor"):
        assert program("user", what, "ana").out.startswith("ana ")
        assert "no account of this name" in program("user", what, "ben").sentence


def test_what_cannot_be_is_refused_in_a_sentence(program):
    add(program, "ana")
    for arguments in (
        ("grant", "ana", "--role", "emperor"),
        ("grant", "ana", "--role", "drafter", "--until", "2001-01-01"),
        ("end", "--why", "left"),
        ("end", "ana", "--presidency", "Norway 2026", "--why", "left"),
        ("end", "--presidency", "Norway 1999", "--why", "left"),
        ("end", "ana", "--role", "drafter", "--why", ""),
        ("invite", "kari", "--role", "drafter"),
        ("invite", "kari@example.org"),
    ):
        done = program("user", *arguments)
        assert done.code == 2
        assert done.sentence
    assert program.python(TERMS) == "ana:administrator::None:False"


def test_without_an_account_the_list_says_how_to_make_one(program):
    assert "accede user add" in program("user", "list").out
