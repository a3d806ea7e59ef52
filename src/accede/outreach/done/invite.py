"""Who is invited to a meeting, and who has registered: from lists, a State a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.models import InvitationVersion
from accede.activities.threads import Invitation
from accede.evidence.models import AttendanceVersion
from accede.evidence.record import record
from accede.evidence.supersede import supersede
from accede.evidence.values import Attendance
from accede.intake.keys import Keys, key_of
from accede.records.current import current
from accede.records.lock import head, next_instant, take_write_lock
from accede.records.values import Evidence, View
from accede.records.write import writing
from accede.vocabulary.errors import AccedeError, Refused, UnknownName
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names

WORK = Classification.PRESIDENCY
MOST = 300
"""Lines of a list: there are fewer States."""


def states_in(text: str) -> tuple[str, ...]:
    """The States of a list, a name or key a line, each once. Raises UnknownName with the line, Refused for no line or too many."""
    lines = [line.strip(" \t•·-–*;,") for line in text.splitlines()]
    named = [(number, line) for number, line in enumerate(lines, 1) if line]
    if not named:
        raise Refused("the list is empty", remedy="Paste a State a line")
    if len(named) > MOST:
        raise Refused(f"the list has more than {MOST} lines", remedy="Paste the States alone")
    return tuple(dict.fromkeys(_state(number, line) for number, line in named))


def invite(actor: Actor, treaty: str, occasion: str, states: Iterable[str], on: PartialDate) -> int:
    """Note that these States are invited to a meeting; returns of how many that is new. Raises NotAllowed."""
    return _note(actor, "invite", treaty, occasion, {iso3: {"invited": on} for iso3 in states})


def register_delegations(actor: Actor, treaty: str, occasion: str, states: Iterable[str], on: PartialDate) -> int:
    """Note that these States have registered for a meeting; returns of how many that is new. Raises NotAllowed."""
    return _note(actor, "register", treaty, occasion, {iso3: {"registered": on} for iso3 in states})


def took_floor(
    actor: Actor,
    treaty: str,
    occasion: str,
    states: Iterable[str],
    *,
    source: str,
    classification: Classification = Classification.PUBLIC,
) -> int:
    """Record that these States took the floor at a meeting, and so took part; returns of how many that is new.

    What is held of their attendance from this source is corrected, else it is recorded beside. Waits for review.
    Raises NotAllowed.
    """
    with transaction.atomic():
        take_write_lock()
        now = next_instant(head())
        view = View(as_of=now.date(), known_on=now)
        held: dict[str, list[Evidence[Attendance]]] = {}
        for each in current(AttendanceVersion, view, treaty=treaty, occasion=occasion):
            if each.fact.claim is ParticipationClaim.TOOK_PART:
                held.setdefault(each.fact.state, []).append(each)
        silent = [iso3 for iso3 in states if not any(each.fact.spoke for each in held.get(iso3, ()))]
        for iso3 in silent:
            own = next((each for each in held.get(iso3, ()) if each.source == source), None)
            if own is None:
                _record(actor, treaty, occasion, iso3, source, classification)
            else:
                _correct(actor, own)
    return len(silent)


def _correct(actor: Actor, held: Evidence[Attendance]) -> None:
    supersede(
        actor,
        held.key,
        replace(held.fact, spoke=True),
        expected_version=held.version,
        reason="took the floor",
        source=held.source,
        locator=held.locator,
        classification=held.classification,
    )


def _record(actor: Actor, treaty: str, occasion: str, iso3: str, source: str, classification: Classification) -> None:
    fact = Attendance(
        treaty=treaty,
        state=iso3,
        occasion=occasion,
        claim=ParticipationClaim.TOOK_PART,
        basis=AttendanceBasis.REPORT,
        spoke=True,
    )
    wanted = key_of(fact)
    taken = set(AttendanceVersion.objects.filter(key__startswith=wanted).values_list("key", flat=True))
    record(actor, Keys(source, taken).free(wanted), fact, source=source, classification=classification)


def _note(actor: Actor, verb: str, treaty: str, occasion: str, told: Mapping[str, Mapping[str, PartialDate]]) -> int:
    actor.must(Verb.RECORD, WORK, where=occasion)
    done = 0
    with writing(actor.name, verb, reason=verb) as write:
        view = View(as_of=write.at.date(), known_on=write.at)
        held = {
            each.fact.state: each.fact for each in current(InvitationVersion, view, treaty=treaty, occasion=occasion)
        }
        for iso3, days in told.items():
            shipped_names().short(iso3)
            before = held.get(iso3, Invitation(treaty=treaty, occasion=occasion, state=iso3))
            if all(getattr(before, name) is not None for name in days):
                continue
            done += 1
            write.record(
                f"{treaty}/{occasion}/invitation/{iso3}", replace(before, **days), source="", classification=WORK
            )
    return done


def _state(number: int, line: str) -> str:
    names = shipped_names()
    if line in names.states:
        return line
    try:
        return names.find(line)
    except AccedeError as error:
        raise UnknownName(
            f"“{line[:80]}” is no State that is held", where=f"line {number}", remedy=error.remedy
        ) from error


__all__ = ["invite", "register_delegations", "states_in", "took_floor"]
