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
from django.urls import reverse_lazy

from accede.accounts.letters import can_send
from accede.workspace.account.sign_in import FOLDER


class ChangeView(PasswordChangeView):  # type: ignore[misc]
    """Back to the account afterwards."""

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
