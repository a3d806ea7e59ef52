"""What waits for a person, by what their roles let them do about it; the next best thing first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.overview.ahead import meetings_ahead, unanswered, withdrawals_ahead
from accede.overview.contradictions import contradictions
from accede.overview.gaps import Gap, gaps, is_old
from accede.overview.register import Register
from accede.publishing import sentences, wording
from accede.publishing.told import kind_told, state_of, state_told, told
from accede.records.evidence import evidence_of
from accede.records.reviewing import Stage, Waiting, waiting_at
from accede.records.values import Evidence
from accede.reporting.composition.held import PaperStage, plans, stages_of
from accede.vocabulary.sources import Classification
from accede.workspace.desk.lines import LONGEST, Line, Tasks, tasks_with
from accede.workspace.papers.naming import title_of
from accede.workspace.tasks.lines import own_tasks, promises_due


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits in the register, by stage, as this person may read it."""

    pending: tuple[Waiting, ...]
    returned: tuple[Waiting, ...]
    accepted: tuple[Waiting, ...]
    embargoed: tuple[Waiting, ...]


def waits_for(actor: Actor) -> Waits:
    """The newest versions that wait, of the classes the person may read; none for those who read only what is released."""
    if not actor.reads_unreleased:
        return Waits((), (), (), ())
    classes = actor.classes(Verb.READ)
    found = waiting_at((Stage.PENDING, Stage.RETURNED, Stage.ACCEPTED, Stage.EMBARGOED))
    readable = {
        stage: tuple(one for one in all_of_it if Classification(one.row.classification) in classes)
        for stage, all_of_it in found.items()
    }
    return Waits(*readable.values())


def tasks_of(actor: Actor, register: Register, waits: Waits) -> tuple[Tasks, ...]:
    """What the person can do now, in the order in which it should be done; kinds of which nothing waits are left out."""
    ways: tuple[tuple[Verb, Callable[[], Tasks]], ...] = (
        (Verb.RECORD, lambda: _returned(actor, waits)),
        (Verb.RECORD, lambda: own_tasks(actor, register)),
        (Verb.RECORD, lambda: promises_due(actor, register)),
        (Verb.REVIEW, lambda: _reviews(actor, waits)),
        (Verb.JUDGE, lambda: _contradictions(register)),
        (Verb.CLEAR, lambda: _papers(actor, register, PaperStage.OPEN)),
        (Verb.SEAL, lambda: _papers(actor, register, PaperStage.CLEARED)),
        (Verb.RELEASE, lambda: _releases(waits)),
        (Verb.RELEASE, lambda: _embargoes(waits)),
        (Verb.READ, lambda: _withdrawals(register)),
        (Verb.READ, lambda: _meetings(register)),
        (Verb.RECORD, lambda: _replies(register)),
        (Verb.RECORD, lambda: _gaps(register)),
    )
    made = (make() for verb, make in ways if actor.classes(verb))
    return tuple(tasks for tasks in made if tasks.number)


def _waiting(found: tuple[Waiting, ...], name: str) -> list[Line]:
    """A line each; those that the desk shows are told in words, and the others by their keys."""
    held = evidence_of(one.reference for one in found[:LONGEST])
    return [
        Line(
            _words(held[one.reference]) if one.reference in held else one.reference.key,
            gettext("%(kind)s, version %(version)s, recorded by %(who)s on %(day)s")
            % {
                "kind": kind_told(one.reference.kind),
                "version": one.reference.version,
                "who": one.row.recorded_by,
                "day": wording.day(one.row.recorded_at.date()),
            },
            reverse(name, args=[one.reference.kind, one.reference.key]),
            one.reference.key,
        )
        for one in found
    ]


def _words(record: Evidence[Any]) -> str:
    """The State and what the record says."""
    iso3 = state_of(record.fact)
    return wording.headed(state_told(iso3), told(record)) if iso3 else told(record)


def _returned(actor: Actor, waits: Waits) -> Tasks:
    mine = tuple(one for one in waits.returned if one.row.recorded_by == actor.name)
    lines = [
        Line(
            line.words,
            gettext("%(who)s: %(reason)s") % {"who": one.standing.by, "reason": one.standing.reason},
            line.address,
            line.key,
        )
        for one, line in zip(mine, _waiting(mine, "workspace:record"), strict=True)
    ]
    heading = ngettext("%(number)s record was returned to you", "%(number)s records were returned to you", len(lines))
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:review"), lines)


def _reviews(actor: Actor, waits: Waits) -> Tasks:
    others = tuple(one for one in waits.pending if one.row.recorded_by != actor.name)
    heading = ngettext("%(number)s record waits for review", "%(number)s records wait for review", len(others))
    lines = _waiting(others, "workspace:review-record")
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:review"), lines)


def _papers(actor: Actor, register: Register, stage: PaperStage) -> Tasks:
    """Papers in work that wait to be cleared, or were cleared and wait to be sealed."""
    treaty = register.treaty.key
    come = stages_of(treaty)
    lines = [
        Line(
            title_of(plan.fact),
            gettext("Information as of %(day)s") % {"day": wording.when(plan.fact.as_of)},
            reverse("workspace:paper", args=[plan.key]),
        )
        for plan in plans(actor, treaty)
        if come.get(plan.key, PaperStage.OPEN) is stage
    ]
    if stage is PaperStage.OPEN:
        heading = ngettext("%(number)s paper is not cleared", "%(number)s papers are not cleared", len(lines))
    else:
        heading = ngettext(
            "%(number)s cleared paper is not sealed", "%(number)s cleared papers are not sealed", len(lines)
        )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:papers"), lines)


def _contradictions(register: Register) -> Tasks:
    """Those between which nobody has chosen."""
    chosen = register.choices
    lines = [
        Line(
            wording.listed([sentences.name(iso3) for iso3 in each.states[:3]]) or each.topic,
            gettext(each.about),
            reverse("workspace:contradictions"),
        )
        for each in register.once(contradictions, lambda: contradictions(register))
        if each.topic not in chosen
    ]
    heading = ngettext(
        "%(number)s contradiction waits for a choice", "%(number)s contradictions wait for a choice", len(lines)
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:contradictions"), lines)


def _releases(waits: Waits) -> Tasks:
    lines = _waiting(waits.accepted, "workspace:record")
    heading = ngettext(
        "%(number)s accepted record is not released", "%(number)s accepted records are not released", len(lines)
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:release"), lines)


def _embargoes(waits: Waits) -> Tasks:
    ordered = sorted(waits.embargoed, key=lambda one: (one.standing.effective_at or one.standing.at, one.reference))
    lines = [
        Line(
            one.reference.key,
            gettext("until %(instant)s") % {"instant": wording.instant(one.standing.effective_at or one.standing.at)},
            reverse("workspace:record", args=[one.reference.kind, one.reference.key]),
        )
        for one in ordered
    ]
    heading = ngettext("%(number)s record is under embargo", "%(number)s records are under embargo", len(lines))
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:release"), lines)


def _withdrawals(register: Register) -> Tasks:
    lines = [
        Line(
            sentences.name(one.iso3),
            gettext("takes effect on %(day)s") % {"day": wording.day(one.takes_effect)}
            if one.takes_effect
            else gettext("no rule that we hold tells when it takes effect"),
            reverse("workspace:state", args=[one.iso3]),
        )
        for one in withdrawals_ahead(register)
    ]
    heading = ngettext(
        "%(number)s withdrawal is notified and not in effect",
        "%(number)s withdrawals are notified and not in effect",
        len(lines),
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:states"), lines)


def _meetings(register: Register) -> Tasks:
    today = register.view.as_of
    lines = []
    for each in meetings_ahead(register):
        begins = each.fact.starts
        assert begins is not None
        assert begins.earliest is not None
        days = (begins.earliest - today) // timedelta(days=1)
        told = ngettext("in %(number)s day", "in %(number)s days", days) % {"number": days}
        lines.append(
            Line(each.fact.title or each.fact.name, f"{wording.when(begins)}, {told}", f"/meetings/#{each.fact.name}")
        )
    heading = ngettext("%(number)s meeting lies ahead", "%(number)s meetings lie ahead", len(lines))
    return tasks_with(heading % {"number": len(lines)}, "/meetings/", lines)


def _replies(register: Register) -> Tasks:
    found = unanswered(register)
    if found is None:
        return tasks_with("", "", [])
    sent = gettext("letters of %(day)s") % {"day": wording.when(found.round.fact.on)}
    lines = [Line(sentences.name(iso3), sent, reverse("workspace:state", args=[iso3])) for iso3 in found.states]
    heading = ngettext(
        "%(number)s State has not replied to a letter", "%(number)s States have not replied to a letter", len(lines)
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:states"), lines)


def _gaps(register: Register) -> Tasks:
    """States outside of which nothing is held, or only what is old: the least known first."""
    lines = [
        Line(sentences.name(gap.iso3), _told(gap), reverse("workspace:state", args=[gap.iso3]))
        for gap in sorted(gaps(register).states, key=_weight, reverse=True)
        if is_old(gap, register.view.as_of)
    ]
    heading = ngettext(
        "Of %(number)s State we know nothing, or only what is old",
        "Of %(number)s States we know nothing, or only what is old",
        len(lines),
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:states"), lines)


def _weight(gap: Gap) -> tuple[bool, float, int]:
    """How much a State's information wants: none at all first, then by age, then by questions never spoken to."""
    return gap.none, gap.age_years or 0.0, sum(day is None for day in gap.questions.values())


def _told(gap: Gap) -> str:
    if gap.age_years is None:
        told = gettext("no statement is held")
    else:
        years = int(gap.age_years)
        told = ngettext("last heard %(years)s year ago", "last heard %(years)s years ago", years) % {"years": years}
    checked = gap.checked_on
    looked = (
        gettext("looked for news on %(day)s") % {"day": wording.when(checked)}
        if checked
        else gettext("nobody has looked for news")
    )
    return f"{told}; {looked}"


__all__ = ["LONGEST", "Line", "Tasks", "Waits", "tasks_of", "waits_for"]
