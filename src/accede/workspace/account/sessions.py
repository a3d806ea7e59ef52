"""Where one is signed in, and ending it."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext

from accede.accounts.address import address_of
from accede.accounts.entries import note
from accede.accounts.models import Happening
from accede.workspace.account.sign_in import FOLDER
from accede.workspace.asking import number_in
from accede.workspace.screens import see_other


class SessionsView(ListUserSessionsView):  # type: ignore[misc]
    """The list; sent with `session` it ends that one, without it all others."""

    def form_valid(self, form: Any) -> HttpResponse:
        """End what was asked for, if it is one's own."""
        name = self.request.user.get_username()
        wanted = self.request.POST.get("session", "")
        if not wanted:
            response: HttpResponse = super().form_valid(form)
        else:
            found = UserSession.objects.filter(user=self.request.user, pk=number_in(wanted))
            end_sessions(self.request, list(found))
            messages.success(self.request, gettext("The session has ended."))
            response = see_other(self.get_success_url())
        note(name, name, Happening.SESSIONS_ENDED, address=address_of(self.request))
        return response


sessions = SessionsView.as_view(template_name=f"{FOLDER}/sessions.html")
