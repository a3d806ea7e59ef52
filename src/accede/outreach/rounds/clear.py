"""Clearance of letters, by another than who drafted them: what was read is frozen, and sent as it was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import LetterTextVersion, RoundVersion
from accede.outreach.confirm.link import revoke_of
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.rounds.composed import FOLDER, composed_all
from accede.outreach.rounds.held import IN_WORK, letter_held, round_held, steps_of
from accede.outreach.rounds.steps import refuse_slower
from accede.outreach.rounds.words import refuse_persons_in
from accede.paper.canonical import canonical_bytes
from accede.records import kept
from accede.records.values import Evidence
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterStep


def clear(actor: Actor, round_key: str, contents: Mapping[str, str], *, note: str = "") -> int:
    """Clear letters of a round as they stand: key of the letter to the hash of what was read. All of them or none.

    Returns how many. Raises NotAllowed; UnknownName; Refused for who drafted them, for a letter that says something else by
    now, and for one that is cleared already.
    """
    actor.must(Verb.CLEAR, IN_WORK, where=round_key)
    refuse_persons_in(round_key, note)
    with writing(actor.name, "clear letters", reason=note.strip() or "cleared as it stands") as write:
        round_ = round_held(round_key)
        held = [letter_held(key) for key in contents]
        drafted = drafters_of(round_, held)
        for each in held:
            _refuse(actor, round_, each, drafted[each.key])
        for key, letter in composed_all(round_, held).items():
            if letter.content != contents[key]:
                raise Refused(
                    "the letter changed while you read it", where=key, remedy="Read it again, and clear it then"
                )
            sha256 = kept.keep(FOLDER, canonical_bytes(letter.document))
            fact = replace(
                letter.letter.fact, step=LetterStep.CLEARED, step_on=None, content_sha256=sha256, note=note.strip()
            )
            write.record(key, fact, source="", classification=IN_WORK)
    return len(held)


def take_back(actor: Actor, key: str, *, expected_version: int, reason: str) -> None:
    """Take the clearance of a letter back: it is a draft again, and links that were made for it open nothing any more.

    Who drafted it may do that too, to mend it.

    Raises NotAllowed, UnknownName; Refused without a reason, where somebody else was faster, for a letter that went or waits to be
    sent, and for one that is not cleared.
    """
    actor.must(Verb.RECORD, IN_WORK, where=key)
    if not reason.strip():
        raise Refused("to take a clearance back needs a reason", where=key, remedy="Say why")
    refuse_persons_in(key, reason)
    with writing(actor.name, "clear letters", reason=reason.strip()) as write:
        held = letter_held(key)
        refuse_slower(held, expected_version)
        if held.fact.step not in (LetterStep.CLEARED, LetterStep.SIGNED):
            raise Refused(f"the letter is {held.fact.step.label}", where=key, remedy="Look at it again")
        if Delivery.objects.filter(letter=key, state__in=_ON_ITS_WAY).exists():
            raise Refused("the letter waits to be sent", where=key, remedy="Cancel its sending first")
        fact = replace(
            held.fact, step=LetterStep.DRAFTED, step_on=None, content_sha256="", file_sha256="", note=reason.strip()
        )
        write.record(key, fact, source="", classification=IN_WORK)
        revoke_of(key)


def drafters_of(round_: Evidence[Round], letters: Collection[Evidence[Letter]]) -> Mapping[str, frozenset[str]]:
    """Who wrote what stands in each letter: the plan, the words in its language, its own draft. By key of the letter."""
    planned = set(RoundVersion.objects.filter(key=round_.key).values_list("recorded_by", flat=True))
    words: dict[str, set[str]] = {}
    rows = LetterTextVersion.objects.filter(round=round_.key)
    for language, name in rows.values_list("language", "recorded_by"):
        words.setdefault(language, set()).add(name)
    steps = steps_of(each.key for each in letters)
    return {
        each.key: frozenset(
            planned
            | words.get(each.fact.language, set())
            | {one.recorded_by for one in steps[each.key] if one.fact.step is LetterStep.DRAFTED and not one.fact.note}
        )
        for each in letters
    }


_ON_ITS_WAY = (DeliveryState.QUEUED.value, DeliveryState.OFFERED.value, DeliveryState.TAKEN.value)


def _refuse(actor: Actor, round_: Evidence[Round], letter: Evidence[Letter], drafted: frozenset[str]) -> None:
    if letter.fact.round != round_.key:
        raise Refused("it is a letter of another round", where=letter.key, remedy="Clear it with its own round")
    if letter.fact.step is not LetterStep.DRAFTED:
        raise Refused(f"the letter is {letter.fact.step.label}", where=letter.key, remedy="Look at it again")
    if actor.name in drafted:
        raise Refused(
            "you drafted it yourself, and two persons are needed",
            where=letter.key,
            remedy="Ask somebody else of the President's office to clear it",
        )


__all__ = ["clear", "drafters_of", "take_back"]
