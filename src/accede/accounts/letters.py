"""Mail about accounts. Without a mail server nothing is sent, and whoever asked passes the link on."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from threading import Thread

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext, override

from accede.accounts.invite import DAYS, Invited
from accede.accounts.models import Happening, User

_log = logging.getLogger("django.mail")
"""Below the one whose faults are kept."""


def can_send() -> bool:
    """Whether somebody said how mail is sent (ACCEDE_SMTP)."""
    return bool(settings.ACCEDE_MAIL)


def send_invitation(invited: Invited, link: str) -> bool:
    """Send the link to the invited address, in the language of who invites. Returns False where no mail is sent here.

    Raises OSError where the mail server does not take it.
    """
    if not can_send():
        return False
    text = gettext(
        "%(inviter)s invites you to the workspace of the register of treaty universalization.\n\n"
        "Open this address within %(days)s days. It makes your account, once:\n\n%(link)s\n\n"
        "If you did not expect it, do nothing."
    ) % {"inviter": invited.invitation.invited_by, "days": DAYS, "link": link}
    send_mail(gettext("Your account in Accede"), text, None, [invited.invitation.email])
    return True


def send_password_link(user: User, email: str, link: str) -> None:
    """Send the link with which a password is set anew, in the language of the account.

    It is sent aside: how long an answer takes must not tell whether there is an account with this address.
    """
    if not can_send():
        return
    with override(user.language or None):
        text = gettext(
            "Somebody, most likely you, asked for a new password for the account %(name)s.\n\n"
            "Open this address within an hour to choose one:\n\n%(link)s\n\n"
            "If it was not you, do nothing: the password stays as it is."
        ) % {"name": user.username, "link": link}
        subject = gettext("A new password for Accede")
    Thread(target=_send, args=(subject, text, email), name="mail").start()


def send_notice(user: User, happening: Happening, address: str) -> None:
    """Tell somebody what happened to their account."""
    if not can_send() or not user.email:
        return
    with override(user.language or None):
        text = gettext(
            "Your account %(name)s: %(happening)s.\n\n"
            "On %(at)s UTC, from the network address %(address)s.\n\n"
            "If it was not you, tell an administrator at once."
        ) % {
            "name": user.username,
            "happening": gettext(happening.label),
            "at": f"{datetime.now(UTC):%Y-%m-%d %H:%M}",
            "address": address,
        }
        subject = gettext("Your account in Accede")
    Thread(target=_send, args=(subject, text, user.email), name="mail").start()


def _send(subject: str, text: str, email: str) -> None:
    try:
        send_mail(subject, text, None, [email])
    except OSError:
        _log.exception("A mail could not be sent.")
