"""The rounds of letters, the latest first, and what is to be done about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.activities.letters import Round
from accede.outreach.rounds.held import letters_by_round, rounds, steps_of
from accede.outreach.rounds.waits import has_lapsed, is_open
from accede.publishing import wording
from accede.records.values import Evidence
from accede.vocabulary.punctuation import marks
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
    held = _held(request)
    lines = tuple(_line(round_, progress) for round_, progress, _ in held)
    overdue = sum(len(progress.overdue) for _, progress, is_under_way in held if is_under_way)
    opening = ngettext("%(number)s round of letters", "%(number)s rounds of letters", len(lines))
    parts = [opening % {"number": len(lines)}, *([overdue_told(overdue)] if overdue else [])]
    page = RoundsPage(gettext("Letters"), wording.sentence(parts) if lines else "", lines)
    return render(request, "rounds/list.html", page)


def things_to_do(request: Asking) -> Tasks:
    """What the overview of outreach tells of rounds: letters to clear, to send, answers overdue."""
    lines = [
        Line(title_of(round_.fact), progress.sentence, reverse("workspace:round", args=[round_.key]), round_.key)
        for round_, progress, is_under_way in _held(request)
        if is_under_way
    ]
    heading = ngettext(
        "%(number)s round of letters is under way", "%(number)s rounds of letters are under way", len(lines)
    )
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:rounds"), lines)


def _held(request: Asking) -> list[tuple[Evidence[Round], Progress, bool]]:
    """The rounds with their progress, and whether anything is still to be done about them: by us, or in time by a State."""
    held = rounds(request.actor, settings.ACCEDE_TREATY)
    letters = letters_by_round(settings.ACCEDE_TREATY)
    steps = steps_of(letter.key for each in held for letter in letters.get(each.key, {}).values())
    today = datetime.now(UTC).date()
    return [
        (
            each,
            progress_of(each.fact, letters.get(each.key, {}), steps),
            any(
                is_open(letter.fact) and not has_lapsed(steps[letter.key], today)
                for letter in letters.get(each.key, {}).values()
            ),
        )
        for each in held
    ]


def title_of(round_: Round) -> str:
    """What the letters are about, and the day that they bear."""
    return marks(wording.language()).comma.join((wording.held(round_.title), wording.when(round_.on)))


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
