"""Take a copy back that was edited in Word: what changed in it, and what of that goes into the paper's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext

from accede.intake.documents import document_of
from accede.paper.tree import Document
from accede.reporting.composition.compose import Composed, composed, matter_for
from accede.reporting.composition.held import blocks_of, plan_held, prose_of
from accede.reporting.composition.returned import Returned, returned, taken_over
from accede.reporting.composition.write_prose import write_prose
from accede.reporting.recipes.places import Place, places_of
from accede.vocabulary.errors import Refused
from accede.workspace.asking import Asking, number_in
from accede.workspace.papers.changed import ChangeLine, change_line
from accede.workspace.papers.naming import title_of
from accede.workspace.screens import render, see_other

LARGEST = 20_000_000
"""Bytes of a copy; a paper has a few hundred thousand."""
MOST = 400
"""Changes that one page shows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that can go into the words of a place; `name` is its number in the form."""

    name: str
    line: ChangeLine
    place: str
    label: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A change in what is computed: the records that it may be about."""

    line: ChangeLine
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The version of a place that the offers were made for."""

    place: str
    version: int


@dataclass(frozen=True, slots=True)
class CopyPage:
    """What changed in a copy; `late` in words that are others by now. Before one was given, only the form to give it."""

    title: str
    key: str
    is_given: bool
    opening: str
    offers: tuple[Offer, ...]
    late: tuple[ChangeLine, ...]
    hints: tuple[Hint, ...]
    seen: tuple[Seen, ...]


def copy(request: Asking, key: str) -> HttpResponse:
    """Give a copy, and see what changed in it. Raises Unreadable for what is no paper, Refused for a file that is too large."""
    plan = plan_held(request.actor, key)
    title = gettext("Take a copy back: %(paper)s") % {"paper": title_of(plan.fact)}
    file = request.FILES.get("copy")
    if request.method != "POST" or file is None:
        return render(request, "papers/copy.html", CopyPage(title, key, False, "", (), (), (), ()))
    if (file.size or 0) > LARGEST:
        raise Refused("the file is larger than any paper", where=file.name or "", remedy="Give the copy of the paper")
    edited = document_of(file.read(), name=file.name or "")
    written = _written(request, key, edited)
    matter = matter_for(written.plan.fact, written.register)
    found = returned(written.document, edited, written.prose, matter, prose_of(key))[:MOST]
    offers = tuple(_offers(found))
    late = tuple(change_line(each.change) for each in found if each.is_late)
    hints = tuple(_hint(each) for each in found if each.place is None)
    held = blocks_of(key)
    seen = tuple(Seen(place.value, held[place].version if place in held else 0) for place in places_of(plan.fact.paper))
    number = len(found)
    opening = (
        ngettext("%(number)s passage was changed in the copy.", "%(number)s passages were changed in the copy.", number)
        if number
        else gettext("Nothing was changed in the copy.")
    )
    page = CopyPage(title, key, True, opening % {"number": number}, offers, late, hints, seen)
    return render(request, "papers/copy.html", page)


def take_over(request: Asking, key: str) -> HttpResponse:
    """Put the chosen changes into the words, as new versions; all of them or none."""
    chosen: list[tuple[Place, int, str]] = []
    known = {place.value for place in Place}
    for name in request.POST.getlist("chosen"):
        place, at = request.POST.get(f"{name}-place", ""), request.POST.get(f"{name}-at", "")
        if place in known and at.isascii() and at.isdecimal():
            chosen.append((Place(place), number_in(at), request.POST.get(f"{name}-text", "")))
    texts = taken_over(prose_of(key), chosen)
    seen = {place: number_in(request.POST.get(f"{place.value}-version", "")) for place in texts}
    written = write_prose(
        request.actor,
        key,
        texts,
        expected_versions=seen,
        reason="taken over from a copy",
    )
    told = ngettext(
        "The words for %(number)s place are taken over from the copy.",
        "The words for %(number)s places are taken over from the copy.",
        len(written),
    )
    messages.success(request, told % {"number": len(written)} if written else gettext("Nothing was chosen."))
    return see_other(reverse("workspace:paper", args=[key]))


def _written(request: Asking, key: str, edited: Document) -> Composed:
    """The paper as the copy was made of it, where the copy says when that was; else as it stands."""
    try:
        known_on = datetime.fromisoformat(edited.known_on) if edited.known_on else None
        if known_on is None or known_on.tzinfo is None:
            return composed(request.actor, key)
        known_on = known_on.astimezone(UTC)
    except (ValueError, OverflowError):  # people write into the properties of a file what they like
        return composed(request.actor, key)
    return composed(request.actor, key, known_on=known_on)


def _offers(found: tuple[Returned, ...]) -> Iterator[Offer]:
    for number, each in enumerate(found):
        if each.place is not None and not each.is_late:
            yield Offer(
                f"change-{number}",
                change_line(each.change),
                each.place.value,
                gettext(each.place.label),
                each.at,
                each.text,
            )


def _hint(found: Returned) -> Hint:
    return Hint(change_line(found.change), tuple((key, _address(key)) for key in found.evidence[:MOST_RECORDS]))


MOST_RECORDS = 5


def _address(key: str) -> str:
    """Where a record is corrected: the State's page, as far as its key names a State."""
    parts = key.split("/")
    try:
        return reverse("workspace:state", args=[parts[1]]) if len(parts) > 1 and len(parts[1]) == 3 else ""
    except NoReverseMatch:
        return ""
