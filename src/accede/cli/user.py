"""accede user: accounts of the workspace."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

import click

from accede.cli.options import Day, Named
from accede.cli.output import print_text, table
from accede.cli.register import FULL, actor, open_register

ROLES = ("member", "drafter", "reviewer", "clearer", "publisher", "administrator")
"""The values of Role, so that help is told without importing it."""

Command = TypeVar("Command", bound=Callable[..., None])

_NAMES = click.argument("name", type=Named("the account"))

_PRESIDENCY = click.option(
    "--presidency", default="", metavar="NAME", help='The presidency it belongs to, as "Norway 2026".'
)


def _roles(required: bool, more: str = "") -> Callable[[Command], Command]:
    return click.option(
        "--role",
        "roles",
        multiple=True,
        required=required,
        type=click.Choice(ROLES),
        help=f"A role; may be given more than once.{more}",
    )


@click.group(name="user")
def command() -> None:
    """Accounts of the workspace."""


@command.command(name="add")
@click.argument("name")
@click.option("--email", default="", metavar="ADDRESS", help="The person's address.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input instead of asking.")
@_roles(False, " Without it the first account is an administrator's, and others have none.")
def add(name: str, email: str, password_stdin: bool, roles: Sequence[str]) -> None:
    """Make an account for NAME. The password is asked twice, kept as an argon2 hash and never shown."""
    open_register(FULL)
    from accede.accounts.make import make_account
    from accede.accounts.models import User
    from accede.accounts.passwords import named, with_password
    from accede.accounts.policy import Role

    user = named(name, email)
    given = [Role(role) for role in roles]
    if not given and not User.objects.exists():
        given = [Role.ADMINISTRATOR]
    password = _from_stdin() if password_stdin else click.prompt("Password", hide_input=True, confirmation_prompt=True)
    make_account(actor(), with_password(user, password), given)
    print_text(_made(name, given))


def _made(name: str, given: Sequence[str]) -> Iterator[str]:
    yield f"The account {name} is there."
    if given:
        yield f"Its roles: {', '.join(given)}."
    else:
        yield f"It has no role yet: accede user grant {name} --role ROLE"
    yield "At the first sign-in a second factor is set up."


@command.command(name="invite")
@click.argument("email", type=Named("an address"))
@_roles(True)
@_PRESIDENCY
@click.option("--until", type=Day(), help="The last day of the term of office (default: until further notice).")
def invite(email: str, roles: Sequence[str], presidency: str, until: date | None) -> None:
    """Make an invitation for EMAIL and print its link, which makes one account, once, within seven days.

    The link is sent by mail too where ACCEDE_SMTP says how.
    """
    open_register(FULL)
    from django.conf import settings
    from django.urls import reverse

    from accede.accounts import invite as inviting
    from accede.accounts.letters import send_invitation
    from accede.accounts.policy import Role

    invited = inviting.invite(actor(), email, [Role(role) for role in roles], presidency=presidency, until=until)
    base = settings.ACCEDE_ADDRESS or "http://localhost:8000"
    link = base + reverse("account_invitation", kwargs={"token": invited.token})
    sent = send_invitation(invited, link)
    print_text([f"Sent to {email}. The link is:" if sent else f"Pass this link on to {email}:", link])


@command.command(name="grant")
@_NAMES
@_roles(True)
@_PRESIDENCY
@click.option("--from", "starts", type=Day(), help="The first day (default: today).")
@click.option("--until", type=Day(), help="The last day (default: until further notice).")
def grant(name: str, roles: Sequence[str], presidency: str, starts: date | None, until: date | None) -> None:
    """Give NAME a term of office."""
    open_register(FULL)
    from accede.accounts import grant as granting
    from accede.accounts.named import account_named
    from accede.accounts.policy import Role

    terms = granting.grant(
        actor(),
        account_named(name),
        [Role(role) for role in roles],
        presidency=presidency,
        starts=starts,
        ends=until,
    )
    print_text(f"Granted to {name}: {granting.told(term)}." for term in terms)


@command.command(name="end")
@click.argument("name", default="")
@click.option("--role", type=click.Choice(ROLES), help="This role alone (default: every role of NAME).")
@click.option("--presidency", default="", metavar="NAME", help="All terms of a presidency, whoever has them.")
@click.option("--why", required=True, type=Named("the reason"), metavar="REASON", help="Why it ends; kept in the log.")
def end(name: str, role: str | None, presidency: str, why: str) -> None:
    """End the terms of office of NAME, or of a whole presidency. Whoever has no role left is signed out; records stay."""
    open_register(FULL)
    from django.conf import settings

    from accede.accounts.end_term import end_terms
    from accede.accounts.grant import told
    from accede.accounts.named import account_named
    from accede.accounts.policy import Role
    from accede.outreach.tasks.hand_over import hand_over

    if bool(name) == bool(presidency):
        raise click.UsageError("Give a NAME or --presidency.")
    if presidency:
        if role:
            raise click.UsageError("--role goes with a NAME.")
        handed = hand_over(actor(), presidency, treaty=settings.ACCEDE_TREATY, why=why)
        ended = list(handed.terms)
        if handed.tasks:
            print_text([f"Open tasks of theirs that wait to be taken: {handed.tasks}."])
    else:
        ended = end_terms(actor(), account_named(name), role=Role(role) if role else None, why=why)
    print_text(f"Ended for {term.user.username}: {told(term)}." for term in ended)


@command.command(name="list")
def list_() -> None:
    """List the accounts with their roles of today."""
    open_register(FULL)
    from accede.accounts.roster import open_invitations, roster

    now = datetime.now(UTC)
    accounts, invitations = roster(now.date()), open_invitations(now)
    if accounts:
        rows = [
            [
                one.name,
                one.email,
                ", ".join(one.roles) or "none",
                "set up" if one.has_second_factor else "not yet",
                "locked" if one.is_locked else "",
            ]
            for one in accounts
        ]
        print_text(table(["account", "address", "roles today", "second factor", ""], rows))
    else:
        print_text(["There is no account yet. Make the first with accede user add NAME."])
    print_text(f"Invited until {one.expires_at:%Y-%m-%d %H:%M} UTC: {one.email} ({one.roles})" for one in invitations)


@command.command(name="unlock")
@_NAMES
def unlock(name: str) -> None:
    """Let NAME sign in again: after an administrator locked the account, as after too many failures."""
    open_register(FULL)
    from accede.accounts import lock
    from accede.accounts.named import account_named

    lock.unlock(actor(), account_named(name))
    print_text([f"{name} can sign in again."])


@command.command(name="reset-second-factor")
@_NAMES
def reset_second_factor(name: str) -> None:
    """Remove the second factor of NAME, who lost it, and end all sessions. A new one is set up at the next sign-in."""
    open_register(FULL)
    from accede.accounts import reset_second_factor as resetting
    from accede.accounts.named import account_named

    resetting.reset_second_factor(actor(), account_named(name))
    print_text([f"{name} sets up a new second factor at the next sign-in."])


def _from_stdin() -> str:
    return sys.stdin.readline().rstrip("\r\n")
