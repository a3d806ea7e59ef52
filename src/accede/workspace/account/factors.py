"""The second factor: applications that give codes, passkeys, and recovery codes for when they are lost."""

from __future__ import annotations

from typing import Any, cast

from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy

from accede.accounts import second_factor
from accede.accounts.models import User
from accede.accounts.sign_out import end_sessions
from accede.workspace.account.forms import PasskeyForm
from accede.workspace.account.sign_in import FOLDER


class FactorsView(IndexView):  # type: ignore[misc]
    """Those that are set up, and what else can be."""

    def get_context_data(self, **further: Any) -> dict[str, Any]:
        """Whether one must be set up before anything else."""
        told = super().get_context_data(**further)
        held = told["authenticators"]
        codes = held.get("recovery_codes")
        return {
            **told,
            "is_wanting": second_factor.is_wanting(self.request.user),
            "application": held.get("totp"),
            "passkeys": held.get("webauthn", []),
            "codes_left": len(codes.get_unused_codes()) if codes else None,
        }


class _FirstFactor:
    """Whoever came in by the password alone, while it was enough, is out when the first factor is there."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        """Add the factor, and end the other sessions if it is the first."""
        user = cast(User, self.request.user)
        is_first = not second_factor.is_set_up(user)
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        if is_first:
            end_sessions(user, but=self.request.session.session_key)
        return response


class AddApplicationView(_FirstFactor, ActivateTOTPView):  # type: ignore[misc]
    """An application that gives codes."""


class AddPasskeyView(_FirstFactor, AddWebAuthnView):  # type: ignore[misc]
    """A passkey is always one that signs in alone: the device asks who uses it."""

    def get_context_data(self, **further: Any) -> dict[str, Any]:
        """What the browser is asked to make."""
        told = super().get_context_data(**further)
        return {**told, "js_data": {"creation_options": auth.begin_registration(self.request.user, True)}}


class RemovePasskeyView(RemoveWebAuthnView):  # type: ignore[misc]
    """Back to the factors afterwards."""

    success_url = reverse_lazy("mfa_index")


class RenamePasskeyView(EditWebAuthnView):  # type: ignore[misc]
    """Back to the factors afterwards."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        """Names are short."""
        form.cleaned_data["name"] = form.cleaned_data["name"][:100]
        response: HttpResponse = super().form_valid(form)
        return response


factors = FactorsView.as_view(template_name=f"{FOLDER}/factors.html")
add_application = AddApplicationView.as_view(template_name=f"{FOLDER}/application.html")
remove_application = DeactivateTOTPView.as_view(template_name=f"{FOLDER}/application_removed.html")
add_passkey = AddPasskeyView.as_view(template_name=f"{FOLDER}/passkey.html", form_class=PasskeyForm)
remove_passkey = RemovePasskeyView.as_view(template_name=f"{FOLDER}/passkey_removed.html")
rename_passkey = RenamePasskeyView.as_view(template_name=f"{FOLDER}/passkey_renamed.html")
recovery_codes = ViewRecoveryCodesView.as_view(template_name=f"{FOLDER}/recovery_codes.html")
new_recovery_codes = GenerateRecoveryCodesView.as_view(template_name=f"{FOLDER}/recovery_codes_new.html")
