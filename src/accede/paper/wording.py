"""The few words that renderers add to a paper themselves, in the six UN languages; everything else is in the tree.

Readers need them to take the mark off a summary again.
"""

from typing import Final

# The mark before a summary, so that it never looks like a State's own words.
SUMMARY: Final = {
    "ar": "ملخص",
    "en": "Summary",
    "es": "Resumen",
    "fr": "Résumé",
    "ru": "Резюме",
    "zh": "摘要",
}

# The heading of the footnotes where a format gathers them at the end.
NOTES: Final = {
    "ar": "الحواشي",
    "en": "Notes",
    "es": "Notas",
    "fr": "Notes",
    "ru": "Примечания",
    "zh": "注",
}

# The links of a page from a footnote to its mark, and from a text to its source.
BACK: Final = {
    "ar": "عودة",
    "en": "back",
    "es": "volver",
    "fr": "retour",
    "ru": "назад",
    "zh": "返回",
}
SOURCE: Final = {
    "ar": "المصدر",
    "en": "source",
    "es": "fuente",
    "fr": "source",
    "ru": "источник",
    "zh": "来源",
}


def word(words: dict[str, str], language: str) -> str:
    """The word in this language, in English where we have none (a paper from outside may be in any language)."""
    return words.get(language, words["en"])
