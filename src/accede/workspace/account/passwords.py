"""Changing one's password, and setting a new one by a link that came by mail."""

from __future__ import annotations

from typing import Any

from allauth.account.views import (
    PasswordChangeView,
    PasswordResetDoneView,
    PasswordResetFromKeyDoneView,
    PasswordResetFromKeyView,
    PasswordResetView,
)
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext

from accede.accounts.letters import can_send
from accede.workspace.account.sign_in import FOLDER


class ChangeView(PasswordChangeView):  # type: ignore[misc]
    """Back to the account afterwards; and at once from an account that has no password, as it signs in through its office."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Says so on the page of the account."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            messages.info(request, gettext("Your account has no password: you sign in through your office."))
            return HttpResponseRedirect(reverse("account"))
        answered: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answered

    def get_default_success_url(self) -> Any:
        """The account."""
        return reverse_lazy("account")


class ForgottenView(PasswordResetView):  # type: ignore[misc]
    """Asks for the address; without a mail server it says who helps."""

    def get_context_data(self, **further: Any) -> dict[str, Any]:
        """Whether a link can be sent at all."""
        return {**super().get_context_data(**further), "can_send": can_send()}


change = ChangeView.as_view(template_name=f"{FOLDER}/password.html")
forgotten = ForgottenView.as_view(template_name=f"{FOLDER}/forgotten.html")
sent = PasswordResetDoneView.as_view(template_name=f"{FOLDER}/forgotten_sent.html")
anew = PasswordResetFromKeyView.as_view(template_name=f"{FOLDER}/password_anew.html")
anew_done = PasswordResetFromKeyDoneView.as_view(template_name=f"{FOLDER}/password_anew_done.html")
