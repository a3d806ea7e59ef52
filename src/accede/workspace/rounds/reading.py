"""Read the letters of a round one by one beside their list, and clear those that were read."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.outreach.rounds.clear import clear, drafters_of, take_back
from accede.outreach.rounds.composed import composed_all
from accede.outreach.rounds.held import IN_WORK, letter_held, letters_of, round_held
from accede.publishing import wording
from accede.vocabulary.letters import LetterStep
from accede.workspace.asking import Asking, number_in
from accede.workspace.rounds.listing import title_of
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A letter to read: `content` is the hash of what it says; it `is_own` where the reader drafted it."""

    key: str
    iso3: str
    name: str
    language: str
    step: str
    content: str
    sheet: str
    letter: str
    is_exception: bool
    may_clear: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The list, and the first letter beside it."""

    title: str
    key: str
    lines: tuple[ReadLine, ...]
    first: str
    may_clear: bool
    own: int
    back: str

    @property
    def to_clear(self) -> int:
        """How many the reader can clear."""
        return sum(each.may_clear for each in self.lines)


def read(request: Asking, key: str) -> HttpResponse:
    """All letters of a round: those to be cleared first."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    round_, held = round_held(key), letters_of(key)
    made = composed_all(round_, held.values())
    drafted = drafters_of(round_, list(held.values()))
    clears = request.actor.may(Verb.CLEAR, IN_WORK)
    lines = []
    for iso3, each in held.items():
        is_draft = each.fact.step is LetterStep.DRAFTED
        is_own = request.actor.name in drafted[each.key]
        lines.append(
            ReadLine(
                key=each.key,
                iso3=iso3,
                name=wording.name(iso3),
                language=each.fact.language,
                step=gettext(each.fact.step.label),
                content=made[each.key].content if is_draft else "",
                sheet=reverse("workspace:letter-sheet", args=[each.key]),
                letter=reverse("workspace:letter", args=[each.key]),
                is_exception=bool(each.fact.exception),
                may_clear=clears and is_draft and not is_own,
                is_own=is_own and is_draft,
            )
        )
    lines.sort(key=lambda line: not line.content)
    page = ReadPage(
        title=gettext("Read: %(round)s") % {"round": title_of(round_.fact)},
        key=key,
        lines=tuple(lines),
        first=lines[0].sheet if lines else "",
        may_clear=clears,
        own=sum(line.is_own for line in lines),
        back=reverse("workspace:round", args=[key]),
    )
    return render(request, "rounds/read.html", page)


def clear_letters(request: Asking, key: str) -> HttpResponse:
    """Clear the letters that were chosen, each as it was read."""
    contents = {each: request.POST.get(f"content-{each}", "") for each in request.POST.getlist("letter")}
    if not contents:
        messages.warning(request, gettext("Nothing was chosen."))
        return see_other(reverse("workspace:round-read", args=[key]))
    number = clear(request.actor, key, contents, note=request.POST.get("note", ""))
    told = ngettext("%(number)s letter is cleared.", "%(number)s letters are cleared.", number)
    messages.success(request, told % {"number": number})
    return see_other(reverse("workspace:round", args=[key]))


def take_clearance_back(request: Asking, key: str) -> HttpResponse:
    """Make a cleared letter a draft again."""
    letter_held(key)
    take_back(
        request.actor,
        key,
        expected_version=number_in(request.POST.get("expected_version", "")),
        reason=request.POST.get("reason", ""),
    )
    messages.success(request, gettext("The clearance is taken back. The letter is a draft again."))
    return see_other(reverse("workspace:letter", args=[key]))
