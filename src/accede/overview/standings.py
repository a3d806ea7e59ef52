"""Where every State stands towards a treaty on a day. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from accede.overview.register import Register
from accede.records.values import Evidence
from accede.register.standing import StandingOn, standing
from accede.register.universe import is_in_universe, universe
from accede.register.values import ClaimedStanding, StatusClaim, TreatyAction
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import Timing
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names

_LISTED_AS = {
    ClaimedStanding.PARTY: Standing.IN_FORCE,
    ClaimedStanding.SIGNATORY: Standing.SIGNATORY,
    ClaimedStanding.NONE: Standing.NON_SIGNATORY,
}


def standings(register: Register, *, on: date | None = None, from_sources: bool = False) -> Mapping[str, StandingOn]:
    """The standing of each State of the universe on a day (default: the view's), by ISO alpha-3 key, in order of names.

    `from_sources` takes only the actions that the view's sources tell of. Where the register holds no action of anybody,
    lists of States answer (`listed_standings`). Raises UnknownName where it holds neither.
    """
    day = on or register.view.as_of
    is_narrowed = from_sources and register.view.sources is not None
    asked = (standings, day, is_narrowed)
    return register.once(asked, lambda: MappingProxyType(_standings(register, day, from_sources=is_narrowed)))


def _standings(register: Register, day: date, *, from_sources: bool) -> dict[str, StandingOn]:
    by_state = actions_by_state(register, from_sources=from_sources)
    if not by_state:
        return listed_standings(register, day, from_sources=from_sources)
    clip = known_until(register)
    return {
        iso3: standing(by_state.get(iso3, ()), day, register.treaty, clip)
        for iso3 in by_name(universe(register.states, day))
    }


def standing_of(register: Register, iso3: str, *, on: date | None = None) -> StandingOn | None:
    """The standing of one State on a day; None where it is not one of those that may join on that day."""
    day = on or register.view.as_of
    if not is_in_universe(register.state(iso3).fact, day):
        return None
    by_state = actions_by_state(register)
    if not by_state:
        return listed_standings(register, day)[iso3]
    return standing(by_state.get(iso3, ()), day, register.treaty, known_until(register))


def carry_standings(register: Register, other: Register) -> None:
    """Let another register with the same actions and the same day go on with what is folded from them in this one."""
    by_state, held = actions_by_state(register), standings(register)
    other.once((actions_by_state, False), lambda: by_state)
    other.once((standings, register.view.as_of, False), lambda: held)


def actions_by_state(register: Register, *, from_sources: bool = False) -> Mapping[str, list[Evidence[TreatyAction]]]:
    """The actions that count, by State; no State where none is held."""
    return register.once((actions_by_state, from_sources), lambda: _by_state(register, from_sources=from_sources))


def _by_state(register: Register, *, from_sources: bool) -> dict[str, list[Evidence[TreatyAction]]]:
    found: dict[str, list[Evidence[TreatyAction]]] = {}
    for action in register.counting(register.of_sources(register.actions) if from_sources else register.actions):
        found.setdefault(action.fact.state, []).append(action)
    return found


def known_until(register: Register) -> dict[str, date]:
    """The last day each source can tell of, where its date is held."""
    held = register.sources
    return register.once_of(
        held,
        known_until,
        lambda: {key: day for key, source in held.items() if (day := source.speaks_until) is not None},
    )


def outside(held: Mapping[str, StandingOn]) -> tuple[str, ...]:
    """The States that have not joined, in the order given."""
    return tuple(iso3 for iso3, found in held.items() if not found.standing.has_joined)


def among(held: Mapping[str, StandingOn], who: str) -> tuple[str, ...]:
    """The States of an answer: `outside` those that have not joined, `all` those of the universe. Raises UnknownName."""
    match who:
        case "outside":
            return outside(held)
        case "all":
            return tuple(held)
    raise UnknownName(f"{who!r} is no group of States", where="--among", remedy="Say outside or all")


def listed_standings(register: Register, on: date, *, from_sources: bool = False) -> dict[str, StandingOn]:
    """The standings as the latest lists by a day give them, for a register without any treaty action.

    A list speaks of its day alone: on a later one every standing by it is uncertain. A State that a list of those
    outside does not name has joined; whether the treaty is in force for it is then uncertain.
    """
    claims = _latest_claims(register, on, from_sources=from_sources)
    if not claims:
        raise UnknownName(
            f"the register holds no treaty action and no list of States of {register.treaty.key} by {on.isoformat()}",
            remedy="Run accede setup, or import a paper that lists the States",
        )
    lists_outside_only = all(claim.fact.standing is not ClaimedStanding.PARTY for claim in claims.values())
    states = by_name(universe(register.states, on))
    unnamed = [iso3 for iso3 in states if iso3 not in claims]
    if unnamed and not lists_outside_only:
        raise UnknownName(
            f"the register holds of {register.treaty.key} no treaty action, and lists that name only "
            f"{len(claims)} of {len(states)} States",
            remedy="Ask for the dossier of a State: it shows what the lists say of it",
        )
    newest = max(claims.values(), key=lambda claim: claim.fact.listed)
    return {iso3: _listed(claims.get(iso3), newest, on) for iso3 in states}


def by_name(states: Iterable[str]) -> list[str]:
    """The States in the order in which papers list them."""
    return sorted(states, key=_place_in_tables)


def name_of(iso3: str) -> str:
    """The short name of a State in English."""
    return shipped_names().short(iso3)


@cache
def _place_in_tables(iso3: str) -> tuple[str, str]:
    return shipped_names().in_table(iso3).casefold(), iso3


def _latest_claims(register: Register, on: date, *, from_sources: bool) -> dict[str, Evidence[StatusClaim]]:
    held = register.of_sources(register.status_claims) if from_sources else register.status_claims
    latest: dict[str, Evidence[StatusClaim]] = {}
    for claim in register.counting(held):
        fact = claim.fact
        is_told = fact.treaty == register.treaty.key and fact.listed.timing(on) is Timing.HAPPENED
        if is_told and (fact.state not in latest or latest[fact.state].fact.listed < fact.listed):
            latest[fact.state] = claim
    return latest


def _listed(claim: Evidence[StatusClaim] | None, newest: Evidence[StatusClaim], on: date) -> StandingOn:
    day = (claim or newest).fact.listed
    if claim is not None:
        found = _LISTED_AS[claim.fact.standing]
        why = f"As listed on {day.wording()}."
    else:
        found = Standing.IN_FORCE
        why = f"Not named in the list of those outside of {day.wording()}; the day of its deposit is not recorded."
    possible: tuple[Standing, ...] = (found,)
    if day.counts_from < on:
        possible = tuple(Standing)
        why += " What it did since is not recorded."
    elif found is Standing.IN_FORCE:
        possible = (Standing.IN_FORCE, Standing.JOINED_NOT_IN_FORCE)
    return StandingOn(
        standing=found,
        has_signed=found is Standing.SIGNATORY or (claim is not None and claim.fact.signed is not None),
        possible=possible,
        why=why,
        evidence=((claim or newest).key,),
    )
