"""Forms of one's account; a passkey's answer is hostile until it is read."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.cache import cache
from django.utils.translation import gettext_lazy

_NO_ANSWER = (AttributeError, KeyError, IndexError, TypeError, UnicodeError)
"""What is raised within allauth for JSON that is no answer of a browser."""


CODES_HOLD = 120
"""Seconds, and a half minute more, for which a code can be right."""


class _Read(forms.Form):
    """Reads the answer of a browser, whatever was sent in its place."""

    def clean_credential(self) -> Authenticator:
        """The passkey that answered. Raises ValidationError."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except _NO_ANSWER as error:
            raise get_adapter().validation_error("incorrect_code") from error


class _Once(forms.Form):
    """Takes a code once. allauth forgets it after half a minute, and a code holds longer where clocks may differ."""

    def clean_code(self) -> str:
        """The code. Raises ValidationError."""
        code: str = super().clean_code()  # type: ignore[misc]
        used = f"accede.code.{self.user.pk}.{code}"  # type: ignore[attr-defined]
        if not cache.add(used, True, timeout=CODES_HOLD):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(_Once, AuthenticateForm):  # type: ignore[misc]
    """A code as the second step."""


class ConfirmByCodeForm(_Once, ReauthenticateForm):  # type: ignore[misc]
    """A code once more."""


class SecondStepForm(_Read, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step."""


class PasskeySignInForm(_Read, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey alone."""


class ConfirmForm(_Read, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey once more."""


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey. The device must have asked who uses it: else it would be no second factor."""

    name = forms.CharField(label=gettext_lazy("Name of the passkey"), required=False, max_length=100)
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """As one that signs in alone, whatever was ticked. Raises ValidationError."""
        self.cleaned_data["passwordless"] = True
        try:
            cleaned: dict[str, Any] = super().clean()
        except _NO_ANSWER as error:
            raise get_adapter().validation_error("incorrect_code") from error
        return cleaned


class InvitationForm(forms.Form):
    """What the invited person chooses. Rules of names and passwords are the use case's."""

    name = forms.CharField(
        label=gettext_lazy("Username"),
        max_length=150,
        help_text=gettext_lazy("Letters, digits and @ . + - _ only. The records say who recorded them by this name."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        help_text=password_validators_help_text_html(),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("Password, once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """The two passwords are the same."""
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", gettext_lazy("The two passwords are not the same."))
        return cleaned
