"""What is held of papers in work: their plans, people's words, clearances, and the editions that came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Q

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.current import current, evidence_in
from accede.records.models import Event, EventKind
from accede.records.values import Evidence, View
from accede.reporting.models import ClearanceVersion, EditionVersion, PaperPlanVersion, ProseBlockVersion
from accede.reporting.recipes.places import Place, Prose
from accede.reporting.values import Clearance, Edition, PaperPlan, ProseBlock
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.label import Labelled
from accede.vocabulary.sources import Classification

IN_WORK = Classification.PRESIDENCY
"""Plans, words and clearances are for those who write and clear papers, whoever may read the paper once it is sealed."""


def now(known_on: datetime | None = None) -> View:
    """The view of everything that is recorded of papers in work by an instant (default: this one)."""
    return View(as_of=date.max, known_on=known_on or datetime.now(UTC))


def plans(actor: Actor, treaty: str) -> tuple[Evidence[PaperPlan], ...]:
    """The papers in work of a treaty, the latest day first; none for who may not read them."""
    if not actor.may(Verb.READ, IN_WORK):
        return ()
    held: list[Evidence[PaperPlan]] = current(PaperPlanVersion, now(), treaty=treaty)
    return tuple(sorted(held, key=lambda each: (each.fact.as_of.counts_from, each.recorded_at), reverse=True))


def plan_held(actor: Actor, key: str, *, known_on: datetime | None = None) -> Evidence[PaperPlan]:
    """The plan of a paper. Raises NotAllowed for who may not read papers in work, UnknownName."""
    actor.must(Verb.READ, IN_WORK, where=key)
    return _one(PaperPlanVersion, key, known_on)


def blocks_of(key: str, *, known_on: datetime | None = None) -> Mapping[Place, Evidence[ProseBlock]]:
    """The words of a paper by place."""
    held: list[Evidence[ProseBlock]] = current(ProseBlockVersion, now(known_on), paper=key)
    return {each.fact.place: each for each in held}


def prose_of(key: str, *, known_on: datetime | None = None) -> Prose:
    """The words of a paper as texts by place, without those that were emptied."""
    return {place: each.fact.text for place, each in blocks_of(key, known_on=known_on).items() if each.fact.text}


def clearance_of(key: str) -> Evidence[Clearance] | None:
    """The newest clearance of a paper that was not taken back; None where it was never cleared."""
    held: list[Evidence[Clearance]] = current(ClearanceVersion, now(), paper=key)
    return held[-1] if held else None


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a paper (`place` None), or on what was written for one of its places."""

    by: str
    at: datetime
    text: str
    place: Place | None = None


def remarks_of(key: str) -> tuple[Remark, ...]:
    """The comments on a paper and its words, in order; one query."""
    of_plan, of_block = PaperPlanVersion.record_kind(), ProseBlockVersion.record_kind()
    places = {f"{key}/{place}": place for place in Place}
    about = Q(record=of_plan, key=key) | Q(record=of_block, key__in=places)
    events = Event.objects.filter(about, happening=EventKind.COMMENT).order_by("id")
    return tuple(Remark(event.recorded_by, event.recorded_at, event.reason, places.get(event.key)) for event in events)


def history_of(key: str) -> Mapping[Place, tuple[Evidence[ProseBlock], ...]]:
    """Every version of the words of a paper, by place, the newest first."""
    found: dict[Place, list[Evidence[ProseBlock]]] = {}
    rows = ProseBlockVersion.objects.filter(paper=key)
    for each in evidence_in(ProseBlockVersion, rows):
        found.setdefault(each.fact.place, []).insert(0, each)
    return {place: tuple(found[place]) for place in Place if place in found}


class PaperStage(Labelled):
    """How far a paper has come; whether it changed since it was cleared is told by making it."""

    OPEN = "open", "not cleared"
    CLEARED = "cleared", "cleared"
    SEALED = "sealed", "sealed"


def stages_of(treaty: str) -> Mapping[str, PaperStage]:
    """How far each cleared paper of a treaty has come, by its key; others are open. Two queries."""
    clearances: list[Evidence[Clearance]] = current(ClearanceVersion, now(), treaty=treaty)
    sealed = set(EditionVersion.objects.filter(treaty=treaty).values_list("tree_sha256", flat=True))
    return {
        each.key: PaperStage.SEALED if each.fact.tree_sha256 in sealed else PaperStage.CLEARED for each in clearances
    }


def editions_of(key: str) -> tuple[Evidence[Edition], ...]:
    """The editions that were sealed of a paper in work, the newest first."""
    hashes = ClearanceVersion.objects.filter(key=key).values("tree_sha256")
    held: list[Evidence[Edition]] = current(EditionVersion, now(), tree_sha256__in=hashes)
    return tuple(reversed(held))


def editions(view: View, treaty: str) -> tuple[Evidence[Edition], ...]:
    """The sealed editions of a treaty that a view shows, the newest first."""
    return tuple(reversed(current(EditionVersion, view, treaty=treaty)))


def edition_held(view: View, key: str) -> Evidence[Edition]:
    """A sealed edition by its key, if the view shows it. Raises UnknownName."""
    found: list[Evidence[Edition]] = current(EditionVersion, view, key=key)
    if not found:
        raise UnknownName("there is no such edition", where=key, remedy="Look at the list of papers")
    return found[0]


def edition_before(view: View, edition: Evidence[Edition]) -> Evidence[Edition] | None:
    """The last edition of the same paper that was sealed before this one, of this year or an earlier; None where there is none."""
    fact = edition.fact
    alike: list[Evidence[Edition]] = current(
        EditionVersion, view, treaty=fact.treaty, paper=fact.paper, title=fact.title, language=fact.language
    )
    earlier = [each for each in alike if each.recorded_at < edition.recorded_at]
    return earlier[-1] if earlier else None


def _one(model: type[PaperPlanVersion], key: str, known_on: datetime | None) -> Evidence[Any]:
    found = current(model, now(known_on), key=key)
    if not found:
        raise UnknownName("no such paper is planned", where=key, remedy="Look at the list of papers")
    return found[0]
