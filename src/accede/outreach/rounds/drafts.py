"""Change what is drafted: the plan of a round, one letter of it, another State, one left out. What is cleared is not changed so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import LetterVersion, RoundVersion
from accede.outreach.confirm.link import revoke_of
from accede.outreach.rounds.collisions import refuse_collisions
from accede.outreach.rounds.held import IN_WORK, letter_held, letters_of, round_held
from accede.outreach.rounds.keys import letter_key
from accede.outreach.rounds.plan import add, one_line
from accede.outreach.rounds.steps import refuse_slower
from accede.outreach.rounds.told import tell_round
from accede.outreach.rounds.words import refuse_persons_in, refuse_words
from accede.records.models import EventKind
from accede.records.reference import newest
from accede.records.write import writing
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.state_names import shipped_names

FIXED = ("treaty", "on", "activity", "reminds", "is_entered_afterwards", "takes_over")
"""What a round is of: another is another round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What people decide of one letter: its language, its number, and the words that stand there in place of what is asked."""

    language: str
    number: str = ""
    exception: str = ""


def change_round(actor: Actor, key: str, round_: Round, *, expected_version: int, reason: str = "") -> None:
    """Correct the plan of a round. Letters that are cleared stay as they were read; the others are made anew.

    Raises NotAllowed, UnknownName; Refused where somebody else was faster, and for what would be another round.
    """
    actor.must(Verb.RECORD, IN_WORK, where=key)
    with transaction.atomic():
        with writing(actor.name, "change letters", reason=reason.strip() or "plan changed") as write:
            held = newest(RoundVersion.record_kind(), key)
            if held.version != expected_version:
                raise Refused(
                    f"{held.recorded_by} changed the round meanwhile", where=key, remedy="Look at it and decide again"
                )
            before = round_held(key).fact
            if any(getattr(before, name) != getattr(round_, name) for name in FIXED):
                raise Refused("this would be another round", where=key, remedy="Plan the other round beside it")
            refuse_persons_in(key, round_.title, round_.note, reason)
            if not round_.title.strip():
                raise Refused("the round has no title", where=key, remedy="Say what the letters are about")
            write.record(key, round_, source="", classification=IN_WORK)
            if before.number_prefix != round_.number_prefix:
                for at, each in enumerate(letters_of(key).values(), start=1):
                    if each.fact.step is LetterStep.DRAFTED:
                        number = one_line(f"{round_.number_prefix}{at}") if round_.number_prefix else ""
                        write.record(
                            each.key,
                            replace(each.fact, number=number),
                            source="",
                            classification=IN_WORK,
                            reason="numbers changed",
                        )
        tell_round(actor, key)


def change_letter(actor: Actor, key: str, draft: Draft, *, expected_version: int) -> int:
    """Write the exception of one letter, or change its language or number; returns its new version.

    Raises NotAllowed, UnknownName; Refused where somebody else was faster, and for a letter that is cleared.
    """
    actor.must(Verb.RECORD, IN_WORK, where=key)
    if draft.language not in {str(each) for each in Language}:
        raise UnknownName(f"letters are not written in “{draft.language}”", where=key, remedy="Choose one of the six")
    exception = refuse_words(key, "what is asked", draft.exception)
    with writing(actor.name, "change letters", reason="letter changed") as write:
        held = letter_held(key)
        refuse_slower(held, expected_version)
        if held.fact.step is not LetterStep.DRAFTED:
            raise Refused(
                f"the letter is {held.fact.step.label}", where=key, remedy="Take its clearance back first, and say why"
            )
        fact = replace(held.fact, language=draft.language, number=one_line(draft.number), exception=exception, note="")
        if fact == held.fact:
            return held.version
        return int(write.record(key, fact, source="", classification=IN_WORK)["version"])


def set_languages(actor: Actor, letters: Mapping[str, int], language: str) -> int:
    """Give drafted letters (key and the version that was seen) another language, all or none; returns how many were changed.

    Raises as `change_letter` does.
    """
    changed = 0
    with transaction.atomic():
        for key, version in letters.items():
            held = letter_held(key)
            draft = Draft(language=language, number=held.fact.number, exception=held.fact.exception)
            changed += change_letter(actor, key, draft, expected_version=version) != version
    return changed


def add_letter(actor: Actor, round_key: str, iso3: str, language: str, *, is_beside: bool = False) -> str:
    """Write to one State more, also to one that was left out; returns the key of the letter.

    Raises NotAllowed, UnknownName; Refused for a State that is written to already, and for one with an open letter unless
    `is_beside` says that both are meant.
    """
    round_ = round_held(round_key).fact
    actor.must(Verb.RECORD, IN_WORK, where=round_key)
    shipped_names().in_table(iso3)
    key = letter_key(round_key, iso3)
    with writing(actor.name, "change letters", reason="letter added") as write:
        held = letters_of(round_key)
        if iso3 in held:
            raise Refused("this State is written to already", where=key, remedy="Open its letter")
        refuse_collisions(round_.treaty, [iso3], [iso3] if is_beside else (), reminds=round_.reminds)
        add(write, round_key, round_, iso3, language, _next_number(round_, [each.fact for each in held.values()]))
    return key


def leave_out(actor: Actor, key: str, *, expected_version: int, reason: str) -> None:
    """Write no letter to a State. What was drafted stays in the history; links that were made for it are revoked.

    Raises NotAllowed, UnknownName; Refused without a reason, where somebody else was faster, and for a letter that went.
    """
    actor.must(Verb.RECORD, IN_WORK, where=key)
    if not reason.strip():
        raise Refused("to leave a State out needs a reason", where=key, remedy="Say why it is not written to")
    refuse_persons_in(key, reason)
    with writing(actor.name, "leave a letter out", reason=reason.strip()) as write:
        held = letter_held(key)
        refuse_slower(held, expected_version)
        if held.fact.step.has_gone:
            raise Refused(f"the letter is {held.fact.step.label}", where=key, remedy="Close it, and say why")
        write.happen(EventKind.RETRACTION, LetterVersion, key, held.version)
        revoke_of(key)


def _next_number(round_: Round, letters: list[Letter]) -> int:
    """One more than the highest number of the round, or than it has letters."""
    used = [each.number.removeprefix(round_.number_prefix) for each in letters]
    return max([len(letters), *(int(number) for number in used if number.isascii() and number.isdecimal())]) + 1


__all__ = ["Draft", "add_letter", "change_letter", "change_round", "leave_out", "set_languages"]
