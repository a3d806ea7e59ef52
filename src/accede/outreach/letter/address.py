"""Who is written to, and how a letter names a State, a meeting and a day in its language. Pure."""

from __future__ import annotations

import re

from accede.outreach.letter.texts import letter_words
from accede.register.values import Occasion
from accede.reporting.recipes.prose import typographic
from accede.vocabulary.capital import capital
from accede.vocabulary.languages import Language
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import shipped_names

_ARTICLE = {"en": r"the ", "fr": r"(?:les? |la |l['’])", "es": r"(?:el |la |los |las )"}
_WRITTEN = {
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
_LATIN = re.compile(r"[A-Za-z]")


def formal_name(iso3: str, language: str) -> str:
    """The State as an address has it, without the article of a sentence: Kyrgyz Republic, République kirghize."""
    formal = shipped_names().formal(iso3, language)
    return typographic(capital(re.sub(rf"^{_ARTICLE[language]}", "", formal) if language in _ARTICLE else formal))


def table_name(iso3: str, language: str) -> str:
    """The State as a table of the United Nations names it."""
    return typographic(shipped_names().in_table(iso3, language))


def to_addressee(organization: str, language: str) -> str:
    """Who is addressed after "to": à la Mission permanente …, Постоянному представительству …

    Of a name that does not begin as missions and ministries do in this language, or is not written in its script, the
    competent authorities are spoken of.
    """
    words = letter_words(language)
    name = re.sub(rf"^{_ARTICLE[language]}", "", organization) if language in _ARTICLE else organization
    name = name.strip()
    if not name or not _WRITTEN.get(language, _LATIN).search(name):
        return words.nobody
    for start, bent in words.to.items():
        if start != "*" and re.match(rf"{re.escape(start)}\b", name, re.IGNORECASE):
            return bent + name[len(start) :]
    return words.to["*"] + name if "*" in words.to else words.nobody


def meeting_told(occasion: Occasion, language: str) -> str:
    """A meeting by its whole name, with its place and days: la vingt-deuxième Assemblée … (Genève, 1er-5 décembre 2025)."""
    words = letter_words(language)
    name = _meeting_name(occasion, language)
    city = words.cities.get(occasion.city) or _in_english(occasion.city, language)
    details = [part for part in (city, _days(occasion, language)) if part]
    if not details:
        return name
    return f"{name}（{'，'.join(details)}）" if language == "zh" else f"{name} ({_comma(language).join(details)})"


def _meeting_name(occasion: Occasion, language: str) -> str:
    words = letter_words(language)
    pattern = words.meetings.get(occasion.kind)
    ordinals = words.ordinals.get(occasion.kind, ())
    year = occasion.starts.counts_from.year if occasion.starts else None
    if pattern and "{ordinal}" in pattern and occasion.number and occasion.number <= len(ordinals):
        return pattern.format(ordinal=ordinals[occasion.number - 1])
    if pattern and "{year}" in pattern and year:
        return pattern.format(year=year)
    return _in_english(occasion.name, language)


def _days(occasion: Occasion, language: str) -> str:
    if occasion.starts is None:
        return ""
    if occasion.ends is None or occasion.ends == occasion.starts:
        return occasion.starts.wording(language)
    return PartialDate.parse(f"{occasion.starts}/{occasion.ends}").wording(language)


def _in_english(text: str, language: str) -> str:
    """A name that is held in English alone, set apart as `wording.held` does."""
    if not text or language == Language.ENGLISH:
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def _comma(language: str) -> str:
    return "، " if language == "ar" else ", "
