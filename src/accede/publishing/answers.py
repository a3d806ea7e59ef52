"""The answer to every page's address: kept until something public changes, and not sent again to whom has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.decorators.http import require_safe

from accede.publishing.asked import Asked
from accede.publishing.entity_tags import is_held, tag_of, tagged
from accede.publishing.headers import FRAMED_POLICY
from accede.publishing.held import register_of
from accede.publishing.identity import identity
from accede.publishing.kept import Kept
from accede.publishing.languages import DEFAULT
from accede.publishing.pages.kind import PageKind
from accede.publishing.standpoint import Standpoint, standpoint
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import InvalidDate, Refused
from accede.vocabulary.partial_date import PartialDate, Precision

LONGEST_FILTER = 200
"""Characters of a filter that are looked at."""


def answer(page: PageKind) -> Callable[..., HttpResponse]:
    """The view of a kind of page."""

    @require_safe
    def view(request: HttpRequest, language: str = DEFAULT, as_of: date | None = None, **of: object) -> HttpResponse:
        _refuse_known_on(request)
        now = standpoint(datetime.now(UTC))
        if page.has_days and as_of is None and "as_of" in request.GET:
            asked = _asked(page, now, language, day_of(request.GET["as_of"]), of, request)
            return HttpResponseRedirect(asked.here)
        name = identity(page, now, language=language, as_of=as_of, of=of, filters=filters_of(request.GET, page))
        tag = tag_of(name)
        if is_held(request, tag):
            return _with_headers(HttpResponseNotModified(), tag, page)
        body = _kept.get(name)
        if body is None:
            body = render(_asked(page, now, language, as_of, of, request))
            _kept.put(name, body)
        return _with_headers(HttpResponse(body), tag, page)

    view.page = page  # type: ignore[attr-defined]  # by which a preview finds the page of an address
    return view


def render(asked: Asked) -> bytes:
    """A page as bytes: the same for the same question and register."""
    with override(asked.language):
        page = asked.page.make(asked)
        return render_to_string(asked.page.template, {"asked": asked, "page": page}).encode()


def forget() -> None:
    """Make every page again, for tests that undo what they wrote."""
    _kept.clear()


_kept = Kept(settings.ACCEDE_KEPT_PAGES)


def _asked(
    page: PageKind, now: Standpoint, language: str, as_of: date | None, of: dict[str, object], request: HttpRequest
) -> Asked:
    return Asked(
        page=page,
        register=register_of(now, as_of),
        today=now.today,
        language=language,
        day=as_of,
        of=of,
        filters=filters_of(request.GET, page),
    )


def filters_of(query: Mapping[str, str], page: PageKind) -> dict[str, str]:
    """What a query asks the page for, of the names that the page knows."""
    given = ((name, query[name].strip()) for name in sorted(page.filters) if name in query)
    return {name: value[:LONGEST_FILTER] for name, value in given if value}


def day_of(given: str) -> date:
    """A day as a form sends it. Raises InvalidDate."""
    found = PartialDate.parse(given)
    if found.precision is not Precision.DAY:
        raise InvalidDate(f"{quoted(given)} is not a day")
    return found.counts_from


def _refuse_known_on(request: HttpRequest) -> None:
    """Raises Refused: an answer from today's knowledge must not pass for one from an earlier day's."""
    if "known_on" in request.GET:
        raise Refused("these pages show what is released today and take no known_on; as_of asks for another day")


def _with_headers(response: HttpResponse, tag: str, page: PageKind) -> HttpResponse:
    if page.may_be_framed:
        response.headers["Content-Security-Policy"] = FRAMED_POLICY
    return tagged(response, tag)
