"""Move a letter to its next step: signed, sent by hand, delivered, acknowledged, replied, closed. Each step is a version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.rounds.held import IN_WORK, letter_held, steps_of, went_on
from accede.outreach.rounds.told import tell_round
from accede.records.values import Evidence
from accede.records.write import Write, writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.partial_date import PartialDate

ORDER = list(LetterStep)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step of one letter: `on` the day where it is another than today, `expected_version` the version that was seen.

    What is empty of `channel`, `file_sha256` and `reply` stays as it was. `note` has no names of persons and no addresses.
    """

    letter: str
    step: LetterStep
    expected_version: int
    on: PartialDate | None = None
    note: str = ""
    channel: str = ""
    file_sha256: str = ""
    reply: str = ""


def move(
    actor: Actor,
    letter_key: str,
    step: LetterStep,
    *,
    on: PartialDate | None = None,
    note: str = "",
    channel: str = "",
    file_sha256: str = "",
    reply: str = "",
    expected_version: int,
    tells: bool = True,
) -> int:
    """Record the next step of a letter; returns its new version. Whoever sends many tells the round once, and gives `tells` False.

    Raises as `move_all` does.
    """
    asked = Move(
        letter=letter_key,
        step=step,
        expected_version=expected_version,
        on=on,
        note=note,
        channel=channel,
        file_sha256=file_sha256,
        reply=reply,
    )
    return move_all(actor, [asked], tells=tells)[letter_key]


def move_all(actor: Actor, moves: Iterable[Move], *, tells: bool = True) -> Mapping[str, int]:
    """Record the next steps of letters, all of them or none, and tell their rounds; returns the new version of each.

    A step back needs a note; what was closed before anybody cleared it becomes a draft again. Raises NotAllowed, UnknownName;
    Refused where somebody else was faster, for a letter that is not cleared, for a day that has not come or comes before the
    letter went, and for a step back of what a mail server took.
    """
    asked = list(moves)
    actor.must(Verb.RECORD, IN_WORK, where=asked[0].letter if asked else "")
    with transaction.atomic():
        with writing(actor.name, "move a letter") as write:
            steps = steps_of(each.letter for each in asked)
            held = {each.letter: letter_held(each.letter) for each in asked}
            versions = {each.letter: _move(write, actor, each, held[each.letter], steps[each.letter]) for each in asked}
        if tells:
            for key in sorted({each.fact.round for each in held.values()}):
                tell_round(actor, key)
    return versions


def _move(
    write: Write, actor: Actor, asked: Move, held: Evidence[Letter], versions: tuple[Evidence[Letter], ...]
) -> int:
    refuse_slower(held, asked.expected_version)
    note = asked.note.strip()
    if asked.step is LetterStep.CLEARED and _was_never_cleared(held, versions):
        asked = replace(asked, step=LetterStep.DRAFTED)
    _refuse(actor, asked, held, note, is_uncleared=_was_never_cleared(held, versions))
    _refuse_day(asked, versions)
    fact = replace(
        held.fact,
        step=asked.step,
        step_on=asked.on,
        channel=asked.channel or held.fact.channel,
        file_sha256=asked.file_sha256 or held.fact.file_sha256,
        reply=asked.reply or held.fact.reply,
        note=note,
    )
    if not asked.step.has_gone and held.fact.step.has_gone:
        fact = replace(fact, channel="", file_sha256="", reply="")
    row = write.record(held.key, fact, source="", classification=IN_WORK, reason=note or asked.step.label)
    return int(row["version"])


def refuse_slower(held: Evidence[Letter], expected_version: int) -> None:
    """Raises Refused where somebody recorded a later version than the one that was seen."""
    if held.version != expected_version:
        raise Refused(
            f"{held.recorded_by} changed the letter meanwhile: it is {held.fact.step.label}",
            where=held.key,
            remedy="Look at it and decide again",
        )


def _was_never_cleared(held: Evidence[Letter], versions: tuple[Evidence[Letter], ...]) -> bool:
    """Whether it was closed as a draft: to take that back clears nothing."""
    before = [each.fact.step for each in versions if each.fact.step is not LetterStep.CLOSED]
    return held.fact.step is LetterStep.CLOSED and before[-1:] == [LetterStep.DRAFTED]


def _refuse(actor: Actor, asked: Move, held: Evidence[Letter], note: str, *, is_uncleared: bool) -> None:
    """Raises Refused for a step that the letter cannot take, NotAllowed for who may not take it."""
    step, before = asked.step, held.fact.step
    is_back = ORDER.index(step) < ORDER.index(before)
    if step is LetterStep.SIGNED:
        actor.must(Verb.CLEAR, IN_WORK, where=held.key)
    is_reopened = before.has_gone and step is (LetterStep.DRAFTED if is_uncleared else LetterStep.CLEARED)
    if step in (LetterStep.DRAFTED, LetterStep.CLEARED) and not is_reopened:
        raise Refused(
            f"a letter is {step.label} by what is done with it, not by saying so",
            where=held.key,
            remedy="Read it and clear it, or take the clearance back",
        )
    if is_back and not note:
        raise Refused(f"it is {before.label} already", where=held.key, remedy="To take that back, say why")
    if is_back and before.has_gone and not step.has_gone and _was_taken(held.key):
        raise Refused(
            "a mail server has taken the letter", where=held.key, remedy="Close it, and say why, or write another one"
        )
    if (before is LetterStep.DRAFTED or is_uncleared) and step not in (LetterStep.CLOSED, LetterStep.DRAFTED):
        raise Refused("the letter is not cleared", where=held.key, remedy="Have it cleared first")
    if step is LetterStep.SENT and before.has_gone and asked.on and not note and _was_taken(held.key):
        raise Refused(
            "a mail server took the letter on the day that is recorded",
            where=held.key,
            remedy="To give it another day, say why",
        )
    if step is before and asked.on == held.fact.step_on and not note:
        raise Refused(f"it is {before.label} already", where=held.key, remedy="Look at it again")


def _refuse_day(asked: Move, versions: tuple[Evidence[Letter], ...]) -> None:
    """Raises Refused for a day to come, and for one before the letter went."""
    if asked.on is None:
        return
    day, went = asked.on.counts_from, went_on(versions)
    if day > datetime.now(UTC).date():
        raise Refused(f"{asked.on.wording()} has not come yet", where=asked.letter, remedy="Say it once it was done")
    if went is not None and asked.step.has_gone and asked.step is not LetterStep.SENT and day < went:
        raise Refused(
            f"the letter went on {PartialDate.on_day(went).wording()}, after {asked.on.wording()}",
            where=asked.letter,
            remedy="Correct the day",
        )


def _was_taken(letter: str) -> bool:
    taken = (DeliveryState.TAKEN.value, DeliveryState.OFFERED.value)
    return Delivery.objects.filter(letter=letter, state__in=taken).exists()


__all__ = ["Move", "move", "move_all", "refuse_slower"]
