"""Accepting an invitation: a name and a password, and then the second factor."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters

from accede.accounts.accept import accept, invitation_of
from accede.accounts.address import address_of
from accede.publishing.languages import LANGUAGES
from accede.vocabulary.errors import Refused
from accede.workspace.account.forms import InvitationForm


@sensitive_post_parameters("password", "again")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The form; when it is sent, the account is made and signed in."""
    found = invitation_of(token)
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        language = get_language() or ""
        try:
            user = accept(
                token,
                chosen["name"],
                chosen["password"],
                language=language if language in LANGUAGES else "",
                address=address_of(request),
            )
        except Refused as error:
            form.add_error(None, error.sentence)
        else:
            if request.user.is_authenticated:
                logout(request)
            record_authentication(request, user, method="password", username=user.username)
            signed_in: HttpResponse = perform_login(request, Login(user=user, redirect_url=reverse("mfa_index")))
            return signed_in
    status = 400 if form.is_bound else 200
    told = {"form": form, "email": found.email, "roles": [role.label for role in found.role_set]}
    return TemplateResponse(request, "workspace/account/invitation.html", told, status=status)
