"""Pages of the public site. They read only what is released, at any `known_on`."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accede.publishing.dossier import dossier_page
from accede.publishing.front import front_page
from accede.records.values import View
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import InvalidDate, Refused
from accede.vocabulary.partial_date import PartialDate, Precision

TREATY = "apmbc"


@require_safe
def front(request: HttpRequest, as_of: date | None = None) -> HttpResponse:
    """The headline and the States outside, today or on a past day; `?as_of=DAY` leads to that day's address."""
    _refuse_known_on(request)
    if as_of is None and "as_of" in request.GET:
        return _to_the_day(request.GET["as_of"])
    now = datetime.now(UTC)
    page = front_page(TREATY, _view(as_of, now), today=now.date())
    return render(request, "publishing/front.html", {"page": page})


@require_safe
def state(request: HttpRequest, iso3: str, as_of: date | None = None) -> HttpResponse:
    """The dossier of a State."""
    _refuse_known_on(request)
    if as_of is None and "as_of" in request.GET:
        return _to_the_day(request.GET["as_of"], iso3)
    now = datetime.now(UTC)
    page = dossier_page(TREATY, _view(as_of, now), iso3, today=now.date())
    return render(request, "publishing/dossier.html", {"page": page})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Every address that there is not."""
    return render(request, "publishing/not_found.html", {"page": None, "sentence": ""}, status=404)


def _refuse_known_on(request: HttpRequest) -> None:
    """Raises Refused: an answer from today's knowledge must not pass for one from an earlier day's."""
    if "known_on" in request.GET:
        raise Refused("these pages show what is released today and take no known_on; as_of asks for another day")


def _view(as_of: date | None, now: datetime) -> View:
    return View(as_of=as_of or now.date(), known_on=now, public=True)


def _to_the_day(given: str, iso3: str = "") -> HttpResponse:
    found = PartialDate.parse(given)
    if found.precision is not Precision.DAY:
        raise InvalidDate(f"{quoted(given)} is not a day")
    day = found.counts_from
    address = reverse("state-on", args=[day, iso3]) if iso3 else reverse("front-on", args=[day])
    return HttpResponseRedirect(address)
