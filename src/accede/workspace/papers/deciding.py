"""Comment on a paper, clear it, take the clearance back, seal it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.records import review
from accede.records.reference import Reference
from accede.reporting.composition.clear import clear, take_back
from accede.reporting.composition.held import blocks_of, plan_held
from accede.reporting.composition.seal_cleared import seal_cleared
from accede.reporting.edition import edition_key
from accede.reporting.models import PaperPlanVersion, ProseBlockVersion
from accede.reporting.recipes.places import Place
from accede.workspace.asking import Asking
from accede.workspace.screens import see_other


def comment(request: Asking, key: str) -> HttpResponse:
    """Say something about the paper, or about what is written for one of its places."""
    plan, place = plan_held(request.actor, key), request.POST.get("place", "")
    reference = Reference(PaperPlanVersion.record_kind(), key, plan.version)
    if place in {each.value for each in Place} and (block := blocks_of(key).get(Place(place))):
        reference = Reference(ProseBlockVersion.record_kind(), block.key, block.version)
    review.comment(request.actor, reference, text=request.POST.get("text", "").replace("\r\n", "\n"))
    messages.success(request, gettext("The comment is kept."))
    return _back(key)


def clear_paper(request: Asking, key: str) -> HttpResponse:
    """Clear the paper that was read."""
    clear(request.actor, key, content=request.POST.get("content", ""), note=request.POST.get("note", ""))
    messages.success(request, gettext("The paper is cleared as it stands. A publisher can seal it."))
    return _back(key)


def take_clearance_back(request: Asking, key: str) -> HttpResponse:
    """Take the clearance back."""
    take_back(request.actor, key, reason=request.POST.get("reason", ""))
    messages.success(request, gettext("The clearance is taken back."))
    return _back(key)


def seal(request: Asking, key: str) -> HttpResponse:
    """Seal what was cleared, and go to the edition."""
    edition = seal_cleared(request.actor, key)
    messages.success(request, gettext("The paper is sealed. Nobody outside sees it before it is released."))
    return see_other(reverse("workspace:edition", args=[edition_key(edition)]))


def _back(key: str) -> HttpResponse:
    return see_other(reverse("workspace:paper", args=[key]))
