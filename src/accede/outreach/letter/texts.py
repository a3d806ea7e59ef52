"""The words of letters that come with Accede, from `data/letters`: one file a language, in our own wording. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from accede.vocabulary.errors import Damaged, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterForm, LetterPlace

FOLDER = "letters"
QUESTIONS = (
    "withdrawn", "silent", "commitment", "expired", "old", "reasons", "moratorium", "stockpile", "production", "transfer",
    "use", "conflict", "report", "meeting", "contact",
)  # fmt: skip
"""What may be asked, in the order in which it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """What a language needs for letters.

    `texts` and `reminders` by form and place; `salutation` begins a letter to somebody of whom only the State is known. `to`
    gives the beginnings of names of missions and ministries as they are after "to", `nobody` what is said of one that cannot
    be bent. `meetings` are names of kinds of meeting with a place for the ordinal, which `ordinals` hold from the first on.
    """

    texts: Mapping[LetterForm, Mapping[LetterPlace, str]]
    reminders: Mapping[LetterForm, Mapping[LetterPlace, str]]
    salutation: str
    to: Mapping[str, str]
    nobody: str
    meetings: Mapping[str, str]
    ordinals: Mapping[str, tuple[str, ...]]
    cities: Mapping[str, str]
    questions: Mapping[str, str]


def default_texts(language: str, form: LetterForm, *, is_reminder: bool = False) -> Mapping[LetterPlace, str]:
    """What a round begins with in a language: each place of the letter. Raises UnknownName for a language not of the six.

    The words of a reminder refer to an earlier letter that was not answered.
    """
    words = letter_words(language)
    return {**words.texts[form], **(words.reminders[form] if is_reminder else {})}


def letter_words(language: str) -> LetterWords:
    """The words of a language. Raises UnknownName for one that is not of the six."""
    if language not in set(Language):
        raise UnknownName(
            f"no letters are written in “{language}”", remedy=f"Use one of {', '.join(sorted(map(str, Language)))}"
        )
    return _read(language)


@cache
def _read(language: str) -> LetterWords:
    """Raises Damaged for a file in which something is missing."""
    name = f"{language}.toml"
    given = tomllib.loads((files("accede") / "data" / FOLDER / name).read_text(encoding="utf-8"))
    try:
        found = LetterWords(
            texts={form: _places(given[form], LetterPlace) for form in LetterForm},
            reminders={form: _places(given[f"{form}_reminder"], (LetterPlace.OPENING,)) for form in LetterForm},
            salutation=given["letter"]["salutation"],
            to={key: text for key, text in given["to"].items() if key != "nobody"},
            nobody=given["to"]["nobody"],
            meetings={key: text for key, text in given["meetings"].items() if isinstance(text, str)},
            ordinals={key.partition("_")[2]: tuple(text) for key, text in given["meetings"].items() if "_" in key},
            cities=given["cities"],
            questions={key: given["questions"][key] for key in QUESTIONS},
        )
    except KeyError as error:
        raise Damaged(f"it has no {error}", where=f"{FOLDER}/{name}", remedy="Keep to the form of en.toml") from error
    return found


def _places(given: Mapping[str, Any], places: Any) -> dict[LetterPlace, str]:
    return {place: given[place].strip() for place in places}
