"""Signing in: name and password, then the second factor; or a passkey alone, which is both."""

from __future__ import annotations

from typing import Any

from allauth.account.views import AccountInactiveView, LoginView, LogoutView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.workspace.account.forms import CodeForm, ConfirmByCodeForm, ConfirmForm, PasskeySignInForm, SecondStepForm
from accede.workspace.screens import see_other

FOLDER = "workspace/account"


class SignInView(LoginView):  # type: ignore[misc]
    """The form, and the way through an identity provider where there is one."""

    def get_context_data(self, **further: Any) -> dict[str, Any]:
        """Where that provider is asked, and in which words."""
        return {**super().get_context_data(**further), "office": _office()}


def _office() -> dict[str, str] | None:
    providers = settings.ACCEDE_OPENID_CONNECT.get("SOCIALACCOUNT_PROVIDERS")
    if not providers:
        return None
    (application,) = providers["openid_connect"]["APPS"]
    address = reverse("openid_connect_login", kwargs={"provider_id": application["provider_id"]})
    return {"address": address, "word": gettext("Sign in through %(name)s") % {"name": application["name"]}}


class ByPasskey(ReauthenticateWebAuthnView):  # type: ignore[misc]
    """Confirming with a passkey; who fails may try again."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Say so, and ask once more."""
        for message in form.errors.get("credential", []):
            messages.error(self.request, message)
        return see_other(self.request.get_full_path())


sign_in = SignInView.as_view(template_name=f"{FOLDER}/sign_in.html")
second_step = AuthenticateView.as_view(
    template_name=f"{FOLDER}/second_step.html", form_class=CodeForm, webauthn_form_class=SecondStepForm
)
passkey_sign_in = LoginWebAuthnView.as_view(template_name=f"{FOLDER}/sign_in.html", form_class=PasskeySignInForm)
sign_out = LogoutView.as_view(template_name=f"{FOLDER}/sign_out.html")
no_entry = AccountInactiveView.as_view(template_name=f"{FOLDER}/no_entry.html")
confirm = ReauthenticateView.as_view(template_name=f"{FOLDER}/confirm.html")
confirm_by_code = ReauthenticateByCodeView.as_view(template_name=f"{FOLDER}/confirm.html", form_class=ConfirmByCodeForm)
confirm_by_passkey = ByPasskey.as_view(template_name=f"{FOLDER}/confirm.html", form_class=ConfirmForm)
