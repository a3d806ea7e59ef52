"""To which States a round goes: questions to the register, each answer with its reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accede.overview.gaps import DEFAULT_YEARS, Gap, gaps, is_old
from accede.overview.register import Register
from accede.overview.standings import among, by_name, standings
from accede.overview.votes import ballots, roll_calls
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.letters import Addressees
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """A State that a round may go to, and what the register gives as the reason.

    `is_asked_for`: the question finds it. `said_on` is the day of its last statement, `ballot` how it voted last in the plenary
    (None: not recorded), in `session` on `voted`.
    """

    iso3: str
    is_asked_for: bool
    said_on: PartialDate | None
    confirmed_on: PartialDate | None
    ballot: Ballot | None = None
    session: int = 0
    voted: PartialDate | None = None


def addressed(
    register: Register, question: Addressees, *, silent: Iterable[str] = (), chosen: Iterable[str] = ()
) -> tuple[Addressed, ...]:
    """Every State that stands outside on the register's day, in order of names; those that the question finds are marked.

    `silent` are those that have not answered an earlier round, `chosen` those that somebody chose.
    """
    held = gaps(register, DEFAULT_YEARS).states
    vote = _last_vote(register)
    unanswered, picked = frozenset(silent), frozenset(chosen)

    def asked(gap: Gap) -> bool:
        match question:
            case Addressees.OUTSIDE:
                return True
            case Addressees.NO_INFORMATION:
                return gap.none
            case Addressees.OLD_INFORMATION:
                return is_old(gap, register.view.as_of)
            case Addressees.ABSTAINED:
                return vote.ballots.get(gap.iso3) is Ballot.ABSTAINED
            case Addressees.UNANSWERED:
                return gap.iso3 in unanswered
            case Addressees.CHOSEN:
                return gap.iso3 in picked

    found = {
        gap.iso3: Addressed(
            iso3=gap.iso3,
            is_asked_for=asked(gap),
            said_on=gap.said_on,
            confirmed_on=gap.confirmed_on,
            ballot=vote.ballots.get(gap.iso3),
            session=vote.session,
            voted=vote.voted,
        )
        for gap in held
    }
    return tuple(found[iso3] for iso3 in by_name(found))


def states_outside(register: Register) -> tuple[str, ...]:
    """The States that stand outside on the register's day, in order of names."""
    return among(standings(register), "outside")


@dataclass(frozen=True, slots=True)
class _Vote:
    ballots: Mapping[str, Ballot]
    session: int = 0
    voted: PartialDate | None = None


def _last_vote(register: Register) -> _Vote:
    """The last vote of the plenary by the register's day."""
    held = [each.counts.fact for each in roll_calls(register) if each.counts.fact.body is Body.PLENARY]
    if not held:
        return _Vote({})
    return _Vote(ballots(register, held[-1]), held[-1].session, held[-1].voted)


__all__ = ["Addressed", "addressed", "states_outside"]
