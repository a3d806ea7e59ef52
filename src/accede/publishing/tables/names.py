"""What States and the treaty are called in the language that is written in now. Pure."""

from __future__ import annotations

from accede.publishing.wording import language
from accede.register.treaty import TreatyDefinition
from accede.vocabulary.languages import Language
from accede.vocabulary.state_names import shipped_names


def state_name(iso3: str) -> str:
    """The short name of a State as the United Nations write it."""
    return shipped_names().short(iso3, language())


def treaty_name(treaty: TreatyDefinition) -> str:
    """The short name of a treaty."""
    return treaty.name(_written())


def formal_treaty_name(treaty: TreatyDefinition) -> str:
    """The formal name of a treaty, in English where it has none in this language."""
    given = treaty.names.get(_written(), treaty.names[Language.ENGLISH])
    return given.formal


def _written() -> Language:
    return Language(language())
