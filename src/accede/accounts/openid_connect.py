"""Signing in through an office's identity provider, where the settings name one (ACCEDE_OIDC_ISSUER)."""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.models import User


class OfficeAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """It finds accounts and makes none; what it says stands in for the password, and the second factor is asked for after it."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Accounts are made by invitation only."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account by the address that the provider has verified, once; then by the provider's own name for it."""
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            _refuse(request, gettext("This can only be used to sign in."))
        if not sociallogin.is_existing:
            verified = [address.email for address in sociallogin.email_addresses if address.verified is True]
            found = list(User.objects.filter(email__iexact=verified[0], is_active=True)[:2]) if verified else []
            if len(found) != 1:
                _refuse(
                    request, gettext("No account has the address that your organization told us. Ask an administrator.")
                )
            sociallogin.connect(request, found[0])

    def on_authentication_error(self, request: HttpRequest, *args: Any, **further: Any) -> NoReturn:
        """Back to the page of signing in."""
        _refuse(request, gettext("Your organization did not tell us who you are. Try again, or use your password."))


def _refuse(request: HttpRequest, sentence: str) -> NoReturn:
    messages.error(request, sentence)
    raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))
