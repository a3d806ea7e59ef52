"""Plan a round of letters: who is written to in which language, under which number, and under which key it will be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter, Round
from accede.activities.models import ActivityVersion, RoundVersion
from accede.activities.values import Activity
from accede.outreach.rounds.collisions import refuse_collisions
from accede.outreach.rounds.held import IN_WORK, now, rounds
from accede.outreach.rounds.keys import activity_keys, letter_key, round_key
from accede.outreach.rounds.words import refuse_persons_in
from accede.records.current import current
from accede.records.values import Evidence
from accede.records.write import Write, writing
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterStep
from accede.vocabulary.state_names import shipped_names


def plan_round(
    actor: Actor,
    round_: Round,
    letters: Mapping[str, str],
    *,
    beside: Collection[str] = (),
    is_told_apart: bool = False,
) -> str:
    """Record a round and its letters (State to language); returns the key of the round.

    An empty `activity` is filled in: the year's key, or the day's where another round has it. Where the year's letters are on
    record already without a round, `takes_over` says why this round takes their place (they are superseded), or `is_told_apart`
    that it is another. `beside` are the States that are to have two open letters.

    Raises NotAllowed, UnknownName for a State or a language, Refused for a round without States, for letters told already and
    for a State with an open letter.
    """
    actor.must(Verb.RECORD, IN_WORK, where=round_.title)
    _refuse(round_, letters)
    with writing(actor.name, "plan letters", reason=round_.takes_over) as write:
        refuse_collisions(round_.treaty, letters, beside, reminds=round_.reminds)
        number = _next_number(round_)
        key = round_key(round_.treaty, round_.on, number)
        planned = (
            round_ if round_.activity else replace(round_, activity=_activity(actor, round_, number, is_told_apart))
        )
        write.record(key, planned, source="", classification=IN_WORK)
        for at, (iso3, language) in enumerate(letters.items(), start=1):
            add(write, key, planned, iso3, language, at)
    return key


def add(write: Write, key: str, round_: Round, iso3: str, language: str, number: int) -> None:
    """Record the draft of a letter."""
    letter = Letter(
        treaty=round_.treaty,
        round=key,
        state=iso3,
        language=language,
        step=LetterStep.DRAFTED,
        number=one_line(f"{round_.number_prefix}{number}") if round_.number_prefix else "",
    )
    write.record(letter_key(key, iso3), letter, source="", classification=IN_WORK)


def one_line(number: str) -> str:
    """The number of a letter as it stands in the subject of its message: on one line, whatever was typed."""
    return " ".join(number.split())


def on_record(actor: Actor, treaty: str, year: int) -> tuple[Evidence[Activity], ...]:
    """The letters of a year that the register holds and that no round here tells of: a round of that year would double them."""
    ours = {each.fact.activity for each in rounds(actor, treaty)}
    held: list[Evidence[Activity]] = current(
        ActivityVersion, now(), treaty=treaty, kind=ActivityKind.LETTER_ROUND.value
    )
    return tuple(each for each in held if each.fact.on.counts_from.year == year and each.key not in ours)


def _activity(actor: Actor, round_: Round, number: int, is_told_apart: bool) -> str:
    by_year, by_day = activity_keys(round_.treaty, round_.on, number)
    doubled = on_record(actor, round_.treaty, round_.on.counts_from.year)
    if doubled and round_.takes_over:
        return doubled[0].key
    if doubled and not is_told_apart:
        raise Refused(
            f"the letters of {round_.on.counts_from.year} are on record already",
            where=doubled[0].key,
            remedy="Take them over, and say why, or say that these are other letters",
        )
    taken = {each.fact.activity for each in rounds(actor, round_.treaty)} | {each.key for each in doubled}
    return by_day if by_year in taken or round_.reminds else by_year


def _next_number(round_: Round) -> int:
    """The first number of the day that no round has."""
    number = 1
    while RoundVersion.objects.filter(key=round_key(round_.treaty, round_.on, number)).exists():
        number += 1
    return number


def _refuse(round_: Round, letters: Mapping[str, str]) -> None:
    if not round_.title.strip():
        raise Refused("the round has no title", remedy="Say what the letters are about")
    refuse_persons_in(round_.title, round_.title, round_.note, round_.takes_over)
    if not letters:
        raise Refused("no State is written to", where=round_.title, remedy="Choose at least one")
    names, languages = shipped_names(), {str(each) for each in Language}
    for iso3, language in letters.items():
        names.in_table(iso3)
        if language not in languages:
            raise UnknownName(
                f"letters are not written in “{language}”", where=iso3, remedy="Choose one of the six languages"
            )


__all__ = ["add", "on_record", "one_line", "plan_round"]
