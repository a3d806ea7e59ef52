"""What waits for release, what is under embargo until when, what was released or withdrawn lately and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.publishing.wording import in_thousands, instant
from accede.records.models import EventKind
from accede.records.reference import Reference
from accede.records.release import held_back
from accede.records.releasing import Done, done_lately, to_be_released, under_embargo
from accede.records.reviewing import Stage, Waiting
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking
from accede.workspace.release.chosen import Chosen, instant_in, keep, references_in
from accede.workspace.release.lines import Line, OfSource, by_source, lines_of
from accede.workspace.release.words import until_told
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Embargo:
    """What becomes visible at one instant: `until` in words, with who set it and why; `mark` names its preview."""

    until: str
    by: str
    reason: str
    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An act of release or withdrawal in a line."""

    number: int
    on: str
    words: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """Everything the template prints. `error` is what was wrong with what was sent, `ticked` and `at` how it was sent."""

    title: str
    opening: str
    groups: tuple[OfSource, ...]
    number: int
    withdrawn: tuple[OfSource, ...]
    inside: str
    embargoes: tuple[Embargo, ...]
    acts: tuple[Act, ...]
    error: str = ""
    ticked: frozenset[str] = frozenset()
    is_embargo: bool = False
    at: str = ""


def overview(request: Asking) -> HttpResponse:
    """The page; sent to it, what is chosen leads to what would be seen, or to a withdrawal."""
    if request.method != "POST":
        return _shown(request)
    sent = request.POST
    try:
        references = _chosen(request)
        if not references:
            raise Unreadable(gettext("Nothing is chosen."), remedy=gettext("Tick at least one record"))
        is_withdrawal = "withdraw" in sent
        at = instant_in(sent.get("at", "")) if sent.get("when") == "at" and not is_withdrawal else None
        if at is not None and at <= datetime.now(UTC):
            said = gettext("%(instant)s has passed.") % {"instant": instant(at)}
            raise Unreadable(said, remedy=gettext("Give an instant to come"))
    except Unreadable as error:
        return _shown(request, error)
    mark = keep(request, Chosen(references, at))
    name = "workspace:release-withdraw" if is_withdrawal else "workspace:release-look"
    return see_other(reverse(name, args=[mark]))


def releasable(actor: Actor, waits: Iterable[Waiting]) -> list[Waiting]:
    """Those of classes that the person may release."""
    classes = actor.classes(Verb.RELEASE)
    return [one for one in waits if Classification(one.row.classification) in classes]


def _chosen(request: Asking) -> tuple[Reference, ...]:
    """What the button that was pressed stands for: one record, all of a source, all, or what is ticked. Raises Unreadable."""
    sent = request.POST
    if "one" in sent:
        return references_in([sent["one"]])
    if "source" not in sent and "all" not in sent:
        return references_in(sent.getlist("version"))
    waits = [one for one in releasable(request.actor, to_be_released()) if one.standing.stage is Stage.ACCEPTED]
    back = held_back({one.reference: one.row for one in waits})
    free = [one for one in waits if one.reference not in back]
    if "source" in sent:
        free = [one for one in free if sent["source"] in (one.row.source, one.reference.key)]
    return tuple(sorted(one.reference for one in free))


def _shown(request: Asking, error: Unreadable | None = None) -> HttpResponse:
    now, actor = datetime.now(UTC), request.actor
    everything = to_be_released()
    waits = releasable(actor, everything)
    readable = actor.classes(Verb.READ)
    inside = [one for one in everything if one not in waits and Classification(one.row.classification) in readable]
    embargoes = releasable(actor, under_embargo(now=now))
    lines = lines_of([*waits, *embargoes])
    accepted = [one for one in waits if one.standing.stage is Stage.ACCEPTED]
    groups = by_source(accepted, lines)
    page = ReleasePage(
        title=gettext("Release"),
        opening=_opening(accepted, embargoes, now),
        groups=groups,
        number=sum(group.number for group in groups),
        withdrawn=by_source([one for one in waits if one.standing.stage is Stage.WITHDRAWN], lines),
        inside=_inside(inside),
        embargoes=tuple(_embargoes(embargoes, lines, now)),
        acts=tuple(_act(each, now) for each in done_lately()),
        error=error.told if error else "",
        ticked=frozenset(request.POST.getlist("version")),
        is_embargo=request.POST.get("when") == "at",
        at=request.POST.get("at", "")[:40],
    )
    return render(request, "release/overview.html", page, status=400 if error else 200)


def _opening(accepted: Sequence[Waiting], embargoes: Sequence[Waiting], now: datetime) -> str:
    number = len(accepted)
    told = (
        ngettext(
            "%(number)s accepted record waits for release.", "%(number)s accepted records wait for release.", number
        )
        % {"number": in_thousands(number)}
        if number
        else gettext("Nothing waits for release.")
    )
    first = next((one.standing.effective_at for one in embargoes if one.standing.effective_at), None)
    if first is None:
        return told
    held = ngettext(
        "%(number)s is under embargo, until %(instant)s.",
        "%(number)s are under embargo, the first until %(instant)s.",
        len(embargoes),
    )
    return f"{told} {held % {'number': in_thousands(len(embargoes)), 'instant': until_told(first, now)}}"


def _inside(inside: Sequence[Waiting]) -> str:
    if not inside:
        return ""
    return ngettext(
        "%(number)s accepted record is for the presidency or the ISU alone and stays inside.",
        "%(number)s accepted records are for the presidency or the ISU alone and stay inside.",
        len(inside),
    ) % {"number": in_thousands(len(inside))}


def _embargoes(embargoes: Iterable[Waiting], lines: dict[Reference, Line], now: datetime) -> Iterable[Embargo]:
    groups: dict[tuple[datetime, str, str], list[Line]] = {}
    for one in embargoes:
        at = one.standing.effective_at
        assert at is not None  # a release always takes effect at an instant
        groups.setdefault((at, one.standing.by, one.standing.reason), []).append(lines[one.reference])
    for (at, by, reason), held in groups.items():
        yield Embargo(until_told(at, now), by, reason, mark_of(at), tuple(held))


def mark_of(at: datetime) -> str:
    """How addresses of previews name an instant: to the second after it, so that what ends within it has ended."""
    return f"at-{int(at.timestamp()) + 1}"


def _act(done: Done, now: datetime) -> Act:
    number = done.number
    said = {"number": in_thousands(number)}
    if done.kind is EventKind.WITHDRAWAL:
        words = ngettext("%(number)s record withdrawn", "%(number)s records withdrawn", number) % said
    elif done.effective_at > now:
        told = ngettext(
            "%(number)s record put under embargo until %(instant)s",
            "%(number)s records put under embargo until %(instant)s",
            number,
        )
        words = told % {**said, "instant": instant(done.effective_at)}
    else:
        words = ngettext("%(number)s record released", "%(number)s records released", number) % said
    return Act(done.entry, instant(done.at.astimezone(UTC)), words, done.by, done.reason)
