"""Which way a language is written."""

from typing import Literal

# Of the UN languages only Arabic; the others may come in the original text of a statement.
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


def direction(language: str) -> Literal["ltr", "rtl"]:
    """ "rtl" or "ltr" of an ISO 639-1 key, with or without a region ("ar-SA")."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
