"""An address of the workspace: its rule, the door before it, and pages for what cannot be done."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from itertools import chain
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render as django_render
from django.urls import URLPattern, path
from django.utils.translation import gettext, override

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.publishing.languages import direction
from accede.vocabulary.errors import AccedeError, Damaged, NotAllowed, Refused, UnknownName, Unreadable
from accede.workspace import door
from accede.workspace.asking import Asking
from accede.workspace.menu import menu_of, tabs_of

P = ParamSpec("P")
_FAULTS = logging.getLogger("django.accede")

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may ask for an address: whoever is signed in and may use the verb, or the other, on something.

    `verb` None: whoever is signed in.
    """

    verb: Verb | None
    or_verb: Verb | None = None

    def admits(self, actor: Actor) -> bool:
        """Whether the policy opens the address."""
        return self.verb is None or any(actor.classes(verb) for verb in (self.verb, self.or_verb) if verb)


Screen = Callable[Concatenate[Asking, P], HttpResponseBase]


def screen(
    route: str, view: Screen[...], *, name: str, verb: Verb | None = Verb.READ, or_verb: Verb | None = None
) -> URLPattern:
    """An address behind the door, with its rule. The use cases that the view calls check the classification."""
    return path(route, guarded(view, Rule(verb, or_verb)), name=name)


def guarded(view: Screen[P], rule: Rule) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """The view behind the door; `rule` can be read from it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        asking = cast(Asking, request)
        asking.language = door.language_of(request)
        asking.is_htmx = "HX-Request" in request.headers
        with override(asking.language):
            refusal = door.refusal(request)
            if refusal is not None:
                return sealed(refusal)
            asking.actor = door.actor_of(request)
            try:
                _refuse_no_sign(request)
                if rule.verb is not None and not rule.admits(asking.actor):
                    asking.actor.must(rule.verb)
                response = view(asking, *args, **kwargs)
                if hasattr(response, "render"):
                    response.render()
                return sealed(response)
            except (NotAllowed, UnknownName, Refused, Unreadable) as error:
                return sealed(refused(asking, error))
            except Damaged as error:
                _FAULTS.exception("The register is damaged")
                return sealed(refused(asking, error))

    answer.rule = rule  # type: ignore[attr-defined]
    return cast(Callable[Concatenate[HttpRequest, P], HttpResponseBase], answer)


def _refuse_no_sign(request: HttpRequest) -> None:
    """Raises Unreadable for U+0000, a sign of no text: PostgreSQL keeps none with it, and finds none by it."""
    sent = chain.from_iterable((name, *texts) for each in (request.GET, request.POST) for name, texts in each.lists())
    if "\0" in request.path_info or any("\0" in text for text in sent):
        raise Unreadable("it has a sign in it that no text has (U+0000)", remedy="Take it out and send it again")


def render(request: Asking, template: str, page: Any, *, status: int = 200, **further: object) -> HttpResponse:
    """A page of the workspace: `page` is a frozen dataclass with a `title`, and all that the template prints."""
    about = {
        "page": page,
        "actor": request.actor,
        "language": request.language,
        "direction": direction(request.language),
        "menu": menu_of(request),
        "tabs": tabs_of(request),
    }
    return django_render(request, f"workspace/{template}", {**about, **further}, status=status)


def see_other(address: str) -> HttpResponse:
    """After a form was done with: the page to go on from, asked for anew (303)."""
    return HttpResponseRedirect(address, status=303)


@dataclass(frozen=True, slots=True)
class RefusalPage:
    """Why something cannot be done, and what to do."""

    title: str
    error: AccedeError


_TITLES: Mapping[type[AccedeError], tuple[int, Callable[[], str]]] = {
    NotAllowed: (403, lambda: gettext("Not for your role")),
    UnknownName: (404, lambda: gettext("Not in the register")),
    Refused: (409, lambda: gettext("This was not done")),
    Unreadable: (400, lambda: gettext("This cannot be read")),
    Damaged: (500, lambda: gettext("Something in the register is not as it was written")),
}


def refused(request: Asking, error: AccedeError) -> HttpResponse:
    """The page for an error that is an answer; nothing was changed."""
    status, title = next(told for kind, told in _TITLES.items() if isinstance(error, kind))
    return render(request, "refused.html", RefusalPage(title(), error), status=status)


def sealed(response: HttpResponseBase) -> HttpResponseBase:
    """Kept by nobody, and kept to what it brings itself."""
    response.headers["Cache-Control"] = "no-store, private"
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    return response
