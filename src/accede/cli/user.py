"""accede user: accounts of the workspace."""

from __future__ import annotations

import sys

import click

from accede.cli.output import print_text
from accede.cli.register import FULL, open_register
from accede.vocabulary.errors import Refused


@click.group(name="user")
def command() -> None:
    """Accounts of the workspace."""


@command.command(name="add")
@click.argument("name")
@click.option("--email", default="", metavar="ADDRESS", help="The person's address.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input instead of asking.")
def add(name: str, email: str, password_stdin: bool) -> None:
    """Make an account for NAME. The password is asked twice, kept as an argon2 hash and never shown."""
    open_register(FULL)
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import IntegrityError, transaction

    from accede.accounts.models import User

    user = User(username=name, email=email, is_staff=True)
    try:
        user.clean_fields(exclude=["password"])
        if User.objects.filter(username=name).exists():
            raise _taken(name)
        password = (
            _from_stdin() if password_stdin else click.prompt("Password", hide_input=True, confirmation_prompt=True)
        )
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages).rstrip("."), where=name, remedy="Choose another") from error
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise _taken(name) from error
    print_text([f"The account {name} is there."])


def _taken(name: str) -> Refused:
    return Refused("there is an account of this name", where=name, remedy="Choose another name")


def _from_stdin() -> str:
    return sys.stdin.readline().rstrip("\r\n")
