"""What cannot be answered, as application/problem+json (RFC 9457): a sentence that says what is wrong and what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

import msgspec
from django.http import HttpResponse
from msgspec import Meta, Struct

from accede.publishing.addresses import API

MEDIA_TYPE = "application/problem+json"
DOCUMENT = f"{API}openapi.json"


class ParameterProblem(Struct, frozen=True):
    """What is wrong with one parameter."""

    parameter: Annotated[str, Meta(description="Name of the parameter.")]
    detail: Annotated[str, Meta(description="What is wrong with it, and what it may be.")]


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why there is no answer."""

    type: Annotated[str, Meta(description="Always about:blank: the status says what kind of problem it is.")]
    title: Annotated[str, Meta(description="The status in words.")]
    status: Annotated[int, Meta(description="The HTTP status.")]
    detail: Annotated[str, Meta(description="A sentence that says what is wrong and what to do.")]
    errors: Annotated[tuple[ParameterProblem, ...], Meta(description="What is wrong with single parameters.")] = ()


class Unanswerable(Exception):
    """A question to the API that has no answer."""

    def __init__(self, status: HTTPStatus, detail: str, errors: tuple[ParameterProblem, ...] = ()) -> None:
        self.status, self.detail, self.errors = status, detail, errors
        super().__init__(detail)


def problem(status: HTTPStatus, detail: str, errors: tuple[ParameterProblem, ...] = ()) -> HttpResponse:
    """The answer that says why there is none."""
    # `type` is the default of the standard and is told all the same: some readers want it.
    told = Problem(type="about:blank", title=status.phrase, status=status.value, detail=detail, errors=errors)
    return HttpResponse(msgspec.json.encode(told), status=status.value, content_type=MEDIA_TYPE)
