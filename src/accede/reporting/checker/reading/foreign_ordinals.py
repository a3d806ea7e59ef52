"""Ordinals in French, Spanish, Russian, Chinese and Arabic, in figures and in words ("162e", "第162"). Pure."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from accede.reporting.checker.reading.numbers import (
    ARABIC_TENS,
    CHINESE_NUMBER,
    EASTERN,
    FRENCH,
    JOINTS,
    RUSSIAN,
    foreign_cardinal,
)

FRENCH_WORDS = (
    "premier", "première", "second", "seconde", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
    "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième",
    "vingtième", "trentième", "quarantième", "cinquantième", "soixantième", "centième", "unième",
)  # fmt: skip
FRENCH_VALUES = dict(zip(FRENCH_WORDS, (1, 1, 2, 2, *range(2, 17), 20, 30, 40, 50, 60, 100, 1), strict=True))
SPANISH_UNITS = (
    ("primer", 1), ("segund", 2), ("tercer", 3), ("cuart", 4), ("quint", 5), ("sext", 6), ("séptim", 7), ("octav", 8),
    ("noven", 9), ("décim", 10), ("undécim", 11), ("duodécim", 12), ("vigésim", 20), ("trigésim", 30),
    ("cuadragésim", 40), ("quincuagésim", 50), ("sexagésim", 60), ("septuagésim", 70), ("octogésim", 80),
    ("nonagésim", 90), ("centésim", 100),
)  # fmt: skip
RUSSIAN_STEMS = (
    ("перв", 1), ("втор", 2), ("трет", 3), ("четв[её]рт", 4), ("пят", 5), ("шест", 6), ("седьм", 7), ("восьм", 8),
    ("девят", 9), ("десят", 10), ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14),
    ("пятнадцат", 15), ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19),
    ("двадцат", 20), ("тридцат", 30), ("сороков", 40), ("пятидесят", 50), ("шестидесят", 60), ("семидесят", 70),
    ("восьмидесят", 80), ("девяност", 90), ("сот", 100),
)  # fmt: skip
RUSSIAN_ENDINGS = r"(?:ый|ий|ой|ая|ья|ое|ье|ого|его|ьего|ому|ьему|ым|им|ьим|ом|ьем|ую|ью|ей|ьей|ые)"
ARABIC_UNITS = (
    ("أولى?|حادية?", 1), ("ثانية?|ثاني", 2), ("ثالثة?", 3), ("رابعة?", 4), ("خامسة?", 5), ("سادسة?", 6), ("سابعة?", 7),
    ("ثامنة?", 8), ("تاسعة?", 9), ("عاشرة?", 10),
)  # fmt: skip


def ordinals(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """The ordinals of a text: (start, end, number)."""
    if language not in _READ:
        return
    for match in _pattern(language).finditer(text):
        figures = match["figures"]
        number = int(figures.translate(EASTERN)) if figures else _READ[language](match["words"])
        if number:
            yield match.start(), match.end(), number


def _french(text: str) -> int | None:
    *before, last = re.split(r"[- ]", text.lower())
    if last == "dixième" and before and before[-1] in ("soixante", "vingt", "vingts"):
        base = foreign_cardinal(" ".join(before), "fr")
        return base + 10 if base is not None else None
    if last.endswith("ième") and last not in FRENCH_VALUES:
        root = last.removesuffix("ième")
        value = next((number for word, number in FRENCH.items() if word.rstrip("e") == root), None)
    else:
        value = FRENCH_VALUES.get(last)
    if value is None:
        return None
    if not before:
        return value
    base = foreign_cardinal(" ".join(before), "fr") or 0
    if last == "centième":  # deux centième
        return 100 * base
    if last == "vingtième" and base % 100 == 4:  # quatre-vingtième
        return base + 76
    return base + value


def _spanish(text: str) -> int | None:
    total, left = 0, _plain(text)
    while left:
        left = left.lstrip()
        found = [(stem, number) for stem, number in _spanish_stems() if left.startswith(stem)]
        if not found:
            return None
        stem, number = max(found, key=lambda one: len(one[0]))
        total += number
        left = re.sub(r"^(?:(?:os|as)(?=\W|$)|o|a)", "", left[len(stem) :])
    return total


@cache
def _spanish_stems() -> tuple[tuple[str, int], ...]:
    return tuple((_plain(stem), number) for stem, number in SPANISH_UNITS)


def _plain(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))


def _russian(text: str) -> int | None:
    *before, last = text.lower().split()
    value = next((number for stem, number in RUSSIAN_STEMS if re.fullmatch(stem + RUSSIAN_ENDINGS, last)), None)
    base = foreign_cardinal(" ".join(before), "ru") if before else 0
    return None if value is None or base is None else base + value


def _chinese(text: str) -> int | None:
    return foreign_cardinal(text, "zh")


def _arabic(text: str) -> int | None:
    total = 0
    for word in text.split():
        plain = re.sub(r"^و?(?:ال)?", "", word)
        if plain == "بعد":
            continue
        if plain in ("مائة", "مئة"):
            total += 100
        elif plain in ("عشر", "عشرة"):
            total += 10
        elif tens := re.fullmatch(rf"({'|'.join(ARABIC_TENS)})(?:ون|ين)", plain):
            total += 20 + 10 * ARABIC_TENS.index(tens[1])
        else:
            unit = next((number for form, number in ARABIC_UNITS if re.fullmatch(form, plain)), None)
            if unit is None:
                return None
            total += unit
    return total


_READ = {"fr": _french, "es": _spanish, "ru": _russian, "zh": _chinese, "ar": _arabic}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    match language:
        case "fr":
            cardinals = "|".join(sorted([*FRENCH, "cent", "cents"], key=len, reverse=True))
            joint = JOINTS["fr"]
            figures = r"(?<![\w.,/-])(?P<figures>\d{1,3}) ?(?:ère|ème|ième|er|re|e|ᵉ)(?!\w)"
            words = rf"(?:(?:{cardinals}){joint})*(?:premi(?:er|ère)|seconde?|[a-zé]+ième)"
        case "es":
            stems = (
                "|".join(f"{stem}(?:os|as|o|a)?" for stem, _ in SPANISH_UNITS)
                + "|"
                + "|".join(f"{stem}(?:os|as|o|a)?" for stem, _ in _spanish_stems())
            )
            figures = r"(?<![\w.,/-])(?P<figures>\d{1,3})\.?(?:º|ª|°|[oa](?!\w)|\.ª|er(?!\w))"
            words = rf"(?:{stems})(?: ?(?:{stems}))*"
        case "ru":
            cardinals = "|".join(sorted(RUSSIAN, key=len, reverse=True))
            stems = "|".join(stem for stem, _ in RUSSIAN_STEMS)
            figures = r"(?<![\w.,/-])(?P<figures>\d{1,3})-(?:ый|ий|ой|го|му|ым|им|ом|ая|ую|ое|й|м|я|ю|е|х)(?!\w)"
            words = rf"(?:(?:{cardinals}) )*(?:{stems}){RUSSIAN_ENDINGS}"
        case "zh":
            return re.compile(rf"第(?:(?P<figures>\d{{1,3}})|(?P<words>{CHINESE_NUMBER}))(?![\d/月年日])")
        case _:
            unit = "|".join(form for form, _ in ARABIC_UNITS)
            ten = "|".join(ARABIC_TENS)
            word = rf"ال(?:{unit}|عشرة?|(?:{ten})(?:ون|ين)|مائة|مئة)"
            figures = r"(?:(?<!\w)(?:رقم |ال(?:ـ)? ?)(?P<figures>[\d٠-٩]{1,3})(?![\w/]))"
            return re.compile(
                rf"{figures}|(?<!\w)(?P<words>{word}(?: عشرة?| و{word}| {word}| بعد ال(?:مائة|مئة))*)(?!\w)"
            )
    return re.compile(rf"(?:{figures}|\b(?P<words>{words})\b)", re.IGNORECASE)
