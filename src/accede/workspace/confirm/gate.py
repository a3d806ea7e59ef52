"""What stands before the page of a link: how often it is asked for, from where a form comes, and what every answer carries.

The page has no session and no cookie: the secret in the address is the whole authority. So nothing of it may be kept, indexed,
framed or told to another site, and its address stands in no log of ours.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from accede.accounts.address import address_of
from accede.outreach.confirm import attempts
from accede.outreach.confirm.attempts import ASKED, WRONG
from accede.workspace.confirm.closed import fault, no_method, too_often

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
METHODS = ("GET", "HEAD", "POST")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store, private",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
_FAULTS = logging.getLogger("django.accede")


def without_account(view: View[P]) -> View[P]:
    """The view behind these rules. Whoever asks too often, or tries out addresses, is told so before anything is looked up."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            network = network_of(request)
            if request.method not in METHODS:
                response = no_method(METHODS)
            elif attempts.is_over(WRONG, network) or not attempts.note(ASKED, network):
                response = too_often(WRONG.seconds)
            else:
                response = view(request, *args, **kwargs)
        except Exception as error:  # whatever it is, the answer is as closed as every other of this address
            _FAULTS.exception("The page of a link could not be made")
            response = fault(error)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response._has_been_logged = True  # type: ignore[attr-defined]  # once is enough
        return response

    return cast(View[P], answer)


def network_of(request: HttpRequest) -> str:
    """By what the asker is counted."""
    return attempts.network_of(address_of(request))


def is_from_here(request: HttpRequest) -> bool:
    """Whether a form was sent from our own page, as far as the browser tells.

    A page that sends no referrer sends the origin "null" with its forms; one that is sent from another site says so in
    Sec-Fetch-Site, or, where a browser does not know that, has another origin.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin", "null")
    return origin == "null" or urlsplit(origin).netloc == request.get_host()
