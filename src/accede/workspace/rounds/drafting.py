"""One letter: how it stands, its steps, its exception, beside the sheet; a State more, and one left out."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.activities.letters import Letter
from accede.outreach.rounds.clear import drafters_of
from accede.outreach.rounds.composed import composed, made_now, written_to
from accede.outreach.rounds.drafts import Draft, add_letter, change_letter, leave_out
from accede.outreach.rounds.held import IN_WORK, letter_held, letters_of, round_held, steps_of
from accede.publishing import wording
from accede.records.values import Evidence
from accede.reporting.composition.compose import content_hash
from accede.vocabulary.errors import AccedeError, Refused, UnknownName
from accede.vocabulary.letters import LetterStep
from accede.workspace.asking import Asking, number_in
from accede.workspace.rounds.listing import title_of
from accede.workspace.rounds.planning import contact_told, languages
from accede.workspace.rounds.stepping import BACK, MARKED_BY_HAND, next_step
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a letter: what, when, who, and what was noted."""

    step: str
    on: str
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """Everything the template prints. `content` is the hash of what stands beside; `why_not` why the letter cannot be made."""

    title: str
    key: str
    iso3: str
    round: str
    round_title: str
    version: int
    number: str
    language: str
    language_words: str
    contact: str
    step: str
    steps: tuple[StepLine, ...]
    exception: str
    languages: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...]
    channel: str
    is_draft: bool
    may_clear: bool
    is_own: bool
    may_take_back: bool
    may_leave_out: bool
    has_changed: bool
    content: str
    why_not: str
    before: str
    after: str
    refusal: str
    back_step: str
    next_step: str


def letter(request: Asking, key: str) -> HttpResponse:
    """A letter: shown, and its draft changed; who was slower sees what is held by now, with what was typed."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    held = letter_held(key)
    draft = Draft(language=held.fact.language, number=held.fact.number, exception=held.fact.exception)
    refusal = ""
    if request.method == "POST":
        sent = request.POST
        draft = Draft(
            language=sent.get("language", ""), number=sent.get("number", "")[:80], exception=sent.get("exception", "")
        )
        try:
            change_letter(request.actor, key, draft, expected_version=number_in(sent.get("expected_version", "")))
        except (Refused, UnknownName) as error:
            refusal = error.told
        else:
            messages.success(request, gettext("The letter is changed."))
            return see_other(reverse("workspace:letter", args=[key]))
    return render(request, "rounds/letter.html", _page(request, held, draft, refusal), status=409 if refusal else 200)


def _page(request: Asking, held: Evidence[Letter], draft: Draft, refusal: str) -> LetterPage:
    key, fact = held.key, held.fact
    round_ = round_held(fact.round)
    content, why_not, has_changed = "", "", False
    try:
        read = composed(key)
        content = read.content
        has_changed = read.is_frozen and not fact.step.has_gone and content_hash(made_now(round_, held)) != content
    except AccedeError as error:
        why_not = error.told
    is_draft = fact.step is LetterStep.DRAFTED
    is_own = request.actor.name in drafters_of(round_, [held])[key]
    others = list(letters_of(fact.round))
    at = others.index(fact.state)

    def of(place: int) -> str:
        return reverse("workspace:letter", args=[f"{fact.round}/{others[place]}"]) if 0 <= place < len(others) else ""

    contact = written_to([fact])[fact.state]
    named = dict(languages())
    return LetterPage(
        title=wording.name(fact.state),
        key=key,
        iso3=fact.state,
        round=reverse("workspace:round", args=[fact.round]),
        round_title=title_of(round_.fact),
        version=held.version,
        number=draft.number,
        language=draft.language,
        language_words=named.get(fact.language, fact.language),
        contact=contact_told(contact),
        step=gettext(fact.step.label),
        steps=tuple(_steps(key)),
        exception=draft.exception,
        languages=languages(),
        choices=tuple((each.value, gettext(each.label)) for each in MARKED_BY_HAND),
        channel=fact.channel,
        is_draft=is_draft,
        may_clear=is_draft and not is_own and bool(content) and request.actor.may(Verb.CLEAR, IN_WORK),
        is_own=is_draft and is_own,
        may_take_back=fact.step in (LetterStep.CLEARED, LetterStep.SIGNED),
        may_leave_out=not fact.step.has_gone,
        has_changed=has_changed,
        content=content,
        why_not=why_not,
        before=of(at - 1),
        after=of(at + 1),
        refusal=refusal,
        back_step=BACK if fact.step.has_gone else "",
        next_step=next_step(fact.step),
    )


def _steps(key: str) -> list[StepLine]:
    """The steps of a letter, the newest first; changes of a draft are one step each too."""
    found = []
    for each in reversed(steps_of([key])[key]):
        on = each.fact.step_on
        found.append(
            StepLine(
                step=gettext(each.fact.step.label),
                on=wording.when(on) if on else wording.instant(each.recorded_at),
                who=gettext("%(who)s, noted %(instant)s")
                % {"who": each.recorded_by, "instant": wording.instant(each.recorded_at)}
                if on
                else each.recorded_by,
                note=" · ".join(part for part in (each.fact.channel, each.fact.note) if part),
            )
        )
    return found


def add(request: Asking, key: str) -> HttpResponse:
    """Write to one State more."""
    iso3 = request.POST.get("state", "")
    made = add_letter(
        request.actor, key, iso3, request.POST.get("language", "en"), is_beside=bool(request.POST.get("beside"))
    )
    messages.success(request, gettext("A letter to %(state)s is drafted.") % {"state": wording.name(iso3)})
    return see_other(reverse("workspace:letter", args=[made]))


def leave(request: Asking, key: str) -> HttpResponse:
    """Write no letter to a State."""
    held = letter_held(key)
    leave_out(
        request.actor,
        key,
        expected_version=number_in(request.POST.get("expected_version", "")),
        reason=request.POST.get("reason", ""),
    )
    messages.success(request, gettext("%(state)s is left out.") % {"state": wording.name(held.fact.state)})
    return see_other(reverse("workspace:round", args=[held.fact.round]))
