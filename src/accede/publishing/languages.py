"""The six official languages of the United Nations, as the site's addresses name them."""

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "ru": "Русский", "zh": "中文", "ar": "العربية"}
"""Each by its own name; English has no prefix in addresses."""

DEFAULT = "en"
RIGHT_TO_LEFT = frozenset({"ar"})


def direction(language: str) -> str:
    """ "rtl" or "ltr", as HTML's `dir` has it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
