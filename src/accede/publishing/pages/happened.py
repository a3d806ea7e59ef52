"""What changed, in lines: each with its day, the States it is about, what happened, and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.evidence.rules import newest_by
from accede.overview.ballot_history import BallotChange
from accede.overview.changes import Changes, Happening, StandingChange
from accede.overview.items import ActivityItem, AttendanceItem, PracticeItem, ReportItem, StatementItem
from accede.overview.occasions import occasion
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing
from accede.publishing.pages.statements import address_of as statement_address
from accede.publishing.pages.statements import mark
from accede.publishing.roll_call import address_of
from accede.publishing.wording import named, when
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import TextKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A line of what changed.

    `states` are key and name of those it is about; `what` is said by us in the language of the page, `words` are a source's
    or our summary in `language`, marked by `mark`; `address` leads to more about it ("" for nothing); `sources` are numbers.
    """

    on: PartialDate
    what: str
    states: tuple[tuple[str, str], ...] = ()
    words: str = ""
    language: str = "en"
    mark: str = ""
    is_quotation: bool = False
    address: str = ""
    sources: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """The day in words."""
        return when(self.on)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind, newest first.

    `number` is how many there are (of votes and meetings, these and not the lines), `shown` how many of them are shown.
    """

    key: str
    title: str
    lines: tuple[Happened, ...]
    number: int
    shown: int


def sections(found: Changes, asked: Asked, cite: Citing, most: int) -> tuple[Section, ...]:
    """What changed by kinds, those without any left out; the last `most` of each."""
    standing: dict[str, list[StandingChange]] = {}
    for change in found.standing:
        standing.setdefault(_kind(change), []).append(change)
    kinds: list[tuple[str, str, Iterator[Happened], int]] = [
        (key, title, (_standing(change, cite) for change in reversed(standing[key][-most:])), len(standing[key]))
        for key, title in _standing_titles().items()
        if key in standing
    ]
    calls = _by_roll_call(found.votes)
    meetings = _by_meeting(found.attendance)
    kinds += [
        (
            "statements",
            gettext("New statements"),
            (_statement(item, asked, cite) for item in reversed(found.statements[-most:])),
            len(found.statements),
        ),
        (
            "votes",
            gettext("Votes in which States changed"),
            (line for changes in reversed(calls[-most:]) for line in _votes(changes, asked, cite)),
            len(calls),
        ),
        (
            "meetings",
            gettext("Took part in meetings"),
            (_meeting(items, asked, cite) for items in reversed(meetings[-most:])),
            len(meetings),
        ),
        (
            "reports",
            gettext("Reports"),
            (_report(item, cite) for item in reversed(found.reports[-most:])),
            len(found.reports),
        ),
        (
            "practices",
            gettext("Claims about mines"),
            (_practice(item, cite) for item in reversed(found.practices[-most:])),
            len(found.practices),
        ),
        (
            "activities",
            gettext("What was done to bring States in"),
            (_activity(item, cite) for item in _newest_first(found.activities)[:most]),
            len(found.activities),
        ),
    ]
    return tuple(
        Section(key, title, tuple(lines), number, min(number, most)) for key, title, lines, number in kinds if number
    )


def newest(found: Changes, asked: Asked, cite: Citing, most: int) -> tuple[Happened, ...]:
    """The last that changed, of every kind but claims and attendance, newest first.

    What is dated by its year alone stands where the year begins: it is not called newer than what is surely later.
    """
    taken: list[tuple[PartialDate, object]] = [
        *((each.on, each) for each in found.standing),
        *((each.said_on, each) for each in reversed(found.statements)),
        *((changes[0].on, changes) for changes in _by_roll_call(found.votes)),
        *((each.submitted, each) for each in found.reports if each.submitted),
        *((each.on, each) for each in found.activities),
    ]
    ordered = sorted(taken, key=lambda pair: pair[0].earliest or newest_by(pair[0]), reverse=True)[:most]
    lines: list[Happened] = []
    for _, item in ordered:
        match item:
            case StandingChange():
                lines.append(_standing(item, cite))
            case StatementItem():
                lines.append(_statement(item, asked, cite))
            case ReportItem():
                lines.append(_report(item, cite))
            case ActivityItem():
                lines.append(_activity(item, cite))
            case list():
                lines += _votes(item, asked, cite)
    return tuple(lines)


def _standing_titles() -> dict[str, str]:
    return {
        "joined": gettext("Joined"),
        "left": gettext("Left"),
        "notified": gettext("Notified withdrawal"),
        "signed": gettext("Signed"),
        "in-force": gettext("Entry into force"),
        "steps": gettext("Other acts and steps"),
    }


def _kind(change: StandingChange) -> str:
    match change.what:
        case Happening.DEPOSITED:
            has_joined = change.after.has_joined and not (change.before and change.before.has_joined)
            return "joined" if has_joined else "steps"
        case Happening.WITHDRAWAL_IN_EFFECT:
            return "left"
        case Happening.WITHDRAWAL_NOTIFIED:
            return "notified"
        case Happening.SIGNED:
            return "signed"
        case Happening.IN_FORCE:
            return "in-force"
        case Happening.STEP:
            return "steps"


def _standing(change: StandingChange, cite: Citing) -> Happened:
    return Happened(
        on=change.on,
        states=named([change.iso3]),
        what=_what(change),
        sources=(cite.number(change.source, change.evidence),),
    )


def _what(change: StandingChange) -> str:
    words = {"action": gettext(change.action.label)}
    match change.what:
        case Happening.SIGNED:
            return gettext("signed the Convention")
        case Happening.DEPOSITED:
            return gettext("deposited its instrument (%(action)s)") % words
        case Happening.IN_FORCE:
            return gettext("the Convention entered into force for it")
        case Happening.WITHDRAWAL_NOTIFIED:
            return gettext("notified its withdrawal")
        case Happening.WITHDRAWAL_IN_EFFECT:
            return gettext("its withdrawal took effect")
        case Happening.STEP:
            return gettext("took a step: %(action)s") % words


def _statement(item: StatementItem, asked: Asked, cite: Citing) -> Happened:
    return Happened(
        on=item.said_on,
        states=named([item.iso3]),
        what=item.citation,
        words=item.text or item.summary,
        language=item.language if item.text else "en",
        mark=mark(item.text_kind),
        is_quotation=item.text_kind is TextKind.QUOTATION,
        address=statement_address(asked, item.evidence) if _is_by_page(asked, item.said_on, item.source) else "",
        sources=(cite.number(item.source, item.evidence),),
    )


def _votes(changes: list[BallotChange], asked: Asked, cite: Citing) -> Iterator[Happened]:
    """A line for each way in which States changed in one roll call."""
    ways: dict[tuple[Ballot, Ballot], list[str]] = {}
    for change in changes:
        ways.setdefault((change.before, change.after), []).append(change.iso3)
    first = changes[0]
    sources = {each.key: each.source for each in asked.register.roll_calls}
    source = sources[first.evidence[1]]
    address = address_of(asked, first.body, first.session) if _is_by_page(asked, first.on, source) else ""
    for (before, after), states in ways.items():
        yield Happened(
            on=first.on,
            states=named(states),
            what=gettext("%(after)s, %(before)s the time before (%(body)s, session %(session)s)")
            % {
                "after": gettext(after.label),
                "before": gettext(before.label),
                "body": gettext(first.body.label),
                "session": first.session,
            },
            address=address,
            sources=tuple(dict.fromkeys(cite.number(sources[key]) for key in first.evidence)),
        )


def _meeting(items: list[AttendanceItem], asked: Asked, cite: Citing) -> Happened:
    key = items[0].occasion
    meeting = occasion(asked.register, key).fact
    assert meeting.starts is not None  # else it would not have been held
    return Happened(
        on=meeting.ends or meeting.starts,
        states=named([item.iso3 for item in items]),
        what=gettext("recorded as taking part in %(meeting)s") % {"meeting": key},
        address=asked.to("meeting", {"key": key}) if _is_by_page(asked, meeting.starts) else "",
        sources=tuple(dict.fromkeys(cite.number(item.source) for item in items)),
    )


def _is_by_page(asked: Asked, on: PartialDate, source: str = "") -> bool:
    """Whether it had happened by the day of the page, which may tell of a time after it; else no page of that day holds it."""
    return asked.register.has_happened(on, source, on=asked.day or asked.today)


def _report(item: ReportItem, cite: Citing) -> Happened:
    assert item.submitted is not None
    return Happened(
        on=item.submitted,
        states=named([item.iso3]),
        what=sentences.report(item).rstrip("."),
        sources=(cite.number(item.source, item.evidence),),
    )


def _practice(item: PracticeItem, cite: Citing) -> Happened:
    return Happened(
        on=item.claimed,
        states=named([item.iso3]),
        what=sentences.practice(item).rstrip("."),
        sources=(cite.number(item.source, item.evidence),),
    )


def _activity(item: ActivityItem, cite: Citing) -> Happened:
    return Happened(
        on=item.on,
        states=named(item.towards),
        what=gettext("%(kind)s (%(by)s)")
        % {"kind": sentences.capital(gettext(item.kind.label)), "by": sentences.who(item.by)},
        words=item.summary or item.title,
        sources=(cite.number(item.source, item.evidence),),
    )


def _by_roll_call(votes: Iterable[BallotChange]) -> list[list[BallotChange]]:
    """In the order of days."""
    found: dict[str, list[BallotChange]] = {}
    for change in votes:
        found.setdefault(change.evidence[1], []).append(change)
    return list(found.values())


def _by_meeting(attendance: Iterable[AttendanceItem]) -> list[list[AttendanceItem]]:
    """In the order of meetings."""
    found: dict[str, list[AttendanceItem]] = {}
    for item in attendance:
        found.setdefault(item.occasion, []).append(item)
    return list(found.values())


def _newest_first(activities: Iterable[ActivityItem]) -> list[ActivityItem]:
    return sorted(activities, key=lambda item: (-newest_by(item.on).toordinal(), item.evidence))
