"""Evidence in sentences, as pages and the command line say it. Pure.

An allegation names who alleges, who is said to have acted, and where. A summary of ours is marked where it is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from accede.publishing.wording import day, in_thousands
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.occasions import AttendanceBasis
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import shipped_names

if TYPE_CHECKING:  # their modules load Django's models
    from accede.overview.conflicts import Conflict
    from accede.overview.dossier import DossierFound
    from accede.overview.items import (
        ActionItem,
        ActivityItem,
        AttendanceItem,
        OtherTreaty,
        PracticeItem,
        ReportItem,
        VoteItem,
    )

_BASES = {
    AttendanceBasis.PARTICIPANTS: "list of participants",
    AttendanceBasis.TABLE: "table of attendance",
    AttendanceBasis.INFERRED: "not in a complete table",
    AttendanceBasis.REPORT: "a single report",
}
"""What a record of attendance rests on. Of a State's last meeting the sentence itself says it."""


def state(iso3: str) -> str:
    """A State as it stands in a sentence: the United Arab Emirates."""
    return shipped_names().in_sentence(iso3)


def capital(text: str) -> str:
    """With a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def who(name: str) -> str:
    """Who acted or claims: a State by its key, anybody else (the ISU, a monitor) by name."""
    if len(name) != 3 or not name.isupper():
        return name
    try:
        return state(name)
    except UnknownName:
        return name


def standing(found: DossierFound, as_of: date) -> str:
    """The opening sentence of a dossier: where the State stands on the day."""
    name, stands = capital(state(found.answer.iso3)), found.standing
    if stands is None:
        return f"{name} was not one of the States that may join on {day(as_of)}."
    if stands.is_uncertain:
        return f"{name} is counted as: {stands.standing.label}, as of {day(as_of)}; the dates held leave it uncertain."
    since = f" since {day(stands.since)}" if stands.since else ""
    match stands.standing:
        case Standing.IN_FORCE:
            return f"{name} has joined; the Convention is in force for it{since}, as of {day(as_of)}."
        case Standing.JOINED_NOT_IN_FORCE:
            return f"{name} has joined{since}; the Convention is not yet in force for it, as of {day(as_of)}."
        case Standing.SIGNATORY:
            return f"{name} has signed{since} and has not joined, as of {day(as_of)}."
        case Standing.NON_SIGNATORY:
            return f"{name} has not signed and has not joined, as of {day(as_of)}."
        case Standing.WITHDRAWN:
            return f"{name} withdrew; it stands outside{since}, as of {day(as_of)}."


def last_word(found: DossierFound) -> str:
    """When the State was last heard."""
    fresh = found.answer.freshness
    if fresh.said_on is None:
        return "No official information is held."
    words = [f"Last word heard: {fresh.said_on.wording()}"]
    if fresh.confirmed_on is not None and fresh.confirmed_on != fresh.said_on:
        words.append(f"confirmed {fresh.confirmed_on.wording()}")
    return f"{', '.join(words)}."


def last_participation(found: DossierFound) -> str:
    """When the State last took part in a meeting that counts, or what is known instead."""
    if found.answer.last_participation:
        return f"Last took part: {found.answer.last_participation}."
    if found.participation.has_never:
        return "It has never taken part in a meeting of the Convention."
    if found.participation.attended:
        counted = " or a ".join(kind.label for kind in found.counted_meetings)
        return f"Its attendance at a {counted} is not recorded, and only these count for when it last took part."
    return "When it last took part is not recorded."


def action(item: ActionItem) -> str:
    """What a State did about the treaty."""
    parts = [capital(f"{item.about}: {item.kind.label}" if item.about else item.kind.label)]
    for verb, on in (("announced", item.announced), ("decided", item.decided), ("", item.deposited)):
        if on is not None:
            parts.append(f"{verb} {on.wording()}".strip())
    if item.effective is not None and item.effective != item.deposited:
        how = "stated" if item.is_stated else "by the treaty's rule"
        parts.append(f"in effect {item.effective.wording()} ({how})")
    return f"{', '.join(parts)}."


def practice(item: PracticeItem) -> str:
    """A claim about a practice: who claims what about whom, when."""
    what = capital(item.kind.label)
    if item.acts:
        what += f" on {', '.join(item.acts)}"
    if item.weapon:
        what += f" of {item.weapon}"
    status = "" if item.status.label == item.claim.label else f" ({item.status.label})"
    details = [f"{_claimant(item.claimant)} {item.claim.label}{status}, {_said(item.claimed)}"]
    if item.number is not None:
        details.append(f"number: {in_thousands(item.number)}")
    details += [f"{word} {on.wording()}" for word, on in (("since", item.since), ("until", item.until)) if on]
    if item.scope:
        details.append(item.scope)
    if item.actor is not Actor.STATE:
        details.append(f"said to have acted: {item.actor_name or _actor(item.actor)}")
    if item.place:
        details.append(f"in {who(item.place)}")
    return f"{what}: {'; '.join(details)}."


def vote(item: VoteItem) -> str:
    """How a State is recorded in a roll call."""
    text = item.resolution or "draft resolution"
    return f"{item.on.wording()}: {item.ballot.label} ({text}, {item.body.label}, session {item.session})."


def attendance(item: AttendanceItem) -> str:
    """What a record says of a State at an occasion."""
    details = [_BASES[item.basis]] if item.basis in _BASES else []
    if item.spoke:
        details.append("took the floor")
    details += [part for part in (item.mode, item.capacity) if part]
    place = f"{item.occasion}: " if item.occasion else ""
    told = f" ({', '.join(details)})" if details else ""
    return capital(f"{place}{item.claim.label}{told}.")


def report(item: ReportItem) -> str:
    """A transparency report: submitted on and year covered are two facts."""
    parts = [f"{capital(item.duty.label)} report {item.report_state.label}"]
    if item.submitted:
        parts.append(f"day {item.submitted.wording()}" if _is_day(item.submitted) else item.submitted.wording())
    if item.covers:
        parts.append(f"covers {item.covers.wording()}")
    return f"{', '.join(parts)}."


def activity(item: ActivityItem) -> str:
    """What was done to bring States in."""
    parts = [f"{item.on.wording()}: {item.kind.label}, {who(item.by)}"]
    if item.forum:
        parts.append(item.forum)
    said = item.summary or item.title
    return f"{', '.join(parts)}. {said}".rstrip()


def other_treaty(item: OtherTreaty, name: str) -> str:
    """What a list says of a State and another treaty, as of the day of that list."""
    bound = f", bound {item.bound.wording()}" if item.bound else ""
    signed = f", signed {item.signed.wording()}" if item.signed else ""
    return f"{name}: {item.standing.label}{signed}{bound}, as listed {item.listed.wording()}."


def conflict(item: Conflict, cited: Callable[[str], str] = str) -> str:
    """Both sides of a contradiction; `cited` says how a source is named (default: by its key)."""
    sides = "; ".join(
        f"{cited(claim.source)}: {claim.claim}{' (this one counts)' if claim.counts else ''}" for claim in item.claims
    )
    return f"{capital(item.about)}: {sides}."


def _claimant(name: str) -> str:
    """Who claims; how we came to know of it is a matter of the source."""
    return who(name.partition(", told by")[0])


def _said(on: PartialDate) -> str:
    """When a claim was made; of one without a day, by when."""
    return f"said by {on.wording().removeprefix('until ')}" if on.earliest is None else on.wording()


def _actor(actor: Actor) -> str:
    return "not known who" if actor is Actor.UNKNOWN else actor.label


def _is_day(on: PartialDate) -> bool:
    return on.earliest is not None and on.earliest == on.latest
