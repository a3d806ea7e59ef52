"""Bulk entry: a text is pasted, its unknown names are resolved in place, what it holds is compared, and then recorded at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.evidence.values import RollCall
from accede.intake.accept import Changed
from accede.intake.compare import Verdict, ballots_compared
from accede.intake.enter import enter, intake_of
from accede.intake.pasted.paste import MOST_ASKED
from accede.intake.pasted.values import Pasted, Problem
from accede.intake.propose import Compared, Intake, ground_of
from accede.intake.source import source_of
from accede.publishing import wording
from accede.records.values import Source, View
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.errors import AccedeError, Refused, UnknownName, Unreadable
from accede.vocabulary.sources import Classification, SourceGrade
from accede.workspace.asking import Asking
from accede.workspace.facts.offered import offered, states
from accede.workspace.intake.groups import Group, bundles_of, chosen, groups_of, ticked_after
from accede.workspace.intake.paste_kinds import KINDS, AboutForm, Kind
from accede.workspace.intake.read import SKIP, changed, opening, selected, tell
from accede.workspace.intake.source_form import SourceForm
from accede.workspace.screens import render, see_other

LEAVE_OUT = "-"
"""What a select of an unknown name sends where the name is to be left out."""
DESPITE = "despite"
LONGEST_SHOWN = 300
"""Characters of a line that is not understood."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A State that may be meant."""

    iso3: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is not held: where it stands, what it may mean, what the person said of it."""

    number: int
    name: str
    line: int
    error: str
    likely: tuple[Meant, ...]
    others: tuple[Meant, ...]
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A line that is not understood for another reason."""

    line: int
    text: str
    error: str


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A ballot's total as stated, beside the number counted; `difference` is empty where they agree."""

    ballot: str
    stated: int
    counted: int
    difference: str


@dataclass(frozen=True, slots=True)
class BallotLine:
    """A State's ballot; `held` what the register has where that is another."""

    state: str
    ballot: str
    held: str


@dataclass(frozen=True, slots=True)
class BallotGroup:
    """The ballots of a roll call that are the same to the register."""

    verdict: Verdict
    title: str
    number: int
    is_open: bool
    lines: tuple[BallotLine, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What the text holds, and what of it would be recorded."""

    opening: str
    head: str
    unknown: tuple[Unknown, ...]
    more_unknown: int
    puzzles: tuple[Puzzle, ...]
    left_out: tuple[str, ...]
    totals: tuple[TotalLine, ...]
    totals_differ: bool
    ballots: tuple[BallotGroup, ...]
    groups: tuple[Group, ...]
    offered: str
    may_record: bool


@dataclass(frozen=True, slots=True)
class PastePage:
    """Everything the template prints."""

    title: str
    opening: str
    text: str
    about: AboutForm
    source: SourceForm
    preview: Preview | None
    error: AccedeError | None
    is_left_out: bool
    is_despite: bool


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a form sent: the text, what it is about, its source, and what was said of unknown names."""

    text: str
    told: Mapping[str, str]
    about: AboutForm
    source: SourceForm


def paste(request: Asking, kind: str) -> HttpResponse:
    """The form; POST shows what the text holds, and records it where that is asked. Raises UnknownName."""
    if kind not in KINDS:
        raise UnknownName("there is no such table to paste", where=kind, remedy="Choose one under “Take in”")
    what = KINDS[kind]
    data = request.POST if request.method == "POST" else None
    may = offered(request.actor, treaty=settings.ACCEDE_TREATY)
    first = {"grade": SourceGrade.UN.value, "classification": Classification.PUBLIC.value}
    sent = _Sent(
        text=data.get("text", "").replace("\r\n", "\n") if data else "",
        told=_told(data) if data else {},
        about=what.form(data, offered=may, prefix="about"),
        source=SourceForm(data, actor=request.actor, prefix="source", initial=first),
    )
    if data is None:
        return _shown(request, what, sent)
    is_recording = data.get("do") == "record"
    if not sent.about.is_valid() or (is_recording and not sent.source.is_valid()):
        incomplete = Refused(gettext("the form is not complete"), remedy=gettext("Look at what is marked in it"))
        return _shown(request, what, sent, error=incomplete)
    try:
        pasted = sent.about.read(
            sent.text, ground_of(may.treaty, View(as_of=date.max, known_on=datetime.now(UTC))), sent.told
        )
    except Unreadable as error:
        return _shown(request, what, sent, error=error)
    return _record(request, kind, sent, pasted) if is_recording else _preview(request, what, sent, pasted)


def _preview(
    request: Asking, what: Kind, sent: _Sent, pasted: Pasted, error: AccedeError | None = None
) -> HttpResponse:
    intake = intake_of(request.actor, pasted, title=_title(sent))
    bundles = bundles_of(intake)
    values = frozenset(request.POST.getlist("take"))
    select = request.POST.get("select")
    ticked = (
        selected(bundles, values, select) if select else ticked_after(bundles, values, request.POST.get("offered", ""))
    )
    groups, ballots = groups_of(intake, bundles, ticked), _ballots(intake)
    unknown = _unknown(pasted, sent.told)
    preview = Preview(
        opening=_opening(ballots, len(pasted.problems)) if ballots else opening(intake),
        head=pasted.head,
        unknown=unknown,
        more_unknown=len({one.name for one in pasted.problems if one.name} - {one.name for one in unknown}),
        puzzles=tuple(
            Puzzle(one.line, one.text[:LONGEST_SHOWN], one.error.told) for one in pasted.problems if not one.name
        )[:MOST_ASKED],
        left_out=pasted.left_out,
        totals=tuple(_totals(pasted)),
        totals_differ=bool(pasted.differences),
        ballots=ballots,
        groups=groups,
        offered=" ".join(one.value for one in bundles),
        may_record=any(group.is_offered for group in groups),
    )
    return _shown(request, what, sent, error=error, preview=preview)


def _record(request: Asking, kind: str, sent: _Sent, pasted: Pasted) -> HttpResponse:
    """Record what is ticked, or show the text again with what is in the way."""
    intake = intake_of(request.actor, pasted, title=_title(sent))
    marks, gone = chosen(bundles_of(intake), request.POST.getlist("take"))
    try:
        if gone:
            raise changed(gone)
        done = enter(
            request.actor,
            pasted,
            _source(sent, intake),
            chosen=marks,
            classification=sent.source.cleaned_data["classification"],
            skip=SKIP in request.POST,
            despite_totals=DESPITE in request.POST,
        )
    except (Refused, Unreadable) as error:
        return _preview(request, KINDS[kind], sent, pasted, error)
    tell(request, done)
    return see_other(reverse("workspace:intake"))


def _shown(
    request: Asking, what: Kind, sent: _Sent, *, error: AccedeError | None = None, preview: Preview | None = None
) -> HttpResponse:
    page = PastePage(
        title=str(what.title),
        opening=str(what.opening),
        text=sent.text,
        about=sent.about,
        source=sent.source,
        preview=preview,
        error=error,
        is_left_out=SKIP in request.POST,
        is_despite=DESPITE in request.POST,
    )
    status = 200 if error is None else 409 if isinstance(error, Changed) else 400
    return render(request, "intake/paste.html", page, status=status)


def _told(data: Any) -> dict[str, str]:
    """What the person said of unknown names: a key of a State, or nothing for one to leave out."""
    known = dict(states())
    told = {}
    for number in range(1, MOST_ASKED + 1):
        name, meant = data.get(f"unknown-{number}"), data.get(f"meant-{number}")
        if name is None:
            break
        if meant == LEAVE_OUT:
            told[name] = ""
        elif meant in known:
            told[name] = meant
    return told


def _unknown(pasted: Pasted, told: Mapping[str, str]) -> tuple[Unknown, ...]:
    """The names that are not held: those resolved already, which can be changed, and the others, each once."""
    first: dict[str, Problem] = {}
    for problem in pasted.problems:
        if problem.name:
            first.setdefault(problem.name, problem)
    names = [*told, *(name for name in first if name not in told)][:MOST_ASKED]
    every = states()
    return tuple(_asked(number, name, first.get(name), told, every) for number, name in enumerate(names, 1))


def _asked(
    number: int, name: str, problem: Problem | None, told: Mapping[str, str], every: list[tuple[str, str]]
) -> Unknown:
    meant = told.get(name)
    likely = problem.suggestions if problem else ()
    return Unknown(
        number=number,
        name=name,
        line=problem.line if problem else 0,
        error=problem.error.sentence if problem else "",
        likely=tuple(Meant(iso3, wording.name(iso3), iso3 == meant) for iso3 in likely),
        others=tuple(Meant(iso3, called, iso3 == meant) for iso3, called in every if iso3 not in likely),
        is_left_out=meant == "",
    )


def _totals(pasted: Pasted) -> list[TotalLine]:
    return [
        TotalLine(
            gettext(one.ballot.label),
            one.stated,
            one.counted,
            gettext("differs by %(number)s") % {"number": abs(one.stated - one.counted)} if one.differs else "",
        )
        for one in pasted.totals
    ]


def _opening(ballots: tuple[BallotGroup, ...], unread: int) -> str:
    """How many ballots are new, held already, in conflict."""
    numbers = {group.verdict: group.number for group in ballots}
    return gettext(
        "Of the ballots %(new)s are new, %(same)s held already, %(conflicts)s in conflict; not understood: %(unread)s."
    ) % {
        "new": numbers.get(Verdict.NEW, 0),
        "same": numbers.get(Verdict.SAME, 0),
        "conflicts": numbers.get(Verdict.CONFLICT, 0),
        "unread": unread,
    }


def _ballots(intake: Intake) -> tuple[BallotGroup, ...]:
    """The ballots of a roll call by what each is to the register: the conflicts first, each beside what is held."""
    calls = [one for one in intake.compared if isinstance(one.proposal.fact, RollCall)]
    return tuple(group for one in calls for group in _of_call(one))


def _of_call(one: Compared) -> list[BallotGroup]:
    call: Any = one.proposal.fact
    verdicts = ballots_compared(call, one.comparison.against)
    held: dict[str, dict[Ballot, None]] = {}
    for against in one.comparison.against:
        for state, ballot in against.fact.ballots:
            held.setdefault(state, {})[ballot] = None
    titles = {
        Verdict.CONFLICT: gettext("Ballots in conflict"),
        Verdict.NEW: gettext("New ballots"),
        Verdict.SAME: gettext("Ballots held already"),
    }
    groups = []
    for verdict, title in titles.items():
        lines = tuple(
            BallotLine(
                wording.name(state),
                gettext(ballot.label),
                wording.listed([gettext(other.label) for other in held.get(state, ())])
                if verdict is Verdict.CONFLICT
                else "",
            )
            for state, ballot in sorted(call.ballots, key=lambda cast: wording.name_order(cast[0]))
            if verdicts[state] is verdict
        )
        if lines:
            groups.append(BallotGroup(verdict, title, len(lines), verdict is Verdict.CONFLICT, lines))
    return groups


def _title(sent: _Sent) -> str:
    return str(sent.source.data.get("source-title", "")) if sent.source.is_bound else ""


def _source(sent: _Sent, intake: Intake) -> Source:
    """The source of the pasted text: what its form says, and what its kind tells."""
    findings = intake.findings
    usual = source_of(findings, treaty=intake.treaty, meeting=findings.occasion, copy="", file_name=intake.name)
    return sent.source.describe(replace(usual, language="", note="pasted"))
