"""The rounds of letters, the latest first, and what is to be done about them."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.activities.letters import Letter, Round
from accede.outreach.rounds.held import letters_by_round, rounds
from accede.publishing import wording
from accede.records.values import Evidence
from accede.vocabulary.letters import LetterStep
from accede.workspace.asking import Asking
from accede.workspace.desk.lines import Line, Tasks, tasks_with
from accede.workspace.rounds.progress import Progress, overdue_told, progress_of
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round: its title, who presided and when, how far its letters are."""

    words: str
    detail: str
    progress: Progress
    address: str


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """Everything the template prints."""

    title: str
    opening: str
    rounds: tuple[RoundLine, ...]


def rounds_page(request: Asking) -> HttpResponse:
    """All rounds."""
    held = rounds(request.actor, settings.ACCEDE_TREATY)
    letters = letters_by_round(settings.ACCEDE_TREATY)
    lines = tuple(_line(each, progress_of(each.fact, letters.get(each.key, {}))) for each in held)
    overdue = sum(len(line.progress.overdue) for line in lines)
    opening = ngettext("%(number)s round of letters", "%(number)s rounds of letters", len(lines))
    parts = [opening % {"number": len(lines)}, *([overdue_told(overdue)] if overdue else [])]
    page = RoundsPage(gettext("Letters"), wording.sentence(parts) if lines else "", lines)
    return render(request, "rounds/list.html", page)


def things_to_do(request: Asking) -> Tasks:
    """What the overview of outreach tells of rounds: letters to clear, to send, answers overdue."""
    lines: list[Line] = []
    letters = letters_by_round(settings.ACCEDE_TREATY)
    for each in rounds(request.actor, settings.ACCEDE_TREATY):
        progress = progress_of(each.fact, letters.get(each.key, {}))
        if _is_under_way(letters.get(each.key, {})):
            lines.append(
                Line(title_of(each.fact), progress.sentence, reverse("workspace:round", args=[each.key]), each.key)
            )
    heading = ngettext(
        "%(number)s round of letters is under way", "%(number)s rounds of letters are under way", len(lines)
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:rounds"), lines)


def title_of(round_: Round) -> str:
    """What the letters are about, and the day that they bear."""
    return f"{round_.title}, {wording.when(round_.on)}"


def _is_under_way(letters: dict[str, Evidence[Letter]] | object) -> bool:
    held = letters.values() if isinstance(letters, dict) else ()
    return any(each.fact.step not in (LetterStep.REPLIED, LetterStep.CLOSED) for each in held)


def _line(held: Evidence[Round], progress: Progress) -> RoundLine:
    said = {"state": wording.name(held.fact.presidency), "day": wording.when(held.fact.on)}
    detail = gettext("Presidency of %(state)s, %(day)s") % said
    parts = [detail]
    if held.fact.reminds:
        parts.append(gettext("a reminder"))
    if held.fact.is_entered_afterwards:
        parts.append(gettext("entered afterwards"))
    return RoundLine(
        words=held.fact.title,
        detail=" · ".join(parts),
        progress=progress,
        address=reverse("workspace:round", args=[held.key]),
    )
