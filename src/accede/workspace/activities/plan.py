"""The plan: what was done under each of its actions, what is linked to none, and what the register can count of its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from accede.activities.values import Activity
from accede.outreach.done.record_done import link_to_actions
from accede.overview.indicators import Indicator, indicators
from accede.overview.register import Register
from accede.publishing import wording
from accede.publishing.told import state_told
from accede.records.values import Evidence
from accede.register.treaty import PlanAction
from accede.reporting.recipes.plan import reported
from accede.reporting.recipes.plan.figures import WHOLE
from accede.reporting.recipes.plan.matter import Reported
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.activities.held import activity_held
from accede.workspace.activities.listing import DoneLine, lines
from accede.workspace.asking import Asking, number_in, register_of
from accede.workspace.screens import render, see_other

MOST_RECORDS = 60
"""Records that a figure leads to."""
MOST_NAMED = 12
"""States that a figure names; the rest is in the report."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan."""

    key: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ActionPart:
    """An action, in our summary, and what was done under it."""

    key: str
    heading: str
    summary: str
    opening: str
    done: tuple[DoneLine, ...]


@dataclass(frozen=True, slots=True)
class Unlinked:
    """What was done in the time of the plan, linked to no action: its line, its key and version."""

    line: DoneLine
    key: str
    version: int


@dataclass(frozen=True, slots=True)
class FigureLine:
    """What is counted, how many, which; the records it rests on, with their addresses; `target` says what is held of one."""

    what: str
    number: str
    which: str
    rests: str
    records: tuple[tuple[str, str], ...]
    target: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything the template prints."""

    title: str
    opening: str
    held: str
    choices: tuple[Choice, ...]
    actions: tuple[ActionPart, ...]
    unlinked: tuple[Unlinked, ...]
    figures: tuple[FigureLine, ...]
    files: tuple[tuple[str, str], ...]
    refusal: str


@require_safe
def plan(request: Asking) -> HttpResponse:
    """The page; `?plan=` another than the one in force. Raises UnknownName for a plan that the treaty does not have."""
    register = register_of(request.actor)
    asked = request.GET.get("plan", "")
    try:
        found = reported(register, asked)
    except Refused as error:
        page = PlanPage(gettext("Plan"), "", "", _choices(register, ""), (), (), (), (), error.told)
        return render(request, "activities/plan.html", page)
    return render(request, "activities/plan.html", _page(register, found))


@require_POST
def link(request: Asking, key: str) -> HttpResponse:
    """Link something that was done to an action. Raises UnknownName, NotAllowed, Refused where somebody else was faster."""
    register, held = activity_held(request, key)
    action = request.POST.get("action", "")
    known = {each.key for one in register.treaty.plans for each in one.actions}
    if action not in known:
        raise UnknownName("no plan that is held has this action", where=action, remedy="Choose one of the actions")
    version = number_in(request.POST.get("version", ""))
    link_to_actions(request.actor, held, (*held.fact.plan_actions, action), expected_version=version)
    messages.success(request, gettext("Linked; another person accepts it before papers tell it so."))
    return see_other(f"{reverse('workspace:plan')}?plan={action.partition('/')[0]}")


def _page(register: Register, found: Reported) -> PlanPage:
    number = len({each.key for done in found.done.values() for each in done})
    told = ngettext(
        "%(number)s activity of the time from %(begins)s to %(until)s is on record.",
        "%(number)s activities of the time from %(begins)s to %(until)s are on record.",
        number,
    )
    kinds = _kinds(found.matter.register)
    days = {"begins": wording.day(found.begins), "until": wording.day(found.until)}
    return PlanPage(
        title=found.plan.name,
        opening=told % {"number": number, **days},
        held=_held(found),
        choices=_choices(register, found.plan.key),
        actions=tuple(_action(found, each) for each in found.plan.actions),
        unlinked=tuple(_unlinked(list(found.done.get("", ())))),
        figures=tuple(_figure(each, kinds) for each in indicators(found.matter.register, found.begins, found.until)),
        files=tuple(
            (words, reverse("workspace:plan-file", args=[suffix, found.plan.key]))
            for words, suffix in (("Word", "docx"), ("PDF", "pdf"), ("HTML", "html"))
        ),
        refusal="",
    )


def _held(found: Reported) -> str:
    """What of the plan is not held; nothing is invented for it."""
    if not found.plan.actions:
        return gettext(
            "The register does not hold the text of its actions on universalization, its indicators or targets."
        )
    return gettext(
        "The register holds its actions on universalization in our summary. It does not hold the plan’s own indicators or "
        "targets, so no target is called met or missed."
    )


def _action(found: Reported, action: PlanAction) -> ActionPart:
    done = list(found.done.get(action.key, ()))
    told = ngettext("%(number)s activity is linked to it.", "%(number)s activities are linked to it.", len(done))
    return ActionPart(
        key=action.key,
        heading=gettext("Action #%(number)s") % {"number": action.number},
        summary=action.summary,
        opening=told % {"number": len(done)} if done else gettext("No activity is linked to it yet."),
        done=tuple(lines(done)),
    )


def _unlinked(held: list[Evidence[Activity]]) -> Iterator[Unlinked]:
    for each, line in zip(held, lines(held), strict=True):
        yield Unlinked(line, each.key, each.version)


def _figure(found: Indicator, kinds: Mapping[str, str]) -> FigureLine:
    what = gettext(found.kind.label)
    named = [state_told(iso3) for iso3 in found.states][:MOST_NAMED]
    more = len(found.states) - len(named)
    which = wording.listed(named) + (
        " " + ngettext("and %(number)s more", "and %(number)s more", more) % {"number": more} if more > 0 else ""
    )
    is_told = found.kind in WHOLE or found.number
    evidence = [key for key in found.evidence if key in kinds][:MOST_RECORDS]
    rests = ngettext("%(number)s record", "%(number)s records", len(found.evidence)) % {"number": len(found.evidence)}
    return FigureLine(
        what=f"{what} ({wording.when(found.on)})" if found.on else what,
        number=str(found.number) if is_told else gettext("none recorded"),
        which=which,
        rests=rests if found.evidence else "",
        records=tuple((key, reverse("workspace:record", args=[kinds[key], key])) for key in evidence),
        target=gettext("not held"),
    )


def _kinds(register: Register) -> dict[str, str]:
    """The kind of each record that a figure can rest on, as events name it, by key."""
    held: tuple[tuple[str, Iterable[Evidence[object]]], ...] = (
        ("treatyaction", register.actions),
        ("statement", register.statements),
        ("confirmation", register.confirmations),
        ("rollcall", register.roll_calls),
        ("attendance", register.attendance),
        ("report", register.reports),
        ("activity", register.activities),
    )
    return {each.key: kind for kind, records in held for each in records}


def _choices(register: Register, here: str) -> tuple[Choice, ...]:
    return tuple(Choice(each.key, each.name, each.key == here) for each in reversed(register.treaty.plans))
