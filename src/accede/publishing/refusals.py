"""A page for what cannot be answered: the sentence of the error, and never a fault."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from accede.publishing.addresses import address
from accede.publishing.languages import DEFAULT, LANGUAGES, direction
from accede.vocabulary.errors import InvalidDate, Refused, UnknownName

_OF_THE_QUESTION = (UnknownName, InvalidDate, Refused)
"""Errors that tell of what was asked. What else goes wrong (a damaged register) is a fault of ours: 500, and logged."""


class RefusalPages:
    """Middleware that gives such an error its page."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """None leaves the error to Django."""
        if not isinstance(exception, _OF_THE_QUESTION):
            return None
        return no_page(request, exception.sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Every address that there is not."""
    return no_page(request)


def no_page(request: HttpRequest, sentence: str = "") -> HttpResponse:
    """The page that says that there is none, in the language of the address, and what to do."""
    before = request.path.lstrip("/").partition("/")[0]
    language = before if before in LANGUAGES else DEFAULT
    with override(language):
        return render(request, "publishing/not_found.html", told(language, sentence), status=404)


def told(language: str, sentence: str = "") -> dict[str, str]:
    """What that page prints."""
    home, states = (address(route, {}, language=language, as_of=None) for route in ("", "states/"))
    return {
        "language": language,
        "direction": direction(language),
        "sentence": sentence,
        "home": home,
        "states": states,
    }
