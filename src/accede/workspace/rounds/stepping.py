"""Mark letters as signed, sent, delivered, acknowledged, answered or closed; several at once. Other things done with several."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.rounds.drafts import set_languages
from accede.outreach.rounds.held import letters_of
from accede.outreach.rounds.printed import make_files
from accede.outreach.rounds.steps import Move, move_all
from accede.outreach.rounds.words import refuse_persons_in
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.asking import Asking, number_in
from accede.workspace.facts.day import day_in
from accede.workspace.screens import see_other

MARKED_BY_HAND = (
    LetterStep.SIGNED,
    LetterStep.SENT,
    LetterStep.DELIVERED,
    LetterStep.ACKNOWLEDGED,
    LetterStep.REPLIED,
    LetterStep.CLOSED,
)
FILES, LANGUAGE, BACK = "files", "language", "cleared"
"""What else can be done with several: make their files, give them a language, take a step back that was marked by mistake."""


def next_step(*held: LetterStep) -> str:
    """What comes next to the letter that is least far of those that are cleared at least; "" where nothing does."""
    order = list(LetterStep)
    come = sorted(order.index(step) for step in held if step not in (LetterStep.DRAFTED, LetterStep.CLOSED))
    return order[come[0] + 1].value if come else ""


def steps(request: Asking, key: str) -> HttpResponse:
    """Do with the chosen letters what was asked; all of them or none."""
    held = letters_of(key)
    chosen = [iso3 for iso3 in request.POST.getlist("letter") if iso3 in held]
    back = request.POST.get("back") or reverse("workspace:round", args=[key])
    if not back.startswith(reverse("workspace:rounds")):
        back = reverse("workspace:round", args=[key])
    if not chosen:
        messages.warning(request, gettext("No letter was chosen."))
        return see_other(back)
    asked = request.POST.get("do", "")
    seen = {iso3: number_in(request.POST.get(f"version-{iso3}", "")) for iso3 in chosen}
    if asked == FILES:
        number = make_files(request.actor, [(held[iso3].key, seen[iso3]) for iso3 in chosen])
        told = ngettext("%(number)s file is made and kept.", "%(number)s files are made and kept.", number)
    elif asked == LANGUAGE:
        number = set_languages(
            request.actor,
            {held[iso3].key: seen[iso3] for iso3 in chosen},
            request.POST.get("language", ""),
        )
        told = ngettext("%(number)s letter has another language.", "%(number)s letters have another language.", number)
    else:
        number = _marked(request, [(held[iso3].key, seen[iso3]) for iso3 in chosen], asked)
        told = ngettext("%(number)s letter is marked.", "%(number)s letters are marked.", number)
    messages.success(request, told % {"number": number})
    return see_other(back)


def _marked(request: Asking, letters: list[tuple[str, int]], asked: str) -> int:
    allowed = {each.value for each in MARKED_BY_HAND} | {BACK}
    if asked not in allowed:
        raise Refused("it is not said what is to be done", remedy="Choose a step")
    note, channel = request.POST.get("note", ""), request.POST.get("channel", "").strip()
    refuse_persons_in("", note, channel)
    day = day_in(request.POST.get("on", ""))
    on = PartialDate.on_day(day) if day else None
    moves = [
        Move(
            letter=key,
            step=LetterStep(asked),
            on=on,
            note=note,
            channel=channel,
            expected_version=version,
        )
        for key, version in letters
    ]
    return len(move_all(request.actor, moves))
