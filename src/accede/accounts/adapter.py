"""How allauth is held to our rules: no open sign-up, no sign-in without a term of office, and a log of what happens."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, gettext_noop

from accede.accounts.address import address_of
from accede.accounts.entries import note
from accede.accounts.letters import send_notice, send_password_link
from accede.accounts.models import Happening, User
from accede.accounts.terms import roles_of

_HAPPENINGS = {
    "mfa/email/totp_activated": (Happening.FACTOR_ADDED, "totp"),
    "mfa/email/totp_deactivated": (Happening.FACTOR_REMOVED, "totp"),
    "mfa/email/webauthn_added": (Happening.FACTOR_ADDED, "passkey"),
    "mfa/email/webauthn_removed": (Happening.FACTOR_REMOVED, "passkey"),
    "mfa/email/recovery_codes_generated": (Happening.FACTOR_ADDED, "recovery codes"),
    "account/email/password_changed": (Happening.PASSWORD_CHANGED, ""),
    "account/email/password_set": (Happening.PASSWORD_CHANGED, ""),
    "account/email/password_reset": (Happening.PASSWORD_CHANGED, "by mail"),
    "socialaccount/email/account_connected": (Happening.CHANGED, "identity provider"),
}
"""What allauth tells people by mail to what the log calls it."""

_MESSAGES = {
    "account/messages/password_changed.txt": gettext_noop("The password is changed. Other sessions have ended."),
    "account/messages/password_set.txt": gettext_noop("The password is set."),
    "mfa/messages/totp_activated.txt": gettext_noop("The application is your second factor now."),
    "mfa/messages/totp_deactivated.txt": gettext_noop("The application is no second factor any more."),
    "mfa/messages/webauthn_added.txt": gettext_noop("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": gettext_noop("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": gettext_noop("There are new recovery codes; the old ones are void."),
    "usersessions/messages/sessions_logged_out.txt": gettext_noop("The other sessions have ended."),
}
"""What is said on the next page; the rest of what allauth says is seen anyway."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's questions about accounts, answered by our rules."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by invitation only."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """After signing in people go on within this site alone, whatever the address asked for."""
        within = str(url or "").startswith("/")
        return bool(within and url_has_allowed_host_and_scheme(str(url), allowed_hosts=None))

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that attempts are counted by."""
        return address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: axes counts failures, for all processes and over restarts."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Log it. A name that nobody has is left out: people type passwords there."""
        name = str(credentials.get("username", ""))
        known = name if User.objects.filter(username=name).exists() else ""
        happening = Happening.LOCKED_OUT if getattr(request, "axes_locked_out", False) else Happening.REFUSED
        note("", known, happening, address=address_of(request))

    def pre_login(self, request: HttpRequest, user: User, **further: Any) -> HttpResponse | None:
        """Whoever is locked or has no term of office that runs does not come in, by whichever way."""
        if roles_of(user, datetime.now(UTC).date()):
            return None
        clear_login(request)
        note(user.username, user.username, Happening.REFUSED, "no term of office", address=address_of(request))
        response: HttpResponse = self.respond_user_inactive(request, user)
        return response

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin a session, under a new key, and clear away those that have expired."""
        super().login(request, user)
        Session.objects.filter(expire_date__lt=datetime.now(UTC)).delete()
        note(user.username, user.username, Happening.SIGNED_IN, address=address_of(request))

    def logout(self, request: HttpRequest) -> None:
        """End the session."""
        if request.user.is_authenticated:
            name = request.user.get_username()
            note(name, name, Happening.SIGNED_OUT, address=address_of(request))
        super().logout(request)

    def is_reauthentication_required(self, *, app: str, **further: Any) -> bool:
        """Who has just signed in need not do so again to change a factor."""
        records = get_authentication_records(self.request, self.request.user)
        latest: float = max((record["at"] for record in records), default=0.0)
        return bool(time.time() - latest > app_settings.REAUTHENTICATION_TIMEOUT)

    def is_ajax(self, request: HttpRequest) -> bool:
        """A script of ours asks for the challenge of a passkey; every other page is a page."""
        return bool(request.resolver_match and request.resolver_match.url_name == "mfa_login_webauthn")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **further: Any
    ) -> None:
        """Say it in our words or not at all."""
        if further.get("message"):
            super().add_message(request, level, message=further["message"])
        elif message_template in _MESSAGES:
            super().add_message(request, level, message=gettext(_MESSAGES[message_template]))

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **further: Any) -> None:
        """What happened to an account is logged, and told to its owner."""
        happening, details = _HAPPENINGS[template_prefix]
        address = address_of(self.request)
        note(user.username, user.username, happening, details, address=address)
        send_notice(user, happening, address)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Under the address of the site, whatever name it was asked by."""
        asked: str = super().get_reset_password_from_key_url(key)
        return settings.ACCEDE_ADDRESS + urlsplit(asked).path if settings.ACCEDE_ADDRESS else asked

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """The link with which a password is set anew."""
        send_password_link(user, email, context["password_reset_url"])


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's questions about second factors, answered by our rules."""

    def get_totp_label(self, user: User) -> str:
        """The name under which an application keeps the code."""
        return user.username

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002  allauth's name
        """The name of a passkey that got none."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}
