"""Who may come in at all: signed in, with a second factor, in a term of office."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language_from_request

from accede.accounts import second_factor, terms
from accede.accounts.actor import Actor
from accede.accounts.models import User
from accede.publishing.languages import DEFAULT, LANGUAGES


def refusal(request: HttpRequest) -> HttpResponse | None:
    """What to do first: sign in, or set up a second factor. None: come in."""
    if not request.user.is_authenticated:
        response: HttpResponse = redirect_to_login(request.get_full_path(), login_url=reverse("account_login"))
        if "HX-Request" in request.headers:  # the whole page is to go there, and not a part of it
            away = HttpResponse(status=401)
            away.headers["HX-Redirect"] = response.headers["Location"]
            return away
        return response
    if second_factor.is_wanting(request.user):
        return HttpResponseRedirect(reverse("mfa_index"))
    return None


def actor_of(request: HttpRequest) -> Actor:
    """The person as the use cases know it, with the roles of today."""
    return terms.actor_of(cast(User, request.user), datetime.now(UTC).date())


def language_of(request: HttpRequest) -> str:
    """The language the person chose, else the browser's first that we have."""
    chosen = getattr(request.user, "language", "") if request.user.is_authenticated else ""
    if chosen in LANGUAGES:
        return chosen
    preferred = get_language_from_request(request).partition("-")[0]
    return preferred if preferred in LANGUAGES else DEFAULT
