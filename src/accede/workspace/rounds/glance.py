"""A round at a glance: every State with its language, whom the letter goes to, how far it is, when an answer is due, the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import ActivityVersion
from accede.activities.values import Activity
from accede.outreach.models import Contact, Delivery, DeliveryState
from accede.outreach.rounds.composed import written_to
from accede.outreach.rounds.held import IN_WORK, day_of, letters_of, now, round_held, rounds, steps_of
from accede.outreach.rounds.told import is_ours, told_by
from accede.outreach.rounds.waits import is_waiting
from accede.outreach.sending.held import deliveries_of
from accede.overview.occasions import key_of
from accede.publishing import wording
from accede.records.current import current
from accede.records.reference import Reference
from accede.records.reviewing import stage_of
from accede.records.values import Evidence
from accede.register.models import OccasionVersion
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.state_names import shipped_names
from accede.workspace.asking import Asking
from accede.workspace.rounds.listing import title_of
from accede.workspace.rounds.planning import contact_told, languages
from accede.workspace.rounds.progress import Progress, progress_of
from accede.workspace.rounds.stepping import MARKED_BY_HAND, next_step
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter of the table. `when` is the day of its step, `who` recorded it; `reply` leads to the record of the answer."""

    iso3: str
    key: str
    name: str
    address: str
    number: str
    version: int
    language: str
    contact: str
    contact_address: str
    channel: str
    mail: str
    step: str
    step_words: str
    who: str
    when: str
    due: str
    is_overdue: bool
    reply: str
    reply_address: str
    is_exception: bool
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the public is told of the round, where it is recorded, and how far that record is."""

    words: str
    address: str
    stage: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """Everything the template prints."""

    title: str
    key: str
    about: tuple[tuple[str, str], ...]
    progress: Progress
    shown: str
    lines: tuple[LetterLine, ...]
    told: Told | None
    to_clear: int
    to_send: int
    without_contact: int
    waiting: int
    may_clear: bool
    choices: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]
    absent: tuple[tuple[str, str], ...]
    sending: str
    reminded: tuple[tuple[str, str], ...]
    next_step: str

    @property
    def is_remind_second(self) -> bool:
        """Whether something else is to be done before those that are silent are reminded, or there is time yet."""
        return bool(self.to_clear or (self.to_send and self.sending) or not self.progress.overdue)


def glance(request: Asking, key: str) -> HttpResponse:
    """The round; `step` shows the letters at one step alone, or those that are overdue."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    held, letters = round_held(key), letters_of(key)
    steps = steps_of(each.key for each in letters.values())
    progress = progress_of(held.fact, letters, steps)
    contacts = written_to(each.fact for each in letters.values())
    replies = _replies(held.fact)
    mailed = deliveries_of(each.key for each in letters.values())
    shown = request.GET.get("step", "")
    lines = tuple(
        _line(each, progress, contacts[iso3], replies, mailed.get(each.key, ()))
        for iso3, each in letters.items()
        if not shown or each.fact.step.value == shown or (shown == "overdue" and iso3 in progress.overdue)
    )
    open_steps = (LetterStep.DRAFTED, LetterStep.CLEARED, LetterStep.SIGNED)
    page = RoundPage(
        title=held.fact.title,
        key=key,
        about=tuple(_about(held)),
        progress=progress,
        shown=shown,
        lines=lines,
        told=_told(held),
        to_clear=progress.at(LetterStep.DRAFTED),
        to_send=progress.at(LetterStep.CLEARED, LetterStep.SIGNED),
        without_contact=sum(contacts[iso3] is None for iso3, each in letters.items() if each.fact.step in open_steps),
        waiting=sum(is_waiting(each.fact) for each in letters.values()),
        may_clear=request.actor.may(Verb.CLEAR, IN_WORK),
        choices=tuple((each.value, gettext(each.label)) for each in MARKED_BY_HAND),
        languages=languages(),
        words=_words(key, letters),
        absent=_absent(letters),
        sending=reverse("workspace:sending-round", args=[key]),
        reminded=_reminders(request, key, held.fact),
        next_step=next_step(*(each.fact.step for each in letters.values())),
    )
    return render(request, "rounds/round.html", page)


def _line(
    held: Evidence[Letter],
    progress: Progress,
    contact: Contact | None,
    replies: Mapping[str, Evidence[Activity]],
    deliveries: tuple[Delivery, ...],
) -> LetterLine:
    fact = held.fact
    due = progress.due[fact.state]
    reply = replies.get(fact.state)
    is_due = due is not None and is_waiting(fact)
    return LetterLine(
        iso3=fact.state,
        key=held.key,
        name=wording.name(fact.state),
        address=reverse("workspace:letter", args=[held.key]),
        number=fact.number,
        version=held.version,
        language=fact.language,
        contact=contact_told(contact),
        contact_address=reverse("workspace:contact", args=[contact.pk]) if contact else "",
        channel=fact.channel,
        mail=_mail(deliveries),
        step=fact.step.value,
        step_words=gettext(fact.step.label),
        who=held.recorded_by,
        when=_short(day_of(held)),
        due=_short(due) if due is not None and is_due else "",
        is_overdue=fact.state in progress.overdue,
        reply=wording.when(reply.fact.on) if reply else "",
        reply_address=reverse("workspace:record", args=["activity", reply.key]) if reply else "",
        is_exception=bool(fact.exception),
        note=fact.note,
    )


def _mail(deliveries: tuple[Delivery, ...]) -> str:
    """How far what is to go by mail is, where it has not gone and was not called off."""
    ended = (DeliveryState.TAKEN, DeliveryState.CANCELLED)
    states = [DeliveryState(each.state) for each in deliveries]
    return ", ".join(dict.fromkeys(gettext(state.label) for state in states if state not in ended))


def _short(day: date) -> str:
    return wording.day(day)


def _about(held: Evidence[Round]) -> list[tuple[str, str]]:
    fact = held.fact
    named = {key_of(each): each.fact.name for each in current(OccasionVersion, now())}
    about = [
        (gettext("Presidency"), wording.name(fact.presidency)),
        (gettext("Form"), gettext(fact.form.label)),
        (gettext("Dated"), wording.when(fact.on)),
        (gettext("Annex as of"), wording.when(fact.as_of)),
        (gettext("To whom"), gettext(fact.addressees.label)),
    ]
    if fact.due:
        about.append((gettext("Answer asked for by"), wording.when(fact.due)))
    if fact.invites:
        about.append((gettext("Invites to"), wording.listed([named.get(key, key) for key in fact.invites])))
    said = {"who": held.recorded_by, "instant": wording.instant(held.recorded_at)}
    about.append((gettext("Planned"), gettext("%(who)s, %(instant)s") % said))
    if fact.note:
        about.append((gettext("Note"), fact.note))
    return about


def _told(held: Evidence[Round]) -> Told | None:
    activity = told_by(held.fact)
    if activity is None or not is_ours(activity, held.key):
        return None
    stage = stage_of(Reference(ActivityVersion.record_kind(), activity.key, activity.version))
    number = len(activity.fact.towards)
    words = ngettext("letter to %(number)s State, %(day)s", "letters to %(number)s States, %(day)s", number)
    return Told(
        words % {"number": number, "day": wording.when(activity.fact.on)},
        reverse("workspace:record", args=["activity", activity.key]),
        gettext(stage.label),
    )


def _replies(round_: Round) -> dict[str, Evidence[Activity]]:
    """The replies that are recorded to the round, by State."""
    held: list[Evidence[Activity]] = current(
        ActivityVersion, now(), treaty=round_.treaty, kind=ActivityKind.REPLY.value, reply_to=round_.activity
    )
    return {each.fact.by: each for each in held}


def _words(key: str, letters: Mapping[str, Evidence[Letter]]) -> tuple[tuple[str, str], ...]:
    """The pages of words, of the languages in which there are letters."""
    used = {each.fact.language for each in letters.values()} or {"en"}
    return tuple(
        (words, reverse("workspace:round-words", args=[language, key]))
        for language, words in languages()
        if language in used
    )


def _absent(letters: Mapping[str, Evidence[Letter]]) -> tuple[tuple[str, str], ...]:
    """The States that have no letter, by name."""
    absent = [(iso3, wording.name(iso3)) for iso3 in shipped_names().states if iso3 not in letters]
    return tuple(sorted(absent, key=lambda each: wording.name_order(each[0])))


def _reminders(request: Asking, key: str, round_: Round) -> tuple[tuple[str, str], ...]:
    """The round that this one reminds of, and the reminders of this one."""
    found = []
    for each in rounds(request.actor, round_.treaty):
        if each.fact.reminds == key or each.key == round_.reminds:
            found.append((title_of(each.fact), reverse("workspace:round", args=[each.key])))
    return tuple(found)
