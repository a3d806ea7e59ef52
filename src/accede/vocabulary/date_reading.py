"""Dates as papers write them, in the six languages, to a shape of the profile.

A text is cut into words of its language; whatever is not such a word is an error, so that "around 2018" is refused and
not taken for 2018. What a date of several leaves out (the month and year of 25 in "25-27 March 2007") comes from its
neighbour.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

from accede.vocabulary.date_parts import (
    LONGEST,
    Part,
    Precision,
    Shape,
    made_part,
    part,
    quoted,
    shape,
    spanned,
    united,
)
from accede.vocabulary.date_words import (
    ARABIC_MONTHS,
    CHINESE_MONTH_NAMES,
    date_words,
)
from accede.vocabulary.errors import InvalidDate

REMEDY = "Write it like 21 August 2018, May 2012, 25-27 March 2007, 2010 and 2012, since 1987 or 2018-08-21"
END = r"(?:\.\.|[1-9][0-9]{2}[0-9X][0-9-]*)"
PROFILE = re.compile(rf"[{{\[].*[}}\]]|{END}/{END}|[1-9][0-9]{{2}}X")
SLASHED = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"’": "'", "ʼ": "'", "،": ","})
ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

# The kinds of word. A pattern's groups, where it has any, are the number it tells.
SINCE, UNTIL, BETWEEN, RANGE, AND, COMMA, FILLER = "since", "until", "between", "range", "and", "comma", "filler"
DAY, MONTH, YEAR, DECADE, NUMERIC, ISO = "day", "month", "year", "decade", "numeric", "iso"

FIGURES: tuple[tuple[str, str], ...] = (
    (ISO, r"[1-9][0-9]{3}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])"),
    (NUMERIC, r"[0-9]{1,2}\.[0-9]{1,2}\.[1-9][0-9]{3}(?![0-9])"),
    (YEAR, r"([1-9][0-9]{3})(?![0-9])"),
    (RANGE, r"-"),
    (COMMA, r","),
)
PATTERNS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (DECADE, r"(?:the )?([1-9][0-9]{2})0'?s\b"),
        (DAY, r"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z])"),
        (SINCE, r"since\b"),
        (SINCE, r"from\b"),
        (UNTIL, r"(?:until|till|up to)\b"),
        (BETWEEN, r"between\b"),
        (RANGE, r"to\b"),
        (AND, r"(?:and\b|&)"),
        (FILLER, r"(?:the|of|in|on)\b"),
    ),
    "fr": (
        (DECADE, r"annees ([1-9][0-9]{2})0(?![0-9])"),
        (DAY, r"([0-9]{1,2})(?:er)?(?![0-9a-z])"),
        (SINCE, r"depuis\b"),
        (SINCE, r"du\b"),
        (UNTIL, r"jusqu'(?:au|aux|en|a)\b"),
        (BETWEEN, r"entre\b"),
        (RANGE, r"(?:au|a)\b"),
        (AND, r"et\b"),
        (FILLER, r"(?:les|le|en)\b"),
    ),
    "es": (
        (DECADE, r"(?:decenio|decada) de ([1-9][0-9]{2})0(?![0-9])"),
        (DAY, r"([0-9]{1,2})o?(?![0-9a-z])"),
        (SINCE, r"desde\b"),
        (UNTIL, r"hasta\b"),
        (BETWEEN, r"entre\b"),
        (RANGE, r"(?:al|a)\b"),
        (AND, r"[ye]\b"),
        (FILLER, r"(?:del|de|el|la|los|en)\b"),
    ),
    "ru": (
        (DECADE, r"([1-9][0-9]{2})0-(?:е|х) (?:годы|годов)\b"),
        (DAY, r"([0-9]{1,2})(?![0-9а-я])"),
        (BETWEEN, r"в период с\b"),
        (SINCE, r"со?\b"),
        (RANGE, r"по\b"),
        (AND, r"и\b"),
        (FILLER, r"(?:годы|годов|года|году|год|гг\.|г\.)"),
        (FILLER, r"в\b"),
    ),
    "zh": (
        (DECADE, r"([1-9][0-9]{2})0年代"),
        (YEAR, r"([1-9][0-9]{3})年"),
        (MONTH, r"([0-9]{1,2})月"),
        (DAY, r"([0-9]{1,2})日"),
        (SINCE, r"自"),
        (UNTIL, r"直至"),
        (BETWEEN, r"之间"),
        (RANGE, r"至"),
        (AND, r"[和、]"),
        (FILLER, r"以来"),
    ),
    "ar": (
        (DECADE, r"العقد الذي يبدا عام ([1-9][0-9]{2})0(?![0-9])"),
        (DAY, r"([0-9]{1,2})(?![0-9])"),
        (SINCE, r"منذ\b"),
        (UNTIL, r"حتى\b"),
        (BETWEEN, r"بين\b"),
        (RANGE, r"الى\b"),
        (FILLER, r"(?:عام|سنة|في|شهر)\b"),
        (AND, r"و"),
    ),
}
ENGLISH_SHORT = ("jan", "feb", "mar", "apr", None, "jun", "jul", "aug", "sept?", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class _Item:
    """One date of a text, perhaps without the month or year that its neighbour tells."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    whole: Part | None = None


def read_shape(text: str, language: str) -> Shape:
    """The shape of a date in words. Raises InvalidDate, UnknownName for a language that is not one of the six."""
    date_words(language)
    if len(text) > LONGEST:
        raise InvalidDate(f"{quoted(text)} is too long for a date", remedy=REMEDY)
    stripped = text.strip()
    if PROFILE.fullmatch(stripped):
        return shape(stripped)
    if SLASHED.fullmatch(stripped):
        raise InvalidDate(f"in {quoted(text)} day and month cannot be told apart", remedy=REMEDY)
    return _read(_cut(_folded(text), language, text), text)


def _folded(text: str) -> str:
    """Small letters without accents and marks of direction; one kind of dash, apostrophe, digit and space."""
    decomposed = unicodedata.normalize("NFKD", text.translate(DASHES).translate(ARABIC_DIGITS))
    letters = (c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join("".join(letters).casefold().translate(DASHES).split())


@cache
def _patterns(language: str) -> tuple[tuple[str, int | None, re.Pattern[str]], ...]:
    """Kind, number told by the word itself, pattern; the longest month names first."""
    months: list[tuple[str, int]] = []
    words = date_words(language)
    names = [words.months, words.plain.months]
    if language == "zh":
        names = [CHINESE_MONTH_NAMES]
    if language == "ar":
        names += [tuple(name.split("/")[side] for name in ARABIC_MONTHS) for side in (0, 1)]
        months += [("يونيو", 6), ("يوليو", 7)]
    for twelve in names:
        months += [(re.escape(_folded(name)), number) for number, name in enumerate(twelve, start=1)]
    if language == "en":
        months += [(rf"{short}\b\.?", number) for number, short in enumerate(ENGLISH_SHORT, start=1) if short]
    months.sort(key=lambda month: -len(month[0]))
    boundary = "" if language == "zh" else r"(?![^\W\d_])"
    made = [(MONTH, number, re.compile(name + boundary)) for name, number in dict.fromkeys(months)]
    others = [*PATTERNS[language][:1], *FIGURES, *PATTERNS[language][1:]]
    if language == "zh":  # its figures carry their unit, so 2018年 comes before 2018
        others = [*PATTERNS[language], *FIGURES]
    return (*made, *((kind, None, re.compile(pattern)) for kind, pattern in others))


def _cut(line: str, language: str, text: str) -> list[_Word]:
    """The line as words of its language."""
    words: list[_Word] = []
    at = 0
    while at < len(line):
        if line[at] == " ":
            at += 1
            continue
        for kind, number, pattern in _patterns(language):
            match = pattern.match(line, at)
            if match:
                if number is None and match.groups():
                    number = int(match[1]) * (10 if kind == DECADE else 1)
                words.append(_Word(kind, match[0], number))
                at = match.end()
                break
        else:
            raise InvalidDate(f"{quoted(text)} is not a date: {quoted(line[at:])} is not understood", remedy=REMEDY)
    words = [word for word in words if word.kind != FILLER]
    if language == "ru" and words and words[0].text == "по":  # "по" is "to" between two dates and "until" before one
        words[0] = replace(words[0], kind=UNTIL)
    return words


def _read(words: list[_Word], text: str) -> Shape:
    between = any(word.kind == BETWEEN for word in words)
    words = [word for word in words if word.kind != BETWEEN]
    opening = words[0].kind if words and words[0].kind in (SINCE, UNTIL) else None
    items, joints = _items(words[1:] if opening else words)
    parts = [_part(item, text) for item in _filled(items)]
    match (opening, between, joints):
        case ("since", False, []):
            return Shape(Precision.OPEN, (parts[0], None))
        case ("until", False, []):
            return Shape(Precision.OPEN, (None, parts[0]))
        case (None, True, ["and" | "range"]):
            return spanned(parts[0], parts[1], Precision.BETWEEN)
        case ("since" | None, False, ["range"]):
            return spanned(parts[0], parts[1], Precision.INTERVAL)
        case (None, False, _) if set(joints) <= {AND}:
            return united(parts)
        case _:
            raise InvalidDate(f"{quoted(text)} is not a date", remedy=REMEDY)


def _items(words: list[_Word]) -> tuple[list[_Item], list[str]]:
    """The dates of the words, and the words between them. A comma between a day and its year joins nothing."""
    items, joints = [_Item()], list[str]()
    for at, word in enumerate(words):
        if word.kind == COMMA:
            following = words[at + 1].kind if at + 1 < len(words) else ""
            item = items[-1]
            if following == YEAR and item.year is None and at > 0 and words[at - 1].kind == DAY:
                continue
            if following == AND:
                continue
        if word.kind in (COMMA, AND, RANGE, SINCE, UNTIL):
            joints.append(AND if word.kind == COMMA else word.kind)
            items.append(_Item())
        else:
            items[-1] = _with(items[-1], word)
    return items, joints


def _with(item: _Item, word: _Word) -> _Item:
    """The item with one more word. Raises InvalidDate if it tells the same thing twice."""
    twice = InvalidDate(f"{quoted(word.text)} comes after a date that is already whole", remedy=REMEDY)
    if item.whole is not None:
        raise twice
    if word.kind in (DECADE, ISO, NUMERIC):
        if item != _Item():
            raise twice
        return replace(item, whole=_whole(word))
    match word.kind:
        case "year" if item.year is None:
            return replace(item, year=word.number)
        case "month" if item.month is None:
            return replace(item, month=word.number)
        case "day" if item.day is None:
            return replace(item, day=word.number)
    raise twice


def _whole(word: _Word) -> Part:
    if word.kind == DECADE:
        assert word.number is not None
        return Part(word.number, None, None, Precision.DECADE)
    if word.kind == ISO:
        return part(word.text)
    day, month, year = word.text.split(".")
    return made_part(int(year), int(month), int(day))


def _filled(items: list[_Item]) -> list[_Item]:
    """The items with what they leave out taken from the next one, else from the one before."""
    for _ in range(2):  # twice: in "October 7-9, 2011" each takes something from the other
        for at in range(len(items) - 2, -1, -1):
            items[at] = _completed(items[at], items[at + 1])
        for at in range(1, len(items)):
            items[at] = _completed(items[at], items[at - 1])
    return items


def _completed(item: _Item, neighbour: _Item) -> _Item:
    if item.whole is not None or neighbour.month is None:
        return item
    if item.day is not None and item.month is None:
        item = replace(item, month=neighbour.month)
    if item.month is not None and item.year is None:
        item = replace(item, year=neighbour.year)
    return item


def _part(item: _Item, text: str) -> Part:
    if item.whole is not None:
        return item.whole
    if item.year is None:
        what = "names no year" if item.month is not None or item.day is not None else "is not a date"
        raise InvalidDate(f"{quoted(text)} {what}", remedy=REMEDY)
    if item.day is not None and item.month is None:
        raise InvalidDate(f"{quoted(text)} names a day and no month", remedy=REMEDY)
    return made_part(item.year, item.month, item.day)
