"""The addresses of the API: a list and one row for each table, declared by the tables."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.params.functions import Query

from accede.publishing.addresses import API
from accede.publishing.api.index import VERSION, index
from accede.publishing.api.lists import listed
from accede.publishing.api.one import Moved, one
from accede.publishing.api.parameters import list_parameters, one_parameters
from accede.publishing.api.problems import DOCUMENT, ParameterProblem, Unanswerable, problem
from accede.publishing.standpoint import standpoint
from accede.publishing.tables import TABLES, Table
from accede.vocabulary.errors import InvalidDate, Refused, UnknownName

MEDIA_TYPE = "application/json"
_QUERY: Any = Query()

api = NinjaAPI(
    title="Accede: the register of treaty universalization",
    version=VERSION,
    description=(
        "What States have done about the treaty, say, practise, vote, report and attend: what is public, with its source. "
        "Every answer is as of a day (`as_of`) and as known on an instant (`known_on`). Absence is told by its kind: null is "
        "not no. The data are licensed under CC BY 4.0."
    ),
    urls_namespace="api-v1",
    openapi_url=None,
    docs_url=None,
)


def _json(body: bytes) -> HttpResponse:
    return HttpResponse(body, content_type=MEDIA_TYPE)


def _declared(view: Callable[..., HttpResponse], **annotations: Any) -> Callable[..., HttpResponse]:
    """The view with the signature that ninja reads its input from."""
    kinds = {"request": HttpRequest, **annotations}
    parameters = [
        inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=kind)
        for name, kind in kinds.items()
    ]
    view.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # inspect reads it
    view.__annotations__ = kinds
    return view


def _list_of(table: Table) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, asked: Any) -> HttpResponse:
        return _json(listed(table, request.path, request.GET.dict(), asked))

    return _declared(view, asked=Annotated[list_parameters(table), _QUERY])


def _one_of(table: Table) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, key: str, asked: Any) -> HttpResponse:
        return _json(one(table, key, asked))

    return _declared(view, key=str, asked=Annotated[one_parameters(table), _QUERY])


for table in TABLES.values():
    api.default_router.add_api_operation(
        f"/{table.name}",
        ["GET"],
        _list_of(table),
        operation_id=f"list_{table.name}",
        summary=table.title,
        description=table.description,
        tags=[table.title],
    )
    api.default_router.add_api_operation(
        f"/{table.name}/{{path:key}}",
        ["GET"],
        _one_of(table),
        operation_id=f"get_{table.name}",
        summary=f"{table.title}: one row",
        description=f"One row by its key, with - for a space and _ for a slash. {table.description}",
        tags=[table.title],
    )


@api.get("/", operation_id="index", summary="The tables", tags=["About"])
def _index(request: HttpRequest) -> HttpResponse:
    """The tables, where each is found, and from which instant the register is seen."""
    return _json(msgspec.json.encode(index(standpoint(datetime.now(UTC)))))


@api.exception_handler(Unanswerable)
def _unanswerable(request: HttpRequest, error: Unanswerable) -> HttpResponse:
    return problem(error.status, error.detail, error.errors)


@api.exception_handler(Moved)
def _moved(request: HttpRequest, error: Moved) -> HttpResponse:
    table = request.path.removeprefix(API).partition("/")[0]
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(
        f"{API}{table}/{error.key}{'?' if query else ''}{query}", preserve_request=True
    )


@api.exception_handler(UnknownName)
@api.exception_handler(InvalidDate)
@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: UnknownName | InvalidDate | Refused) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, error.sentence)


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    # Where one of several values is wrong, pydantic says beside it that too few of them are left.
    wrong = [each for each in error.errors if each["type"] != "too_short"] or error.errors
    found = tuple(ParameterProblem(_parameter(each), _clause(each["msg"])) for each in wrong)
    told = " ".join(f"{each.parameter}: {each.detail}." for each in found)
    return problem(HTTPStatus.BAD_REQUEST, f"{told} What may be asked is in {DOCUMENT}.", found)


def _parameter(error: dict[str, Any]) -> str:
    names = [str(part) for part in error["loc"] if isinstance(part, str) and part not in ("query", "path", "asked")]
    return {"only": "fields", "from_": "from"}.get(names[0], names[0]) if names else "query"


def _clause(message: str) -> str:
    return (
        message.removeprefix("Value error, ").replace("Input should", "it should").replace("String should", "it should")
    )


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(HTTPStatus(error.status_code), str(error))
