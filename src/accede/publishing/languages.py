"""The six official languages of the United Nations, and those in which the site can be read.

A language is offered once its catalog is in `accede/locale` (`scripts/messages` makes it): a page half in English is no page
in that language.
"""

from importlib.resources import files

OFFICIAL = {"en": "English", "fr": "Français", "es": "Español", "ru": "Русский", "zh": "中文", "ar": "العربية"}
"""Each by its own name."""

DEFAULT = "en"
"""The language without a prefix in addresses."""

RIGHT_TO_LEFT = frozenset({"ar"})


def _is_offered(language: str) -> bool:
    return language == DEFAULT or (files("accede") / "locale" / language / "LC_MESSAGES" / "django.mo").is_file()


LANGUAGES = {key: name for key, name in OFFICIAL.items() if _is_offered(key)}
"""Those that addresses know."""


def direction(language: str) -> str:
    """ "rtl" or "ltr", as HTML's `dir` has it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
