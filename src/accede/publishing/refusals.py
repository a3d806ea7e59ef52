"""A page for what cannot be answered: the sentence of the error, and never a fault."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accede.vocabulary.errors import AccedeError, InvalidDate, Refused, UnknownName

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
        return refusal(request, exception) if isinstance(exception, _OF_THE_QUESTION) else None


def refusal(request: HttpRequest, error: AccedeError, status: int = 404) -> HttpResponse:
    """The page that says why there is nothing; what to do at the command line is left out."""
    sentence = f"{error.what[:1].upper()}{error.what[1:]}."
    return render(request, "publishing/not_found.html", {"page": None, "sentence": sentence}, status=status)
