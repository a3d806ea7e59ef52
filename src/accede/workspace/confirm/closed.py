"""Kind answers where there is no form: the link opens nothing, or nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext, gettext_noop, override

from accede.outreach.confirm.link import newest_sent
from accede.outreach.models import ConfirmLink
from accede.publishing.fault_page import AGAIN, is_away
from accede.publishing.languages import LANGUAGES, direction
from accede.publishing.wording import day, language
from accede.records import faults
from accede.vocabulary.confirming import LinkState

TEMPLATE = "workspace/confirm/closed.html"
_WRONG = gettext_noop(
    "This link opens nothing. Perhaps a part of it is missing: please take it from the letter once more."
)
_OFTEN = gettext_noop("This page was asked for too often. Please try again in a quarter of an hour.")
_FAULT = gettext_noop("This page could not be made. The fault is ours; please try again later.")
_AWAY = gettext_noop("Please try again in a minute. What you were sending may not have been recorded.")
_FOREIGN = gettext_noop("This form came from another page. Please open the link in your letter and send it from there.")
_METHOD = gettext_noop("This page can only be opened and sent.")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in a language."""

    language: str
    direction: str
    words: str


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """What is said, in one language or in all; `write_to` is where the presidency is written to."""

    title: str
    language: str
    direction: str
    lines: tuple[Line, ...]
    write_to: str


def nothing() -> HttpResponse:
    """For every text that is no token of ours: the same page, byte for byte."""
    return _said_in_all(_WRONG, 404)


def too_often(seconds: int) -> HttpResponse:
    """For whoever asks too often, with a token or without."""
    response = _said_in_all(_OFTEN, 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def fault(error: Exception) -> HttpResponse:
    """For what went wrong here, with the number under which the log tells of it."""
    away = is_away(error)
    response = _said_in_all(_AWAY if away else _FAULT, 503 if away else 500, number=faults.number())
    if away:
        response.headers["Retry-After"] = str(AGAIN)
    return response


def foreign() -> HttpResponse:
    """For a form that another site sent."""
    return _said_in_all(_FOREIGN, 403)


def no_method(methods: Sequence[str]) -> HttpResponse:
    """For what no browser does with a page."""
    response = _said_in_all(_METHOD, 405)
    response.headers["Allow"] = ", ".join(methods)
    return response


def closed(link: ConfirmLink, state: LinkState) -> HttpResponse:
    """For a link that was revoked, has expired, or was used; in the language that is written in."""
    line = Line(language(), direction(language()), _why(link, state))
    return _page(gettext("Thank you") if state is LinkState.USED else gettext("This link is closed"), (line,), 410)


def _why(link: ConfirmLink, state: LinkState) -> str:
    match state:
        case LinkState.REVOKED:
            return gettext(
                "This link was taken back by those who sent it. Please write to them if you have something to add."
            )
        case LinkState.EXPIRED:
            return gettext(
                "This link was open until %(day)s. Please write to those who sent it, and they will make another."
            ) % {"day": day(link.expires_at.date())}
        case _:
            sent = newest_sent(link)
            return gettext(
                "What was sent by this link on %(day)s has been received and dealt with. If you have something to add, please "
                "write to those who sent it."
            ) % {"day": day((sent.came_at if sent else link.made_at).date())}


def _said_in_all(words: str, status: int, number: str = "") -> HttpResponse:
    lines = []
    for spoken in LANGUAGES:
        with override(spoken):
            lines.append(Line(spoken, direction(spoken), gettext(words)))
    if number:
        lines.append(Line("en", "ltr", number))
    with override("en"):
        return _page("Accede", tuple(lines), status)


def _page(title: str, lines: tuple[Line, ...], status: int) -> HttpResponse:
    write_to = getattr(settings, "ACCEDE_OUTREACH_ADDRESS", "")
    page = ClosedPage(title, language(), direction(language()), lines, write_to)
    return HttpResponse(render_to_string(TEMPLATE, {"page": page}), status=status)
