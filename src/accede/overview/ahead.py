"""What lies ahead of a day, or is overdue on it: meetings, withdrawals that take effect, letters without a reply. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from accede.activities.values import Activity
from accede.overview.register import Register
from accede.overview.standings import among, by_name, standings
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.vocabulary.activities import ActivityKind

ANSWERED_WITHIN = timedelta(days=60)
"""A letter is given so long before its reply is called overdue: our choice, nobody's rule."""

LAPSED = timedelta(days=2 * 365)
"""After so long nobody waits for a reply any more: what is old or unknown is told as such."""


@dataclass(frozen=True, slots=True)
class WithdrawalAhead:
    """A withdrawal that was notified and has not taken effect; `takes_effect` is None where no rule we hold tells the day."""

    iso3: str
    key: str
    takes_effect: date | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The States that have not replied to a round of letters which is old enough to have been replied to."""

    round: Evidence[Activity]
    states: tuple[str, ...]


def meetings_ahead(register: Register) -> tuple[Evidence[Occasion], ...]:
    """The treaty's own meetings that begin after the view's day, the next first; those without a day are left out."""
    day = register.view.as_of
    return tuple(
        each for each in meetings_not_over(register) if each.fact.starts and (each.fact.starts.earliest or day) > day
    )


def meetings_not_over(register: Register) -> tuple[Evidence[Occasion], ...]:
    """Those, and before them the meetings of which only a month or year is known that has not ended."""
    kinds = register.treaty.meeting_kinds
    found = [
        (each.fact.starts.earliest, each.key, each)
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in kinds
        and each.fact.starts is not None
        and each.fact.starts.earliest is not None
        and (each.fact.starts.latest or each.fact.starts.earliest) > register.view.as_of
    ]
    return tuple(each for _, _, each in sorted(found, key=lambda one: one[:2]))


def withdrawals_ahead(register: Register) -> tuple[WithdrawalAhead, ...]:
    """Those notified by the view's day that are not in effect on it, by the day on which they will be."""
    found = [
        WithdrawalAhead(
            iso3, stands.withdrawal.key, stands.withdrawal.effective.earliest if stands.withdrawal.effective else None
        )
        for iso3, stands in standings(register).items()
        if stands.withdrawal is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.takes_effect or date.max, one.iso3)))


def unanswered(register: Register) -> Unanswered | None:
    """The newest round of letters and the States that have not replied since; None where no round is waited for.

    Who was outside then and has joined meanwhile owes nobody a reply, nor does who left after the letters were sent.
    """
    held = register.counting(register.of_sources(register.activities))
    today = register.view.as_of
    rounds = [
        each
        for each in held
        if each.fact.kind is ActivityKind.LETTER_ROUND and ANSWERED_WITHIN < today - each.fact.on.counts_from < LAPSED
    ]
    if not rounds:
        return None
    newest = max(rounds, key=lambda each: (each.fact.on.counts_from, each.key))
    sent = newest.fact.on.counts_from
    replied = {
        each.fact.by for each in held if each.fact.kind is ActivityKind.REPLY and each.fact.on.counts_from >= sent
    }
    outside = set(among(standings(register), "outside"))
    asked = among(standings(register, on=sent), "outside") if newest.fact.towards_all_outside else newest.fact.towards
    return Unanswered(newest, tuple(by_name(iso3 for iso3 in asked if iso3 in outside and iso3 not in replied)))
