"""Addresses before the door: whoever asks for them may have neither signed in nor set up a second factor.

allauth's views are declared here too, with the context that allauth otherwise takes from a middleware of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import wraps
from types import SimpleNamespace
from typing import Any, cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables

from accede.publishing.languages import direction
from accede.vocabulary.errors import UnknownName
from accede.workspace import door
from accede.workspace.asking import Asking
from accede.workspace.menu import menu_of
from accede.workspace.screens import Rule, sealed

View = Callable[..., HttpResponseBase]


class Entrance(Enum):
    """Who may ask for an address before the door: anybody, or whoever has signed in, with a second factor or without."""

    ANYBODY = "anybody"
    SIGNED_IN = "signed in"


def entrance(route: str, view: View, *, name: str, rule: Entrance | Rule) -> URLPattern:
    """An address with its rule; a `Rule` is behind the door, as in `screens.screen`."""
    return path(route, opened(view, rule), name=name)


def opened(view: View, rule: Entrance | Rule) -> View:
    """The view with what it needs around it; `rule` can be read from it."""

    @wraps(view)
    @sensitive_variables()
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.allauth = SimpleNamespace()  # type: ignore[attr-defined]
        language = door.language_of(request)
        with override(language), context.request_context(request):
            refusal = _refusal(request, rule)
            return sealed(refusal or _printed(request, _answer(view, request, args, kwargs), language))

    answer.rule = rule  # type: ignore[attr-defined]
    return answer


def too_many(request: HttpRequest) -> HttpResponse:
    """What allauth answers to who asks too often."""
    return render(request, "workspace/account/too_many.html", _about(request, door.language_of(request)), status=429)


def _refusal(request: HttpRequest, rule: Entrance | Rule) -> HttpResponse | None:
    if rule is Entrance.ANYBODY:
        return None
    if rule is Entrance.SIGNED_IN and request.user.is_authenticated:
        return None
    return door.refusal(request)


def _answer(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    try:
        response = view(request, *args, **kwargs)
    except ImmediateHttpResponse as error:
        response = cast(HttpResponseBase, error.response)
    except ReauthenticationRequired:
        methods = get_adapter().get_reauthentication_methods(request.user)
        response = suspend_request(request, methods[0]["url"] if methods else reverse("account_login"))
    except UnknownName as error:
        response = TemplateResponse(request, "workspace/account/refused.html", {"error": error}, status=404)
    if getattr(request, "axes_locked_out", False):
        return TemplateResponse(request, "workspace/account/locked_out.html", status=429)
    return response


def _printed(request: HttpRequest, response: HttpResponseBase, language: str) -> HttpResponseBase:
    """The response with all that the frame of a page prints."""
    if isinstance(response, TemplateResponse):
        response.context_data = {**_about(request, language), **(response.context_data or {})}
        for form in response.context_data.values():
            if isinstance(form, Form):
                _without_placeholders(form)
        response.render()
    return response


def _about(request: HttpRequest, language: str) -> dict[str, Any]:
    asking = cast(Asking, request)
    asking.language = language
    about: dict[str, Any] = {"language": language, "direction": direction(language), "actor": None, "menu": ()}
    if request.user.is_authenticated:
        asking.actor = about["actor"] = door.actor_of(request)
        about["menu"] = menu_of(asking) if door.refusal(request) is None else ()
    return about


def _without_placeholders(form: Form) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)  # the label says it, and stays
