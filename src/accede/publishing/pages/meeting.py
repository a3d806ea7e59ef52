"""One meeting: days, place and presidency, who outside took part, did not, or is not recorded, and what was said there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext

from accede.evidence.values import Attendance
from accede.overview.items import activity_item
from accede.overview.meeting import AtMeeting, at_meeting, meetings_held, statements_by_occasion
from accede.overview.occasions import key_of
from accede.overview.register import Register
from accede.publishing import sentences
from accede.publishing.addresses import slug
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine, told
from accede.publishing.pages.gathering import Gathering, gathering
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.statements import StatementShown, shown
from accede.publishing.wording import day, listed, named
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.reporting.pictures.wording import meeting as meeting_name
from accede.vocabulary.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Delegation:
    """A State at the meeting: `told` says more of how (empty for nothing), `source` is a number."""

    iso3: str
    name: str
    told: str
    source: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything the template prints. `changes` leads to what changed since the meeting before ("" in a publication)."""

    title: str
    opening: str
    meeting: Gathering
    note: str
    source: str
    took_part: tuple[Delegation, ...]
    did_not: tuple[Delegation, ...]
    not_recorded: tuple[tuple[str, str], ...]
    joined: tuple[Delegation, ...]
    statements: tuple[StatementShown, ...]
    activities: tuple[tuple[str, str], ...]
    beside: tuple[tuple[str, str, str], ...]
    changes: str
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> MeetingPage:
    """The meeting. Raises UnknownName where none of that name has begun by the day."""
    register = asked.register
    held = _held(register, str(asked.of["key"]))
    key = key_of(held)
    found = at_meeting(register, key)
    cite = Citing(register, register.occasions, register.attendance, register.statements, register.activities)
    return MeetingPage(
        title=meeting_name(held.fact),
        opening=_opening(asked, key, found),
        meeting=gathering(asked, held),
        note=told(held.fact.note, register.sources),
        source=cite.number(held.source, held.key),
        took_part=_delegations(found.took_part, cite),
        did_not=_delegations(found.did_not, cite),
        not_recorded=named(found.not_recorded),
        joined=_delegations(found.joined, cite, with_claim=True),
        statements=tuple(shown(item, cite) for item in statements_by_occasion(register).get(key, ())),
        activities=tuple(_activities(register, key, cite)),
        beside=tuple(_beside(asked, held)),
        changes=_changes(asked, held),
        sources=cite.listed(),
    )


def _held(register: Register, given: str) -> Evidence[Occasion]:
    for each in meetings_held(register).held:
        if slug(key_of(each)) == slug(given):
            return each
    raise UnknownName(f"no meeting {given!r} has been held by {register.view.as_of.isoformat()}")


def _opening(asked: Asked, key: str, found: AtMeeting) -> str:
    said = {
        "all": len(found.took_part) + len(found.did_not) + len(found.not_recorded),
        "took_part": len(found.took_part),
        "did_not": len(found.did_not),
        "unknown": len(found.not_recorded),
        "meeting": key,
        "day": day(asked.as_of),
    }
    if not found.took_part and not found.did_not:
        return (
            gettext("%(meeting)s: of the %(all)s States outside it is not recorded who took part, as of %(day)s.")
            % said
        )
    if not found.not_recorded:
        return (
            gettext(
                "%(meeting)s: of the %(all)s States outside, %(took_part)s are recorded as taking part and %(did_not)s as "
                "not taking part, as of %(day)s."
            )
            % said
        )
    return (
        gettext(
            "%(meeting)s: of the %(all)s States outside, %(took_part)s are recorded as taking part, %(did_not)s as not "
            "taking part, and of %(unknown)s it is not recorded, as of %(day)s."
        )
        % said
    )


def _delegations(
    found: Mapping[str, Evidence[Attendance]], cite: Citing, *, with_claim: bool = False
) -> tuple[Delegation, ...]:
    return tuple(
        Delegation(
            iso3, sentences.name(iso3), _told(each.fact, with_claim=with_claim), cite.number(each.source, each.key)
        )
        for iso3, each in found.items()
    )


def _told(fact: Attendance, *, with_claim: bool) -> str:
    parts = [gettext(fact.claim.label)] if with_claim else []
    if fact.spoke:
        parts.append(gettext("took the floor"))
    return listed([*parts, *(part for part in (fact.mode, fact.capacity) if part)])


def _activities(register: Register, key: str, cite: Citing) -> Iterable[tuple[str, str]]:
    for each in register.counting(register.of_sources(register.activities)):
        if each.fact.occasion == key and register.has_happened(each.fact.on, each.source):
            yield sentences.activity(activity_item(each)), cite.number(each.source, each.key)


def _beside(asked: Asked, held: Evidence[Occasion]) -> Iterable[tuple[str, str, str]]:
    """The meeting before and the one after: what it is, its name and its address."""
    every_one = meetings_held(asked.register)
    place = every_one.place[key_of(held)]
    for words, at in ((gettext("Meeting before"), place - 1), (gettext("Next meeting"), place + 1)):
        if 0 <= at < len(every_one.held):
            key = key_of(every_one.held[at])
            yield words, key, asked.to("meeting", {"key": key})


def _changes(asked: Asked, held: Evidence[Occasion]) -> str:
    """What changed between the last meeting that counts and this one, which is one itself and over."""
    counted = asked.register.treaty.counted_meetings
    ended = held.fact.ends
    if asked.days is not None or held.fact.kind not in counted or ended is None or ended.counts_from > asked.as_of:
        return ""
    every_one = meetings_held(asked.register)
    earlier = [each for each in every_one.held[: every_one.place[key_of(held)]] if each.fact.kind in counted]
    if not earlier:
        return ""
    return f"{asked.to('changes')}?{urlencode({'from': key_of(earlier[-1]), 'to': key_of(held)})}"


def every(register: Register) -> Iterable[Mapping[str, object]]:
    """Every meeting that has begun by the register's day."""
    return tuple({"key": key_of(each)} for each in meetings_held(register).held)


PAGE = PageKind(name="meeting", route="meetings/<slug:key>/", make=make, every=every)
