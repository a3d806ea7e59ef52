"""What is held of a round for one letter: the round itself, the letter to a State, the texts in a language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from accede.activities.letters import Letter, Round
from accede.activities.models import LetterTextVersion, LetterVersion, RoundVersion
from accede.outreach.letter.texts import default_texts
from accede.records.current import current
from accede.records.values import View
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.letters import LetterPlace, LetterStep


def round_in(key: str, known_on: datetime) -> Round:
    """A round by its key. Raises UnknownName."""
    held = current(RoundVersion, _all(known_on), key=key)
    if not held:
        keys = ", ".join(sorted(each.key for each in current(RoundVersion, _all(known_on))))
        raise UnknownName(f"no round has the key {key!r}", remedy=f"Use one of {keys}" if keys else "Plan one first")
    found: Round = held[0].fact
    return found


def letter_in(key: str, round_: Round, iso3: str, known_on: datetime, language: str = "") -> Letter:
    """The letter of a round to a State, in `language` where one is given; a draft of one that the round does not have."""
    held = current(LetterVersion, _all(known_on), round=key, state=iso3)
    fact: Letter | None = held[0].fact if held else None
    return Letter(
        treaty=round_.treaty,
        round=key,
        state=iso3,
        language=language or (fact.language if fact else "en"),
        step=fact.step if fact else LetterStep.DRAFTED,
        number=fact.number if fact else "",
        exception=fact.exception if fact and language in ("", fact.language) else "",
    )


def texts_in(key: str, round_: Round, language: str, known_on: datetime) -> Mapping[LetterPlace, str]:
    """The texts of a round in a language, by place; those that come with Accede where the round has none of its own."""
    own = {
        each.fact.place: each.fact.text
        for each in current(LetterTextVersion, _all(known_on), round=key, language=language)
    }
    return {**default_texts(language, round_.form, is_reminder=bool(round_.reminds)), **own}


def _all(known_on: datetime) -> View:
    return View(as_of=date.max, known_on=known_on)
