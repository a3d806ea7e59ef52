"""The views of data files, feeds and the calendar: not sent again to whom has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from accede.publishing.data import atom, days_ahead
from accede.publishing.data.files import files, spreadsheet_form
from accede.publishing.data.seen import Seen
from accede.publishing.entity_tags import is_held, tag_of, tagged
from accede.publishing.languages import DEFAULT
from accede.publishing.standpoint import standpoint
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import UnknownName


@require_safe
def data_file(request: HttpRequest, name: str, as_of: date | None = None) -> HttpResponse:
    """A file of the data. Raises UnknownName for one that there is not."""
    seen = here(as_of)
    found = files(seen.treaty).get(name)
    if found is None:
        raise UnknownName(f"there is no data file {quoted(name)}", remedy="Look at the page of the data")
    if request.GET.get("bom"):
        found = spreadsheet_form(name) or found
    response = sent(request, seen, found.name, found.media_type, lambda: found.bytes_of(seen))
    called = name if name.startswith("accede-") else f"accede-{seen.treaty}-{name}"
    stem, _, suffix = called.partition(".")
    dated = f"{stem}-{seen.as_of.isoformat()}.{suffix}" if found.of_day else called
    response.headers["Content-Disposition"] = f'attachment; filename="{dated}"'
    return response


@require_safe
def feed_file(request: HttpRequest, name: str, language: str = DEFAULT) -> HttpResponse:
    """A feed. Raises UnknownName for a State that the register does not hold."""
    seen = here()
    path = atom.feed_path(name, language)
    if name not in atom.names(seen):
        raise UnknownName(
            f"there is no feed {quoted(name)}", remedy="Give all, or the ISO 3166-1 alpha-3 key of a State"
        )
    return sent(request, seen, path, atom.MEDIA_TYPE, lambda: seen.kept(path, lambda: atom.feed(seen, name, language)))


@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:
    """The calendar."""
    seen = here()
    name = days_ahead.NAME
    return sent(
        request, seen, name, days_ahead.MEDIA_TYPE, lambda: seen.kept(name, lambda: days_ahead.days_ahead(seen))
    )


def here(as_of: date | None = None) -> Seen:
    """From where data are seen at this instant. Raises Refused for a day before the treaty."""
    seen = Seen(standpoint(datetime.now(UTC)), as_of)
    seen.register  # noqa: B018  which refuses the day
    return seen


def sent(request: HttpRequest, seen: Seen, path: str, media_type: str, make: Callable[[], bytes]) -> HttpResponse:
    """The file, or that it is the same still. Programs of other sites may read it."""
    tag = tag_of(f"{seen.key} {path}")
    if is_held(request, tag):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(make(), content_type=media_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return tagged(response, tag)
