"""Which members of the working group are best placed to approach a State, with the reasons. Pure.

The order is that of the reasons: who has talked with it, who borders it, who has an embassy there, who is of its region. It is
help for talk within the group, not a judgement of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accede.overview.register import Register
from accede.overview.standings import name_of, standings
from accede.register.neighbours import shipped_neighbours
from accede.register.values import ClaimedStanding
from accede.vocabulary.activities import OfferStanding
from accede.vocabulary.label import Labelled

LATELY = 20
"""Years after which joining is no fresh memory any more: our choice, nobody's rule."""
COMMON = 0.75
"""A treaty by which more than this part of the listed States are bound brings nobody together."""


class ReasonKind(Labelled):
    """Why a member is well placed, the strongest first."""

    OFFERED = "offered", "has offered to approach it"
    CONTACT = "contact", "has approached it before"
    NEIGHBOUR = "neighbour", "is its neighbour by land"
    EMBASSY = "embassy", "one has an embassy in the other"
    SUB_REGION = "sub_region", "is of the same sub-region"
    REGION = "region", "is of the same regional group"
    TREATIES = "treaties", "is bound by the same other treaties"
    LATELY = "lately", "joined lately itself"

    @property
    def weight(self) -> int:
        """How much it counts in the order."""
        return {"offered": 8, "contact": 6, "neighbour": 5, "embassy": 4, "sub_region": 3, "region": 2}.get(self, 1)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in a word (`detail`: which region, which treaties, since when), and the keys of the evidence."""

    kind: ReasonKind
    detail: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A member (ISO alpha-3) and all reasons for it, the strongest first."""

    member: str
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """What puts suggestions in order."""
        return sum(reason.kind.weight for reason in self.reasons)


def best_placed(
    register: Register,
    iso3: str,
    members: Iterable[str] | None = None,
    *,
    embassies: Mapping[str, str] | None = None,
    offered: Mapping[str, OfferStanding] | None = None,
) -> tuple[Suggestion, ...]:
    """The members for whom a reason is held, the best placed first. Organizations among the members are not looked at.

    `members` None: every State that has joined. `embassies` tells of a member what is known of an embassy of one in the other,
    `offered` its offer to approach the State. Raises UnknownName for a State that is not held.
    """
    held = standings(register)
    target = register.state(iso3).fact
    joined = [each for each, stands in held.items() if stands.standing.has_joined]
    asked = joined if members is None else [each for each in members if each in held]
    found = []
    for member in asked:
        if member != iso3:
            reasons = (
                *_told(member, offered or {}, embassies or {}),
                *_contacts(register, iso3, member),
                *_near(register, target.sub_region, target.regional_group, iso3, member),
                *_treaties(register, iso3, member),
                *_lately(register, member),
            )
            ordered = tuple(sorted(reasons, key=lambda each: -each.kind.weight))
            found.append(Suggestion(member, ordered))
    telling = [each for each in found if any(reason.kind is not ReasonKind.LATELY for reason in each.reasons)]
    return tuple(sorted(telling, key=lambda each: (-each.weight, name_of(each.member))))


def _told(member: str, offered: Mapping[str, OfferStanding], embassies: Mapping[str, str]) -> Iterator[Reason]:
    if offered.get(member) is OfferStanding.OFFERED:
        yield Reason(ReasonKind.OFFERED)
    elif offered.get(member) is OfferStanding.DONE:
        yield Reason(ReasonKind.CONTACT)
    if member in embassies:
        yield Reason(ReasonKind.EMBASSY, embassies[member])


def _contacts(register: Register, iso3: str, member: str) -> Iterator[Reason]:
    """What the member did towards the State by the view's day."""
    done = [
        each
        for each in register.counting(register.of_sources(register.activities))
        if member in (each.fact.by, each.fact.on_behalf_of)
        and (iso3 in each.fact.towards or iso3 == each.fact.about_state)
        and register.has_happened(each.fact.on, each.source)
    ]
    if done:
        last = max(done, key=lambda each: (each.fact.on.counts_from, each.key))
        yield Reason(ReasonKind.CONTACT, last.fact.on.wording(), tuple(each.key for each in done))


def _near(register: Register, sub_region: str, group: str, iso3: str, member: str) -> Iterator[Reason]:
    fact = register.state(member).fact
    if any(each.iso3 == member for each in shipped_neighbours().get(iso3, ())):
        yield Reason(ReasonKind.NEIGHBOUR)
    if sub_region and fact.sub_region == sub_region:
        yield Reason(ReasonKind.SUB_REGION, sub_region)
    elif group and fact.regional_group == group:
        yield Reason(ReasonKind.REGION, group)


def _treaties(register: Register, iso3: str, member: str) -> Iterator[Reason]:
    shared = sorted(_bound(register, iso3) & _bound(register, member) & _telling(register))
    if shared:
        yield Reason(ReasonKind.TREATIES, ", ".join(key.upper() for key in shared))


def _bound(register: Register, iso3: str) -> frozenset[str]:
    """The other treaties whose lists have the State as a party."""
    return register.once(("bound by", iso3), lambda: frozenset(_of(register, iso3)))


def _of(register: Register, iso3: str) -> Iterator[str]:
    for each in register.other_claims:
        if each.fact.state == iso3 and each.fact.standing is ClaimedStanding.PARTY:
            yield each.fact.treaty


def _telling(register: Register) -> frozenset[str]:
    """The treaties by which not nearly everybody is bound."""

    def fold() -> frozenset[str]:
        parties: dict[str, set[str]] = {}
        for each in register.other_claims:
            if each.fact.standing is ClaimedStanding.PARTY:
                parties.setdefault(each.fact.treaty, set()).add(each.fact.state)
        universe = len(standings(register)) or 1
        return frozenset(key for key, states in parties.items() if len(states) / universe <= COMMON)

    return register.once("treaties that bring together", fold)


def _lately(register: Register, member: str) -> Iterator[Reason]:
    stands = standings(register)[member]
    since = stands.since
    if stands.standing.has_joined and since and since.year > register.view.as_of.year - LATELY:
        yield Reason(ReasonKind.LATELY, str(since.year), stands.evidence)
