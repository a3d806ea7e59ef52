"""Papers made on the spot: the brief for a meeting, the report on a plan, the draft of a press release."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.outreach.done.press import draft
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.publishing.editions import FORMATS
from accede.reporting.composition.compose import paper
from accede.reporting.composition.registers import known_now, register_for
from accede.reporting.render import renderer_for
from accede.reporting.values import PaperPlan
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.papers import Fold, PaperKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import shipped_names
from accede.workspace.activities.held import activity_held
from accede.workspace.asking import Asking

_NAME = re.compile(r"[^A-Za-z0-9.-]+")


@require_safe
def brief_for(request: Asking, suffix: str, iso3: str) -> HttpResponse:
    """The brief on a State, as of `?on=` or of today where that is still to come, of what is accepted.

    Raises UnknownName for a State or a format that is none.
    """
    shipped_names().short(iso3)
    plan = plan_of(PaperKind.BRIEF, on=_day(request.GET.get("on", "")), state=iso3)
    return file(written(request.actor, plan), suffix, f"brief-{iso3}-{plan.as_of.edtf}")


@require_safe
def plan_file(request: Asking, suffix: str, plan: str) -> HttpResponse:
    """The report on a plan, of what is accepted. Raises UnknownName, Refused."""
    return file(written(request.actor, plan_of(PaperKind.PLAN, plan=plan)), suffix, f"plan-{plan}")


@require_safe
def draft_file(request: Asking, suffix: str, key: str) -> HttpResponse:
    """The draft of a press release. Raises UnknownName, Refused."""
    _, held = activity_held(request, key)
    return file(draft(told_to_all(request.actor), held), suffix, f"draft-{key}")


def plan_of(kind: PaperKind, *, on: date | None = None, state: str = "", plan: str = "") -> PaperPlan:
    """A paper as of a day (default: today), of what is accepted."""
    return PaperPlan(
        treaty=settings.ACCEDE_TREATY,
        paper=kind,
        language=Language.ENGLISH,
        as_of=PartialDate.on_day(on or datetime.now(UTC).date()),
        fold=Fold.ACCEPTED,
        state=state,
        plan=plan,
    )


def written(actor: Actor, plan: PaperPlan) -> Document:
    """The paper, with nothing that people write. Raises NotAllowed, UnknownName, Refused."""
    actor.must(Verb.READ, plan.paper.classification)
    return paper(plan, known_now(register_for(plan)), {})


def told_to_all(actor: Actor) -> Register:
    """What is accepted and public, as of today: what a release may speak of. Raises NotAllowed."""
    plan = plan_of(PaperKind.STATUS)
    actor.must(Verb.READ, plan.paper.classification)
    return known_now(register_for(plan))


def file(document: Document, suffix: str, name: str) -> HttpResponse:
    """A paper to be kept on disk. Raises UnknownName for a format that is none."""
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise UnknownName("no paper can be written so", where=suffix, remedy=f"Choose one of {known}")
    response = HttpResponse(renderer_for(f".{suffix}")(document), content_type=FORMATS[suffix][1])
    plain = _NAME.sub("-", name).strip("-.")
    response.headers["Content-Disposition"] = f'attachment; filename="{plain}.{suffix}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _day(text: str) -> date | None:
    """The day asked for, never one to come; None for what is no day."""
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return None
    return min(asked, datetime.now(UTC).date())
