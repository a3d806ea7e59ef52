"""What is claimed of a State's practice, claim beside claim: an allegation never stands without who alleges it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.overview.conflicts import Conflict
from accede.overview.items import PracticeItem
from accede.publishing.sentences import act, capital, claimant, claimed, state, who
from accede.publishing.wording import held, in_thousands, listed, when
from accede.vocabulary.practices import Actor, PracticeKind


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim: who makes it (`is_own`: the State of itself), what it says, when, with its details and its source."""

    claimant: str
    is_own: bool
    says: str
    on: str
    details: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ClaimedPractice:
    """All claims about one practice, the State's own first; `is_contradicted`: they cannot all be right."""

    label: str
    claims: tuple[Claimed, ...]
    is_contradicted: bool


def practices(
    items: Iterable[PracticeItem], conflicts: Iterable[Conflict], cite: Callable[[str, str], str]
) -> Iterator[ClaimedPractice]:
    """The claims by practice, in the order of the vocabulary; `cite` numbers a source (its key, the evidence)."""
    disputed = {claim.key for conflict in conflicts for claim in conflict.claims}
    by_kind: dict[PracticeKind, list[PracticeItem]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    for kind in PracticeKind:
        held = sorted(by_kind.get(kind, ()), key=lambda item: item.claimant != item.iso3)
        if held:
            yield ClaimedPractice(
                label=capital(gettext(kind.label)),
                claims=tuple(_claimed(item, cite) for item in held),
                is_contradicted=any(item.evidence in disputed for item in held),
            )


def _claimed(item: PracticeItem, cite: Callable[[str, str], str]) -> Claimed:
    says = gettext(item.claim.label)
    if item.status.label != item.claim.label:
        says = gettext("%(claim)s (%(status)s)") % {"claim": says, "status": gettext(item.status.label)}
    return Claimed(
        claimant=capital(claimant(item.claimant)),
        is_own=item.claimant == item.iso3,
        says=says,
        on=claimed(item.claimed),
        details=tuple(_details(item)),
        source=cite(item.source, item.evidence),
    )


def _details(item: PracticeItem) -> Iterator[str]:
    if item.claimant != item.iso3 or item.actor is not Actor.STATE:
        yield gettext("said to have acted: %(actor)s") % {"actor": held(item.actor_name) or _actor(item)}
    if item.place:
        yield gettext("in %(place)s") % {"place": who(item.place)}
    if item.weapon:
        yield held(item.weapon)
    if item.number is not None:
        yield gettext("number: %(number)s") % {"number": in_thousands(item.number)}
    if item.scope:
        yield held(item.scope)
    if item.acts:
        yield gettext("covers %(acts)s") % {"acts": listed([act(each) for each in item.acts])}
    if item.since and item.since == item.until:
        yield gettext("in %(year)s") % {"year": when(item.since)}
        return
    if item.since:
        yield gettext("since %(day)s") % {"day": when(item.since)}
    if item.until:
        yield gettext("until %(day)s") % {"day": when(item.until)}


def _actor(item: PracticeItem) -> str:
    """Who is said to have acted, where the claim gives no name: use in a State is not use by it."""
    match item.actor:
        case Actor.STATE:
            return state(item.iso3)
        case Actor.UNKNOWN:
            return gettext("not known who")
        case Actor.ARMED_GROUP:
            return gettext(item.actor.label)
