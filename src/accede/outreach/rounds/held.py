"""What is held of rounds of letters: the rounds, their words, their letters at the step they have come to, and each step before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, LetterText, Round
from accede.activities.models import LetterTextVersion, LetterVersion, RoundVersion
from accede.overview.standings import by_name
from accede.records.current import current, evidence_in
from accede.records.models import Version
from accede.records.values import Evidence, View
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.letters import LetterPlace, LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

IN_WORK = Classification.PRESIDENCY
"""Rounds, words and letters are for those who write, clear and send them."""

_AT_THE_END = datetime(9999, 1, 1, tzinfo=UTC)


def now() -> View:
    """The view of everything that is recorded of letters in work, also where the machine's clock went back since."""
    return View(as_of=date.max, known_on=_AT_THE_END)


def rounds(actor: Actor, treaty: str) -> tuple[Evidence[Round], ...]:
    """The rounds of a treaty, the latest day first; none for who may not read them."""
    if not actor.may(Verb.READ, IN_WORK):
        return ()
    held: list[Evidence[Round]] = current(RoundVersion, now(), treaty=treaty)
    return tuple(sorted(held, key=lambda each: (each.fact.on.counts_from, each.key), reverse=True))


def round_held(key: str) -> Evidence[Round]:
    """A round. Raises UnknownName."""
    return _one(RoundVersion, key, "no such round of letters is planned")


def letter_held(key: str) -> Evidence[Letter]:
    """A letter at the step it has come to. Raises UnknownName, also for one that was left out."""
    return _one(LetterVersion, key, "no such letter is planned")


def letters_of(round_key: str) -> Mapping[str, Evidence[Letter]]:
    """The letters of a round by State (ISO alpha-3), in the order of names, without those that were left out."""
    found = {each.fact.state: each for each in current(LetterVersion, now(), round=round_key)}
    return {iso3: found[iso3] for iso3 in by_name(found)}


def letters_by_round(treaty: str) -> Mapping[str, Mapping[str, Evidence[Letter]]]:
    """The letters of all rounds of a treaty, by round and State; one query."""
    found: dict[str, dict[str, Evidence[Letter]]] = {}
    held: list[Evidence[Letter]] = current(LetterVersion, now(), treaty=treaty)
    for each in held:
        found.setdefault(each.fact.round, {})[each.fact.state] = each
    return found


def steps_of(keys: Iterable[str]) -> Mapping[str, tuple[Evidence[Letter], ...]]:
    """Every version of these letters, by key, the oldest first; one query."""
    found: dict[str, list[Evidence[Letter]]] = {}
    for each in evidence_in(LetterVersion, _rows(LetterVersion, key__in=sorted(keys))):
        found.setdefault(each.key, []).append(each)
    return {key: tuple(versions) for key, versions in found.items()}


def texts_held(round_key: str, language: str = "") -> Mapping[tuple[str, LetterPlace], Evidence[LetterText]]:
    """What was written for the letters of a round, by language and place (of one language where one is named)."""
    about = {"language": language} if language else {}
    held: list[Evidence[LetterText]] = current(LetterTextVersion, now(), round=round_key, **about)
    return {(each.fact.language, each.fact.place): each for each in held}


def day_of(letter: Evidence[Letter]) -> date:
    """The day of the step that a version records: the one that was given, else that of recording (UTC)."""
    return letter.fact.step_on.counts_from if letter.fact.step_on else letter.recorded_at.date()


def went(versions: Iterable[Evidence[Letter]]) -> PartialDate | None:
    """When a letter left the house, by its versions, the oldest first; None where it has not, also where it was closed before."""
    on: PartialDate | None = None
    for each in versions:
        if not each.fact.step.has_gone:
            on = None
        elif each.fact.step is LetterStep.SENT or (on is None and each.fact.step is not LetterStep.CLOSED):
            on = each.fact.step_on or PartialDate.on_day(each.recorded_at.date())
    return on


def went_on(versions: Iterable[Evidence[Letter]]) -> date | None:
    """The day by which it had surely left."""
    on = went(versions)
    return on.counts_from if on else None


def _one(model: type[Version], key: str, what: str) -> Evidence[Any]:
    found = current(model, now(), key=key)
    if not found:
        raise UnknownName(what, where=key, remedy="Look at the list of letters")
    return found[0]


def _rows(model: type[Version], **conditions: Any) -> Any:
    return model.objects.filter(**conditions)  # type: ignore[attr-defined]
