"""The page of a record: what it says, since when, by whom and from what; all versions, what happened, how two of them differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.publishing import wording
from accede.publishing.api.days import read_instant
from accede.records.models import Event, EventKind, SourceVersion
from accede.records.reviewing import Stage
from accede.records.values import SHIPPED
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import Asking, number_in
from accede.workspace.records.readable import Happened, HeldVersion, History, history_of, is_readable, readable
from accede.workspace.records.told import Differing, Field, differing, fields_of, kind_words, states_of, subject
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version: when, by whom and why it was recorded, what became of it; `differs` leads to what it changed."""

    number: int
    recorded: str
    by: str
    reason: str
    stage: str
    classification: str
    entry: str
    source: str
    locator: str
    differs: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """What happened to a version."""

    what: str
    version: int
    at: str
    by: str
    reason: str
    detail: str
    entry: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a record is from: the key of the source, its title and details, and the address of its page ("" for none)."""

    key: str
    title: str
    details: str
    locator: str
    address: str


@dataclass(frozen=True, slots=True)
class Way:
    """What the person can do with the record: the words and the address."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything the template prints."""

    title: str
    kind: str
    key: str
    opening: str
    fields: tuple[Field, ...]
    source: SourceLine
    ways: tuple[Way, ...]
    state: str
    may_record: bool
    may_comment: bool
    comment: str
    versions: tuple[VersionLine, ...]
    events: tuple[EventLine, ...]
    compared: tuple[int, int] | None
    differing: tuple[Differing, ...]
    known_on: str
    known_words: str
    problem: str
    merged_from: tuple[Way, ...]
    goes_on: Way | None


def address_of(kind: str, key: str) -> str:
    """The address of a record's page."""
    return reverse("workspace:record", args=[kind, key])


def record(request: Asking, kind: str, key: str) -> HttpResponse:
    """The page; one that was merged leads to where it goes on, unless its history is asked for (`?stay`)."""
    history = history_of(request.actor, kind, key)
    if history.goes_on and "stay" not in request.GET:
        return redirect(address_of(kind, history.goes_on))
    known_on, problem = _instant(request)
    if known_on is not None:
        try:
            history = history_of(request.actor, kind, key, at=known_on)
        except UnknownName:
            problem = gettext("By then the register held nothing of it that you may read. This is what it holds now.")
            known_on = None
    return render(request, "records/record.html", _page(request, history, known_on, problem))


def _instant(request: Asking) -> tuple[datetime | None, str]:
    asked = request.GET.get("known-on", "").strip()
    if not asked:
        return None, ""
    try:
        return read_instant(asked), ""
    except ValueError:
        return None, gettext("Give a day, as 2018-08-21, or an instant, as 2018-08-21T12:00:00Z.")


def _page(request: Asking, history: History, known_on: datetime | None, problem: str) -> RecordPage:
    actor, fact = request.actor, history.fact
    states = states_of(fact)
    compared = _compared(request, history)
    pair = tuple(history.version(number).evidence.fact for number in compared) if compared else ()
    is_now = known_on is None
    return RecordPage(
        title=f"{kind_words(history.kind)}: {subject(fact)}",
        kind=history.kind,
        key=history.key,
        opening=opening(history),
        fields=fields_of(fact),
        source=source_line(actor, history.newest),
        ways=tuple(_ways(actor, history)) if is_now else (),
        state=states[0] if len(states) == 1 else "",
        may_record=is_now and bool(actor.classes(Verb.RECORD)),
        may_comment=is_now and actor.may(Verb.COMMENT, history.newest.evidence.classification),
        comment=reverse("workspace:comment", args=[history.kind, history.key]),
        versions=tuple(_version_lines(actor, history)),
        events=tuple(event_line(actor, each) for each in history.events),
        compared=compared,
        differing=differing(pair[0], pair[1]) if compared else (),
        known_on=request.GET.get("known-on", "") if known_on else "",
        known_words=wording.instant(known_on) if known_on else "",
        problem=problem,
        merged_from=_merged_from(actor, history),
        goes_on=Way(history.goes_on, address_of(history.kind, history.goes_on)) if history.goes_on else None,
    )


def opening(history: History) -> str:
    """In a sentence: which version counts, who recorded it when, and what became of it."""
    held = history.newest
    said = {
        "version": held.evidence.version,
        "who": recorder(held.evidence.recorded_by),
        "day": wording.day(held.evidence.recorded_at.date()),
        "stage": gettext(held.standing.stage.label),
    }
    return gettext("Version %(version)s, recorded by %(who)s on %(day)s: %(stage)s.") % said


def recorder(name: str) -> str:
    """Who recorded something, in words."""
    return gettext("Accede’s own data") if name == SHIPPED else name


def source_line(actor: Actor, held: HeldVersion) -> SourceLine:
    """The source of a version, as far as the person may read it."""
    key, locator = held.evidence.source, held.evidence.locator
    kind = SourceVersion.record_kind()
    if not key or not is_readable(actor, kind, key):
        return SourceLine("" if not key else gettext("a source that you may not read"), "", "", locator, "")
    found = history_of(actor, kind, key)
    source = found.fact
    dated = source.information_as_of or source.issued
    details = [source.publisher, source.symbol, wording.when(dated) if dated else "", gettext(source.grade.label)]
    address = address_of(kind, key) if found.has_ended else reverse("workspace:source", args=[key])
    return SourceLine(key, source.title, " · ".join(part for part in details if part), locator, address)


def event_line(actor: Actor, event: Happened) -> EventLine:
    """An event in words."""
    detail = ""
    if event.kind is EventKind.RELEASE and event.effective_at > event.at:
        detail = gettext("from %(instant)s") % {"instant": wording.instant(event.effective_at)}
    elif event.kind in (EventKind.CHOICE, EventKind.MERGE):
        detail = event.other
    return EventLine(
        what=gettext(event.kind.label),
        version=event.version,
        at=wording.instant(event.at),
        by=recorder(event.by),
        reason=event.reason,
        detail=detail,
        entry=str(event.entry) if actor.reads_unreleased else "",
    )


def _version_lines(actor: Actor, history: History) -> Iterator[VersionLine]:
    sources = readable(actor, SourceVersion.record_kind(), (each.evidence.source for each in history.versions))
    for held in history.versions:
        yield _version_line(actor, history, held, sources)


def _version_line(actor: Actor, history: History, held: HeldVersion, sources: frozenset[str]) -> VersionLine:
    evidence = held.evidence
    earlier = [each.evidence.version for each in history.versions if each.evidence.version < evidence.version]
    return VersionLine(
        number=evidence.version,
        recorded=wording.instant(evidence.recorded_at),
        by=recorder(evidence.recorded_by),
        reason=evidence.reason,
        stage=gettext(held.standing.stage.label),
        classification=gettext(evidence.classification.label),
        entry=str(held.entry) if actor.reads_unreleased else "",
        source=evidence.source if evidence.source in sources else "",
        locator=evidence.locator,
        differs=f"?stay&from={max(earlier)}&to={evidence.version}#difference" if earlier else "",
    )


def _compared(request: Asking, history: History) -> tuple[int, int] | None:
    """The two versions that are held beside each other: those asked for, else the newest and the one before."""
    numbers = [each.evidence.version for each in history.versions]
    asked = number_in(request.GET.get("from", "")), number_in(request.GET.get("to", ""))
    if asked[0] in numbers and asked[1] in numbers and asked[0] != asked[1]:
        return asked
    return (numbers[1], numbers[0]) if len(numbers) > 1 else None


def _ways(actor: Actor, history: History) -> Iterator[Way]:
    held = history.newest
    classification = held.evidence.classification
    named = [history.kind, history.key]
    if history.has_ended:
        return
    is_own = held.evidence.recorded_by == actor.name
    if history.stage is Stage.PENDING and actor.may(Verb.REVIEW, classification) and not is_own:
        yield Way(gettext("Review"), reverse("workspace:review-record", args=named))
    if actor.may(Verb.RECORD, classification):
        yield Way(gettext("Correct"), reverse("workspace:correct", args=named))
    if actor.may(Verb.JUDGE, classification) or (
        is_own and not history.stage.is_accepted and actor.may(Verb.RECORD, classification)
    ):
        yield Way(gettext("Retract"), reverse("workspace:retract", args=named))
    if actor.may(Verb.JUDGE, classification):
        yield Way(gettext("Merge into another"), reverse("workspace:merge", args=named))


def _merged_from(actor: Actor, history: History) -> tuple[Way, ...]:
    """The doubles that were merged into the record, with their histories."""
    happened = Event.objects.filter(happening=EventKind.MERGE, record=history.kind, other=history.key).order_by("id")
    keys = dict.fromkeys(happened.values_list("key", flat=True))
    shown = readable(actor, history.kind, keys)
    return tuple(Way(key, f"{address_of(history.kind, key)}?stay") for key in keys if key in shown)
