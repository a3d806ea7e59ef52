"""The page for what could not be made: whose fault it is, what to do, and the number under which the log tells of it.

It is made without the database, without the session and, where not even a template can be read, without that.
"""

from __future__ import annotations

import errno
import sys
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from accede.publishing.addresses import address
from accede.publishing.languages import DEFAULT, LANGUAGES, direction
from accede.records import faults

AGAIN = 60
"""Seconds after which it is worth trying again where the database is away."""
_BARE = (
    "<!doctype html><title>Accede</title><p>This page could not be made. Please try again later.</p><p>{number}</p>\n"
)


@dataclass(frozen=True, slots=True)
class FaultPage:
    """What is said; `number` is what the log has."""

    title: str
    sentences: tuple[str, ...]
    number: str
    language: str
    direction: str
    home: str


def is_away(error: BaseException | None) -> bool:
    """Whether an error says that the database cannot be asked for the moment: its server is gone, its disk is full, it is locked.

    A table that is not there does not come back by waiting. The disk of the home, where what is kept and the witness lie, may
    be full or read only by itself.
    """
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
    return isinstance(error, OperationalError | InterfaceError) and "no such " not in str(error)


def page(request: HttpRequest) -> HttpResponse:
    """What Django answers with for an error that nobody expected: 500, or 503 where the database is away."""
    away, number = is_away(sys.exc_info()[1]), faults.number()
    try:
        body: str = render_to_string("publishing/fault.html", {"page": _said(_language_of(request), away, number)})
    except Exception:  # whatever it is, this is the last page there is
        body = _BARE.format(number=number)
    response = HttpResponse(body, status=503 if away else 500, headers={"Cache-Control": "no-store"})
    if away:
        response.headers["Retry-After"] = str(AGAIN)
    return response


def _said(language: str, away: bool, number: str) -> FaultPage:
    with override(language):
        title = (
            gettext("The register cannot be reached at the moment") if away else gettext("This page could not be made")
        )
        what = (
            gettext("Please try again in a minute. What you were sending may not have been recorded.")
            if away
            else gettext("The fault is ours, and it has been noted. Please try again later.")
        )
        numbered = gettext("If you write to us about it, please give this number: %(number)s") % {"number": number}
        home = address("", {}, language=language, as_of=None)
        return FaultPage(title, (what, numbered), number, language, direction(language), home)


def _language_of(request: HttpRequest) -> str:
    """The one that a page of the workspace is being made in, else that of the address."""
    chosen = getattr(request, "language", "")
    before = chosen or request.path.lstrip("/").partition("/")[0]
    return before if before in LANGUAGES else DEFAULT
