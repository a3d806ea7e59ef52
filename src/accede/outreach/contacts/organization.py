"""How a mission is called in each of the six languages, and what stands on a letter to a contact.

The designations are those that missions use of themselves towards the United Nations; the name of the State is the formal one of
UNTERM, which the register holds in all six.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from accede.outreach.models import Contact
from accede.vocabulary.letters import Post
from accede.vocabulary.state_names import shipped_names

OBSERVERS = frozenset({"VAT", "PSE"})
"""Observer States have permanent observer missions."""
WITHOUT_MISSION = frozenset({"COK", "NIU"})
"""States that are no Members and no observers: how a mission of theirs would be called is not for us to say."""

MISSIONS: Mapping[str, tuple[str, str]] = {
    "en": ("Permanent Mission", "Permanent Observer Mission"),
    "fr": ("Mission permanente", "Mission permanente d’observation"),
    "es": ("Misión Permanente", "Misión Permanente de Observación"),
    "ru": ("Постоянное представительство", "Миссия постоянного наблюдателя"),
    "zh": ("代表团", "观察员代表团"),
    "ar": ("البعثة الدائمة", "بعثة المراقب الدائم"),
}
"""A mission, and one of an observer."""

PLACES: Mapping[str, Mapping[Post, str]] = {
    "en": {
        Post.GENEVA: "to the United Nations Office and other international organizations in Geneva",
        Post.NEW_YORK: "to the United Nations",
    },
    "fr": {
        Post.GENEVA: "auprès de l’Office des Nations Unies et des autres organisations internationales à Genève",
        Post.NEW_YORK: "auprès de l’Organisation des Nations Unies",
    },
    "es": {
        Post.GENEVA: "ante la Oficina de las Naciones Unidas y otras organizaciones internacionales en Ginebra",
        Post.NEW_YORK: "ante las Naciones Unidas",
    },
    "ru": {
        Post.GENEVA: "при Отделении Организации Объединенных Наций и других международных организациях в Женеве",
        Post.NEW_YORK: "при Организации Объединенных Наций",
    },
    "zh": {Post.GENEVA: "常驻联合国日内瓦办事处和瑞士其他国际组织", Post.NEW_YORK: "常驻联合国"},
    "ar": {
        Post.GENEVA: "لدى مكتب الأمم المتحدة والمنظمات الدولية الأخرى في جنيف",
        Post.NEW_YORK: "لدى الأمم المتحدة",
    },
}

_WORDS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"permanent (?:observer )?mission", re.IGNORECASE),
    "fr": re.compile(r"mission permanente", re.IGNORECASE),
    "es": re.compile(r"misi[óo]n permanente", re.IGNORECASE),
    "ru": re.compile(r"постоянн\w+ (?:представительств|наблюдател)", re.IGNORECASE),
    "zh": re.compile(r"代表团"),
    "ar": re.compile(r"البعثة الدائمة|المراقب الدائم"),
}
"""By what the name of a mission is known, and the language that it is written in."""

_ADJECTIVES = (("ая", "ой"), ("яя", "ей"), ("ое", "ого"), ("ие", "их"), ("ые", "ых"), ("ий", "ого"), ("ый", "ого"))
"""Endings of the nominative and the genitive."""
_NOUNS = {
    "Республика": "Республики",
    "Королевство": "Королевства",
    "Государство": "Государства",
    "Федерация": "Федерации",
    "Конфедерация": "Конфедерации",
    "Штаты": "Штатов",
    "Эмираты": "Эмиратов",
    "Острова": "Островов",
    "Султанат": "Султаната",
    "Княжество": "Княжества",
    "Герцогство": "Герцогства",
    "Содружество": "Содружества",
    "Союз": "Союза",
}
"""What a State calls itself, in the nominative and the genitive."""
_WHOLE = {
    "Антигуа и Барбуда": "Антигуа и Барбуды",
    "Барбадос": "Барбадоса",
    "Белиз": "Белиза",
    "Босния и Герцеговина": "Боснии и Герцеговины",
    "Бруней-Даруссалам": "Брунея-Даруссалама",
    "Буркина-Фасо": "Буркина-Фасо",
    "Гренада": "Гренады",
    "Канада": "Канады",
    "Непал": "Непала",
    "Новая Зеландия": "Новой Зеландии",
    "Святой Престол": "Святого Престола",
    "Соломоновы Острова": "Соломоновых Островов",
    "Тувалу": "Тувалу",
    "Туркменистан": "Туркменистана",
    "Украина": "Украины",
    "Ямайка": "Ямайки",
}
"""Names without such a noun, in the genitive."""


def organization_in(contact: Contact, language: str) -> str:
    """Its name on a letter in this language: of a mission to the United Nations as it is held where that is in this language, else
    the usual one. Whatever else it is, it is called as it is held, for names of ministries are not ours to translate."""
    held: str = contact.organization
    if held and language_of_mission(held) in ("", language):
        return held
    return mission(contact.state, Post(contact.post), language) or held


def language_of_mission(name: str) -> str:
    """The language in which a mission is called by this name; "" for the name of something else."""
    return next((language for language, words in _WORDS.items() if words.search(name)), "")


def mission(iso3: str, post: Post, language: str) -> str:
    """The permanent mission of a State in Geneva or New York; "" for other posts, and where we cannot say how it is called."""
    place = PLACES.get(language, {}).get(post)
    if place is None or not iso3 or iso3 in WITHOUT_MISSION or iso3 not in shipped_names().states:
        return ""
    called = MISSIONS[language][iso3 in OBSERVERS]
    name = shipped_names().formal(iso3, language)
    if language == "zh":
        return f"{name}{place}{called}"
    of = _OF[language](name)
    return f"{called} {of} {place}" if of else ""


def _of_english(name: str) -> str:
    return f"of {name}"


def _of_french(name: str) -> str:
    name = name.replace("'", "’")
    for article, joined in (("le ", "du "), ("les ", "des ")):
        if name.startswith(article):
            return joined + name.removeprefix(article)
    return f"d’{name}" if name[0] in "AEIOUÉÎ" else f"de {name}"


def _of_spanish(name: str) -> str:
    return "del " + name.removeprefix("el ") if name.startswith("el ") else f"de {name}"


def _of_russian(name: str) -> str:
    """In the genitive: adjectives and the first noun; what follows stays ("Исламской Республики Иран"). "" without a rule."""
    if name in _WHOLE:
        return _WHOLE[name]
    declined: list[str] = []
    words = name.split(" ")
    for at, word in enumerate(words):
        if word in _NOUNS:
            return " ".join([*declined, _NOUNS[word], *words[at + 1 :]])
        ending = next((pair for pair in _ADJECTIVES if word.endswith(pair[0])), None)
        if ending is None:
            break
        declined.append(word.removesuffix(ending[0]) + ending[1])
    return f"{name.removesuffix('ия')}ии" if len(words) == 1 and name.endswith("ия") else ""


def _of_arabic(name: str) -> str:
    return f"لل{name.removeprefix('ال')}" if name.startswith("ال") else f"ل{name}"


_OF: Mapping[str, Callable[[str], str]] = {
    "en": _of_english,
    "fr": _of_french,
    "es": _of_spanish,
    "ru": _of_russian,
    "ar": _of_arabic,
}
